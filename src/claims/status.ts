import type { Codebook } from './codebook.ts';
import { effectOf, governorsOf } from './governors.ts';
import { withLikelihood } from './likelihood.ts';
import { carrierOf } from './predicates.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import { applyEffect, compose, inherit, isOpen, negate, type Reality } from './reality.ts';
import { type GroupReality, verbGroup } from './verb-group.ts';

const DEPTH = 10;

/** The reality of a predicate: its own verb group first, then every word that governs it. */
export function realityOf(
  reading: Reading,
  codebook: Codebook,
  node: number,
  carrier: number | null,
): Reality {
  const verb = carrier ?? node;
  const isVerb =
    carrier !== null || reading.tokens[node]!.upos === 'VERB' || childBy(reading, node, 'cop') !== null;
  const around = isVerb
    ? verbReality(reading, codebook, verb, DEPTH)
    : nounReality(reading, codebook, node, DEPTH);
  const described = carrier === null ? null : adjectiveReality(reading, codebook, node);
  const reality = described ?? (carrier === null ? around : carried(reading, codebook, carrier, around));
  return withLikelihood(reading, codebook, node, verb, reality);
}

/** The reality of any verb, noun or adjective, whether or not the lexicon knows it as an act. */
export function realityOfWord(reading: Reading, codebook: Codebook, node: number): Reality {
  const carrier = reading.tokens[node]!.upos === 'NOUN' ? carrierOf(reading, codebook, node) : null;
  return realityOf(reading, codebook, node, carrier);
}

/** "to end the blockade": what is to stop is taken to go on until then. */
function carried(reading: Reading, codebook: Codebook, carrier: number, around: Reality): Reality {
  const ends = /^(end|halt)$/.test(codebook.lightVerbs.get(lemmaOf(reading, carrier)) ?? '');
  return ends && isOpen(around)
    ? { ...around, status: 'ongoing', polarity: 'positive', rule: 'status/presupposed' }
    : around;
}

function verbReality(reading: Reading, codebook: Codebook, verb: number, depth: number): Reality {
  return govern(reading, codebook, verb, verbGroup(reading, codebook, verb), depth);
}

function nounReality(reading: Reading, codebook: Codebook, noun: number, depth: number): Reality {
  const described = adjectiveReality(reading, codebook, noun);
  if (described !== null) return described;
  const no = childrenBy(reading, noun, 'det').find((child) => lemmaOf(reading, child) === 'no');
  const base: GroupReality = {
    status: 'happened',
    polarity: no === undefined ? 'positive' : 'negative',
    rule: 'status/nominal',
    span: reading.tokens[no ?? noun]!,
    finite: false,
  };
  return govern(reading, codebook, noun, base, depth);
}

/** "a planned visit", "possible talks", "the postponed summit". */
function adjectiveReality(reading: Reading, codebook: Codebook, noun: number): Reality | null {
  for (const child of childrenBy(reading, noun, 'amod', 'compound')) {
    const effect =
      codebook.adjectives.get(lemmaOf(reading, child)) ??
      codebook.adjectives.get(reading.tokens[child]!.form.toLowerCase());
    if (effect === undefined || effect === 'reported') continue;
    const plain: Reality = { status: 'happened', polarity: 'positive', rule: '' };
    return {
      ...applyEffect(plain, effect),
      rule: `status/adjective-${effect}`,
      span: reading.tokens[child]!,
    };
  }
  return null;
}

/**
 * Walks up from a predicate through the words that govern it. A finite clause that is merely reported keeps
 * its own reality ("said it had met"); what is wanted, feared or doubted above it takes it over.
 */
