import type Database from 'better-sqlite3';
import type { Message } from '../message.ts';
import { prepareCopies } from './copies.ts';
import type { Entry, Recorded } from './records.ts';
import { countriesOf, fromClaim, fromReport } from './rows.ts';

/** Prepares the statements that record reports once; the function it gives records one, inside a transaction. */
export function prepareAdding(database: Database.Database): (entry: Entry, recordedAt: string) => Recorded {
  const markCopies = prepareCopies(database);
  const findReport = database.prepare<[string], number>('SELECT seq FROM reports WHERE id = ?').pluck();
  const findCoding = database
    .prepare<[number, string], number>('SELECT seq FROM codings WHERE report = ? AND coder = ?')
    .pluck();
  const putReport = database.prepare(`
    INSERT INTO reports (id, published_on, title, title_end, text, publisher, publisher_country, url, language,
      licence, origin, recorded_at)
    VALUES (@id, @published_on, @title, @title_end, @text, @publisher, @publisher_country, @url, @language,
      @licence, @origin, @recorded_at)`);
  const putCoding = database.prepare(`
    INSERT INTO codings (report, coder, sentences, with_claims, without_claims, recorded_at, refers_back)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const putClaim = database.prepare(`
    INSERT INTO claims (id, coding, report, kind, type, status, polarity, begin_day, end_day, published_on, body)
    VALUES (@id, @coding, @report, @kind, @type, @status, @polarity, @begin_day, @end_day, @published_on, @body)`);
  const putCountry = database.prepare('INSERT INTO claim_countries (claim, country, role) VALUES (?, ?, ?)');
  const countriesRead = database
    .prepare<[number], string>(
      `SELECT DISTINCT country FROM claims AS c JOIN claim_countries ON claim = c.seq WHERE c.report = ?
       ORDER BY country`,
    )
    .pluck();
  const putDyad = database.prepare(
    'INSERT OR REPLACE INTO dyad_codings (side_a, side_b, coding) VALUES (?, ?, ?)',
  );
  const putMessage = database.prepare(`
    INSERT INTO messages (report, coding, rule, severity, text, span_start, span_end)
    VALUES (?, ?, ?, ?, ?, ?, ?)`);

  const addMessages = (messages: readonly Message[], report: number, coding: number | null): void => {
    for (const { rule, severity, text, span } of messages) {
      putMessage.run(report, coding, rule, severity, text, span?.start ?? null, span?.end ?? null);
    }
  };

  return ({ report, messages, coding }, recordedAt) => {
    const known = findReport.get(report.id);
    if (known !== undefined && findCoding.get(known, coding.coder) !== undefined)
      return { outcome: 'known', isNearCopy: false };
    const reportSeq = known ?? Number(putReport.run(fromReport(report, recordedAt)).lastInsertRowid);
    if (known === undefined) addMessages(messages, reportSeq, null);
    const isNearCopy = known === undefined && markCopies(reportSeq, report);
    const { sentences, withClaims, withoutClaims } = coding.coverage;
    const codingSeq = Number(
      putCoding.run(
        reportSeq,
        coding.coder,
        sentences,
        withClaims,
        withoutClaims,
        recordedAt,
        JSON.stringify(coding.references),
      ).lastInsertRowid,
    );
    addMessages(coding.messages, reportSeq, codingSeq);
    for (const claim of coding.claims) {
      const row = {
        ...fromClaim(claim),
        coding: codingSeq,
        report: reportSeq,
        published_on: report.publishedOn,
      };
      const claimSeq = putClaim.run(row).lastInsertRowid;
      for (const country of countriesOf(claim.actors)) putCountry.run(claimSeq, country, 'actor');
      for (const country of countriesOf(claim.recipients)) putCountry.run(claimSeq, country, 'recipient');
    }
    // What an earlier reading said of two countries no longer counts: their picture changes too.
    const countries = coding.claims.length > 0 || known !== undefined ? countriesRead.all(reportSeq) : [];
    for (const [at, a] of countries.entries())
      for (const b of countries.slice(at + 1)) putDyad.run(a, b, codingSeq);
    return { outcome: known === undefined ? 'added' : 'recoded', isNearCopy };
  };
}
