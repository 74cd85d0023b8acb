import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import { draftAssessment, STANDS, sidesAmong } from './assessment.ts';
import type { Codebook } from './codebook.ts';
import { directionOf } from './directions.ts';
import type { Draft } from './draft.ts';
import {
  childBy,
  childrenBy,
  lemmaOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import { isOpen, type Reality } from './reality.ts';
import type { Saying } from './saying.ts';
import { obliquesOf, ownersOf } from './slots.ts';
import { realityOf } from './status.ts';

/**
 * How the relationship stands or moves: "Relations between Tokyo and Seoul are improving", "a visit to repair
 * ties". The verb or adjective that says it is the trigger, with its particle and complement. `pair` are the two
 * states that the report is about: a relationship without parties is theirs.
 */
export function findAssessments(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  pair: readonly ActorMention[],
): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = 0; noun < reading.tokens.length; noun++) {
    if (!isRelationship(reading, codebook, noun)) continue;
    const found = predicatesOn(reading, codebook, noun).filter(
      (node) => !isDate(reading, node) && !isBlamed(reading, codebook, node),
    );
    const described =
      found.length === 1 && isDescribing(reading, codebook, found[0]!, noun) ? found[0]! : null;
    // "Tense relations with Lima": what the noun's own adjective says.
    const adjective = found.length > 0 ? null : levelOf(reading, codebook, noun);
    const level =
      described ?? (adjective !== null && isBlamed(reading, codebook, adjective) ? null : adjective);
    if (found.length === 0 && level === null) continue;
    const parties = partiesOf(reading, noun, pair);
    if (sidesAmong(parties) < 2) continue;
    for (const node of level === null ? found : [noun]) {
      const reality =
        level === null ? realityOf(reading, codebook, node, null) : levelReality(reading, codebook, noun);
      const words = level === null ? wordsOf(reading, node) : [level, noun].sort((x, y) => x - y);
      drafts.push(
        draftAssessment(reading, sayings, {
          rule: 'relationship',
          cue: noun,
          node,
          words,
          parties,
          reality: asTold(reading, node, reality),
          dated: true,
          told: directionOf(
            reading,
            codebook,
            noun,
            [...words, ...childrenBy(reading, noun, 'amod')],
            reality.polarity === 'negative',
          ),
        }),
      );
    }
  }
  return drafts;
}

/** Whether a noun names how two states stand to one another: "ties", "rivalry", "rift". */
export function isRelationship(reading: Reading, { standing }: Codebook, noun: number): boolean {
  const lemma = lemmaOf(reading, noun);
  return (
    reading.tokens[noun]!.upos === 'NOUN' && (standing.relationship.has(lemma) || standing.bond.has(lemma))
  );
}

/** "A sign of improving relations", "amid worsening ties": a participle right before the noun that nothing governs describes it. */
function isDescribing(reading: Reading, codebook: Codebook, node: number, noun: number): boolean {
  const { tag, form } = reading.tokens[node]!;
  if (tag !== 'VBG' || node !== noun - 1 || !codebook.standing.level.has(form.toLowerCase())) return false;
  return (
    childrenBy(reading, node, 'mark', 'case').some((word) =>
      /^(of|amid|despite)$/.test(lemmaOf(reading, word)),
    ) || realityOf(reading, codebook, node, null).rule === 'status/participle'
  );
}

/** "the lowest point since relations were established": says when, and nothing of how they stand. */
function isDate(reading: Reading, node: number): boolean {
  return childrenBy(reading, node, 'mark').some((mark) =>
    /^(since|when|until|before|after)$/.test(lemmaOf(reading, mark)),
  );
}

/** "third countries", "regional partners": other states than the two. */
function isOtherStates(reading: Reading, node: number): boolean {
  return (
    /^(country|nation|state|neighbou?r|partner|ally|bloc|power|entity)$/.test(lemmaOf(reading, node)) &&
    actorsNamed(reading, node).length === 0 &&
    childrenBy(reading, node, 'amod').some((word) => lemmaOf(reading, word) !== 'other')
  );
}

/**
 * The two sides of a relationship: "between A and B", "with B", "US-China ties", "the two countries"; where it
 * names only one or none, the rest comes from the two states that the report is about.
 */
