import type { Day } from '../report.ts';
import { compare } from './coded.ts';
import type { Dyad, Encounter } from './dyad.ts';

/** An encounter or a channel that stands otherwise than it did. */
export interface StateChange {
  readonly what: 'encounter' | 'channel';
  /** The encounter's id, or the channel's level. */
  readonly id: string;
  /** Null where it was not spoken of before. */
  readonly from: string | null;
  readonly to: string;
  /** The day of the report that says so; null for a channel, which many claims move. */
  readonly on: Day | null;
  readonly claim: string | null;
}

/** What changed between two pictures of the same two countries, latest first. */
export function findChanges(before: Dyad, after: Dyad): StateChange[] {
  const changes = [
    ...after.encounters.flatMap((encounter) => changeOf(encounter, before.asOf)),
    ...channelChanges(before, after),
  ];
  return changes.sort(
    (a, b) => compare(b.on ?? '', a.on ?? '') || compare(a.what, b.what) || compare(a.id, b.id),
  );
}

/** One change of an encounter: from what it was on the day to what it is now. */
function changeOf({ id, changes, state }: Encounter, since: Day): StateChange[] {
  const last = changes.at(-1);
  if (last === undefined || last.on <= since) return [];
  const from = changes.findLast(({ on }) => on <= since)?.state ?? null;
  return from === state ? [] : [{ what: 'encounter', id, from, to: state, on: last.on, claim: last.claim }];
}

function channelChanges(before: Dyad, after: Dyad): StateChange[] {
  return after.channels.flatMap(({ level, state, claims }) => {
    const from = before.channels.find((channel) => channel.level === level)?.state ?? null;
    if (from === state || (from === null && state === 'unknown')) return [];
    return [{ what: 'channel' as const, id: level, from, to: state, on: null, claim: claims.at(-1) ?? null }];
  });
}
