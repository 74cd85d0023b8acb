import type { Span } from '../report.ts';

/** For each of some words of a text, in order, whether it stands in quotation marks; a paragraph's end closes them. */
export function quotedWords(text: string, words: readonly Span[]): Uint8Array {
  const quoted = new Uint8Array(words.length);
  let open = false;
  let at = 0;
  for (const [i, { start, end }] of words.entries()) {
    for (; at < start; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x201c) open = true;
      else if (code === 0x201d || code === 10) open = false;
      else if (code === 34) open = !open;
    }
    at = end;
    quoted[i] = open ? 1 : 0;
  }
  return quoted;
}
