import { availableParallelism } from 'node:os';
import type { Knowledge } from '../knowledge.ts';
import { codeReport } from '../pipeline.ts';
import type { Report } from '../report.ts';
import type { Coded } from './coded.ts';
import { CodingPool } from './coding-pool.ts';

/** Reports that are read by this thread before others are started: loading their knowledge takes as long. */
const ALONE = 200;

/** Threads that are started where nobody says how many; see docs/decisions/workers.md. */
export const DEFAULT_WORKERS: number = Math.min(availableParallelism(), 4);

/**
 * A line of reports waiting to be read: they come out in the order in which they were put in, whoever reads them,
 * so that a ledger made with threads is the one made without.
 *
 * @example
 * const line = new CodingLine(knowledge, 2, (report, coded) => …);
 * for (const report of reports) await line.put(report, () => report);
 * await line.end();
 */
export class CodingLine<T> {
  readonly #knowledge: Knowledge;
  readonly #workers: number;
  readonly #take: (item: T, coded: Coded) => void;
  readonly #startPool: (workers: number) => CodingPool;
  readonly #line: { readonly item: T; coded: Coded | null }[] = [];
  #pool: CodingPool | null = null;
  #readAlone = 0;
  /** What `take` threw: the line is stopped. */
  #failure: { readonly error: unknown } | null = null;
  #waiters: (() => void)[] = [];

  constructor(
    knowledge: Knowledge,
    workers: number,
    take: (item: T, coded: Coded) => void,
    startPool: (workers: number) => CodingPool = (count) => new CodingPool(count),
  ) {
    this.#knowledge = knowledge;
    this.#workers = workers;
    this.#take = take;
    this.#startPool = startPool;
  }

  /** Puts a report that has to be read at the end of the line; waits while the line is long. */
  async put(item: T, report: Report): Promise<void> {
    const place = { item, coded: null as Coded | null };
    this.#line.push(place);
    if (this.#pool !== null && this.#pool.ready > 0) {
      void this.#pool.code(report).then((coded) => {
        place.coded = coded ?? this.#codeHere(report);
        this.#move();
      });
      await this.#waitFor(this.#pool.room);
    } else {
      place.coded = this.#codeHere(report);
      this.#move();
      if (this.#workers > 0 && ++this.#readAlone === ALONE) this.#pool = this.#startPool(this.#workers);
    }
    this.#throwFailure();
  }

  /** Puts something that need not be read. */
  pass(item: T, coded: Coded): void {
    this.#line.push({ item, coded });
    this.#move();
    this.#throwFailure();
  }

  /** Waits until all that was put in has come out. */
  async end(): Promise<void> {
    await this.#waitFor(0);
    this.#throwFailure();
  }

  async close(): Promise<void> {
    await this.#pool?.close();
  }

  #codeHere(report: Report): Coded {
    try {
      return { coding: codeReport(report, this.#knowledge) };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  }

  #move(): void {
    try {
      let taken = 0;
      for (const { item, coded } of this.#line) {
        if (coded === null || this.#failure !== null) break;
        taken++;
        this.#take(item, coded);
      }
      this.#line.splice(0, taken);
    } catch (error) {
      this.#failure = { error };
    }
    for (const wake of this.#waiters.splice(0)) wake();
  }

  async #waitFor(length: number): Promise<void> {
    while (this.#line.length > length && this.#failure === null) {
      await new Promise<void>((resolve) => this.#waiters.push(resolve));
    }
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}
