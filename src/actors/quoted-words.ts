import type { Reader } from './reader.ts';

/** For each word of a report whether it stands in quotation marks; a paragraph's end closes them. */
export function quotedWords({ report: { text }, words }: Reader): Uint8Array {
  const quoted = new Uint8Array(words.keys.length);
  let open = false;
  let at = 0;
  for (let i = 0; i < words.keys.length; i++) {
    for (; at < words.starts[i]!; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x201c) open = true;
      else if (code === 0x201d || code === 10) open = false;
      else if (code === 34) open = !open;
    }
    at = words.ends[i]!;
    quoted[i] = open ? 1 : 0;
  }
  return quoted;
}
