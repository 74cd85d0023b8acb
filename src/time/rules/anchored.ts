import { weekdayOf } from '../../day.ts';
import { dayPeriod, periodOf, shift } from '../periods.ts';
import { dateReading, partReading, type Reading } from '../reading.ts';
import { captured, type Rule, rule, type Scan, wordAt } from '../rule.ts';
import type { Unit } from '../vocabulary.ts';
import { looksAhead, stepped } from './relative-periods.ts';

/** Times that lean on the time last mentioned, not on the day of the report. */
export const ANCHORED_RULES: readonly Rule[] = [
  rule(
    'following',
    ['the following/next/ensuing UNIT', 'the following WEEKDAY', 'the UNIT after'],
    'They met on 3 May 2021 and spoke again the following day.',
    (scan, from, to) => {
      const unit = captured(scan, 'UNIT')?.entry.unit;
      if (unit && wordAt(scan, from + 1) === 'next' && unit !== 'D' && looksAhead(scan, from, unit))
        return null;
      return onFocus(scan, from, to, 1);
    },
  ),
  rule(
    'preceding',
    ['the preceding/previous UNIT', 'the UNIT before/earlier'],
    'The truce of 3 May 2021 was agreed the previous day.',
    (scan, from, to) => onFocus(scan, from, to, -1),
  ),
  rule(
    'same',
    ['that? the? same/very UNIT', 'that UNIT', 'later/earlier that same? UNIT'],
    'He landed on 3 May 2021 and left the same day.',
    (scan, from, to) => {
      const first = scan.lexemes[from]!.text;
      if (first === 'same' || first === 'very') return null;
      const reading = onFocus(scan, from, to, 0);
      return reading === null ? null : withSide(reading, first);
    },
  ),
  rule(
    'next-part-of-day',
    ['the side:next/following/previous/preceding PART', 'that same? PART', 'the PART side:before'],
    'They met on 3 May 2021 and left the next morning.',
    (scan, _, to) => {
      const side = captured(scan, 'side')?.text ?? 'that';
      if (side === 'before' && !endsClause(scan, to)) return null;
      const step = side === 'that' ? 0 : side === 'next' || side === 'following' ? 1 : -1;
      return onPart(scan, step);
    },
  ),
  rule(
    'part-of-the-day',
    ['in the early/late? PART', 'during the PART', 'by -? mid -? PART', 'by/in/since early/late PART'],
    'Delegates met on 3 May 2021 and signed the accord in the evening.',
    (scan, from, to) => {
      const reading = onPart(scan, 0);
      if (reading === null || wordAt(scan, to) === 'of') return null;
      const first = scan.lexemes[from + 1]!.text === '-' ? from + 2 : from + 1;
      const mid = scan.lexemes.slice(from, to).some(({ text }) => text === 'mid');
      return [{ from: first, to, reading: mid ? { ...reading, mod: 'MID' } : reading }];
    },
  ),
  rule(
    'then',
    ['since/until/till/by/before/from then'],
    'The treaty lapses on 30 June 2023; until then the inspectors stay.',
    (scan, from, to) => {
      const { focus } = scan;
      // "by then-President Nixon", "by then Vice President Nixon".
      if (scan.lexemes[to]?.capital || wordAt(scan, to) === '-') return null;
      if (focus === null || (focus.granularity === 'quarter' && !focus.dated)) return null;
      const { rejected: _, relation: __, mod: ___, ...reading } = focus;
      return [{ from: from + 1, to, reading: { ...reading, anchor: focusDay(scan) } }];
    },
  ),
];

function focusDay(scan: Scan): string {
  return scan.focus?.beginMin ?? scan.anchor;
}

function withSide(reading: Reading, side: string): Reading {
  if (side === 'later' || side === 'late') return { ...reading, mod: 'END' };
  return side === 'earlier' || side === 'early' ? { ...reading, mod: 'START' } : reading;
}

/** A part of the day last mentioned, or of a day beside it. */
function onPart(scan: Scan, step: number): Reading | null {
  const day =
    scan.focus?.endMax != null && scan.focus.beginMin === scan.focus.endMax ? focusDay(scan) : scan.anchor;
  const date = dateReading(dayPeriod(shift(day, step)));
  return date === null ? null : partReading(date, captured(scan, 'PART')!.entry.part!);
}

/** "the day before authorities came" is counted from something else. */
function endsClause(scan: Scan, at: number): boolean {
  return /^[.,;:)"”]?$/.test(wordAt(scan, at));
}

function onFocus(scan: Scan, from: number, to: number, step: number): Reading | null {
  const unit: Unit | null = captured(scan, 'UNIT')?.entry.unit ?? null;
  const day = focusDay(scan);
  if (unit === null) {
    const ahead = (captured(scan, 'WEEKDAY')!.entry.weekday - weekdayOf(day) + 7) % 7;
    return dateReading(dayPeriod(shift(day, ahead === 0 ? 7 : ahead)));
  }
  if (unit === 'S' || unit === 'MIN' || unit === 'H') return null;
  const last = wordAt(scan, to - 1);
  // Nothing to lean on: the report's own day, where the words say that they lean on something.
  if (
    scan.focus === null &&
    ((/^(before|after|earlier)$/.test(last) && unit !== 'D') || wordAt(scan, from) === 'that')
  )
    return null;
  if ((last === 'before' || last === 'after') && !endsClause(scan, to)) return null;
  const reading = step === 0 ? dateReading(periodOf(day, unit)) : stepped(day, unit, step);
  return reading === null ? null : { ...reading, anchor: day };
}
