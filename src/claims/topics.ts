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
      const words = wordsOf(reading, item);
      return {
        ...draft,
        node: item,
        clause: item,
        words: words.length <= MOST_WORDS ? words : [item],
        issues: [],
        isItem: true,
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

/** The item with its adjectives and what hangs on it, without the items joined to it. */
function wordsOf(reading: Reading, item: number): number[] {
  const own = reading.children[item]!.filter((child) =>
    child < item
      ? /^(amod|compound)$/.test(relationOf(reading, child))
      : !/^(conj|punct)$/.test(relationOf(reading, child)),
  );
  return [item, ...own.flatMap((child) => subtreeOf(reading, child))].sort((a, b) => a - b);
}
