import type { Lexeme } from './lexemes.ts';
import { CLASS } from './vocabulary.ts';

/** How many; `n` null where the words do not say ("several"). */
export interface Count {
  readonly n: number | null;
  /** "about", "a couple of": TIMEX3 `APPROX`. */
  readonly approximate?: boolean;
}

interface Found<T> {
  readonly end: number;
  readonly value: T;
}

const VAGUE = new Set(['several', 'few', 'many', 'some', 'numerous', 'countless']);

/** Words a count can begin with, beside numbers. */
export const COUNT_WORDS: readonly string[] = [
  ...VAGUE,
  'a',
  'an',
  'half',
  'dozens',
  'hundreds',
  'thousands',
  'couple',
  '½',
];

/** A count at `at`: "3", "twenty-four", "two and a half", "a couple of", "several". */
export function parseCount(lexemes: readonly Lexeme[], at: number): Found<Count> | null {
  const text = lexemes[at]?.text;
  if (text === undefined) return null;
  const next = lexemes[at + 1]?.text;
  if (VAGUE.has(text)) return { end: at + 1, value: { n: null } };
  if (text === 'dozens' || text === 'hundreds' || text === 'thousands') {
    return next === 'of' ? { end: at + 2, value: { n: null } } : null;
  }
  if (text === 'couple') return { end: next === 'of' ? at + 2 : at + 1, value: { n: 2, approximate: true } };
  if (text === 'half') return next === 'a' || next === 'an' ? { end: at + 2, value: { n: 0.5 } } : null;
  if (text === 'a' || text === 'an') {
    if (next === 'couple') return parseCount(lexemes, at + 1);
    if (next === 'few') return { end: at + 2, value: { n: null } };
    if (next === 'dozen') return { end: at + 2, value: { n: 12 } };
    if (next === 'half') return { end: at + 2, value: { n: 0.5 } };
    if (next === 'hundred') return { end: at + 2, value: { n: 100 } };
    return { end: at + 1, value: { n: 1 } };
  }
  const number = parseNumber(lexemes, at);
  if (number === null) return null;
  const { end, value } = number;
  // "two or three", "12 to 18": the lower stands for both.
  if (
    (lexemes[end]?.text === 'or' || lexemes[end]?.text === 'to' || lexemes[end]?.text === '-') &&
    end + 1 < lexemes.length
  ) {
    const other = parseNumber(lexemes, end + 1);
    if (other !== null && other.value > value)
      return { end: other.end, value: { n: value, approximate: true } };
  }
  return { end, value: { n: value } };
}

/** A cardinal number in figures or words, with halves. */
function parseNumber(lexemes: readonly Lexeme[], at: number): Found<number> | null {
  const first = numberAt(lexemes, at);
  if (first === null) return null;
  let value = first;
  let end = at + 1;
  if (/^[0-9]/.test(lexemes[at]!.text)) {
    const half = lexemes[end]?.text === '½' || isHalf(lexemes, end);
    if (half) return { end: lexemes[end]!.text === '½' ? end + 1 : end + 3, value: value + 0.5 };
  } else {
    for (let words = 0; words < 6; words++) {
      const skip = lexemes[end]?.text === '-' || (lexemes[end]?.text === 'and' && value >= 100) ? 1 : 0;
      const next = numberAt(lexemes, end + skip);
      if (next === null || /^[0-9]/.test(lexemes[end + skip]!.text)) break;
      if (next === 100 || next === 1000) value *= next;
      else if (value % 10 === 0 && value > 0 && next < 10) value += next;
      else if (value % 100 === 0 && value > 0 && next < 100) value += next;
      else break;
      end += skip + 1;
    }
  }
  // "two and a half", "two-and-a-half-year".
  let after = end;
  for (const word of ['and', 'a', 'half']) {
    if (lexemes[after]?.text === '-') after++;
    if (lexemes[after]?.text !== word) return { end, value };
    after++;
  }
  if (after > end) return { end: after, value: value + 0.5 };
  return { end, value };
}

/** "1/2" after a whole number. */
function isHalf(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at]?.text === '1' && lexemes[at + 1]?.text === '/' && lexemes[at + 2]?.text === '2';
}

function numberAt(lexemes: readonly Lexeme[], at: number): number | null {
  const entry = lexemes[at]?.entry;
  return entry !== null && entry !== undefined && (entry.bits & CLASS.NUMBER) !== 0 ? entry.number : null;
}

/** A year in words: "nineteen ninety-six", "two thousand". */
export function parseYearWords(lexemes: readonly Lexeme[], at: number): Found<number> | null {
  const text = lexemes[at]?.text;
  if (text === 'two' && lexemes[at + 1]?.text === 'thousand') {
    const number = parseNumber(lexemes, at)!;
    return number.value < 2100 ? number : null;
  }
  if (text !== 'nineteen' && text !== 'eighteen' && text !== 'twenty') return null;
  const skip = lexemes[at + 1]?.text === '-' ? 1 : 0;
  const rest = parseNumber(lexemes, at + 1 + skip);
  if (rest === null || rest.value < 10 || rest.value > 99 || /^[0-9]/.test(lexemes[at + 1 + skip]!.text))
    return null;
  const century = text === 'nineteen' ? 1900 : text === 'eighteen' ? 1800 : 2000;
  return { end: rest.end, value: century + rest.value };
}
