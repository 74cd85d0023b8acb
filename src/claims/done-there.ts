import type { ActorMention } from '../actors/actor.ts';
import type { Codebook, Predicate } from './codebook.ts';
import type { FoundPredicate } from './predicates.ts';
import { lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import type { Parties } from './settle-parties.ts';
import { isHelper } from './slots.ts';

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

/** "closed the border in support of Peru": why, and not to whom. */
const ASIDE = /^(support|favou?r|solidarity|defen[cs]e|dollar|euro|yuan|rouble|ruble|currency)$/;

/** "an air strike targeting a depot", "a missile that fell off Peru": what it is done to. */
const AIMED = /^(target|hit|strike|aim|land|fall|fly|pass)$/;

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
            (relation !== 'acl' ||
              reading.tokens[child]!.tag === 'VBN' ||
              AIMED.test(lemmaOf(reading, child)))
          : /^(obl|nmod|obj)$/.test(relation) &&
            !ASIDE.test(lemmaOf(reading, child)) &&
            (WHERE.test(preposition) ||
              (BESIDE.test(preposition) && (type === 'MOBILIZE' || !isBorder(reading, child))) ||
              (preposition === 'with' && isBorder(reading, inside[at]!)) ||
              relationOf(reading, inside[at]!) === 'acl');
      if (follows && !inside.includes(child)) inside.push(child);
    }
  }
  for (const i of inside.slice(heads)) {
    if (isHelper(reading, i)) continue;
    // "deployed Boeing jets": whose make the arms are.
    const other = reading.actorsOn[i]!.filter(
      ({ actor: { country, sector } }) =>
        country !== null && !own.has(country) && (type !== 'MOBILIZE' || sector !== 'BUS'),
    );
    if (other.length > 0) return other;
    const place = reading.placeAt[i];
    if (place !== undefined && !own.has(place.actor.country ?? place.actor.id)) return [place];
  }
  return [];
}

/** "seized a town near the Peruvian border": Peru lies beyond it. */
export function isBorder(reading: Reading, node: number): boolean {
  return /^(border|frontier|boundary)$/.test(lemmaOf(reading, node));
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
      const host = states.get(/-to-([A-Z]{3})$/.exec(office)?.[1] ?? '');
      if (host !== undefined && own.has(country) && !own.has(host.country))
        return [{ ...mention, actor: host, rule: 'actors/posted-to' }];
    }
  }
  return [];
}

/**
 * "Americans detained in China": where nobody is said to hold them, the state that they are held in does. "Thousands
 * protested in Oslo": those of the land they do it in.
 */
export function heldIn(predicate: Predicate, parties: Parties, place: ActorMention | null): Parties {
  const { type, mode, head } = predicate;
  const isByLandlord = type === 'COERCE' || type === 'PROTEST' || mode === 'convict' || head === 'execute';
  if (place === null || parties.actors.length > 0 || !isByLandlord) return parties;
  const foreign = parties.recipients.every(({ actor }) => actor.country !== place.actor.country);
  return foreign && parties.recipients.length > 0 ? { ...parties, actors: [place] } : parties;
}
