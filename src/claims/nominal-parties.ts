import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import type { Codebook } from './codebook.ts';
import { firstOther, SPEECH } from './first-other.ts';
import { objectsOf } from './objects.ts';
import type { FoundPredicate } from './predicates.ts';
import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import type { Parties } from './settle-parties.ts';
import { obliquesOf, ownersOf, partiesIn } from './slots.ts';
import { agentsOf } from './subjects.ts';
import { joinedBehind, slotBehind } from './word-order.ts';

/** Verbs by which somebody judges what others did. */
const JUDGES =
  /^(applaud|commemorate|condemn|criticise|criticize|denounce|deplore|hail|lament|mourn|praise|protest|regret|welcome)$/;

export function nominalParties(
  reading: Reading,
  codebook: Codebook,
  { predicate, node, carrier, words }: FoundPredicate,
): Parties {
  // "a Chilean drone attack": the tree may hang the adjective on the drone.
  const means = predicate.type === 'ASSAULT' ? childrenBy(reading, node, 'compound') : [];
  // "a round of talks between Rome and Oslo": they may hang on any noun of the phrase.
  const nouns = words.filter((word) => word !== carrier);
  const landed = predicate.recipientIn.includes('compound') ? landsOn(reading, node) : [];
  const owners = [node, ...means]
    .flatMap((word) => ownersOf(reading, word, predicate.ofIsActor))
    .flatMap((owner) => [owner, ...childrenBy(reading, owner, 'conj')])
    .flatMap((owner) => reading.actorsOn[owner]!)
    .flatMap((mention) => reading.listed.get(mention) ?? [mention])
    .filter((mention) => !landed.includes(mention));
  // "war broke out between Rome and Oslo"
  const between = [...nouns, ...(carrier === null ? [] : [carrier])]
    .flatMap((noun) => obliquesOf(reading, noun, 'between'))
    .flatMap((party) => [...actorsNamed(reading, party), ...joinedBehind(reading, party)]);
  const avower = owners.length > 0 ? null : avowerOf(reading, node);
  const holder =
    carrier ??
    governorOf(reading, codebook, node) ??
    avower ??
    (predicate.symmetric ? engagedIn(reading, node) : null);
  const subject =
    holder === null || (relationOf(reading, node) === 'nsubj' && reading.relations[node] !== 'nsubj:pass')
      ? []
      : agentsOf(reading, holder).flatMap((agent) => actorsNamed(reading, agent));
  // "urged Peru to halt its raids": whoever halts what is its own.
  const isTheirs = subject.length > 0 && owners.every(({ via }) => via === 'pronoun');
  // "denounced the arrests": somebody else made them.
  const isOthers = holder !== null && carrier === null && JUDGES.test(lemmaOf(reading, holder));
  const own =
    subject.length > 0 && predicate.symmetric
      ? [...subject, ...owners]
      : isOthers || (owners.length > 0 && !isTheirs)
        ? owners
        : subject;
  const partners = predicate.joint ? obliquesOf(reading, node, 'with') : [];
  const actors = [
    ...own,
    ...partners.flatMap((partner) => actorsNamed(reading, partner)),
    ...(predicate.symmetric || (own.length === 0 && predicate.type === 'CONSULT')
      ? attending(reading, codebook, node, predicate.mode === 'visit' ? TRAVELLING : WITHIN)
      : []),
  ];
  // "the visit of the king to Rome": the tree may hang "to Rome" on the king.
  const hosts = [
    ...nouns,
    ...(carrier === null ? [] : [carrier]),
    ...ownersOf(reading, node, predicate.ofIsActor),
  ];
  const recipients: ActorMention[] = [...landed];
  for (const slot of [...predicate.recipientIn, ...(predicate.symmetric ? ['with'] : [])]) {
    for (const host of hosts) {
      for (const party of partiesIn(reading, host, slot)) recipients.push(...actorsNamed(reading, party));
      if (slot !== 'with') continue;
      // "talks in Lima with the king": the tree may hang "with" on the place, which has nobody with it.
      for (const where of waysOf(reading, host))
        for (const party of obliquesOf(reading, where, slot)) recipients.push(...actorsNamed(reading, party));
    }
  }
  if (recipients.length === 0) recipients.push(...slotBehind(reading, nouns.at(-1)!, predicate.recipientIn));
  // "gave Quito a warning", "paid Oslo a visit": whoever the carrying verb has beside the noun.
  if (carrier !== null && recipients.length === 0)
    for (const object of objectsOf(reading, carrier))
      if (object !== node && relationOf(reading, object) !== 'nsubj')
        recipients.push(...actorsNamed(reading, object));
  // "apologised to Lima for the raid"
  if (avower !== null && recipients.length === 0)
    for (const party of obliquesOf(reading, avower, 'to')) recipients.push(...actorsNamed(reading, party));
  if (owners.length > 0 && subject.length > 0 && !isTheirs && !predicate.symmetric)
    recipients.push(...subject);
  if (recipients.length === 0 && predicate.type !== null && SPEECH.has(predicate.type)) {
    recipients.push(...firstOther(reading, node, actors, false));
  }
  return { actors: unique([...actors, ...between]), recipients: unique(recipients) };
}

