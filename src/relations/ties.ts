import type { Correction } from './correction.ts';

/** Which claims analysts have said to tell of one event, and which not; of two words on a pair the last counts. */
export class Ties {
  readonly #same = new Map<string, Set<string>>();
  readonly #apart = new Map<string, Set<string>>();

  constructor(corrections: readonly Correction[]) {
    for (const word of corrections) {
      if (word.action !== 'same' && word.action !== 'apart') continue;
      const [a, b] = word.claims;
      const [said, unsaid] = word.action === 'same' ? [this.#same, this.#apart] : [this.#apart, this.#same];
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        said.set(one, (said.get(one) ?? new Set()).add(other));
        unsaid.get(one)?.delete(other);
      }
    }
  }

  /** Claims said to tell of the same event as this one. */
  sameAs(claim: string): ReadonlySet<string> {
    return this.#same.get(claim) ?? NONE;
  }

  /** Whether an analyst has told this claim from one of those. */
  isApart(claim: string, others: Iterable<string>): boolean {
    const apart = this.#apart.get(claim);
    if (apart === undefined) return false;
    for (const other of others) if (apart.has(other)) return true;
    return false;
  }
}

const NONE: ReadonlySet<string> = new Set();

export const NO_TIES: Ties = new Ties([]);