export function partiesOf(reading: Reading, noun: number, pair: readonly ActorMention[]): ActorMention[] {
  const owners = ownersOf(reading, noun, true);
  const nominals = [
    ...owners,
    // "Peru-Chile ties": the first name hangs on the second.
    ...owners.flatMap((owner) => childrenBy(reading, owner, 'compound')),
    ...['between', 'with', 'of', 'to'].flatMap((word) => obliquesOf(reading, noun, word)),
  ];
  const named = unique(nominals.flatMap((nominal) => actorsNamed(reading, nominal)));
  const countries = new Set(named.map(({ actor }) => actor.country));
  if (countries.size >= 2) return named;
  // "trade ties across the region" are not those of the two.
  if (/^(across|among|throughout)$/.test(reading.tokens[noun + 1]?.form ?? '')) return named;
  // "Close cooperation with its neighbours": somebody else than the pair, though nobody is named.
  const others = ['between', 'with', 'among'].flatMap((word) =>
    [noun, reading.heads[noun]!].flatMap((node) => (node < 0 ? [] : obliquesOf(reading, node, word))),
  );
  if (others.some((node) => node > noun && isOtherStates(reading, node))) return named;
  // "Tensions are boiling over the budget" are nobody's of those that other sentences name.
  // nor where they are all that a report of one sentence says of them.
  const isBare = named.length === 0 && lemmaOf(reading, noun) === 'tension';
  if (isBare && (!namesOneOf(reading, pair) || isWholeReport(reading))) return [];
  if (named.length > 0 && !pair.some(({ actor }) => countries.has(actor.country))) return named;
  const { start, end } = reading.tokens[noun]!;
  const implied = pair
    .filter(({ actor }) => !countries.has(actor.country))
    .map(
      (mention): ActorMention => ({ ...mention, start, end, via: 'pronoun', rule: 'claims/leading-pair' }),
    );
  return [...named, ...implied];
}

function isWholeReport({ report, sentence }: Reading): boolean {
  return sentence.end - sentence.start >= report.text.trim().length;
}

function namesOneOf({ actorsOn }: Reading, pair: readonly ActorMention[]): boolean {
  const countries = new Set(pair.map(({ actor }) => actor.country));
  return actorsOn.some((mentions) => mentions.some(({ actor }) => countries.has(actor.country)));
}

/** "is improving", "was improving", "continues to improve" goes on; what two "met to improve" is only what they met for. */
function asTold(reading: Reading, node: number, reality: Reality): Reality {
  const { rule, status } = reality;
  if (rule === 'status/governed-undertaken' && reading.tokens[node]!.tag === 'VB')
    return { ...reality, status: 'wanted' };
  const head = reading.heads[node]!;
  const isGoingOn =
    rule === 'status/progressive' ||
    (status === 'happened' &&
      relationOf(reading, node) === 'xcomp' &&
      /^VB[ZP]$/.test(reading.tokens[head]!.tag));
  return isGoingOn ? { ...reality, status: 'ongoing' } : reality;
}

/** Words from a verb of blame to the adjective. */
const BLAME = 8;

/** "accused them of escalating tensions": a deed that somebody is blamed for, and no word of how things stand. */
function isBlamed(reading: Reading, { governors }: Codebook, level: number): boolean {
  if (reading.tokens[level]!.tag !== 'VBG' || reading.tokens[level - 1]?.form !== 'of') return false;
  for (let at = level - 2; at >= 0 && level - at <= BLAME; at--)
    if (reading.tokens[at]!.upos === 'VERB') return governors.has(`${lemmaOf(reading, at)} ~of/verb`);
  return false;
}

/** "close ties" are there, unless a word such as "want" right over them says otherwise. */
function levelReality(reading: Reading, codebook: Codebook, noun: number): Reality {
  const reality = realityOf(reading, codebook, noun, null);
  return isOpen(reality) && reality.rule.startsWith('status/governed') ? reality : STANDS;
}

