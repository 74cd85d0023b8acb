import type { ActorMention } from '../actors/actor.ts';
import { draftAssessment, sidesAmong } from './assessment.ts';
import type { Codebook } from './codebook.ts';
import { directionOf } from './directions.ts';
import type { Draft } from './draft.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import { isRelationship, partiesOf } from './relationship.ts';
import type { Saying } from './saying.ts';
import { obliquesOf } from './slots.ts';
import { realityOf } from './status.ts';

/**
 * What something is or does to a relationship, by a noun: "it will have a serious impact on ties with Lima", "a blow to
 * relations between Quito and Lima", "a turning point in their relations".
 */
export function findImpacts(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  pair: readonly ActorMention[],
): Draft[] {
  return reading.tokens.flatMap(({ upos }, noun) => {
    if (upos !== 'NOUN' || !codebook.standing.impact.has(lemmaOf(reading, noun))) return [];
    const ties = ['on', 'to', 'for', 'in', 'of'].flatMap((word) => obliquesOf(reading, noun, word));
    const head = reading.heads[noun]!;
    // The tree may hang "on ties" on the verb of "has an impact on ties".
    const carrier = head >= 0 && relationOf(reading, noun) === 'obj' ? head : null;
    if (carrier !== null) ties.push(...['on', 'to'].flatMap((word) => obliquesOf(reading, carrier, word)));
    const tie = ties.find((node) => node > noun && isRelationship(reading, codebook, node));
    if (tie === undefined) return [];
    const parties = partiesOf(reading, tie, pair);
    if (sidesAmong(parties) !== 2) return [];
    const node = carrier === null || childBy(reading, noun, 'cop') !== null ? noun : carrier;
    const reality = realityOf(reading, codebook, node, null);
    const words = [...childrenBy(reading, noun, 'amod'), noun].filter((word) => noun - word < 4);
    return [
      draftAssessment(reading, sayings, {
        rule: 'impact',
        cue: noun,
        node: noun,
        words,
        parties,
        reality,
        told: directionOf(reading, codebook, tie, words, reality.polarity === 'negative'),
      }),
    ];
  });
}
