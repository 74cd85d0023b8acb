import { dayNumber } from '../../day.ts';
import type { Day } from '../../report.ts';
import type { DayOfYear } from '../named-days.ts';
import { dayPeriod, weekPeriod, yearNumber } from '../periods.ts';
import { dateReading, type Reading } from '../reading.ts';
import { captured, innerOf, type Rule, rule, type Scan, wordBefore, yearOf } from '../rule.ts';

const NAMED_EVENTS =
  'attack/attacks/massacre/crackdown/riot/riots/insurrection/bombing/bombings/hijackers/hijackings/committee/commission';

/** What is given, said or sung at a feast on any day around it. */
const OF_A_FEAST =
  /^(trees?|cards?|gifts?|presents?|markets?|messages?|greetings?|speech|address|sermon|homily|party|parties|dinner|lunch|carols?|songs?|lights|decorations?|ornaments?|shopping|season|holidays?|break|bonus|cake|cookies|eggs?|bunny|stamps?|film|movie|album|concert|toys?|pudding|turkeys?|parcels?|hamper|wreath|costumes?|resolutions?)$/;

export const NAMED_DAY_RULES: readonly Rule[] = [
  rule(
    'named-day',
    ['NAMED ,? YEARNUM', 'ref:last/next/this NAMED', 'NAMED'],
    'The truce holds until Christmas Day.',
    (scan, from, to) => namedDay(scan, from, to),
  ),
  rule(
    'day-as-name',
    [`MONTH DAY ${NAMED_EVENTS}`, 'month:DAY / DAY'],
    'The Sept. 11 attacks brought the two presidents closer.',
    (scan, from, to) => {
      const written = captured(scan, 'month');
      const month = written?.entry.number ?? captured(scan, 'MONTH')!.entry.month;
      const named = scan.namedDays.events.get(`${month}-${captured(scan, 'DAY')!.entry.number}`);
      if (named === undefined || named > scan.anchor) return null;
      // "9/11" in one piece, not "9 / 11" or "9/11/2001".
      const glued = (at: number) => scan.lexemes[at]?.glued === true;
      if (written !== undefined && !(glued(from + 1) && glued(from + 2) && scan.lexemes[to]?.text !== '/'))
        return null;
      return [{ from, to: written === undefined ? to - 1 : to, reading: dateReading(dayPeriod(named))! }];
    },
  ),
  rule('week-of', ['the week of INNER'], 'The delegation is expected the week of 6 March.', (scan) => {
    const inner = innerOf(scan);
    return inner?.granularity === 'day' && inner.beginMin !== null
      ? dateReading(weekPeriod(inner.beginMin))
      : null;
  }),
];

function namedDay(scan: Scan, from: number, to: number): Reading | null {
  // "Easter Island", "the Good Friday Agreement".
  if (yearOf(scan) === null && scan.lexemes[to]?.capital) return null;
  // "a tall Christmas tree", "the Easter message", but "her Christmas Day speech".
  if (
    OF_A_FEAST.test(scan.lexemes[to]?.text ?? '') &&
    !/^(day|eve|friday|sunday|monday)$/.test(scan.lexemes[to - 1]!.text)
  )
    return null;
  // "a Thanksgiving dinner" can be given on any day.
  if (/^(an?|his|her|its|their)$/.test(wordBefore(scan, from))) return null;
  const dayOfYear = captured(scan, 'NAMED')!.value as DayOfYear;
  const stated = yearOf(scan);
  if (stated !== null) return dateReading(dayPeriod(dayOfYear(stated)));
  const here = yearNumber(scan.anchor);
  const days: readonly Day[] = [here - 1, here, here + 1].flatMap((year) => dayOfYear(year) ?? []);
  const back = dayPeriod(days.findLast((day) => day <= scan.anchor) ?? null);
  const forward = dayPeriod(days.find((day) => day >= scan.anchor) ?? null);
  const ref = captured(scan, 'ref')?.text;
  const direction = scan.direction(from) ?? nearer(scan.anchor, back?.from, forward?.from);
  const ahead = ref === undefined ? direction === 'forward' : ref !== 'last';
  return ahead ? dateReading(forward, back) : dateReading(back, forward);
}

/** Where nothing says, the feast that is nearer. */
function nearer(anchor: Day, back: Day | undefined, forward: Day | undefined): 'back' | 'forward' {
  if (back === undefined || forward === undefined) return back === undefined ? 'forward' : 'back';
  return dayNumber(forward) - dayNumber(anchor) < dayNumber(anchor) - dayNumber(back) ? 'forward' : 'back';
}
