/** Questions that count over a whole ledger; `standing_claims` are the claims that count (schema.ts). */

/**
 * Pairs of countries that stand in one claim, up to a day. Pairs first, told so by CROSS JOIN: most claims name one
 * country, and whether one stands takes a look-up.
 */
export const DYADS = `WITH pairs AS MATERIALIZED (
    SELECT DISTINCT x.claim, x.country AS a, y.country AS b FROM claim_countries AS x
    CROSS JOIN claim_countries AS y ON y.claim = x.claim AND y.country > x.country)
  SELECT a, b, count(DISTINCT c.report) AS reports, count(*) AS claims
  FROM pairs CROSS JOIN standing_claims AS c ON c.seq = pairs.claim
  WHERE c.published_on <= ? GROUP BY a, b ORDER BY claims DESC, a, b`;

/** Reports of each day that say something of two countries together. */
export const PUBLISHED_DAYS = `SELECT c.published_on AS day, count(DISTINCT c.report) AS reports
  FROM standing_claims AS c
  WHERE c.seq IN (SELECT claim FROM claim_countries WHERE country = ? INTERSECT
    SELECT claim FROM claim_countries WHERE country = ?)
  GROUP BY day ORDER BY day`;

/** What there is, and what of it counts, up to @asOf. */
export const COUNTS = `SELECT count(*) AS reports, count(CASE WHEN seq IN withdrawn_reports THEN 1 END) AS withdrawn,
    count(DISTINCT publisher) AS publishers, min(published_on) AS firstDay, max(published_on) AS lastDay,
    (SELECT count(*) FROM standing_claims WHERE published_on <= @asOf) AS claims
  FROM reports WHERE published_on <= @asOf`;
