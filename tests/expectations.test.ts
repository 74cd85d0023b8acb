import { describe, expect, test } from 'vitest';
import { report } from './claims-builder.ts';
import { FEBRUARY, JUNE, picture } from './visits.ts';

describe('expectations', () => {
  test('one holder expects one encounter once in a report, another holder once more', () => {
    const plan = { ...JUNE, status: 'planned' } as const;
    const told = report('2023-06-14', 'A', plan, plan, { ...plan, says: 'Antony Blinken' });
    expect(picture('2023-06-14', told).expectations.map(({ holder }) => holder)).toEqual([
      'narrator',
      'Antony Blinken',
    ]);
  });

  test('a plan for this year outlives a postponement until the year is over', () => {
    const may = report('2023-02-01', 'A', {
      ...FEBRUARY,
      status: 'possible',
      days: '2023-01-01..2023-12-31',
    });
    const putOff = report('2023-02-03', 'A', {
      type: 'REJECT',
      mode: 'postpone',
      who: ['Antony Blinken'],
      towards: ['CHN'],
      days: '..2023-02-03',
    });
    expect(picture('2023-02-03', may, putOff).expectations).toMatchObject([
      { outcome: 'open', by: '2023-12-31' },
    ]);
    expect(picture('2024-01-01', may, putOff).expectations).toMatchObject([{ outcome: 'did-not' }]);
  });

  test('what a visit was to bring is void when the visit is put off', () => {
    const planned = report(
      '2023-02-01',
      'A',
      { ...FEBRUARY, status: 'planned' },
      {
        type: 'AGREE',
        who: ['USA', 'CHN'],
        status: 'expected',
        negative: true,
        days: FEBRUARY.days,
        dating: 'dating/part-of-encounter',
      },
    );
    const putOff = report('2023-02-03', 'A', {
      type: 'REJECT',
      mode: 'postpone',
      who: ['Antony Blinken'],
      towards: ['CHN'],
      days: '..2023-02-03',
    });
    expect(picture('2023-02-03', planned, putOff).expectations.map(({ outcome }) => outcome)).toEqual([
      'did-not',
      'void',
    ]);
  });

  test('"will not come" comes true when the visit is called off, and fails when it is made', () => {
    const expected = { ...JUNE, status: 'expected', negative: true } as const;
    const plan = report('2023-06-10', 'A', { ...JUNE, status: 'planned' });
    const not = report('2023-06-12', 'A', { ...JUNE, status: 'planned', negative: true, says: 'Qin Gang' });
    const made = report('2023-06-20', 'B', JUNE);
    expect(picture('2023-06-20', plan, not, made).expectations).toMatchObject([
      { stance: 'planned', outcome: 'did-not', resolvedBy: not.claims[0]!.id },
      { stance: 'expected-not', outcome: 'did-not', resolvedBy: made.claims[0]!.id },
    ]);
    expect(picture('2023-06-12', plan, report('2023-06-12', 'A', expected)).expectations).toMatchObject([
      { stance: 'planned', outcome: 'open' },
      { stance: 'expected-not', outcome: 'open' },
    ]);
  });

  test('an act is answered by the same act on the same issue, never by another', () => {
    const sanction = { type: 'SANCTION', who: ['USA'], towards: ['CHN'] } as const;
    const feared = report('2023-06-01', 'A', {
      ...sanction,
      status: 'possible',
      mood: 'feared',
      issues: ['microchips'],
      days: '2023-06-01..',
    });
    const other = report('2023-07-01', 'B', { ...sanction, issues: ['fentanyl'], days: '2023-06-30' });
    const same = report('2023-07-10', 'B', { ...sanction, issues: ['microchips'], days: '2023-07-09' });
    expect(picture('2023-07-15', feared, other).expectations).toMatchObject([
      { stance: 'feared', outcome: 'open' },
    ]);
    expect(picture('2023-07-15', feared, other, same).expectations).toMatchObject([
      { outcome: 'came-true', resolvedBy: same.claims[0]!.id },
    ]);
  });

  test('a planned visit that was held came true, and names the claim that says so', () => {
    const announced = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    const told = report('2023-06-20', 'B', JUNE);
    const [expectation] = picture('2023-06-20', announced, told).expectations;
    expect(expectation).toMatchObject({
      stance: 'planned',
      outcome: 'came-true',
      resolvedBy: told.claims[0]!.id,
    });
    expect(picture('2023-06-16', announced, told).expectations).toMatchObject([{ outcome: 'open' }]);
  });

  test('a visit put off did not come on the days that were said', () => {
    const planned = report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' });
    const putOff = report('2023-02-03', 'A', {
      type: 'REJECT',
      mode: 'postpone',
      who: ['Antony Blinken'],
      towards: ['CHN'],
      days: '..2023-02-03',
    });
    expect(picture('2023-02-03', planned, putOff).expectations).toMatchObject([{ outcome: 'did-not' }]);
  });

  test('what nobody has settled stays open past its day', () => {
    const expected = report('2023-06-14', 'A', {
      type: null,
      who: ['USA', 'CHN'],
      status: 'expected',
      negative: true,
      days: '2023-06-18..2023-06-19',
    });
    expect(picture('2024-01-01', expected).expectations).toMatchObject([
      { stance: 'expected-not', outcome: 'open' },
    ]);
  });
});
