import { type Line, type OwnTable, type Row, readOwnLines } from '../table.ts';

/** A row of data/issues/issues.tsv. */
export interface IssueEntry {
  readonly id: string;
  readonly label: string;
  readonly parent: string | null;
  readonly contexts: readonly string[];
  /** The channel level that the issue is about, where it is about one. */
  readonly level: string | null;
}

/** Words that name an issue by themselves, as a run of lemmas. */
export interface IssueCue {
  readonly issue: string;
  readonly lemmas: readonly string[];
}

const COLUMNS = ['id', 'label', 'parent', 'cues', 'contexts', 'level'];

/**
 * Our issues with the user's: a row with an id of ours stands in its place, and a cue of the user's means the
 * user's issue alone. Throws `own.tsv:2: ...` where a row has other columns or no id.
 */
export function readIssues(
  rows: readonly Row[],
  own?: OwnTable,
): { readonly issues: IssueEntry[]; readonly issueCues: Map<string, IssueCue[]> } {
  const ownRows = own === undefined ? [] : readOwnLines(own).map(checked);
  const ownIds = new Set(ownRows.map((row) => row['id']));
  const ownCues = cuesOf(ownRows);
  const taken = new Set(ownCues.map(({ lemmas }) => lemmas.join(' ')));
  const kept = rows.filter((row) => !ownIds.has(row['id']!));
  const cues = [...ownCues, ...cuesOf(kept).filter(({ lemmas }) => !taken.has(lemmas.join(' ')))];
  const issueCues = Map.groupBy(cues, ({ lemmas }) => lemmas[0]!);
  for (const group of issueCues.values()) group.sort((a, b) => b.lemmas.length - a.lemmas.length);
  return { issues: [...kept, ...ownRows].map(entryOf), issueCues };
}

function checked({ row, where }: Line): Row {
  if (COLUMNS.some((column) => row[column] === undefined))
    throw new Error(
      `${where}: expected the columns "${COLUMNS.join(' ')}", found "${Object.keys(row).join(' ')}"`,
    );
  if (!/^[a-z][a-z0-9-]*$/.test(row['id']!))
    throw new Error(`${where}: expected an id in lower-case letters and hyphens, found "${row['id']}"`);
  return row;
}

function cuesOf(rows: readonly Row[]): IssueCue[] {
  return rows.flatMap((row) =>
    partsOf(row['cues']).map((cue) => ({ issue: row['id']!, lemmas: cue.toLowerCase().split(/\s+/) })),
  );
}

function entryOf(row: Row): IssueEntry {
  const empty = (cell: string): string | null => (cell === '-' || cell === '' ? null : cell);
  return {
    id: row['id']!,
    label: row['label']!,
    parent: empty(row['parent']!),
    contexts: partsOf(row['contexts']),
    level: empty(row['level']!),
  };
}

function partsOf(cell = '-'): string[] {
  return cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-');
}
