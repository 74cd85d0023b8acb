import { afterAll, describe, expect, test } from 'vitest';
import type { Coded } from '../src/coding/coded.ts';
import { CodingLine } from '../src/coding/coding-line.ts';
import { CodingPool } from '../src/coding/coding-pool.ts';
import { identify } from '../src/identity.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import type { Report } from '../src/report.ts';

const knowledge = loadKnowledge();
const reports = Array.from({ length: 700 }, (_, at) =>
  reportOf(`The French president will meet the Indian prime minister in Paris. This is note ${at}.`),
);

function reportOf(text: string): Report {
  const publishedOn = '2024-06-03';
  return { id: identify({ publishedOn, text }), publishedOn, text, language: 'en', origin: {} };
}

/** A thread that reads nothing: it answers at once, and ends where a text says so. */
function scriptOf(body: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(body)}`);
}

const ENDS = scriptOf(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (reports) => {
    if (reports.some(({ text }) => text === 'end')) process.exit(1);
    if (reports.some(({ text }) => text === 'throw')) throw new Error('out of its mind');
    parentPort.postMessage(reports.map(({ id }) => ({ coding: { coder: id, claims: [], messages: [] } })));
  });
  parentPort.postMessage('ready');`);
const NEVER_BEGINS = scriptOf(`throw new Error('no knowledge');`);

const pools: CodingPool[] = [];
afterAll(async () => {
  for (const pool of pools) await pool.close();
});

function poolOf(script: URL, threads = 2): CodingPool {
  const pool = new CodingPool(threads, script);
  pools.push(pool);
  return pool;
}

async function untilReady(pool: CodingPool): Promise<void> {
  while (pool.ready === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a line of reports', () => {
  test.each([0, 1, 3])('comes out in its order and says the same with %i threads', async (workers) => {
    const taken: [string, Coded][] = [];
    let started: CodingPool | null = null;
    const line = new CodingLine<string>(
      knowledge,
      workers,
      (id, coded) => void taken.push([id, coded]),
      (count) => (started = new CodingPool(count)),
    );
    for (const [at, report] of reports.entries()) {
      await line.put(report.id, report);
      // The rest is for the threads.
      if (at === 300 && started !== null) await untilReady(started);
      if (at === 350) line.pass('known', { fault: 'passed by' });
    }
    await line.end();
    await line.close();
    const expected: [string, Coded][] = reports.map((report) => [
      report.id,
      { coding: codeReport(report, knowledge) },
    ]);
    expected.splice(351, 0, ['known', { fault: 'passed by' }]);
    expect(JSON.stringify(taken)).toBe(JSON.stringify(expected));
    expect(started !== null).toBe(workers > 0);
  });

  test('few reports start no thread', async () => {
    let started = 0;
    const line = new CodingLine<number>(
      knowledge,
      2,
      () => {},
      (count) => {
        started++;
        return poolOf(ENDS, count);
      },
    );
    for (const [at, report] of reports.slice(0, 199).entries()) await line.put(at, report);
    await line.end();
    expect(started).toBe(0);
  });

  test('where threads cannot be had, the line reads by itself', async () => {
    const taken: number[] = [];
    const line = new CodingLine<number>(
      knowledge,
      2,
      (at, coded) => {
        if ('coding' in coded) taken.push(at);
      },
      (count) => poolOf(NEVER_BEGINS, count),
    );
    for (const [at, report] of reports.entries()) {
      await line.put(at, report);
      if (at === 400) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await line.end();
    expect(taken).toEqual(reports.map((_, at) => at));
  });

  test('what the taker throws stops the line and comes out of it', async () => {
    const line = new CodingLine<number>(knowledge, 0, (at) => {
      if (at === 2) throw new Error('the disk is full');
    });
    await line.put(1, reports[0]!);
    await expect(line.put(2, reports[1]!)).rejects.toThrow('the disk is full');
    await expect(line.end()).rejects.toThrow('the disk is full');
  });
});

describe('a thread that ends', () => {
  test.each([
    ['end', 'the thread that read it ended'],
    ['throw', 'the thread that read it ended: out of its mind'],
  ])('takes the report that ends it (%s), and no other', async (deadly, fault) => {
    const pool = poolOf(ENDS);
    await untilReady(pool);
    const texts = Array.from({ length: 100 }, (_, at) => (at === 40 || at === 41 ? deadly : `note ${at}`));
    const answers = await Promise.all(texts.map((text) => pool.code(reportOf(text))));
    for (const [at, answer] of answers.entries()) {
      if (at === 40 || at === 41) expect(answer).toEqual({ fault });
      else expect(answer).toMatchObject({ coding: { coder: reportOf(texts[at]!).id } });
    }
  });
});
