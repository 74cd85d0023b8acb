import type { RawReport } from './make-report.ts';
import { findOpeningTitle } from './opening-title.ts';

/**
 * The dateline of a corpus, glued before its text: ` date 2023-06-16 The ministers met`. The value may be wrong
 * (`2023-02-30`, `2020-07`): it is read as a date later, and quoted where it is none.
 */
const DATELINE = /^[ \t]{0,8}date[ \t]{1,8}(\d[\d./-]{3,18})(?:[ \t]|\r?\n|$)/;
/** A further dateline at the beginning of a line opens a further report. */
const NEXT_DATELINE = /\r?\n[ \t]?(?=date[ \t]\d{4}-\d{2}-\d{2}[ \t])/;
const HEADER_LINE = /^([A-Za-z]{3,12}):[ \t]*(.*)$/;

const FIELDS: ReadonlyMap<string, keyof RawReport> = new Map([
  ['title', 'title'],
  ['headline', 'title'],
  ['publisher', 'publisher'],
  ['outlet', 'publisher'],
  ['country', 'publisherCountry'],
  ['url', 'url'],
  ['date', 'date'],
  ['language', 'language'],
  ['licence', 'licence'],
  ['license', 'licence'],
]);

/**
 * Takes a file of plain text apart: a dateline, a block of `Name: value` lines or both, then the text. A file with a
 * second dateline gives a second report.
 *
 * @example readPlainText('a.txt', 'Date: 16 June 2023\nPublisher: Herald\n\nThe ministers met.')
 */
export function readPlainText(file: string, text: string): RawReport[] {
  const origin = { readFrom: { file } };
  if (!DATELINE.test(text)) {
    const { fields, body } = readHeaders(text);
    // Without a single header line nothing says that the text begins here.
    const title = Object.keys(fields).length === 0 ? {} : titleOf(body);
    return [{ where: file, ...title, ...fields, body, origin }];
  }
  const parts = text.split(NEXT_DATELINE);
  return parts.map((part, index) => {
    const where = parts.length === 1 ? file : `${file} (report ${index + 1})`;
    const dateline = DATELINE.exec(part)!;
    const { fields, body } = readHeaders(part.slice(dateline[0].length));
    return { where, ...titleOf(body), ...fields, date: dateline[1]!, body, origin };
  });
}

/** `Title:`, `Publisher:`, `URL:`, `Date:` ... at the top; the first line that is none of them opens the text. */
function readHeaders(text: string): { readonly fields: Record<string, string>; readonly body: string } {
  const fields: Record<string, string> = {};
  let at = /^[ \t]{0,8}\r?\n/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const match = end - at > 2000 ? null : HEADER_LINE.exec(text.slice(at, end).trimEnd());
    const field = match === null ? undefined : FIELDS.get(match[1]!.toLowerCase());
    if (field === undefined) break;
    fields[field] ??= match![2]!;
    at = end + 1;
  }
  const headed = Object.keys(fields).length > 0;
  const body = !headed ? text : text.slice(at).replace(/^(?:[ \t]*\r?\n){1,100}/, '');
  return { fields, body };
}

function titleOf(body: string): { title?: string } {
  const title = findOpeningTitle(body);
  return title === undefined ? {} : { title };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}
