import { makeDay, weekdayOf } from '../day.ts';
import type { Day } from '../report.ts';
import { shift } from './periods.ts';

/** The n-th such weekday of a month (0 is Monday), the last for -1; null where the month has none. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day | null {
  const next = month === 12 ? 1 : month + 1;
  const first = n < 0 ? makeDay(month === 12 ? year + 1 : year, next, 1) : makeDay(year, month, 1);
  if (first === null || n === 0) return null;
  const toWeekday = (weekday - weekdayOf(first) + 7) % 7;
  const day = shift(first, toWeekday + 7 * (n < 0 ? n : n - 1));
  return day !== null && Number(day.slice(5, 7)) === month ? day : null;
}

/** Easter Sunday of the western churches (the Gregorian computus, Meeus's form). */
export function easterSunday(year: number): Day | null {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return makeDay(year, Math.floor(f / 31), (f % 31) + 1);
}
