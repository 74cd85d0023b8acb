import type { Citation, Claim, ClaimActor, Encounter, Side, When } from '../serve/answers.ts';

/** Templates over what was counted; words of reports are quoted, never rewritten. */

export type Sides = readonly [Side, Side];

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const SHORT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const WITH_WEEKDAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

export function longDay(day: string): string {
  return LONG.format(dateOf(day));
}

export function shortDay(day: string): string {
  return SHORT.format(dateOf(day));
}

export function weekdayDay(day: string): string {
  return WITH_WEEKDAY.format(dateOf(day));
}

export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayOf(new Date(dateOf(day).getTime() + days * 86_400_000));
}

/** "18–19 June 2023", "June 2023", "2023", "from 16 June 2023", "by 16 June 2023", "no date". */
export function whenWords({ beginMin, endMax, endMin, beginMax }: When): string {
  const last = endMax ?? endMin;
  if (beginMin !== null && last !== null) return rangeWords(beginMin, last);
  if (beginMin !== null) return `from ${longDay(beginMin)}`;
  if (last !== null) return `by ${longDay(last)}`;
  return beginMax === null ? 'no date' : `by ${longDay(beginMax)}`;
}

function rangeWords(first: string, last: string): string {
  if (first === last) return longDay(first);
  const wholeMonths = first.endsWith('-01') && addDays(last, 1).endsWith('-01');
  if (first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  if (wholeMonths && first.slice(0, 7) === last.slice(0, 7)) return MONTH.format(dateOf(first));
  return LONG.formatRange(dateOf(first), dateOf(last));
}

export function plural(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

export function spaced(word: string): string {
  return word.replaceAll('-', ' ');
}

/** The status as it stands, with its polarity: "not planned". */
export function statusWords({ status, polarity, mood }: Claim): string {
  const word = mood ?? status;
  return polarity === 'negative' ? `not ${word}` : word;
}

/** Who says so: the source in the report's words, else the report itself. */
export function sourceWords({ claim, report }: Citation): string {
  if (claim.source.kind === 'narrator') return report.publisher ?? 'the report itself';
  const { kind, asWritten, actor } = claim.source;
  return (PRONOUN.test(asWritten ?? '') ? actor?.name : asWritten) ?? spaced(kind);
}

/** A source that only points to somebody: "he", "who". */
const PRONOUN = /^(?:he|she|it|they|who|which|that|we|one)$/i;

/** Persons stand for the country or body that they speak for: "China" is left out beside "Wang Yi". */
export function leadingActors(actors: readonly ClaimActor[]): ClaimActor[] {
  const persons = new Set(actors.filter(({ kind }) => kind === 'person').map(({ country }) => country));
  const names = new Set<string>();
  const bodies = new Set<string>();
  return actors.filter(({ kind, country, name, organisation }) => {
    if (names.has(name) || (kind !== 'person' && persons.has(country))) return false;
    names.add(name);
    if (kind === 'person' || country === null || organisation !== undefined) return true;
    // "China, Chinese government" is one party.
    const isFirst = !bodies.has(country);
    bodies.add(country);
    return isFirst;
  });
}

/** "Antony Blinken to China", "Xi Jinping and Joe Biden", "Wang Yi and Jake Sullivan, call". */
export function encounterTitle(encounter: Encounter, sides: Sides): string {
  const { kind, participants, place, host } = encounter;
  const visitors = participants.filter(({ country }) => country !== host);
  if (host !== undefined && visitors.length > 0) {
    const to = sides.find(({ code }) => code === host)?.name ?? place ?? host;
    return `${joined(leadingActors(visitors).map(({ name }) => name))} to ${to}`;
  }
  const of = (code: string | null) => participants.filter(({ country }) => country === code);
  const others = participants.filter(({ country }) => !sides.some(({ code }) => code === country));
  const names = [of(sides[0].code), of(sides[1].code), others].flatMap((group) =>
    leadingActors(group)
      .slice(0, 2)
      .map(({ name }) => name),
  );
  const what = kind === 'meeting' || kind === 'encounter' ? '' : `, ${kind}`;
  const where = place === undefined || participants.some(({ name }) => name === place) ? '' : `, ${place}`;
  return `${joined(names)}${what}${where}`;
}

function joined(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? 'nobody named')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Which side acts: the first, the second, or neither alone. */
export function sideOf(actors: readonly ClaimActor[], sides: Sides | null): 'a' | 'b' | 'both' {
  const countries = new Set(actors.flatMap(({ country }) => country ?? []));
  if (sides === null || countries.size !== 1) return 'both';
  return countries.has(sides[0].code) ? 'a' : countries.has(sides[1].code) ? 'b' : 'both';
}
