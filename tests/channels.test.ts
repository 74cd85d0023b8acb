import { describe, expect, test } from 'vitest';
import type { CodedReport } from '../src/relations/coded.ts';
import type { Dyad } from '../src/relations/dyad.ts';
import { drawDyad } from '../src/relations/picture.ts';
import { report } from './claims-builder.ts';
import { FEBRUARY, guide, JUNE, picture } from './visits.ts';

describe('channels', () => {
  const level = (dyad: Dyad, name: string) => dyad.channels.find((channel) => channel.level === name);
  const refused = {
    type: 'REJECT',
    who: ['CHN'],
    towards: ['USA'],
    issues: ['military-communication'],
    days: '..2023-06-01',
  } as const;
  const sought = {
    type: 'REQUEST',
    who: ['USA'],
    towards: ['CHN'],
    issues: ['military-communication'],
    days: '..2023-06-01',
  } as const;

  test('one side seeks what the other refuses, until it is used', () => {
    const before = [report('2023-06-01', 'A', refused, sought)];
    expect(level(picture('2023-06-01', ...before), 'military')).toMatchObject({
      state: 'restricted',
      soughtBy: ['USA'],
      refusedBy: ['CHN'],
    });
    const used = report('2023-12-21', 'B', {
      mode: 'phone',
      who: ['USA', 'CHN'],
      issues: ['military-communication'],
      days: '2023-12-21',
    });
    expect(level(picture('2023-12-21', ...before, used), 'military')).toMatchObject({
      state: 'open',
      soughtBy: [],
      refusedBy: [],
      lastUsedOn: '2023-12-21',
    });
  });

  test('a meeting that may come leaves the line unknown, not closed', () => {
    const may = report('2023-06-16', 'A', {
      mode: 'meet',
      who: ['Joe Biden', 'Xi Jinping'],
      status: 'possible',
      days: '2023-01-01..2023-12-31',
    });
    expect(level(picture('2023-06-16', may), 'leaders')).toMatchObject({
      state: 'unknown',
      lastUsedOn: null,
    });
  });

  test('suspended talks stay suspended until they are used', () => {
    const cut = report('2022-08-05', 'A', {
      type: 'REJECT',
      mode: 'suspend',
      who: ['CHN'],
      towards: ['USA'],
      issues: ['military-communication'],
    });
    expect(level(picture('2022-09-01', cut), 'military')).toMatchObject({
      state: 'suspended',
      refusedBy: ['CHN'],
    });
  });
});

describe('the level of a channel', () => {
  const levels = (...told: Parameters<typeof report>[2][]) =>
    picture('2023-06-30', report('2023-06-30', 'A', ...told)).channels.map((channel) => channel.level);
  const meet = (...who: string[]) => ({ mode: 'meet', who, days: '2023-06-19' });

  test('follows the offices that the parties held that day', () => {
    expect(levels(meet('Joe Biden', 'Xi Jinping'))).toEqual(['leaders']);
    expect(levels(meet('Antony Blinken', 'Xi Jinping'))).toEqual(['foreign-ministers']);
    expect(levels(meet('Antony Blinken', 'CHN'))).toEqual(['foreign-ministers']);
    expect(levels(meet('Lloyd Austin', 'Li Shangfu'))).toEqual(['defence-ministers']);
    expect(levels(meet('Janet Yellen', 'CHN'))).toEqual(['economic']);
    expect(levels(meet('American officials', 'Chinese officials'))).toEqual(['working-level']);
  });

  test('is none where only the states are named, or many sit at one table', () => {
    expect(levels(meet('USA', 'CHN'))).toEqual([]);
    expect(levels({ ...meet('Joe Biden', 'Xi Jinping', 'IND'), mode: 'multilateral' })).toEqual([]);
  });

  test('does not take the minister of a third country for one of the two', () => {
    const said = report('2023-06-30', 'A', meet('Antony Blinken', 'CHN', 'IND'));
    expect(drawDyad([said], ['CHN', 'IND'], '2023-06-30', guide).channels).toEqual([]);
  });
});

describe('the state of a channel', () => {
  const line = (asOf: string, ...coded: CodedReport[]) => picture(asOf, ...coded).channels[0];
  const ministers = { mode: 'meet', who: ['Lloyd Austin', 'Li Shangfu'] } as const;
  const refused = {
    type: 'REJECT',
    mode: 'meet',
    who: ['CHN'],
    towards: ['Lloyd Austin'],
    days: '..2023-05-30',
  } as const;

  test('an old meeting recalled beside a refusal does not open the line again', () => {
    const told = report('2023-05-30', 'A', refused, { ...ministers, days: '2022-11-22' });
    expect(line('2023-05-30', told)).toMatchObject({
      state: 'restricted',
      refusedBy: ['CHN'],
      lastUsedOn: '2022-11-22',
    });
  });

  test('talks cancelled without a word on whose doing it was are refused by nobody', () => {
    const told = report('2023-05-30', 'A', { ...refused, who: ['CHN', 'USA'], towards: ['Lloyd Austin'] });
    expect(line('2023-05-30', told)).toMatchObject({ state: 'restricted', refusedBy: [] });
  });

  test('a visit that was put off is no use of the line', () => {
    const planned = report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' });
    const putOff = report(
      '2023-02-03',
      'A',
      { ...FEBRUARY, days: '..2023-02-03' },
      {
        type: 'REJECT',
        mode: 'postpone',
        who: ['Antony Blinken'],
        towards: ['CHN'],
        days: '..2023-02-03',
      },
    );
    expect(line('2023-02-03', planned, putOff)).toMatchObject({ state: 'unknown', lastUsedOn: null });
  });

  test('a meeting that one side says it wants is sought by that side', () => {
    const told = report('2023-05-20', 'A', {
      ...ministers,
      status: 'wanted',
      days: '2023-05-20..',
      says: 'Lloyd Austin',
    });
    expect(line('2023-05-20', told)).toMatchObject({ state: 'unknown', soughtBy: ['USA'], refusedBy: [] });
  });

  test('the last use of a visit is its last day', () => {
    expect(line('2023-06-30', report('2023-06-20', 'A', JUNE))).toMatchObject({
      state: 'open',
      lastUsedOn: '2023-06-19',
    });
    expect(line('2023-06-18', report('2023-06-18', 'A', JUNE))).toMatchObject({ lastUsedOn: '2023-06-18' });
  });

  test('a suspended line that both agree to restore is open, not yet used', () => {
    const about = { who: ['CHN'], towards: ['USA'], issues: ['military-communication'] } as const;
    const cut = report('2022-08-05', 'A', {
      ...about,
      type: 'REJECT',
      mode: 'suspend',
      days: '..2022-08-05',
    });
    const again = report('2022-09-05', 'A', { ...about, type: 'REJECT', days: '..2022-09-05' });
    const restored = report('2023-11-16', 'B', {
      ...about,
      type: 'AGREE',
      mode: 'resume',
      days: '..2023-11-16',
    });
    expect(line('2022-10-01', cut, again)).toMatchObject({ state: 'suspended' });
    expect(line('2023-11-16', cut, again, restored)).toMatchObject({
      state: 'open',
      refusedBy: [],
      lastUsedOn: null,
    });
  });
});
