import type { ActorMention } from '../actors/actor.ts';
import type { Codebook } from './codebook.ts';
import type { FoundPredicate } from './predicates.ts';
import { lemmaOf, prepositionOf, type Reading, subtreeOf } from './reading.ts';
import type { Parties } from './settle-parties.ts';
import { agentsOf } from './subjects.ts';

/** People of whom nobody tells whose they are. */
const CROWD =
  /^(crowd|mob|group|protester|demonstrator|rioter|hundred|thousand|people|youth|student|arsonist|supporter|worshipper)$/;

/** "A mob stormed the Chilean embassy in Lima": a crowd at an embassy is of the land that the embassy is in. */
export function crowdAtEmbassy(
  reading: Reading,
  { states }: Codebook,
  { predicate: { type, pos }, node }: FoundPredicate,
  parties: Parties,
): Parties {
  if (pos !== 'verb' || parties.actors.length > 0 || (type !== 'ASSAULT' && type !== 'PROTEST'))
    return parties;
  const agents = agentsOf(reading, node);
  if (agents.length === 0 || !agents.every((agent) => CROWD.test(lemmaOf(reading, agent)))) return parties;
  const embassy = parties.recipients.find(
    ({ actor }) => actor.country !== null && (type === 'PROTEST' || actor.id.endsWith('/embassy')),
  );
  if (embassy === undefined) return parties;
  const behind = subtreeOf(reading, node).filter((word) => reading.tokens[word]!.start >= embassy.end);
  const places = behind
    .filter((word) => prepositionOf(reading, word) === 'in')
    .flatMap((word): ActorMention[] => [
      ...reading.actorsOn[word]!,
      ...(reading.placeAt[word] === undefined ? [] : [reading.placeAt[word]]),
    ]);
  const place = places.find(({ actor }) => actor.country !== null && actor.country !== embassy.actor.country);
  const land = states.get(place?.actor.country ?? '');
  return place === undefined || land === undefined
    ? parties
    : { ...parties, actors: [{ ...place, actor: land, rule: 'actors/crowd-at-embassy' }] };
}
