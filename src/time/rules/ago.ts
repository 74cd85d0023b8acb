import type { Day } from '../../report.ts';
import type { Count } from '../count.ts';
import { monthNumber, type Period, periodOf, quarterPeriod, shiftUnits, yearNumber } from '../periods.ts';
import { dateReading, durationReading, type Reading, referenceReading, withMod } from '../reading.ts';
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
    (scan, _, to) => {
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
