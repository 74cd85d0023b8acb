import { stripVTControlCharacters } from 'node:util';
import type { Terminal } from '../terminal.ts';

const GAP = '  ';
/** The least room for the last column, on a narrow terminal with wide columns before it. */
const LEAST = 20;

/** Rows in columns without lines; the last column takes the room that is left and wraps. */
export function columns(rows: readonly (readonly string[])[], terminal: Terminal, indent = 2): string {
  const last = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: Math.max(0, last) }, (_, at) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 0),
  );
  const used = indent + widths.reduce((sum, width) => sum + width + GAP.length, 0);
  const room = Math.max(LEAST, terminal.width - used);
  const lines: string[] = [];
  for (const row of rows) {
    const before = widths.map((width, at) => pad(row[at] ?? '', width) + GAP).join('');
    const [first = '', ...others] = (row[last] ?? '').split('\n').flatMap((line) => wrap(line, room));
    lines.push(`${' '.repeat(indent)}${before}${first}`.trimEnd());
    for (const line of others) lines.push(' '.repeat(used) + line);
  }
  return lines.join('\n');
}

/** Lines broken at spaces before `width` columns; a longer word stands on a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const length = widthOf(word);
    if (used > 0 && used + 1 + length > width) {
      lines.push(line);
      line = word;
      used = length;
    } else {
      line = used === 0 ? word : `${line} ${word}`;
      used += used === 0 ? length : length + 1;
    }
  }
  return [...lines, line];
}

/** A block: its name, one line that says what it shows, and what stands in it. */
export function block(terminal: Terminal, name: string, what: string, body: string): string {
  return `${terminal.paint.bold(name)}  ${terminal.paint.dim(what)}\n${body}`;
}

/** `1 report`, `2 reports`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Columns of a terminal that a text takes: none for emphasis and combining marks, two for East Asian signs. */
function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const sign of stripVTControlCharacters(text)) {
    if (!COMBINING.test(sign)) width += isWide(sign.codePointAt(0)!) ? 2 : 1;
  }
  return width;
}

const PLAIN = /^[\x20-\x7e]*$/;
const COMBINING = /^[\p{Mn}\p{Me}]$/u;

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
