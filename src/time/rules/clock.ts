import { dayPeriod } from '../periods.ts';
import { clockReading, dateReading, type Reading, withMod } from '../reading.ts';
import { captured, innerOf, type Rule, rule, type Scan } from '../rule.ts';

const ZONE = '( est/edt/gmt/utc/cst/cdt/pst/pdt/et/bst/cet/cest/msk | local time | eastern time )';

/** Times on the clock, alone (of the report's day) or with their day. */
export const CLOCK_RULES: readonly Rule[] = [
  rule(
    'clock',
    [
      `( mod:about/around )? CLOCK half:a.m./p.m./am/pm/a.m/p.m? ${ZONE}? ,? ( on? INNER )?`,
      `( mod:about/around )? CLOCK half:a.m./p.m./am/pm/a.m/p.m? ${ZONE}?`,
      `( mod:about/around )? NUMBER half:a.m./p.m./am/pm/a.m/p.m ${ZONE}? ,? on? INNER`,
      `( mod:about/around )? NUMBER half:a.m./p.m./am/pm/a.m/p.m ${ZONE}?`,
      "( mod:about/around )? NUMBER o'clock ( in the PART )?",
      'NUMBER half:a.m./p.m./am/pm yesterday/today/tomorrow',
    ],
    'The call began at 10:35 a.m. on Friday.',
    (scan) => clock(scan),
  ),
  rule(
    'noon-or-midnight',
    ['name:noon/midnight/midday on? INNER', 'name:noon/midnight/midday'],
    'The deadline is noon on Thursday.',
    (scan) => {
      const name = captured(scan, 'name')!.text;
      return onDay(scan, name === 'midnight' ? '24:00' : '12:00');
    },
  ),
];

function clock(scan: Scan): Reading | null {
  const [hours, minutes] = (captured(scan, 'CLOCK')?.text ?? captured(scan, 'NUMBER')!.text)
    .split(':')
    .map(Number);
  const half = captured(scan, 'half')?.text[0] ?? null;
  const evening = captured(scan, 'PART')?.entry.part;
  if (hours === undefined || !Number.isInteger(hours) || hours > 24 || (minutes ?? 0) > 59) return null;
  if (half !== null && hours > 12) return null;
  const late = half === 'p' || evening === 'AF' || evening === 'EV' || evening === 'NI';
  const hour = late ? (hours % 12) + 12 : half === 'a' ? hours % 12 : hours;
  const pad = (n: number) => String(n).padStart(2, '0');
  const mod = captured(scan, 'mod') === undefined ? undefined : 'APPROX';
  return withMod(onDay(scan, `${pad(hour)}:${pad(minutes ?? 0)}`), mod);
}

function onDay(scan: Scan, time: string): Reading | null {
  const inner = innerOf(scan) ?? dateReading(dayPeriod(scan.anchor));
  return inner === null ? null : clockReading(inner, time);
}
