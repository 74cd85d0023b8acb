import { makeDay, weekdayOf } from '../../day.ts';
import type { Day } from '../../report.ts';
import { dayPeriod, shift, weekPeriod, yearNumber } from '../periods.ts';
import { dateReading } from '../reading.ts';
import { captured, innerOf, type Rule, rule, type Scan, yearOf } from '../rule.ts';

/** The named day of a year; null where it has none. */
type DayOfYear = (year: number) => Day | null;

const fixed =
  (month: number, day: number): DayOfYear =>
  (year) =>
    makeDay(year, month, day);

/** The n-th such weekday of a month (0 Monday), or the last for -1. */
const nth =
  (n: number, weekday: number, month: number): DayOfYear =>
  (year) => {
    const first = makeDay(n < 0 && month === 12 ? year + 1 : year, n < 0 ? (month % 12) + 1 : month, 1);
    if (first === null) return null;
    const toWeekday = (weekday - weekdayOf(first) + 7) % 7;
    return shift(first, toWeekday + 7 * (n < 0 ? -1 : n - 1));
  };

const easter =
  (away: number): DayOfYear =>
  (year) => {
    const a = year % 19;
    const b = Math.floor(year / 100);
    const c = year % 100;
    const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
    const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
    const sunday = makeDay(year, Math.floor(f / 31), (f % 31) + 1);
    return sunday === null ? null : shift(sunday, away);
  };

/** Words and day; the same in every country that writes in English about them. */
const NAMED_DAYS: readonly (readonly [string, DayOfYear])[] = [
  ['christmas', fixed(12, 25)],
  ['christmas day', fixed(12, 25)],
  ['christmas eve', fixed(12, 24)],
  ['boxing day', fixed(12, 26)],
  ["new year 's day", fixed(1, 1)],
  ["new year 's", fixed(1, 1)],
  ["new year 's eve", fixed(12, 31)],
  ["valentine 's day", fixed(2, 14)],
  ["international women 's day", fixed(3, 8)],
  ['may day', fixed(5, 1)],
  ['bastille day', fixed(7, 14)],
  ['halloween', fixed(10, 31)],
  ['armistice day', fixed(11, 11)],
  ['veterans day', fixed(11, 11)],
  ['martin luther king day', nth(3, 0, 1)],
  ['memorial day', nth(-1, 0, 5)],
  ['labor day', nth(1, 0, 9)],
  ['thanksgiving', nth(4, 3, 11)],
  ['thanksgiving day', nth(4, 3, 11)],
  ['election day', (year) => dayAfter(nth(1, 0, 11)(year))],
  ['good friday', easter(-2)],
  ['easter', easter(0)],
  ['easter sunday', easter(0)],
  ['easter monday', easter(1)],
];

function dayAfter(day: Day | null): Day | null {
  return day === null ? null : shift(day, 1);
}

const BY_NAME = new Map(NAMED_DAYS);
const LONGEST_FIRST = [...BY_NAME.keys()].sort((a, b) => b.length - a.length);

/** Days that stand for what happened on them, and the words that show it. */
const YEAR_OF_NAME: ReadonlyMap<string, number> = new Map([
  ['9-11', 2001],
  ['6-4', 1989],
  ['1-6', 2021],
  ['10-7', 2023],
  ['7-7', 2005],
]);
const NAMED_EVENTS =
  'attack/attacks/massacre/crackdown/riot/riots/insurrection/bombing/bombings/hijackers/hijackings/committee/commission';

export const NAMED_DAY_RULES: readonly Rule[] = [
  rule(
    'named-day',
    LONGEST_FIRST.flatMap((name) => [`${name} ,? YEARNUM`, `ref:last/next/this ${name}`, name]),
    'The truce holds until Christmas Day.',
    (scan, from, to) => namedDay(scan, from, to),
  ),
  rule(
    'day-as-name',
    [`MONTH DAY ${NAMED_EVENTS}`],
    'The Sept. 11 attacks brought the two presidents closer.',
    (scan, from, to) => {
      const month = captured(scan, 'MONTH')!.entry.month;
      const day = captured(scan, 'DAY')!.entry.number;
      const year = YEAR_OF_NAME.get(`${month}-${day}`);
      const named = year === undefined ? null : makeDay(year, month, day);
      if (named === null || named > scan.anchor) return null;
      return [{ from, to: to - 1, reading: dateReading(dayPeriod(named))! }];
    },
  ),
  rule('week-of', ['the week of INNER'], 'The delegation is expected the week of 6 March.', (scan) => {
    const inner = innerOf(scan);
    return inner?.granularity === 'day' && inner.beginMin !== null
      ? dateReading(weekPeriod(inner.beginMin))
      : null;
  }),
];

function namedDay(scan: Scan, from: number, to: number) {
  const words = scan.lexemes.slice(from, to);
  const name = words
    .filter((_, i) => i + from !== captured(scan, 'ref')?.from)
    .map(({ text }) => text)
    .join(' ');
  const dayOfYear = BY_NAME.get(name) ?? BY_NAME.get(name.replace(/ ,? ?\S+$/, '').replace(/ ,$/, ''));
  const first = captured(scan, 'ref') === undefined ? words[0]! : words[1]!;
  if (dayOfYear === undefined || !first.capital) return null;
  const stated = yearOf(scan);
  if (stated !== null) return dateReading(dayPeriod(dayOfYear(stated)));
  const here = yearNumber(scan.anchor);
  const days = [here - 1, here, here + 1].flatMap((year) => dayOfYear(year) ?? []);
  const back = dayPeriod(days.findLast((day) => day <= scan.anchor) ?? null);
  const forward = dayPeriod(days.find((day) => day >= scan.anchor) ?? null);
  const ref = captured(scan, 'ref')?.text;
  const ahead = ref === undefined ? scan.direction(from) === 'forward' : ref !== 'last';
  return ahead ? dateReading(forward, back) : dateReading(back, forward);
}
