import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from 'vitest';
import { Ledger } from '../src/store/ledger.ts';
import { runProgram, startProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'detente-add-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CALL =
  'The foreign ministers of the two countries spoke by telephone for an hour on Monday about the grain that waits' +
  ' in the ports of the delta, and about the inspectors whom one of them has sent home without a word.';

function jsonl(name: string, reports: readonly Record<string, string>[]): string {
  writeFileSync(join(folder, name), `${reports.map((report) => JSON.stringify(report)).join('\n')}\n`);
  return name;
}

describe('near copies', () => {
  const first = jsonl('first.jsonl', [{ date: '2024-03-04', text: CALL }]);
  const second = jsonl('second.jsonl', [
    { date: '2024-03-04', text: CALL },
    { date: '2024-03-05', publisher: 'Herald', text: `From our correspondent. ${CALL}` },
    { date: '2024-03-05', text: 'It rained in the delta.' },
  ]);

  test('are acknowledged with what they copy, and counted at the end', async () => {
    const args = ['--jsonl', '--ledger', 'a.ledger'];
    const [original] = (await runProgram(['add', first, ...args], folder)).stdout.trim().split('\n');
    const { id } = JSON.parse(original!);
    const { code, stdout, stderr } = await runProgram(['add', second, ...args], folder);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ outcome, copyOf }) => [outcome, copyOf?.id])).toEqual([
      ['known', undefined],
      ['added', id],
      ['added', undefined],
    ]);
    expect(lines[1].copyOf.similarity).toBeGreaterThan(0.8);
    expect(lines.map(({ messages }) => messages.map(({ rule }: { rule: string }) => rule))).toEqual([
      [],
      ['store/near-copy'],
      [],
    ]);
    expect([code, stderr]).toEqual([
      0,
      '2 reports added (1 near copy of a report that is there already), 1 known already; ledger a.ledger\n',
    ]);
    const shown = await runProgram(['reports', lines[1].id, '--ledger', 'a.ledger'], folder);
    expect(shown.stdout).toContain(`a near copy of report ${id} of 2024-03-04`);
  });
});

describe('threads', () => {
  const many = jsonl(
    'many.jsonl',
    Array.from({ length: 3000 }, (_, at) => ({
      date: '2024-03-04',
      text: `The French president met the Indian prime minister in Paris. This is note ${at}.`,
    })),
  );

  test('Ctrl-C stores all that was read, in the order of the file', async () => {
    const child = startProgram(['add', many, '--jsonl', '--workers', '2', '--ledger', 'b.ledger'], folder);
    const closed = once(child, 'close');
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      if (acknowledged.push(JSON.parse(line).id) === 320) child.kill('SIGINT');
    }
    expect((await closed)[0]).toBe(130);
    expect(acknowledged.length).toBeLessThan(3000);
    const ledger = Ledger.open(join(folder, 'b.ledger'));
    const origins = acknowledged.map((id) => ledger.report(id)!.report.origin['readFrom']);
    expect(origins).toEqual(acknowledged.map((_, at) => ({ file: many, line: at + 1 })));
    expect(ledger.counts().reports).toBe(acknowledged.length);
    ledger.close();
  });

  test('their number is a whole number', async () => {
    const { code, stderr } = await runProgram(['add', many, '--workers', 'all'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Write a whole number from 0 to 64.')]);
  });
});
