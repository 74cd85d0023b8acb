import { NARRATOR } from './attribution.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { actorsNamed, isPassive, subjectsOf } from './parties.ts';
import { childrenBy, lemmaOf, type Reading } from './reading.ts';
import type { Saying } from './saying.ts';

/** "Kyiv said that Moscow must withdraw": whoever says what another state must do asks it to. */
export function findDemands(reading: Reading, sayings: readonly Saying[]): Draft[] {
  return sayings.flatMap(({ cue, cueKind, inside, speaker, vouches }) => {
    if (cueKind !== 'say' || !vouches || speaker === null || speaker.actor.country === null) return [];
    return [...inside].flatMap((verb) => {
      const must = childrenBy(reading, verb, 'aux').find((word) =>
        /^(must|should|ought)$/.test(lemmaOf(reading, word)),
      );
      if (must === undefined || isPassive(reading, verb)) return [];
      const asked = subjectsOf(reading, verb)
        .flatMap((subject) => actorsNamed(reading, subject))
        .filter(({ actor }) => actor.country !== null && actor.country !== speaker.actor.country);
      if (asked.length === 0) return [];
      const draft: Draft = {
        reading,
        kind: 'event',
        type: 'REQUEST',
        mode: 'change',
        contexts: ['diplomatic'],
        node: verb,
        clause: verb,
        words: [must, verb].sort((a, b) => a - b),
        actors: [speaker],
        recipients: asked,
        place: null,
        reality: { status: 'happened', polarity: 'positive', rule: 'status/reported-act' },
        attribution: NARRATOR,
        when: timesNear(reading, cue)?.when ?? null,
        standing: false,
        issues: [],
        rules: [
          { field: 'type', rule: 'events/must/aux', span: reading.tokens[must]! },
          { field: 'status', rule: 'status/reported-act' },
          { field: 'actors', rule: 'actors/speaker' },
        ],
      };
      return [draft];
    });
  });
}
