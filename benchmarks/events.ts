/**
 * What type of act the lexicon and the grammar see between two given actors:
 *
 *     npm run -s bench:events -- FILE.tsv [--out PREDICTIONS] [--errors]
 *
 * FILE has the columns `marked_sentence` (`<s>` and `<t>` around the pair) and `gold_root`. Only the sentence is
 * read; the pair is given. `--out` writes one type a line. Even rows are kept aside: `--errors` prints the wrong
 * ones of the odd rows alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ActorMention } from '../src/actors/actor.ts';
import type { PairType } from '../src/claims/pair-type.ts';
import { typeOfPair } from '../src/claims/pair-type.ts';
import { readReading } from '../src/claims/reading.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { contains, type Report } from '../src/report.ts';
import { findTimes } from '../src/time/find-times.ts';
import { type EventScore, fold, scoreEvents } from './event-score.ts';
import { appendHistory } from './history.ts';
import { readMarkedPair } from './marked-pair.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, errors: { type: 'boolean', default: false } },
});
const path = positionals[0];
if (path === undefined) {
  process.stderr.write('No file given; use: npm run -s bench:events -- FILE.tsv [--out PREDICTIONS]\n');
  process.exit(1);
}
const { language, codebook, times } = loadKnowledge();
const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
const columns = head!.split('\t');
const rows = lines.map((line) => {
  const cells = line.split('\t');
  return {
    marked: cells[columns.indexOf('marked_sentence')]!,
    gold: fold(cells[columns.indexOf('gold_root')] ?? ''),
  };
});

const chosen = rows.map(({ marked }) => typeIn(marked));
const predicted = chosen.map((choice) => fold(choice?.type ?? ''));
if (values.out !== undefined)
  writeFileSync(values.out, chosen.map((choice) => `${choice?.type ?? ''}\n`).join(''));
if (values.errors) {
  for (const [at, { marked, gold }] of rows.entries()) {
    if (at % 2 === 0 && predicted[at] !== gold)
      process.stdout.write(`${gold}\t${predicted[at]}\t${chosen[at]?.rule ?? '-'}\t${marked}\n`);
  }
}
const part = (keep: (at: number) => boolean): EventScore =>
  scoreEvents(
    rows.filter((_, at) => keep(at)).map(({ gold }) => gold),
    predicted.filter((_, at) => keep(at)),
  );
const scores = { all: part(() => true), odd: part((at) => at % 2 === 0), even: part((at) => at % 2 === 1) };
const one = (value: number): number => Math.round(10 * value) / 10;
for (const [name, { root, quad, binary, accuracy, none, n }] of Object.entries(scores)) {
  process.stdout.write(
    `${name.padEnd(5)} root ${one(root)} quad ${one(quad)} binary ${one(binary)} accuracy ${one(accuracy)} none ${none} (n = ${n})\n`,
  );
}
const { even, odd } = scores;
process.stdout.write(
  `events ${basename(path)}: macro F1 on even rows root ${one(even.root)} quad ${one(even.quad)} binary ${one(even.binary)} (n = ${even.n}), on odd rows root ${one(odd.root)} (n = ${odd.n})\n`,
);
appendHistory({
  bench: 'events',
  figures: { root: one(even.root), quad: one(even.quad), binary: one(even.binary), rootOdd: one(odd.root) },
  n: even.n,
  data: basename(path),
});

/** The first sentence in which a type is seen, those with both actors before those with one. */
function typeIn(marked: string): PairType | null {
  const { text, source, target } = readMarkedPair(marked);
  const report: Report = { id: '', publishedOn: '2020-01-01', text, language: 'en', origin: {} };
  const read = readSentences(report, language);
  const days = findTimes(report, read, times);
  const sentences = read.map((sentence) => ({
    sentence,
    days: days.filter((day) => contains(sentence, day)),
    actors: [source, target].filter(
      (mention) => mention !== null && contains(sentence, mention),
    ) as ActorMention[],
  }));
  sentences.sort((a, b) => b.actors.length - a.actors.length);
  for (const { sentence, actors, days } of sentences) {
    const choice = typeOfPair(readReading(report, sentence, actors, days), codebook, source, target);
    if (choice !== null) return choice;
  }
  return null;
}