function govern(
  reading: Reading,
  codebook: Codebook,
  node: number,
  own: GroupReality,
  depth: number,
): Reality {
  const head = reading.heads[node]!;
  if (head < 0 || depth === 0) return own;
  const condition = conditionOf(reading, codebook, node);
  if (condition !== null) return condition(own);
  if (relationOf(reading, node) === 'conj') return joined(reading, codebook, node, own, depth);
  if (isPresentWhen(reading, node)) return whenClause(reading, codebook, node, own, depth);
  for (const governor of governorsOf(reading, head, node, own)) {
    const effect = effectOf(reading, codebook, governor, node);
    if (effect === null) continue;
    const isNoun = isEventNoun(reading, governor);
    const above = (isNoun ? nounReality : verbReality)(reading, codebook, governor, depth - 1);
    return compose(own, effect, above, reading.tokens[governor]!, { isNoun });
  }
  switch (relationOf(reading, node)) {
    case 'acl':
      // "will be the first official to visit" is as real as the clause whose predicate the noun is.
      return own.rule === 'status/infinitive' && childBy(reading, head, 'cop') !== null
        ? verbReality(reading, codebook, head, depth - 1)
        : own;
    case 'xcomp':
    case 'csubj':
      return verbReality(reading, codebook, head, depth - 1);
    case 'advcl':
      return own.rule === 'status/participle' ? verbReality(reading, codebook, head, depth - 1) : own;
    case 'obj':
    case 'nsubj':
    case 'obl':
    case 'nmod': {
      if (depth === DEPTH && isDefinite(reading, node)) return own;
      const above = (isEventNoun(reading, head) ? nounReality : verbReality)(
        reading,
        codebook,
        head,
        depth - 1,
      );
      return isOpen(above) ? inherit(own, above) : own;
    }
    case 'case':
      // "including", "regarding": a preposition made of a verb, so what it hangs on decides.
      return nounReality(reading, codebook, head, depth - 1);
    default:
      return own;
  }
}

/** "may visit and hold talks": a verb without a group of its own shares that of the one it is joined to. */
function joined(
  reading: Reading,
  codebook: Codebook,
  node: number,
  own: GroupReality,
  depth: number,
): Reality {
  const head = reading.heads[node]!;
  if (isEventNoun(reading, node)) return nounReality(reading, codebook, head, depth - 1);
  const { tag } = reading.tokens[node]!;
  if (childrenBy(reading, node, 'aux').length > 0 || !/^(VB|VBN|VBG)$/.test(tag)) return own;
  const shared = verbReality(reading, codebook, head, depth - 1);
  return own.polarity === 'negative' ? negate(shared) : shared;
}

/** A side clause that makes its content a condition, a purpose, or something that did not come about. */
function conditionOf(reading: Reading, codebook: Codebook, node: number): ((own: Reality) => Reality) | null {
  if (relationOf(reading, node) !== 'advcl') return null;
  for (const mark of childrenBy(reading, node, 'mark')) {
    const effect = codebook.governors.get(`${lemmaOf(reading, mark)}/sconj`);
    if (effect === undefined || /^(whether|once|until|before)$/.test(lemmaOf(reading, mark))) continue;
    return (own) => ({
      ...applyEffect(own, effect),
      rule: `status/clause-${effect}`,
      span: reading.tokens[mark]!,
    });
  }
  return null;
}

/** "may see the king when he visits": the present tense of a plan where the clause above is open. */
function whenClause(
  reading: Reading,
  codebook: Codebook,
  node: number,
  own: GroupReality,
  depth: number,
): Reality {
  let main = reading.heads[node]!;
  while (main >= 0 && reading.tokens[main]!.upos !== 'VERB') main = reading.heads[main]!;
  if (main < 0 || !isOpen(verbReality(reading, codebook, main, depth - 1))) return own;
  return { ...own, status: 'planned', rule: 'status/when-clause' };
}

/** A clause of time in the present tense: "when he arrives", "once the envoys land". */
function isPresentWhen(reading: Reading, node: number): boolean {
  if (!/^VB[ZP]$/.test(reading.tokens[node]!.tag)) return false;
  return childrenBy(reading, node, 'mark', 'advmod').some((word) =>
    /^(when|once|after|before|until|as)$/.test(lemmaOf(reading, word)),
  );
}

function isEventNoun(reading: Reading, node: number): boolean {
  return reading.tokens[node]!.upos === 'NOUN' && childBy(reading, node, 'cop') === null;
}

/** "the visit", "his visit", "this meeting": known already, so not itself planned or doubted by what is said of it. */
export function isDefinite(reading: Reading, noun: number): boolean {
  if (reading.timeAt[noun] !== undefined) return false;
  return reading.children[noun]!.some(
    (child) =>
      reading.relations[child] === 'nmod:poss' ||
      (relationOf(reading, child) === 'det' && /^(the|this|that|these|those)$/.test(lemmaOf(reading, child))),
  );
}
