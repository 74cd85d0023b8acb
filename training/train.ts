/**
 * Trains the weights in data/language from treebanks in Universal Dependencies English:
 *
 *     npm run train -- --treebanks DIR [--out data/language] [--epochs 12]
 *
 * DIR holds `*-train.conllu` files, gzipped or not. The same files give the same weights.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ConlluSentence, wordsOfConllu } from '../src/language/conllu.ts';
import { encodeLexicon } from '../src/language/lexicon.ts';
import { decodeSparseModel } from '../src/language/sparse-model.ts';
import { tagWords } from '../src/language/tagger.ts';
import { encodeSparseModel } from './encode-model.ts';
import { makeLemmas } from './make-lemmas.ts';
import { listRelations, trainParser } from './train-parser.ts';
import { listTags, type TrainedTagger, trainTagger } from './train-tagger.ts';
import { readTreebank } from './treebank.ts';

const TAGGER_ENTRIES = 1_400_000;
const PARSER_ENTRIES = 2_600_000;
const FOLDS = 4;

const { values } = parseArgs({
  options: {
    treebanks: { type: 'string' },
    out: { type: 'string', default: 'data/language' },
    epochs: { type: 'string', default: '12' },
  },
});
if (values.treebanks === undefined) {
  process.stderr.write('No treebanks given; use: npm run train -- --treebanks DIR\n');
  process.exit(1);
}
const folder = values.treebanks;
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const sentences = readdirSync(folder)
  .filter((name) => /-train\.conllu(\.gz)?$/.test(name))
  .sort()
  .flatMap((name) => readTreebank(join(folder, name)));
if (sentences.length === 0) {
  process.stderr.write(
    `No sentences found in "${folder}"; expected files named *-train.conllu or *-train.conllu.gz\n`,
  );
  process.exit(1);
}
const tags = listTags(sentences);
const relations = listRelations(sentences);
log(`${sentences.length} sentences, ${tags.length} tags, ${relations.length} relations`);

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
      sentences.filter((s, i) => !held(s, i)),
      tags,
      4,
      log,
    );
    const tagger = { lexicon: trained.lexicon, model: packTagger(trained), tags };
    sentences.forEach((sentence, i) => {
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
const tagger = trainTagger(sentences, tags, 6, log);
save('tagger.bin', encodeTagger(tagger));
save('lemmas.tsv', makeLemmas(sentences));
const parser = trainParser(sentences, predicted, tagger.lexicon, tags, relations, Number(values.epochs), log);
save(
  'parser.bin',
  encodeSparseModel({ outcomes: relations, lexicon: '' }, parser.averaged(2), PARSER_ENTRIES),
);
