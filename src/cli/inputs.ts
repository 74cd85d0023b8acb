import type { ReadOptions, ReadOutcome } from '../read/read-reports.ts';
import { readReports } from '../read/read-reports.ts';
import { safeText } from './show/safe-text.ts';
import type { Terminal } from './terminal.ts';

export interface InputOptions {
  readonly date?: string;
}

/** The reports of the files named, in their order; `-` is standard input. */
export async function* readInputs(
  files: readonly string[],
  options: InputOptions,
  terminal: Terminal,
): AsyncGenerator<{ readonly file: string; readonly outcome: ReadOutcome }> {
  const readOptions: ReadOptions = {
    now: terminal.now,
    ...(options.date === undefined ? {} : { date: options.date }),
  };
  for (const file of files) {
    const source = file === '-' ? { name: 'stdin', stream: process.stdin } : { path: file };
    for await (const outcome of readReports(source, readOptions)) {
      yield { file: file === '-' ? 'stdin' : file, outcome };
    }
  }
}

/** Counts what could not be taken and says so, one line each. */
export class Rejects {
  readonly #terminal: Terminal;
  count = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  add(where: string, reason: string): void {
    this.count++;
    this.#terminal.say(safeText(`refused ${where}: ${reason}`));
  }

  /** A fault of ours in one report must not end a batch. */
  addFault(where: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.add(where, `it could not be coded (${reason}); please report this with the text that caused it`);
  }
}
