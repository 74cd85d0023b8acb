import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayNumber, isDay, makeDay, weekdayOf } from '../src/day.ts';
import { readReports } from '../src/read/read-reports.ts';
import type { Report } from '../src/report.ts';

const FOLDER = join(import.meta.dirname, '..', 'examples', 'usa-china');
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** "Sunday, June 18", "Monday, Nov. 14", "Wednesday, 24 April", with or without a year. */
const DATED_WEEKDAY = new RegExp(
  `\\b(${WEEKDAYS.join('|')}),? (?:(\\d{1,2}) )?(${MONTHS.join('|')})[a-z]{0,6}\\.?(?: (\\d{1,2}))?\\b(?:,? (20\\d\\d))?`,
  'g',
);

const reports: Report[] = [];
const refused: string[] = [];

beforeAll(async () => {
  for await (const outcome of readReports(
    { path: join(FOLDER, 'dispatches.jsonl') },
    { now: '2025-01-01' },
  )) {
    if (outcome.kind === 'report') reports.push(outcome.report);
    else refused.push(`${outcome.where}: ${outcome.reason}`);
  }
});

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
const bodyOf = (report: Report): string => report.text.slice(report.titleEnd ?? 0).trim();
const called = (report: Report): string => `${report.publishedOn} ${report.publisher}: ${report.title}`;

/** The day of a month and a day nearest to a dispatch, for dates that carry no year. */
function nearest(near: string, month: number, day: number): string | undefined {
  const year = Number(near.slice(0, 4));
  const found = [year - 1, year, year + 1]
    .map((one) => makeDay(one, month, day))
    .filter((one) => one !== null);
  const away = (one: string): number => Math.abs(dayNumber(one) - dayNumber(near));
  return found.sort((a, b) => away(a) - away(b))[0];
}

interface Dated {
  readonly weekday: string;
  readonly day: string | undefined;
}

function datedWeekdays(text: string, near: string): Dated[] {
  return [...text.matchAll(DATED_WEEKDAY)].flatMap(([, weekday, before, name, after, year]) => {
    const month = MONTHS.indexOf(name ?? '') + 1;
    const day = Number(before ?? after);
    if (Number.isNaN(day)) return [];
    const meant = year === undefined ? nearest(near, month, day) : makeDay(Number(year), month, day);
    return [{ weekday: weekday ?? '', day: meant ?? undefined }];
  });
}

describe('examples/usa-china', () => {
  test('every line is a report that the program reads', () => {
    expect(refused).toEqual([]);
    expect(reports.length).toBeGreaterThanOrEqual(40);
  });

  test('each has a day of 2022 to 2024 that exists, a title, a publisher and its country', () => {
    const broken = reports.filter(
      (report) =>
        !isDay(report.publishedOn) ||
        !/^202[234]-/.test(report.publishedOn) ||
        !report.title ||
        !report.publisher ||
        !/^[A-Z]{3}$/.test(report.publisherCountry ?? ''),
    );
    expect(broken.map(called)).toEqual([]);
  });

  test('they are sorted by day', () => {
    const days = reports.map((report) => report.publishedOn);
    expect(days).toEqual([...days].sort());
  });

  test('each has 60 to 250 words', () => {
    const counts = reports.map((report) => `${words(bodyOf(report)).length} ${called(report)}`);
    expect(
      counts.filter((line) => Number.parseInt(line, 10) < 60 || Number.parseInt(line, 10) > 250),
    ).toEqual([]);
  });

  test('ids and titles are unique', () => {
    expect(new Set(reports.map((report) => report.id)).size).toBe(reports.length);
    expect(new Set(reports.map((report) => report.title)).size).toBe(reports.length);
  });

  test('the publishers come from six countries or more, each from one', () => {
    expect(new Set(reports.map((report) => report.publisherCountry)).size).toBeGreaterThanOrEqual(6);
    const publishers = new Set(reports.map((report) => report.publisher));
    const pairs = new Set(reports.map((report) => `${report.publisher}/${report.publisherCountry}`));
    expect(pairs.size).toBe(publishers.size);
  });

  test('a weekday beside a date is the weekday of that date', () => {
    const dated = reports.flatMap((report) =>
      datedWeekdays(report.text, report.publishedOn).map((one) => ({ ...one, of: called(report) })),
    );
    expect(dated.length).toBeGreaterThanOrEqual(5);
    const wrong = dated.filter(
      ({ weekday, day }) => day === undefined || WEEKDAYS[weekdayOf(day)] !== weekday,
    );
    expect(wrong).toEqual([]);
  });

  test('the reader of weekdays sees a wrong one, and leaves a month without a day alone', () => {
    expect(datedWeekdays('due on Sunday, June 18', '2023-06-15')).toEqual([
      { weekday: 'Sunday', day: '2023-06-18' },
    ]);
    expect(WEEKDAYS[weekdayOf('2023-06-17')]).not.toBe('Sunday');
    expect(datedWeekdays('on Friday, 6 Jan. 2023', '2022-12-30')).toEqual([
      { weekday: 'Friday', day: '2023-01-06' },
    ]);
    expect(datedWeekdays('it was said on Tuesday, May being over', '2023-06-01')).toEqual([]);
  });

  test('no two texts share a run of twelve words', () => {
    const first = new Map<string, Report>();
    const shared: string[] = [];
    for (const report of reports) {
      const said = words(bodyOf(report)).map((word) => word.toLowerCase());
      for (let at = 0; at + 12 <= said.length; at++) {
        const run = said.slice(at, at + 12).join(' ');
        const before = first.get(run);
        if (before === undefined) first.set(run, report);
        else if (before !== report) shared.push(`${called(before)} / ${called(report)}: ${run}`);
      }
    }
    expect(shared).toEqual([]);
  });

  test('the README lists every dispatch by its day, no other, and the number of each publisher', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const facts = readme.split('\n').filter((line) => /^\| 20/.test(line));
    const listed = facts.flatMap((line) => line.split('|')[3]?.match(/\d{4}-\d{2}-\d{2}/g) ?? []);
    expect([...new Set(listed)].sort()).toEqual(
      [...new Set(reports.map((report) => report.publishedOn))].sort(),
    );
    for (const publisher of new Set(reports.map((report) => report.publisher))) {
      const own = reports.filter((report) => report.publisher === publisher);
      expect(readme).toContain(`| ${publisher} | ${own[0]?.publisherCountry} | ${own.length} |`);
    }
    expect(readme).toContain(`holds ${reports.length} short news dispatches`);
  });

  test('no fact of the README is told long before it happened', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const far = readme.split('\n').filter((line) => {
      const [, on, , told] = line.split('|').map((cell) => cell.trim());
      if (on === undefined || !isDay(on.slice(0, 10))) return false;
      const days = told?.split(', ') ?? [];
      return days.some((day) => day < addDays(on.slice(0, 10), -7) || day > addDays(on.slice(0, 10), 14));
    });
    expect(far).toEqual([]);
  });
});
