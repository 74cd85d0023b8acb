import { makeDay, weekdayOf } from '../../day.ts';
import type { Day } from '../../report.ts';
import { nthWeekday } from '../moving-days.ts';
import { dayPeriod, type Period, yearNumber } from '../periods.ts';
import { dateReading, type Reading } from '../reading.ts';
import { captured, type Piece, type Rule, rule, type Scan, wordAt, wordBefore, yearOf } from '../rule.ts';

/** Days of the calendar by day, month and year. */
export const CALENDAR_RULES: readonly Rule[] = [
  rule('numeric-date', ['NUMERIC'], 'The note is dated 2023-06-14.', (scan) => {
    const numbers = captured(scan, 'NUMERIC')!.text.split(/[-/]/).map(Number) as [number, number, number];
    if (numbers[0] > 31) return dateReading(dayPeriod(makeDay(...numbers)));
    const [day, month, year] = numbers;
    // Day first, unless the calendar has no such month; the other order is kept beside it.
    const dayFirst = dayPeriod(makeDay(year, month, day));
    const monthFirst = dayPeriod(makeDay(year, day, month));
    return dateReading(dayFirst ?? monthFirst, dayFirst === null ? null : monthFirst);
  }),
  rule(
    'month-day-range',
    [
      '( WEEKDAY - WEEKDAY ,? )? MONTH DAY -/to/and/or/through/until last:DAY ( ,? YEARNUM )?',
      '( WEEKDAY ,? )? MONTH DAY -/to/and/or/through/until last:DAY ( ,? YEARNUM )?',
    ],
    'The delegation stays in Geneva on June 18-19.',
    (scan, from, to) => {
      const last = captured(scan, 'last')!;
      // "June 18 and 20 officials": a count, not a day, unless its word ends here.
      if (wordAt(scan, last.from - 1) === 'and' && isCounting(scan, to)) return null;
      return pieces(scan, from, last.from - 1, last.from, to);
    },
  ),
  rule(
    'day-month-range',
    ['DAY -/to/and/or/through/until last:DAY of? MONTH ( ,? YEARNUM )?'],
    'Ministers meet in Jakarta on 18-19 June.',
    (scan, from, to) => pieces(scan, from, from + 1, captured(scan, 'last')!.from, to),
  ),
  rule(
    'month-day',
    [
      'last? ( WEEKDAY ,? )? MONTH the? DAY ( ,? YEARNUM )?',
      '( WEEKDAY ,? )? MONTH the? DAY/ORDINAL ( ,? YEARNUM )?',
    ],
    'The ceasefire took effect on June 14, 2023.',
    (scan, from, to) => {
      // "May 20 percent" and "March 3,000": a number goes on behind it.
      if (yearOf(scan) === null && (wordAt(scan, to) === '%' || wordAt(scan, to) === 'percent')) return null;
      return dayReading(scan, from, captured(scan, 'DAY') ?? captured(scan, 'ORDINAL'));
    },
  ),
  rule(
    'day-month',
    [
      '( WEEKDAY ,? )? the? DAY of? MONTH ( ,? YEARNUM )?',
      'DAY - MONTH - YEARNUM',
      '( WEEKDAY ,? )? the ORDINAL of MONTH ( ,? YEARNUM )?',
    ],
    'The envoys signed the accord on 14 June 2023.',
    (scan, from) => dayReading(scan, from, captured(scan, 'DAY') ?? captured(scan, 'ORDINAL')),
  ),
  rule(
    'weekday-of-month',
    ['the? nth:ORDINAL/last WEEKDAY of/in MONTH ( ,? YEARNUM )?'],
    'Americans vote on the first Tuesday of November 2024.',
    (scan, from) => {
      const nth = captured(scan, 'nth')!;
      const { weekday } = captured(scan, 'WEEKDAY')!.entry;
      const month = captured(scan, 'MONTH')!.entry.month;
      const of = (year: number) =>
        nthWeekday(year, month, weekday, nth.text === 'last' ? -1 : nth.entry.number);
      const [chosen, other] = chooseYear(scan, from, of, yearOf(scan));
      return dateReading(chosen, other);
    },
  ),
  rule(
    'day-of-this-month',
    ['on the ORDINAL', 'by the ORDINAL', 'until the ORDINAL'],
    'The envoys meet again on the 28th.',
    (scan, from, to) => {
      const { entry, text } = captured(scan, 'ORDINAL')!;
      // "on the 10th floor": only where nothing follows that could be numbered.
      if (!/^\d/.test(text) || entry.number > 31 || !/^[.,;:)]?$/.test(wordAt(scan, to))) return null;
      const month = scan.focus?.granularity === 'month' ? scan.focus.beginMin! : scan.anchor;
      const day = makeDay(yearNumber(month), Number(month.slice(5, 7)), entry.number);
      return day === null ? null : [{ from: from + 1, to, reading: dateReading(dayPeriod(day))! }];
    },
  ),
];

