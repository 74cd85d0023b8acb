import type { Knowledge } from '../src/knowledge.ts';
import { type Coding, codeReport } from '../src/pipeline.ts';
import { type ReadOutcome, readReports } from '../src/read/read-reports.ts';
import { Ledger } from '../src/store/ledger.ts';

/** One row of a table of bad files: what must become of the file, and what else must be said. */
export interface BadRow {
  readonly file: string;
  readonly outcome: string;
  readonly note: string;
}

/** A day that no file is dated after, but for the one that is dated ahead on purpose. */
const NOW = '2030-01-01';

/** Reads `file<TAB>outcome<TAB>note` lines behind their heading. */
export function readBadTable(tsv: string): BadRow[] {
  const [, ...lines] = tsv.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [file = '', outcome = '', note = ''] = line.split('\t').map((cell) => cell.trim());
    return { file, outcome, note };
  });
}

/**
 * What is wrong with the way a file was read, null where it is as its row says. `originals` are further files that
 * a duplicate may be one of. An exception is not caught: it is the worst outcome there is.
 */
export async function judgeBad(
  row: BadRow,
  path: string,
  knowledge: Knowledge,
  originals: readonly string[] = [],
): Promise<string | null> {
  const outcomes = await readAll(path);
  const refusals = outcomes.filter((outcome) => outcome.kind === 'refused');
  const reports = outcomes.flatMap((outcome) =>
    outcome.kind === 'report' ? [{ ...outcome, coding: codeReport(outcome.report, knowledge) }] : [],
  );
  const long = refusals.find(({ reason }) => reason === '' || reason.includes('\n') || reason.length > 300);
  if (long !== undefined) return `the reason is not one line: ${JSON.stringify(long.reason.slice(0, 80))}`;
  const reasons = refusals.map(({ reason }) => reason).join('; ');
  switch (row.outcome) {
    case 'refused':
      return reports.length === 0 && refusals.length > 0 ? judgeReason(row, reasons) : 'it was read';
    case 'read':
      return reports.length === 1 && refusals.length === 0
        ? judgeReport(row, reports[0]!)
        : `not read: ${reasons}`;
    case 'two or refused':
      return reports.length === 1 ? 'one report was made of two' : null;
    case 'partly':
      return refusals.length > 0 && refusals.every(({ where }) => /\d/.test(where.slice(path.length)))
        ? null
        : 'nothing was refused, or not by its number';
    case 'duplicate':
    case 'near-duplicate':
      return judgeDuplicate(row, reports, await codeAll(originals, knowledge));
    default:
      return `the table names an outcome that is none: ${row.outcome}`;
  }
}

interface Read {
  readonly report: Extract<ReadOutcome, { kind: 'report' }>['report'];
  readonly messages: Extract<ReadOutcome, { kind: 'report' }>['messages'];
  readonly coding: Coding;
}

function judgeReason({ note }: BadRow, reasons: string): string | null {
  return note.includes('--date') && !reasons.includes('--date') ? `--date is not named: ${reasons}` : null;
}

function judgeReport({ note }: BadRow, { report, messages, coding }: Read): string | null {
  const rules = [...messages, ...coding.messages].map(({ rule }) => rule);
  if (note.includes('no claims') && coding.claims.length > 0) return `${coding.claims.length} claims`;
  if (/\bmessage\b/.test(note) && rules.length === 0) return 'no message';
  if (note.includes('language named') && ['en', 'und'].includes(report.language))
    return `language ${report.language}`;
  if (note.includes('encoding detected') && !rules.includes('read/encoding-detected'))
    return 'no encoding named';
  const named = /\(([\w-]+)\)/.exec(note)?.[1]?.toLowerCase();
  if (named !== undefined && !messages.some(({ text }) => text.includes(named)))
    return `${named} is not named`;
  return report.text.startsWith('\ufeff') ? 'the byte order mark is in the text' : null;
}

function judgeDuplicate(
  { outcome }: BadRow,
  found: readonly Read[],
  originals: readonly Read[],
): string | null {
  const ledger = Ledger.open(':memory:');
  try {
    ledger.record(originals, `${NOW}T00:00:00Z`);
    const [recorded, ...others] = ledger.record(found, `${NOW}T00:00:00Z`);
    if (recorded === undefined || others.length > 0) return 'not one report';
    const became =
      recorded.outcome === 'known' ? 'duplicate' : recorded.isNearCopy ? 'near-duplicate' : 'a new report';
    return became === outcome ? null : `it became ${became}`;
  } finally {
    ledger.close();
  }
}

async function codeAll(paths: readonly string[], knowledge: Knowledge): Promise<Read[]> {
  const found: Read[] = [];
  for (const path of paths) {
    for (const outcome of await readAll(path)) {
      if (outcome.kind === 'report')
        found.push({ ...outcome, coding: codeReport(outcome.report, knowledge) });
    }
  }
  return found;
}

async function readAll(path: string): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = [];
  for await (const outcome of readReports({ path }, { now: NOW })) outcomes.push(outcome);
  return outcomes;
}
