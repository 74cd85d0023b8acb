import { isNominal } from './nominals.ts';
import { childBy, childrenBy, lemmaOf, markOf, prepositionOf, type Reading, relationOf } from './reading.ts';

/** What grammar hangs on a word: obliques, owners, what a relative pronoun stands for. Nodes are token indexes. */

const PASSIVE = new Set(['aux:pass', 'nsubj:pass', 'csubj:pass']);

export function isPassive(reading: Reading, verb: number): boolean {
  // "were shot and killed": the second shares the auxiliary of the first.
  if (
    reading.tokens[verb]!.tag === 'VBN' &&
    relationOf(reading, verb) === 'conj' &&
    childBy(reading, verb, 'obj', 'nsubj', 'aux') === null &&
    isPassive(reading, reading.heads[verb]!)
  )
    return true;
  return (
    reading.children[verb]!.some((child) => PASSIVE.has(reading.relations[child]!)) ||
    isHeadlinePassive(reading, verb) ||
    (reading.tokens[verb]!.tag === 'VBN' &&
      relationOf(reading, verb) === 'acl' &&
      reading.relations[verb] !== 'acl:relcl' &&
      childBy(reading, verb, 'obj') === null)
  );
}

/** What is hardly ever done without saying to whom. */
const DONE_TO = /^(kill|injure|wound|arrest|detain|kidnap|abduct|jail|sentence|deport)$/;

/** "Two Peruvians arrested in Oslo" were, where a headline leaves out the auxiliary. */
function isHeadlinePassive(reading: Reading, verb: number): boolean {
  return (
    /^VB[ND]$/.test(reading.tokens[verb]!.tag) &&
    DONE_TO.test(lemmaOf(reading, verb)) &&
    reading.tokens[verb + 1]?.upos === 'ADP' &&
    childBy(reading, verb, 'nsubj') !== null &&
    childBy(reading, verb, 'obj', 'aux') === null
  );
}

/** "Peruvian-backed rebels", "Peruvian-made missiles": those who only helped. */
export function isHelper(reading: Reading, word: number): boolean {
  const { tokens } = reading;
  return (
    tokens[word + 1]?.form === '-' &&
    /^(backed|supported|made|built|funded|sponsored|supplied|trained|armed|allied|aligned|brokered|mediated|designed|linked|style)$/.test(
      tokens[word + 2]?.form ?? '',
    )
  );
}

/** Nominals that hang on a node by a preposition, whatever the parser calls the relation. */
export function obliquesOf(reading: Reading, node: number, preposition: string): number[] {
  return childrenBy(reading, node, 'obl', 'nmod', 'obj').filter(
    (child) => prepositionOf(reading, child) === preposition,
  );
}

/** Nominals in a slot of a word: those behind its preposition, and of "for" the ones that are to act ("called for Peru to leave"). */
export function partiesIn(reading: Reading, node: number, slot: string): number[] {
  const behind = obliquesOf(reading, node, slot);
  return slot === 'for' ? [...behind, ...subjectsAsked(reading, node)] : behind;
}

/** "called for Peru to leave", "a demand for Peru to leave": whoever is to act. */
export function subjectsAsked(reading: Reading, node: number): number[] {
  return childrenBy(reading, node, 'acl', 'advcl', 'xcomp', 'ccomp')
    .filter((clause) => markOf(reading, clause) === 'for')
    .flatMap((clause) => childrenBy(reading, clause, 'nsubj'));
}

/** Whose a noun is: possessor, adjective of a state, "by", and "of" where asked. */
export function ownersOf(reading: Reading, noun: number, withOf = false): number[] {
  const owners = leadersOf(reading, noun);
  for (const child of reading.children[noun]!) {
    const relation = reading.relations[child]!;
    const named = reading.actorsOn[child]!.length > 0 && !isHelper(reading, child);
    if (relation === 'nmod:poss') owners.push(child);
    else if ((relation === 'amod' || relation === 'compound' || relation === 'nmod:desc') && named)
      owners.push(child);
    else if (relationOf(reading, child) === 'nmod') {
      const preposition = prepositionOf(reading, child);
      if (preposition === 'by' || (preposition === 'from' && named) || (withOf && preposition === 'of'))
        owners.push(child);
    }
  }
  return owners;
}

/** "the Peruvian-led coalition": those who lead it, where the tree hangs them on "led". */
export function leadersOf(reading: Reading, noun: number): number[] {
  return childrenBy(reading, noun, 'amod', 'acl')
    .filter((child) => reading.tokens[child]!.form === 'led' && reading.tokens[child - 1]?.form === '-')
    .map((child) => child - 2)
    .filter((leader) => (reading.actorsOn[leader] ?? []).length > 0);
}

/** "who", "which" and "that" stand for the noun that their clause hangs on. */
export function antecedentOf(reading: Reading, node: number): number {
  const { tag } = reading.tokens[node]!;
  if (tag !== 'WDT' && tag !== 'WP' && !(tag === 'IN' && lemmaOf(reading, node) === 'that')) return node;
  for (let at = reading.heads[node]!, steps = 0; at >= 0 && steps < 4; at = reading.heads[at]!, steps++) {
    if (!reading.relations[at]!.endsWith(':relcl')) continue;
    const head = reading.heads[at]!;
    if (isNominal(reading, head)) return head;
    break;
  }
  return nounBefore(reading, node) ?? node;
}

/** The noun just before a relative pronoun, where the tree hangs the clause elsewhere. */
function nounBefore(reading: Reading, node: number): number | null {
  let at = node - 1;
  while (at >= 0 && reading.tokens[at]!.upos === 'PUNCT') at--;
  if (at < 0 || !isNominal(reading, at)) return null;
  while (/^(flat|compound|fixed)$/.test(relationOf(reading, at)) && reading.heads[at]! >= 0)
    at = reading.heads[at]!;
  return at;
}

/** "The assembly votes to leave": a noun that has a subject of its own and no "is". */
export function isVerbTakenForNoun(reading: Reading, i: number): boolean {
  return (
    reading.tokens[i]!.tag === 'NNS' &&
    childBy(reading, i, 'nsubj') !== null &&
    childBy(reading, i, 'cop') === null
  );
}

export function isVerbal(reading: Reading, i: number): boolean {
  const { upos } = reading.tokens[i]!;
  return upos === 'VERB' || upos === 'AUX' || childBy(reading, i, 'cop') !== null;
}
