import { dayNumber } from '../../day.ts';
import { monthNumber, shift, shiftMonths, yearNumber } from '../periods.ts';
import { type Bounds, boundsOf, type Reading } from '../reading.ts';
import { captured, innerOf, type Rule, rule } from '../rule.ts';

/** The beginning, middle or end of another time. */
export const PART_RULES: readonly Rule[] = [
  rule(
    'early-mid-late',
    [
      'the? which:early/mid/late -? INNER',
      'which:earlier/later INNER',
      'the? which:beginning/start/middle/end/close of INNER',
    ],
    'The plenum is due in late November.',
    (scan) => {
      const inner = innerOf(scan);
      const which = captured(scan, 'which')!.text;
      if (
        inner === null ||
        inner.type === 'SET' ||
        inner.type === 'DURATION' ||
        !inner.dated ||
        inner.mod !== undefined
      )
        return null;
      const mod = /^(early|earlier|beginning|start)$/.test(which)
        ? 'START'
        : /^mid/.test(which)
          ? 'MID'
          : 'END';
      return { ...third(inner, mod), mod };
    },
  ),
  rule(
    'year-end',
    ['the? year - end', 'the? year end', "the? year 's end"],
    'The accord lapses at year-end.',
    (scan) => {
      const year = scan.anchor.slice(0, 4);
      return {
        ...boundsOf({ from: `${year}-12-31`, to: `${year}-12-31` }),
        type: 'DATE',
        value: `${year}-12-31`,
        granularity: 'day',
        dated: true,
      };
    },
  ),
];

type Third = 'START' | 'MID' | 'END';

/** The first, middle or last third of the days a reading means, and of those it does not; a day stays whole. */
function third(reading: Reading, mod: Third): Reading {
  const { rejected } = reading;
  if (rejected === undefined) return { ...reading, ...thirdOf(reading, mod) };
  return {
    ...reading,
    ...thirdOf(reading, mod),
    rejected: { ...rejected, bounds: thirdOf(rejected.bounds, mod) },
  };
}

function thirdOf(bounds: Bounds, mod: Third): Bounds {
  const { beginMin: from, beginMax, endMin, endMax: to } = bounds;
  if (from === null || to === null || from === to) return { beginMin: from, beginMax, endMin, endMax: to };
  const months = (yearNumber(to) - yearNumber(from)) * 12 + monthNumber(to) - monthNumber(from) + 1;
  if (months >= 12) {
    const first = shiftMonths(from, Math.floor(months / 3))!;
    const last = shiftMonths(from, Math.floor((2 * months) / 3))!;
    if (mod === 'START') return boundsOf({ from, to: shift(first, -1)! });
    return boundsOf(mod === 'END' ? { from: last, to } : { from: first, to: shift(last, -1)! });
  }
  const days = dayNumber(to) - dayNumber(from) + 1;
  const step = Math.max(1, Math.floor(days / 3));
  if (mod === 'START') return boundsOf({ from, to: shift(from, step - 1)! });
  if (mod === 'END') return boundsOf({ from: shift(to, 1 - step)!, to });
  return boundsOf({ from: shift(from, step)!, to: shift(to, -step)! });
}
