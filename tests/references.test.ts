import { describe, expect, test } from 'vitest';
import type { Reference } from '../src/claims/claim.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { findEvents } from '../src/relations/events.ts';
import type { Report } from '../src/report.ts';
import { runCases } from './cases.ts';

const knowledge = loadKnowledge();

function report(publishedOn: string, text: string): Report {
  return { id: publishedOn, publishedOn, text, language: 'en', publisher: publishedOn, origin: {} };
}

/** `ASSAULT "raid" Peruvian forces PER > Chile CHL | told-before` */
function lineOf({ type, mode, trigger, actors, recipients, rules }: Reference, text: string): string {
  const names = (parties: Reference['actors']): string =>
    parties.map(({ name, country }) => `${name} ${country ?? '-'}`).join(', ') || '-';
  const act = mode === undefined ? type : `${type}/${mode}`;
  const seated = rules.findLast(({ field }) => field === 'actors')!.rule.replace('actors/', '');
  return `${act} "${text.slice(trigger.start, trigger.end)}" ${names(actors)} > ${names(recipients)} | ${seated}`;
}

runCases('references', ({ text, headers }) =>
  codeReport(report(headers['date']!, text), knowledge).references.map((one) => lineOf(one, text)),
);

/** Each event that something refers back to: the words that tell of it, then those that refer to it. */
function referred(...reports: readonly Report[]): string[] {
  const coded = reports.map((one) => ({ report: one, ...codeReport(one, knowledge) }));
  const textOf = (id: string): string => reports.find((one) => one.id === id)!.text;
  const claims = new Map(coded.flatMap((one) => one.claims.map((claim) => [claim.id, claim] as const)));
  const { encounters, acts } = findEvents(coded, reports.at(-1)!.publishedOn);
  return [...encounters, ...acts]
    .filter(({ references }) => references.length > 0)
    .map(({ id, references }) => {
      const { reportId, trigger } = claims.get(id)!;
      const words = [{ reportId, ...trigger }, ...references].map((one) =>
        textOf(one.reportId).slice(one.start, one.end),
      );
      return words.join(' <- ');
    });
}

const RAID = report('2021-04-10', 'Peruvian commandos raided a Chilean outpost on Friday.');

describe('words that take an event as known', () => {
  test('mean the only one of those days', () => {
    const later = report(
      '2021-04-12',
      'Chile recalled its envoy to Peru. The raid had shocked Chile and divided Peru.',
    );
    expect(referred(RAID, later)).toEqual(['raided <- raid']);
  });

  test('mean none where they come long after it, or before anybody has told of it', () => {
    const text = 'Chile recalled its envoy to Peru. The raid had shocked Chile and divided Peru.';
    expect(referred(RAID, report('2021-09-12', text))).toEqual([]);
    expect(referred(report('2021-04-08', text), RAID)).toEqual([]);
  });

  test('mean none where it may be either of two', () => {
    const second = report('2021-04-11', 'Peruvian commandos raided a Chilean lighthouse on Saturday.');
    const later = report(
      '2021-04-12',
      'Chile recalled its envoy to Peru. The raid had shocked Chile and divided Peru.',
    );
    expect(referred(RAID, second, later)).toEqual([]);
  });

  test('mean none where one report tells of two as like', () => {
    const both = report(
      '2021-04-12',
      'Peruvian commandos raided a Chilean outpost on Thursday. Peruvian jets raided a Chilean harbour on Thursday. The raid shocked Chile.',
    );
    expect(referred(both)).toEqual([]);
  });

  test("leave out one of the other side's doing", () => {
    const later = report(
      '2021-04-12',
      'Peru recalled its envoy to Chile. Chile had defended the Chilean raid.',
    );
    expect(referred(RAID, later)).toEqual([]);
  });
});
