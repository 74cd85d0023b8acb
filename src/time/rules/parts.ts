import { dayNumber } from '../../day.ts';
import { shift } from '../periods.ts';
import { boundsOf, type Reading } from '../reading.ts';
import { captured, innerOf, type Rule, rule } from '../rule.ts';

/** The beginning, middle or end of another time. */
export const PART_RULES: readonly Rule[] = [
  rule(
    'early-mid-late',
    ['the? which:early/mid/late -? INNER', 'which:earlier/later INNER', 'the? which:beginning/start/middle/end/close of INNER'],
    'The plenum is due in late November.',
    (scan) => {
      const inner = innerOf(scan);
      const which = captured(scan, 'which')!.text;
      if (inner === null || inner.type === 'SET' || inner.type === 'DURATION' || !inner.dated || inner.mod !== undefined) return null;
      const mod = /^(early|earlier|beginning|start)$/.test(which) ? 'START' : /^mid/.test(which) ? 'MID' : 'END';
      return { ...third(inner, mod), mod };
    },
  ),
  rule('year-end', ['the? year - end', 'the? year end', "the? year 's end"], 'The accord lapses at year-end.', (scan) => {
    const year = scan.anchor.slice(0, 4);
    return {
      ...boundsOf({ from: `${year}-12-31`, to: `${year}-12-31` }),
      type: 'DATE',
      value: year,
      mod: 'END',
      granularity: 'year',
      dated: true,
    };
  }),
];

/** The first, middle or last third of an interval; a day stays whole. */
function third(reading: Reading, mod: 'START' | 'MID' | 'END'): Reading {
  const { beginMin: from, endMax: to } = reading;
  if (from === null || to === null || from === to) return reading;
  const days = dayNumber(to) - dayNumber(from) + 1;
  const step = Math.max(1, Math.floor(days / 3));
  if (mod === 'START') return { ...reading, ...boundsOf({ from, to: shift(from, step - 1)! }) };
  if (mod === 'END') return { ...reading, ...boundsOf({ from: shift(to, 1 - step)!, to }) };
  return { ...reading, ...boundsOf({ from: shift(from, step)!, to: shift(to, -step)! }) };
}
