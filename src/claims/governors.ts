import type { Codebook, Effect } from './codebook.ts';
import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import type { GroupReality } from './verb-group.ts';

/**
 * The words that may govern a node: its head; before it the noun that a clause with "that" explains ("raised fears
 * that"), after it the verb over an object with an infinitive ("expect the visit to bring"), however the tree hangs them.
 */
export function governorsOf(reading: Reading, head: number, node: number, own: GroupReality): number[] {
  const relation = relationOf(reading, node);
  if (relation === 'ccomp')
    return [...childrenBy(reading, head, 'obj', 'iobj').filter((noun) => noun < node), head];
  const above = reading.heads[head]!;
  if (
    relation === 'acl' &&
    own.rule === 'status/infinitive' &&
    relationOf(reading, head) === 'obj' &&
    above >= 0
  )
    return [head, above];
  return [head];
}

/** What the head of a node does to it, by the lexicon of governing words; null where it does not govern it. */
export function effectOf(reading: Reading, codebook: Codebook, head: number, node: number): Effect | null {
  const pos = { VERB: 'verb', AUX: 'verb', ADJ: 'adj', NOUN: 'noun' }[reading.tokens[head]!.upos];
  if (pos === undefined || !governs(reading, head, node, pos)) return null;
  const lemma = lemmaOf(reading, head);
  const infinitive = relationOf(reading, node) === 'xcomp' && reading.tokens[node]!.tag === 'VB';
  if (infinitive && lemma === 'go') return codebook.governors.get('be going to/aux') ?? null;
  if (infinitive && lemma === 'have') return codebook.governors.get('have to/aux') ?? null;
  if (lemma === 'about' && pos !== 'verb') return codebook.governors.get('be about to/aux') ?? null;
  const particle = childBy(reading, head, 'compound:prt');
  const preposition = prepositionOf(reading, node);
  const phrases = [
    ...(particle === null ? [] : [`${lemma} ${lemmaOf(reading, particle)}`]),
    ...(preposition === null ? [] : [`${lemma} ~${preposition}`]),
    lemma,
  ];
  for (const phrase of phrases) {
    const effect = codebook.governors.get(`${phrase}/${pos}`);
    if (effect !== undefined) return effect;
  }
  return null;
}

function governs(reading: Reading, head: number, node: number, pos: string): boolean {
  const full = reading.relations[node]!;
  if (full === 'acl:relcl' || full === 'nmod:poss') return false;
  switch (relationOf(reading, node)) {
    case 'xcomp':
    case 'ccomp':
    case 'csubj':
    case 'acl':
    case 'obj':
    case 'nmod':
      return true;
    case 'obl':
      return pos !== 'verb' || childBy(reading, head, 'obj') === null;
    case 'nsubj':
      return pos !== 'verb' || full === 'nsubj:pass';
    case 'advcl':
      return pos === 'adj';
    default:
      return false;
  }
}
