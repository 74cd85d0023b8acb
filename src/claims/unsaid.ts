import { actorsNamed } from './actors-named.ts';
import { sourceOf } from './attribution.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import type { Saying } from './saying.ts';
import { isSilence } from './silence.ts';
import { subjectsOf } from './subjects.ts';

const RULE = 'positions/silence';

/** Silence in which nothing at all is said, so that there is no saying: "has said nothing in public". */
export function findSilences(reading: Reading, sayings: readonly Saying[]): Draft[] {
  return reading.tokens.flatMap(({ upos }, verb) => {
    if (upos !== 'VERB' || sayings.some(({ cue }) => cue === verb) || !isSilence(reading, verb)) return [];
    const side = subjectsOf(reading, verb)
      .flatMap((subject) => actorsNamed(reading, subject))
      .find(({ actor }) => actor.country !== null);
    if (side === undefined) return [];
    return [
      {
        reading,
        kind: 'position',
        type: null,
        contexts: [],
        node: verb,
        clause: verb,
        words: [verb],
        actors: [side],
        recipients: [],
        place: null,
        reality: { status: 'ongoing', polarity: 'negative', rule: RULE },
        attribution: sourceOf(sayings, verb),
        when: null,
        standing: true,
        issues: [],
        rules: [{ field: 'kind', rule: RULE, span: reading.tokens[verb]! }],
      } satisfies Draft,
    ];
  });
}
