import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/** One run of a benchmark: its figures and how many things they were taken over. */
export interface HistoryEntry {
  readonly bench: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly n: number;
  /** 95 % interval of the main figure, where one was computed. */
  readonly interval?: readonly [number, number];
  /** Name of the data, never a path. */
  readonly data?: string;
}

/** Adds a line to benchmarks/history.jsonl, with the commit that was measured, so that runs can be compared. */
export function appendHistory(entry: HistoryEntry): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  }).trim();
  const { bench, ...rest } = entry;
  const line = JSON.stringify({ bench, commit, ...rest });
  appendFileSync(join(import.meta.dirname, 'history.jsonl'), `${line}\n`);
}
