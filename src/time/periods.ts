import { addDays, dayNumber, daysInMonth, makeDay, weekdayOf } from '../day.ts';
import type { Day } from '../report.ts';
import type { SeasonName, Unit } from './vocabulary.ts';
import type { Granularity } from './when.ts';

/** A stretch of the calendar: its first and last day, its TIMEX3 value, how large it is. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly value: string;
  readonly granularity: Granularity;
}

export function yearNumber(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthNumber(day: Day): number {
  return Number(day.slice(5, 7));
}

/** Null outside the years 1 to 9999, as everywhere here. */
export function dayPeriod(day: Day | null): Period | null {
  return day === null ? null : { from: day, to: day, value: day, granularity: 'day' };
}

/** The month; `month` may run past 12 or below 1. */
export function monthPeriod(year: number, month: number): Period | null {
  const index = year * 12 + month - 1;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return stretch(y, m, y, m, `${four(y)}-${String(m).padStart(2, '0')}`, 'month');
}

export function yearPeriod(year: number): Period | null {
  return stretch(year, 1, year, 12, four(year), 'year');
}

/** `quarter` 1 to 4; may run past either end. */
export function quarterPeriod(year: number, quarter: number): Period | null {
  const index = year * 4 + quarter - 1;
  const y = Math.floor(index / 4);
  const q = index - y * 4 + 1;
  return stretch(y, q * 3 - 2, y, q * 3, `${four(y)}-Q${q}`, 'quarter');
}

export function halfPeriod(year: number, half: number): Period | null {
  return stretch(year, half * 6 - 5, year, half * 6, `${four(year)}-H${half}`, 'quarter');
}

/** Meteorological seasons of the north; the winter of a year begins in its December. */
export function seasonPeriod(year: number, season: SeasonName): Period | null {
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season];
  const last = first + 2;
  return stretch(
    year,
    first,
    last > 12 ? year + 1 : year,
    ((last - 1) % 12) + 1,
    `${four(year)}-${season}`,
    'season',
  );
}

/** `start` is the decade's first year. */
export function decadePeriod(start: number): Period | null {
  return stretch(start, 1, start + 9, 12, four(start).slice(0, 3), 'decade');
}

/** The 20th century is 1901 to 2000, with TIMEX3 value `19`. */
export function centuryPeriod(number: number): Period | null {
  const period = stretch(
    number * 100 - 99,
    1,
    number * 100,
    12,
    String(number - 1).padStart(2, '0'),
    'century',
  );
  return period;
}

/** The ISO week, Monday to Sunday, that holds the day. */
export function weekPeriod(day: Day): Period | null {
  const monday = shift(day, -weekdayOf(day));
  const sunday = monday === null ? null : shift(monday, 6);
  if (monday === null || sunday === null) return null;
  return { from: monday, to: sunday, value: weekValue(monday), granularity: 'week' };
}

/** Saturday and Sunday of the ISO week that holds the day. */
function weekendPeriod(day: Day): Period | null {
  const week = weekPeriod(day);
  const saturday = week === null ? null : shift(week.from, 5);
  if (week === null || saturday === null) return null;
  return { from: saturday, to: week.to, value: `${week.value}-WE`, granularity: 'day' };
}

function weekValue(monday: Day): string {
  const thursday = addDays(monday, 3);
  const year = yearNumber(thursday);
  const week = Math.floor((dayNumber(thursday) - dayNumber(`${four(year)}-01-01`)) / 7) + 1;
  return `${four(year)}-W${String(week).padStart(2, '0')}`;
}

/** The day so many days away; null past the calendar. */
export function shift(day: Day, days: number): Day | null {
  const number = dayNumber(day) + days;
  return number >= FIRST && number <= LAST ? addDays(day, days) : null;
}

const FIRST = dayNumber('0001-01-01');
const LAST = dayNumber('9999-12-31');

/** The day so many months away, on the last of the month where it has no such day. */
export function shiftMonths(day: Day, months: number): Day | null {
  const index = yearNumber(day) * 12 + monthNumber(day) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  if (!(year >= 1 && year <= 9999)) return null;
  return makeDay(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)));
}

/** The day so many units away. */
export function shiftUnits(day: Day, count: number, unit: Unit): Day | null {
  if (!Number.isFinite(count)) return null;
  const whole = Math.round(count);
  switch (unit) {
    case 'D':
      return shift(day, whole);
    case 'W':
    case 'WE':
      return shift(day, Math.round(count * 7));
    case 'M':
    case 'Q':
    case 'Y':
    case 'DE':
    case 'CE':
      return shiftMonths(day, Math.round(count * { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 }[unit]));
    default:
      return shift(day, Math.round((count * { S: 1, MIN: 60, H: 3600 }[unit]) / 86_400));
  }
}

/** The period of a unit that holds the day: its week, its month ... */
export function periodOf(day: Day, unit: Unit): Period | null {
  const year = yearNumber(day);
  switch (unit) {
    case 'W':
      return weekPeriod(day);
    case 'WE':
      return weekendPeriod(day);
    case 'M':
      return monthPeriod(year, monthNumber(day));
    case 'Q':
      return quarterPeriod(year, Math.ceil(monthNumber(day) / 3));
    case 'Y':
      return yearPeriod(year);
    case 'DE':
      return decadePeriod(year - (year % 10));
    case 'CE':
      return centuryPeriod(Math.ceil(year / 100));
    default:
      return dayPeriod(day);
  }
}

function stretch(
  fromYear: number,
  fromMonth: number,
  toYear: number,
  toMonth: number,
  value: string,
  granularity: Granularity,
): Period | null {
  const from = makeDay(fromYear, fromMonth, 1);
  const to = toYear >= 1 && toYear <= 9999 ? makeDay(toYear, toMonth, daysInMonth(toYear, toMonth)) : null;
  return from === null || to === null ? null : { from, to, value, granularity };
}

function four(year: number): string {
  return String(year).padStart(4, '0');
}
