/**
 * Words of a report for a terminal, on one line: no escape sequence, no character that turns the direction of
 * writing or hides, white space as single spaces.
 */
export function safeText(text: string): string {
  return text.replace(ESCAPES, '').replace(/\s+/g, ' ').replace(HIDDEN, '').trim();
}

/** Text of several lines: as `safeText`, with line ends and tabs kept. */
export function safeLines(text: string): string {
  return text.replace(ESCAPES, '').replace(/\r\n?/g, '\n').replace(HIDDEN_IN_LINES, '');
}

/** Colours, cursor moves and the like; what is left of longer ones loses its escape below. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const ESCAPES = /\x1b\[[0-?]{0,32}[ -/]{0,8}[@-~]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const HIDDEN = /[\0-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const HIDDEN_IN_LINES = /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Cut to `length` characters, at a space where one is near, with an ellipsis. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.lastIndexOf(' ', length - 1);
  const end = space > length * 0.6 ? space : length - 1;
  return `${text
    .slice(0, end)
    .toWellFormed()
    .replace(/[\s,;:]+$/, '')}…`;
}
