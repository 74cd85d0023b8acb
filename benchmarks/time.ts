/**
 * How well and how fast the time stage reads documents with gold TIMEX3, beside chrono-node:
 *
 *     npm run -s bench:time -- GOLD.json ... [--out PREDICTIONS.json] [--kept]
 *
 * The definitions are those of TempEval-3 (`timex-score.ts`). A third of the documents, chosen by a hash of the
 * id, is kept aside while rules are written; `--out` leaves it out unless `--kept` is given.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import type { Span } from '../src/report.ts';
import { findTimes } from '../src/time/find-times.ts';
import { chronoTimes } from './chrono-times.ts';
import { appendHistory } from './history.ts';
import { type GoldDocument, scoreLine, scoreTimes } from './timex-score.ts';

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
const { language, times } = loadKnowledge();
const documents = positionals.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as GoldDocument[]);
const reports = documents.map(({ text, dct }) => ({ text, publishedOn: dct.slice(0, 10) }));
// Tags and trees are computed when first asked for: the whole of the stage is what is compared with.
const [sentences, languageMs] = timed(() =>
  reports.map((report): readonly Span[] =>
    readSentences(report, language).filter(({ tokens, tree }) => tokens.length === tree.heads.length),
  ),
);
const find = () => reports.map((report, i) => findTimes(report, sentences[i]!, times));
find();
const [mentions, timeMs] = timed(find);
const [chrono, chronoMs] = timed(() =>
  reports.map(({ text, publishedOn }) => chronoTimes(text, publishedOn)),
);

const ours = new Map(
  documents.map(({ id }, i) => [
    id,
    mentions[i]!.map(({ start, end, type, value, when }) => ({
      begin: start,
      end,
      type,
      value,
      rule: when.rule,
    })),
  ]),
);
const theirs = new Map(documents.map(({ id }, i) => [id, chrono[i]!]));
if (values.out !== undefined) {
  const shown = documents.filter(({ id }) => values.kept || !isKeptAside(id));
  writeFileSync(values.out, JSON.stringify(Object.fromEntries(shown.map(({ id }) => [id, ours.get(id)]))));
}

const open = documents.filter(({ id }) => !isKeptAside(id));
const aside = documents.filter(({ id }) => isKeptAside(id));
const all = scoreTimes(documents, ours);
const kept = scoreTimes(aside, ours);
const other = scoreTimes(documents, theirs);
print(scoreLine('all', all), scoreLine('open', scoreTimes(open, ours)), scoreLine('kept aside', kept));
print(scoreLine('chrono-node', other));

const kilobytes = documents.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1000;
const kbPerSecond = Math.round((1000 * kilobytes) / timeMs);
const share = Math.round((1000 * timeMs) / languageMs) / 10;
print(
  `speed       ${kbPerSecond} KB/s with the sentences given, ${share} % of what the language stage takes with every tree; ` +
    `chrono-node ${Math.round((1000 * kilobytes) / chronoMs)} KB/s\n`,
  `one line    ${oneLine().join(', ')}\n`,
);
const data = positionals.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(' ');
const { figures, intervals } = all;
print(
  `time ${data}: value ${figures.value} [${intervals.value.join(', ')}] strict ${figures.strict} ` +
    `relaxed ${figures.relaxed} type ${figures.type}, kept aside value ${kept.figures.value}, ` +
    `chrono-node value ${other.figures.value}, ${kbPerSecond} KB/s ` +
    `(n = ${all.expressions} expressions, ${all.documents} documents)\n`,
);
appendHistory({
  bench: 'time',
  figures: {
    strict: figures.strict,
    relaxed: figures.relaxed,
    type: figures.type,
    value: figures.value,
    keptValue: kept.figures.value,
    chronoValue: other.figures.value,
    kbPerSecond,
    shareOfLanguage: share,
  },
  n: all.expressions,
  interval: intervals.value,
  data,
});

/** The texts on one line and in one sentence, at three lengths: the speed stays the same where reading is linear. */
function oneLine(): string[] {
  const line = reports.map(({ text }) => text.replace(/\s+/g, ' ')).join(' ');
  return [250_000, 500_000, 1_000_000].map((length) => {
    const text = line.repeat(Math.ceil(length / line.length)).slice(0, length);
    const [, ms] = timed(() =>
      findTimes({ text, publishedOn: '2000-01-01' }, [{ start: 0, end: length }], times),
    );
    return `${length / 1000} KB at ${Math.round(length / ms)} KB/s`;
  });
}

function timed<T>(run: () => T): [T, number] {
  const began = performance.now();
  const result = run();
  return [result, performance.now() - began];
}

function isKeptAside(id: string): boolean {
  return createHash('sha256').update(`time:${id}`).digest()[0]! < 85;
}

function print(...lines: readonly string[]): void {
  process.stdout.write(lines.join(''));
}
