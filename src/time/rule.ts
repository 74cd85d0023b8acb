import type { Day } from '../report.ts';
import { type Count, parseCount, parseYearWords } from './count.ts';
import type { Direction } from './direction.ts';
import type { NamedDays } from './named-days.ts';
import { type Capture, compilePattern, type PartParser, type Pattern, type Run } from './pattern.ts';
import type { Reading } from './reading.ts';
import { CLASS } from './vocabulary.ts';

/** What a rule may look at while it reads: the words, the publication day, and the time last mentioned. */
export interface Scan extends Run {
  readonly anchor: Day;
  readonly namedDays: NamedDays;
  /** The last dated mention before this one in the report. */
  readonly focus: Reading | null;
  /** The quarter last mentioned in the report. */
  readonly quarter: Reading | null;
  /** Where the clause around a word points. */
  direction(at: number): Direction | null;
  /** The expression that begins at a word, for rules that wrap another one ("early INNER"). */
  inner(at: number): { readonly end: number; readonly value: Reading } | null;
}

/** A part of a match that is a mention of its own: "June 18" and "19" of "June 18-19". */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly reading: Reading;
}

/** `nothing` says that the words are no expression of time, whatever other rules think. */
export type Outcome = Reading | readonly Piece[] | 'nothing' | null;

/** One way in which English tells time. */
export interface Rule {
  /** Findable: `time/weekday`. */
  readonly name: string;
  /** A sentence of our own that the rule reads; a test holds it to that. */
  readonly example: string;
  readonly patterns: readonly Pattern<Scan>[];
  /** Null where the words turn out to be something else. `from` and `to` are indexes of lexemes. */
  read(scan: Scan, from: number, to: number): Outcome;
}

const PARTS: Readonly<Record<string, PartParser<Scan>>> = {
  COUNT: (scan, at) => parseCount(scan.lexemes, at),
  /** A year in figures or words. */
  YEARNUM: (scan, at) => {
    const entry = scan.lexemes[at]?.entry;
    if (entry && (entry.bits & CLASS.YEAR) !== 0) return { end: at + 1, value: entry.number };
    return parseYearWords(scan.lexemes, at);
  },
  /** A day that has a name. */
  NAMED: (scan, at) => scan.namedDays.find(scan.lexemes, at),
  INNER: (scan, at) => scan.inner(at),
};

export function rule(
  name: string,
  patterns: readonly string[],
  example: string,
  read: (scan: Scan, from: number, to: number) => Outcome,
): Rule {
  return {
    name: `time/${name}`,
    example,
    patterns: patterns.map((source) => compilePattern(source, PARTS)),
    read,
  };
}

/** What an element of the pattern matched; undefined where it was left out. */
export function captured(scan: Scan, name: string): Capture | undefined {
  return scan.captures[name];
}

export function countOf(scan: Scan, name = 'COUNT'): Count {
  return (scan.captures[name]?.value as Count | undefined) ?? { n: 1 };
}

export function yearOf(scan: Scan, name = 'YEARNUM'): number | null {
  return (scan.captures[name]?.value as number | undefined) ?? null;
}

export function innerOf(scan: Scan): Reading | null {
  return (scan.captures['INNER']?.value as Reading | undefined) ?? null;
}

/** The word before an index, in lower case; empty at the beginning of the sentence. */
export function wordBefore(scan: Scan, at: number): string {
  return scan.lexemes[at - 1]?.text ?? '';
}

export function wordAt(scan: Scan, at: number): string {
  return scan.lexemes[at]?.text ?? '';
}

/** Prepositions and articles that a time, and seldom a name or a count, stands behind. */
const TIME_PREPOSITIONS = new Set(
  (
    'in on of by since until till before after during from between through to the and or early late mid last next this ' +
    'every each past around about for as within throughout than ( , - beyond post pre'
  ).split(' '),
);

export function followsPreposition(scan: Scan, at: number): boolean {
  return TIME_PREPOSITIONS.has(wordBefore(scan, at));
}
