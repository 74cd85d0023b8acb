import type { Lexeme } from './lexemes.ts';
import { CLASS, type ClassName, type Entry } from './vocabulary.ts';

/** What an element of a pattern matched. */
export interface Capture {
  /** Index of its first lexeme, and the one after its last. */
  readonly from: number;
  readonly to: number;
  readonly entry: Readonly<Entry>;
  /** The first lexeme's text. */
  readonly text: string;
  /** What a part, such as COUNT, made of it. */
  readonly value: unknown;
}

/** A match under way. */
export interface Run {
  readonly lexemes: readonly Lexeme[];
  readonly captures: Record<string, Capture | undefined>;
}

/** A part of a pattern that spans several words, such as COUNT ("a couple of"). */
export type PartParser<R extends Run> = (
  run: R,
  at: number,
) => { readonly end: number; readonly value: unknown } | null;

type Matcher<R extends Run> = (run: R, at: number) => number;

const NO_ENTRY: Readonly<Entry> = {
  bits: 0,
  month: 0,
  weekday: -1,
  unit: null,
  number: 0,
  season: null,
  part: null,
  short: false,
};

export interface Pattern<R extends Run> {
  /** Index after the match that begins at `at`, or -1; fills `run.captures`. */
  readonly match: Matcher<R>;
  readonly first: First;
}

/** What a match can begin with: words, classes, or anything (a part stands first). */
export interface First {
  readonly words: Set<string>;
  bits: number;
  readonly parts: ReadonlySet<string>;
  /** Parts that stand anywhere in the pattern. */
  readonly uses: ReadonlySet<string>;
}

/**
 * Compiles a pattern: words as they stand, classes and parts in capitals, `a/b` for either, `x?` for maybe,
 * `( a b | c )` for groups, `name:` before an element that is looked up under another name. Optional
 * elements are tried before they are left out; each element takes a bounded number of words.
 *
 * @example compilePattern('the? ORDINAL quarter ( of YEAR )?', {})
 */
export function compilePattern<R extends Run>(
  source: string,
  parts: Readonly<Record<string, PartParser<R>>>,
): Pattern<R> {
  const symbols = source.split(' ');
  let at = 0;
  const done: Matcher<R> = (_, end) => end;
  const first = { words: new Set<string>(), bits: 0, parts: new Set<string>() };

  /** Reads a sequence; gives what builds its matcher once the matcher after it is known. */
  function sequence(): Build<R> {
    const builds: Build<R>[] = [];
    while (at < symbols.length && symbols[at] !== '|' && !symbols[at]!.startsWith(')'))
      builds.push(element());
    return {
      build: (next) => builds.reduceRight((after, { build }) => build(after), next),
      first: (into) => builds.every((part) => part.first(into)),
    };
  }

  function element(): Build<R> {
    const symbol = symbols[at++]!;
    if (symbol !== '(') return atom<R>(symbol, parts);
    const branches = [sequence()];
    while (symbols[at] === '|') {
      at++;
      branches.push(sequence());
    }
    const close = symbols[at++];
    if (close === undefined) throw new Error(`Pattern "${source}" has no closing bracket`);
    const optional = close === ')?';
    return {
      build: (next) => {
        const matchers = branches.map(({ build }) => build(next));
        if (optional) matchers.push(next);
        return (run, i) => {
          for (const matcher of matchers) {
            const end = matcher(run, i);
            if (end >= 0) return end;
          }
          return -1;
        };
      },
      // No shortcut: every branch adds its first words.
      first: (into) => branches.map((branch) => branch.first(into)).some((empty) => empty) || optional,
    };
  }

  const whole = sequence();
  whole.first(first);
  const uses = new Set(Object.keys(parts).filter((part) => symbols.some((symbol) => symbol.includes(part))));
  return { match: whole.build(done), first: { ...first, uses } };
}

interface Build<R extends Run> {
  build(next: Matcher<R>): Matcher<R>;
  /** Adds what it can begin with; true where it can also be empty. */
  first(into: { readonly words: Set<string>; bits: number; readonly parts: Set<string> }): boolean;
}

function atom<R extends Run>(symbol: string, parts: Readonly<Record<string, PartParser<R>>>): Build<R> {
  const optional = symbol.length > 1 && symbol.endsWith('?');
  const bare = optional ? symbol.slice(0, -1) : symbol;
  const colon = bare.indexOf(':');
  const named = colon > 0 ? bare.slice(0, colon) : null;
  const written = colon > 0 ? bare.slice(colon + 1) : bare;
  const choices = written === '/' ? ['/'] : written.split('/');
  const words = new Set(choices.filter((choice) => !/^[A-Z]/.test(choice)));
  const classes = choices.filter((choice) => choice in CLASS) as ClassName[];
  const partName = choices.find((choice) => choice in parts);
  const unknown = choices.find(
    (choice) => /^[A-Z]/.test(choice) && !(choice in CLASS) && choice !== partName,
  );
  if (unknown !== undefined) throw new Error(`Unknown class "${unknown}" in a pattern`);
  const bits = classes.reduce((sum, name) => sum | CLASS[name], 0);
  const fixed = named ?? partName ?? (classes.length === 1 ? classes[0]! : null);
  const several = fixed === null && classes.length > 1;
  const parse = partName === undefined ? null : parts[partName]!;

  return {
    build: (next) => (run, i) => {
      const lexeme = run.lexemes[i];
      if (lexeme !== undefined) {
        let to = -1;
        let value: unknown;
        if (parse !== null) {
          const part = parse(run, i);
          if (part !== null) {
            to = part.end;
            value = part.value;
          }
        } else if (words.has(lexeme.text) || (lexeme.entry !== null && (lexeme.entry.bits & bits) !== 0))
          to = i + 1;
        if (to >= 0) {
          // Of several classes, the one that the word has gives its name.
          const name = several ? classOf(lexeme, classes) : fixed;
          if (name === null) {
            const end = next(run, to);
            if (end >= 0) return end;
          } else {
            const before = run.captures[name];
            run.captures[name] = { from: i, to, entry: lexeme.entry ?? NO_ENTRY, text: lexeme.text, value };
            const end = next(run, to);
            if (end >= 0) return end;
            run.captures[name] = before;
          }
        }
      }
      return optional ? next(run, i) : -1;
    },
    first: (into) => {
      for (const word of words) into.words.add(word);
      into.bits |= bits;
      if (partName !== undefined) into.parts.add(partName);
      return optional;
    },
  };
}

function classOf({ entry }: Lexeme, classes: readonly ClassName[]): ClassName | null {
  return classes.find((one) => ((entry?.bits ?? 0) & CLASS[one]) !== 0) ?? classes[0] ?? null;
}
