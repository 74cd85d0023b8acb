/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** A table of the user's own. */
export interface OwnTable {
  /** As the user knows it: the path given to `--actors`. */
  readonly name: string;
  readonly text: string;
}

/** A row and the place it was read from, for whoever has to mend it. */
export interface Line {
  readonly row: Row;
  /** `holders.tsv:12`. */
  readonly where: string;
}

/**
 * Reads tab-separated text: one header row, lines that begin with `#` are comments, `-` stands for an empty
 * cell. Throws `data/x.tsv:12: expected 7 columns, found 6` where a row does not fit.
 */
export function readTable(name: string, text: string): Row[] {
  return readLines(name, text).map(({ row }) => row);
}

/** The same with the place of each row. */
export function readLines(name: string, text: string): Line[] {
  let header: string[] | null = null;
  const lines: Line[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.replace(/\r$/, '').split('\t');
    if (header === null) {
      header = cells;
      continue;
    }
    if (cells.length !== header.length) {
      throw new Error(`${name}:${index + 1}: expected ${header.length} columns, found ${cells.length}`);
    }
    const row: Record<string, string> = {};
    for (const [at, column] of header.entries()) row[column] = cells[at]!.trim();
    lines.push({ row, where: `${name}:${index + 1}` });
  }
  if (header === null) throw new Error(`${name}: no header row`);
  return lines;
}

/** The same for a table of the user's own, which must say something. Throws `own.tsv: ...` where it has no row. */
export function readOwnLines({ name, text }: OwnTable): Line[] {
  const lines = readLines(name, text);
  if (lines.length === 0)
    throw new Error(`${name}: no row below the header row; the first line names the columns`);
  return lines;
}
