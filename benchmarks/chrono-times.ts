import * as chrono from 'chrono-node';
import type { Timex } from './timex-score.ts';

/**
 * What chrono-node finds, in TIMEX3: its dates as exact as it says it knows them. It is given what helps it: words
 * before a date that TIMEX3 leaves out are cut off, and zones do not matter.
 */
export function chronoTimes(text: string, day: string): Timex[] {
  const reference = { instant: new Date(`${day}T12:00:00Z`), timezone: 'UTC' };
  return chrono.parse(text, reference).map(({ index, text: words, start }) => {
    const cut =
      /^(?:on|at|in|from|since|by|for|during|within|until|before|after)\s+/i.exec(words)?.[0].length ?? 0;
    const value = timexValue(start);
    const type = value.includes('T') ? 'TIME' : 'DATE';
    return { begin: index + cut, end: index + words.length, type, value };
  });
}

function timexValue(start: chrono.ParsedComponents): string {
  const two = (part: chrono.Component) => String(start.get(part) ?? 1).padStart(2, '0');
  const year = String(start.get('year') ?? 0).padStart(4, '0');
  if (start.isCertain('hour')) return `${year}-${two('month')}-${two('day')}T${two('hour')}:${two('minute')}`;
  if (start.isCertain('day') || start.isCertain('weekday')) return `${year}-${two('month')}-${two('day')}`;
  if (start.isCertain('month')) return `${year}-${two('month')}`;
  return start.isCertain('year') ? year : `${year}-${two('month')}-${two('day')}`;
}
