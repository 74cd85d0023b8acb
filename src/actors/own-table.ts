import { type Line, type OwnTable, type Row, readOwnLines } from '../table.ts';

/** The tables of data/actors by file name. */
export type Tables = Readonly<Record<string, readonly Line[]>>;

/** The columns that tell which of our rows a row of the user's corrects. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'ambiguous.tsv': ['word'],
  'areas.tsv': ['area'],
  'bodies.tsv': ['body', 'country'],
  'folds.tsv': ['code'],
  'groups.tsv': ['group'],
  'holders.tsv': ['person', 'office', 'country'],
  'members.tsv': ['organisation'],
  'name-parts.tsv': ['side'],
  'given-names.tsv': ['gender'],
  'regions.tsv': ['country'],
  'not-actors.tsv': ['words'],
  'nouns-again.tsv': ['means'],
  'offices.tsv': ['office', 'country'],
  'organisations.tsv': ['code'],
  'seats.tsv': ['name'],
  'states.tsv': ['code'],
};

/**
 * Our tables with the user's rows: those that share the key of a row of ours (a code, a name, a person in an
 * office) stand in its place, all others are added. The columns tell which table is meant. Throws
 * `own.tsv: ...` where they fit none.
 *
 * @example withOwnTable(tables, { name: 'own.tsv', text: 'name\tactor\tcountry\tsector\tmeant\nGreen House\tUSA/GOV\tUSA\tGOV\tUS administration' })
 */
export function withOwnTable(tables: Tables, own: OwnTable): Tables {
  const lines = readOwnLines(own);
  const columns = columnsOf(lines);
  const target = Object.keys(KEYS).find((name) => haveSameColumns(tables[name], columns));
  if (target === undefined) {
    throw new Error(
      `${own.name}: no table has the columns "${columns.join(' ')}"; expected those of one table of data/actors, such as "${columnsOf(tables['holders.tsv']).join(' ')}"`,
    );
  }
  const key = (row: Row): string => KEYS[target]!.map((column) => row[column]).join('\t');
  const corrected = new Set(lines.map(({ row }) => key(row)));
  return {
    ...tables,
    [target]: [...tables[target]!.filter(({ row }) => !corrected.has(key(row))), ...lines],
  };
}

function columnsOf(lines: readonly Line[] | undefined): string[] {
  return Object.keys(lines?.[0]?.row ?? {});
}

function haveSameColumns(lines: readonly Line[] | undefined, columns: readonly string[]): boolean {
  return columnsOf(lines).join('\t') === columns.join('\t');
}
