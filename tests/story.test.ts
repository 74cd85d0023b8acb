import { beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { readReports } from '../src/read/read-reports.ts';
import type { CodedReport } from '../src/relations/coded.ts';
import type { Channel, Dyad, Encounter } from '../src/relations/dyad.ts';
import { drawDyad } from '../src/relations/picture.ts';

/** The story of the example corpus, as its README tells it, from text to picture. */

const knowledge = loadKnowledge();
const coded: CodedReport[] = [];

beforeAll(async () => {
  for await (const outcome of readReports({ path: 'examples/usa-china/dispatches.jsonl' })) {
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    coded.push({ report: outcome.report, claims: codeReport(outcome.report, knowledge).claims });
  }
});

function picture(asOf: string): Dyad {
  return drawDyad(coded, ['USA', 'CHN'], asOf, knowledge.guide);
}

/** Encounters of these people whose days meet the span. */
function encounters(
  asOf: string,
  kinds: readonly string[],
  people: readonly string[],
  from: string,
  to: string,
): Encounter[] {
  return picture(asOf).encounters.filter(
    ({ kind, participants, when }) =>
      kinds.includes(kind) &&
      people.every((person) => participants.some(({ name }) => name.includes(person))) &&
      (when.beginMin ?? when.endMax ?? '9999') <= to &&
      (when.endMax ?? when.beginMin ?? '0000') >= from,
  );
}

function statesOf(found: readonly Encounter[]): string[][] {
  return found.map(({ changes }) => changes.map(({ state }) => state));
}

function channel(asOf: string, level: Channel['level']): Channel | undefined {
  return picture(asOf).channels.find((one) => one.level === level);
}

describe('the United States and China', () => {
  test('a visit is planned for February 2023 and put off', () => {
    const [visit] = encounters('2023-02-10', ['visit'], ['Blinken'], '2023-02-01', '2023-02-10');
    expect(visit).toMatchObject({ state: 'postponed', host: 'CHN' });
    expect(visit!.changes.map(({ state }) => state)).toEqual(['planned', 'postponed']);
  });

  test('the visit of June 2023 is planned, then held', () => {
    const june = (asOf: string) => encounters(asOf, ['visit'], ['Blinken'], '2023-06-18', '2023-06-19');
    expect(june('2023-06-17').map(({ state }) => state)).toEqual(['planned']);
    expect(june('2023-06-21').map(({ state, host }) => [state, host])).toEqual([['held', 'CHN']]);
  });

  test('a meeting with Xi Jinping is held on that visit', () => {
    const met = encounters('2023-06-21', ['meeting'], ['Blinken', 'Xi'], '2023-06-19', '2023-06-19');
    expect(met.map(({ state }) => state)).toEqual(['held']);
    expect(met[0]!.partOf).toBeDefined();
  });

  test('the military channel is refused or suspended, and resumed at the summit', () => {
    expect(channel('2023-06-21', 'military')!.state).toMatch(/suspended|restricted/);
    expect(channel('2023-06-21', 'military')!.refusedBy).toEqual(['CHN']);
    expect(channel('2023-06-21', 'military')!.soughtBy).toContain('USA');
    expect(channel('2023-11-20', 'military')!.state).toBe('open');
  });

  test('the summit of November 2023 is planned, then held', () => {
    const summit = encounters(
      '2023-11-20',
      ['meeting', 'summit'],
      ['Biden', 'Xi'],
      '2023-11-15',
      '2023-11-15',
    );
    expect(statesOf(summit)).toEqual([expect.arrayContaining(['planned', 'held'])]);
  });
});
