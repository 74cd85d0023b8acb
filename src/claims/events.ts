import type { ActorMention } from '../actors/actor.ts';
import type { TimeMention } from '../time/when.ts';
import { type Saying, sourceOf } from './attribution.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { actorsNamed, agentsOf, objectsOf, obliquesOf, ownersOf, unique } from './parties.ts';
import { type FoundPredicate, findPredicates } from './predicates.ts';
import { childrenBy, lemmaOf, prepositionOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import { isOpen, type Reality } from './reality.ts';
import { isDefinite, realityOf } from './status.ts';

/** Types whose recipient may stand anywhere in what is said: "urged an end to Russia's blockade". */
const SPEECH = new Set(['REQUEST', 'REJECT', 'ACCUSE', 'THREATEN', 'AGREE', 'SUPPORT']);

/** Somebody does something: one draft for each word of the lexicon that its sentence puts to use. */
export function findEvents(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  const found = findPredicates(reading, codebook);
  return found.flatMap((predicate) => draftEvent(reading, codebook, sayings, predicate, found) ?? []);
}

function draftEvent(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  found: FoundPredicate,
  others: readonly FoundPredicate[],
): Draft | null {
  const { predicate, node, carrier, words } = found;
  const parties =
    predicate.pos === 'noun'
      ? nominalParties(reading, codebook, found)
      : verbalParties(reading, codebook, found, others);
  const place = placeOf(reading, node, carrier);
  const settled = settleParties(predicate, heldIn(predicate, parties, place), place);
  if (settled.actors.length === 0 && settled.recipients.length === 0 && !isAnaphoric(reading, found))
    return null;
  // "A typhoon struck the islands": whoever the clause names as doing it is no actor, so it is no act.
  if (predicate.pos === 'verb' && settled.actors.length === 0 && agentsOf(reading, node).length > 0)
    return null;
  if (predicate.needsRecipient && settled.recipients.length === 0 && settled.actors.length < 2) return null;
  const clause = carrier ?? node;
  const near =
    timesNear(reading, node) ??
    (carrier === null ? timesAbove(reading, node, others) : timesNear(reading, carrier));
  if (
    predicate.pos === 'noun' &&
    carrier === null &&
    !isTold(reading, codebook, predicate.type, node, settled, near !== null)
  )
    return null;
  const reality = realityOf(reading, codebook, node, carrier);
  const rules = [
    { field: 'type', rule: predicate.rule, span: reading.tokens[node]! },
    { field: 'status', rule: reality.rule, ...(reality.span === undefined ? {} : { span: reality.span }) },
    ...settled.rules.map((rule) => ({ field: 'actors', rule })),
  ];
  return {
    reading,
    kind: 'event',
    type: predicate.type,
    ...(predicate.mode === undefined ? {} : { mode: predicate.mode }),
    contexts: predicate.contexts,
    node,
    clause,
    words,
    actors: settled.actors,
    recipients: settled.recipients,
    place,
    reality,
    attribution: sourceOf(sayings, clause),
    when: near === null || isBackground(near.mentions, reality) ? null : near.when,
    standing: false,
    issues: [],
    rules,
  };
}

/** "a breakthrough is unlikely", "further talks could follow": of whom, the encounter it belongs to will tell. */
function isAnaphoric(reading: Reading, { predicate, node }: FoundPredicate): boolean {
  const kind = predicate.type === 'CONSULT' || predicate.type === null;
  return kind && predicate.pos === 'noun' && predicate.symmetric && !isDefinite(reading, node);
}

/** "the first such call since 2022": the year says what went before, not when the call was. */
function isBackground([time]: readonly TimeMention[], { status }: Reality): boolean {
  return time?.relation === 'since' && status !== 'ongoing';
}

/**
 * Whether a bare noun tells of an event or only refers to one: it does where it brings parties of two states
 * or a day of its own, or where a planned, feared or wanted act is named ("fears of a conflict").
 */
function isTold(
  reading: Reading,
  codebook: Codebook,
  type: Predicate['type'],
  node: number,
  { actors, recipients }: Parties,
  dated: boolean,
): boolean {
  const countries = new Set([...actors, ...recipients].map(({ actor }) => actor.country ?? actor.id));
  // "Blinken's trip to Beijing" may lie behind or ahead: without a day it only refers to one.
  if (countries.size >= 2 && !(type === 'CONSULT' && !dated && isReference(reading, codebook, node)))
    return true;
  if (dated && actors.length > 0) return true;
  const reality = realityOf(reading, codebook, node, null);
  return !isDefinite(reading, node) && isOpen(reality);
}

function isReference(reading: Reading, codebook: Codebook, node: number): boolean {
  return isDefinite(reading, node) && realityOf(reading, codebook, node, null).rule === 'status/nominal';
}

interface Parties {
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
}

function verbalParties(
  reading: Reading,
  codebook: Codebook,
  { predicate, node: verb, words }: FoundPredicate,
  events: readonly FoundPredicate[],
): Parties {
  const actors = agentsOf(reading, verb).flatMap((agent) => actorsNamed(reading, agent));
  const objects = objectsOf(reading, verb);
  const event = events.find(({ node, predicate: { pos } }) => pos === 'noun' && objects.includes(node));
  if (event !== undefined && predicate.type !== 'CONSULT')
    return partiesThrough(actors, nominalParties(reading, codebook, event));
  // "sold drones to Moscow": the recipient may hang on the object as well as on the verb.
  const within = [
    ...new Set([...words, ...objects.filter((object) => reading.actorsOn[object]!.length === 0)]),
  ];
  const slots: number[] = [];
  for (const slot of predicate.recipientIn) {
    slots.push(
      ...(slot === 'obj' || slot === 'iobj'
        ? objects
        : within.flatMap((word) => obliquesOf(reading, word, slot))),
    );
  }
  if (predicate.symmetric) slots.push(...obliquesOf(reading, verb, 'with'));
  const recipients = slots.flatMap((slot) => actorsNamed(reading, slot));
  const wide =
    recipients.length === 0 && !predicate.symmetric && predicate.type !== null && SPEECH.has(predicate.type);
  const others = unique(wide ? firstOther(reading, verb, actors) : recipients);
  return predicate.objectIsActor
    ? {
        actors: unique(objects.flatMap((object) => actorsNamed(reading, object))),
        recipients: unique(actors),
      }
    : { actors: unique(actors), recipients: others };
}

/** Whoever postpones, calls off or condemns an event does so towards those who take part in it. */
function partiesThrough(actors: readonly ActorMention[], event: Parties): Parties {
  if (actors.length === 0) return event;
  const own = new Set(actors.map(({ actor }) => actor.country ?? actor.id));
  const rest = [...event.actors, ...event.recipients].filter(
    ({ actor }) => !own.has(actor.country ?? actor.id),
  );
  return { actors, recipients: unique(rest) };
}

function nominalParties(
  reading: Reading,
  codebook: Codebook,
  { predicate, node, carrier }: FoundPredicate,
): Parties {
  const owners = ownersOf(reading, node, predicate.ofIsActor).flatMap((owner) => reading.actorsOn[owner]!);
  const between = obliquesOf(reading, node, 'between').flatMap((party) => actorsNamed(reading, party));
  const holder = carrier ?? governorOf(reading, codebook, node);
  const subject =
    holder === null || (relationOf(reading, node) === 'nsubj' && reading.relations[node] !== 'nsubj:pass')
      ? []
      : agentsOf(reading, holder).flatMap((agent) => actorsNamed(reading, agent));
  const own =
    subject.length > 0 && predicate.symmetric
      ? [...subject, ...owners]
      : owners.length > 0
        ? owners
        : subject;
  const actors = [
    ...own,
    ...(own.length === 0 || predicate.symmetric ? attending(reading, codebook, node) : []),
  ];
  // "the visit of the king to Rome": the tree may hang "to Rome" on the king.
  const hosts = [
    node,
    ...(carrier === null ? [] : [carrier]),
    ...ownersOf(reading, node, predicate.ofIsActor),
  ];
  const recipients: ActorMention[] = [];
  for (const slot of [...predicate.recipientIn, ...(predicate.symmetric ? ['with'] : [])]) {
    for (const host of hosts) {
      for (const party of obliquesOf(reading, host, slot)) recipients.push(...actorsNamed(reading, party));
    }
  }
  if (owners.length > 0 && subject.length > 0 && !predicate.symmetric) recipients.push(...subject);
  if (recipients.length === 0 && predicate.type !== null && SPEECH.has(predicate.type)) {
    recipients.push(...firstOther(reading, node, actors));
  }
  return { actors: unique([...actors, ...between]), recipients: unique(recipients) };
}

/** "In a briefing, officials said", "a call, during which the minister asked": who acts in it takes part in it. */
function attending(reading: Reading, codebook: Codebook, noun: number): ActorMention[] {
  const verbs: number[] = [];
  const head = reading.heads[noun]!;
  const within = (node: number) => /^(in|at|during)$/.test(prepositionOf(reading, node) ?? '');
  if (relationOf(reading, noun) === 'obl' && within(noun)) verbs.push(head);
  for (let i = noun + 1; i < reading.tokens.length; i++) {
    if (isMutualNoun(reading, codebook, i)) break;
    if (lemmaOf(reading, i) === 'which' && within(i)) verbs.push(reading.heads[i]!);
  }
  return verbs.flatMap((verb) => agentsOf(reading, verb)).flatMap((agent) => actorsNamed(reading, agent));
}

function isMutualNoun(reading: Reading, codebook: Codebook, i: number): boolean {
  return codebook.predicates.get(`${lemmaOf(reading, i)}/noun`)?.some(({ symmetric }) => symmetric) ?? false;
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
  return others.some(({ node, carrier }) => node === at || carrier === at) ? null : timesNear(reading, at);
}

/** "Americans detained in China": where nobody is said to hold them, the state that they are held in does. */
function heldIn(predicate: Predicate, parties: Parties, place: ActorMention | null): Parties {
  if (
    predicate.type !== 'COERCE' ||
    parties.actors.length > 0 ||
    parties.recipients.length === 0 ||
    place === null
  )
    return parties;
  const foreign = parties.recipients.every(({ actor }) => actor.country !== place.actor.country);
  return foreign ? { ...parties, actors: [place] } : parties;
}

/** The verb whose subject is to do what a noun names: "plans a visit", "proposed talks". */
function governorOf(reading: Reading, codebook: Codebook, noun: number): number | null {
  const head = reading.heads[noun]!;
  if (head < 0 || reading.relations[noun] !== 'obj') return null;
  const effect = codebook.governors.get(`${lemmaOf(reading, head)}/verb`);
  return effect !== undefined && effect !== 'reported' && effect !== 'happened' ? head : null;
}

/** The first actor of another country in what hangs under a node. */
function firstOther(reading: Reading, node: number, actors: readonly ActorMention[]): ActorMention[] {
  const own = new Set(actors.map(({ actor }) => actor.country ?? actor.id));
  for (const i of subtreeOf(reading, node)) {
    if (i <= node) continue;
    const other = reading.actorsOn[i]!.filter(
      ({ actor }) => actor.country !== null && !own.has(actor.country),
    );
    if (other.length > 0) return other;
  }
  return [];
}

/** The state in which something happens: "meetings in China". */
function placeOf(reading: Reading, node: number, carrier: number | null): ActorMention | null {
  for (const host of carrier === null ? [node] : [node, carrier]) {
    for (const child of childrenBy(reading, host, 'obl', 'nmod')) {
      if (!/^(in|at)$/.test(prepositionOf(reading, child) ?? '')) continue;
      const place = reading.actorsOn[child]!.find(
        ({ actor }) => actor.country !== null && actor.kind !== 'person',
      );
      if (place !== undefined) return place;
    }
  }
  return null;
}

/** Who speaks for a state tells of meetings and takes no part in them. */
function isSpokesperson(office: string | undefined): boolean {
  return office?.endsWith('spokesperson') ?? false;
}

/**
 * Visitor is actor and host recipient; where nobody hosts, all parties of a mutual act are actors, once.
 * Nobody is the recipient of an act of their own.
 */
function settleParties(
  predicate: Predicate,
  parties: Parties,
  place: ActorMention | null,
): Parties & { rules: string[] } {
  const ids = new Set(parties.actors.map(({ actor }) => actor.id));
  const recipients = parties.recipients.filter(({ actor }) => !ids.has(actor.id));
  if (!predicate.symmetric) return { actors: parties.actors, recipients, rules: ['actors/by-frame'] };
  const all = unique([...parties.actors, ...recipients]).filter(({ actor }) => !isSpokesperson(actor.office));
  const host = place?.actor.country ?? null;
  const guests = all.filter(({ actor }) => actor.country !== host);
  const hosts = all.filter(({ actor }) => actor.country === host);
  if (host === null || place === null || guests.length === 0)
    return { actors: all, recipients: [], rules: ['actors/mutual'] };
  if (hosts.length > 0) return { actors: guests, recipients: hosts, rules: ['actors/host'] };
  const countries = new Set(guests.map(({ actor }) => actor.country));
  return countries.size === 1
    ? { actors: guests, recipients: [place], rules: ['actors/host-by-place'] }
    : { actors: guests, recipients: [], rules: ['actors/mutual'] };
}
