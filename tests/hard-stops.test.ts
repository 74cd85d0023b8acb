import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { readReports } from '../src/read/read-reports.ts';
import type { Report } from '../src/report.ts';
import { pictureOf } from '../src/serve/picture-of.ts';
import { Ledger } from '../src/store/ledger.ts';
import type { Entry } from '../src/store/records.ts';
import { startProgram } from './program.ts';

/** Real processes that write are killed at random moments: nothing that was acknowledged may be lost. */

const folder = mkdtempSync(join(tmpdir(), 'detente-stops-'));
afterAll(() => rmSync(folder, { recursive: true }));
const knowledge = loadKnowledge();

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SIDES = ['Chinese', 'French', 'Indian', 'Japanese', 'Turkish'];
const ACTS = [
  (a: string, b: string) => `The ${a} foreign minister met the ${b} foreign minister on Monday.`,
  (a: string, b: string) => `The ${a} president will visit the ${b} president next week.`,
  (a: string, b: string) => `The ${a} government condemned the ${b} government.`,
  () => 'It rained.',
];
/** Long enough to be known again: its copies are marked, with and without what follows it. */
const WIRE =
  'Ministers of the coastal states spoke for two days about rights to fish, the depth of nets and the price of' +
  ' licences, and parted without a text that all of them could sign.';
const TAILS = ['', ' nobody spoke to the press.', ' the talks go on.'];

/** Lines of JSON, one report each. */
function makeReports(count: number, seed: number): string[] {
  const next = chance(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return Array.from({ length: count }, (_, at) => {
    const date = `2024-0${1 + Math.floor(next() * 9)}-${10 + Math.floor(next() * 19)}`;
    const said = `${oneOf(ACTS)(oneOf(SIDES), oneOf(SIDES))} This is note ${at}.`;
    // No text twice on one day: every line is a report of its own.
    return at % 20 === 0
      ? JSON.stringify({ date: `${1900 + at / 20}-01-15`, text: WIRE + oneOf(TAILS) })
      : JSON.stringify({ date, text: said });
  });
}

const textOf = (lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`);

async function entriesOf(lines: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const outcome of readReports(
    { name: 'stdin', stream: Readable.from([textOf(lines)]) },
    { now: '2026-01-01' },
  )) {
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const { report, messages } = outcome;
    entries.push({ report, messages, coding: codeReport(report, knowledge) });
  }
  return entries;
}

/** All that was recorded but the moments at which it was. */
function contentOf(path: string): Record<string, unknown[]> {
  const raw = new Database(path, { readonly: true });
  const select = (columns: string, table: string, order: string) =>
    raw.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${order}`).raw().all();
  const content = {
    reports: select('seq, id, published_on, text, language, origin', 'reports', 'seq'),
    codings: select('seq, report, coder, sentences, with_claims, without_claims', 'codings', 'seq'),
    claims: select('*', 'claims', 'seq'),
    countries: select('*', 'claim_countries', 'claim, country, role'),
    messages: select('*', 'messages', 'seq'),
    keys: select('*', 'fingerprint_keys', 'key, report'),
    copies: select('*', 'copies', 'report, other'),
  };
  raw.close();
  return content;
}

interface Campaign {
  readonly name: string;
  readonly seed: number;
  readonly kills: number;
  /** New reports that each process is given, and how many at most it acknowledges before the blow falls. */
  readonly fresh: number;
  readonly blowUpTo: number;
  /** The least number it acknowledges before. */
  readonly blowFrom: number;
  readonly workers: number;
  /** Whether somebody reads all the while. */
  readonly watched: boolean;
}

/** When a process is killed: so many new reports acknowledged, and a moment later. */
interface Blow {
  readonly after: number;
  readonly pauseMs: number;
}

/**
 * Runs the program until it is killed, or to its end where `blow` is null; gives what it acknowledged. Its input stays
 * open, so that it cannot end before the blow falls, however slow this process is.
 */
