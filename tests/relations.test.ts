import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../src/identity.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import type { CodedReport } from '../src/relations/coded.ts';
import type { Dyad } from '../src/relations/dyad.ts';
import { drawDyad, relateOne } from '../src/relations/picture.ts';
import { report } from './claims-builder.ts';

const { guide } = loadKnowledge();

function picture(asOf: string, ...coded: readonly CodedReport[]): Dyad {
  return drawDyad(coded, ['USA', 'CHN'], asOf, guide);
}

/** `visit held 2023-06-18..2023-06-19` for each encounter. */
function lives({ encounters }: Dyad): string[] {
  return encounters.map(
    ({ kind, state, when }) => `${kind} ${state} ${when.beginMin ?? ''}..${when.endMax ?? ''}`,
  );
}

const FEBRUARY = {
  mode: 'visit',
  who: ['Antony Blinken'],
  towards: ['CHN'],
  days: '2023-02-05..2023-02-06',
} as const;
const JUNE = {
  mode: 'visit',
  who: ['Antony Blinken'],
  towards: ['CHN'],
  days: '2023-06-18..2023-06-19',
} as const;

describe('encounters', () => {
  test('a visit that was announced and took place is one visit, planned and then held', () => {
    const announced = report('2023-06-14', 'A', { ...JUNE, status: 'planned' });
    const told = report('2023-06-20', 'B', JUNE);
    expect(lives(picture('2023-06-15', announced, told))).toEqual(['visit planned 2023-06-18..2023-06-19']);
    const [visit] = picture('2023-06-20', announced, told).encounters;
    expect(visit!.changes.map(({ state, on }) => `${state} ${on}`)).toEqual([
      'planned 2023-06-14',
      'held 2023-06-20',
    ]);
  });

  test('a visit put off is postponed, and the one in June is another', () => {
    const planned = report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' });
    const putOff = report('2023-02-03', 'A', {
      type: 'REJECT',
      mode: 'postpone',
      who: ['Antony Blinken'],
      towards: ['CHN'],
      days: '..2023-02-03',
    });
    const later = report('2023-06-14', 'B', { ...JUNE, status: 'planned' });
    expect(lives(picture('2023-06-14', planned, putOff, later))).toEqual([
      'visit postponed 2023-02-05..2023-02-06',
      'visit planned 2023-06-18..2023-06-19',
    ]);
  });

  test('a plan whose days have passed awaits its report, and is never taken as held', () => {
    expect(lives(picture('2023-06-25', report('2023-06-14', 'A', { ...JUNE, status: 'planned' })))).toEqual([
      'visit awaiting-report 2023-06-18..2023-06-19',
    ]);
  });

  test('a meeting on a visit is part of it, and another person makes another meeting', () => {
    const meetings = ['Qin Gang', 'Xi Jinping'].map((host) => ({
      mode: 'meet',
      who: ['Antony Blinken'],
      towards: [host],
      days: '2023-06-19',
    }));
    const { encounters } = picture('2023-06-20', report('2023-06-20', 'A', JUNE, ...meetings));
    expect(encounters).toHaveLength(3);
    expect(encounters.slice(1).map(({ partOf }) => partOf)).toEqual([encounters[0]!.id, encounters[0]!.id]);
  });

  test('two calls a month apart are two', () => {
    const call = (days: string) => ({ mode: 'phone', who: ['Antony Blinken', 'Qin Gang'], days });
    const told = [
      report('2023-05-15', 'A', call('2023-05-14')),
      report('2023-06-15', 'A', call('2023-06-14')),
    ];
    expect(lives(picture('2023-06-15', ...told))).toEqual([
      'call held 2023-05-14..2023-05-14',
      'call held 2023-06-14..2023-06-14',
    ]);
  });

  test('a call told a day apart by two papers is one', () => {
    const call = (days: string) => ({ mode: 'phone', who: ['Antony Blinken', 'Qin Gang'], days });
    const told = [
      report('2023-06-14', 'A', call('2023-06-13')),
      report('2023-06-15', 'B', call('2023-06-14')),
    ];
    expect(lives(picture('2023-06-15', ...told))).toHaveLength(1);
  });

  test('a meeting that one side refused is refused', () => {
    const refused = {
      type: 'REJECT',
      mode: 'meet',
      who: ['CHN'],
      towards: ['Lloyd Austin'],
      days: '..2023-05-30',
    } as const;
    expect(
      picture('2023-05-30', report('2023-05-30', 'A', refused)).encounters.map(({ state }) => state),
    ).toEqual(['refused']);
  });

  test('what did not happen is no encounter', () => {
    expect(picture('2023-06-20', report('2023-06-20', 'A', { ...JUNE, negative: true })).encounters).toEqual(
      [],
    );
  });
});

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

