import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type ConlluSentence, parseConllu } from '../src/language/conllu.ts';

/** Reads a CoNLL-U file, gzipped or not. */
export function readTreebank(path: string): ConlluSentence[] {
  const bytes = readFileSync(path);
  return parseConllu((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}
