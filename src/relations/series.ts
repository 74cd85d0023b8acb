import type { Claim } from '../claims/claim.ts';
import { isAct, keyOfAct, NEWS } from './acts.ts';
import { countriesOf, type Guide, type Told } from './coded.ts';
import type { Encounter, Series } from './dyad.ts';
import { originsOf } from './origins.ts';
import { meets, type Window, windowOf } from './window.ts';

/** Below these, a mean would say more than the reports do. */
const MINIMUM_EVENTS = 10;
const MINIMUM_ORIGINS = 3;

/**
 * What one side did to the other: distinct happened events by type and quad class, and the mean PLOVER score
 * where there are enough of them. A mutual event (no recipient) counts in both directions. An encounter that took
 * place is one event, however often it is told; other acts are one where type, mode, countries and days agree.
 */
export function countSeries(
  told: readonly Told[],
  encounters: readonly Encounter[],
  from: string,
  to: string,
  guide: Guide,
): Series {
  const towards = told.filter(({ claim }) => isDirected(claim, from, to));
  const events = distinct(towards, encounters);
  const byType: Record<string, number> = {};
  const byQuad: Record<string, number> = {};
  for (const {
    claim: { type },
  } of events) {
    const quad = String(guide.quadOf(type!));
    byType[type!] = (byType[type!] ?? 0) + 1;
    byQuad[quad] = (byQuad[quad] ?? 0) + 1;
  }
  const origins = originsOf(towards).length;
  const enough = events.length >= MINIMUM_EVENTS && origins >= MINIMUM_ORIGINS;
  const note = `${events.length} events of ${origins} origins: no mean below ${MINIMUM_EVENTS} events and ${MINIMUM_ORIGINS} origins`;
  return {
    from,
    to,
    byType,
    byQuad,
    events: events.map(({ claim, report }) => ({
      claim: claim.id,
      on: claim.when.endMax ?? report.publishedOn,
      quad: guide.quadOf(claim.type!),
    })),
    score: enough ? meanOf(events.map(({ claim }) => guide.scoreOf(claim.type!, claim.mode))) : null,
    ...(enough ? {} : { note }),
  };
}

function isDirected(claim: Claim, from: string, to: string): boolean {
  const underWay = claim.type === 'CONSULT' && claim.status === 'ongoing' && claim.polarity === 'positive';
  if (!isAct(claim) && !underWay) return false;
  const actors = countriesOf(claim.actors);
  if (!actors.has(from)) return false;
  return claim.recipients.length === 0 ? actors.has(to) : countriesOf(claim.recipients).has(to);
}

/** The first claim of each event, in the order of the reports. */
function distinct(told: readonly Told[], encounters: readonly Encounter[]): Told[] {
  const lives = new Map(encounters.flatMap((life) => life.claims.map((claim) => [claim, life] as const)));
  const counted = new Set<string>();
  const groups = new Map<string, Window[]>();
  const events: Told[] = [];
  for (const one of told) {
    const { claim, report } = one;
    // Putting a visit off is an act of its own, also where the visit never took place.
    const life = claim.type === 'CONSULT' ? lives.get(claim.id) : undefined;
    if (life !== undefined) {
      if (counted.has(life.id) || !tookPlace(life)) continue;
      counted.add(life.id);
    } else {
      const window = windowOf(claim, report.publishedOn, NEWS);
      const group = groups.get(keyOfAct(claim)) ?? [];
      if (group.some((other) => meets(other, window))) continue;
      groups.set(keyOfAct(claim), [...group, window]);
    }
    events.push(one);
  }
  return events;
}

function tookPlace({ state }: Encounter): boolean {
  return state === 'held' || state === 'under-way' || state === 'broken-off';
}

/** Mean with a 95% interval by Student's t: the counts are small. */
function meanOf(scores: readonly number[]): Series['score'] {
  const n = scores.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
  const half = quantileOf(n - 1) * Math.sqrt(variance / n);
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    mean: round(mean),
    low: round(Math.max(-10, mean - half)),
    high: round(Math.min(10, mean + half)),
    n,
  };
}

/** The 97.5% quantile of Student's t, within 0.01 from 8 degrees of freedom on (Cornish and Fisher, two terms). */
function quantileOf(freedom: number): number {
  const z = 1.959964;
  const first = (z ** 3 + z) / 4;
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + first / freedom + second / freedom ** 2;
}
