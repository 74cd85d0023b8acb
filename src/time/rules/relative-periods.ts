import { type Period, periodOf, shift, shiftUnits } from '../periods.ts';
import { anchoredDuration, boundsOf, dateReading, durationReading, type Reading } from '../reading.ts';
import { captured, countOf, type Rule, rule, type Scan, wordAt, wordBefore } from '../rule.ts';
import type { Unit } from '../vocabulary.ts';

const STEP: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  last: -1,
  previous: -1,
  next: 1,
  coming: 1,
};

/** Weeks, months, years counted from the report's own. */
export const RELATIVE_PERIOD_RULES: readonly Rule[] = [
  rule(
    'earlier-or-later-this',
    ['which:earlier/later this UNIT', 'which:earlier/later in the UNIT'],
    'The two will meet again later this month.',
    (scan) => {
      const unit = captured(scan, 'UNIT')!.entry.unit!;
      const period = periodOf(scan.anchor, unit);
      if (period === null || unit === 'D' || unit === 'S' || unit === 'MIN' || unit === 'H') return null;
      return sideOfToday(scan, period, captured(scan, 'which')!.text === 'later');
    },
  ),
  rule(
    'this-last-next',
    ['the? ref:this/last/next/coming/previous/current UNIT', 'this ref:coming/past UNIT', 'this very UNIT'],
    'Trade talks are to be held next week.',
    (scan, from, to) => {
      const unit = captured(scan, 'UNIT')!.entry.unit!;
      const ref = captured(scan, 'ref')?.text ?? 'this';
      if (unit === 'S' || unit === 'MIN' || unit === 'H') return null;
      if (unit === 'D') return null;
      // "the previous year" and "the next month" lean on the time last mentioned, where there is one.
      const ahead = ref === 'next' && looksAhead(scan, from, unit);
      const leans = scan.lexemes[from]!.text === 'the' && (ref === 'previous' || (ref === 'next' && !ahead));
      const base = leans && scan.focus?.beginMin ? scan.focus.beginMin : scan.anchor;
      // "last week's", "this week in": the span ends with the unit.
      if (ref === 'this' && unit === 'WE' && wordAt(scan, to) === 'of') return null;
      return stepped(base, unit, STEP[ref] ?? (ref === 'past' ? -1 : 0));
    },
  ),
  rule(
    'past-or-coming-span',
    [
      'the? side:past/last/previous/preceding COUNT UNITS/UNIT',
      'the? side:next/coming COUNT UNITS/UNIT',
      'the side:following COUNT UNITS/UNIT',
      'the UNIT side:ahead',
      'the? side:past UNIT',
      'COUNT side:past/last/next/previous UNITS',
    ],
    'Relations have soured over the past two years.',
    (scan, _, to) => {
      const one = captured(scan, 'COUNT') === undefined && captured(scan, 'side')!.text !== 'ahead';
      const unit = (captured(scan, 'UNITS') ?? captured(scan, 'UNIT'))!.entry.unit!;
      const side = captured(scan, 'side')!.text;
      const count = countOf(scan);
      // "the last two weeks of May" end with May.
      if (wordAt(scan, to) === 'of') return durationReading(count, unit);
      // "the past year": by TIMEX3 practice the value of the year before, of which the days are the last twelve months.
      if (one && (unit === 'Y' || unit === 'M' || unit === 'W' || unit === 'Q')) {
        const before = stepped(scan.anchor, unit, -1);
        const { beginMin, beginMax, endMin, endMax } = anchoredDuration(scan.anchor, count, unit, 'back');
        return before === null ? null : { ...before, beginMin, beginMax, endMin, endMax };
      }
      const mod = count.approximate === true ? 'APPROX' : undefined;
      return anchoredDuration(
        scan.anchor,
        count,
        unit,
        /^(next|coming|following|ahead)$/.test(side) ? 'forward' : 'back',
        mod,
      );
    },
  ),
  rule(
    'before-last',
    ['the UNIT before last', 'the UNIT after next'],
    'The consulate was shut the week before last.',
    (scan, from) => {
      const unit = captured(scan, 'UNIT')!.entry.unit!;
      if (unit === 'S' || unit === 'MIN' || unit === 'H' || unit === 'D') return null;
      return stepped(scan.anchor, unit, wordAt(scan, from + 2) === 'before' ? -2 : 2);
    },
  ),
  rule(
    'recent-span',
    [
      'the? most? recent UNITS',
      'the? side:coming/next UNITS',
      'the? UNITS ahead',
      'the? side:past/last UNITS',
      'the? UNITS to come',
    ],
    'Ties have warmed in recent months.',
    (scan, from, to) => {
      const unit = captured(scan, 'UNITS')!.entry.unit!;
      const side = captured(scan, 'side')?.text;
      const words = scan.lexemes.slice(from, to).map(({ text }) => text);
      const ahead = side === 'coming' || side === 'next' || words.includes('ahead') || words.includes('come');
      const open = { beginMin: null, beginMax: null, endMin: null, endMax: null };
      const bounds = ahead ? { ...open, beginMin: scan.anchor } : { ...open, endMax: scan.anchor };
      return { ...durationReading({ n: null }, unit), ...bounds };
    },
  ),
  rule(
    'the-weekend',
    ['the weekend', 'over the weekend'],
    'Envoys met over the weekend.',
    (scan, from, to) => {
      const here = periodOf(scan.anchor, 'WE');
      const ahead = scan.direction(from) === 'forward';
      // The weekend that is under way, or just over, unless the clause looks ahead.
      const reading =
        ahead || (here !== null && here.from <= scan.anchor)
          ? dateReading(here)
          : stepped(scan.anchor, 'WE', -1);
      if (reading === null) return null;
      return scan.lexemes[from]!.text === 'over' ? [{ from: from + 1, to, reading }] : reading;
    },
  ),
  rule(
    'the-period',
    ['the unit:week/month/year', 'the full year', 'the fiscal year', 'the current fiscal? UNIT'],
    'Exports for the year fell short of the target.',
    (scan, from, to) => {
      const unit = (captured(scan, 'unit') ?? captured(scan, 'UNIT'))?.entry.unit ?? 'Y';
      const next = wordAt(scan, to);
      // "Person of the Year" is a title.
      if (scan.lexemes[to - 1]!.capital && wordBefore(scan, from) === 'of') return null;
      // "the week of 6 March", "the year 2000", "the month that", "the year before": other rules, or none.
      const current = wordAt(scan, from + 1) === 'current';
      if (!current && /^(of|when|that|since|before|after|in|-)$/.test(next)) return null;
      if (unit === 'Y' && /^(ended|ending|to)$/.test(next)) return durationReading({ n: 1 }, 'Y');
      if (wordBefore(scan, from) === 'of' && unit !== 'Y' && wordBefore(scan, from - 1) === 'time')
        return null;
      return dateReading(
        periodOf(
          // "the full year", "the current year" are the report's own.
          scan.focus?.granularity === 'year' && unit === 'Y' && to - from === 2
            ? scan.focus.beginMin!
            : scan.anchor,
          unit,
        ),
      );
    },
  ),
];

/** "in the next decade it will" is counted from now, whatever was mentioned last. */
export function looksAhead(scan: Scan, at: number, unit: Unit): boolean {
  return unit === 'DE' || unit === 'CE' || scan.direction(at) === 'forward';
}

/** The period so many units from the one that holds the day. */
export function stepped(day: string, unit: Unit, count: number): Reading | null {
  const there = shiftUnits(day, count, unit);
  return there === null ? null : dateReading(periodOf(there, unit));
}

/** What is left of a period after today, or was before it. */
function sideOfToday(scan: Scan, period: Period, later: boolean): Reading | null {
  const reading = dateReading(period)!;
  const from = later ? shift(scan.anchor, 1) : period.from;
  const to = later ? period.to : shift(scan.anchor, -1);
  const mod = later ? 'END' : 'START';
  // On the last or first day of the period nothing is left: the day itself stays.
  if (from === null || to === null || from > to)
    return { ...reading, ...boundsOf({ from: scan.anchor, to: scan.anchor }), mod };
  return { ...reading, ...boundsOf({ from, to }), mod };
}
