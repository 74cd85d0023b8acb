import { referenceReading } from '../reading.ts';
import { type Rule, rule, type Scan, wordAt, wordBefore } from '../rule.ts';

/** Now, lately, some day: TIMEX3's `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`. */
export const REFERENCE_RULES: readonly Rule[] = [
  rule(
    'present',
    ['right now', 'now', 'currently', 'current', 'nowadays', 'these days', 'at present', 'at the present time', 'at the moment'],
    'The two sides are now talking.',
    (scan, from, to) => {
      const text = wordAt(scan, from);
      if (text === 'current' && (wordAt(scan, to) === 'account' || wordAt(scan, to) === '' || wordBefore(scan, from) === '-')) return null;
      if (text === 'now' && wordAt(scan, to) === 'that') return null;
      const skip = text === 'at' ? 1 : 0;
      return [{ from: from + skip, to, reading: referenceReading('PRESENT_REF', scan.anchor) }];
    },
  ),
  rule(
    'past',
    ['more? recently', 'recent', 'lately', 'previously', 'in the recent past', 'the recent past', 'in the past', 'at the time', 'some time ago', 'long ago'],
    'Beijing recently recalled its ambassador.',
    (scan, from, to) => {
      const text = wordAt(scan, from);
      if (text === 'previously' && from > 0 && /^(a|an|the|as)$/.test(wordBefore(scan, from))) return null;
      if (text === 'at' && wordAt(scan, to) === 'of') return null;
      const skip = text === 'in' || text === 'at' ? 1 : 0;
      return [{ from: from + skip, to, reading: referenceReading('PAST_REF', scan.anchor) }];
    },
  ),
  rule(
    'future',
    ['soon', 'as soon as possible', 'the near? future', 'the foreseeable future', 'in future', 'future', 'a later date', 'the near term', 'the short term', 'shortly', 'from time to time'],
    'The ministers will meet in the near future.',
    (scan, from, to) => {
      const text = wordAt(scan, from);
      const next = wordAt(scan, to);
      if ((text === 'soon' || text === 'shortly') && /^(as|after|before)$/.test(next)) return null;
      if (text === 'soon' && /^(as|too|how)$/.test(wordBefore(scan, from))) return null;
      if (text === 'the' && next === 'of') return null;
      if (text === 'future' && /^(the|its|their|his|her|our|a|my|your|uncertain)$/.test(wordBefore(scan, from))) return null;
      return later(scan, from, to);
    },
  ),
];

function later(scan: Scan, from: number, to: number) {
  const skip = wordAt(scan, from) === 'in' ? 1 : 0;
  return [{ from: from + skip, to, reading: referenceReading('FUTURE_REF', scan.anchor) }];
}
