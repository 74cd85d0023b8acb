import type { Lexicon } from './lexicon.ts';
import type { Word } from './sentence.ts';
import type { SparseModel } from './sparse-model.ts';
import { PAD, prepareTagger, TAGGER_KEYS, type TaggerInput, taggerKeys } from './tagger-features.ts';

export interface Tagger {
  readonly lexicon: Lexicon;
  readonly model: SparseModel;
  /** `UPOS TAG` of each outcome. */
  readonly tags: readonly string[];
}

/** The tag of a name that counts as one word. */
const NAME = 'PROPN NNP';
const NOUNS = /^(?:PROPN|NOUN) /;

/** The tag of each word, as outcome plus 1 at `i + PAD`, chosen from left to right; `names` are known to be names. */
export function tagWords(
  tagger: Tagger,
  words: readonly Word[],
  names: ReadonlySet<number> = NO_NAMES,
): TaggerInput {
  const { lexicon, model } = tagger;
  const input = prepareTagger(lexicon, words);
  const keys = new Int32Array(TAGGER_KEYS);
  const scores = new Int32Array(128);
  const outcomes = tagger.tags.length;
  for (let i = 0; i < words.length; i++) {
    const sure = sureTag(input, i);
    if (sure > 0) {
      input.tags[i + PAD] = sure;
      continue;
    }
    scores.fill(0);
    taggerKeys(input, i, keys);
    model.score(keys, TAGGER_KEYS, scores);
    let best = 0;
    for (let tag = 1; tag < outcomes; tag++) if (scores[tag]! > scores[best]!) best = tag;
    if (names.has(i) && !NOUNS.test(tagger.tags[best]!)) best = tagger.tags.indexOf(NAME);
    input.tags[i + PAD] = best + 1;
  }
  if (names.size > 0) findVerb(tagger, input, words.length, names);
  return input;
}

/**
 * "The Royal Air Force bombs rebel positions": where a sentence has no finite verb, a plural right behind a name, with a
 * noun phrase after it, is the verb.
 */
function findVerb({ tags }: Tagger, input: TaggerInput, length: number, names: ReadonlySet<number>): void {
  const tagAt = (i: number): string => tags[input.tags[i + PAD]! - 1] ?? '';
  for (let i = 0; i < length; i++) if (FINITE.test(tagAt(i))) return;
  for (const name of names) {
    if (!PLURAL.test(tagAt(name + 1)) || !OPENS_NOUN_PHRASE.test(tagAt(name + 2))) continue;
    input.tags[name + 1 + PAD] = tags.indexOf('VERB VBZ') + 1;
    return;
  }
}

const FINITE = / (?:VBZ|VBD|VBP|MD)$/;
const PLURAL = / NNS$/;
const OPENS_NOUN_PHRASE = / (?:DT|CD|JJ|NN|NNS|NNP|PRP\$|VBN)$/;

const NO_NAMES: ReadonlySet<number> = new Set();

/** The tag plus 1 of a frequent word that has no other, 0 for all the rest; capitals are never sure. */
export function sureTag(input: TaggerInput, i: number): number {
  // Shapes below 20 have no capital letter.
  return input.sure[i + PAD] === 1 && input.shape[i + PAD]! < 20 ? input.usual[i + PAD]! : 0;
}
