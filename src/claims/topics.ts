import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { childrenBy, lemmaOf, prepositionOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import { isOpen } from './reality.ts';

/** Words of a trigger at most. */
const MOST_WORDS = 8;

/**
 * What is expected "on any issue, such as the detained fishermen and visas" is expected of each of these: one
 * claim more for each, with the words of the item. Not for acts that have a type, which tell what is done.
 */
export function findTopics(drafts: readonly Draft[], codebook: Codebook): Draft[] {
  return drafts.flatMap((draft) => {
    const { reading, node, kind, type, reality } = draft;
    if (kind !== 'event' || type !== null || !isOpen(reality) || reading.tokens[node]!.upos !== 'NOUN')
      return [];
    return examplesOf(reading, node, codebook).map((item): Draft => {
      const words = subtreeOf(reading, item).filter((word) => word >= item || isOfNoun(reading, word, item));
      return {
        ...draft,
        node: item,
        clause: item,
        words: words.length <= MOST_WORDS ? words : [item],
        issues: [],
        rules: [...draft.rules, { field: 'kind', rule: 'events/topic', span: reading.tokens[item]! }],
      };
    });
  });
}

/** The examples that the clause of a noun gives of its issues; none where it does not speak of issues. */
function examplesOf(reading: Reading, noun: number, { standing }: Codebook): number[] {
  const head = reading.heads[noun]!;
  const clause = relationOf(reading, noun) === 'nsubj' && head >= 0 ? head : noun;
  const below = subtreeOf(reading, clause);
  const announced = below.find((word) => standing.announce.has(lemmaOf(reading, word)));
  if (announced === undefined) return [];
  return below
    .filter(
      (word) =>
        word > announced && /^(such|including|include|like)$/.test(prepositionOf(reading, word) ?? ''),
    )
    .flatMap((example) => [example, ...childrenBy(reading, example, 'conj')])
    .filter((item) => /^(NOUN|PROPN)$/.test(reading.tokens[item]!.upos));
}

/** Adjectives and parts of the noun's name that stand before it. */
function isOfNoun(reading: Reading, word: number, noun: number): boolean {
  return reading.heads[word] === noun && /^(amod|compound)$/.test(relationOf(reading, word));
}
