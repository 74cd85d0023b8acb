import { daysInMonth, isDay } from '../day.ts';
import type { Day } from '../report.ts';

/**
 * A time from `from` to `to`, both included, each a day, a month or a year; "-" has not ended. Throws where
 * the calendar has no such day or the end comes before the beginning.
 *
 * @example readPeriod('2021-03', '2024', 'own.tsv:2') // { from: '2021-03-01', to: '2024-12-31' }
 */
export function readPeriod(from: string, to: string, where: string): { from: Day; to: Day | null } {
  const first = dayIn(from, 'first');
  const last = to === '-' ? null : dayIn(to, 'last');
  if (first === null || (to !== '-' && last === null) || (last !== null && last < first)) {
    throw new Error(
      `${where}: impossible term "${from}" to "${to}"; expected YYYY, YYYY-MM or YYYY-MM-DD in order`,
    );
  }
  return { from: first, to: last };
}

/** The first or last day of a day, month or year; null where the calendar has none. */
function dayIn(written: string, which: 'first' | 'last'): Day | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(written) ?? [];
  if (year === undefined) return null;
  const inMonth = month ?? (which === 'first' ? '01' : '12');
  if (Number(inMonth) < 1 || Number(inMonth) > 12) return null;
  const full = day ?? (which === 'first' ? '01' : String(daysInMonth(Number(year), Number(inMonth))));
  const made = `${year}-${inMonth}-${full}`;
  return isDay(made) ? made : null;
}
