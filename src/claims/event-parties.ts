import type { ActorMention } from '../actors/actor.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { actorsNamed, agentsOf, isPassive, objectsOf, obliquesOf, ownersOf, unique } from './parties.ts';
import type { FoundPredicate } from './predicates.ts';
import { childrenBy, lemmaOf, prepositionOf, type Reading, relationOf, subtreeOf } from './reading.ts';

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
  const actors = actorsOf(reading, codebook, verb, events);
  const objects = [...objectsOf(reading, verb), ...objectsOfParticle(reading, verb, words)];
  const event = events.find(({ node, predicate: { pos } }) => pos === 'noun' && objects.includes(node));
  if (event !== undefined && predicate.type !== 'CONSULT') {
    const parties = partiesThrough(actors, nominalParties(reading, codebook, event));
    if (parties.recipients.length > 0 || predicate.type !== 'REJECT') return parties;
    return { actors: parties.actors, recipients: firstOther(reading, verb, parties.actors, false) };
  }
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
  if (slots.length === 0 && predicate.symmetric) slots.push(...partnersBehind(reading, verb));
  if (slots.length === 0) slots.push(...slotsBehindPlace(reading, verb, predicate));
  // "granted Lima access": beside the object that belongs to the phrase, whoever it is for.
  if (slots.length === 0 && predicate.rest.some((part) => part.startsWith('=')))
    slots.push(
      ...childrenBy(reading, verb, 'obj', 'iobj').filter((object) => !words.includes(object)),
      // "burned Peruvian flags": whose the object is.
      ...words
        .filter((word) => word !== verb && actors.length > 0)
        .flatMap((word) => ownersOf(reading, word))
        .filter((owner) => reading.tokens[owner]!.upos !== 'PRON'),
    );
  const recipients = slots.flatMap((slot) => actorsNamed(reading, slot));
  const isAgreed = predicate.type === 'AGREE' && unique(actors).length === 1;
  const wide =
    recipients.length === 0 &&
    (!predicate.symmetric || isAgreed) &&
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
  if (named.length > 0 || agents.length > 0 || !isPassive(reading, verb)) return named;
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
  const beside = childrenBy(reading, verb, 'obl', 'nmod');
  const further = beside.flatMap((node) => childrenBy(reading, node, 'obl', 'nmod'));
  return [...beside, ...further].flatMap((node) => obliquesOf(reading, node, 'with'));
}

