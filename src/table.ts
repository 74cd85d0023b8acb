/** A row of a table by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/**
 * Reads tab-separated text: one header row, lines that begin with `#` are comments, `-` stands for an empty
 * cell. Throws `data/x.tsv:12: expected 7 columns, found 6` where a row does not fit.
 */
export function readTable(name: string, text: string): Row[] {
  let header: string[] | null = null;
  const rows: Row[] = [];
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
    rows.push(Object.fromEntries(header.map((column, at) => [column, cells[at]!.trim()])));
  }
  if (header === null) throw new Error(`${name}: no header row`);
  return rows;
}
