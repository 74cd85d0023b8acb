/** The words the rules know, by class. A word may have several classes: "second" is a unit and an ordinal. */

/** Classes a pattern can ask for by name; each is a bit. */
export const CLASS = {
  MONTH: 1,
  WEEKDAY: 2,
  /** Singular: "day". */
  UNIT: 4,
  /** Plural: "days". */
  UNITS: 8,
  /** A cardinal number, in figures or a single word. */
  NUMBER: 16,
  ORDINAL: 32,
  /** Four figures that can be a year. */
  YEAR: 64,
  /** "1990s", "90s". */
  DECADE: 128,
  /** "2023-06-14", "14/06/2023". */
  NUMERIC: 256,
  /** "10:35". */
  CLOCK: 512,
  SEASON: 1024,
  PART: 2048,
  /** 1 to 31 in figures, with or without "th". */
  DAY: 4096,
  /** "nineties". */
  DECADEWORD: 8192,
  /** "daily". */
  ADVERB: 16384,
  /** "Mondays". */
  WEEKDAYS: 32768,
} as const;

export type ClassName = keyof typeof CLASS;

export type Unit = 'S' | 'MIN' | 'H' | 'D' | 'WE' | 'W' | 'M' | 'Q' | 'Y' | 'DE' | 'CE';
export type Part = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';
export type SeasonName = 'SP' | 'SU' | 'FA' | 'WI';

/** What a word means in each class it has. */
export interface Entry {
  bits: number;
  month: number;
  weekday: number;
  unit: Unit | null;
  number: number;
  season: SeasonName | null;
  part: Part | null;
  /** A shortened form, whose full stop belongs to it. */
  short: boolean;
}

export function newEntry(): Entry {
  return { bits: 0, month: 0, weekday: -1, unit: null, number: 0, season: null, part: null, short: false };
}

const entries = new Map<string, Entry>();

function add(word: string, bits: number, fields: Partial<Entry>): void {
  const entry = entries.get(word) ?? newEntry();
  Object.assign(entry, fields, { bits: entry.bits | bits });
  entries.set(word, entry);
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
MONTHS.forEach((word, i) => {
  add(word, CLASS.MONTH, { month: i + 1 });
  if (word.length > 4) add(word.slice(0, 3), CLASS.MONTH, { month: i + 1, short: true });
});
add('sept', CLASS.MONTH, { month: 9, short: true });

const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
WEEKDAYS.forEach((word, i) => {
  add(word, CLASS.WEEKDAY, { weekday: i });
  add(`${word}s`, CLASS.WEEKDAYS, { weekday: i });
});
// "Sat" and "Sun" are left out: a verb, and a newspaper or a star.
for (const [word, weekday] of [
  ['mon', 0],
  ['tue', 1],
  ['tues', 1],
  ['wed', 2],
  ['thu', 3],
  ['thur', 3],
  ['thurs', 3],
  ['fri', 4],
] as const) {
  add(word, CLASS.WEEKDAY, { weekday, short: true });
}

for (const [words, unit] of [
  ['second seconds', 'S'],
  ['minute minutes', 'MIN'],
  ['hour hours', 'H'],
  ['day days', 'D'],
  ['weekend weekends', 'WE'],
  ['week weeks', 'W'],
  ['month months', 'M'],
  ['quarter quarters', 'Q'],
  ['year years', 'Y'],
  ['decade decades', 'DE'],
  ['century centuries', 'CE'],
] as const) {
  const [one, many] = words.split(' ');
  add(one!, CLASS.UNIT, { unit });
  add(many!, CLASS.UNITS, { unit });
}
add('fortnight', CLASS.UNIT, { unit: 'W' });

(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
)
  .split(' ')
  .forEach((word, number) => {
    add(word, CLASS.NUMBER, { number });
  });
'thirty forty fifty sixty seventy eighty ninety hundred'.split(' ').forEach((word, i) => {
  add(word, CLASS.NUMBER, { number: 30 + 10 * i });
});
add('thousand', CLASS.NUMBER, { number: 1000 });

(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first'
)
  .split(' ')
  .forEach((word, i) => {
    add(word, CLASS.ORDINAL, { number: i + 1 });
  });

'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ').forEach((word, i) => {
  add(word, CLASS.DECADEWORD, { number: 20 + 10 * i });
});

for (const [word, season] of [
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
] as const) {
  add(word, CLASS.SEASON, { season });
}

for (const [word, part] of [
  ['morning', 'MO'],
  ['midday', 'MI'],
  ['noon', 'MI'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
] as const) {
  add(word, CLASS.PART, { part });
}

for (const [word, unit] of [
  ['hourly', 'H'],
  ['daily', 'D'],
  ['weekly', 'W'],
  ['monthly', 'M'],
  ['annually', 'Y'],
  ['annual', 'Y'],
  ['yearly', 'Y'],
  ['quarterly', 'Q'],
] as const) {
  add(word, CLASS.ADVERB, { unit });
}

/** The entry of a word in lower case. */
export const VOCABULARY: ReadonlyMap<string, Readonly<Entry>> = entries;
