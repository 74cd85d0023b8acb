import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodedReport } from '../src/relations/coded.ts';
import { amend, type Correction } from '../src/relations/correction.ts';
import type { Dyad } from '../src/relations/dyad.ts';
import { drawDyad } from '../src/relations/picture.ts';
import { Ties } from '../src/relations/ties.ts';
import { report } from './claims-builder.ts';
import { guide, JUNE } from './visits.ts';

const WORD = { reason: 'the embassy says so', by: 'A. Analyst', recordedAt: '2023-07-01T09:00:00.000Z' };

function picture(told: readonly CodedReport[], ...corrections: Correction[]): Dyad {
  return drawDyad(told, ['USA', 'CHN'], '2023-06-30', guide, corrections);
}

const met = { mode: 'meet', who: ['Antony Blinken', 'Wang Yi'] };
const morning = report('2023-06-19', 'A', { ...met, days: '2023-06-19' });
const retold = report('2023-06-22', 'B', { ...met, days: '2023-06-19' });
const another = report('2023-06-22', 'C', { ...met, days: '2023-06-21' });
const idOf = ({ claims }: CodedReport) => claims[0]!.id;

describe('an analyst says', () => {
  test('that two claims tell of two meetings, and they are two', () => {
    expect(picture([morning, retold]).encounters).toHaveLength(1);
    const apart = { action: 'apart', claims: [idOf(retold), idOf(morning)], ...WORD } as const;
    expect(picture([morning, retold], apart).encounters.map(({ claims }) => claims)).toEqual([
      [idOf(morning)],
      [idOf(retold)],
    ]);
  });

  test('that two claims tell of one meeting, and it is one, though the days differ', () => {
    expect(picture([morning, another]).encounters).toHaveLength(2);
    const same = { action: 'same', claims: [idOf(another), idOf(morning)], ...WORD } as const;
    expect(picture([morning, another], same).encounters.map(({ claims }) => claims)).toEqual([
      [idOf(morning), idOf(another)],
    ]);
  });

  test('something else later, and the last word counts', () => {
    const claims = [idOf(morning), idOf(retold)] as const;
    const first = { action: 'apart', claims, ...WORD } as const;
    const last = { action: 'same', claims, ...WORD } as const;
    expect(picture([morning, retold], first, last).encounters).toMatchObject([
      { claims: [idOf(morning), idOf(retold)], joins: [{ claim: idOf(retold), rule: 'correction/same' }] },
    ]);
  });

  test('that two are the same as a third, and all three are one meeting', () => {
    const third = report('2023-06-24', 'D', { ...met, days: '2023-06-23' });
    const same = (a: CodedReport, b: CodedReport) =>
      ({ action: 'same', claims: [idOf(a), idOf(b)], ...WORD }) as const;
    const told = [morning, another, third];
    for (const words of [
      [same(morning, third), same(third, another)],
      [same(another, third), same(morning, third)],
    ])
      expect(picture(told, ...words).encounters).toHaveLength(1);
  });

  test('what contradicts older words, and the newest holds', () => {
    const third = report('2023-06-24', 'D', { ...met, days: '2023-06-23' });
    const [a, b, c] = [idOf(morning), idOf(another), idOf(third)];
    const same = (...claims: [string, string]) => ({ action: 'same', claims, ...WORD }) as const;
    const apart = (...claims: [string, string]) => ({ action: 'apart', claims, ...WORD }) as const;
    const told = [morning, another, third];
    const groups = (...words: Correction[]) => picture(told, ...words).encounters.map(({ claims }) => claims);
    expect(groups(same(a, b), same(b, c), apart(a, c))).toEqual([[a], [b, c]]);
    expect(new Ties([same(a, b), same(b, c), apart(a, c)]).overruled).toEqual([same(a, b)]);
    expect(groups(apart(a, c), same(a, b), same(b, c))).toEqual([[a, b, c]]);
    expect(new Ties([apart(a, c), same(a, b), same(b, c)]).overruled).toEqual([apart(a, c)]);
  });

  test('what a claim should say, and the picture follows', () => {
    const planned = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    const change = { action: 'change', claim: idOf(planned), ...WORD } as const;
    const drop = { ...change, change: { type: 'REJECT', mode: 'call-off', status: 'happened' } } as const;
    const move = { ...change, change: { days: ['2023-06-25', '2023-06-26'] } } as const;
    const [moved] = picture([planned], move).encounters;
    expect(moved!.when).toMatchObject({
      beginMin: '2023-06-25',
      endMax: '2023-06-26',
      rule: 'correction/change',
    });
    expect(picture([planned], drop).encounters[0]!.state).toBe('called-off');
  });

  test('another type after another mode, and the mode goes with its type', () => {
    const planned = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    const word = { action: 'change', claim: idOf(planned), ...WORD } as const;
    const mode = { ...word, change: { mode: 'meet' } } as const;
    const type = { ...word, change: { type: 'SANCTION' } } as const;
    const [amended] = amend([planned], [mode, type])[0]!.claims;
    expect(amended).toMatchObject({ type: 'SANCTION' });
    expect(amended).not.toHaveProperty('mode');
    expect(amended!.rules.map(({ field }) => field)).not.toContain('mode');
  });

  test('things of claims that are not there, and nothing changes', () => {
    const lost = { action: 'same', claims: ['0123456789abcdef', idOf(morning)], ...WORD } as const;
    expect(picture([morning, retold], lost)).toEqual(picture([morning, retold]));
  });
});

test('a picture with corrections is the same in whatever order the reports came', () => {
  const told = [morning, retold, another];
  const pair = fc.shuffledSubarray(told, { minLength: 2, maxLength: 2 });
  const word = fc
    .tuple(fc.constantFrom('same' as const, 'apart' as const), pair)
    .map(([action, [a, b]]): Correction => ({ action, claims: [idOf(a!), idOf(b!)], ...WORD }));
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 4 }),
      fc.shuffledSubarray(told, { minLength: 3 }),
      (words, order) => {
        expect(picture(order, ...words)).toEqual(picture(told, ...words));
      },
    ),
  );
});
