import type { Codebook, Predicate } from './codebook.ts';
import { timesNear } from './dating.ts';
import { type FoundPredicate, phraseOf } from './predicates.ts';
import { lemmaOf, markOf, prepositionOf, type Reading } from './reading.ts';
import { isOpen } from './reality.ts';
import type { Parties } from './settle-parties.ts';
import { isDefinite, realityOf } from './status.ts';

/**
 * Whether a bare noun tells of an event or only refers to one: it does where it brings parties of two states
 * or a day of its own, or where a planned, feared or wanted act is named ("fears of a conflict").
 */
export function isTold(
  reading: Reading,
  codebook: Codebook,
  type: Predicate['type'],
  node: number,
  { actors, recipients }: Parties,
  dated: boolean,
): boolean {
  const countries = new Set([...actors, ...recipients].map(({ actor }) => actor.country ?? actor.id));
  // "Blinken's trip to Beijing" may lie behind or ahead: without a day it only refers to one.
  const refers =
    type === 'CONSULT' && !dated && !isDuring(reading, node) && isReference(reading, codebook, node);
  if (countries.size >= 2 && !refers) return true;
  if (dated && actors.length > 0) return true;
  const reality = realityOf(reading, codebook, node, null);
  return !isDefinite(reading, node) && isOpen(reality);
}

/** "signed it during his visit to Lima": while it lasted. */
function isDuring(reading: Reading, node: number): boolean {
  return /^(during|on|amid|after|following)$/.test(prepositionOf(reading, node) ?? '');
}

function isReference(reading: Reading, codebook: Codebook, node: number): boolean {
  return isDefinite(reading, node) && realityOf(reading, codebook, node, null).rule === 'status/nominal';
}

/**
 * "during the Russian invasion", "ending eight years of war": a war named as the time, topic or cause of something else,
 * or as its heading, is known. It is told where a verb carries it, where it has a day of its own, or where it is only
 * feared or planned.
 */
export function isKnownWar(
  reading: Reading,
  codebook: Codebook,
  { predicate: { lasting }, node, carrier }: FoundPredicate,
): boolean {
  if (!lasting) return false;
  if (isHeading(reading, node)) return true;
  if (carrier !== null) {
    const ends = codebook.lightVerbs.get(phraseOf(reading, carrier)) === 'end';
    return (ends && node > carrier) || markOf(reading, carrier) === 'since';
  }
  const isNamed =
    isDefinite(reading, node) || reading.tokens[node]!.upos === 'PROPN' || isYearsOf(reading, node);
  if (!isNamed || isOpen(realityOf(reading, codebook, node, null))) return false;
  // "the 1975 invasion" is its name.
  return (timesNear(reading, node)?.mentions ?? []).every(
    ({ granularity, end }) => granularity === 'year' && end <= reading.tokens[node]!.start,
  );
}

/** Words of a heading at most. */
const HEADING = 14;

/** "Israeli-Lebanese war: Two drones ...": what a report is filed under. */
function isHeading({ tokens }: Reading, node: number): boolean {
  for (let at = 0; at < tokens.length && at < HEADING; at++) {
    if (/^(VERB|AUX)$/.test(tokens[at]!.upos)) return false;
    if (tokens[at]!.form === ':') return node < at;
  }
  return false;
}

/** "eight years of war". */
function isYearsOf(reading: Reading, noun: number): boolean {
  const head = reading.heads[noun]!;
  return prepositionOf(reading, noun) === 'of' && /^(year|month|decade)$/.test(lemmaOf(reading, head));
}