async function run(
  args: readonly string[],
  lines: readonly string[],
  blow: Blow | null,
  look: () => void,
): Promise<string[]> {
  const child = startProgram(args, folder);
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // The one who should read it may be dead.
  child.stdin.on('error', () => {});
  child.stdin.write(textOf(lines));
  if (blow === null) child.stdin.end();
  const strike = async (): Promise<void> => {
    await pause(blow!.pauseMs);
    child.kill('SIGKILL');
  };
  if (blow?.after === 0) void strike();
  const acknowledged: string[] = [];
  let fresh = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, outcome } = parseWhole(line);
    if (id === undefined) continue;
    acknowledged.push(id);
    if (outcome === 'added' && ++fresh === blow?.after) void strike();
    if (acknowledged.length % 100 === 0) look();
  }
  const [code, signal] = await closed;
  if (blow === null) expect([code, signal, errors]).toEqual([0, null, expect.stringContaining('added')]);
  else expect([signal, errors]).toEqual(['SIGKILL', '']);
  return acknowledged;
}

/** A line that the blow has cut in two acknowledges nothing. */
function parseWhole(line: string): { id?: string; outcome?: string } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

async function campaign({ name, seed, kills, fresh, ...how }: Campaign): Promise<void> {
  const lines = makeReports(kills * fresh + 50, seed);
  const entries = await entriesOf(lines);
  const expected = new Map(entries.map((entry) => [entry.report.id, entry]));
  expect(expected.size).toBe(lines.length);
  const path = join(folder, `${name}.ledger`);
  const settings = ['--workers', String(how.workers), '--ledger', path, '--now', '2026-01-01'];
  const args = ['add', '-', '--jsonl', ...settings];
  const next = chance(seed);
  const acknowledged = new Set<string>();
  const reader = how.watched ? Ledger.open(path, { create: true }) : null;
  const look = (): void => {
    if (reader === null) return;
    const { reports: before } = reader.counts();
    expect(reader.search('minister').length).toBeLessThanOrEqual(20);
    const picture = pictureOf(reader, knowledge, ['CHN', 'FRA'], '2024-12-31');
    expect(picture.reports).toBeLessThanOrEqual(reader.counts().reports);
    expect(reader.counts().reports).toBeGreaterThanOrEqual(before);
  };
  let there = 0;
  for (let round = 0; round < kills; round++) {
    const after = how.blowFrom + Math.floor((how.blowUpTo - how.blowFrom + 1) * next());
    // One blow in eight falls while the program starts.
    const blow =
      next() < 1 / 8 ? { after: 0, pauseMs: 400 * next() } : { after: after + 1, pauseMs: 12 * next() };
    for (const id of await run(args, lines.slice(0, there + fresh), blow, look)) acknowledged.add(id);
    there = checkWhole(path, expected, acknowledged);
  }
  const ids = await run(args, lines, null, look);
  expect(new Set(ids)).toEqual(new Set(expected.keys()));
  reader?.close();

  const spared = join(folder, `${name}-spared.ledger`);
  const ledger = Ledger.open(spared, { create: true });
  ledger.add(entries, '2026-01-01T00:00:00.000Z');
  ledger.close();
  const content = contentOf(path);
  expect(content).toEqual(contentOf(spared));
  expect(content['claims']!.length).toBeGreaterThan(lines.length / 2);
  expect(content['copies']!.length).toBeGreaterThan(0);
}

/** What was acknowledged is there, and nothing is there by half; gives how many reports there are. */
function checkWhole(
  path: string,
  expected: ReadonlyMap<string, Entry>,
  acknowledged: ReadonlySet<string>,
): number {
  const ledger = Ledger.open(path, { create: true });
  const there = new Set(ledger.reports().map(({ id }) => id));
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
  for (const id of there) {
    const { report, claims, coder } = ledger.report(id)!;
    const whole: { report: Report; coding: Pick<Entry['coding'], 'claims' | 'coder'> } = expected.get(id)!;
    if (JSON.stringify(claims) !== JSON.stringify(whole.coding.claims) || coder !== whole.coding.coder)
      throw new Error(`report ${id} is there without all of its claims`);
    if (report.text !== whole.report.text) throw new Error(`report ${id} has lost some of its text`);
  }
  ledger.close();
  const raw = new Database(path);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  raw.close();
  return there.size;
}

test('whatever kills the program, what it acknowledged stays, and the next run goes on from there', async () => {
  const few = { fresh: 150, blowFrom: 0, blowUpTo: 140, workers: 0 };
  const many = { fresh: 330, blowFrom: 200, blowUpTo: 320, workers: 2 };
  await Promise.all([
    campaign({ name: 'alone', seed: 3, kills: 8, watched: false, ...few }),
    campaign({ name: 'watched', seed: 4, kills: 8, watched: true, ...few }),
    campaign({ name: 'threads', seed: 5, kills: 5, watched: false, ...many }),
  ]);
});
