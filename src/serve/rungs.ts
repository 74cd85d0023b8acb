import type { Encounter, EncounterState } from '../relations/dyad.ts';
import type { Rung, RungName } from './answers.ts';

const RUNGS: Readonly<Record<RungName, readonly EncounterState[]>> = {
  possible: ['possible', 'proposed'],
  planned: ['planned', 'under-way', 'awaiting-report'],
  held: ['held'],
  'fell-through': ['postponed', 'called-off', 'refused', 'broken-off', 'suspended'],
};
/** What lies ahead is read from the nearest day on, what is past from the latest back. */
const AHEAD: readonly RungName[] = ['possible', 'planned'];
const UNDATED_AHEAD = '9999';

/** The ladder: each rung with its first `most` encounters, parts below the trip that they belong to. */
export function rungsOf(encounters: readonly Encounter[], mostOf: (name: RungName) => number): Rung[] {
  return (Object.keys(RUNGS) as RungName[]).map((name) => {
    const inside = encounters.filter(({ state }) => RUNGS[name].includes(state));
    const ids = new Set(inside.map(({ id }) => id));
    const partsOf = Map.groupBy(
      inside.filter(({ partOf }) => partOf !== undefined && ids.has(partOf)),
      ({ partOf }) => partOf!,
    );
    const heads = inside.filter(({ partOf }) => partOf === undefined || !ids.has(partOf));
    const sorted = heads.sort(AHEAD.includes(name) ? soonestFirst : latestFirst);
    return {
      name,
      total: inside.length,
      waiting: inside.filter(waits).length,
      rows: sorted
        .slice(0, mostOf(name))
        .map((encounter) => ({ encounter, parts: partsOf.get(encounter.id) ?? [] })),
    };
  });
}

function soonestFirst(a: Encounter, b: Encounter): number {
  const day = ({ when }: Encounter) =>
    when.certainty === 'stated' ? (when.beginMin ?? when.endMax ?? UNDATED_AHEAD) : UNDATED_AHEAD;
  // A date that has passed without a report comes after what is still ahead.
  return (
    Number(waits(a)) - Number(waits(b)) ||
    order(day(a), day(b)) ||
    order(lastWordOn(b), lastWordOn(a)) ||
    order(a.id, b.id)
  );
}

function latestFirst(a: Encounter, b: Encounter): number {
  const day = ({ when, changes }: Encounter) => when.endMax ?? when.beginMin ?? changes.at(-1)?.on ?? '';
  return order(day(b), day(a)) || order(a.id, b.id);
}

function waits({ state }: Encounter): boolean {
  return state === 'awaiting-report';
}

function lastWordOn({ changes }: Encounter): string {
  return changes.at(-1)?.on ?? '';
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
