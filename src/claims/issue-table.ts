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

/** Words that name an issue, as a run of lemmas or of words as written. */
export interface IssueCue {
  /** Null where the words say that nothing is at issue, though a shorter cue is among them ("trade blame"). */
  readonly issue: string | null;
  readonly lemmas: readonly string[];
  /** Runs of which one has to stand nearby, in any order; null where the words name the issue by themselves. */
  readonly near: readonly (readonly string[])[] | null;
}

const COLUMNS = ['id', 'label', 'parent', 'cues', 'contexts', 'level'];

/**
 * Our issues with the user's: a row with an id of ours stands in its place, and a cue of the user's means the
 * user's issue alone. `idioms` are words that are about no issue. Throws `own.tsv:2: ...` where a row has other
 * columns or no id.
 */
export function readIssues(
  rows: readonly Row[],
  idioms: readonly Row[],
  own?: OwnTable,
): {
  readonly issues: IssueEntry[];
  readonly issueCues: Map<string, IssueCue[]>;
  readonly foughtOver: Set<string>;
} {
  const ownRows = own === undefined ? [] : readOwnLines(own).map(checked);
  const ownIds = new Set(ownRows.map((row) => row['id']));
  const ownCues = ownRows.flatMap((row) => cuesIn(row['cues'], row['id']!));
  const taken = new Set(ownCues.map(({ lemmas }) => lemmas.join(' ')));
  const kept = rows.filter((row) => !ownIds.has(row['id']!));
  const ours = [
    ...kept.flatMap((row) => cuesIn(row['cues'], row['id']!)),
    ...idioms.flatMap((row) => cuesIn(row['words'], null)),
  ];
  const cues = [...ownCues, ...ours.filter(({ lemmas }) => !taken.has(lemmas.join(' ')))];
  const issues = [...kept, ...ownRows].map(entryOf);
  return {
    issues,
    foughtOver: new Set(issues.filter(isFoughtOver).map(({ id }) => id)),
    issueCues: Map.groupBy(cues, ({ lemmas }) => lemmas[0]!),
  };
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

function isFoughtOver({ contexts }: IssueEntry): boolean {
  return contexts.includes('territory') || contexts.includes('human_rights') || contexts.includes('cbrn');
}

/** "expel/recall + ambassador" is two cues, each with a word that has to stand nearby. */
function cuesIn(cell: string | undefined, issue: string | null): IssueCue[] {
  return partsOf(cell).flatMap((cue) => {
    const [first, second] = cue.toLowerCase().split(/\s\+\s/);
    const near = second === undefined ? null : runsOf(second);
    return runsOf(first!).map((lemmas) => ({ issue, lemmas, near }));
  });
}

/** All runs of words that alternatives give; a word with a hyphen is one token or three. */
function runsOf(words: string): string[][] {
  let runs: string[][] = [[]];
  for (const word of words.trim().split(/\s+/)) {
    const ways = word.split('/').flatMap((way) => {
      const parts = way.split(/(-)/);
      return parts.length === 1 ? [[way]] : [[way], parts];
    });
    runs = runs.flatMap((run) => ways.map((way) => [...run, ...way]));
  }
  return runs;
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
