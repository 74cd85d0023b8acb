import type { Codebook } from './codebook.ts';
import { BESIDE, effectOf, governorsOf, isNominal } from './governors.ts';
import { withLikelihood } from './likelihood.ts';
import { negationOf } from './negation.ts';
import { carrierOf } from './predicates.ts';
import {
  childBy,
  childrenBy,
  lemmaOf,
  markOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import {
  applyEffect,
  compose,
  type FormedReality,
  inherit,
  isOpen,
  negate,
  type Reality,
} from './reality.ts';
import { isPresentWhen, markedReality, whenClause } from './side-clauses.ts';
import { verbGroup } from './verb-group.ts';

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
  const reality =
    described ?? (carrier === null ? around : carried(reading, codebook, node, carrier, around));
  return withLikelihood(reading, codebook, node, verb, reality);
}

/** The reality of any verb, noun or adjective, whether or not the lexicon knows it as an act. */
export function realityOfWord(reading: Reading, codebook: Codebook, node: number): Reality {
  const carrier = reading.tokens[node]!.upos === 'NOUN' ? carrierOf(reading, codebook, node) : null;
  return realityOf(reading, codebook, node, carrier);
}

/** "to end the blockade": what is to stop is taken to go on until then. "announced a visit": it is still to come. */
function carried(
  reading: Reading,
  codebook: Codebook,
  noun: number,
  carrier: number,
  around: Reality,
): Reality {
  const adds = codebook.lightVerbs.get(lemmaOf(reading, carrier)) ?? '';
  if (/^(end|halt)$/.test(adds) && isOpen(around))
    return { ...around, status: 'ongoing', polarity: 'positive', rule: 'status/presupposed' };
  const isNews = adds === 'ahead' && !isOpen(around) && !isDefinite(reading, noun);
  const meets = codebook.predicates
    .get(`${lemmaOf(reading, noun)}/noun`)
    ?.some(({ type }) => type === 'CONSULT');
  return isNews && meets
    ? {
        ...around,
        status: 'planned',
        behind: false,
        rule: 'status/announced',
        span: reading.tokens[carrier]!,
      }
    : around;
}

function verbReality(reading: Reading, codebook: Codebook, verb: number, depth: number): Reality {
  return govern(reading, codebook, verb, verbGroup(reading, codebook, verb), depth);
}

function nounReality(reading: Reading, codebook: Codebook, noun: number, depth: number): Reality {
  const described = adjectiveReality(reading, codebook, noun);
  const no = negationOf(reading, codebook, noun);
  const base: FormedReality = {
    status: 'happened',
    polarity: no === null ? 'positive' : 'negative',
    rule: 'status/nominal',
    span: reading.tokens[no ?? noun]!,
    ...described,
    form: 'participle',
  };
  // "a planned visit" stays planned whatever is said of it, unless it is called off.
  if (described !== null && !(isOpen(described) && isCalledOff(reading, codebook, noun))) return described;
  return govern(reading, codebook, noun, base, depth);
}

function isCalledOff(reading: Reading, codebook: Codebook, noun: number): boolean {
  const head = reading.heads[noun]!;
  if (head < 0) return false;
  const effect = effectOf(reading, codebook, head, noun);
  return effect === 'called-off' || effect === 'not-happened';
}

