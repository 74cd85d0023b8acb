import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { lemmaOf, type Reading, relationOf, subtreeOf } from './reading.ts';

/**
 * The issues that a claim is about: cues among the words of its clause. A clause that hangs on the claim as
 * something said or wanted belongs to it; a clause beside it does not.
 */
export function findIssues(draft: Draft, codebook: Codebook): string[] {
  const { reading } = draft;
  const words = draft.isItem ? draft.words : wordsOfClaim(draft);
  const parties = new Set([...draft.actors, ...draft.recipients]);
  // Who takes part is not what is at issue: "China shelled Taiwan" is no claim about the Taiwan question; but
  // "Americans detained" is about detained Americans.
  const isParty = (i: number): boolean =>
    draft.kind === 'event' && (reading.actorsOn[i] ?? []).some((mention) => parties.has(mention));
  return [...new Set([...draft.issues, ...issuesIn(reading, words, codebook, isParty)])].sort();
}

/** The issues whose cues stand among some words of a sentence, in order of their ids; words that `skips` are no cue by themselves. */
export function issuesIn(
  reading: Reading,
  words: readonly number[],
  codebook: Codebook,
  skips: (word: number) => boolean = () => false,
): string[] {
  const inside = new Set(words);
  const found = new Set<string>();
  for (const i of words) {
    for (const { issue, lemmas } of codebook.issueCues.get(lemmaOf(reading, i)) ?? []) {
      if (lemmas.every((_, offset) => skips(i + offset))) continue;
      if (lemmas.every((lemma, offset) => inside.has(i + offset) && lemmaOf(reading, i + offset) === lemma))
        found.add(issue);
    }
  }
  return [...found].sort();
}

function wordsOfClaim({ reading, node, clause }: Draft): number[] {
  const below = subtreeOf(reading, clause).filter((i) => !inOwnClause(reading, i, clause, node));
  // "the engineers detained in Peru": the participle hangs on those it is done to.
  const head = reading.heads[clause]!;
  return relationOf(reading, clause) === 'acl' && head >= 0 ? [head, ...below] : below;
}

/** Whether a word under a clause stands in one that makes a claim of its own: a joined or a side clause. */
function inOwnClause(reading: Reading, word: number, clause: number, node: number): boolean {
  for (let at = word; at >= 0 && at !== clause && at !== node; at = reading.heads[at]!) {
    const relation = reading.relations[at]!;
    if (/^(acl:relcl|advcl|parataxis)$/.test(relation)) return true;
    if (relation === 'conj' && reading.tokens[at]!.upos === 'VERB') return true;
  }
  return false;
}
