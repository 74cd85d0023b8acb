import { dayPeriod, periodOf, shift } from '../periods.ts';
import { dateReading, partReading, type Reading } from '../reading.ts';
import { captured, type Rule, rule, type Scan } from '../rule.ts';
import type { Unit } from '../vocabulary.ts';
import { stepped } from './relative-periods.ts';

/** Times that lean on the time last mentioned, not on the day of the report. */
export const ANCHORED_RULES: readonly Rule[] = [
  rule(
    'following',
    ['the following/next/ensuing UNIT', 'the following WEEKDAY', 'the UNIT after'],
    'They met on 3 May 2021 and spoke again the following day.',
    (scan, from, to) => onFocus(scan, from, to, 1),
  ),
  rule(
    'preceding',
    ['the preceding/previous UNIT', 'the UNIT before/earlier'],
    'The truce of 3 May 2021 was agreed the previous day.',
    (scan, from, to) => onFocus(scan, from, to, -1),
  ),
  rule(
    'same',
    ['that? the? same/very UNIT', 'that UNIT', 'later/earlier that UNIT'],
    'He landed on 3 May 2021 and left the same day.',
    (scan, from, to) => {
      const first = scan.lexemes[from]!.text;
      if (first === 'same' || first === 'very') return null;
      const reading = onFocus(scan, from, to, 0);
      if (reading === null || (first !== 'later' && first !== 'earlier')) return reading;
      return { ...reading, mod: first === 'later' ? 'END' : 'START' };
    },
  ),
  rule(
    'next-morning',
    ['the next/following PART', 'that same? PART'],
    'They met on 3 May 2021 and left the next morning.',
    (scan, from) => {
      const day = focusDay(scan);
      const there = shift(day, scan.lexemes[from]!.text === 'that' ? 0 : 1);
      const date = dateReading(dayPeriod(there));
      return date === null ? null : partReading(date, captured(scan, 'PART')!.entry.part!);
    },
  ),
];

function focusDay(scan: Scan): string {
  return scan.focus?.beginMin ?? scan.anchor;
}

function onFocus(scan: Scan, _from: number, to: number, step: number): Reading | null {
  const unit: Unit | null = captured(scan, 'UNIT')?.entry.unit ?? null;
  const day = focusDay(scan);
  if (unit === null) {
    const ahead = (captured(scan, 'WEEKDAY')!.entry.weekday - new Date(day).getUTCDay() + 1 + 7) % 7;
    return dateReading(dayPeriod(shift(day, ahead === 0 ? 7 : ahead)));
  }
  if (unit === 'S' || unit === 'MIN' || unit === 'H' || scan.focus === null) return null;
  // "the day before authorities came": counted from something else.
  const last = scan.lexemes[to - 1]!.text;
  const next = scan.lexemes[to]?.text ?? '';
  if ((last === 'before' || last === 'after') && next !== '' && !/^[.,;:)"”]$/.test(next)) return null;
  const reading = step === 0 ? dateReading(periodOf(day, unit)) : stepped(day, unit, step);
  return reading === null ? null : { ...reading, anchor: day };
}
