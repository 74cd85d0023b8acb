import { expect, test } from 'vitest';
import type { CodedReport } from '../src/relations/coded.ts';
import type { Correction } from '../src/relations/correction.ts';
import { drawDyad } from '../src/relations/picture.ts';
import { report, type Told } from './claims-builder.ts';
import { guide, picture } from './visits.ts';

const WORD = { reason: 'the ministry says so', by: null, recordedAt: '2023-07-01T09:00:00.000Z' };
const seized: Told = {
  type: 'COERCE',
  mode: 'seize',
  who: ['CHN'],
  towards: ['USA'],
  words: 'seized a survey drone',
};
const sanctions: Told = {
  type: 'SANCTION',
  who: ['USA'],
  towards: ['CHN'],
  words: 'imposed sanctions on four makers of chips',
};

/** For each act the number of reports that tell of it. */
function acts(...told: readonly CodedReport[]): number[] {
  return picture('2023-12-31', ...told).acts.map(({ claims }) => claims.length);
}

const idOf = ({ claims }: CodedReport) => claims[0]!.id;

test('reports of one day about one act are one act, and the rule is named', () => {
  const told = ['A', 'B', 'C'].map((paper) => report('2023-05-22', paper, { ...seized, days: '2023-05-21' }));
  const [act, ...others] = picture('2023-05-31', ...told).acts;
  expect(others).toEqual([]);
  expect(act).toMatchObject({
    type: 'COERCE',
    mode: 'seize',
    status: 'happened',
    when: { beginMin: '2023-05-21', endMax: '2023-05-21' },
    origins: ['A', 'B', 'C'],
    differences: [],
  });
  expect(act!.joins.map(({ rule }) => rule)).toEqual(['same-act/days', 'same-act/days']);
  expect(picture('2023-05-31', ...told).series[0].byType).toEqual({ COERCE: 1 });
});

test('what is told again on another day is another act', () => {
  expect(
    acts(
      report('2023-05-22', 'A', { ...seized, days: '2023-05-21' }),
      report('2023-05-29', 'A', { ...seized, days: '2023-05-28' }),
    ),
  ).toEqual([1, 1]);
});

test('the other side doing the same is another act', () => {
  const back = { ...seized, who: ['USA'], towards: ['CHN'] };
  expect(
    acts(report('2023-05-22', 'A', { ...seized, days: '2023-05-21' }, { ...back, days: '2023-05-21' })),
  ).toEqual([1, 1]);
});

test('an act is spoken of without its day for weeks where the words agree', () => {
  const first = report('2023-05-22', 'A', { ...seized, days: '2023-05-21' });
  const later = (words: string) => report('2023-06-10', 'B', { ...seized, words, days: '..2023-06-10' });
  expect(acts(first, later('seizing the drone'))).toEqual([2]);
  expect(acts(first, later('seized a cargo of grain'))).toEqual([1, 1]);
});

test('two towns struck on one day are two acts, a paper that names no town tells of either', () => {
  const struck = (words: string, paper: string): CodedReport =>
    report('2023-05-22', paper, {
      type: 'ASSAULT',
      who: ['CHN'],
      towards: ['USA'],
      days: '2023-05-21',
      words: `struck ${words}`,
    });
  expect(acts(struck('a depot in Duluth', 'A'), struck('a depot in Fresno', 'B'))).toEqual([1, 1]);
  expect(acts(struck('a depot in Duluth', 'A'), struck('a depot', 'B'))).toEqual([2]);
});

test('accusations of one day are one where a word is the same', () => {
  const accused = (words: string, paper: string): CodedReport =>
    report('2023-05-22', paper, {
      type: 'ACCUSE',
      who: ['CHN'],
      towards: ['USA'],
      days: '2023-05-21',
      words,
    });
  expect(acts(accused('accused of dumping steel', 'A'), accused('blamed for cheap steel', 'B'))).toEqual([2]);
  expect(acts(accused('blamed for a flood', 'A'), accused('condemned the boycott', 'B'))).toEqual([1, 1]);
});

