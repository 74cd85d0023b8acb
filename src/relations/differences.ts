import type { Claim } from '../claims/claim.ts';
import { compare, partiesOf, type Told } from './coded.ts';
import type { Difference } from './dyad.ts';

interface Telling {
  readonly value: string;
  readonly claim: Claim;
}

/**
 * Where the reports of one event do not agree: on figures, days, place, and whether it happened. Nothing is settled: each
 * value stands beside the first claim of each report that tells it.
 *
 * @example one report says that 12 people died, another 20 -> `figure people`: 12, 20
 */
export function differencesOf(told: readonly Told[]): Difference[] {
  const tellings = new Map<string, Telling[]>();
  for (const { claim } of told) {
    for (const [what, value] of valuesOf(claim)) {
      const list = tellings.get(what) ?? [];
      tellings.set(what, list);
      if (!list.some((one) => one.claim.reportId === claim.reportId && one.value === value))
        list.push({ value, claim });
    }
  }
  return [...tellings]
    .filter(([what, list]) => areAtOdds(what, list))
    .sort(([a], [b]) => compare(a, b))
    .map(([what, list]) => ({ what, told: list.map(({ value, claim }) => ({ value, claim: claim.id })) }));
}

function* valuesOf(claim: Claim): Iterable<[what: string, value: string]> {
  const { figures, when, place, status, polarity } = claim;
  for (const { value, of } of figures ?? []) yield [`figure ${of}`, String(value)];
  if (place !== undefined && !partiesOf(claim).some(({ name }) => name === place.name))
    yield ['place', place.name];
  if (status !== 'happened') return;
  yield ['happened', polarity === 'positive' ? 'yes' : 'no'];
  if (when.certainty === 'stated' && when.beginMin !== null && when.endMax !== null)
    yield ['days', when.beginMin === when.endMax ? when.endMax : `${when.beginMin}..${when.endMax}`];
}

function areAtOdds(what: string, list: readonly Telling[]): boolean {
  const reports = Map.groupBy(list, ({ claim }) => claim.reportId);
  if (reports.size < 2) return false;
  // "In March" and "on 5 March" agree.
  if (what === 'days') return areDisjoint(list.map(({ claim }) => claim));
  // A report that counts twelve soldiers and then three more counts different ones.
  if (what.startsWith('figure') && [...reports.values()].some((own) => own.length > 1)) return false;
  return new Set(list.map(({ value }) => value)).size > 1;
}

/** Whether two of them share no day. */
function areDisjoint(claims: readonly Claim[]): boolean {
  const begins = claims.map(({ when }) => when.beginMin!).sort(compare);
  const ends = claims.map(({ when }) => when.endMax!).sort(compare);
  return begins.at(-1)! > ends[0]!;
}
