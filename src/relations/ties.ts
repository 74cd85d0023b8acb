import type { Correction } from './correction.ts';

type TieWord = Extract<Correction, { readonly claims: readonly [string, string] }>;

/**
 * Which claims analysts have said to tell of one event, and which not. What is the same as the same is the same; where
 * words contradict one another, the newest holds, and the older ones that it leaves no room for are overruled.
 *
 * @example "A and B are the same", "B and C are the same", then "A and C are apart": the first word is overruled.
 */
export class Ties {
  /** Words that a newer one contradicts, newest first. */
  readonly overruled: readonly TieWord[];
  readonly #groups = new Map<string, ReadonlySet<string>>();
  readonly #apart = new Map<string, Set<string>>();

  /** `standing`: the claims that count; a word on any other is not heard. */
  constructor(corrections: readonly Correction[], standing?: ReadonlySet<string>) {
    const overruled: TieWord[] = [];
    for (const word of corrections.toReversed()) {
      if (word.action !== 'same' && word.action !== 'apart') continue;
      if (standing !== undefined && !word.claims.every((claim) => standing.has(claim))) continue;
      if (!this.#take(word)) overruled.push(word);
    }
    this.overruled = overruled;
  }

  /** Claims that tell of the same event as this one, itself among them where there are others. */
  sameAs(claim: string): ReadonlySet<string> {
    return this.#groups.get(claim) ?? NONE;
  }

  /** Whether an analyst has told this claim from one of those; what is the same as either is apart as well. */
  isApart(claim: string, others: Iterable<string>): boolean {
    if (this.#apart.size === 0) return false;
    const apart = new Set(
      [...this.#groupOf(claim)].flatMap((one) =>
        [...(this.#apart.get(one) ?? [])].flatMap((other) => [...this.#groupOf(other)]),
      ),
    );
    if (apart.size === 0) return false;
    for (const other of others) if (apart.has(other)) return true;
    return false;
  }

  /** False where newer words have said otherwise. */
  #take({ action, claims: [a, b] }: TieWord): boolean {
    const [these, those] = [this.#groupOf(a), this.#groupOf(b)];
    if (action === 'apart') {
      if (these.has(b)) return false;
      this.#tell(a, b);
      this.#tell(b, a);
      return true;
    }
    if (this.isApart(a, those)) return false;
    const all = new Set([...these, ...those]);
    for (const claim of all) this.#groups.set(claim, all);
    return true;
  }

  #groupOf(claim: string): ReadonlySet<string> {
    return this.#groups.get(claim) ?? new Set([claim]);
  }

  #tell(one: string, other: string): void {
    this.#apart.set(one, (this.#apart.get(one) ?? new Set()).add(other));
  }
}

/** The rule of a join that an analyst has asked for. */
export const SAID_SAME = 'correction/same';

const NONE: ReadonlySet<string> = new Set();

export const NO_TIES: Ties = new Ties([]);
