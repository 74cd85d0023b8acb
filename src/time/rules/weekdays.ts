import { weekdayOf } from '../../day.ts';
import { dayPeriod, shift } from '../periods.ts';
import { dateReading, partReading } from '../reading.ts';
import { captured, countOf, innerOf, type Rule, rule, type Scan, wordAt, wordBefore } from '../rule.ts';

export const WEEKDAY_RULES: readonly Rule[] = [
  rule(
    'last-or-next-weekday',
    [
      '( this past )? the? ref:last/past/previous/next/coming/this WEEKDAY',
      'this ref:coming/past WEEKDAY',
      'WEEKDAY ref:last',
      'WEEKDAY of? ref:last/next/this week',
    ],
    'The two sides met last Friday.',
    (scan, _, to) => {
      const { weekday } = captured(scan, 'WEEKDAY')!.entry;
      const ref = captured(scan, 'ref')!.text;
      // "the previous Friday" leans on the day last mentioned.
      const base =
        ref === 'previous' && scan.focus?.granularity === 'day' ? scan.focus.beginMin! : scan.anchor;
      const today = weekdayOf(base);
      const ahead = (weekday - today + 7) % 7;
      if (scan.lexemes[to - 1]!.text === 'week') {
        const weeks = { this: 0, last: -1, next: 1 }[ref] ?? 0;
        return dateReading(dayPeriod(shift(scan.anchor, weekday - today + 7 * weeks)));
      }
      if (ref === 'this') {
        const day = dayPeriod(shift(scan.anchor, weekday - today));
        return dateReading(day);
      }
      // "next Friday" and "last Friday" on a Friday are a week away; the week may be counted otherwise.
      if (ref === 'next' || ref === 'coming') {
        const near = ahead === 0 ? 7 : ahead;
        return dateReading(dayPeriod(shift(scan.anchor, near)), dayPeriod(shift(scan.anchor, near + 7)));
      }
      const back = ahead === 0 ? -7 : ahead - 7;
      return dateReading(dayPeriod(shift(base, back)), dayPeriod(shift(base, back - 7)));
    },
  ),
  rule('weekday', ['WEEKDAY'], 'The ministry said on Wednesday that no deal was near.', (scan, from, to) => {
    if (!scan.lexemes[from]!.capital || isTitle(scan, from, to)) return null;
    const { weekday } = captured(scan, 'WEEKDAY')!.entry;
    const ahead = (weekday - weekdayOf(scan.anchor) + 7) % 7;
    // Today counts on both sides: reports name their own day by its weekday.
    const back = dayPeriod(shift(scan.anchor, ahead === 0 ? 0 : ahead - 7));
    const forward = dayPeriod(shift(scan.anchor, ahead));
    // "a Wednesday deadline" is still to come.
    const due = wordAt(scan, to) === 'deadline' && wordBefore(scan, from) === 'a';
    if (due || scan.direction(from) === 'forward') return dateReading(forward, back);
    return dateReading(back, ahead === 0 ? dayPeriod(shift(scan.anchor, 7)) : forward);
  }),
  rule('weekdays-ago', ['COUNT WEEKDAYS/WEEKDAY ago'], 'The envoy was expelled two Fridays ago.', (scan) => {
    const { n } = countOf(scan);
    const { weekday } = (captured(scan, 'WEEKDAYS') ?? captured(scan, 'WEEKDAY')!).entry;
    if (n === null) return null;
    const ahead = (weekday - weekdayOf(scan.anchor) + 7) % 7;
    const last = ahead === 0 ? -7 : ahead - 7;
    return dateReading(dayPeriod(shift(scan.anchor, last - 7 * (Math.floor(n) - 1))));
  }),
  rule(
    'part-of-day',
    ['INNER PART', 'early/late INNER PART', 'the PART of INNER', 'the early/late? PART of INNER'],
    'They spoke by telephone on Tuesday evening.',
    (scan) => {
      const inner = innerOf(scan);
      return inner === null ? null : partReading(inner, captured(scan, 'PART')!.entry.part!);
    },
  ),
];

/** "The Sunday Times" is a newspaper. */
function isTitle(scan: Scan, from: number, to: number): boolean {
  const next = scan.lexemes[to];
  if (next === undefined || !next.capital) return false;
  return (
    /^(times|telegraph|mail|express|mirror|post|magazine|herald|tribune|review|agreement|night)$/.test(
      next.text,
    ) && scan.lexemes[from - 1]?.text !== 'on'
  );
}