/** "a planned visit", "possible talks", "the postponed summit". */
function adjectiveReality(reading: Reading, codebook: Codebook, noun: number): Reality | null {
  for (const child of childrenBy(reading, noun, 'amod', 'compound')) {
    const effect =
      codebook.adjectives.get(lemmaOf(reading, child)) ??
      codebook.adjectives.get(reading.tokens[child]!.form.toLowerCase());
    if (effect === undefined || effect === 'reported') continue;
    const plain: FormedReality = { status: 'happened', polarity: 'positive', rule: '', form: 'participle' };
    const { status, polarity, mood } = applyEffect(plain, effect);
    return {
      status,
      polarity,
      ...(mood === undefined ? {} : { mood }),
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
  own: FormedReality,
  depth: number,
): Reality {
  const head = reading.heads[node]!;
  if (head < 0 || depth === 0) return own;
  const relation = relationOf(reading, node);
  // "ways they can work together": how they might, and nobody says that they will.
  if (own.status === 'possible' && followsWays(reading, node)) return { ...own, rule: 'status/way-to' };
  const marked = markedReality(reading, codebook, node, own);
  if (marked !== null) return marked;
  if (relation === 'conj') return joined(reading, codebook, node, own, depth);
  const realityAbove = (at: number): Reality =>
    (isEventNoun(reading, at) ? nounReality : verbReality)(reading, codebook, at, depth - 1);
  if (isPresentWhen(reading, node)) return whenClause(reading, node, own, realityAbove);
  for (const governor of governorsOf(reading, head, node, own)) {
    const effect = effectOf(reading, codebook, governor, node);
    // "recalled the envoy to protest": over an object only a verb that takes an infinitive governs one.
    if (effect === null || (relation === 'acl' && governor !== head && effect === 'presupposed')) continue;
    const above = realityAbove(governor);
    // "no talks are planned" says no once, though it stands in the verb's clause and at its noun.
    const denial = own.polarity === 'negative' ? negationOf(reading, codebook, governor) : null;
    const once = denial !== null && reading.heads[denial] === node ? negate(above) : above;
    const composed = compose(own, effect, once, reading.tokens[governor]!, {
      isNoun: isEventNoun(reading, governor),
    });
    return isOthersHelped(reading, governor, composed) ? { ...composed, status: 'possible' } : composed;
  }
  switch (relation) {
    case 'acl':
      if (reading.relations[node] === 'acl:relcl') return relativeClause(own, realityAbove, reading, node);
      // "was the first official to visit" is as real as the clause in which the noun stands.
      if (own.form === 'infinitive' && isOneOfKind(reading, head)) return realityAbove(head);
      // "Obama to meet Castro": under a name it is a headline's way to say that it will be.
      if (own.rule === 'status/infinitive' && reading.tokens[head]!.upos === 'PROPN')
        return { ...own, status: 'planned', rule: 'status/headline' };
      if (own.form === 'infinitive') return own;
      return isGerund(reading, node) ? withinOpen(own, realityAbove(head)) : own;
    case 'xcomp':
      // "helped build" is as real as the help; "challenged them to build" asks for it.
      if (own.rule === 'status/infinitive') return own;
      return own.form === 'finite' ? own : realityAbove(head);
    case 'csubj':
    case 'advcl':
      return isGerund(reading, node) ? withinOpen(own, realityAbove(head)) : own;
    case 'obj':
    case 'nsubj':
    case 'obl':
    case 'nmod': {
      if (isAheadOf(reading, node, own)) return { ...own, status: 'planned', rule: 'status/ahead-of' };
      // "will meet her during his visit": what is to be done on a visit is no sooner than the visit.
      if (relation === 'obl' && /^(during|on)$/.test(prepositionOf(reading, node) ?? '')) {
        const within = realityAbove(head);
        if (/^(planned|expected)$/.test(within.status) && own.status === 'happened')
          return { ...own, status: within.status, rule: 'status/within-open' };
      }
      if (depth === DEPTH && isDefinite(reading, node)) return own;
      // "Talks would be a waste of time": what is said of talks does not hold them.
      if (
        relation === 'nsubj' &&
        childBy(reading, head, 'cop') !== null &&
        reading.tokens[head]!.upos === 'NOUN'
      )
        return own;
      const above = realityAbove(head);
      // "agreed to reopen it after talks": beside what only another word looks ahead to, talks were held.
      const isBeside =
        BESIDE.has(prepositionOf(reading, node) ?? '') && /governed|within-open/.test(above.rule);
      return isOpen(above) && !isBeside ? inherit(own, above) : own;
    }
    case 'case':
      // "including", "regarding": a preposition made of a verb, so what it hangs on decides.
      return nounReality(reading, codebook, head, depth - 1);
    default:
      return own;
  }
}

/** "flew in ahead of the talks", "massed prior to a visit": what something is done ahead of is to come. */
function isAheadOf(reading: Reading, node: number, { status }: Reality): boolean {
  if (status !== 'happened') return false;
  const head = reading.heads[node]!;
  // "calls for calm ahead of talks", where the tree hangs the talks on "ahead".
  if (head >= 0 && lemmaOf(reading, head) === 'ahead' && prepositionOf(reading, node) === 'of') return true;
  const [ahead, of] = reading.children[node]!.filter((child) => relationOf(reading, child) === 'case');
  if (ahead === undefined) return false;
  const next = of ?? ahead + 1;
  const words = `${lemmaOf(reading, ahead)} ${next < reading.tokens.length ? lemmaOf(reading, next) : ''}`;
  return words === 'ahead of' || words === 'prior to';
}

/** "is ready to help them negotiate": what others are helped to do is up to them. */
function isOthersHelped(reading: Reading, governor: number, { status }: Reality): boolean {
  return (
    status === 'planned' &&
    lemmaOf(reading, governor) === 'help' &&
    childBy(reading, governor, 'obj') !== null
  );
}

function followsWays(reading: Reading, node: number): boolean {
  const subject = childBy(reading, node, 'nsubj');
  if (subject === null || subject > node) return false;
  let before = subtreeOf(reading, subject)[0]! - 1;
  if (before >= 0 && reading.tokens[before]!.upos === 'DET') before--;
  return before >= 0 && lemmaOf(reading, before) === 'way';
}

/** "citing", "of building", where no finite verb helps it; "the crew held in Lima" is held already. */
function isGerund(reading: Reading, node: number): boolean {
  return reading.tokens[node]!.tag === 'VBG' && childBy(reading, node, 'aux') === null;
}

/** What goes with an act that is only planned, wanted or possible is no more real than that: "may leave, citing". */
function withinOpen(own: FormedReality, above: Reality): Reality {
  return isOpen(above) && !isOpen(own) ? { ...own, status: above.status, rule: 'status/within-open' } : own;
}

/** "any state that attacks": a clause about whatever comes up is as open as what is said of it. */
function relativeClause(
  own: FormedReality,
  realityAbove: (at: number) => Reality,
  reading: Reading,
  node: number,
): Reality {
  const head = reading.heads[node]!;
  const present = /^VB[ZP]$/.test(reading.tokens[node]!.tag);
  if (!present || isDefinite(reading, head)) return own;
  return withinOpen(own, realityAbove(head));
}

/** "the first president to visit", "the last state to recognise it", "the highest ranking officer to meet them". */
function isOneOfKind(reading: Reading, noun: number): boolean {
  return childrenBy(reading, noun, 'amod').some(
    (child) =>
      /^(first|second|third|last|latest|only)$/.test(lemmaOf(reading, child)) ||
      [child, ...childrenBy(reading, child, 'advmod')].some((word) =>
        /^(JJS|RBS)$/.test(reading.tokens[word]!.tag),
      ),
  );
}

/** "may visit and hold talks": a verb without a group of its own shares that of the one it is joined to. */
function joined(
  reading: Reading,
  codebook: Codebook,
  node: number,
  own: FormedReality,
  depth: number,
): Reality {
  const head = reading.heads[node]!;
  if (isEventNoun(reading, node)) return nounReality(reading, codebook, head, depth - 1);
  const { tag } = reading.tokens[node]!;
  // "the need to keep it open and manage it": the tagger takes the second for a present tense.
  const isBase = tag === 'VBP' && childBy(reading, node, 'nsubj') === null && markOf(reading, head) === 'to';
  if (childrenBy(reading, node, 'aux').length > 0 || !(isBase || /^(VB|VBN|VBG)$/.test(tag))) return own;
  // "Peru left, so do the same": a base form shares nothing with a finite verb that needs no helper.
  const alone = childBy(reading, head, 'aux') === null;
  if (own.rule === 'status/bare-infinitive' && alone && /^VB[DZPNG]$/.test(reading.tokens[head]!.tag))
    return own;
  const shared = verbReality(reading, codebook, head, depth - 1);
  return own.polarity === 'negative' ? negate(shared) : shared;
}

function isEventNoun(reading: Reading, node: number): boolean {
  return isNominal(reading, node) && childBy(reading, node, 'cop') === null;
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
