import type { ActorMention } from '../actors/actor.ts';
import type { EventType } from './claim.ts';
import type { Draft } from './draft.ts';
import { isByFirstPerson } from './own-words.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import { isPassive, obliquesOf } from './slots.ts';
import { agentsOf } from './subjects.ts';

/** Types of acts that are done to somebody, and to nobody at home where another state is spoken of. */
const ABROAD = new Set<EventType>(['ASSAULT', 'REJECT']);
/** Modes of violence that states and their people do at home too: "executed a cleric". */
const ON_ANYBODY = new Set(['targeted', 'torture', 'sexual', 'crowd-control']);

/** Types whose recipient is the other of two states that a whole report is about, where nobody else is named. */
const BETWEEN = new Set<EventType>([
  'REJECT',
  'ACCUSE',
  'REQUEST',
  'CONCEDE',
  'AGREE',
  'THREATEN',
  'SANCTION',
  'RETREAT',
]);
/** Types of which that holds in a report that names both often. */
const OF_LONG = new Set<EventType>(['SUPPORT', 'ASSAULT']);
const OFTEN = 4;
/** Modes of what a state does at home, or to an encounter of which the report tells elsewhere with whom it was. */
const AT_HOME = new Set(['resign', 'convict', 'investigate', 'call-off', 'postpone']);

/** What calls for an answer, and what answers it. */
const CALLS = new Set<EventType>(['ACCUSE', 'REQUEST', 'THREATEN']);
const ANSWERS = new Set<EventType>(['REJECT', 'CONCEDE', 'AGREE', 'SUPPORT']);

/** What is said against a state. */
const IN_ONE_BREATH = new Set<EventType>(['ACCUSE', 'REJECT', 'THREATEN']);

/** Acts back in which an answer looks for what it answers. */
const REACH = 6;

/**
 * Gives a recipient to acts that name none: whoever asked or blamed those who answer, else the other of two states that the
 * report is about, else the other state of the act before. "Peru accused Chile of a raid. Santiago denied it."
 */
export function addressOther(
  drafts: readonly Draft[],
  actors: readonly ActorMention[],
  pair: readonly ActorMention[],
): void {
  const countries = new Set(actors.flatMap(({ actor }) => actor.country ?? actor.organisation ?? []));
  const isLong =
    pair.length > 0 &&
    pair.every((one) => actors.filter(({ actor }) => actor.country === one.actor.country).length >= OFTEN);
  for (const [at, draft] of drafts.entries()) {
    doneByOther(draft, pair);
    if (draft.type === 'SANCTION' && draft.actors.length > 0 && draft.recipients.length === 0)
      followOthers(draft, drafts.slice(Math.max(0, at - REACH), at));
    const own = countryOf(draft);
    if (own === null || draft.type === null || draft.recipients.length > 0 || isByFirstPerson(draft))
      continue;
    const means = doneBy(draft, drafts) ?? saidWith(draft, drafts);
    if (means !== undefined) {
      address(draft, means.recipients, 'actors/shared');
      continue;
    }
    const before = drafts.slice(Math.max(0, at - REACH), at);
    const answered = ANSWERS.has(draft.type) ? callOn(own, before) : null;
    if (answered !== null) address(draft, answered, 'actors/answered');
    else if (ABROAD.has(draft.type) && !isOnAnybody(draft) && !defiesHome(draft, own) && countries.size === 2)
      addressOneOf(draft, own, actors, 'actors/only-other');
    else if (
      (BETWEEN.has(draft.type) || isAtBorder(draft) || (isLong && isOfLong(draft))) &&
      isOfState(draft)
    ) {
      const partner = partnerBefore(own, before);
      if (isLong && isThirdParty(draft, own, pair)) address(draft, pair, 'actors/leading-pair');
      else if (!staysAtHome(draft, own, pair)) addressOneOf(draft, own, pair, 'actors/leading-pair');
      if (
        draft.recipients.length === 0 &&
        !isGerund(draft.reading, draft.clause) &&
        partner.length > 0 &&
        BETWEEN.has(draft.type) &&
        !staysAtHome(draft, own, partner)
      )
        address(draft, partner, 'actors/as-before');
    }
  }
}

