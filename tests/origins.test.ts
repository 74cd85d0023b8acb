import { expect, test } from 'vitest';
import type { CodedReport } from '../src/relations/coded.ts';
import { report } from './claims-builder.ts';
import { picture } from './visits.ts';

const met = { mode: 'meet', who: ['Antony Blinken', 'Wang Yi'], days: '2023-02-18' };
const wire = report('2023-02-18', 'Harbor Wire', met);

function copyOf(first: CodedReport, publisher: string): CodedReport {
  const { report: of, claims } = report('2023-02-19', publisher, met);
  return { report: { ...of, copyOf: { id: first.report.id, publisher: first.report.publisher! } }, claims };
}

function originsOf(...told: CodedReport[]): readonly string[] {
  const { encounters } = picture('2023-03-01', ...told);
  expect(encounters).toHaveLength(1);
  return encounters[0]!.origins;
}

test('two papers with words of their own are two origins', () => {
  expect(originsOf(wire, report('2023-02-19', 'Thames Ledger', met))).toEqual([
    'Harbor Wire',
    'Thames Ledger',
  ]);
});

test('a paper that prints the report of an agency adds none, and is counted as a copy', () => {
  const copies = ['Thames Ledger', 'Nikko Telegraph'].map((paper) => copyOf(wire, paper));
  expect(originsOf(wire, ...copies)).toEqual(['Harbor Wire']);
  expect(picture('2023-03-01', wire, ...copies)).toMatchObject({ reports: 3, publishers: 3, copies: 2 });
});

test('the word of one government is one origin in whatever paper', () => {
  const quoting = ['Harbor Wire', 'Thames Ledger'].map((paper) =>
    report('2023-02-19', paper, { ...met, says: 'Antony Blinken' }),
  );
  expect(originsOf(...quoting)).toEqual(['government of USA']);
});
