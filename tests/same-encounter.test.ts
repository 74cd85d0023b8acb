import { describe, expect, test } from 'vitest';
import { findEncounters } from '../src/relations/encounters.ts';
import { report } from './claims-builder.ts';
import { call, FEBRUARY, JUNE, lives, PUT_OFF, summit, visit } from './visits.ts';

describe('one encounter or two', () => {
  test('two calls a month apart are two', () => {
    const told = [
      report('2023-05-15', 'A', { ...call, days: '2023-05-14' }),
      report('2023-06-15', 'A', { ...call, days: '2023-06-14' }),
    ];
    expect(lives('2023-06-15', ...told)).toEqual([
      'call held 2023-05-14..2023-05-14',
      'call held 2023-06-14..2023-06-14',
    ]);
  });

  test('a call has two local days: two papers may print either, one paper tells of two calls', () => {
    const first = report('2023-06-14', 'A', { ...call, days: '2023-06-13' });
    expect(
      lives('2023-06-15', first, report('2023-06-15', 'B', { ...call, days: '2023-06-14' })),
    ).toHaveLength(1);
    expect(
      lives('2023-06-15', first, report('2023-06-15', 'A', { ...call, days: '2023-06-14' })),
    ).toHaveLength(2);
  });

  test('meetings held on different days are never one', () => {
    const meeting = { mode: 'meet', who: ['Antony Blinken', 'Wang Yi'] } as const;
    const told = [
      report('2023-07-14', 'A', { ...meeting, days: '2023-07-13' }),
      report('2023-07-15', 'B', { ...meeting, days: '2023-07-14' }),
    ];
    expect(lives('2023-07-15', ...told)).toHaveLength(2);
  });

  test('a meeting planned with a state does not swallow the possible meeting with its leader', () => {
    const told = report(
      '2023-06-16',
      'A',
      { ...JUNE, mode: 'meet', status: 'planned' },
      { mode: 'meet', who: ['Antony Blinken'], towards: ['Xi Jinping'], status: 'possible', days: JUNE.days },
    );
    expect(lives('2023-06-16', told)).toEqual([
      'meeting planned 2023-06-18..2023-06-19',
      'meeting possible 2023-06-18..2023-06-19',
    ]);
  });

  test('talks told without a day, on the day for which the meeting was planned, are that meeting', () => {
    const meeting = { who: ['Antony Blinken', 'Wang Yi'] } as const;
    const planned = report('2023-06-12', 'A', {
      ...meeting,
      mode: 'meet',
      status: 'planned',
      days: '2023-06-18',
    });
    const talked = (on: string) => report(on, 'B', { ...meeting, mode: 'talks', days: `..${on}` });
    expect(lives('2023-06-18', planned, talked('2023-06-18'))).toEqual([
      'meeting held 2023-06-18..2023-06-18',
    ]);
    expect(lives('2023-06-22', planned, talked('2023-06-22'))).toHaveLength(2);
  });

  test('a plan without a day is what another report of that day or the next tells as done', () => {
    const meeting = { who: ['Antony Blinken', 'Wang Yi'], mode: 'meet' } as const;
    const planned = report('2023-06-12', 'A', { ...meeting, status: 'planned', days: '2023-06-12..' });
    const met = (on: string) => report(on, 'B', { ...meeting, days: `..${on}` });
    expect(lives('2023-06-13', planned, met('2023-06-13'))).toHaveLength(1);
    expect(lives('2023-06-20', planned, met('2023-06-20'))).toHaveLength(2);
  });

  test('the same two people meet once, whoever of a third side is named', () => {
    const meeting = (guest: string) => ({ mode: 'meet', who: ['Antony Blinken', 'Wang Yi', guest] });
    const told = [
      report('2023-06-12', 'A', { ...meeting('IND'), status: 'planned', days: '2023-06-18' }),
      report('2023-06-18', 'B', { ...meeting('Narendra Modi'), days: '..2023-06-18' }),
    ];
    expect(lives('2023-06-18', ...told)).toEqual(['meeting held 2023-06-18..2023-06-18']);
  });

  test('lawmakers are not the president', () => {
    const met = (guest: string) => ({ mode: 'meet', who: ['Xi Jinping', guest], days: '2023-10-09' });
    const told = [
      report('2023-10-09', 'A', met('American lawmakers')),
      report('2023-10-10', 'B', met('Joe Biden')),
    ];
    expect(lives('2023-10-10', ...told)).toHaveLength(2);
    const officials = [
      report('2023-10-09', 'A', met('American officials')),
      report('2023-10-10', 'B', met('Joe Biden')),
    ];
    expect(lives('2023-10-10', ...officials)).toHaveLength(1);
  });

  test('the same day told with and without names is one, unless two meetings would fit', () => {
    const states = { mode: 'talks', who: ['USA', 'CHN'], days: '2023-06-18' } as const;
    const qin = { mode: 'meet', who: ['Antony Blinken', 'Qin Gang'], days: '2023-06-18' } as const;
    const li = { mode: 'meet', who: ['Lloyd Austin', 'Li Shangfu'], days: '2023-06-18' } as const;
    expect(
      lives('2023-06-19', report('2023-06-18', 'A', qin), report('2023-06-19', 'B', states)),
    ).toHaveLength(1);
    expect(
      lives('2023-06-19', report('2023-06-18', 'A', qin, li), report('2023-06-19', 'B', states)),
    ).toHaveLength(3);
  });

  test('talks told without names do not make the planned meeting of two ministers held', () => {
    const plan = {
      mode: 'meet',
      who: ['Antony Blinken', 'Qin Gang'],
      status: 'planned',
      days: '2023-06-18',
    } as const;
    const talks = { mode: 'talks', who: ['USA', 'CHN'], days: '2023-06-18' } as const;
    expect(lives('2023-06-18', report('2023-06-16', 'A', plan), report('2023-06-18', 'B', talks))).toEqual([
      'meeting planned 2023-06-18..2023-06-18',
      'talks held 2023-06-18..2023-06-18',
    ]);
  });

  test('the next call, announced on the day of the last, is another', () => {
    const told = report(
      '2023-06-13',
      'A',
      { ...call, days: '2023-06-13' },
      { ...call, status: 'planned', days: '2023-06-13..' },
    );
    expect(lives('2023-06-13', told)).toEqual([
      'call held 2023-06-13..2023-06-13',
      'call planned 2023-06-13..',
    ]);
  });

  test('that two will speak is not the meeting they plan, where no day is told', () => {
    const told = [
      report('2023-10-01', 'A', { ...summit, status: 'planned', days: '2023-10-01..' }),
      report('2023-11-20', 'A', { ...summit, mode: 'talks', status: 'planned', days: '2023-11-20..' }),
    ];
    expect(lives('2023-11-20', ...told)).toHaveLength(2);
  });

  test('a visit put off is the visit, not the talks planned on it', () => {
    const plan = { ...FEBRUARY, status: 'planned' } as const;
    const planned = report('2023-02-01', 'A', plan, { ...plan, mode: 'talks' });
    expect(lives('2023-02-03', planned, report('2023-02-03', 'A', PUT_OFF))).toEqual([
      'visit postponed 2023-02-05..2023-02-06',
      'talks planned 2023-02-05..2023-02-06',
    ]);
  });

  test('a meeting dropped by a state is the one with the person named, not another', () => {
    const meeting = (guest: string, host: string) =>
      ({ mode: 'meet', who: [guest, host], status: 'planned', days: '2024-05-24..' }) as const;
    const planned = report(
      '2024-05-24',
      'A',
      meeting('Lloyd Austin', 'Li Shangfu'),
      meeting('Antony Blinken', 'Wang Yi'),
    );
    const dropped = { type: 'REJECT', mode: 'call-off', who: ['CHN'], days: '..2024-05-30' } as const;
    expect(
      lives('2024-05-30', planned, report('2024-05-30', 'A', { ...dropped, towards: ['Lloyd Austin'] })),
    ).toEqual(['meeting called-off 2024-05-24..', 'meeting planned 2024-05-24..']);
    expect(lives('2024-05-30', planned, report('2024-05-30', 'A', { ...dropped, towards: ['USA'] }))).toEqual(
      ['meeting planned 2024-05-24..', 'meeting planned 2024-05-24..', 'encounter called-off ..'],
    );
  });

  test('talks between states that one suspends are not the meeting planned by two ministers', () => {
    const planned = report('2024-05-24', 'A', {
      mode: 'meet',
      who: ['Lloyd Austin', 'Li Shangfu'],
      status: 'planned',
      days: '2024-05-24..',
    });
    const cut = report('2024-06-01', 'A', {
      type: 'REJECT',
      mode: 'suspend',
      who: ['CHN'],
      towards: ['USA'],
      days: '..2024-06-01',
    });
    expect(lives('2024-06-01', planned, cut)).toEqual(['meeting planned 2024-05-24..', 'talks suspended ..']);
  });

  test('talks of two states without a day stay apart from those of another report', () => {
    const talks = { mode: 'talks', who: ['USA', 'CHN'], status: 'planned' } as const;
    const told = [
      report('2023-06-01', 'A', { ...talks, days: '2023-06-01..' }),
      report('2023-06-08', 'A', { ...talks, days: '2023-06-08..' }),
    ];
    expect(lives('2023-06-08', ...told)).toHaveLength(2);
  });

  test('"they met this year" is not taken for one meeting of the year', () => {
    const meeting = { mode: 'meet', who: ['Antony Blinken', 'Wang Yi'] } as const;
    const told = report(
      '2023-09-18',
      'A',
      { ...meeting, days: '2023-07-13' },
      { ...meeting, days: '2023-01-01..2023-12-31' },
    );
    expect(lives('2023-09-18', told)).toHaveLength(2);
  });

  test('a first visit in years is another visit, on its own days', () => {
    const told = report('2023-06-20', 'A', JUNE, { ...visit, days: '2018-10-08' });
    expect(lives('2023-06-20', told)).toEqual([
      'visit held 2023-06-18..2023-06-19',
      'visit held 2018-10-08..2018-10-08',
    ]);
  });

  test('the arrival and the departure tell of one visit', () => {
    const told = [
      report('2023-06-18', 'A', { ...visit, days: '2023-06-18' }),
      report('2023-06-19', 'B', { ...visit, days: '2023-06-19' }),
    ];
    expect(lives('2023-06-20', ...told)).toEqual(['visit held 2023-06-18..2023-06-19']);
  });

  test('a call and the talks held in it that day are one call', () => {
    const told = report(
      '2023-06-14',
      'A',
      { ...call, days: '2023-06-13' },
      { ...call, mode: 'talks', days: '2023-06-13' },
    );
    expect(lives('2023-06-14', told)).toEqual(['call held 2023-06-13..2023-06-13']);
  });
});