/** "executed a cleric", "fighting erupted between soldiers and rebels": nobody abroad need be meant. */
function isOnAnybody({ reading, node, clause, mode = '' }: Draft): boolean {
  return (
    ON_ANYBODY.has(mode) || [node, clause].some((word) => obliquesOf(reading, word, 'between').length > 0)
  );
}

/** "retaliated by closing the Peruvian school", "expelled a Peruvian, accusing him": the act that another is done by or with. */
function doneBy({ reading, clause, type }: Draft, drafts: readonly Draft[]): Draft | undefined {
  const isUnder = (verb: number, head: number): boolean =>
    reading.heads[verb] === head && reading.tokens[verb]!.tag === 'VBG';
  const isMeans = (verb: number): boolean =>
    childrenBy(reading, verb, 'mark').some((mark) => lemmaOf(reading, mark) === 'by');
  return drafts.find(
    (one) =>
      one.reading === reading &&
      one.recipients.length > 0 &&
      ((isUnder(one.clause, clause) && isMeans(one.clause)) ||
        (type === 'ACCUSE' && isUnder(clause, one.clause))),
  );
}

/** "called the ban of Peru absurd and rejected it": what is said in one breath is said to the same state. */
function saidWith({ reading, clause, type }: Draft, drafts: readonly Draft[]): Draft | undefined {
  const isSaid = (one: EventType | null): boolean => one !== null && IN_ONE_BREATH.has(one);
  if (!isSaid(type) || relationOf(reading, clause) !== 'conj') return undefined;
  return drafts.find(
    (one) =>
      one.reading === reading &&
      one.clause === reading.heads[clause] &&
      isSaid(one.type) &&
      one.recipients.length > 0,
  );
}

/** The one country that does an act, or null. */
function countryOf({ kind, actors }: Draft): string | null {
  const [first, ...others] = new Set(actors.map(({ actor }) => actor.country));
  return kind === 'event' && others.length === 0 ? (first ?? null) : null;
}

function address(draft: Draft, recipients: readonly ActorMention[], rule: string): void {
  draft.recipients = recipients;
  draft.rules.push({ field: 'recipients', rule, span: recipients[0]! });
}

function addressOneOf(draft: Draft, own: string, among: readonly ActorMention[], rule: string): void {
  const other = among.find(
    ({ actor }) => actor.country !== null && actor.country !== own && !/^(person|office)$/.test(actor.kind),
  );
  if (other !== undefined && among.some(({ actor }) => actor.country === own)) address(draft, [other], rule);
}

/** "All visas for Peruvians were cancelled": a measure against one of two states, nobody says whose, is the other's. */
function doneByOther(draft: Draft, pair: readonly ActorMention[]): void {
  const { reading, type, clause, words, actors, recipients, mode = '' } = draft;
  const [first] = recipients;
  if (type !== 'SANCTION' || words.length < 2 || actors.length > 0 || first === undefined) return;
  const victim = first.actor.country;
  if (AT_HOME.has(mode) || victim === null || !isPassive(reading, clause)) return;
  if (agentsOf(reading, clause).length > 0 || namesThird(draft, victim, pair)) return;
  const other = pair.find(({ actor }) => actor.country !== victim);
  if (other === undefined || pair.every(({ actor }) => actor.country !== victim)) return;
  draft.actors = [other];
  draft.rules.push({ field: 'actors', rule: 'actors/leading-pair', span: other });
}

/** "Norway expelled four Peruvians. Chile and Bolivia recalled their envoys": one measure after another is against the same state. */
function followOthers(draft: Draft, before: readonly Draft[]): void {
  const own = new Set(draft.actors.map(({ actor }) => actor.country));
  const first = before.findLast(({ type, recipients }) => type === 'SANCTION' && recipients.length > 0);
  const against = new Set(first?.recipients.map(({ actor }) => actor.country));
  const [target] = against;
  if (first === undefined || against.size !== 1 || target === null || target === undefined || own.has(target))
    return;
  if (
    !isOfState(draft) ||
    draft.reading.actorsOn.some((on) => on.some(({ actor }) => !own.has(actor.country)))
  )
    return;
  address(draft, first.recipients, 'actors/as-before');
}

/** "will offer grants", but not "evacuated a town": help with something is for the other. */
function isOfLong({ type, words }: Draft): boolean {
  return type !== null && (OF_LONG.has(type) || (type === 'AID' && words.length > 1));
}

