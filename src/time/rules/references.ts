import { parseCount } from '../count.ts';
import { referenceReading } from '../reading.ts';
import { type Rule, rule, type Scan, wordAt, wordBefore } from '../rule.ts';

/** Now, lately, some day: TIMEX3's `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`. */
export const REFERENCE_RULES: readonly Rule[] = [
  rule(
    'present',
    [
      'right now',
      'now',
      'currently',
      'current',
      'nowadays',
      'these days',
      'at present',
      'at the present time',
      'at the moment',
    ],
    'The two sides are now talking.',
    (scan, from, to) => {
      const text = wordAt(scan, from);
      if (
        text === 'current' &&
        (wordAt(scan, to) === 'account' || wordAt(scan, to) === '' || wordBefore(scan, from) === '-')
      )
        return null;
      // "Now, he says", "Now for the weather": a turn of speech, no time.
      if (text === 'now' && from === 0 && /^(,|for|we|you|i|let|look|listen)$/.test(wordAt(scan, to)))
        return null;
      const skip = text === 'at' ? 1 : 0;
      return [{ from: from + skip, to, reading: referenceReading('PRESENT_REF', scan.anchor) }];
    },
  ),
  rule(
    'past',
    [
      'more? recently',
      'recent',
      'lately',
      'in the recent past',
      'the recent past',
      'in the past',
      'some time ago',
      'long ago',
    ],
    'Beijing recently recalled its ambassador.',
    (scan, from, to) => {
      const text = wordAt(scan, from);
      // "as recently as last month" is last month.
      if (wordBefore(scan, from) === 'as' && wordAt(scan, to) === 'as') return null;
      // "in the past two years", "in the past week": a span with two ends.
      if (text === 'in' && wordAt(scan, to - 1) === 'past' && leadsToUnit(scan, to)) return null;
      const skip = text === 'in' ? 1 : 0;
      return [{ from: from + skip, to, reading: referenceReading('PAST_REF', scan.anchor) }];
    },
  ),
  rule(
    'future',
    [
      'soon',
      'as soon as possible',
      'the near? future',
      'the foreseeable future',
      'in future',
      'a later date',
      'the near term',
      'the short term',
      'shortly',
      'from time to time',
    ],
    'The ministers will meet in the near future.',
    (scan, from, to) => {
      const text = wordAt(scan, from);
      const next = wordAt(scan, to);
      if (
        (text === 'soon' || text === 'shortly') &&
        /^(as|after|before|afterwards?|thereafter|enough)$/.test(next)
      )
        return null;
      if (text === 'soon' && /^(as|too|how)$/.test(wordBefore(scan, from))) return null;
      if (text === 'the' && next === 'of') return null;
      return later(scan, from, to);
    },
  ),
];

function leadsToUnit(scan: Scan, at: number): boolean {
  const entry = scan.lexemes[at]?.entry;
  return (entry !== null && entry !== undefined && entry.bits !== 0) || parseCount(scan.lexemes, at) !== null;
}

function later(scan: Scan, from: number, to: number) {
  const skip = wordAt(scan, from) === 'in' ? 1 : 0;
  return [{ from: from + skip, to, reading: referenceReading('FUTURE_REF', scan.anchor) }];
}
