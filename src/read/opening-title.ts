const SHORTEST_WORDS = 4;
const LONGEST = 150;
/** What follows a headline is a paragraph of sentences, not a further line of a letterhead. */
const SHORTEST_PARAGRAPH = 80;
const BLANK = /^[ \t]*\r?\n/;
/** A sentence, an introduction ("Price said:"), a list or a date is no headline. */
const NO_TITLE = /[.:;,!…|@]$|^by\b|\||@|:\/\/|(?:19|20)\d\d$/i;
const SENTENCE_END = /[.!?…:]["”’»)\]]?$/;

/**
 * The headline that opens a text without a `Title:` line: a line of four words or more without a full stop, a blank
 * line, and a paragraph. Only where that is sure, since the title is part of what a report's id is made of.
 *
 * @example findOpeningTitle('Ministers weigh a new hotline\n\nThe two ministers met on Monday and …') // 'Ministers weigh a new hotline'
 * @example findOpeningTitle('FOR IMMEDIATE RELEASE\n\nMonday, 28 August') // undefined
 */
export function findOpeningTitle(text: string): string | undefined {
  const end = text.indexOf('\n');
  if (end < 0 || end > LONGEST + 1) return undefined;
  const line = text.slice(0, end).trim();
  if (NO_TITLE.test(line) || line.split(/\s+/).length < SHORTEST_WORDS) return undefined;
  if (!/^["“‘'(]?[\p{Lu}\d]/u.test(line) || !/\p{Ll}/u.test(line)) return undefined;
  const blank = BLANK.exec(text.slice(end + 1, end + 200));
  if (blank === null) return undefined;
  const start = end + 1 + blank[0].length;
  const next = text.indexOf('\n', start);
  const paragraph = text.slice(start, next < 0 ? text.length : next).trim();
  return paragraph.length >= SHORTEST_PARAGRAPH && SENTENCE_END.test(paragraph.slice(-2)) ? line : undefined;
}
