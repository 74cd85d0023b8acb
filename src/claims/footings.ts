import { actorsNamed, unique } from './actors-named.ts';
import { draftAssessment, sidesAmong } from './assessment.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { childBy, lemmaOf, type Reading } from './reading.ts';
import type { Saying } from './saying.ts';
import { realityOf } from './status.ts';
import { subjectsOf } from './subjects.ts';

/** Nouns that tell of a footing only with the word for its kind: "on friendly terms", "on opposite sides". */
const NEEDS_KIND = /^(term|side|course)$/;

/**
 * On what footing two sides are: "Peru and Chile are no longer at war", "the two countries are on the brink of war",
 * "Lima and Quito stand on opposite sides".
 */
export function findFootings(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  return reading.tokens.flatMap(({ upos }, noun) => {
    if (upos !== 'NOUN' || !codebook.standing.footing.has(lemmaOf(reading, noun))) return [];
    const marker = childBy(reading, noun, 'case');
    if (marker === null || !/^(at|on)$/.test(lemmaOf(reading, marker))) return [];
    if (NEEDS_KIND.test(lemmaOf(reading, noun)) && childBy(reading, noun, 'amod', 'compound') === null)
      return [];
    const verb = childBy(reading, noun, 'cop') === null ? reading.heads[noun]! : noun;
    if (verb < 0 || (verb !== noun && !/^(be|stand|remain|stay)$/.test(lemmaOf(reading, verb)))) return [];
    const parties = unique(subjectsOf(reading, verb).flatMap((subject) => actorsNamed(reading, subject)));
    if (sidesAmong(parties) !== 2) return [];
    const reality = realityOf(reading, codebook, verb, null);
    return [
      draftAssessment(reading, sayings, {
        rule: 'footing',
        cue: noun,
        node: verb,
        words: [marker, noun],
        parties,
        reality: reality.rule === 'status/reported-act' ? { ...reality, status: 'ongoing' } : reality,
      }),
    ];
  });
}
