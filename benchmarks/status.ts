/**
 * How real the status stage takes events to be, beside what readers thought:
 *
 *     npm run -s bench:status -- FILE.jsonl[.gz] [--errors]
 *
 * Each line of FILE holds a text of words parted by spaces and `targets`: the words `span1` and a rating `label`
 * from -3 (surely did not happen) to +3 (surely did). Status and polarity of any predicate become a number by the
 * table below, which follows from the question that was rated; the figure is Pearson's correlation with the ratings.
 * `--errors` prints the targets with the greatest distance.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { Polarity } from '../src/claims/claim.ts';
import { readReading, tokensIn } from '../src/claims/reading.ts';
import { isOpen } from '../src/claims/reality.ts';
import { realityOfWord } from '../src/claims/status.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { contains, type Report, type Span } from '../src/report.ts';
import { appendHistory } from './history.ts';

/**
 * The ratings answer "did it happen, or is it happening?". What is told as a fact did, what is denied did not; of
 * what is planned, expected, possible, wanted or conditional the text says neither, and whoever is asked whether it
 * has happened says no, half surely.
 */
const FACT: Readonly<Record<Polarity, number>> = { positive: 3, negative: -3 };
const OPEN = -1.5;

interface Line {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean', default: false } },
});
const path = positionals[0];
if (path === undefined) {
  process.stderr.write('No file given; use: npm run -s bench:status -- FILE.jsonl[.gz]\n');
  process.exit(1);
}
const { language, codebook } = loadKnowledge();
const content = path.endsWith('.gz')
  ? gunzipSync(readFileSync(path)).toString('utf8')
  : readFileSync(path, 'utf8');
const pairs: { readonly ours: number; readonly theirs: number; readonly shown: string }[] = [];
for (const line of content.trimEnd().split('\n')) {
  const { text, targets } = JSON.parse(line) as Line;
  const report: Report = { id: '', publishedOn: '2020-01-01', text, language: 'en', origin: {} };
  const sentences = readSentences(report, language);
  for (const { span1, label } of targets) {
    const span = spanOfWords(text, span1);
    const sentence = sentences.find((candidate) => contains(candidate, span));
    if (sentence === undefined) continue;
    const reading = readReading(report, sentence, [], []);
    const node = tokensIn(reading.tokens, span).at(-1);
    if (node === undefined) continue;
    const reality = realityOfWord(reading, codebook, node);
    const { status, polarity, rule } = reality;
    const ours = isOpen(reality) ? OPEN : FACT[polarity];
    const word = text.slice(span.start, span.end);
    pairs.push({ ours, theirs: label, shown: `${word}\t${polarity} ${status} ${rule}\t${text}` });
  }
}
if (values.errors) {
  const worst = [...pairs].sort((a, b) => Math.abs(b.ours - b.theirs) - Math.abs(a.ours - a.theirs));
  for (const { ours, theirs, shown } of worst.slice(0, 400))
    process.stdout.write(`${theirs}\t${ours}\t${shown}\n`);
}
const correlation = pearson(pairs.map(({ ours, theirs }) => [ours, theirs]));
const error = pairs.reduce((sum, { ours, theirs }) => sum + Math.abs(ours - theirs), 0) / pairs.length;
const [low, high] = interval(correlation, pairs.length);
const two = (value: number): number => Math.round(100 * value) / 100;
const three = (value: number): number => Math.round(1000 * value) / 1000;
process.stdout.write(
  `status ${basename(path)}: correlation ${three(correlation)} [${three(low)}, ${three(high)}] mean distance ${two(error)} (n = ${pairs.length})\n`,
);
appendHistory({
  bench: 'status',
  figures: { correlation: three(correlation), distance: two(error) },
  n: pairs.length,
  interval: [three(low), three(high)],
  data: basename(path),
});

/** Where words of a text stand that are parted by single spaces; half-open. */
function spanOfWords(text: string, [first, end]: readonly [number, number]): Span {
  const words = text.split(' ');
  const lengthOf = (count: number): number =>
    words.slice(0, count).reduce((sum, word) => sum + word.length + 1, 0);
  return { start: lengthOf(first), end: lengthOf(end) - 1 };
}

function pearson(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [meanA, meanB] = [mean(0), mean(1)];
  let both = 0;
  let a = 0;
  let b = 0;
  for (const [x, y] of points) {
    both += (x - meanA) * (y - meanB);
    a += (x - meanA) ** 2;
    b += (y - meanB) ** 2;
  }
  return both / Math.sqrt(a * b);
}

/** 95 % by Fisher's transformation. */
function interval(correlation: number, n: number): [number, number] {
  const width = 1.96 / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(correlation) - width), Math.tanh(Math.atanh(correlation) + width)];
}
