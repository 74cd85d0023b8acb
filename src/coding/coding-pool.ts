import { Worker } from 'node:worker_threads';
import type { OwnTables } from '../knowledge.ts';
import type { Report } from '../report.ts';
import type { Coded } from './coded.ts';

/** Reports that go to a thread at once: enough to make the way cheap, few enough to spread them. */
const LOAD = 16;
/** Loads that a thread may have: the one it reads, and the next. */
const AT_ONCE = 2;

// The program runs from dist/*.js, tests and benchmarks from src/*.ts; the compiler leaves this name alone.
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./coding-worker.ts', import.meta.url)
  : new URL('./coding-worker.js', import.meta.url);

interface Task {
  readonly report: Report;
  readonly settle: (coded: Coded | null) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Loads it has been given and not answered, oldest first. */
  readonly loads: Task[][];
  isReady: boolean;
}

/**
 * Threads that read reports, each with knowledge of its own. A thread that dies takes one report at most: what it
 * had in hand is read anew by others, each report by itself, and one that was alone when a thread ended is at fault.
 */
export class CodingPool {
  readonly #script: URL;
  /** The user's own tables, which every thread reads for itself. */
  readonly #own: OwnTables;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  /** Reports of a thread that died: read one at a time. */
  readonly #suspects: Task[] = [];
  #scheduled = false;
  #closed = false;
  #isUseless = false;

  constructor(threads: number, script: URL = WORKER, own: OwnTables = {}) {
    this.#script = script;
    this.#own = own;
    for (let started = 0; started < threads; started++) this.#start();
  }

  /** Threads that have loaded their knowledge. */
  get ready(): number {
    return [...this.#threads].filter(({ isReady }) => isReady).length;
  }

  /** Reports that are worth having on their way; more only wait. */
  get room(): number {
    return this.#threads.size * LOAD * AT_ONCE * 2;
  }

  /** Reads a report on one of the threads. Never rejects; null where no thread can be had. */
  code(report: Report): Promise<Coded | null> {
    return new Promise((settle) => {
      this.#waiting.push({ report, settle });
      if (this.#waiting.length >= LOAD) this.#dispatch();
      else if (!this.#scheduled) {
        this.#scheduled = true;
        setImmediate(() => {
          this.#scheduled = false;
          this.#dispatch();
        });
      }
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #start(): void {
    const thread: Thread = {
      worker: new Worker(this.#script, { workerData: this.#own }),
      loads: [],
      isReady: false,
    };
    let reason = 'the thread that read it ended';
    this.#threads.add(thread);
    thread.worker.on('message', (message: 'ready' | readonly Coded[]) => {
      if (message === 'ready') thread.isReady = true;
      else for (const [at, task] of thread.loads.shift()!.entries()) task.settle(message[at]!);
      this.#dispatch();
    });
    thread.worker.on('error', (error) => {
      reason = `the thread that read it ended: ${error instanceof Error ? error.message : String(error)}`;
    });
    thread.worker.on('exit', () => this.#bury(thread, reason));
  }

  #bury(thread: Thread, reason: string): void {
    this.#threads.delete(thread);
    if (this.#closed) return;
    const [reading = [], ...next] = thread.loads;
    if (reading.length === 1) reading[0]!.settle({ fault: reason });
    else this.#suspects.push(...reading);
    this.#waiting.unshift(...next.flat());
    // A thread that cannot even begin would be started for ever.
    if (thread.isReady) this.#start();
    else if (this.#threads.size === 0) this.#isUseless = true;
    this.#dispatch();
  }

  #dispatch(): void {
    if (this.#isUseless) {
      for (const { settle } of [...this.#suspects.splice(0), ...this.#waiting.splice(0)]) settle(null);
      return;
    }
    for (let round = 0; round < AT_ONCE; round++) {
      for (const thread of this.#threads) {
        if (!thread.isReady || thread.loads.length > round) continue;
        const load = this.#suspects.length > 0 ? this.#suspects.splice(0, 1) : this.#waiting.splice(0, LOAD);
        if (load.length === 0) return;
        thread.loads.push(load);
        thread.worker.postMessage(load.map(({ report }) => report));
      }
    }
  }
}