test('a threat with "if" and a plan denied did not come about by a later act', () => {
  const strike = { type: 'ASSAULT', who: ['CHN'], towards: ['USA'], words: 'strike the harbour' } as const;
  const done = report('2023-06-02', 'B', { ...strike, days: '2023-06-01' });
  expect(acts(report('2023-05-10', 'A', { ...strike, status: 'conditional' }), done)).toEqual([1, 1]);
  expect(acts(report('2023-05-10', 'A', { ...strike, status: 'planned', negative: true }), done)).toEqual([
    1, 1,
  ]);
});

test('what was announced and then came about is one act, on the day it came about', () => {
  const told = [
    report('2023-05-10', 'A', { ...sanctions, status: 'planned', days: '2023-05-10..' }),
    report('2023-06-02', 'B', { ...sanctions, days: '2023-06-01' }),
  ];
  const [act, ...others] = picture('2023-06-30', ...told).acts;
  expect(others).toEqual([]);
  expect(act).toMatchObject({ status: 'happened', when: { beginMin: '2023-06-01' } });
  expect(act!.joins.map(({ rule }) => rule)).toEqual(['same-act/came-about']);
});

test('reports that differ keep what each says', () => {
  const told = [
    report('2023-05-22', 'A', { ...seized, days: '2023-05-21', figures: { people: 12 } }),
    report('2023-05-22', 'B', { ...seized, days: '2023-05-21', figures: { people: 20 } }),
    report('2023-05-22', 'C', { ...seized, days: '2023-05-21', negative: true }),
  ];
  const [a, b, c] = told.map(idOf);
  expect(picture('2023-06-30', ...told).acts.map(({ differences }) => differences)).toEqual([
    [
      {
        what: 'figure people',
        told: [
          { value: '12', claim: a },
          { value: '20', claim: b },
        ],
      },
      {
        what: 'happened',
        told: [
          { value: 'yes', claim: a },
          { value: 'yes', claim: b },
          { value: 'no', claim: c },
        ],
      },
    ].map(({ what, told: all }) => ({ what, told: expect.arrayContaining(all) })),
  ]);
});

test('an analyst joins two acts and takes one apart', () => {
  const first = report('2023-05-22', 'A', { ...seized, days: '2023-05-21' });
  const retold = report('2023-05-22', 'B', { ...seized, days: '2023-05-21' });
  const another = report('2023-05-29', 'C', { ...seized, days: '2023-05-28' });
  const draw = (...words: Correction[]) =>
    drawDyad([first, retold, another], ['USA', 'CHN'], '2023-06-30', guide, words);
  const same = { action: 'same', claims: [idOf(another), idOf(first)], ...WORD } as const;
  const apart = { action: 'apart', claims: [idOf(first), idOf(retold)], ...WORD } as const;
  expect(draw(same).series[0].byType).toEqual({ COERCE: 1 });
  expect(draw(apart).series[0].byType).toEqual({ COERCE: 3 });
  expect(draw(same, apart).series[0].byType).toEqual({ COERCE: 2 });
});

test('an act that an analyst has said to be an encounter is not counted again', () => {
  const met = report('2023-06-20', 'A', {
    mode: 'meet',
    who: ['Antony Blinken', 'Wang Yi'],
    days: '2023-06-19',
  });
  const agreed = report('2023-06-20', 'B', { type: 'COOPERATE', who: ['USA', 'CHN'], days: '2023-06-19' });
  const same = { action: 'same', claims: [idOf(met), idOf(agreed)], ...WORD } as const;
  const dyad = drawDyad([met, agreed], ['USA', 'CHN'], '2023-06-30', guide, [same]);
  expect(dyad.acts).toMatchObject([{ encounter: idOf(met) }]);
  expect(dyad.series[0].byType).toEqual({ CONSULT: 1 });
});
