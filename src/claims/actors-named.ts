import type { ActorMention } from '../actors/actor.ts';
import { childrenBy, lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import { isHelper, leadersOf, obliquesOf, ownersOf } from './slots.ts';

/** The rule of a capital that only says where something happens: "talks in Vienna". */
const PLACE = 'actors/capital-as-place';

/** Prepositions that tie a thing to those it belongs to ("a depot in Peru", "towns across Chile"). */
const TIES = /^(of|by|from|between|among|including|in|across|inside|within|throughout)$/;

/** "youths, in retaliation for a raid by Peru", where the tree hangs the reason on them. */
const REASON =
  /^(retaliation|response|reaction|revenge|return|exchange|protest|connection|support|solidarity)$/;

/** "a report published by": whose a document is. */
const ISSUED = /^(publish|issue|release|write|draft|sign|back|sponsor|lead)$/;

/** "goods imported from Peru", "a ship registered in Peru": whose a thing is. */
const MADE = /^(import|ship|make|produce|manufacture|build|register|base|own|operate)$/;

/** Actors that a nominal names: itself, those joined to it, else those it belongs to ("a Chinese warship"). */
export function actorsNamed(reading: Reading, node: number): ActorMention[] {
  const found: ActorMention[] = [];
  for (const part of [node, ...childrenBy(reading, node, 'conj'), ...joinedByWords(reading, node)]) {
    const own = reading.actorsOn[part]!;
    if (own.length > 0) found.push(...own, ...joinedInside(reading, part));
    else found.push(...actorsWithin(reading, part));
  }
  return unique(found.flatMap((mention) => reading.listed.get(mention) ?? [mention]));
}

/** "the leaders of Peru and Chile": whoever is joined to a name inside a nominal is one of those it names. */
function joinedInside(reading: Reading, node: number): ActorMention[] {
  return childrenBy(reading, node, 'nmod')
    .filter((inner) => reading.actorsOn[inner]!.some((mention) => reading.actorsOn[node]!.includes(mention)))
    .flatMap((inner) => childrenBy(reading, inner, 'conj'))
    .flatMap((joined) => reading.actorsOn[joined]!);
}

/** "Japan and South Korea": actors beside the node with only "and" between, whatever the tree calls the relation. */
function joinedByWords(reading: Reading, node: number): number[] {
  const own = reading.actorsOn[node]![0];
  if (own === undefined) return [];
  return reading.children[node]!.filter((child) => {
    const other = reading.actorsOn[child]![0];
    if (other === undefined || other === own) return false;
    const [first, second] = other.start < own.start ? [other, own] : [own, other];
    return /^,? (?:and|or) (?:the )?$/.test(reading.report.text.slice(first.end, second.start));
  });
}

/** Actors inside a nominal that does not name one itself: possessor and adjective first, then "of", "from", "in". */
function actorsWithin(reading: Reading, noun: number, depth = 2): ActorMention[] {
  const named = leadersOf(reading, noun).flatMap((leader) => reading.actorsOn[leader]!);
  const tied: ActorMention[] = [];
  const made: ActorMention[] = [];
  for (const child of reading.children[noun]!) {
    const relation = relationOf(reading, child);
    if (relation === 'acl' && ISSUED.test(lemmaOf(reading, child)))
      named.push(...obliquesOf(reading, child, 'by').flatMap((agent) => reading.actorsOn[agent]!));
    if (relation === 'acl' && MADE.test(lemmaOf(reading, child)))
      made.push(
        ...['from', 'in', 'by']
          .flatMap((slot) => obliquesOf(reading, child, slot))
          .flatMap((origin) => reading.actorsOn[origin]!),
      );
    const isTied =
      relation === 'nmod' &&
      prepositionOf(reading, child) !== null &&
      reading.relations[child] !== 'nmod:poss';
    if (isTied && (!TIES.test(prepositionOf(reading, child) ?? '') || REASON.test(lemmaOf(reading, child))))
      continue;
    if (!isTied && !/^(nmod|amod|compound|appos|flat)$/.test(relation)) continue;
    for (const part of [child, ...childrenBy(reading, child, 'conj')]) {
      const own = reading.actorsOn[part]!.filter(({ rule }) => rule !== PLACE && !isHelper(reading, part));
      (isTied ? tied : named).push(...own);
      if (own.length > 0) continue;
      // "a Peruvian drone strike": the tree hangs the adjective on the drone.
      if (relation === 'compound' && reading.tokens[part]!.upos === 'NOUN')
        named.push(...ownersOf(reading, part).flatMap((owner) => reading.actorsOn[owner]!));
      // "a strike by an attacker in Peru" is not Peru's.
      if (prepositionOf(reading, child) === 'by')
        tied.push(...ownersOf(reading, part).flatMap((owner) => reading.actorsOn[owner]!));
      else if (isTied && depth > 0) tied.push(...actorsWithin(reading, part, depth - 1));
    }
  }
  return [named, tied, made].find((some) => some.length > 0) ?? [];
}

export function unique(mentions: readonly ActorMention[]): ActorMention[] {
  const seen = new Set<string>();
  return mentions.filter((mention) => !seen.has(mention.actor.id) && seen.add(mention.actor.id));
}