describe('a trip and the meetings on it', () => {
  test('a meeting on a visit is part of it, and another person makes another meeting', () => {
    const meetings = ['Qin Gang', 'Xi Jinping'].map((host) => ({
      mode: 'meet',
      who: ['Antony Blinken'],
      towards: [host],
      days: '2023-06-19',
    }));
    const [trip, ...parts] = findEncounters([report('2023-06-20', 'A', JUNE, ...meetings)], '2023-06-20');
    expect(parts.map(({ partOf }) => partOf)).toEqual([trip!.id, trip!.id]);
    expect(trip!.partOf).toBeUndefined();
  });

  test('a meeting of others in those days is no part of it', () => {
    const other = { mode: 'meet', who: ['Janet Yellen', 'Wang Yi'], days: '2023-06-19' };
    const longer = { mode: 'talks', who: ['Antony Blinken', 'Wang Yi'], days: '2023-06-12..2023-06-19' };
    const [, ...meetings] = findEncounters([report('2023-06-20', 'A', JUNE, other, longer)], '2023-06-20');
    expect(meetings.map(({ partOf }) => partOf)).toEqual([undefined, undefined]);
  });

  test('what the two did on the days of a visit put off is no part of it', () => {
    const planned = report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' });
    const putOff = report('2023-02-03', 'A', PUT_OFF);
    const met = report('2023-02-06', 'A', {
      mode: 'meet',
      who: ['Antony Blinken', 'Wang Yi'],
      days: '2023-02-05',
    });
    const [, meeting] = findEncounters([planned, putOff, met], '2023-02-06');
    expect(meeting).toMatchObject({ kind: 'meeting', state: 'held' });
    expect(meeting!.partOf).toBeUndefined();
  });

  test('the guest and the host of a visit are its participants, whoever received', () => {
    const received = { ...visit, towards: ['Xi Jinping'], days: '2023-06-19' };
    const [trip] = findEncounters([report('2023-06-20', 'A', JUNE, received)], '2023-06-20');
    expect(trip!.participants.map(({ name }) => name)).toEqual(['CHN', 'Xi Jinping', 'Antony Blinken']);
  });
});
