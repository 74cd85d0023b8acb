import type { ActorMention } from '../actors/actor.ts';
import { draftAssessment, sidesAmong } from './assessment.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { childBy, childrenBy, lemmaOf, type Reading, subtreeOf } from './reading.ts';
import { partiesOf } from './relationship.ts';
import type { Saying } from './saying.ts';
import { realityOf } from './status.ts';
import { subjectsOf } from './subjects.ts';

/** Nouns for an encounter that may go well or badly. */
const ENCOUNTERS = new Set(
  'visit trip meeting summit talk call conversation dialogue negotiation discussion consultation exchange encounter'.split(
    ' ',
  ),
);
/** Verbs by which somebody says how it went: "described the talks as frank". */
const DESCRIBE = /^(describe|characteri[sz]e|portray)$/;

/** How an encounter went: "The talks with Lima were frank and constructive", "she described their call as tense". */
export function findTones(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  pair: readonly ActorMention[],
): Draft[] {
  return reading.tokens.flatMap(({ upos }, word) => {
    if (upos !== 'ADJ' || !codebook.standing.tone.has(lemmaOf(reading, word))) return [];
    const noun = encounterOf(reading, word);
    if (noun === undefined) return [];
    const parties = partiesOf(reading, noun, pair);
    if (sidesAmong(parties) !== 2) return [];
    const draft = draftAssessment(reading, sayings, {
      rule: 'tone',
      cue: word,
      node: word,
      words: [word],
      parties,
      reality: realityOf(reading, codebook, word, null),
    });
    return [{ ...draft, issues: [] }];
  });
}

/** The encounter that an adjective is said of; of several adjectives the first counts. */
function encounterOf(reading: Reading, adjective: number): number | undefined {
  const isEncounter = (noun: number): boolean => ENCOUNTERS.has(lemmaOf(reading, noun));
  if (childBy(reading, adjective, 'cop') !== null) return subjectsOf(reading, adjective).find(isEncounter);
  const verb = reading.heads[adjective]!;
  if (verb < 0 || !DESCRIBE.test(lemmaOf(reading, verb))) return undefined;
  return childrenBy(reading, verb, 'obj')
    .flatMap((object) => subtreeOf(reading, object))
    .find((noun) => noun < adjective && isEncounter(noun));
}
