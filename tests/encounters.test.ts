import { describe, expect, test } from 'vitest';
import type { Encounter } from '../src/relations/dyad.ts';
import { findEncounters } from '../src/relations/encounters.ts';
import { report } from './claims-builder.ts';
import { FEBRUARY, JUNE, lives, PUT_OFF, summit, visit } from './visits.ts';

function changes({ changes: all }: Encounter): string[] {
  return all.map(({ state, on }) => `${state} ${on}`);
}

describe('the life of an encounter', () => {
  test('a visit that was announced and took place is one visit, planned and then held', () => {
    const announced = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    const told = report('2023-06-20', 'B', JUNE);
    expect(lives('2023-06-15', announced, told)).toEqual(['visit planned 2023-06-18..2023-06-19']);
    const [held] = findEncounters([announced, told], '2023-06-20');
    expect(changes(held!)).toEqual(['planned 2023-06-14', 'held 2023-06-20']);
    expect(held!.claims).toEqual([announced.claims[0]!.id, told.claims[0]!.id]);
    expect(held!.id).toBe(announced.claims[0]!.id);
  });

  test('the host of a visit is whoever most claims of it call the host', () => {
    const received = { ...JUNE, who: ['Xi Jinping'], towards: ['Antony Blinken'] };
    const [one, ...others] = findEncounters(
      [
        report('2023-06-14', 'A', { ...JUNE, status: 'planned' }),
        report('2023-06-19', 'B', JUNE),
        report('2023-06-20', 'C', received),
      ],
      '2023-06-21',
    );
    expect([one!.host, others]).toEqual(['CHN', []]);
    expect(findEncounters([report('2023-06-20', 'A', summit)], '2023-06-21')[0]!.host).toBeUndefined();
  });

  test('a summit that was possible, then planned, then held is one summit', () => {
    const told = [
      report('2023-06-16', 'A', { ...summit, status: 'possible', days: '2023-01-01..2023-12-31' }),
      report('2023-11-10', 'B', { ...summit, status: 'planned', days: '2023-11-15' }),
      report('2023-11-16', 'C', { ...summit, mode: 'summit', days: '2023-11-15' }),
    ];
    const [one, ...others] = findEncounters(told, '2023-11-20');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ kind: 'summit', state: 'held', when: { beginMin: '2023-11-15' } });
    expect(changes(one!)).toEqual(['possible 2023-06-16', 'planned 2023-11-10', 'held 2023-11-16']);
  });

  test('a summit that one side proposed is proposed, on days that nobody told', () => {
    const asked = report('2023-06-16', 'A', { ...summit, type: 'REQUEST', mode: 'meet', days: '2023-06-15' });
    const [one] = findEncounters([asked], '2023-06-20');
    expect(one).toMatchObject({ state: 'proposed', when: { beginMin: null, endMax: null } });
  });

  test('talks put off by a day and then held by people named are those', () => {
    const talks = { type: 'CONSULT', mode: 'talks', who: ['CHN', 'USA'] } as const;
    const told = [
      report('2023-06-14', 'A', { ...talks, status: 'planned', days: '2023-06-18..2023-06-19' }),
      report('2023-06-17', 'A', {
        ...talks,
        type: 'REJECT',
        mode: 'postpone',
        who: ['CHN'],
        towards: ['USA'],
      }),
      report('2023-06-19', 'B', { ...talks, who: ['Qin Gang', 'Antony Blinken'], days: '2023-06-19' }),
    ];
    expect(findEncounters(told, '2023-06-20').map(changes)).toEqual([
      ['planned 2023-06-14', 'postponed 2023-06-17', 'held 2023-06-19'],
    ]);
  });

  test('a visit put off is postponed, and the one in June is another', () => {
    const told = [
      report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' }),
      report('2023-02-03', 'A', PUT_OFF),
      report('2023-06-14', 'B', { ...JUNE, status: 'planned' }),
    ];
    expect(lives('2023-06-14', ...told)).toEqual([
      'visit postponed 2023-02-05..2023-02-06',
      'visit planned 2023-06-18..2023-06-19',
    ]);
  });

  test('a visit put off and planned again within weeks stays the same visit, on new days', () => {
    const told = [
      report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' }),
      report('2023-02-03', 'A', PUT_OFF),
      report('2023-02-20', 'B', { ...visit, status: 'planned', days: '2023-03-04..2023-03-05' }),
      report('2023-03-05', 'B', { ...visit, days: '2023-03-04..2023-03-05' }),
    ];
    const [one, ...others] = findEncounters(told, '2023-03-06');
    expect(others).toEqual([]);
    expect(one!.when).toMatchObject({ beginMin: '2023-03-04', endMax: '2023-03-05' });
    expect(changes(one!).map((change) => change.split(' ')[0])).toEqual([
      'planned',
      'postponed',
      'planned',
      'held',
    ]);
  });

  test('the plan as it had been, told beside the postponement, plans nothing anew', () => {
    const planned = report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' });
    const putOff = report(
      '2023-02-03',
      'A',
      PUT_OFF,
      { ...visit, status: 'planned', days: '2023-02-03..' },
      { ...FEBRUARY, status: 'planned' },
    );
    expect(lives('2023-02-04', planned, putOff)).toEqual(['visit postponed 2023-02-05..2023-02-06']);
  });

  test('a report of a postponement does not tell that the trip was made', () => {
    const planned = report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' });
    const putOff = report('2023-02-03', 'A', { ...visit, days: '..2023-02-03' }, PUT_OFF);
    const after = report('2023-02-06', 'B', { ...visit, days: '..2023-02-06' });
    expect(lives('2023-02-07', planned, putOff, after)).toEqual(['visit postponed 2023-02-05..2023-02-06']);
  });

  test('a plan whose days have passed awaits its report, and is never taken as held', () => {
    const planned = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    expect(lives('2023-06-19', planned)).toEqual(['visit planned 2023-06-18..2023-06-19']);
    expect(lives('2023-06-25', planned)).toEqual(['visit awaiting-report 2023-06-18..2023-06-19']);
  });

  test('a plan without a day is no plan for ever', () => {
    const planned = report('2023-06-14', 'A', { ...JUNE, status: 'planned', days: '2023-06-14..' });
    const again = report('2023-08-01', 'B', { ...JUNE, status: 'planned', days: '2023-08-01..' });
    const state = (asOf: string) => findEncounters([planned, again], asOf).map((one) => one.state);
    expect(state('2023-12-01')).toEqual(['planned']);
    expect(state('2024-02-01')).toEqual(['awaiting-report']);
  });

  test('a mention without a day, before the first day, does not make a planned visit held', () => {
    const planned = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    const mention = report('2023-06-16', 'B', { ...visit, days: '..2023-06-16' });
    expect(lives('2023-06-16', planned, mention)).toEqual(['visit planned 2023-06-18..2023-06-19']);
  });

  test('a meeting recalled without a day does not settle a plan without days', () => {
    const may = report(
      '2023-10-18',
      'A',
      { ...summit, status: 'possible', days: '2023-01-01..2023-12-31' },
      { ...summit, days: '..2023-10-18' },
    );
    const again = report('2023-10-25', 'B', { ...summit, days: '..2023-10-25' });
    expect(lives('2023-10-25', may, again)).toEqual([
      'meeting possible 2023-01-01..2023-12-31',
      'meeting held ..2023-10-18',
    ]);
  });

  test('what was planned for a month and is told as held in it was not held later', () => {
    const planned = report('2023-11-01', 'A', {
      ...summit,
      status: 'planned',
      days: '2023-11-01..2023-11-30',
    });
    const told = report('2023-11-16', 'B', { ...summit, days: '..2023-11-16' });
    expect(lives('2023-12-10', planned, told)).toEqual(['meeting held 2023-11-01..2023-11-16']);
  });

  test('a report without a day settles a plan whose days have come', () => {
    const planned = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    const told = report('2023-06-21', 'B', { ...visit, days: '..2023-06-21' });
    expect(lives('2023-06-21', planned, told)).toEqual(['visit held 2023-06-18..2023-06-19']);
  });

  test('a visit told on its first day is under way, and over when its days are', () => {
    const told = report('2023-06-18', 'A', JUNE);
    expect(lives('2023-06-18', told)).toEqual(['visit under-way 2023-06-18..2023-06-19']);
    expect(lives('2023-06-20', told)).toEqual(['visit held 2023-06-18..2023-06-19']);
  });

  test('talks that were under way when one side left are broken off', () => {
    const talks = { mode: 'talks', who: ['USA', 'CHN'], days: '2023-06-18..2023-06-21' } as const;
    const begun = report('2023-06-18', 'A', talks);
    const left = report('2023-06-19', 'A', {
      type: 'REJECT',
      mode: 'suspend',
      who: ['CHN'],
      towards: ['USA'],
      days: '..2023-06-19',
    });
    expect(lives('2023-06-22', begun, left)).toEqual(['talks broken-off 2023-06-18..2023-06-21']);
  });

  test('talks told as broken off are so, whether or not their beginning was told', () => {
    const left = report('2023-06-19', 'A', {
      type: 'REJECT',
      mode: 'break-off',
      who: ['CHN'],
      towards: ['USA'],
      days: '2023-06-19',
    });
    expect(lives('2023-06-22', left)).toEqual(['talks broken-off 2023-06-19..2023-06-19']);
  });

  test('who is ready to meet makes talks possible', () => {
    const ready = report('2023-06-19', 'A', {
      type: 'AGREE',
      mode: 'meet',
      who: ['USA', 'CHN'],
      days: '..2023-06-19',
    });
    expect(findEncounters([ready], '2023-06-22').map(changes)).toEqual([['possible 2023-06-19']]);
  });

  test('a meeting asked for and turned down is refused; the day of the refusal is not its day', () => {
    const sought = report('2023-05-25', 'A', {
      mode: 'meet',
      who: ['Lloyd Austin', 'Li Shangfu'],
      status: 'wanted',
      days: '2023-05-25..',
    });
    const refused = report('2023-05-30', 'A', {
      type: 'REJECT',
      mode: 'meet',
      who: ['CHN'],
      towards: ['Lloyd Austin'],
      days: '..2023-05-30',
    });
    expect(lives('2023-05-30', sought, refused)).toEqual(['meeting refused 2023-05-25..']);
    expect(lives('2023-05-30', refused)).toEqual(['encounter refused ..']);
  });

  test('the day on which a visit was put off is not its day', () => {
    const planned = report('2023-02-01', 'A', { ...visit, status: 'planned', days: '2023-02-01..' });
    const putOff = report('2023-02-04', 'A', { ...PUT_OFF, days: '2023-02-03' });
    expect(lives('2023-02-04', planned, putOff)).toEqual(['visit postponed 2023-02-01..']);
  });

  test('what was called off stays called off when its days come', () => {
    const planned = report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' });
    const dropped = report('2023-02-02', 'A', {
      ...visit,
      status: 'planned',
      negative: true,
      days: '2023-02-02..',
    });
    expect(lives('2023-03-01', planned, dropped)).toEqual(['visit called-off 2023-02-05..2023-02-06']);
  });

  test('talks suspended and taken up again are planned, then held', () => {
    const told = [
      report('2024-07-18', 'A', {
        type: 'REJECT',
        mode: 'suspend',
        who: ['CHN'],
        towards: ['USA'],
        days: '..2024-07-18',
      }),
      report('2024-08-20', 'A', { type: 'AGREE', mode: 'resume', who: ['USA', 'CHN'], days: '..2024-08-20' }),
    ];
    expect(findEncounters(told, '2024-09-01').map(changes)).toEqual([
      ['suspended 2024-07-18', 'planned 2024-08-20'],
    ]);
    expect(lives('2024-09-01', told[1]!)).toEqual([]);
  });

  test('what did not happen is no encounter, nor is a meeting within one country', () => {
    expect(lives('2023-06-20', report('2023-06-20', 'A', { ...JUNE, negative: true }))).toEqual([]);
    const within = { mode: 'meet', who: ['Joe Biden', 'Antony Blinken'], days: '2023-06-20' };
    expect(lives('2023-06-20', report('2023-06-20', 'A', within))).toEqual([]);
  });
});