function dayReading(
  scan: Scan,
  from: number,
  day: { readonly entry: { readonly number: number } } | undefined,
): Reading | null {
  const month = captured(scan, 'MONTH')!.entry.month;
  const weekday = captured(scan, 'WEEKDAY')?.entry.weekday ?? null;
  const [chosen, other] = chooseYear(scan, from, dayOfMonth(month, day!.entry.number), yearOf(scan), weekday);
  return dateReading(chosen, other);
}

function pieces(scan: Scan, from: number, firstTo: number, lastFrom: number, to: number): Piece[] | null {
  const month = captured(scan, 'MONTH')!.entry.month;
  const firstDay = captured(scan, 'DAY')!.entry.number;
  const lastDay = captured(scan, 'last')!.entry.number;
  const [first] = chooseYear(scan, from, dayOfMonth(month, firstDay), yearOf(scan));
  if (first === null || lastDay <= firstDay) return null;
  const last = dayPeriod(makeDay(yearNumber(first.from), month, lastDay));
  if (last === null) return null;
  return [
    { from, to: firstTo, reading: dateReading(first)! },
    { from: lastFrom, to, reading: dateReading(last)! },
  ];
}

/**
 * The year of a day without one: as its clause points; the weekday beside it where that settles it; the
 * nearest such day where nothing says.
 */
function chooseYear(
  scan: Scan,
  at: number,
  dayOf: (year: number) => Day | null,
  year: number | null,
  weekday: number | null = null,
): [Period | null, Period | null] {
  if (year !== null) return [dayPeriod(dayOf(year)), null];
  const here = yearNumber(scan.anchor);
  const days = [here - 1, here, here + 1].flatMap((y) => dayOf(y) ?? []);
  const fitting = weekday === null ? days : days.filter((candidate) => weekdayOf(candidate) === weekday);
  const candidates = fitting.length > 0 ? fitting : days;
  const back = candidates.filter((candidate) => candidate <= scan.anchor).at(-1) ?? null;
  const forward = candidates.find((candidate) => candidate >= scan.anchor) ?? null;
  // "the year ended Jan. 31" is over, however long ago.
  if (wordBefore(scan, at) === 'ended' && back !== null) return [dayPeriod(back), dayPeriod(forward)];
  const direction = scan.direction(at);
  if (back === null || forward === null) return [dayPeriod(back ?? forward), null];
  const near = distance(forward, scan.anchor) < distance(scan.anchor, back);
  // Nobody leaves the year out of a day that is most of a year away.
  const far =
    direction === 'forward' ? distance(forward, scan.anchor) > FAR : distance(scan.anchor, back) > FAR;
  const ahead = direction === null || far ? near : direction === 'forward';
  return ahead ? [dayPeriod(forward), dayPeriod(back)] : [dayPeriod(back), dayPeriod(forward)];
}

function dayOfMonth(month: number, day: number): (year: number) => Day | null {
  return (year) => makeDay(year, month, day);
}

/** Eight months, in milliseconds. */
const FAR = 240 * 86_400_000;

function distance(later: string, earlier: string): number {
  return Date.parse(later) - Date.parse(earlier);
}

/** Whether a plural noun follows: "19 officials". */
function isCounting(scan: Scan, at: number): boolean {
  const next = scan.lexemes[at];
  return next !== undefined && next.entry === null && !next.capital && /^[a-z]{3,}s$/.test(next.text);
}
