import { actorsNamed } from './actors-named.ts';
import { NARRATOR } from './attribution.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { childrenBy, lemmaOf, type Reading } from './reading.ts';
import type { Saying } from './saying.ts';
import { isPassive } from './slots.ts';
import { subjectsOf } from './subjects.ts';

/** Words that lay something at the door of their subject. */
const GUILTY = /^(responsible|guilty|behind|culpable)$/;

/**
 * "Kyiv said that Moscow must withdraw": whoever says what another state must do asks it to. "Lima says Quito is
 * responsible": whoever says whose fault it is accuses them.
 */
export function findDemands(reading: Reading, sayings: readonly Saying[]): Draft[] {
  return sayings.flatMap(({ cue, cueKind, inside, speaker, vouches }) => {
    if (cueKind !== 'say' || !vouches || speaker === null || speaker.actor.country === null) return [];
    return [...inside].flatMap((verb) => {
      const must = childrenBy(reading, verb, 'aux').find((word) =>
        /^(must|should|ought)$/.test(lemmaOf(reading, word)),
      );
      const guilty =
        GUILTY.test(lemmaOf(reading, verb)) ||
        childrenBy(reading, verb, 'case').some((word) => lemmaOf(reading, word) === 'behind');
      const accuses = guilty && childrenBy(reading, verb, 'cop').length > 0 && !negationIn(reading, verb);
      if (accuses === (must !== undefined) || isPassive(reading, verb)) return [];
      const asked = subjectsOf(reading, verb)
        .flatMap((subject) => actorsNamed(reading, subject))
        .filter(({ actor }) => actor.country !== null && actor.country !== speaker.actor.country);
      if (asked.length === 0) return [];
      const draft: Draft = {
        reading,
        kind: 'event',
        type: accuses ? 'ACCUSE' : 'REQUEST',
        mode: accuses ? 'allege' : 'change',
        contexts: ['diplomatic'],
        node: verb,
        clause: verb,
        words: must === undefined ? [verb] : [must, verb].sort((a, b) => a - b),
        actors: [speaker],
        recipients: asked,
        place: null,
        reality: { status: 'happened', polarity: 'positive', rule: 'status/reported-act' },
        attribution: NARRATOR,
        when: timesNear(reading, cue)?.when ?? null,
        standing: false,
        issues: [],
        rules: [
          {
            field: 'type',
            rule: accuses ? 'events/guilty/adj' : 'events/must/aux',
            span: reading.tokens[must ?? verb]!,
          },
          { field: 'status', rule: 'status/reported-act' },
          { field: 'actors', rule: 'actors/speaker' },
        ],
      };
      return [draft];
    });
  });
}

function negationIn(reading: Reading, node: number): boolean {
  return childrenBy(reading, node, 'advmod', 'det').some((word) =>
    /^(not|n't|never|no)$/.test(lemmaOf(reading, word)),
  );
}
