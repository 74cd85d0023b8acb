/**
 * How well and how fast the language stage reads treebanks:
 *
 *     npm run -s bench:language -- FILE.conllu[.gz] ... [--documents WORD]
 *
 * Tags, lemmas and trees are scored on gold words, words and sentences on the raw text (as in the CoNLL 2018
 * shared task; relations count with their subtypes, punctuation counts). `--documents` keeps the documents
 * whose name contains WORD.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ConlluSentence, wordsOfConllu } from '../src/language/conllu.ts';
import { decodeLanguageModel } from '../src/language/model.ts';
import { normalizeForm } from '../src/language/normalize.ts';
import { readSentences, sentenceOf } from '../src/language/read-sentences.ts';
import { readTreebank } from '../training/treebank.ts';
import { appendHistory } from './history.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: 'string' }, weights: { type: 'string', default: 'data/language' } },
});
if (positionals.length === 0) {
  process.stderr.write('No file given; use: npm run -s bench:language -- FILE.conllu[.gz] ...\n');
  process.exit(1);
}
const began = performance.now();
const model = decodeLanguageModel({
  tagger: readFileSync(`${values.weights}/tagger.bin`),
  parser: readFileSync(`${values.weights}/parser.bin`),
  names: readFileSync(`${values.weights}/names.bin`),
  lemmas: readFileSync(`${values.weights}/lemmas.tsv`, 'utf8'),
});
const loadMs = performance.now() - began;
const gold = positionals
  .flatMap((path) => readTreebank(path))
  .filter(({ document }) => values.documents === undefined || document.includes(values.documents));
if (gold.length === 0) {
  process.stderr.write('No sentences found in the files given; expected CoNLL-U\n');
  process.exit(1);
}

const figures = {
  ...scoreGoldWords(gold),
  ...scoreSegmentation(gold),
  ...speed(gold),
  loadMs: Math.round(loadMs),
};
const words = gold.reduce((sum, sentence) => sum + sentence.words.length, 0);
const data = [...positionals.map((path) => path.slice(path.lastIndexOf('/') + 1)), values.documents ?? []]
  .flat()
  .join(' ');
for (const [name, figure] of Object.entries(figures)) process.stdout.write(`${name.padEnd(12)} ${figure}\n`);
process.stdout.write(
  `language ${data}: LAS ${figures.las} UAS ${figures.uas} UPOS ${figures.upos} XPOS ${figures.xpos} lemma ${figures.lemma} ` +
    `words F1 ${figures.wordF1} sentences F1 ${figures.sentenceF1} ${figures.tokensPerSecond} words/s (n = ${words} words)\n`,
);
if (values.weights === 'data/language') appendHistory({ bench: 'language', figures, n: words, data });

/** Percent with two places. */
function percent(right: number, all: number): number {
  return Math.round((10000 * right) / all) / 100;
}

function scoreGoldWords(sentences: readonly ConlluSentence[]) {
  let all = 0;
  let upos = 0;
  let xpos = 0;
  let lemma = 0;
  let uas = 0;
  let las = 0;
  for (const [index, sentence] of sentences.entries()) {
    const { words } = sentence;
    const { tokens, tree } = sentenceOf(index, wordsOfConllu(sentence), model);
    for (const [i, word] of words.entries()) {
      const token = tokens[i]!;
      all++;
      if (token.upos === word.upos) upos++;
      if (token.tag === word.xpos) xpos++;
      // "_" in the gold file marks a word without lemma: whatever was found counts as right.
      if (token.lemma === normalizeForm(word.lemma) || word.lemma === '_') lemma++;
      if (tree.heads[i] !== word.head) continue;
      uas++;
      if (tree.relations[i] === word.relation) las++;
    }
  }
  return {
    upos: percent(upos, all),
    xpos: percent(xpos, all),
    lemma: percent(lemma, all),
    uas: percent(uas, all),
    las: percent(las, all),
  };
}

/** F1 of words and sentences found in the raw text, by the characters they cover, white space left out. */
function scoreSegmentation(sentences: readonly ConlluSentence[]) {
  let text = '';
  for (const sentence of sentences) {
    if (text !== '' && (sentence.newParagraph || sentence.newDocument)) text = `${text.trimEnd()}\n\n`;
    for (const word of sentence.words) text += word.form + (word.spaceAfter ? ' ' : '');
  }
  const found = readSentences({ text }, model);
  const goldSpans = spansOf(sentences.map(({ words }) => words.map(({ form }) => form)));
  const foundSpans = spansOf(found.map(({ words }) => words.map(({ form }) => form)));
  return {
    wordF1: f1(goldSpans.words, foundSpans.words),
    sentenceF1: f1(goldSpans.sentences, foundSpans.sentences),
  };
}

function spansOf(sentences: readonly (readonly string[])[]): { words: Set<string>; sentences: Set<string> } {
  const found = { words: new Set<string>(), sentences: new Set<string>() };
  let at = 0;
  for (const forms of sentences) {
    const start = at;
    for (const form of forms) {
      const end = at + form.replace(/\s/g, '').length;
      found.words.add(`${at}:${end}`);
      at = end;
    }
    found.sentences.add(`${start}:${at}`);
  }
  return found;
}

function f1(gold: ReadonlySet<string>, found: ReadonlySet<string>): number {
  const both = [...found].filter((span) => gold.has(span)).length;
  return percent(2 * both, gold.size + found.size);
}

/** Words tagged and parsed per second on one thread, the best of three runs. */
function speed(sentences: readonly ConlluSentence[]): { tokensPerSecond: number } {
  const all = sentences.map(wordsOfConllu);
  const count = all.reduce((sum, words) => sum + words.length, 0);
  let best = 0;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    for (const [index, words] of all.entries()) {
      const sentence = sentenceOf(index, words, model);
      if (sentence.tokens.length !== sentence.tree.heads.length)
        throw new Error('A tree does not fit its words');
    }
    best = Math.max(best, count / ((performance.now() - start) / 1000));
  }
  return { tokensPerSecond: Math.round(best) };
}