/** "Oslo is ready to mediate", in a report about two other states: a third one offers it to both, or asks it of them. */
function isThirdParty({ type, reading }: Draft, own: string, pair: readonly ActorMention[]): boolean {
  return (
    (type === 'AGREE' || type === 'REQUEST') &&
    pair.every(({ actor }) => actor.country !== own) &&
    reading.actorsOn.every((mentions) => mentions.every(({ actor }) => actor.country === own))
  );
}

/** "sent troops to the border" */
function isAtBorder({ reading, clause, type }: Draft): boolean {
  return (
    type === 'MOBILIZE' &&
    subtreeOf(reading, clause).some((i) => /^(border|frontier)$/.test(lemmaOf(reading, i)))
  );
}

/** Whether a verb tells of it, and somebody does it who acts for a state. */
function isOfState({ reading, node, clause, actors, reality, mode = '' }: Draft): boolean {
  return (
    !/^(possible|conditional)$/.test(reality.status) &&
    (node !== clause || reading.tokens[node]!.upos !== 'NOUN') &&
    !AT_HOME.has(mode) &&
    actors.every(
      ({ actor: { kind, office } }) => /^(state|government|office)$/.test(kind) || office !== undefined,
    )
  );
}

/** Who of another country last asked, blamed or threatened the one that answers. */
function callOn(own: string, before: readonly Draft[]): readonly ActorMention[] | null {
  const call = before.findLast(
    ({ type, actors, recipients }) =>
      type !== null &&
      CALLS.has(type) &&
      recipients.some(({ actor }) => actor.country === own) &&
      actors.some(({ actor }) => actor.country !== null && actor.country !== own),
  );
  return call?.actors ?? null;
}

/** "blaming a lack of funds": who does it is not sure enough to say to whom. */
function isGerund(reading: Reading, verb: number): boolean {
  return reading.tokens[verb]!.tag === 'VBG' && childBy(reading, verb, 'aux') === null;
}

/** Those of the one other state that a state had to do with in the act before. */
function partnerBefore(own: string, before: readonly Draft[]): readonly ActorMention[] {
  for (const { kind, actors, recipients } of before.toReversed()) {
    const parties = kind === 'event' ? [...actors, ...recipients] : [];
    const others = parties.filter(({ actor }) => actor.country !== own);
    if (others.length === parties.length || others.length === 0) continue;
    const countries = new Set(others.map(({ actor }) => actor.country));
    return countries.size === 1 && !countries.has(null) ? others : [];
  }
  return [];
}

/** Whether the sentence names a third state, or the act is done to somebody of the land of those who do it. */
function staysAtHome(draft: Draft, own: string, pair: readonly ActorMention[]): boolean {
  const { reading, clause, type } = draft;
  // "urged its citizens": whoever is addressed.
  const addressed = childrenBy(reading, clause, 'obj', 'iobj').flatMap((object) => [
    object,
    ...childrenBy(reading, object, 'nmod'),
  ]);
  if (
    type !== null &&
    CALLS.has(type) &&
    addressed.some((i) => reading.actorsOn[i]!.some(({ actor }) => actor.country === own))
  )
    return true;
  return namesThird(draft, own, pair) || namesHome(draft, own);
}

/** "defied a ban by the Peruvian cabinet", in Peru. */
function defiesHome(draft: Draft, own: string): boolean {
  return draft.type === 'REJECT' && namesHome(draft, own);
}

/** Whether others of the land of those who act stand behind the act in its clause. */
function namesHome({ reading, clause, actors }: Draft, own: string): boolean {
  const isHome = (mention: ActorMention): boolean =>
    mention.actor.country === own && mention.via !== 'pronoun' && !actors.includes(mention);
  return subtreeOf(reading, clause).some((i) => i > clause && reading.actorsOn[i]!.some(isHome));
}

function namesThird({ reading }: Draft, own: string, pair: readonly ActorMention[]): boolean {
  const isThird = ({ actor: { country } }: ActorMention): boolean =>
    country !== null && country !== own && pair.every(({ actor }) => actor.country !== country);
  return reading.actorsOn.some((mentions) => mentions.some(isThird));
}
