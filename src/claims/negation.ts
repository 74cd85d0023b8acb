import type { Codebook } from './codebook.ts';
import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading } from './reading.ts';

const NEGATIONS = new Set(['not', "n't", 'nt', 'never', 'no', 'neither', 'nor']);
const NOBODY = new Set(['no', 'none', 'nobody', 'neither', 'nothing']);
/** "at no time", "under no circumstances", "in no way". */
const NEVER = new Set(['time', 'point', 'stage', 'moment', 'circumstance', 'condition', 'way']);

/**
 * The word that denies a clause, or null: "not", "never", an adverb such as "hardly" or "almost", or "no" and
 * "nobody" in its subject or object. "Not only" denies nothing.
 */
export function negationOf(reading: Reading, codebook: Codebook, verb: number): number | null {
  // "almost certain" is nearly sure, "almost attacked" did not.
  const isState = childBy(reading, verb, 'cop') !== null;
  for (const child of childrenBy(reading, verb, 'advmod', 'det', 'cc:preconj', 'obl')) {
    if (isState && /^(almost|nearly)$/.test(lemmaOf(reading, child))) continue;
    if (isDenial(reading, codebook, child) || isToNobody(reading, child)) return child;
  }
  for (const argument of childrenBy(reading, verb, 'nsubj', 'obj')) {
    const word = [argument, ...childrenBy(reading, argument, 'det', 'cc:preconj')].find((child) =>
      NOBODY.has(lemmaOf(reading, child)),
    );
    if (word !== undefined) return word;
  }
  // "No further talks are planned": the tagger may take it for an answer.
  const opening = [verb, ...childrenBy(reading, verb, 'nsubj')]
    .flatMap((head) => childrenBy(reading, head, 'discourse'))
    .find((child) => lemmaOf(reading, child) === 'no' && reading.tokens[child + 1]?.upos === 'ADJ');
  if (opening !== undefined) return opening;
  return null;
}

/** "apologised to nobody", "agreed with no one". */
function isToNobody(reading: Reading, child: number): boolean {
  if (!/^(to|with|from|for)$/.test(prepositionOf(reading, child) ?? '')) return false;
  const lemma = lemmaOf(reading, child);
  if (lemma !== 'one') return /^(nobody|none)$/.test(lemma);
  return childrenBy(reading, child, 'det').some((word) => lemmaOf(reading, word) === 'no');
}

function isDenial(reading: Reading, codebook: Codebook, child: number): boolean {
  const lemma = lemmaOf(reading, child);
  if (NEGATIONS.has(lemma)) return !/^(only|just|merely|least)$/.test(lemmaAfter(reading, child));
  const no = childrenBy(reading, child, 'det', 'advmod').some((word) => lemmaOf(reading, word) === 'no');
  if (no && NEVER.has(lemma) && prepositionOf(reading, child) !== null) return true;
  // "no longer": the lemma of "longer" is "long".
  const adverb = no ? `no ${reading.tokens[child]!.form.toLowerCase()}` : lemma;
  return codebook.governors.get(`${adverb}/adv`) === 'not-happened';
}

function lemmaAfter(reading: Reading, child: number): string {
  return child + 1 < reading.tokens.length ? lemmaOf(reading, child + 1) : '';
}
