import type { Day } from '../../report.ts';
import type { Count } from '../count.ts';
import {
  dayPeriod,
  monthNumber,
  type Period,
  periodOf,
  quarterPeriod,
  shiftUnits,
  yearNumber,
} from '../periods.ts';
import {
  clockReading,
  dateReading,
  durationReading,
  type Reading,
  referenceReading,
  withMod,
} from '../reading.ts';
import { captured, countOf, type Rule, rule, type Scan, wordAt } from '../rule.ts';
import type { Unit } from '../vocabulary.ts';
import { MODIFIERS, modOf } from './durations.ts';

/** So many units before or after the report, or the time last mentioned. */
export const AGO_RULES: readonly Rule[] = [
  rule(
    'ago',
    [`${MODIFIERS}? COUNT more? UNIT/UNITS ago`, `${MODIFIERS}? COUNT UNIT/UNITS or so ago`],
    'The consulate closed two months ago.',
    (scan) => awayFrom(scan, scan.anchor, -1, true),
  ),
  rule('ago-today', ['COUNT UNIT/UNITS ago today'], 'The envoy was shot four years ago today.', (scan) => {
    const { n } = countOf(scan);
    const unit = (captured(scan, 'UNIT') ?? captured(scan, 'UNITS'))!.entry.unit!;
    return n === null ? null : dateReading(dayPeriod(shiftUnits(scan.anchor, -n, unit)));
  }),
  rule(
    'from-now',
    [`${MODIFIERS}? COUNT UNIT/UNITS from now/today/here`, `${MODIFIERS}? COUNT UNIT/UNITS hence`],
    'The truce runs out three days from now.',
    (scan) => awayFrom(scan, scan.anchor, 1, false),
  ),
  rule(
    'earlier-or-later',
    [`${MODIFIERS}? COUNT UNIT/UNITS side:earlier/before/later/afterward/afterwards/previously`],
    'The pact was signed in May 2019 and broken a year later.',
    (scan, from, to) => {
      const side = captured(scan, 'side')!;
      // "two days before the summit" is counted from the summit, whose day we may not know.
      const next = wordAt(scan, to);
      if (
        side.text === 'before' &&
        next !== '' &&
        !/^[.,;:)\-"”]$/.test(next) &&
        next !== 'and' &&
        next !== 'but'
      )
        return null;
      const before = side.text === 'earlier' || side.text === 'before' || side.text === 'previously';
      const unit = (captured(scan, 'UNIT') ?? captured(scan, 'UNITS'))!.entry.unit!;
      if (unit === 'S' || unit === 'MIN' || unit === 'H') return clockAway(scan, before ? -1 : 1);
      // "several days later" in a story of the past: nobody knows when, but not ahead of the report.
      if (countOf(scan).n === null && !before && scan.direction(from) !== 'forward')
        return durationReading(countOf(scan), unit);
      return awayFrom(scan, scan.focus?.beginMin ?? scan.anchor, before ? -1 : 1, before);
    },
  ),
  rule(
    'in-n-units',
    ['in COUNT UNIT/UNITS'],
    'The ambassador will return in two weeks.',
    (scan, from, to) => {
      const count = countOf(scan);
      const unit = (captured(scan, 'UNIT') ?? captured(scan, 'UNITS'))!.entry.unit!;
      if (
        wordAt(scan, to) === "'" ||
        wordAt(scan, to) === '-' ||
        scan.direction(from) !== 'forward' ||
        count.n === null
      )
        return null;
      const last = shiftUnits(scan.anchor, count.n, unit);
      // A length by TIMEX3, with the day at its far end.
      const reading = {
        ...durationReading(count, unit),
        beginMin: scan.anchor,
        endMax: last,
        relation: 'within' as const,
      };
      return last === null ? null : [{ from: from + 1, to, reading }];
    },
  ),
];

/** "10:35 a.m. ... two hours later": a time where one is known to count from, else a length. */
function clockAway(scan: Scan, sign: -1 | 1): Reading {
  const count = countOf(scan);
  const unit = (captured(scan, 'UNIT') ?? captured(scan, 'UNITS'))!.entry.unit!;
  const clock = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)$/.exec(scan.focus?.value ?? '')?.[1];
  if (clock !== undefined && count.n !== null && unit !== 'S') {
    const minutes = sign * count.n * (unit === 'H' ? 60 : 1);
    const there = new Date(
      Date.parse(`${clock.replace('T24:', 'T23:')}Z`) +
        minutes * 60_000 +
        (clock.includes('T24:') ? 3_600_000 : 0),
    );
    const [day, time] = Number.isNaN(there.getTime()) ? [] : there.toISOString().split('T');
    const date = day?.length === 10 && time !== undefined ? dateReading(dayPeriod(day)) : null;
    if (date !== null) return { ...clockReading(date, time!.slice(0, 5))!, anchor: scan.focus!.beginMin! };
  }
  return durationReading(count, unit, modOf(scan) ?? (count.approximate === true ? 'APPROX' : undefined));
}

/** The period of the unit's size so far away; two years ago is a year, ten days ago a day. */
function awayFrom(scan: Scan, base: Day, sign: -1 | 1, keepQuarter: boolean): Reading | null {
  const count = countOf(scan);
  const unit = (captured(scan, 'UNIT') ?? captured(scan, 'UNITS'))!.entry.unit!;
  const mod = modOf(scan) ?? (count.approximate === true ? 'APPROX' : undefined);
  if (count.n === null) return referenceReading(sign < 0 ? 'PAST_REF' : 'FUTURE_REF', base);
  const period = periodAway(scan, base, { n: sign * count.n }, unit, keepQuarter);
  const reading = withMod(dateReading(period), mod);
  // A quarter a year ago is only compared with.
  return reading?.granularity === 'quarter' && unit === 'Y' ? { ...reading, dated: false } : reading;
}

function periodAway(scan: Scan, base: Day, count: Count, unit: Unit, keepQuarter: boolean): Period | null {
  const day = shiftUnits(base, count.n!, unit);
  if (day === null) return null;
  const { quarter } = scan;
  // "profit in the third quarter rose from a year earlier": the same quarter of another year.
  if (unit === 'Y' && keepQuarter && count.n === -1 && quarter?.beginMin) {
    return quarterPeriod(yearNumber(quarter.beginMin) - 1, Math.ceil(monthNumber(quarter.beginMin) / 3));
  }
  return periodOf(day, unit === 'WE' ? 'W' : unit === 'DE' || unit === 'CE' ? 'Y' : unit);
}
