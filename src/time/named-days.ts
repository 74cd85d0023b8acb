import { isDay, makeDay } from '../day.ts';
import type { Day } from '../report.ts';
import { readTable } from '../table.ts';
import { type Lexeme, lex } from './lexemes.ts';
import { easterSunday, nthWeekday } from './moving-days.ts';
import { shift } from './periods.ts';
import { CLASS } from './vocabulary.ts';

/** The day that bears a name in a year; null where the year has none. */
export type DayOfYear = (year: number) => Day | null;

/** Days by name, and days that stand for what happened on them. */
export interface NamedDays {
  /** First words of the names, in lower case. */
  readonly firstWords: readonly string[];
  /** The longest name that begins at a lexeme. */
  find(lexemes: readonly Lexeme[], at: number): { readonly end: number; readonly value: DayOfYear } | null;
  /** The day of an event by its month and day: "9-11" is 2001-09-11. */
  readonly events: ReadonlyMap<string, Day>;
}

interface Name {
  readonly words: readonly string[];
  readonly day: DayOfYear;
}

/**
 * Reads data/time/named-days.tsv; its head explains the form. Throws with the row's name where a day cannot
 * be read.
 *
 * @example readNamedDays('name\tday\torigin\nMay Day\t05-01\tcustom').firstWords // ['may']
 */
export function readNamedDays(table: string): NamedDays {
  const byFirst = new Map<string, Name[]>();
  const events = new Map<string, Day>();
  for (const { name, day } of readTable('data/time/named-days.tsv', table)) {
    const lexemes = lex(name!, 0, name!.length);
    const [month, number] = lexemes.map(({ entry }) => entry);
    if (isDay(day!) && lexemes.length === 2 && month && number && (month.bits & CLASS.MONTH) !== 0) {
      events.set(`${month.month}-${number.number}`, day!);
      continue;
    }
    const words = lexemes.map(({ text }) => text);
    const names = byFirst.get(words[0]!) ?? [];
    byFirst.set(words[0]!, [...names, { words, day: readDay(name!, day!) }]);
  }
  for (const names of byFirst.values()) names.sort((a, b) => b.words.length - a.words.length);
  return {
    firstWords: [...byFirst.keys()],
    events,
    find: (lexemes, at) => {
      if (!lexemes[at]?.capital) return null;
      const found = byFirst
        .get(lexemes[at].text)
        ?.find(({ words }) => words.every((word, i) => lexemes[at + i]?.text === word));
      return found === undefined ? null : { end: at + found.words.length, value: found.day };
    },
  };
}

/** Without a file: no day has a name. */
export const NO_NAMED_DAYS: NamedDays = { firstWords: [], events: new Map(), find: () => null };

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function readDay(name: string, text: string): DayOfYear {
  const fixed = /^(\d\d)-(\d\d)$/.exec(text);
  if (fixed !== null) return (year) => makeDay(year, Number(fixed[1]), Number(fixed[2]));
  const easter = /^easter(?: ([+-]\d{1,2}))?$/.exec(text);
  if (easter !== null) return (year) => moved(easterSunday(year), Number(easter[1] ?? 0));
  const nth = /^(\d\d) ([A-Z][a-z]{2}) ([1-5]|last)(?: ([+-]\d))?$/.exec(text);
  const weekday = WEEKDAYS.indexOf(nth?.[2] ?? '');
  if (nth !== null && weekday >= 0) {
    const n = nth[3] === 'last' ? -1 : Number(nth[3]);
    return (year) => moved(nthWeekday(year, Number(nth[1]), weekday, n), Number(nth[4] ?? 0));
  }
  const days = text.split(' ');
  if (!days.every(isDay))
    throw new Error(
      `data/time/named-days.tsv: cannot read the day "${text}" of "${name}"; use MM-DD, "11 Thu 4", "05 Mon last", "easter -2" or a list of YYYY-MM-DD`,
    );
  const byYear = new Map(days.map((day) => [Number(day.slice(0, 4)), day]));
  return (year) => byYear.get(year) ?? null;
}

function moved(day: Day | null, days: number): Day | null {
  return day === null ? null : shift(day, days);
}