describe('expectations', () => {
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

describe('series', () => {
  test('a mean is shown only for enough events by enough publishers', () => {
    const accusation = (at: number) => {
      const days = `2023-${String(at + 1).padStart(2, '0')}-10`;
      return report(days, `Paper ${at % 3}`, { type: 'ACCUSE', who: ['CHN'], towards: ['USA'], days });
    };
    const few = picture('2023-12-31', ...Array.from({ length: 9 }, (_, at) => accusation(at)));
    expect(few.series[0]).toMatchObject({ from: 'CHN', to: 'USA', byType: { ACCUSE: 9 }, score: null });
    const enough = picture('2023-12-31', ...Array.from({ length: 10 }, (_, at) => accusation(at)));
    expect(enough.series[0].score).toMatchObject({ n: 10 });
  });

  test('one event told by five papers counts once', () => {
    const papers = ['A', 'B', 'C', 'D', 'E'].map((paper) =>
      report('2023-05-21', paper, { type: 'COERCE', who: ['CHN'], towards: ['USA'], days: '2023-05-21' }),
    );
    expect(picture('2023-05-21', ...papers).series[0].byType).toEqual({ COERCE: 1 });
  });
});

describe('for any reports', () => {
  const people = fc.constantFrom(
    'Antony Blinken',
    'Wang Yi',
    'Qin Gang',
    'Joe Biden',
    'Xi Jinping',
    'USA',
    'CHN',
  );
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2023-06-${String(n).padStart(2, '0')}`);
  const told = fc.record({
    type: fc.constantFrom('CONSULT', 'REJECT', 'REQUEST', 'ACCUSE', 'AGREE'),
    mode: fc.constantFrom('visit', 'meet', 'phone', 'postpone', 'suspend'),
    who: fc.uniqueArray(people, { minLength: 1, maxLength: 2 }),
    towards: fc.uniqueArray(people, { maxLength: 2 }),
    status: fc.constantFrom('happened', 'planned', 'possible', 'wanted', 'expected'),
    negative: fc.boolean(),
    days: fc.tuple(day, fc.constantFrom('', '..')).map(([from, open]) => `${from}${open}`),
    issues: fc.subarray(['taiwan', 'trade', 'military-communication']),
  });
  const story = fc.array(
    fc
      .tuple(day, fc.constantFrom('A', 'B', 'C'), fc.array(told, { minLength: 1, maxLength: 3 }))
      .map(([on, paper, claims]) => report(on, paper, ...(claims as Parameters<typeof report>[2][]))),
    { maxLength: 12 },
  );

  test('the order of the reports does not change a byte of the picture', () => {
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.nat()), (coded, keys) => {
        const distinct = [...new Map(coded.map((one) => [one.report.id, one])).values()];
        const shuffled = distinct
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(canonicalJson(picture('2023-06-30', ...shuffled))).toBe(
          canonicalJson(picture('2023-06-30', ...distinct)),
        );
      }),
    );
  });

  test('a later report changes nothing in the picture of an earlier day', () => {
    fc.assert(
      fc.property(story, day, (coded, asOf) => {
        const known = coded.filter((one) => one.report.publishedOn <= asOf);
        expect(canonicalJson(picture(asOf, ...coded))).toBe(canonicalJson(picture(asOf, ...known)));
      }),
    );
  });

  test('every claim that the picture names stands in a report', () => {
    fc.assert(
      fc.property(story, (coded) => {
        const ids = new Set(coded.flatMap(({ claims }) => claims.map(({ id }) => id)));
        const { encounters, channels, issues, expectations } = picture('2023-06-30', ...coded);
        for (const { id, claims, changes } of encounters) {
          for (const claim of [id, ...claims, ...changes.map((change) => change.claim)])
            expect(ids.has(claim)).toBe(true);
        }
        for (const { claims } of [...channels, ...issues])
          for (const claim of claims) expect(ids.has(claim)).toBe(true);
        for (const { claim, resolvedBy } of expectations) {
          expect(ids.has(claim)).toBe(true);
          if (resolvedBy !== undefined) expect(ids.has(resolvedBy)).toBe(true);
        }
      }),
    );
  });

  test('one report by itself gives the same encounters as a picture of it alone', () => {
    fc.assert(
      fc.property(story, (coded) => {
        for (const one of coded)
          expect(relateOne(one, guide).encounters.length).toBeLessThanOrEqual(one.claims.length);
      }),
    );
  });
});
