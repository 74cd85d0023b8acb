import type { ActorMention } from '../actors/actor.ts';
import type { TimeMention } from '../time/when.ts';
import { withPlace } from './act-place.ts';
import { sourceOf } from './attribution.ts';
import type { EventType, SourceKind } from './claim.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { crowdAtEmbassy } from './crowds.ts';
import { dayJustAfter, timeBehind, timesNear } from './dating.ts';
import { heldIn } from './done-there.ts';
import type { Draft } from './draft.ts';
import { nominalParties } from './nominal-parties.ts';
import { figureOf, isDealing, isGame, isNothingGiven, isToAudience, isTurnedAround } from './not-acts.ts';
import { withoutTopics, withRefusals } from './one-act.ts';
import { DEEDS_OF_CONFLICT } from './plover-type.ts';
import { type FoundPredicate, findPredicates, phraseOf } from './predicates.ts';
import { isOfEncounter, refusesToMeet } from './put-off.ts';
import { childrenBy, lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import { isOpen, type Reality } from './reality.ts';
import type { Saying } from './saying.ts';
import { separated } from './separate-encounters.ts';
import { type Parties, settleParties } from './settle-parties.ts';
import { isDefinite, realityOf } from './status.ts';
import { agentsOf } from './subjects.ts';
import { isKnownWar, isTold } from './told-acts.ts';
import { isOfUnnamed } from './unnamed-meetings.ts';
import { verbalParties } from './verbal-parties.ts';
import { IS_THERE, isVisitingGuest } from './visiting-guest.ts';

/** "attacked the plan": in words. */
const CRITICISM: Pick<Draft, 'type' | 'mode'> = { type: 'ACCUSE', mode: 'disapprove' };

/** What it is to halt an act of each type. */
const HALTED: Partial<Record<EventType, Pick<Draft, 'type' | 'mode'>>> = {
  CONSULT: { type: 'REJECT', mode: 'suspend' },
  AID: { type: 'SANCTION', mode: 'discontinue' },
  COOPERATE: { type: 'SANCTION', mode: 'discontinue' },
  SANCTION: { type: 'RETREAT', mode: 'access' },
  COERCE: { type: 'RETREAT', mode: 'access' },
  ASSAULT: { type: 'RETREAT', mode: 'ceasefire' },
  AGREE: { type: 'SANCTION', mode: 'discontinue' },
  SUPPORT: { type: 'SANCTION', mode: 'discontinue' },
};

const OFFICIALS: ReadonlySet<SourceKind | undefined> = new Set<SourceKind>([
  'named-official',
  'unnamed-officials',
  'spokesperson',
  'government',
  'organisation',
]);
/** Words for those who travel, beside those who speak. */
const TRAVELLERS = new Set(
  'delegation mission team group party deputation fleet squadron president king queen prince premier leader troop soldier athlete'.split(
    ' ',
  ),
);

const COOPERATION: Pick<Draft, 'type' | 'mode'> = { type: 'COOPERATE' };

/** "vowed to punish". */
const THREAT: Pick<Draft, 'type' | 'mode'> = { type: 'THREATEN' };

/** Somebody does something: one draft for each word of the lexicon that its sentence puts to use. */
export function findEvents(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  const found = findPredicates(reading, codebook);
  const drafts = found.flatMap((predicate) => draftEvent(reading, codebook, sayings, predicate, found) ?? []);
  return withoutTopics(withRefusals(drafts)).flatMap(separated);
}

function draftEvent(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  found: FoundPredicate,
  others: readonly FoundPredicate[],
): Draft | null {
  const { predicate, node, carrier, words } = found;
  const named =
    predicate.pos === 'noun'
      ? nominalParties(reading, codebook, found)
      : verbalParties(reading, codebook, found, others);
  const isGuest = isVisitingGuest(reading, found, named);
  const parties = isGuest ? { actors: named.recipients, recipients: named.actors } : named;
  const place = placeOf(reading, node, carrier) ?? placeAbove(reading, predicate, node);
  const settled = withPlace(
    reading,
    codebook,
    found,
    settleParties(
      predicate,
      crowdAtEmbassy(reading, codebook, found, heldIn(predicate, parties, place)),
      place,
    ),
  );
  const isUnseated =
    settled.actors.length === 0 &&
    settled.recipients.length === 0 &&
    !isAnaphoric(reading, found) &&
    !isOfUnnamed(reading, codebook, found);
  if (isUnseated && !mayReferBack(reading, found)) return null;
  if (isAmongUnknown(settled) || (predicate.ofPersons && !isBetweenPersons(settled))) return null;
  // "A typhoon struck the islands": whoever the clause names as doing it is no actor, so it is no act.
  if (
    predicate.pos === 'verb' &&
    settled.actors.length === 0 &&
    agentsOf(reading, node).length > 0 &&
    !isOfUnnamed(reading, codebook, found)
  )
    return null;
  if (isGame(reading, codebook, predicate, settled)) return null;
  if (figureOf(reading, codebook, found) === 'ills' || isArrivalOfThings(reading, codebook, found))
    return null;
  if (isToAudience(reading, found, parties)) return null;
  if (isNothingGiven(reading, codebook, found) || isTurnedAround(reading, found, settled)) return null;
  const mutual = predicate.symmetric && settled.actors.length >= 2;
  if (predicate.needsRecipient && settled.recipients.length === 0 && !mutual) return null;
  const clause = carrier ?? node;
  // "released the sailors arrested in March": the day is that of the arrest.
  const apart = new Set(
    others
      .filter((other) => other.node !== node && reading.relations[other.node] === 'acl')
      .map((other) => other.node),
  );
  const near =
    timesNear(reading, node, apart) ??
    (carrier === null ? timesAbove(reading, node, others) : timesNear(reading, carrier, apart)) ??
    (predicate.pos === 'noun' ? timeBehind(reading, node) : null) ??
    (predicate.type === 'CONSULT' ? dayJustAfter(reading, node) : null);
  if (isKnownWar(reading, codebook, found)) return null;
  const isNamed =
    predicate.pos === 'noun' &&
    carrier === null &&
    !isTold(reading, codebook, predicate.type, node, settled, near !== null);
  if (isNamed && !mayReferBack(reading, found)) return null;
  const stopped = stoppedBy(reading, codebook, found);
  const reality = isGuest
    ? IS_THERE
    : withPutOff(found, others, reading, stopped ?? realityOf(reading, codebook, node, carrier));
  if (predicate.onlyAhead && (reality.status !== 'planned' || reality.polarity === 'negative')) return null;
  const rules = [
    { field: 'type', rule: predicate.rule, span: reading.tokens[node]! },
    { field: 'status', rule: reality.rule, ...(reality.span === undefined ? {} : { span: reality.span }) },
    ...settled.rules.map((rule) => ({ field: 'actors', rule })),
  ];
  const code = isJoint(predicate, settled)
    ? COOPERATION
    : stopped === null
      ? isVowOfHarm(reading, found, others)
        ? THREAT
        : codeOf(reading, codebook, found, reality)
      : HALTED[predicate.type!]!;
  const halted = carrier !== null && code.type !== predicate.type && predicate.symmetric;
  const { actors, recipients } = halted ? refusedBy(reading, carrier, settled) : settled;
  return {
    reading,
    kind: 'event',
    ...code,
    ...alternativesTo(code, predicate),
    contexts: predicate.contexts,
    node,
    clause,
    words,
    actors,
    recipients,
    place,
    reality,
    attribution: sourceOf(sayings, clause),
    when: near === null || isBackground(reading, clause, near.mentions, reality) ? null : near.when,
    standing: false,
    issues: [],
    ...(isUnseated || isNamed ? { refersBack: true } : {}),
    rules,
  };
}

/** "the raid", "last week's talks": known to whoever read of it before. */
function mayReferBack(reading: Reading, { predicate, node }: FoundPredicate): boolean {
  return predicate.type !== null && predicate.pos === 'noun' && isDefinite(reading, node);
}

const VOWS = /^(vow|promise|pledge|swear|undertake|commit)$/;

/** "vowed to punish Peru", "promised that it would attack": what is vowed harms somebody. */
function isVowOfHarm(
  reading: Reading,
  { predicate: { type, symmetric }, node: vow }: FoundPredicate,
  others: readonly FoundPredicate[],
): boolean {
  if (type !== 'AGREE' || symmetric || !VOWS.test(lemmaOf(reading, vow))) return false;
  if (reading.tokens[vow]!.upos !== 'VERB') return false;
  const harm = others.find(({ node, carrier }) => {
    const verb = carrier ?? node;
    return reading.heads[verb] === vow && /^(xcomp|ccomp)$/.test(relationOf(reading, verb));
  });
  return harm !== undefined && harm.predicate.type !== null && DEEDS_OF_CONFLICT.has(harm.predicate.type);
}

/** "Marta Rojas thanked Tomasz Wilk": nobody says of which states, so it is nothing between states. */
function isAmongUnknown({ actors, recipients }: Parties): boolean {
  const all = [...actors, ...recipients];
  return (
    all.length > 0 &&
    all.every(({ actor, rule }) => rule === 'actors/proposed-name' && actor.country === null)
  );
}

/** "Peruvian apples arrived in Oslo": no visit, since whoever travels is somebody. */
function isArrivalOfThings(reading: Reading, { sourceNouns }: Codebook, found: FoundPredicate): boolean {
  const { predicate, node } = found;
  const { pos, type, mode, objectIsActor } = predicate;
  if (pos !== 'verb' || type !== 'CONSULT' || mode !== 'visit' || objectIsActor) return false;
  const travellers = agentsOf(reading, node);
  return (
    travellers.length > 0 &&
    travellers.every(
      (one) =>
        reading.tokens[one]!.upos === 'NOUN' &&
        reading.actorsOn[one]!.length === 0 &&
        !OFFICIALS.has(sourceNouns.get(lemmaOf(reading, one))) &&
        !TRAVELLERS.has(lemmaOf(reading, one)),
    )
  );
}

/** Whether somebody of one state does it to somebody of another. */
function isBetweenPersons({ actors, recipients }: Parties): boolean {
  const isPerson = ({ actor: { kind, country } }: ActorMention): boolean =>
    (kind === 'person' || kind === 'office') && country !== null;
  const own = new Set(actors.map(({ actor }) => actor.country));
  return (
    actors.length > 0 &&
    actors.every(isPerson) &&
    (recipients.some((mention) => isPerson(mention) && !own.has(mention.actor.country)) ||
      (recipients.length === 0 && own.size > 1))
  );
}

function isJoint({ joint }: Predicate, { actors }: Parties): boolean {
  return joint && new Set(actors.map(({ actor }) => actor.country)).size >= 2;
}

/** How real it is that an act stops, where "stopped selling" or "will stop delivering" says so; else null. */
function stoppedBy(
  reading: Reading,
  codebook: Codebook,
  { predicate, node, carrier }: FoundPredicate,
): Reality | null {
  const head = reading.heads[node]!;
  if (carrier !== null || head < 0 || predicate.type === null || HALTED[predicate.type] === undefined)
    return null;
  if (reading.tokens[node]!.tag !== 'VBG' || !/^(xcomp|ccomp|advcl)$/.test(relationOf(reading, node)))
    return null;
  // What was shot at until it stopped was shot at; what was sold is no longer.
  if (predicate.type !== 'AID' && predicate.type !== 'COOPERATE') return null;
  if (codebook.lightVerbs.get(lemmaOf(reading, head)) !== 'halt') return null;
  const reality = realityOf(reading, codebook, head, null);
  return isOpen(reality) && reality.status !== 'planned' ? null : reality;
}

/** "put off the visit that he was to make in May": the plan that its clause tells is the one put off. */
function withPutOff(
  { predicate: { type }, node, carrier }: FoundPredicate,
  others: readonly FoundPredicate[],
  reading: Reading,
  reality: Reality,
): Reality {
  if (type !== 'CONSULT' || carrier === null || reading.heads[carrier] !== node || !isOpen(reality))
    return reality;
  const stop = others.find(
    (other) => other.node === reading.heads[node] && other.predicate.type === 'REJECT',
  );
  const mode = stop?.predicate.mode;
  return mode === 'postpone' || mode === 'call-off' ? { ...reality, rule: `status/its-${mode}` } : reality;
}

/** Modes of a refusal that say nothing of what is refused. */
const OF_MEETINGS: ReadonlySet<string | undefined> = new Set([undefined, 'assist']);

/** The type and mode of the act. To halt talks is to refuse them, to halt a raid to cease fire. */
export function codeOf(
  reading: Reading,
  codebook: Codebook,
  found: FoundPredicate,
  reality: Reality,
): Pick<Draft, 'type' | 'mode'> {
  const {
    predicate: { type, mode },
    node,
    carrier,
  } = found;
  if (figureOf(reading, codebook, found) === 'words') return CRITICISM;
  const halts = carrier !== null && codebook.lightVerbs.get(phraseOf(reading, carrier)) === 'halt';
  // "urged Lima to stop the raids": they go on.
  const done = !isOpen(reality) && reality.rule !== 'status/presupposed';
  const halted = halts && type !== null && done ? HALTED[type] : undefined;
  if (halted !== undefined) return halted;
  if (type === 'REJECT' && OF_MEETINGS.has(mode) && refusesToMeet(reading, codebook, node))
    return { type, mode: 'meet' };
  if (isDealing(reading, found)) return { type, mode: 'contact' };
  const drops = mode === 'postpone' || mode === 'call-off';
  return mode === undefined || (drops && !isOfEncounter(reading, codebook, node)) ? { type } : { type, mode };
}

/** The choice that the words leave, as long as nothing around them has made it. */
function alternativesTo({ type }: Pick<Draft, 'type'>, predicate: Predicate): Pick<Draft, 'alternatives'> {
  const { alternatives } = predicate;
  return alternatives.length === 0 || type !== predicate.type ? {} : { alternatives };
}

/** Whoever halts talks acts towards the others in them; halted talks without a subject stay the act of all. */
function refusedBy(reading: Reading, carrier: number, parties: Parties): Parties {
  const halting = new Set(agentsOf(reading, carrier).flatMap((agent) => reading.actorsOn[agent]!));
  const actors = parties.actors.filter((mention) => halting.has(mention));
  if (actors.length === 0) return parties;
  return {
    actors,
    recipients: [...parties.actors, ...parties.recipients].filter((mention) => !halting.has(mention)),
  };
}

/** "a breakthrough is unlikely", "further talks could follow": of whom, the encounter it belongs to will tell. */
function isAnaphoric(reading: Reading, { predicate, node, carrier }: FoundPredicate): boolean {
  if (predicate.pos !== 'noun' || !predicate.symmetric) return false;
  if (predicate.type === 'CONSULT') return carrier !== null || !isDefinite(reading, node);
  return predicate.type === null && !isDefinite(reading, node);
}

/** "the first such call since 2022": the year says what went before, not when the call was. */
function isBackground(
  reading: Reading,
  clause: number,
  [time, ...more]: readonly TimeMention[],
  { status }: Reality,
): boolean {
  // "have met four times since May" says within what days they did.
  if (childrenBy(reading, clause, 'obl', 'obj').some((child) => reading.tokens[child]!.form === 'times'))
    return false;
  // "from Thursday to Saturday" has an end of its own.
  const isRange = more.some(({ relation }) => relation === 'until');
  return time?.relation === 'since' && status !== 'ongoing' && !isRange;
}

/** "This followed a call with Paris on Tuesday": a bare event has the day of a clause that tells of nothing else. */
function timesAbove(
  reading: Reading,
  noun: number,
  others: readonly FoundPredicate[],
): ReturnType<typeof timesNear> {
  if (reading.tokens[noun]!.upos === 'VERB') return null;
  let at = noun;
  while (at >= 0 && /^(nmod|obl|obj|conj)$/.test(relationOf(reading, at))) at = reading.heads[at]!;
  if (at < 0 || at === noun || reading.tokens[at]!.upos !== 'VERB') return null;
  // "Following calls with Paris, Oslo waived the duty until May": what it comes after has another day.
  if (/^(follow|following|after|since)$/.test(prepositionOf(reading, noun) ?? '') && at > noun) return null;
  // "agreed on Friday at a summit": an act at an encounter has its day, and the encounter that of the act.
  const isAtIt = /^(at|during)$/.test(prepositionOf(reading, noun) ?? '') && reading.heads[noun] === at;
  const isOther = others.some(({ node, carrier }) => node === at || carrier === at);
  return isOther && !isAtIt ? null : timesNear(reading, at);
}

/** "gathered in Oslo to protest": where those who protest came together. */
function placeAbove(reading: Reading, { type }: Predicate, node: number): ActorMention | null {
  const head = reading.heads[node]!;
  return type === 'PROTEST' && head >= 0 && /^(advcl|xcomp)$/.test(relationOf(reading, node))
    ? placeOf(reading, head, null)
    : null;
}

/** "sentenced to six years in Peru", where the tree hangs Peru on the years. */
const TERM = /^(year|month|death|life|prison|jail|term)$/;

/** The state in which something happens: "meetings in China". */
function placeOf(reading: Reading, node: number, carrier: number | null): ActorMention | null {
  for (const host of carrier === null ? [node] : [node, carrier]) {
    for (const child of childrenBy(reading, host, 'obl', 'nmod')) {
      if (!/^(in|at)$/.test(prepositionOf(reading, child) ?? '') && !TERM.test(lemmaOf(reading, child)))
        continue;
      const inner = childrenBy(reading, child, 'nmod').filter((one) => prepositionOf(reading, one) === 'in');
      const place = [child, ...inner]
        .flatMap((one) => reading.actorsOn[one]!)
        .find(({ actor }) => actor.country !== null && actor.kind !== 'person');
      if (place !== undefined) return place;
    }
  }
  return null;
}
