/**
 * How well the tagger of names finds persons, organisations and places in a treebank with entities in MISC:
 *
 *     npm run -s bench:names -- FILE.conllu[.gz]
 *
 * A name counts where its first and last word agree; `span` leaves the kind aside. Gold words, tags of our own.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadKnowledge } from '../src/knowledge.ts';
import { parseConllu, wordsOfConllu } from '../src/language/conllu.ts';
import { sentenceOf } from '../src/language/read-sentences.ts';
import { readNames } from '../training/name-labels.ts';
import { appendHistory } from './history.ts';

const path = process.argv[2];
if (path === undefined) {
  process.stderr.write('No file given; use: npm run -s bench:names -- FILE.conllu[.gz]\n');
  process.exit(1);
}
const bytes = readFileSync(path);
const source = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const gold = readNames(source);
const { language } = loadKnowledge();
const counts = new Map<string, { gold: number; found: number; right: number }>();
const count = (key: string, what: 'gold' | 'found' | 'right'): void => {
  const entry = counts.get(key) ?? { gold: 0, found: 0, right: 0 };
  entry[what]++;
  counts.set(key, entry);
};
for (const [index, sentence] of parseConllu(source).entries()) {
  const found = sentenceOf(index, wordsOfConllu(sentence), language).names;
  for (const name of found) for (const key of [name.kind, 'all', 'span']) count(key, 'found');
  for (const { kind, from, to } of gold[index]!) {
    for (const key of [kind, 'all', 'span']) count(key, 'gold');
    const same = found.find((name) => name.from === from && name.to === to);
    if (same !== undefined) count('span', 'right');
    if (same?.kind === kind) for (const key of [kind, 'all']) count(key, 'right');
  }
}
const figures: Record<string, number> = {};
for (const [key, { gold: marked, found, right }] of counts) {
  figures[key] = Math.round((2000 * right) / Math.max(1, marked + found)) / 10;
}
const n = counts.get('all')?.gold ?? 0;
process.stdout.write(
  `names ${basename(path)}: F1 ${Object.entries(figures)
    .map(([key, figure]) => `${key} ${figure}`)
    .join(' ')} (n = ${n} names)\n`,
);
appendHistory({ bench: 'names', figures, n, data: basename(path) });