/** Where or by what something is held: "in Lima", "at the airport", "via videoconference". */
function waysOf(reading: Reading, host: number): number[] {
  return childrenBy(reading, host, 'obl', 'nmod').filter((child) =>
    /^(in|at|on|via|by|over)$/.test(prepositionOf(reading, child) ?? ''),
  );
}

/** "the China trip": a land before a noun of travel is where it goes. */
function landsOn(reading: Reading, noun: number): ActorMention[] {
  return childrenBy(reading, noun, 'compound')
    .flatMap((child) => reading.actorsOn[child]!)
    .filter(({ actor }) => actor.kind === 'state' || actor.kind === 'government');
}

const WITHIN = /^(in|at|during)$/;
/** "returned from a visit", "on a trip to Oslo": whoever is said to do something then was on it. */
const TRAVELLING = /^(in|at|during|on|from|after)$/;

/** "In a briefing, officials said", "a call, during which the minister asked": who acts in it takes part in it. */
function attending(reading: Reading, codebook: Codebook, noun: number, prepositions: RegExp): ActorMention[] {
  const verbs: number[] = [];
  const head = reading.heads[noun]!;
  const within = (node: number) => prepositions.test(prepositionOf(reading, node) ?? '');
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

/** "Peru is in talks with Chile", "is at war": the noun itself, whose subject takes part in it. */
function engagedIn(reading: Reading, noun: number): number | null {
  const engaged =
    childBy(reading, noun, 'cop') !== null && /^(in|at)$/.test(prepositionOf(reading, noun) ?? '');
  return engaged ? noun : null;
}

/** The verb whose subject owns up to an act: "claimed responsibility for the raid", "apologised for the raid". */
function avowerOf(reading: Reading, noun: number): number | null {
  const head = reading.heads[noun]!;
  // "apologised to Lima for the raid"
  if (head >= 0 && prepositionOf(reading, noun) === 'for' && /^apologi[sz]e$/.test(lemmaOf(reading, head)))
    return head;
  const isBlame = (word: number): boolean => /^(responsibility|credit|blame)$/.test(lemmaOf(reading, word));
  const blame = [head, ...(head < 0 ? [] : childrenBy(reading, head, 'obj'))].find(
    (word) => word >= 0 && isBlame(word),
  );
  if (blame === undefined || prepositionOf(reading, noun) !== 'for') return null;
  const verb = reading.heads[blame]!;
  return verb >= 0 && /^(claim|take|accept|admit)$/.test(lemmaOf(reading, verb)) ? verb : null;
}

/** The verb whose subject is to do what a noun names: "plans a visit", "proposed talks", "flew in for talks". */
function governorOf(reading: Reading, codebook: Codebook, noun: number): number | null {
  const head = reading.heads[noun]!;
  const isFor = relationOf(reading, noun) === 'obl' && prepositionOf(reading, noun) === 'for';
  if (head < 0 || !(reading.relations[noun] === 'obj' || isFor)) return null;
  const verb = lemmaOf(reading, head);
  const effect =
    (isFor ? codebook.governors.get(`${verb} ~for/verb`) : undefined) ??
    codebook.governors.get(`${verb}/verb`);
  return effect !== undefined && effect !== 'reported' && effect !== 'happened' ? head : null;
}
