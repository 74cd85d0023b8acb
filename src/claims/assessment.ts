import type { ActorMention } from '../actors/actor.ts';
import { sourceOf } from './attribution.ts';
import { timesNear } from './dating.ts';
import type { Told } from './directions.ts';
import type { Draft } from './draft.ts';
import type { Reading } from './reading.ts';
import type { Reality } from './reality.ts';
import type { Saying } from './saying.ts';

/** What stands, with nothing to come and nothing denied. */
export const STANDS: Reality = { status: 'ongoing', polarity: 'positive', rule: 'status/standing' };

/** A claim of how two sides stand. `cue` is the word that `rule` was found by; without `dated` it holds on the day of the report. */
export function draftAssessment(
  reading: Reading,
  sayings: readonly Saying[],
  found: {
    readonly rule: string;
    readonly cue: number;
    readonly node: number;
    readonly words: readonly number[];
    readonly parties: readonly ActorMention[];
    readonly reality: Reality;
    readonly dated?: boolean;
    readonly told?: Told | null;
  },
): Draft {
  const { rule, cue, node, words, parties, reality, dated = false, told = null } = found;
  return {
    reading,
    kind: 'assessment',
    type: null,
    ...(told === null ? {} : { direction: told.direction }),
    contexts: ['diplomatic'],
    node,
    clause: node,
    words,
    actors: parties,
    recipients: [],
    place: null,
    reality,
    attribution: sourceOf(sayings, node),
    when: dated ? (timesNear(reading, node)?.when ?? null) : null,
    standing: false,
    issues: ['relations-general'],
    rules: [
      ...(told === null
        ? []
        : [{ field: 'direction', rule: 'assessments/direction', span: reading.tokens[told.word]! }]),
      { field: 'kind', rule: `assessments/${rule}`, span: reading.tokens[cue]! },
      {
        field: 'status',
        rule: reality.rule,
        ...(reality.span === undefined ? {} : { span: reality.span }),
      },
    ],
  };
}

/** How many states, or bodies of states, some mentions belong to; people without one are no side. */
export function sidesAmong(parties: readonly ActorMention[]): number {
  return new Set(parties.flatMap(({ actor }) => actor.country ?? actor.organisation ?? [])).size;
}
