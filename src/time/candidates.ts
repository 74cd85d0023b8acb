import { COUNT_WORDS } from './count.ts';
import type { Lexeme } from './lexemes.ts';
import type { First, Pattern } from './pattern.ts';
import type { Rule, Scan } from './rule.ts';
import { CLASS, VOCABULARY } from './vocabulary.ts';

/** A pattern of a rule; `simple` where it does not wrap another expression. */
export interface Candidate {
  readonly rule: Rule;
  readonly pattern: Pattern<Scan>;
  readonly simple: boolean;
}

/** Classes that a number in figures can have, together. */
const NUMERALS = [
  CLASS.NUMERIC,
  CLASS.CLOCK,
  CLASS.DECADE,
  CLASS.ORDINAL,
  CLASS.ORDINAL | CLASS.DAY,
  CLASS.NUMBER,
  CLASS.NUMBER | CLASS.DAY,
  CLASS.NUMBER | CLASS.YEAR,
];

/** Tells which patterns can begin at a word, so that most words of a text cost one look-up. */
export function indexRules(
  rules: readonly Rule[],
  namedDayWords: readonly string[],
): (lexeme: Lexeme) => readonly Candidate[] {
  const all = rules.flatMap((rule) =>
    rule.patterns.map((pattern) => ({ rule, pattern, simple: !pattern.first.uses.has('INNER') })),
  );
  const firsts = all.map(({ pattern }) => expand(pattern.first, namedDayWords));
  const inner = union(firsts.filter((_, i) => all[i]!.simple));
  const begins = firsts.map((first) => (first.parts.has('INNER') ? union([first, inner]) : first));

  const words = new Set([...VOCABULARY.keys(), ...begins.flatMap((first) => [...first.words])]);
  const byWord = new Map<string, readonly Candidate[]>();
  for (const word of words) {
    const bits = VOCABULARY.get(word)?.bits ?? 0;
    const found = all.filter((_, i) => begins[i]!.words.has(word) || (begins[i]!.bits & bits) !== 0);
    if (found.length > 0) byWord.set(word, found);
  }
  const byBits = new Map(
    NUMERALS.map((bits) => [bits, all.filter((_, i) => (begins[i]!.bits & bits) !== 0)] as const),
  );
  return ({ text, entry }) => byWord.get(text) ?? (entry === null ? NONE : (byBits.get(entry.bits) ?? NONE));
}

const NONE: readonly Candidate[] = [];

/** What a part can begin with, said in words and classes. */
function expand(first: First, namedDayWords: readonly string[]): First {
  const words = new Set(first.words);
  let { bits } = first;
  if (first.parts.has('COUNT')) {
    for (const word of COUNT_WORDS) words.add(word);
    bits |= CLASS.NUMBER;
  }
  if (first.parts.has('NAMED')) for (const word of namedDayWords) words.add(word);
  if (first.parts.has('YEARNUM')) {
    for (const word of ['two', 'twenty', 'nineteen', 'eighteen']) words.add(word);
    bits |= CLASS.YEAR;
  }
  return { words, bits, parts: first.parts, uses: first.uses };
}

function union(firsts: readonly First[]): First {
  return {
    words: new Set(firsts.flatMap(({ words }) => [...words])),
    bits: firsts.reduce((sum, { bits }) => sum | bits, 0),
    parts: new Set(),
    uses: new Set(),
  };
}
