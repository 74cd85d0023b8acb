import { dayNumber } from '../day.ts';
import { type ActDraft, type Deed, memoryOf } from './deeds.ts';

/** Days that are listed together. */
const STRETCH = 8;
/** Stretches of one window that are listed, the latest; what is told more vaguely joins nothing beyond them. */
const MOST_STRETCHES = 50;
/** Acts of one kind looked at for one deed; of more, those begun last. */
const MOST_NEAR = 200;

/** Finds the acts of some days that a deed may be one with, without looking at all others. */
export class ActIndex {
  readonly #acts = new Map<string, Set<ActDraft>>();

  /** Call again for each deed that joins it. */
  add(act: ActDraft, deed: Deed): void {
    for (const key of keysOf(deed, 0)) {
      const acts = this.#acts.get(key);
      if (acts === undefined) this.#acts.set(key, new Set([act]));
      else acts.add(act);
    }
  }

  near(deed: Deed): ActDraft[] {
    const found = new Set<ActDraft>();
    for (const key of keysOf(deed, memoryOf(deed.claim.type!)))
      for (const act of this.#acts.get(key) ?? []) found.add(act);
    return [...found].sort((a, b) => b.ordinal - a.ordinal).slice(0, MOST_NEAR);
  }
}

/** The kinds that a deed may be of, by stretches of its days and those before them. */
function* keysOf({ claim, verb, window }: Deed, before: number): Iterable<string> {
  const last = Math.floor(dayNumber(window.to) / STRETCH);
  const first = Math.floor((dayNumber(window.from) - before) / STRETCH);
  const kinds = [claim.type!, ...(claim.alternatives ?? []).map(({ type }) => type), `"${verb}"`];
  for (const kind of kinds)
    for (let at = Math.max(first, last - MOST_STRETCHES); at <= last; at++) yield `${kind} ${at}`;
}
