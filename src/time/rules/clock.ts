import { dayNumber } from '../../day.ts';
import type { Day } from '../../report.ts';
import type { Capture } from '../pattern.ts';
import { dayPeriod } from '../periods.ts';
import { clockReading, dateReading, type Reading, withMod } from '../reading.ts';
import { captured, innerOf, type Piece, type Rule, rule, type Scan } from '../rule.ts';
import type { Part } from '../vocabulary.ts';

const ZONE =
  '( est/edt/gmt/utc/cst/cdt/pst/pdt/et/bst/cet/cest/msk/ist/jst/aest/eet/z | local time | moscow/beijing/london/eastern/pacific/central/mountain time )?';
const STATED_ZONE = ZONE.slice(0, -1);
const HALF = 'half:a.m./p.m./am/pm/a.m/p.m';
/** "10:35 a.m. (0735 GMT) Friday": the same time elsewhere, before the day. */
const ELSEWHERE = `( open:( other:CLOCK/NUMBER ${ZONE} close:) )?`;
const ABOUT = '( mod:about/around/approximately/shortly )?';

/** Times on the clock, alone (of the report's day) or with their day. */
export const CLOCK_RULES: readonly Rule[] = [
  rule(
    'instant',
    ['NUMERIC t CLOCK z?', 'NUMERIC CLOCK ( utc/gmt/z )?'],
    'The note was sent at 2023-06-14 10:35 UTC.',
    (scan) => {
      const parts = captured(scan, 'NUMERIC')!.text.split('-');
      const time = clockOf(captured(scan, 'CLOCK')!, null);
      const day =
        parts.length === 3 ? dateReading(dayPeriod(parts.map((n) => n.padStart(2, '0')).join('-'))) : null;
      return day === null || time === null ? null : clockReading(day, time);
    },
  ),
  rule(
    'clock-range',
    [
      `CLOCK ( first:a.m./p.m./am/pm/a.m/p.m )? ${ZONE} -/to/and/until/till last:CLOCK ( ${HALF} )? ${ZONE} ,? on? INNER`,
      `CLOCK ( first:a.m./p.m./am/pm/a.m/p.m )? ${ZONE} -/to/and/until/till last:CLOCK ( ${HALF} )? ${ZONE}`,
      `NUMBER ( first:a.m./p.m./am/pm/a.m/p.m )? -/to/and/until/till last:NUMBER ${HALF} ${ZONE} ,? on? INNER`,
      `NUMBER ( first:a.m./p.m./am/pm/a.m/p.m )? -/to/and/until/till last:NUMBER ${HALF} ${ZONE}`,
    ],
    'The ministers met from 10:00 to 12:30 on Wednesday.',
    (scan, from, to) => clockRange(scan, from, to),
  ),
  rule(
    'clock',
    [
      `${ABOUT} CLOCK half:a.m./p.m./am/pm/a.m/p.m? ${ZONE} ${ELSEWHERE} ,? on? INNER`,
      `${ABOUT} CLOCK half:a.m./p.m./am/pm/a.m/p.m? ${ZONE}`,
      `${ABOUT} CLOCK in the PART`,
      `${ABOUT} NUMBER ${HALF} ${ZONE} ${ELSEWHERE} ,? on? INNER`,
      `${ABOUT} NUMBER ${HALF} ${ZONE}`,
      `${ABOUT} NUMBER o'clock ( in the PART )? ( on? INNER )?`,
      `${ABOUT} NUMBER in the PART`,
      `NUMBER ${HALF} yesterday/today/tomorrow`,
    ],
    'The call began at 10:35 a.m. on Friday.',
    (scan, from, to) => clock(scan, from, to),
  ),
  rule(
    'clock-of-four-figures',
    [`NUMBER ${STATED_ZONE} ( on? INNER )?`, 'NUMBER hours ( on? INNER )?'],
    'The cease-fire began at 0600 GMT on 14 June 2023.',
    (scan) => {
      const { text } = captured(scan, 'NUMBER')!;
      // "17.30 GMT", "0735 GMT", "1800 hours": but "48 hours" is a length.
      const parts = /^(\d\d)\.?(\d\d)$/.exec(text);
      if (parts === null || Number(parts[1]) > 24 || Number(parts[2]) > 59) return null;
      return onDay(scan, `${parts[1]}:${parts[2]}`);
    },
  ),
  rule(
    'noon-or-midnight',
    ['name:noon/midnight/midday on? INNER', 'name:noon/midnight/midday ( local time )?'],
    'The deadline is noon on Thursday.',
    (scan) => {
      const name = captured(scan, 'name')!.text;
      return onDay(scan, name === 'midnight' ? '24:00' : '12:00');
    },
  ),
];

