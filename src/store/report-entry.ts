import type { FirstOfCopies } from './copies.ts';
import type { CopyOf, ReportEntry } from './records.ts';

/** The columns of one line of a list of reports; the table is called r. */
export const ENTRY_COLUMNS = `seq, id, published_on AS publishedOn, publisher, title, substr(text, 1, 200) AS opening,
  (SELECT count(*) FROM standing_claims AS c WHERE c.report = r.seq) AS claims,
  r.seq IN withdrawn_reports AS withdrawn`;

export interface EntryRow extends Omit<ReportEntry, 'withdrawn' | 'copyOf'> {
  readonly seq: number;
  readonly withdrawn: number;
}

export function toEntry({ seq: _, ...row }: EntryRow, first: FirstOfCopies | null): ReportEntry {
  return { ...row, withdrawn: row.withdrawn === 1, copyOf: toCopyOf(first) };
}

export function toCopyOf(first: FirstOfCopies | null): CopyOf | null {
  return first === null ? null : { id: first.id, similarity: first.similarity };
}