/** "marched in Oslo against Peru", where the tree hangs "against" on the place. */
function slotsBehindPlace(reading: Reading, verb: number, { recipientIn }: Predicate): number[] {
  const places = childrenBy(reading, verb, 'obl', 'nmod');
  return recipientIn
    .filter((slot) => slot !== 'obj' && slot !== 'iobj' && slot !== 'of')
    .flatMap((slot) => places.flatMap((place) => obliquesOf(reading, place, slot)));
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

export function nominalParties(
  reading: Reading,
  codebook: Codebook,
  { predicate, node, carrier }: FoundPredicate,
): Parties {
  const landed = predicate.recipientIn.includes('compound') ? landsOn(reading, node) : [];
  const owners = ownersOf(reading, node, predicate.ofIsActor)
    .flatMap((owner) => reading.actorsOn[owner]!)
    .filter((mention) => !landed.includes(mention));
  const between = obliquesOf(reading, node, 'between').flatMap((party) => actorsNamed(reading, party));
  const holder = carrier ?? governorOf(reading, codebook, node) ?? avowerOf(reading, node);
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
  const partners = predicate.joint ? obliquesOf(reading, node, 'with') : [];
  const actors = [
    ...own,
    ...partners.flatMap((partner) => actorsNamed(reading, partner)),
    ...(predicate.symmetric || (own.length === 0 && predicate.type === 'CONSULT')
      ? attending(reading, codebook, node)
      : []),
  ];
  // "the visit of the king to Rome": the tree may hang "to Rome" on the king.
  const hosts = [
    node,
    ...(carrier === null ? [] : [carrier]),
    ...ownersOf(reading, node, predicate.ofIsActor),
  ];
  const recipients: ActorMention[] = [...landed];
  for (const slot of [...predicate.recipientIn, ...(predicate.symmetric ? ['with'] : [])]) {
    for (const host of hosts) {
      for (const party of obliquesOf(reading, host, slot)) recipients.push(...actorsNamed(reading, party));
    }
  }
  // "gave Quito a warning", "paid Oslo a visit": whoever the carrying verb has beside the noun.
  if (carrier !== null && recipients.length === 0)
    for (const object of objectsOf(reading, carrier))
      if (object !== node && relationOf(reading, object) !== 'nsubj')
        recipients.push(...actorsNamed(reading, object));
  if (owners.length > 0 && subject.length > 0 && !predicate.symmetric) recipients.push(...subject);
  if (recipients.length === 0 && predicate.type !== null && SPEECH.has(predicate.type)) {
    recipients.push(...firstOther(reading, node, actors, false));
  }
  return { actors: unique([...actors, ...between]), recipients: unique(recipients) };
}

/** "the China trip": a land before a noun of travel is where it goes. */
function landsOn(reading: Reading, noun: number): ActorMention[] {
  return childrenBy(reading, noun, 'compound')
    .flatMap((child) => reading.actorsOn[child]!)
    .filter(({ actor }) => actor.kind === 'state' || actor.kind === 'government');
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

/**
 * "Americans detained in China": where nobody is said to hold them, the state that they are held in does. "Thousands
 * protested in Oslo": those of the land they do it in.
 */
export function heldIn(predicate: Predicate, parties: Parties, place: ActorMention | null): Parties {
  const { type } = predicate;
  if (place === null || parties.actors.length > 0 || (type !== 'COERCE' && type !== 'PROTEST'))
    return parties;
  const foreign = parties.recipients.every(({ actor }) => actor.country !== place.actor.country);
  return foreign && parties.recipients.length > 0 ? { ...parties, actors: [place] } : parties;
}

/** The verb whose subject owns up to an act: "claimed responsibility for the raid". */
function avowerOf(reading: Reading, noun: number): number | null {
  const head = reading.heads[noun]!;
  const isBlame = (word: number): boolean => /^(responsibility|credit|blame)$/.test(lemmaOf(reading, word));
  const blame = [head, ...(head < 0 ? [] : childrenBy(reading, head, 'obj'))].find(
    (word) => word >= 0 && isBlame(word),
  );
  if (blame === undefined || prepositionOf(reading, noun) !== 'for') return null;
  const verb = reading.heads[blame]!;
  return verb >= 0 && /^(claim|take|accept|admit)$/.test(lemmaOf(reading, verb)) ? verb : null;
}

/** The verb whose subject is to do what a noun names: "plans a visit", "proposed talks". */
function governorOf(reading: Reading, codebook: Codebook, noun: number): number | null {
  const head = reading.heads[noun]!;
  if (head < 0 || reading.relations[noun] !== 'obj') return null;
  const effect = codebook.governors.get(`${lemmaOf(reading, head)}/verb`);
  return effect !== undefined && effect !== 'reported' && effect !== 'happened' ? head : null;
}

/**
 * The first actor of another country in what a word of speech is about, whatever it hangs on: "urged an end to Peru's
 * blockade". Clauses beside it ("and", "which", "while") tell of something else.
 */
function firstOther(
  reading: Reading,
  node: number,
  actors: readonly ActorMention[],
  isAddressed: boolean,
): ActorMention[] {
  const own = new Set(actors.map(({ actor }) => actor.country ?? actor.id));
  const inside = [node];
  for (let at = 0; at < inside.length; at++)
    inside.push(
      ...reading.children[inside[at]!]!.filter(
        (child) =>
          !isBeside(reading, child, at === 0) && !(isAddressed && at === 0 && isClause(reading, child)),
      ),
    );
  for (const i of inside.sort((a, b) => a - b)) {
    if (i <= node || reading.actorsOn[i]!.length === 0) continue;
    const other = actorsNamed(reading, i).filter(
      ({ actor }) => actor.country !== null && !own.has(actor.country),
    );
    if (other.length > 0) return other;
  }
  return [];
}

/** Deeds that are done to a state where they are done in it, or to what is its own: "bombed a depot in Peru". */
const DEEDS = new Set([
  'ASSAULT',
  'AID',
  'COERCE',
  'SANCTION',
  'RETREAT',
  'COOPERATE',
  'MOBILIZE',
  'CONCEDE',
]);
/** Prepositions of where and to whom something is done. */
const WHERE = /^(of|in|on|at|from|to|into|across|against|inside|within|throughout|by)$/;
/** Prepositions of beside what. */
const BESIDE = /^(around|off|along|near|toward|towards|over)$/;

/** The first actor of another country that the object or a place of a deed names, however deep. */
export function doneThere(
  reading: Reading,
  { predicate: { type }, node, carrier, words }: FoundPredicate,
  actors: readonly ActorMention[],
): ActorMention[] {
  if (type === null || !DEEDS.has(type) || actors.length === 0) return [];
  const own = new Set(actors.map(({ actor }) => actor.country ?? actor.id));
  const inside = [...new Set([node, ...words, ...(carrier === null ? [] : [carrier])])];
  const heads = inside.length;
  for (let at = 0; at < inside.length; at++) {
    for (const child of reading.children[inside[at]!]!) {
      const preposition = prepositionOf(reading, child);
      const relation = relationOf(reading, child);
      const follows =
        preposition === null
          ? /^(obj|amod|compound|nmod|appos|conj|acl)$/.test(relation) &&
            (relation !== 'conj' || at >= heads) &&
            (relation !== 'acl' || reading.tokens[child]!.tag === 'VBN')
          : /^(obl|nmod|obj)$/.test(relation) &&
            (WHERE.test(preposition) ||
              (BESIDE.test(preposition) && (type === 'MOBILIZE' || !isBorder(reading, child))) ||
              (preposition === 'with' && isBorder(reading, inside[at]!)) ||
              relationOf(reading, inside[at]!) === 'acl');
      if (follows && !inside.includes(child)) inside.push(child);
    }
  }
  for (const i of inside.slice(heads)) {
    const other = reading.actorsOn[i]!.filter(
      ({ actor }) => actor.country !== null && !own.has(actor.country),
    );
    if (other.length > 0) return other;
    const place = reading.placeAt[i];
    if (place !== undefined && !own.has(place.actor.country ?? place.actor.id)) return [place];
  }
  return [];
}

/** "recalled its ambassador to Peru": what is done to one's own envoy is done to the state that he is posted to. */
export function postedTo(
  reading: Reading,
  { states }: Codebook,
  { node, words }: FoundPredicate,
  actors: readonly ActorMention[],
): ActorMention[] {
  const own = new Set(actors.map(({ actor }) => actor.country));
  for (const word of [...words, ...reading.children[node]!]) {
    for (const mention of reading.actorsOn[word]!) {
      const { id, office = id, country } = mention.actor;
      const host = states.get(/ambassador-to-([A-Z]{3})$/.exec(office)?.[1] ?? '');
      if (host !== undefined && own.has(country) && !own.has(host.country))
        return [{ ...mention, actor: host, rule: 'actors/posted-to' }];
    }
  }
  return [];
}

/** "seized a town near the Peruvian border": Peru lies beyond it. */
function isBorder(reading: Reading, node: number): boolean {
  return /^(border|frontier|boundary)$/.test(lemmaOf(reading, node));
}

/** "warned of consequences if Peru attacked" threatens, "warned that Peruvians would drown" does not. */
function hasCondition(reading: Reading, verb: number): boolean {
  return subtreeOf(reading, verb).some(
    (word) => reading.relations[word] === 'mark' && /^(if|unless)$/.test(lemmaOf(reading, word)),
  );
}

/** "warned the abbot not to anger Peru" is addressed to the abbot, whoever he is. */
function isClause(reading: Reading, node: number): boolean {
  return /^(ccomp|xcomp|advcl)$/.test(relationOf(reading, node));
}

/** Whether a word begins a clause that is no part of what the word above it says; a condition is. */
function isBeside(reading: Reading, node: number, isOuter: boolean): boolean {
  switch (relationOf(reading, node)) {
    case 'parataxis':
      return true;
    case 'advcl': {
      const marks = childrenBy(reading, node, 'mark', 'advmod');
      // "ruled out attacking Peru" is an object that the tree takes for a clause beside it.
      if (marks.length === 0) return reading.tokens[node]!.tag !== 'VBG';
      return isOuter && !marks.some((mark) => /^(if|unless)$/.test(lemmaOf(reading, mark)));
    }
    case 'conj':
      return (
        reading.tokens[node]!.upos === 'VERB' && (isOuter || childrenBy(reading, node, 'nsubj').length > 0)
      );
    case 'acl':
      return reading.relations[node] === 'acl:relcl' && reading.tokens[reading.heads[node]!]!.upos !== 'PRON';
    default:
      return false;
  }
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
  // "Norway recalled its ambassador": what is one's own is nobody else.
  const isOwn = ({ actor, rule }: ActorMention): boolean =>
    rule.startsWith('actors/own-') && parties.actors.some((one) => one.actor.country === actor.country);
  const recipients = parties.recipients.filter((one) => !ids.has(one.actor.id) && !isOwn(one));
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
