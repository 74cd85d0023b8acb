import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { normalizeForm, wordKey } from '../src/language/normalize.ts';
import { splitSentences } from '../src/language/split.ts';
import { tokenize } from '../src/language/tokenize.ts';

/** Sentences, as words in lower case, of the `text` fields of a JSON-lines file, gzipped or not. */
export function readTexts(path: string): string[][] {
  const bytes = readFileSync(path);
  const source = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const sentences: string[][] = [];
  for (const line of source.split('\n')) {
    if (line.trim() === '') continue;
    const { text } = JSON.parse(line) as { text?: unknown };
    if (typeof text !== 'string') continue;
    const words = tokenize(text, 0, text.length);
    for (const [first, end] of splitSentences(text, words, 0)) {
      sentences.push(words.slice(first, end).map(({ form }) => wordKey(normalizeForm(form))));
    }
  }
  return sentences;
}
