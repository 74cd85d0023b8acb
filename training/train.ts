/**
 * Trains the weights in data/language from treebanks in Universal Dependencies English:
 *
 *     npm run train -- --treebanks DIR [--texts FILE.jsonl.gz ...] [--own training/own] [--out data/language] [--epochs 10]
 *
 * DIR holds `*-train.conllu` files, gzipped or not. Texts are JSON lines with a `text`; they only sort words
 * into classes. `--own` is a folder of the same kind whose sentences only the parser learns from. The same files give
 * the same weights.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ConlluSentence, wordsOfConllu } from '../src/language/conllu.ts';
import { encodeLexicon } from '../src/language/lexicon.ts';
import { normalizeForm, wordKey } from '../src/language/normalize.ts';
import { decodeSparseModel } from '../src/language/sparse-model.ts';
import { tagWords } from '../src/language/tagger.ts';
import { clusterWords } from './cluster-words.ts';
import { encodeSparseModel } from './encode-model.ts';
import { makeLemmas } from './make-lemmas.ts';
import { meanFeatures } from './mean-features.ts';
import { readTexts } from './read-texts.ts';
import { listRelations, trainParser } from './train-parser.ts';
import { listTags, type TrainedTagger, trainTagger } from './train-tagger.ts';
import { readTreebank } from './treebank.ts';

const TAGGER_ENTRIES = 1_400_000;
const PARSER_ENTRIES = 4_200_000;
const FOLDS = 4;
const CLASSES = 200;
const CLASS_WORDS = 20_000;
/**
 * How often each of two parsers reads our own sentences in an epoch. The mean of their weights parses better than either,
 * and what the treebanks alone teach keeps its say.
 */
const OWN_TIMES = [2, 0];

const { values } = parseArgs({
  options: {
    treebanks: { type: 'string' },
    out: { type: 'string', default: 'data/language' },
    own: { type: 'string', default: 'training/own' },
    texts: { type: 'string', multiple: true, default: [] },
    epochs: { type: 'string', default: '10' },
  },
});
if (values.treebanks === undefined) {
  process.stderr.write('No treebanks given; use: npm run train -- --treebanks DIR\n');
  process.exit(1);
}
const log = (line: string): void => void process.stderr.write(`${line}\n`);

function readFolder(folder: string): ConlluSentence[] {
  const found = readdirSync(folder)
    .filter((name) => /-train\.conllu(\.gz)?$/.test(name))
    .sort()
    .flatMap((name) => readTreebank(join(folder, name)));
  if (found.length > 0) return found;
  process.stderr.write(
    `No sentences found in "${folder}"; expected files named *-train.conllu or *-train.conllu.gz\n`,
  );
  process.exit(1);
}
const treebanks = readFolder(values.treebanks);
const own = readFolder(values.own);
const tags = listTags(treebanks);
const relations = listRelations(treebanks);
log(
  `${treebanks.length} sentences and ${own.length} of our own, ${tags.length} tags, ${relations.length} relations`,
);

/** Classes of the words of treebanks and texts; none without texts. */
function classifyWords(): Map<string, number> {
  if (values.texts.length === 0) return new Map();
  const plain = [
    ...values.texts.flatMap(readTexts),
    ...treebanks.map((sentence) => sentence.words.map(({ form }) => wordKey(normalizeForm(form)))),
  ];
  log(`${plain.length} sentences of plain text`);
  const { words, classes } = clusterWords(plain, CLASSES, CLASS_WORDS, 8, log);
  return new Map(words.map((word, i) => [word, classes[i]!]));
}
const classes = classifyWords();

mkdirSync(values.out, { recursive: true });
const save = (name: string, bytes: Uint8Array | string): void => {
  writeFileSync(join(values.out, name), bytes);
  log(`${name}: ${(bytes.length / 1e6).toFixed(2)} MB`);
};

/** Tags for the training sentences from taggers that have not seen them, as the parser will meet them. */
function jackknife(): Uint8Array[] {
  const predicted: Uint8Array[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    log(`fold ${fold + 1} of ${FOLDS}`);
    const held = (_: ConlluSentence, i: number): boolean => Math.floor(i / 50) % FOLDS === fold;
    const trained = trainTagger(
      treebanks.filter((s, i) => !held(s, i)),
      tags,
      classes,
      4,
      log,
    );
    const tagger = { lexicon: trained.lexicon, model: packTagger(trained), tags };
    treebanks.forEach((sentence, i) => {
      if (held(sentence, i)) predicted[i] = tagWords(tagger, wordsOfConllu(sentence)).tags;
    });
  }
  return predicted;
}

const encodeTagger = (trained: TrainedTagger): Uint8Array =>
  encodeSparseModel(
    { outcomes: tags, lexicon: encodeLexicon(trained.entries) },
    trained.perceptron.averaged(2),
    TAGGER_ENTRIES,
  );
const packTagger = (trained: TrainedTagger) => decodeSparseModel(encodeTagger(trained)).model;

const predicted = jackknife();
const tagger = trainTagger(treebanks, tags, classes, 6, log);
save('tagger.bin', encodeTagger(tagger));
save('lemmas.tsv', makeLemmas(treebanks));
const { lexicon } = tagger;
const model = packTagger(tagger);
const ownTags = own.map((sentence) => tagWords({ lexicon, model, tags }, wordsOfConllu(sentence)).tags);
const parsers = OWN_TIMES.map((times) => {
  const repeated = <T>(things: readonly T[]): T[] => Array.from({ length: times }, () => things).flat();
  return trainParser(
    [...treebanks, ...repeated(own)],
    [...predicted, ...repeated(ownTags)],
    lexicon,
    tags,
    relations,
    Number(values.epochs),
    log,
  ).averaged(2);
});
save(
  'parser.bin',
  encodeSparseModel({ outcomes: relations, lexicon: '' }, meanFeatures(parsers), PARSER_ENTRIES),
);