/** The adjective before the noun that says how it stands: "strained ties", "worsening relations". */
function levelOf(reading: Reading, codebook: Codebook, noun: number): number | null {
  const before = childrenBy(reading, noun, 'amod').find((child) =>
    [lemmaOf(reading, child), reading.tokens[child]!.form.toLowerCase()].some((word) =>
      codebook.standing.level.has(word),
    ),
  );
  return before ?? null;
}

/**
 * What is said of a relationship: the predicate it is the subject of, or the verb that moves it. Of an alliance or a rift,
 * which do many things, only how it stands or moves.
 */
function predicatesOn(reading: Reading, codebook: Codebook, noun: number): number[] {
  const head = reading.heads[noun]!;
  if (head < 0) return [];
  const { standing } = codebook;
  if (relationOf(reading, noun) === 'nsubj') {
    if (isObjectBefore(reading, noun)) return [];
    const said = predicatesOver(reading, head).filter((node) => saysHow(reading, codebook, node));
    if (standing.relationship.has(lemmaOf(reading, noun))) return said;
    return said.filter((node) =>
      [lemmaOf(reading, node), reading.tokens[node]!.form.toLowerCase()].some(
        (word) => standing.move.has(word) || standing.level.has(word),
      ),
    );
  }
  // "leave Belarus amid tensions": no object, whatever the tree says.
  const isObject = relationOf(reading, noun) === 'obj' && prepositionOf(reading, noun) === null;
  return isObject && standing.move.has(lemmaOf(reading, head)) ? [head] : [];
}

/** "increases the tension with Lima as its army begins": the verb right before the noun has it for its object. */
function isObjectBefore(reading: Reading, noun: number): boolean {
  const before = subtreeOf(reading, noun)[0]! - 1;
  if (before < 0) return false;
  const { upos, tag } = reading.tokens[before]!;
  return upos === 'VERB' && tag !== 'VBN' && childBy(reading, before, 'obj', 'ccomp', 'xcomp') === null;
}

/** "Ties are at a low", "are a blow", "are the closest": a noun that is said of ties says how they stand, "are an issue" does not. */
function saysHow(reading: Reading, { standing }: Codebook, node: number): boolean {
  if (reading.tokens[node]!.upos !== 'NOUN' || childBy(reading, node, 'cop') === null) return true;
  return (
    standing.impact.has(lemmaOf(reading, node)) ||
    prepositionOf(reading, node) !== null ||
    childrenBy(reading, node, 'amod').some(
      (word) => reading.tokens[word]!.tag === 'JJS' || standing.level.has(lemmaOf(reading, word)),
    )
  );
}

/** The predicate of a subject and those joined to it; "rooted in history and trade" joins nouns to no predicate. */
function predicatesOver(reading: Reading, head: number): number[] {
  const joined = childrenBy(reading, head, 'conj').filter(
    (child) => /^(VERB|ADJ)$/.test(reading.tokens[child]!.upos) && childBy(reading, child, 'nsubj') === null,
  );
  return [head, ...joined].map((node) => moved(reading, node)).filter((node) => tells(reading, node));
}

/** "Is there any relationship", "a relationship that is, I would say, good": these verbs tell nothing of it. */
function tells(reading: Reading, node: number): boolean {
  return lemmaOf(reading, node) !== 'say' && childBy(reading, node, 'expl') === null;
}

/** "continue to deteriorate", "began to thaw", "is about to collapse": what is said is the word under it. */
function moved(reading: Reading, node: number): number {
  if (!/^(continue|begin|start|keep|seem|appear|about|likely|set|bound|poised)$/.test(lemmaOf(reading, node)))
    return node;
  return childBy(reading, node, 'xcomp') ?? obliquesOf(reading, node, 'to')[0] ?? node;
}

/** The predicate with its particle and a complement by "into", "to" or "from" ("turn into a conflict"). */
function wordsOf(reading: Reading, node: number): number[] {
  const complement = ['into', 'to'].flatMap((word) => obliquesOf(reading, node, word))[0];
  const words = [
    node,
    ...childrenBy(reading, node, 'amod').filter((child) => /^(JJS|RBS)$/.test(reading.tokens[child]!.tag)),
    ...childrenBy(reading, node, 'compound:prt'),
    ...(complement === undefined ? [] : [complement]),
  ];
  return words.sort((a, b) => a - b);
}
