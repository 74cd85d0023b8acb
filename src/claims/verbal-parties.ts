import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { isBorder } from './done-there.ts';
import { firstOther, SPEECH } from './first-other.ts';
import { nominalParties } from './nominal-parties.ts';
import { objectsOf } from './objects.ts';
import type { FoundPredicate } from './predicates.ts';
import {
  childBy,
  childrenBy,
  lemmaOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import type { Parties } from './settle-parties.ts';
import { isPassive, obliquesOf, ownersOf, partiesIn } from './slots.ts';
import { agentsOf, PAPERS } from './subjects.ts';
import { objectBehind, slotBehind, subjectBefore } from './word-order.ts';

export function verbalParties(
  reading: Reading,
  codebook: Codebook,
  { predicate, node: verb, words }: FoundPredicate,
  events: readonly FoundPredicate[],
): Parties {
  const actors = actorsOf(reading, codebook, verb, events);
  const objects = [...objectsOf(reading, verb), ...objectsOfParticle(reading, verb, words)];
  const event = events.find(({ node, predicate: { pos } }) => pos === 'noun' && objects.includes(node));
  if (event !== undefined && predicate.type !== 'CONSULT') {
    const parties = partiesThrough(actors, nominalParties(reading, codebook, event));
    if (parties.recipients.length > 0 || predicate.needsRecipient) return parties;
    const about = saidAbout(predicate, verb, event.node);
    return about === null
      ? parties
      : { actors: parties.actors, recipients: firstOther(reading, about, parties.actors, false) };
  }
  const senders = actors.length === 0 ? sentFrom(reading, verb) : [];
  // "sold drones to Moscow": the recipient may hang on the object as well as on the verb.
  const within = [
    ...new Set([...words, ...objects.filter((object) => reading.actorsOn[object]!.length === 0)]),
  ];
  const slots: number[] = [];
  for (const slot of predicate.recipientIn) {
    if (slot === 'from' && senders.length > 0) continue;
    slots.push(
      ...(slot === 'obj' || slot === 'iobj'
        ? objects
        : within.flatMap((word) => partiesIn(reading, word, slot))),
    );
  }
  if (predicate.symmetric) slots.push(...obliquesOf(reading, verb, 'with'));
  if (slots.length === 0 && predicate.symmetric) slots.push(...partnersBehind(reading, verb));
  if (slots.length === 0) slots.push(...slotsBehindPlace(reading, verb, predicate));
  if (slots.length === 0) slots.push(...slotsBehindSum(reading, within, predicate));
  // "granted Lima access": beside the object that belongs to the phrase, whoever it is for.
  if (slots.length === 0 && predicate.rest.some((part) => part.startsWith('=')))
    slots.push(
      ...childrenBy(reading, verb, 'obj', 'iobj').filter((object) => !words.includes(object)),
      // "burned Peruvian flags": whose the object is.
      ...words
        .filter((word) => word !== verb && (actors.length > 0 || isPassive(reading, verb)))
        .flatMap((word) => ownersOf(reading, word))
        .filter((owner) => reading.tokens[owner]!.upos !== 'PRON'),
    );
  const named =
    slots.length > 0
      ? slots.flatMap((slot) => actorsNamed(reading, slot))
      : [...slotBehind(reading, words.at(-1)!, predicate.recipientIn)];
  // "The navy boards a Chilean ship", "met Peru's president last week", where the tree makes something else of the words.
  const isBare =
    (objects.length === 0 || (predicate.symmetric && named.length === 0)) &&
    predicate.recipientIn.includes('obj') &&
    !isPassive(reading, verb);
  const recipients =
    named.length === 0 && (slots.length === 0 || predicate.symmetric) && isBare && actors.length > 0
      ? [...objectBehind(reading, words.at(-1)!)]
      : named;
  // "said the ban of Peru was unlawful": whose it is of which that is said.
  if (predicate.ofBlame && objects.length === 0) {
    const said = childBy(reading, verb, 'ccomp');
    const subjects = said === null ? [] : childrenBy(reading, said, 'nsubj');
    recipients.push(...subjects.flatMap((subject) => actorsNamed(reading, subject)));
  }
  actors.push(...senders);
  if (actors.length === 0 && recipients.length > 0 && isMoved(predicate) && isPassive(reading, verb))
    actors.push(...objects.flatMap((object) => actorsNamed(reading, object)));
  if (recipients.length === 0) recipients.push(...speakersMeant(reading, verb, slots, actors));
  if (recipients.length === 0) recipients.push(...provokers(reading, verb, actors));
  if (recipients.length === 0) recipients.push(...addressees(reading, verb));
  // "The talks between Rome and Oslo were suspended": of those in them, where nobody is said to do it.
  if (actors.length === 0 && recipients.length === 0 && isPassive(reading, verb))
    actors.push(...words.filter((word) => word !== verb).flatMap((word) => partiesAt(reading, word)));
  const isAgreed = predicate.type === 'AGREE' && unique(actors).length === 1;
  const wide =
    recipients.length === 0 &&
    (!predicate.symmetric || isAgreed) &&
    (!predicate.ofBlame || objects.length > 0) &&
    predicate.type !== null &&
    SPEECH.has(predicate.type) &&
    (!predicate.needsCondition || slots.length > 0 || hasCondition(reading, verb));
  const others = unique(wide ? firstOther(reading, verb, actors, slots.length > 0) : recipients);
  return predicate.objectIsActor
    ? {
        actors: unique(objects.flatMap((object) => actorsNamed(reading, object))),
        recipients: unique(actors),
      }
    : { actors: unique(actors), recipients: others };
}

/** Where the other side of a word about an event is looked for: in all of "requested talks of Peru", in "the raid of Peru" of one that blames it. */
function saidAbout({ type }: Predicate, verb: number, event: number): number | null {
  switch (type) {
    case 'REJECT':
    case 'REQUEST':
    case 'THREATEN':
      return verb;
    case 'ACCUSE':
    case 'SUPPORT':
      return event;
    default:
      return null;
  }
}

/** "was extradited from Peru to Chile": by the state that he is sent away from, where nobody else is said to do it. */
function sentFrom(reading: Reading, verb: number): ActorMention[] {
  if (
    !isPassive(reading, verb) ||
    !/^(extradite|deport|expel|evict|repatriate)$/.test(lemmaOf(reading, verb))
  )
    return [];
  if (agentsOf(reading, verb).length > 0) return [];
  return [verb, ...childrenBy(reading, verb, 'obl')]
    .flatMap((word) => obliquesOf(reading, word, 'from'))
    .flatMap((land) => reading.actorsOn[land]!)
    .filter(({ actor: { kind } }) => kind === 'state' || kind === 'government');
}

/** "Peruvian troops were deployed to Chile", "Peruvian aid was sent": what goes there goes for whoever it belongs to. */
function isMoved({ type, mode, recipientIn }: Predicate): boolean {
  const moves = type === 'MOBILIZE' || type === 'AID' || (type === 'RETREAT' && mode === 'withdraw');
  return moves && !recipientIn.includes('obj') && !recipientIn.includes('iobj');
}

/** "Peru says that Chile attacked it": a pronoun that nobody was found for, beside another who acts, is whoever says so. */
function speakersMeant(
  reading: Reading,
  verb: number,
  slots: readonly number[],
  actors: readonly ActorMention[],
): ActorMention[] {
  const saying = reading.heads[verb]!;
  const isIt = slots.some(
    (slot) =>
      reading.actorsOn[slot]!.length === 0 && /^(it|him|her|them|us|me)$/i.test(reading.tokens[slot]!.form),
  );
  if (!isIt || saying < 0 || actors.length === 0 || !/^(ccomp|advcl)$/.test(relationOf(reading, verb)))
    return [];
  const own = new Set(actors.map(({ actor }) => actor.country));
  return agentsOf(reading, saying)
    .flatMap((speaker) => actorsNamed(reading, speaker))
    .filter(({ actor }) => actor.country !== null && !own.has(actor.country));
}

/** "Peru raised tariffs and Chile retaliated": against whoever acts in the clause that it is joined to. */
function provokers(reading: Reading, verb: number, actors: readonly ActorMention[]): ActorMention[] {
  const clause = reading.heads[verb]!;
  if (
    lemmaOf(reading, verb) !== 'retaliate' ||
    clause < 0 ||
    !/^(advcl|conj|parataxis)$/.test(relationOf(reading, verb))
  )
    return [];
  const own = new Set(actors.map(({ actor }) => actor.country));
  return agentsOf(reading, clause)
    .flatMap((agent) => actorsNamed(reading, agent))
    .filter(({ actor }) => actor.country !== null && !own.has(actor.country));
}

/** "sent a letter to Peru asking for help": whoever the paper goes to that asks. */
function addressees(reading: Reading, verb: number): ActorMention[] {
  const paper = reading.heads[verb]!;
  if (paper < 0 || relationOf(reading, verb) !== 'acl' || !PAPERS.test(lemmaOf(reading, paper))) return [];
  const sent = reading.heads[paper]!;
  return [paper, ...(sent < 0 ? [] : [sent])]
    .flatMap((word) => obliquesOf(reading, word, 'to'))
    .flatMap((party) => actorsNamed(reading, party));
}

/** Who does what a verb says: its subject or agent, else those whose raid or ban it is done in. */
function actorsOf(
  reading: Reading,
  codebook: Codebook,
  verb: number,
  events: readonly FoundPredicate[],
): ActorMention[] {
  const agents = agentsOf(reading, verb);
  const named = agents.flatMap((agent) => {
    // "A crash in Peru killed": what befalls people is nobody's act.
    if (/^(mishaps|ills)$/.test(codebook.figures.get(lemmaOf(reading, agent)) ?? '')) return [];
    const own = actorsNamed(reading, agent);
    return own.length > 0 ? own : behind(reading, agent, verb);
  });
  if (named.length > 0 || agents.length > 0) return named;
  if (!isPassive(reading, verb))
    return /^VB[DPZ]$|^NNS?$/.test(reading.tokens[verb]!.tag) ? [...subjectBefore(reading, verb)] : [];
  // "was summoned to the ministry in Lima", "was invited to Lima": whose it is.
  if (/^(summon|invite)$/.test(lemmaOf(reading, verb)))
    return obliquesOf(reading, verb, 'to').flatMap((ministry) => actorsNamed(reading, ministry));
  const above = reading.heads[verb]!;
  // "Peru announced that Chilean flights were banned": by whoever announces it.
  if (
    relationOf(reading, verb) === 'ccomp' &&
    /^(announce|declare|decide|order|rule)$/.test(lemmaOf(reading, above))
  )
    return agentsOf(reading, above).flatMap((agent) => actorsNamed(reading, agent));
  // "were killed in an Israeli raid": those whose raid it was killed them.
  const deeds = events.filter(
    ({ node, predicate: { pos, type } }) =>
      pos === 'noun' &&
      type === 'ASSAULT' &&
      reading.heads[node] === verb &&
      /^(in|during|by|after|from)$/.test(prepositionOf(reading, node) ?? ''),
  );
  return deeds.flatMap((deed) => {
    const { actors, recipients } = nominalParties(reading, codebook, deed);
    const sides = deed.predicate.symmetric ? [...actors, ...recipients] : actors;
    const victims = new Set(
      objectsOf(reading, verb)
        .flatMap((victim) => actorsNamed(reading, victim))
        .map(({ actor }) => actor.country),
    );
    return sides.filter(({ actor }) => !victims.has(actor.country));
  });
}

/** "A court in Peru jails", where the tree does not see that the court is Peru's. */
function behind(reading: Reading, agent: number, verb: number): ActorMention[] {
  if (verb - agent > 5 || !/^(in|of|from)$/.test(reading.tokens[agent + 1]?.form ?? '')) return [];
  for (let i = agent + 2; i < verb; i++)
    if (reading.actorsOn[i]!.length > 0) return [...reading.actorsOn[i]!];
  return [];
}

/** "spoke by video on Tuesday with the envoy", where the tree hangs "with" on the means or the day. */
function partnersBehind(reading: Reading, verb: number): number[] {
  const beside = placesOf(reading, verb);
  const further = beside.flatMap((node) => childrenBy(reading, node, 'obl', 'nmod'));
  return [...beside, ...further].flatMap((node) => obliquesOf(reading, node, 'with'));
}

/** Where and how something is done. What a border is with lies beyond it: "gathered near the border with Peru". */
function placesOf(reading: Reading, verb: number): number[] {
  return childrenBy(reading, verb, 'obl', 'nmod').filter((node) => !isBorder(reading, node));
}

/** Those whose an event is, by its own words: "the talks between Rome and Oslo". */
function partiesAt(reading: Reading, noun: number): ActorMention[] {
  return [...ownersOf(reading, noun), ...obliquesOf(reading, noun, 'between')].flatMap((party) =>
    actorsNamed(reading, party),
  );
}

/** "marched in Oslo against Peru", where the tree hangs "against" on the place. */
function slotsBehindPlace(reading: Reading, verb: number, { recipientIn }: Predicate): number[] {
  const places = placesOf(reading, verb);
  return recipientIn
    .filter((slot) => slot !== 'obj' && slot !== 'iobj' && slot !== 'of')
    .flatMap((slot) => places.flatMap((place) => obliquesOf(reading, place, slot)));
}

/** "a package of $2 bn for Peru", where the tree hangs "for" on the sum. */
function slotsBehindSum(reading: Reading, words: readonly number[], { recipientIn }: Predicate): number[] {
  const sums = words
    .flatMap((word) => childrenBy(reading, word, 'nmod'))
    .filter((sum) => /^(SYM|NUM)$/.test(reading.tokens[sum]!.upos));
  return recipientIn
    .filter((slot) => slot === 'for' || slot === 'to')
    .flatMap((slot) => sums.flatMap((sum) => obliquesOf(reading, sum, slot)));
}

/** "called off the strike", where the tree has a strike that "off" stands before. */
function objectsOfParticle(reading: Reading, verb: number, words: readonly number[]): number[] {
  return childrenBy(reading, verb, 'obl').filter((child) =>
    childrenBy(reading, child, 'case').some((marker) => words.includes(marker)),
  );
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

/** "warned of consequences if Peru attacked" threatens, "warned that Peruvians would drown" does not. */
function hasCondition(reading: Reading, verb: number): boolean {
  return subtreeOf(reading, verb).some(
    (word) => reading.relations[word] === 'mark' && /^(if|unless)$/.test(lemmaOf(reading, word)),
  );
}
