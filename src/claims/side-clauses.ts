import type { Codebook } from './codebook.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import { applyEffect, type FormedReality, isOpen, type Reality } from './reality.ts';

/** A clause whose opening word makes it a condition, a question, or something that did not come about. */
export function markedReality(
  reading: Reading,
  codebook: Codebook,
  node: number,
  own: FormedReality,
): Reality | null {
  const relation = relationOf(reading, node);
  if (!/^(advcl|ccomp|xcomp|acl)$/.test(relation)) return null;
  for (const mark of childrenBy(reading, node, 'mark', 'advmod')) {
    const lemma = lemmaOf(reading, mark);
    const span = reading.tokens[mark]!;
    // "agrees to stop if they will promise": whoever agrees or offers asks nothing.
    const isTerm = /^(agree|accept|offer|promise|pledge|vow|threaten)$/.test(
      lemmaOf(reading, reading.heads[node]!),
    );
    // "providing that they can return": a condition in the dress of a verb.
    const isProvided =
      lemma === 'that' &&
      relation === 'ccomp' &&
      /^provid(ed|ing)$/.test(reading.tokens[mark - 1]?.form ?? '');
    if (isProvided || (lemma === 'if' && relation === 'ccomp' && isTerm))
      return { ...own, status: 'conditional', rule: 'status/clause-conditional', span };
    const asks = lemma === 'whether' || (lemma === 'if' && relation === 'ccomp');
    if (asks) return { ...own, status: 'possible', polarity: 'positive', rule: 'status/whether', span };
    if (relation !== 'advcl' || /^(once|until|before)$/.test(lemma)) continue;
    const fixed = childrenBy(reading, mark, 'fixed').map((word) => lemmaOf(reading, word));
    const effect = codebook.governors.get(`${[lemma, ...fixed].join(' ')}/sconj`);
    if (effect === undefined) continue;
    return { ...applyEffect(own, effect), rule: `status/clause-${effect}`, span };
  }
  if (isInverted(reading, node)) return { ...own, status: 'conditional', rule: 'status/inverted-condition' };
  return null;
}

/** "had they attacked", "were it to attack": the auxiliary before its subject makes a condition. */
function isInverted(reading: Reading, node: number): boolean {
  const relation = relationOf(reading, node);
  const head = reading.heads[node]!;
  // The parser may take "had" for the verb: "Had Oman not agreed, ...".
  if (relation === 'xcomp')
    return (
      reading.tokens[node]!.tag === 'VBN' &&
      lemmaOf(reading, head) === 'have' &&
      childBy(reading, head, 'nsubj') === null &&
      head < Math.min(node, ...reading.children[head]!)
    );
  if (relation !== 'advcl') return false;
  const first = childBy(reading, node, 'aux');
  const subject = childBy(reading, node, 'nsubj');
  if (first === null || subject === null || subject < first) return false;
  return /^(have|be|should)$/.test(lemmaOf(reading, first)) && childBy(reading, node, 'mark') === null;
}

/** "may see the king when he visits": the present tense of a plan where the clause above is open. */
export function whenClause(
  reading: Reading,
  node: number,
  own: FormedReality,
  realityAbove: (verb: number) => Reality,
): Reality {
  // "before he is to meet them" looks ahead by itself.
  if (isOpen(own)) return own;
  let main = reading.heads[node]!;
  while (main >= 0 && reading.tokens[main]!.upos !== 'VERB') main = reading.heads[main]!;
  // Headlines tell in the present what happened "after" and "as"; the other words look ahead or speak in general.
  const opens = timeWordsOf(reading, node).some((word) => !/^(after|as)$/.test(word));
  const above = main < 0 ? null : realityAbove(main);
  // "asks firms to invest after Lima lifts the ban" tells of the lifting, "will invest after" looks ahead to it.
  if (above !== null && isOpen(above) && (opens || /auxiliary|be-to|going-to/.test(above.rule)))
    return { ...own, status: 'planned', rule: 'status/when-clause' };
  return opens ? { ...own, status: 'conditional', rule: 'status/whenever' } : own;
}

/** A clause of time in the present tense: "when he arrives", "once the envoys land". */
export function isPresentWhen(reading: Reading, node: number): boolean {
  if (!/^(advcl|acl:relcl)/.test(reading.relations[node]!)) return false;
  const finite = childrenBy(reading, node, 'aux', 'cop').at(0) ?? node;
  if (!/^VB[ZP]$/.test(reading.tokens[finite]!.tag)) return false;
  return timeWordsOf(reading, node).length > 0;
}

/** The words that make a clause one of time; the tree may hang the clause on its "whenever". */
function timeWordsOf(reading: Reading, node: number): string[] {
  return [reading.heads[node]!, ...childrenBy(reading, node, 'mark', 'advmod')]
    .map((word) => lemmaOf(reading, word))
    .filter((lemma) => /^(when|whenever|once|after|before|until|till|as)$/.test(lemma));
}
