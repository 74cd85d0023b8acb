import { type Report, type Span, wordsOf } from '../report.ts';
import type { Ledger } from '../store/ledger.ts';
import type { AnnotationTarget, Citation, Citations, ReportHead } from './answers.ts';

/** Characters before and after a quotation that tell it from an equal one. */
const AROUND = 32;
/** Most characters of a clause that are shown; the reader has the rest. */
const CLAUSE = 300;

export function headOf({ id, publishedOn, publisher, publisherCountry, title }: Report): ReportHead {
  return {
    id,
    publishedOn,
    publisher: publisher ?? null,
    publisherCountry: publisherCountry ?? null,
    title: title ?? null,
  };
}

/** The claims of these ids with their words; an id that the ledger does not hold is left out. */
export function cite(ledger: Ledger, ids: Iterable<string>): Citations {
  const citations: Record<string, Citation> = {};
  for (const id of new Set(ids)) {
    const found = ledger.claim(id);
    if (found === null) continue;
    const { claim, report, withdrawn } = found;
    const clause = wordsOf(report, claim.span);
    citations[id] = {
      claim,
      clause: clause.length > CLAUSE ? `${clause.slice(0, CLAUSE).toWellFormed()}…` : clause,
      report: headOf(report),
      withdrawn: withdrawn !== null,
    };
  }
  return citations;
}

/** Evidence as a W3C Web Annotation target; offsets are UTF-16 units of the report's text. */
export function targetOf({ id, text }: Report, { start, end }: Span): AnnotationTarget {
  return {
    source: `urn:detente:report:${id}`,
    selector: [
      { type: 'TextPositionSelector', start, end },
      {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - AROUND), start).toWellFormed(),
        suffix: text.slice(end, end + AROUND).toWellFormed(),
      },
    ],
  };
}
