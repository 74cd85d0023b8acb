import type { ActorMention } from '../actors/actor.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { actorsNamed, agentsOf, objectsOf, obliquesOf, ownersOf, unique } from './parties.ts';
import type { FoundPredicate } from './predicates.ts';
import { lemmaOf, prepositionOf, type Reading, relationOf, subtreeOf } from './reading.ts';

/** Types whose recipient may stand anywhere in what is said: "urged an end to Russia's blockade". */
const SPEECH = new Set(['REQUEST', 'REJECT', 'ACCUSE', 'THREATEN', 'AGREE', 'SUPPORT']);

export interface Parties {
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
}

export function verbalParties(
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

export function nominalParties(
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

/** "Americans detained in China": where nobody is said to hold them, the state that they are held in does. */
export function heldIn(predicate: Predicate, parties: Parties, place: ActorMention | null): Parties {
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

/** Who speaks for a state tells of meetings and takes no part in them. */
function isSpokesperson(office: string | undefined): boolean {
  return office?.endsWith('spokesperson') ?? false;
}

/**
 * Visitor is actor and host recipient; where nobody hosts, all parties of a mutual act are actors, once.
 * Nobody is the recipient of an act of their own.
 */
export function settleParties(
  predicate: Predicate,
  parties: Parties,
  place: ActorMention | null,
): Parties & { rules: string[] } {
  const ids = new Set(parties.actors.map(({ actor }) => actor.id));
  const recipients = parties.recipients.filter(({ actor }) => !ids.has(actor.id));
  // Talks are mutual, but one side breaks them off.
  const oneSided = predicate.type === 'REJECT' && parties.actors.length > 0;
  if (!predicate.symmetric || oneSided)
    return { actors: parties.actors, recipients, rules: ['actors/by-frame'] };
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
