import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../src/identity.ts';
import type { Dyad } from '../src/relations/dyad.ts';
import { relateOne } from '../src/relations/picture.ts';
import { report } from './claims-builder.ts';
import { FEBRUARY, guide, JUNE, picture } from './visits.ts';

describe('issues', () => {
  test('hold what each side demands, refuses or maintains; a side that said nothing is not listed', () => {
    const told = report(
      '2023-06-16',
      'A',
      { type: 'REQUEST', who: ['CHN'], towards: ['USA'], issues: ['taiwan'] },
      { type: null, kind: 'position', who: ['CHN'], towards: ['TWN'], issues: ['taiwan'] },
      { mode: 'talks', who: ['USA', 'CHN'], issues: ['trade'], days: '2023-06-15' },
    );
    const [request, view, talks] = told.claims.map(({ id }) => id);
    expect(picture('2023-06-16', told).issues).toEqual([
      {
        id: 'taiwan',
        label: 'Taiwan',
        positions: [
          { side: 'CHN', claim: request },
          { side: 'CHN', claim: view },
        ],
        claims: [request, view],
      },
      { id: 'trade', label: 'Trade', positions: [], claims: [talks] },
    ]);
  });

  test('a view on what the two do not have between them stays out', () => {
    const told = report('2023-06-16', 'A', JUNE, {
      type: null,
      kind: 'position',
      who: ['CHN'],
      towards: ['IND'],
      issues: ['border'],
    });
    expect(picture('2023-06-16', told).issues).toEqual([]);
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

  test('a meeting counts once for both sides, a visit that was put off for none', () => {
    const meeting = { mode: 'meet', who: ['Joe Biden', 'Xi Jinping'], days: '2023-11-15' } as const;
    const told = [
      report('2023-02-01', 'A', { ...FEBRUARY, status: 'planned' }),
      report(
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
      ),
      report('2023-11-15', 'A', meeting),
      report('2023-11-20', 'B', { ...meeting, days: '..2023-11-20' }),
    ];
    expect(picture('2023-12-01', ...told).series.map(({ byType, byQuad }) => ({ byType, byQuad }))).toEqual([
      { byType: { CONSULT: 1 }, byQuad: { 1: 1 } },
      { byType: { CONSULT: 1, REJECT: 1 }, byQuad: { 1: 1, 3: 1 } },
    ]);
  });

  test('what goes on, is planned or did not happen moves nothing', () => {
    const sanction = { type: 'SANCTION', who: ['USA'], towards: ['CHN'] } as const;
    const told = report(
      '2023-06-01',
      'A',
      { ...sanction, status: 'ongoing' },
      { ...sanction, status: 'planned' },
      { ...sanction, negative: true },
    );
    expect(picture('2023-06-01', told).series.map(({ byType }) => byType)).toEqual([{}, {}]);
  });

  test('one event told by five papers counts once', () => {
    const papers = ['A', 'B', 'C', 'D', 'E'].map((paper) =>
      report('2023-05-21', paper, { type: 'COERCE', who: ['CHN'], towards: ['USA'], days: '2023-05-21' }),
    );
    expect(picture('2023-05-21', ...papers).series[0].byType).toEqual({ COERCE: 1 });
    expect(picture('2023-05-21', ...papers).series[1].byType).toEqual({});
  });
});

describe('the picture', () => {
  test('counts who says so: either side, third parties, and the reports themselves', () => {
    const accuse = { type: 'ACCUSE', who: ['CHN'], towards: ['USA'] } as const;
    const told = report(
      '2023-06-16',
      'A',
      { ...accuse, says: 'Qin Gang' },
      { ...accuse, says: 'Antony Blinken' },
      { ...accuse, says: 'IND' },
      accuse,
    );
    const dyad = picture('2023-06-16', told);
    expect(dyad.sides).toEqual(['CHN', 'USA']);
    const counts = Object.entries(dyad.voices).map(([name, claims]) => [name, claims.length]);
    expect(Object.fromEntries(counts)).toEqual({ sideA: 1, sideB: 1, thirdParties: 1, narrators: 1 });
  });

  test('leaves out what the two have no part in together', () => {
    const told = report('2023-06-16', 'A', { mode: 'meet', who: ['USA', 'IND'], days: '2023-06-15' });
    expect(picture('2023-06-16', told)).toMatchObject({ reports: 0, claims: [], encounters: [] });
  });

  test('lists how the relationship moves, latest first', () => {
    const worse = { type: null, kind: 'assessment', who: ['USA', 'CHN'] } as const;
    const told = [report('2023-06-16', 'A', worse), report('2023-07-16', 'A', worse)];
    expect(picture('2023-08-01', ...told).assessments).toEqual([
      told[1]!.claims[0]!.id,
      told[0]!.claims[0]!.id,
    ]);
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
    mode: fc.constantFrom('visit', 'meet', 'phone', 'talks', 'postpone', 'call-off', 'suspend', 'resume'),
    who: fc.uniqueArray(people, { minLength: 1, maxLength: 2 }),
    towards: fc.uniqueArray(people, { maxLength: 2 }),
    status: fc.constantFrom(
      'happened',
      'ongoing',
      'planned',
      'possible',
      'wanted',
      'expected',
      'conditional',
    ),
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

  test('a report withdrawn leaves the picture as if it had never come', () => {
    fc.assert(
      fc.property(story, fc.nat(), (coded, at) => {
        fc.pre(coded.length > 0);
        const without = coded.filter((_, index) => index !== at % coded.length);
        const ids = new Set(coded[at % coded.length]!.claims.map(({ id }) => id));
        const known = new Set(without.flatMap(({ claims }) => claims.map(({ id }) => id)));
        const text = canonicalJson(picture('2023-06-30', ...without));
        for (const id of ids) if (!known.has(id)) expect(text.includes(id)).toBe(false);
      }),
    );
  });

  test('as days pass, reports and claims are added and none is lost', () => {
    fc.assert(
      fc.property(story, day, day, (coded, one, other) => {
        const [early, late] = [one, other].sort().map((asOf) => picture(asOf, ...coded)) as [Dyad, Dyad];
        expect(early.reports).toBeLessThanOrEqual(late.reports);
        const claims = new Set(late.claims);
        for (const claim of early.claims) expect(claims.has(claim)).toBe(true);
      }),
    );
  });

  test('an encounter is told by each claim once, and its changes by its own claims in order', () => {
    fc.assert(
      fc.property(story, (coded) => {
        const distinct = [...new Map(coded.map((one) => [one.report.id, one])).values()];
        const { encounters } = picture('2023-06-30', ...distinct);
        const told = encounters.flatMap(({ claims }) => claims);
        expect(new Set(told).size).toBe(told.length);
        for (const { id, claims, changes, partOf } of encounters) {
          expect(id).toBe(claims[0]);
          const places = changes.map((change) => claims.indexOf(change.claim));
          expect(places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!))).toBe(true);
          if (partOf !== undefined)
            expect(encounters.some((trip) => trip.id === partOf && trip.id !== id)).toBe(true);
        }
      }),
    );
  });

  test('two days on which the same people met are never one meeting', () => {
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 2, maxLength: 6 }), (days) => {
        const met = days.map((on) =>
          report(on, `Paper of ${on}`, { mode: 'meet', who: ['Antony Blinken', 'Wang Yi'], days: on }),
        );
        expect(picture('2023-06-30', ...met).encounters).toHaveLength(days.length);
      }),
    );
  });

  test('one report by itself, of two sides only, gives what a picture of it alone gives', () => {
    fc.assert(
      fc.property(story, (coded) => {
        for (const one of coded) {
          const both = {
            ...one,
            claims: one.claims.filter((claim) => {
              const sides = new Set([...claim.actors, ...claim.recipients].map(({ country }) => country));
              return sides.has('USA') && sides.has('CHN');
            }),
          };
          const { encounters, channels, expectations } = relateOne(both, guide);
          expect(picture(one.report.publishedOn, both)).toMatchObject({ encounters, channels, expectations });
        }
      }),
    );
  });
});
