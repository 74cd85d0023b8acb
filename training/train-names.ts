/**
 * Trains the weights that tell names of persons, organisations and places:
 *
 *     npm run train:names -- --treebanks DIR [--texts FILE.jsonl.gz ...] [--out data/language]
 *
 * DIR holds `*-train.conllu` files with entities in MISC, gzipped or not. Texts are JSON lines with a `text` and a
 * `date`; the tables of actors say which names they hold. The same files give the same weights.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { findActors } from '../src/actors/find-actors.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { parseConllu, wordsOfConllu } from '../src/language/conllu.ts';
import { NAME_KEYS } from '../src/language/name-features.ts';
import { labelWords, NAME_LABELS } from '../src/language/name-tagger.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { tagWords } from '../src/language/tagger.ts';
import type { TaggerInput } from '../src/language/tagger-features.ts';
import { encodeSparseModel } from './encode-model.ts';
import { type NameLabel, readNames } from './name-labels.ts';
import { Perceptron } from './perceptron.ts';
import { randomFrom, shuffled } from './random.ts';
import { silverNames } from './silver-names.ts';

const ENTRIES = 500_000;
/** How often each annotated sentence is read for once that a sentence of the texts is. */
const TIMES = 6;
/** Texts are read up to this many lines, spread over the files. */
const SILVER = 9_000;

const { values } = parseArgs({
  options: {
    treebanks: { type: 'string' },
    out: { type: 'string', default: 'data/language' },
    texts: { type: 'string', multiple: true, default: [] },
    epochs: { type: 'string', default: '6' },
  },
});
if (values.treebanks === undefined) {
  process.stderr.write('No treebanks given; use: npm run train:names -- --treebanks DIR\n');
  process.exit(1);
}
const knowledge = loadKnowledge();
const { tagger } = knowledge.language;

interface Example {
  readonly input: TaggerInput;
  readonly gold: Uint8Array;
  /** 1 where nothing may be learnt. */
  readonly unknown: Uint8Array;
}

const annotated = fromTreebanks(values.treebanks);
const examples = [
  ...Array.from({ length: values.texts.length === 0 ? 1 : TIMES }, () => annotated).flat(),
  ...values.texts.flatMap(fromTexts),
];
process.stderr.write(`${examples.length} sentences\n`);
writeFileSync(join(values.out, 'names.bin'), train(examples, Number(values.epochs)));

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

function fromTreebanks(folder: string): Example[] {
  const names = readdirSync(folder).filter((name) => /-train\.conllu(\.gz)?$/.test(name));
  return names.sort().flatMap((name) => {
    const source = readText(join(folder, name));
    if (!source.includes('Entity=')) return [];
    const labels = readNames(source);
    return parseConllu(source).map((sentence, i) => {
      const input = tagWords(tagger, wordsOfConllu(sentence));
      return { input, gold: labelsOf(labels[i]!, input.length), unknown: new Uint8Array(input.length) };
    });
  });
}

function fromTexts(path: string): Example[] {
  const lines = readText(path)
    .split('\n')
    .filter((line) => line !== '');
  const step = Math.max(1, Math.floor(lines.length / (SILVER / values.texts.length)));
  return lines
    .filter((_, i) => i % step === 0)
    .flatMap((line) => {
      const { text, date } = JSON.parse(line) as { text: string; date: string };
      const report = { id: 'text', publishedOn: date, text, language: 'en', origin: {} };
      const sentences = readSentences(report, knowledge.language);
      const mentions = findActors(report, sentences, knowledge.actors);
      return sentences.map((sentence): Example => {
        const own = mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
        const { names, unknown } = silverNames(sentence, own);
        const input = tagWords(tagger, sentence.words);
        const unsure = new Uint8Array(input.length);
        for (const i of unknown) unsure[i] = 1;
        return { input, gold: labelsOf(names, input.length), unknown: unsure };
      });
    });
}

function labelsOf(names: readonly NameLabel[], length: number): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { kind, from, to } of names) {
    const begin = NAME_LABELS.indexOf(`B-${kind}`);
    for (let i = from; i < to; i++) labels[i] = i === from ? begin : begin + 1;
  }
  return labels;
}

function train(learnt: readonly Example[], epochs: number): Uint8Array {
  const perceptron = new Perceptron();
  const random = randomFrom(20260101);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let seen = 0;
    for (const index of shuffled(learnt.length, random)) {
      const { input, gold, unknown } = learnt[index]!;
      labelWords(
        input,
        (keys, scores, i) => {
          perceptron.score(keys, NAME_KEYS, scores);
          if (unknown[i] === 1) return;
          let best = 0;
          for (let label = 1; label < NAME_LABELS.length; label++)
            if (scores[label]! > scores[best]!) best = label;
          perceptron.step++;
          seen++;
          if (best === gold[i]) return;
          perceptron.update(keys, NAME_KEYS, gold[i]!, best);
          wrong++;
        },
        new Float64Array(8),
      );
    }
    process.stderr.write(`names epoch ${epoch + 1}: ${((100 * wrong) / seen).toFixed(2)}% corrected\n`);
  }
  return encodeSparseModel({ outcomes: NAME_LABELS, lexicon: '' }, perceptron.averaged(2), ENTRIES);
}
