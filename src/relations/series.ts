import type { Claim, EventType } from '../claims/claim.ts';
import { compareTold, countriesOf, type Guide, type Told } from './coded.ts';
import { isDone } from './deeds.ts';
import type { Act, Encounter, Series } from './dyad.ts';
import { originsOf } from './origins.ts';

/** Below these, a mean would say more than the reports do. */
const MINIMUM_EVENTS = 10;
const MINIMUM_ORIGINS = 3;

/**
 * What one side did to the other: distinct happened events by type and quad class, and the mean PLOVER score
 * where there are enough of them. A mutual event (no recipient) counts in both directions. An encounter that took
 * place is one event, and so is an act that happened, however often they are told.
 */
export function countSeries(
  told: readonly Told[],
  { encounters, acts }: { readonly encounters: readonly Encounter[]; readonly acts: readonly Act[] },
  from: string,
  to: string,
  guide: Guide,
): Series {
  const towards = told.filter(({ claim }) => isDirected(claim, from, to));
  const first = firstTold(towards);
  const events = [...encounters.filter(tookPlace), ...acts.filter(({ encounter }) => encounter === undefined)]
    .flatMap((event) => first(event) ?? [])
    .sort((a, b) => compareTold(a, b));
  const byType: Record<string, number> = {};
  const byQuad: Record<string, number> = {};
  for (const { type } of events) {
    const quad = String(guide.quadOf(type));
    byType[type] = (byType[type] ?? 0) + 1;
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
    events: events.map(({ claim, report, type }) => ({
      claim: claim.id,
      on: claim.when.endMax ?? report.publishedOn,
      quad: guide.quadOf(type),
    })),
    score: enough ? meanOf(events.map(({ type, mode }) => guide.scoreOf(type, mode))) : null,
    ...(enough ? {} : { note }),
  };
}

function isDirected(claim: Claim, from: string, to: string): boolean {
  const underWay = claim.type === 'CONSULT' && claim.status === 'ongoing' && claim.polarity === 'positive';
  if (!isDone(claim) && !underWay) return false;
  const actors = countriesOf(claim.actors);
  if (!actors.has(from)) return false;
  return claim.recipients.length === 0 ? actors.has(to) : countriesOf(claim.recipients).has(to);
}

interface Counted extends Told {
  readonly type: EventType;
  readonly mode: string | undefined;
}

/** Finds of an event the first claim that counts, if there is one; of an encounter its own type and mode count. */
function firstTold(towards: readonly Told[]): (event: Act | Encounter) => Counted | null {
  const told = new Map(towards.map((one) => [one.claim.id, one]));
  return (event) => {
    const first = event.claims.find((claim) => isOf(event, told.get(claim)));
    if (first === undefined) return null;
    const one = told.get(first)!;
    const { type, mode } = 'kind' in event ? one.claim : event;
    return { ...one, type: type!, mode };
  };
}

/** Putting a visit off is an act of its own, also where the visit took place in the end. */
function isOf(event: Act | Encounter, told: Told | undefined): boolean {
  return told !== undefined && (!('kind' in event) || told.claim.type === 'CONSULT');
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
