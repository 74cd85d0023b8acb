/**
 * How well and how fast the time stage reads documents with gold TIMEX3:
 *
 *     npm run -s bench:time -- GOLD.json ... [--out PREDICTIONS.json] [--kept]
 *
 * The definitions are those of TempEval-3: relaxed is an overlap, strict the same extent, type and value are
 * relaxed F1 times the share of matched pairs that agree. A third of the documents, chosen by a hash of the id,
 * is kept aside while rules are written; `--out` leaves it out unless `--kept` is given.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import type { Span } from '../src/report.ts';
import { findTimes } from '../src/time/find-times.ts';
import { appendHistory } from './history.ts';

interface Timex {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

interface GoldDocument {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly gold: readonly Timex[];
}

interface Counts {
  gold: number;
  found: number;
  relaxed: number;
  strict: number;
  type: number;
  value: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, kept: { type: 'boolean', default: false } },
});
if (positionals.length === 0) {
  process.stderr.write(
    'No file given; use: npm run -s bench:time -- GOLD.json ... [--out PREDICTIONS.json]\n',
  );
  process.exit(1);
}
const { language } = loadKnowledge();
const documents = positionals.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as GoldDocument[]);
const read = documents.map((document) => {
  const report = { text: document.text, publishedOn: document.dct.slice(0, 10) };
  return { document, report, sentences: readSentences(report, language) as readonly Span[] };
});
for (const { report, sentences } of read) findTimes(report, sentences);
const began = performance.now();
const mentions = read.map(({ report, sentences }) => findTimes(report, sentences));
const seconds = (performance.now() - began) / 1000;

const predictions = new Map(
  read.map(({ document }, i) => [
    document.id,
    mentions[i]!.map(({ start, end, type, value, when }) => ({
      begin: start,
      end,
      type,
      value,
      rule: when.rule,
    })),
  ]),
);
if (values.out !== undefined) {
  const shown = documents.filter(({ id }) => values.kept || !isKeptAside(id));
  writeFileSync(
    values.out,
    JSON.stringify(Object.fromEntries(shown.map(({ id }) => [id, predictions.get(id)]))),
  );
}

const counts = new Map(
  documents.map((document) => [document.id, count(document, predictions.get(document.id)!)]),
);
const all = report('all', documents);
report(
  'open',
  documents.filter(({ id }) => !isKeptAside(id)),
);
const kept = report(
  'kept aside',
  documents.filter(({ id }) => isKeptAside(id)),
);
const bytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
const kbPerSecond = Math.round(bytes / 1000 / seconds);
const interval = bootstrap(documents);
const n = documents.reduce((sum, { gold }) => sum + gold.length, 0);
const data = positionals.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(' ');
process.stdout.write(
  `time ${data}: value ${all.value} [${interval.join(', ')}] strict ${all.strict} relaxed ${all.relaxed} type ${all.type}, ` +
    `kept aside value ${kept.value}, ${kbPerSecond} KB/s (n = ${n} expressions, ${documents.length} documents)\n`,
);

appendHistory({
  bench: 'time',
  figures: { ...all, keptValue: kept.value, kbPerSecond },
  n,
  interval,
  data,
});

function isKeptAside(id: string): boolean {
  return createHash('sha256').update(`time:${id}`).digest()[0]! < 85;
}

/** One-to-one in text order: each prediction takes the first free gold expression that it overlaps. */
function count({ text, gold }: GoldDocument, found: readonly Timex[]): Counts {
  const counts: Counts = { gold: gold.length, found: found.length, relaxed: 0, strict: 0, type: 0, value: 0 };
  const taken = new Set<Timex>();
  for (const one of found) {
    const match = gold.find((other) => !taken.has(other) && one.begin < other.end && other.begin < one.end);
    if (match === undefined) continue;
    taken.add(match);
    counts.relaxed++;
    if (extent(text, match) === extent(text, one)) counts.strict++;
    if (match.type === one.type) counts.type++;
    if (match.value === one.value) counts.value++;
  }
  return counts;
}

/** White space at either end does not count. */
function extent(text: string, { begin, end }: Timex): string {
  const words = text.slice(begin, end);
  return `${begin + words.length - words.trimStart().length}-${end - words.length + words.trimEnd().length}`;
}

function scores(some: readonly GoldDocument[]) {
  const sum: Counts = { gold: 0, found: 0, relaxed: 0, strict: 0, type: 0, value: 0 };
  for (const { id } of some) {
    const one = counts.get(id)!;
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += one[key];
  }
  const f1 = (matches: number) => Math.round((20_000 * matches) / Math.max(1, sum.gold + sum.found)) / 100;
  return { strict: f1(sum.strict), relaxed: f1(sum.relaxed), type: f1(sum.type), value: f1(sum.value) };
}

function report(name: string, some: readonly GoldDocument[]) {
  const figures = scores(some);
  const shown = Object.entries(figures).map(([key, figure]) => `${key} ${figure.toFixed(2)}`);
  const n = some.reduce((sum, { gold }) => sum + gold.length, 0);
  process.stdout.write(
    `${name.padEnd(11)} ${shown.join('  ')}  (n = ${n} expressions, ${some.length} documents)\n`,
  );
  return figures;
}

/** 95 % interval of value F1 over documents drawn with replacement, from a fixed seed. */
function bootstrap(some: readonly GoldDocument[]): [number, number] {
  let state = 2024;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const drawn = Array.from(
    { length: 1000 },
    () => scores(some.map(() => some[Math.floor(next() * some.length)]!)).value,
  );
  drawn.sort((a, b) => a - b);
  return [drawn[25]!, drawn[974]!];
}
