import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { type ReadOptions, type ReadOutcome, readReports } from '../src/read/read-reports.ts';
import type { Report } from '../src/report.ts';

/** Reads bytes as if they were a file of this name. */
export async function readBytes(
  name: string,
  bytes: string | Uint8Array,
  options: ReadOptions = {},
): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = [];
  const stream = Readable.from([typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes)]);
  for await (const outcome of readReports({ name, stream }, options)) outcomes.push(outcome);
  return outcomes;
}

/** The one report that is in the bytes; fails where they are refused. */
export async function readOne(
  name: string,
  bytes: string | Uint8Array,
  options: ReadOptions = {},
): Promise<Report> {
  const [first, ...others] = await readBytes(name, bytes, options);
  expect(others).toEqual([]);
  if (first?.kind !== 'report') throw new Error(`refused: ${first?.reason}`);
  return first.report;
}

/** Why the bytes are refused; fails where they are read. */
export async function reasonOf(
  name: string,
  bytes: string | Uint8Array,
  options: ReadOptions = {},
): Promise<string> {
  const [first, ...others] = await readBytes(name, bytes, options);
  expect(others).toEqual([]);
  if (first?.kind !== 'refused') throw new Error('was read');
  return first.reason;
}

/** The rules of the messages of all reports in the bytes. */
export async function rulesOf(
  name: string,
  bytes: string | Uint8Array,
  options: ReadOptions = {},
): Promise<string[]> {
  const outcomes = await readBytes(name, bytes, options);
  return outcomes.flatMap((outcome) =>
    outcome.kind === 'report' ? outcome.messages.map(({ rule }) => rule) : [],
  );
}
