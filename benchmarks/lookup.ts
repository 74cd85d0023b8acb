/**
 * What finding names costs, and whether it depends on how many names are listed:
 *
 *     npm run -s bench:lookup [-- FILE.jsonl[.gz]] [--limit N]
 *
 * Reads the tables of actors (first time and median of nine), then finds actors with the tables as they are and
 * with nine made-up names beside each listed person and organisation. Without a file the example corpus is read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ActorDirectory } from '../src/actors/directory.ts';
import { findActors } from '../src/actors/find-actors.ts';
import { readDirectory } from '../src/actors/read-directory.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { readReports } from '../src/read/read-reports.ts';
import { appendHistory } from './history.ts';

const EXAMPLE = new URL('../examples/usa-china/dispatches.jsonl', import.meta.url).pathname;
const TABLES = new URL('../data/actors', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { limit: { type: 'string', default: '5000' } },
});
const path = positionals[0] ?? EXAMPLE;
const limit = Number(values.limit);
if (!(limit >= 1)) {
  process.stderr.write('--limit takes a number from 1\n');
  process.exit(2);
}

const started = performance.now();
const tables = readTables();
const listed = readDirectory(tables);
const firstLoad = performance.now() - started;
const loads = Array.from({ length: 9 }, () => took(() => readDirectory(readTables())));
const crowded = readDirectory({
  ...tables,
  'holders.tsv': crowd(tables['holders.tsv']!, [0]),
  'organisations.tsv': crowd(tables['organisations.tsv']!, [0, 1]),
});

const { language } = loadKnowledge();
const read: Parameters<typeof findActors>[] = [];
for await (const outcome of readReports({ path }, {})) {
  if (outcome.kind !== 'report') continue;
  read.push([outcome.report, readSentences(outcome.report, language), listed]);
  if (read.length === limit) break;
}
const words = read.flatMap(([, sentences]) => sentences).reduce((sum, one) => sum + one.words.length, 0);
if (words === 0) {
  process.stderr.write(`No report found in "${path}"; use: npm run -s bench:lookup -- FILE.jsonl[.gz]\n`);
  process.exit(1);
}
// In turn, so that what else the machine does falls on both; the first round is for warmth.
const rounds = Array.from({ length: 8 }, () => [search(listed), search(crowded)] as const).slice(1);
const [perWord, perWordCrowded] = [0, 1].map((at) => median(rounds.map((round) => round[at]!)) / words);

const figures = {
  loadFirstMs: round(firstLoad),
  loadMs: round(median(loads)),
  names: namesIn(listed),
  namesCrowded: namesIn(crowded),
  nsPerWord: Math.round(1e6 * perWord!),
  nsPerWordCrowded: Math.round(1e6 * perWordCrowded!),
};
process.stdout.write(
  `lookup ${basename(path)}: tables read in ${figures.loadFirstMs} ms (again ${figures.loadMs}); ` +
    `${figures.nsPerWord} ns a word with ${figures.names} people and organisations, ` +
    `${figures.nsPerWordCrowded} ns with ${figures.namesCrowded} (n = ${words} words)\n`,
);
appendHistory({ bench: 'lookup', figures, n: words, data: basename(path) });

function readTables(): Record<string, string> {
  const names = readdirSync(TABLES).filter((name) => name.endsWith('.tsv'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(TABLES, name), 'utf8')]));
}

/** A table with nine rows more for each: the same first words, so that a search must go as deep as it can. */
function crowd(table: string, nameColumns: readonly number[]): string {
  const [head, ...rows] = table.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const more = rows.flatMap((row) =>
    Array.from({ length: 9 }, (_, at) =>
      row
        .split('\t')
        .map((cell, column) => (nameColumns.includes(column) ? `${cell}${'qxzjkwvyu'[at]}ov` : cell))
        .join('\t'),
    ),
  );
  return [head, ...rows, ...more].join('\n');
}

function namesIn({ people, organisations }: ActorDirectory): number {
  return people.size + organisations.size;
}

function search(directory: ActorDirectory): number {
  return took(() => {
    for (const [report, sentences] of read) findActors(report, sentences, directory);
  });
}

function took(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds);
}
