import { addDays } from '../day.ts';
import type { Day } from '../report.ts';
import type { Life } from './life.ts';
import { RESCHEDULED } from './same-encounter.ts';
import type { Sighting } from './sightings.ts';
import { AHEAD } from './window.ts';

/** Months of a window that are listed one by one; a longer one is looked at always. */
const MOST_MONTHS = 36;
/** Sides of a claim whose pairs are listed; of a greater gathering the first ones stand for it. */
const MOST_SIDES = 5;

/** Finds the encounters of the same two sides in the same months without looking at all others. */
export class LifeIndex {
  readonly #lives = new Map<string, Set<Life>>();

  /** Call again after its window or its parties have changed. */
  add(life: Life): void {
    const first = monthOf(life.window.from);
    const last = monthOf(life.window.to);
    for (const pair of pairsOf(life.parties.sides.keys())) {
      if (last - first > MOST_MONTHS) this.#put(`${pair} always`, life);
      else for (let month = first; month <= last; month++) this.#put(`${pair} ${month}`, life);
    }
  }

  near({ parties, window }: Sighting): Set<Life> {
    const found = new Set<Life>();
    const first = monthOf(addDays(window.from, -RESCHEDULED));
    const last = Math.min(monthOf(addDays(window.to, AHEAD)), first + 2 * MOST_MONTHS);
    for (const pair of pairsOf(parties.sides.keys())) {
      for (const life of this.#lives.get(`${pair} always`) ?? []) found.add(life);
      for (let month = first; month <= last; month++)
        for (const life of this.#lives.get(`${pair} ${month}`) ?? []) found.add(life);
    }
    return found;
  }

  #put(key: string, life: Life): void {
    const lives = this.#lives.get(key);
    if (lives === undefined) this.#lives.set(key, new Set([life]));
    else lives.add(life);
  }
}

function pairsOf(sides: Iterable<string>): string[] {
  const some = [...sides].sort().slice(0, MOST_SIDES);
  return some.flatMap((a, at) => some.slice(at + 1).map((b) => `${a} ${b}`));
}

function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
