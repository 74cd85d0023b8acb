import { type ConlluSentence, wordsOfConllu } from '../src/language/conllu.ts';
import { type Lexicon, type LexiconEntry, makeLexicon } from '../src/language/lexicon.ts';
import { normalizeForms, wordKey } from '../src/language/normalize.ts';
import { sureTag } from '../src/language/tagger.ts';
import { PAD, prepareTagger, TAGGER_KEYS, taggerKeys } from '../src/language/tagger-features.ts';
import { Perceptron } from './perceptron.ts';
import { randomFrom, shuffled } from './random.ts';

export const tagOf = (word: { upos: string; xpos: string }): string => `${word.upos} ${word.xpos}`;

/** Tags seen at least three times, most frequent first; a rarer one counts as the commonest of its UPOS. */
export function listTags(sentences: readonly ConlluSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) counts.set(tagOf(word), (counts.get(tagOf(word)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([tag]) => tag);
}

export function tagNumber(tags: readonly string[], word: { upos: string; xpos: string }): number {
  const exact = tags.indexOf(tagOf(word));
  return exact >= 0
    ? exact
    : Math.max(
        0,
        tags.findIndex((tag) => tag.startsWith(`${word.upos} `)),
      );
}

/**
 * Words seen at least twice, with their usual tag, and words that have a class. One seen once counts as
 * unknown, and so trains what to do with those.
 */
export function listWords(
  sentences: readonly ConlluSentence[],
  tags: readonly string[],
  classes: ReadonlyMap<string, number>,
): LexiconEntry[] {
  const counts = new Map<string, Map<number, number>>();
  const numbers = new Map(tags.map((tag, i) => [tag, i]));
  for (const sentence of sentences) {
    const forms = normalizeForms(wordsOfConllu(sentence));
    for (const [i, word] of sentence.words.entries()) {
      const key = wordKey(forms[i]!);
      const tag = numbers.get(tagOf(word)) ?? tagNumber(tags, word);
      const byTag = counts.get(key) ?? new Map<number, number>();
      byTag.set(tag, (byTag.get(tag) ?? 0) + 1);
      counts.set(key, byTag);
    }
  }
  const entries: LexiconEntry[] = [];
  for (const [word, byTag] of counts) {
    const total = [...byTag.values()].reduce((a, b) => a + b, 0);
    if (total < 2) continue;
    const [tag, most] = [...byTag].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
    entries.push({ word, tag, sure: total >= 20 && most >= total * 0.997, class: classes.get(word) ?? 0 });
  }
  const listed = new Set(entries.map(({ word }) => word));
  for (const [word, wordClass] of classes) {
    if (!listed.has(word)) entries.push({ word, tag: null, sure: false, class: wordClass });
  }
  return entries.sort((a, b) => (a.word < b.word ? -1 : 1));
}

export interface TrainedTagger {
  readonly entries: readonly LexiconEntry[];
  readonly lexicon: Lexicon;
  readonly perceptron: Perceptron;
}

export function trainTagger(
  sentences: readonly ConlluSentence[],
  tags: readonly string[],
  classes: ReadonlyMap<string, number>,
  epochs: number,
  log: (line: string) => void,
): TrainedTagger {
  const entries = listWords(sentences, tags, classes);
  const lexicon = makeLexicon(entries);
  const perceptron = new Perceptron();
  const random = randomFrom(20260101);
  const prepared = sentences.map((sentence) => ({
    input: prepareTagger(lexicon, wordsOfConllu(sentence)),
    gold: sentence.words.map((word) => tagNumber(tags, word)),
  }));
  const keys = new Int32Array(TAGGER_KEYS);
  const scores = new Float64Array(128);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    let seen = 0;
    for (const index of shuffled(prepared.length, random)) {
      const { input, gold } = prepared[index]!;
      for (let i = 0; i < gold.length; i++) {
        seen++;
        const sure = sureTag(input, i);
        if (sure > 0) {
          input.tags[i + PAD] = sure;
          continue;
        }
        taggerKeys(input, i, keys);
        scores.fill(0);
        perceptron.score(keys, TAGGER_KEYS, scores);
        let best = 0;
        for (let tag = 1; tag < tags.length; tag++) if (scores[tag]! > scores[best]!) best = tag;
        perceptron.step++;
        if (best !== gold[i]) {
          perceptron.update(keys, TAGGER_KEYS, gold[i]!, best);
          wrong++;
        }
        input.tags[i + PAD] = best + 1;
      }
    }
    log(`tagger epoch ${epoch + 1}: ${((100 * wrong) / seen).toFixed(2)}% corrected`);
  }
  return { entries, lexicon, perceptron };
}
