import type { Ledger } from '../store/ledger.ts';
import type { AddOutcome, Entry, Recorded } from '../store/records.ts';
import type { Rejects } from './inputs.ts';

/** Reports of one transaction, and how long the first of them waits for it while input is slow. */
export const BATCH = 64;
const WAIT_MS = 200;

/** Gathers reports into transactions, and acknowledges each only once it is safely stored. */
export class Batch {
  readonly #ledger: Ledger;
  readonly #rejects: Rejects;
  readonly #stored: (entry: Entry, outcome: AddOutcome) => void;
  #entries: Entry[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly counts: Record<AddOutcome, number> = { added: 0, recoded: 0, known: 0 };
  nearCopies = 0;
  done = 0;

  constructor(ledger: Ledger, rejects: Rejects, stored: (entry: Entry, outcome: AddOutcome) => void) {
    this.#ledger = ledger;
    this.#rejects = rejects;
    this.#stored = stored;
  }

  add(entry: Entry): void {
    this.done++;
    this.#entries.push(entry);
    if (this.#entries.length >= BATCH) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), WAIT_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = this.#entries;
    this.#entries = [];
    if (entries.length > 0) this.#store(entries);
  }

  #store(entries: readonly Entry[]): void {
    let recorded: Recorded[];
    try {
      recorded = this.#ledger.record(entries, new Date().toISOString());
    } catch (error) {
      // A coding that the tables refuse is a fault of ours; the other reports of its batch are not.
      if (!isConstraint(error)) throw error;
      if (entries.length > 1) for (const entry of entries) this.#store([entry]);
      else this.#rejects.addFault(`report ${entries[0]!.report.id}`, error);
      return;
    }
    for (const [at, { outcome, isNearCopy }] of recorded.entries()) {
      this.counts[outcome]++;
      if (isNearCopy) this.nearCopies++;
      this.#stored(entries[at]!, outcome);
    }
  }
}

function isConstraint(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT');
}
