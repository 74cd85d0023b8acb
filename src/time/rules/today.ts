import { dayPeriod, shift } from '../periods.ts';
import { dateReading, partReading, type Reading } from '../reading.ts';
import { captured, type Rule, rule, type Scan, wordBefore } from '../rule.ts';

/** Days counted from the day of the report by a word of their own. */
export const TODAY_RULES: readonly Rule[] = [
  rule('today', ['today'], 'The envoy arrives today.', (scan, from) =>
    wordBefore(scan, from) === 'usa' ? null : away(scan, 0),
  ),
  rule('yesterday', ['yesterday'], 'The embassy was reopened yesterday.', (scan) => away(scan, -1)),
  rule('tomorrow', ['tomorrow'], 'The leaders meet tomorrow.', (scan) => away(scan, 1)),
  rule('day-before-yesterday', ['the day before yesterday'], 'He landed the day before yesterday.', (scan) =>
    away(scan, -2),
  ),
  rule('day-after-tomorrow', ['the day after tomorrow'], 'She leaves the day after tomorrow.', (scan) =>
    away(scan, 2),
  ),
  rule('tonight', ['tonight'], 'The president speaks tonight.', (scan) => part(scan, 0, 'NI')),
  rule(
    'last-night',
    ['last night', 'last evening', 'overnight'],
    'The consulate was attacked last night.',
    (scan, from, to) => {
      if (scan.lexemes[from]!.text === 'last')
        return part(scan, -1, scan.lexemes[to - 1]!.text === 'night' ? 'NI' : 'EV');
      return part(scan, 0, 'NI');
    },
  ),
  rule(
    'this-morning',
    ['this very? PART', 'later this PART', 'earlier this PART'],
    'The ambassador was called in this morning.',
    (scan) => part(scan, 0, captured(scan, 'PART')!.entry.part!),
  ),
];

function away(scan: Scan, days: number): Reading | null {
  return dateReading(dayPeriod(shift(scan.anchor, days)));
}

function part(scan: Scan, days: number, code: Parameters<typeof partReading>[1]): Reading | null {
  const day = away(scan, days);
  return day === null ? null : partReading(day, code);
}
