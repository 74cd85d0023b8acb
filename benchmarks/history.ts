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

/**
 * Adds a line to benchmarks/history.jsonl, with the day and the commit that was measured, so that runs can be
 * compared. A `+` behind the commit says that files had been changed since; outside a clone it is `unknown`.
 */
export function appendHistory(entry: HistoryEntry): void {
  const { bench, ...rest } = entry;
  const day = new Date().toISOString().slice(0, 10);
  const line = JSON.stringify({ bench, day, commit: measuredCommit(), ...rest });
  appendFileSync(join(import.meta.dirname, 'history.jsonl'), `${line}\n`);
}

function measuredCommit(): string {
  try {
    // The history itself changes with every run and does not change what is measured.
    const changed = git('status', '--porcelain', '--', ':/', ':(top,exclude)benchmarks/history.jsonl');
    return git('rev-parse', '--short', 'HEAD') + (changed === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

function git(...args: string[]): string {
  const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'ignore'];
  return execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio }).trim();
}
