import type { Claim } from '../claims/claim.ts';
import { countriesOf, type Guide, type Told } from './coded.ts';
import type { Series } from './dyad.ts';
import { windowOf } from './window.ts';

/** Below these, a mean would say more than the reports do. */
const MINIMUM_EVENTS = 10;
const MINIMUM_PUBLISHERS = 3;

/**
 * What one side did to the other: distinct happened events by type and quad class, and the mean PLOVER score
 * where there are enough of them. A mutual event (no recipient) counts for both directions.
 */
export function countSeries(told: readonly Told[], from: string, to: string, guide: Guide): Series {
  const events = distinct(told.filter(({ claim }) => isAct(claim, from, to)));
  const byType: Record<string, number> = {};
  const byQuad: Record<string, number> = {};
  for (const { claim } of events) {
    const type = claim.type!;
    const quad = String(guide.quadOf(type));
    byType[type] = (byType[type] ?? 0) + 1;
    byQuad[quad] = (byQuad[quad] ?? 0) + 1;
  }
  const publishers = new Set(events.flatMap(({ report }) => report.publisher ?? [])).size;
  const enough = events.length >= MINIMUM_EVENTS && publishers >= MINIMUM_PUBLISHERS;
  const scores = events.map(({ claim }) => guide.scoreOf(claim.type!, claim.mode));
  return {
    from,
    to,
    byType,
    byQuad,
    score: enough ? meanOf(scores) : null,
    ...(enough
      ? {}
      : {
          note: `${events.length} events by ${publishers} publishers: no mean below ${MINIMUM_EVENTS} events and ${MINIMUM_PUBLISHERS} publishers`,
        }),
  };
}

function isAct(claim: Claim, from: string, to: string): boolean {
  if (claim.kind !== 'event' || claim.type === null || claim.polarity === 'negative') return false;
  if (claim.status !== 'happened' && claim.status !== 'ongoing') return false;
  const actors = countriesOf(claim.actors);
  return (
    actors.has(from) &&
    (countriesOf(claim.recipients).has(to) || (claim.recipients.length === 0 && actors.has(to)))
  );
}

/** One of several claims of the same type on the same days: the first in the order of the reports. */
function distinct(told: readonly Told[]): Told[] {
  const kept = new Map<string, Told[]>();
  for (const one of told) {
    const { from, to } = windowOf(one);
    const key = `${one.claim.type} ${one.claim.mode ?? ''}`;
    const group = kept.get(key) ?? [];
    if (group.some((other) => windowOf(other).from <= to && from <= windowOf(other).to)) continue;
    kept.set(key, [...group, one]);
  }
  return [...kept.values()].flat();
}

/** Mean with a 95% interval by the normal approximation. */
function meanOf(scores: readonly number[]): Series['score'] {
  const n = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
  const half = 1.96 * Math.sqrt(variance / n);
  const round = (value: number) => Math.round(value * 100) / 100;
  return { mean: round(mean), low: round(mean - half), high: round(mean + half), n };
}
