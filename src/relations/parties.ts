import type { ClaimActor } from '../claims/claim.ts';

/** Who takes part, by side, and who of each side is named. */
export interface Parties {
  readonly actors: readonly ClaimActor[];
  /** Country, else body of states, else the actor itself; empty where a side is only "China" or "officials". */
  readonly sides: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A third country beside the two is often the ground they met on; more makes it another encounter. */
const EXTRA_SIDES = 1;

export function readParties(actors: readonly ClaimActor[]): Parties {
  const sides = new Map<string, Set<string>>();
  for (const actor of actors) {
    const side = actor.country ?? actor.organisation ?? actor.id;
    const named = sides.get(side) ?? new Set();
    sides.set(side, named);
    for (const name of namesOf(actor)) named.add(name);
  }
  return { actors, sides };
}

/**
 * A person goes by identity and by office, since "the Chinese commerce minister" may be the one named
 * elsewhere. Lawmakers, companies and the like are not their government.
 */
function namesOf({ kind, id, country, office, sector }: ClaimActor): string[] {
  if (kind === 'person')
    return country === null || office === undefined ? [id] : [id, `${country}/${office}`];
  if (kind === 'office') return [id];
  // "The generals talked": of states whose generals they are, and nobody else of them.
  if (kind === 'state') {
    const rank = office ?? (sector === 'MIL' ? sector : undefined);
    return rank === undefined || country === null ? [] : [`${country}/${rank}`];
  }
  const official = sector === undefined || sector === 'GOV' || sector === 'MIL';
  return kind === 'group' && !official ? [id] : [];
}

/**
 * How the parties of two claims compare. `same`: somebody named in both, nobody against it. `vague`: nobody
 * is named in one of them. `partly`: named on one side in one, on the other side in the other, or on fewer
 * sides. `null`: other parties.
 */
export type Likeness = 'same' | 'partly' | 'vague' | null;

export function compareParties(a: Parties, b: Parties, isVisit: boolean): Likeness {
  const [few, many] = a.sides.size <= b.sides.size ? [a.sides, b.sides] : [b.sides, a.sides];
  if (few.size < 2 || many.size - few.size > EXTRA_SIDES) return null;
  let shared = 0;
  let apart = 0;
  let uneven = 0;
  for (const [side, names] of few) {
    const others = many.get(side);
    if (others === undefined) return null;
    if (names.size === 0 && others.size === 0) continue;
    if (names.size === 0 || others.size === 0) uneven++;
    else if ([...names].some((name) => others.has(name))) shared++;
    else apart++;
  }
  // A visitor sees many hosts: one visit, whoever receives.
  if (isVisit && shared > 0) return 'same';
  if (apart > 0) return null;
  // The same two people met, whoever of a third side is named beside them.
  if (uneven === 0 || shared > 1) return shared > 0 ? 'same' : 'vague';
  return isVague(a) || isVague(b) ? 'vague' : 'partly';
}

/** Whether nobody is named on any side. */
export function isVague({ sides }: Parties): boolean {
  return [...sides.values()].every((names) => names.size === 0);
}

/** Number of sides of which the same people are named. */
export function countShared(a: Parties, b: Parties): number {
  return [...a.sides].filter(([side, names]) => [...names].some((name) => b.sides.get(side)?.has(name)))
    .length;
}

/** Number of sides on which somebody is named. */
export function sidesNamed({ sides }: Parties): number {
  return [...sides.values()].filter((names) => names.size > 0).length;
}