function clock(scan: Scan, from: number, to: number): Reading | null {
  const number = captured(scan, 'CLOCK') ?? captured(scan, 'NUMBER')!;
  const half = captured(scan, 'half')?.text[0] ?? null;
  const part = captured(scan, 'PART')?.entry.part ?? null;
  // "two in the morning" is a time, "40 in the evening" is a count.
  if (number.entry.number > 12 && part !== null) return null;
  if (captured(scan, 'half') === undefined && part !== null && to - from === 4 && !isHour(scan, number))
    return null;
  const time = clockOf(number, half ?? halfOf(part));
  if (time === null) return null;
  const mod = captured(scan, 'mod')?.text;
  return withMod(onDay(scan, time), mod === undefined || mod === 'shortly' ? undefined : 'APPROX');
}

/** A bare number is an hour only behind "at", "about" or their like. */
function isHour(scan: Scan, { from, text }: Capture): boolean {
  return (
    text.includes(':') ||
    /^(at|about|around|until|by|from|to|before|after)$/.test(scan.lexemes[from - 1]?.text ?? '')
  );
}

function halfOf(part: Part | null): string | null {
  if (part === null) return null;
  return part === 'AF' || part === 'EV' || part === 'NI' ? 'p' : 'a';
}

/** "10:35", "10.35" or an hour, with its half of the day, as HH:MM. */
function clockOf({ text, entry }: Pick<Capture, 'text' | 'entry'>, half: string | null): string | null {
  const figures = /^(\d{1,2})(?:[.:](\d\d))?(:\d\d)?$/.exec(text);
  const hours = figures === null ? (/^[a-z]/.test(text) ? entry.number : Number.NaN) : Number(figures[1]);
  const minutes = Number(figures?.[2] ?? 0);
  if (!Number.isInteger(hours) || hours > 24 || minutes > 59 || (half !== null && hours > 12)) return null;
  const hour = half === 'p' ? (hours % 12) + 12 : half === 'a' ? hours % 12 : hours;
  const seconds = figures?.[3] ?? '';
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}${seconds}`;
}

/** Both ends on one day; "9 to 11 a.m." says the half of the day once. */
function clockRange(scan: Scan, from: number, to: number): Piece[] | null {
  const last = captured(scan, 'last')!;
  const half = captured(scan, 'half')?.text[0] ?? null;
  const ends = clockOf(last, half);
  const number = captured(scan, 'CLOCK') ?? captured(scan, 'NUMBER')!;
  const stated = captured(scan, 'first')?.text[0] ?? null;
  let begins = clockOf(number, stated ?? half);
  if (begins !== null && ends !== null && begins > ends && stated === null) begins = clockOf(number, 'a');
  const first = begins === null ? null : onDay(scan, begins);
  const second = ends === null ? null : onDay(scan, ends);
  if (first === null || second === null) return null;
  return [
    { from, to: last.from - 1, reading: first },
    { from: last.from, to, reading: second },
  ];
}

function onDay(scan: Scan, time: string): Reading | null {
  const inner = innerOf(scan) ?? dateReading(dayPeriod(dayOfClock(scan)));
  return inner === null ? null : clockReading(inner, time);
}

/** An hour alone is of the day last mentioned, if that is of the week up to the report, else of the report's day. */
function dayOfClock({ focus, anchor }: Scan): Day {
  const day = focus?.beginMin ?? null;
  if (day === null || day !== focus?.endMax) return anchor;
  const away = dayNumber(anchor) - dayNumber(day);
  return away >= 0 && away <= 7 ? day : anchor;
}
