import type { Direction } from '../direction.ts';
import { monthNumber, monthPeriod, type Period, shift, weekPeriod, yearNumber } from '../periods.ts';
import { dateReading } from '../reading.ts';
import {
  captured,
  followsPreposition,
  type Rule,
  rule,
  type Scan,
  wordAt,
  wordBefore,
  yearOf,
} from '../rule.ts';

/** Months that are also words or names. */
const AMBIGUOUS = new Set([
  'march',
  'may',
  'august',
  'april',
  'june',
  'mar',
  'jun',
  'dec',
  'jan',
  'oct',
  'apr',
  'nov',
  'feb',
  'aug',
  'jul',
]);
const NEVER_BARE = new Set(['may', 'march', 'mar', 'jun', 'jan', 'dec']);

export const MONTH_RULES: readonly Rule[] = [
  rule('month-year', ['MONTH of? ,? YEARNUM'], 'He took office in January 2021.', (scan) =>
    dateReading(monthPeriod(yearOf(scan)!, captured(scan, 'MONTH')!.entry.month)),
  ),
  rule(
    'the-month-of',
    ['the month of MONTH ( of? YEARNUM )?'],
    'He stayed for the month of July.',
    (scan, from) => {
      const month = captured(scan, 'MONTH')!.entry.month;
      const year = yearOf(scan);
      if (year !== null) return dateReading(monthPeriod(year, month));
      return dateReading(...nearestMonth(scan, month, scan.direction(from)));
    },
  ),
  rule(
    'week-of-month',
    ['the nth:ORDINAL/last/final week of/in MONTH ( ,? YEARNUM )?'],
    'Ministers meet in the first week of July 2023.',
    (scan, from) => {
      const { text, entry } = captured(scan, 'nth')!;
      const month = captured(scan, 'MONTH')!.entry.month;
      const year = yearOf(scan);
      const [period] =
        year === null ? nearestMonth(scan, month, scan.direction(from)) : [monthPeriod(year, month)];
      const n = entry.number;
      const last = text === 'last' || text === 'final';
      if (period === null || (!last && (n < 1 || n > 4))) return null;
      // The n-th seven days; the value is the ISO week that most of them lie in.
      const begins = last ? shift(period.to, -6) : shift(period.from, 7 * (n - 1));
      const ends = begins === null ? null : shift(begins, 6);
      const middle = begins === null ? null : shift(begins, 3);
      const week = middle === null ? null : weekPeriod(middle);
      return begins === null || ends === null || week === null
        ? null
        : dateReading({ ...week, from: begins, to: ends });
    },
  ),
  rule(
    'month-of-year',
    ['MONTH of? ref:this/last/next year', 'MONTH of ref:this/last/next year'],
    'The pact was signed in June last year.',
    (scan) => {
      const year = yearNumber(scan.anchor) + { this: 0, last: -1, next: 1 }[captured(scan, 'ref')!.text]!;
      return dateReading(monthPeriod(year, captured(scan, 'MONTH')!.entry.month));
    },
  ),
  rule(
    'last-or-next-month-name',
    ['( this past )? ref:last/next/this/past/coming MONTH'],
    'The embassy was closed last November.',
    (scan) => {
      const ref = captured(scan, 'ref')!.text;
      const month = captured(scan, 'MONTH')!.entry.month;
      if (!isMonthName(scan, captured(scan, 'MONTH')!.from)) return null;
      const here = yearNumber(scan.anchor);
      if (ref === 'this') return dateReading(monthPeriod(here, month));
      const now = monthNumber(scan.anchor);
      if (ref === 'last' || ref === 'past')
        return dateReading(monthPeriod(month < now ? here : here - 1, month));
      return dateReading(monthPeriod(month > now ? here : here + 1, month));
    },
  ),
  rule('month', ['MONTH'], 'Talks resumed in October.', (scan, from, to) => {
    if (!isMonthName(scan, from)) return null;
    const { text } = captured(scan, 'MONTH')!;
    const next = scan.lexemes[to];
    const bare = !followsPreposition(scan, from);
    // "the March of the Living".
    if (next?.text === 'of' && text === 'march') return null;
    if (bare && (NEVER_BARE.has(text) || (next?.capital === true && AMBIGUOUS.has(text)))) return null;
    // "Prime Minister May", "Mr. March", and "to May" where she is a person.
    if (
      text === 'may' &&
      /^(to|and|for|by|the|,)$/.test(wordBefore(scan, from)) &&
      next !== undefined &&
      /^[a-z']/.test(next.text)
    )
      return null;
    const over = wordBefore(scan, from) === 'ended';
    const direction = over ? 'back' : scan.direction(from);
    const [chosen, other] = nearestMonth(scan, captured(scan, 'MONTH')!.entry.month, direction);
    return dateReading(chosen, other);
  }),
];

/** In months. */
const FAR = 9;

/** Capital letter where the word has another meaning. */
function isMonthName(scan: Scan, at: number): boolean {
  const lexeme = scan.lexemes[at]!;
  return lexeme.capital || !AMBIGUOUS.has(lexeme.text) || /^(in|of|since)$/.test(wordAt(scan, at - 1));
}

function nearestMonth(
  scan: Scan,
  month: number,
  direction: Direction | null,
): [Period | null, Period | null] {
  const year = yearNumber(scan.anchor);
  const now = monthNumber(scan.anchor);
  const back = monthPeriod(month <= now ? year : year - 1, month);
  const forward = monthPeriod(month >= now ? year : year + 1, month);
  // Nobody leaves the year out of a month that is most of a year away.
  const since = (now - month + 12) % 12;
  const ahead = direction === 'forward' ? 12 - since < FAR || since === 0 : since >= FAR;
  return ahead ? [forward, back] : [back, forward];
}
