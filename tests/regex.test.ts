import { isSafe } from 'redos-detector';
import { describe, expect, test } from 'vitest';
import { filesBelow, readSource, scanSource } from './source-code.ts';

/**
 * Every regular expression that can meet text by strangers is safe against runaway matching: it takes no more than
 * linear time on any text. Patterns that search for a run anywhere and then want something after it are not.
 */

/** Patterns that are not linear, by what bounds the text they meet. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/cli/show/safe-text.ts /[\\s,;:]+$/': 'meets a line that was just cut to the width of a column',
  'src/read/plain-text.ts /^([A-Za-z]{3,12}):[ \\t]*(.*)$/': 'meets single lines of at most 2000 characters',
  'src/store/search-query.ts /"([^"]*)"|[^\\s"]+/': 'meets the first 1000 characters of a query',
};

const files = [
  ...filesBelow('src', /\.ts$/),
  ...filesBelow('scripts', /\.mjs$/),
  ...filesBelow('bin', /\.js$/),
];
const sources = files.map((path) => ({ path, ...scanSource(readSource(path)) }));
const literals = sources.flatMap(({ path, regexes }) =>
  regexes.map(({ pattern, flags, line }) => ({
    where: `${path}:${line}`,
    name: `${path} /${pattern}/`,
    safe: isSafe(new RegExp(pattern, flags)).safe,
  })),
);

test('every regular expression is safe, or meets only short text', () => {
  expect(literals.length).toBeGreaterThan(50);
  const unsafe = literals.filter(({ safe, name }) => !safe && !(name in BOUNDED));
  expect(unsafe.map(({ where, name }) => `${where} ${name.slice(name.indexOf(' ') + 1)}`)).toEqual([]);
});

test('no exception is kept that is not needed', () => {
  const unsafe = new Set(literals.filter(({ safe }) => !safe).map(({ name }) => name));
  expect(Object.keys(BOUNDED).filter((name) => !unsafe.has(name))).toEqual([]);
});

test('no regular expression is put together at run time, where nothing could check it', () => {
  expect(sources.filter(({ code }) => /\bRegExp\(/.test(code)).map(({ path }) => path)).toEqual([]);
});

describe('the scanner', () => {
  const patterns = (source: string) => scanSource(source).regexes.map(({ pattern }) => pattern);

  test('finds regular expressions, and nothing in strings, comments and divisions', () => {
    expect(patterns('const a = /x[/]\\/+/gu; b.replace(/y/, "/no/"); // /no/')).toEqual(['x[/]\\/+', 'y']);
    expect(patterns('const a = b / c / d; /* /no/ */ return /z/.test(e);')).toEqual(['z']);
    expect(patterns("const a = '/no/' + \"it's /no/\";")).toEqual([]);
  });

  test('reads the code inside templates, and not their text', () => {
    // The sign for a hole is put in here: in a plain string it reads like a mistake.
    const source = '`/no/ #{ { a: /yes/ } } /no/ #{`#{/inner/}`}` + /after/.source'.replaceAll('#', '$');
    expect(patterns(source)).toEqual(['yes', 'inner', 'after']);
  });

  test('tells where they stand', () => {
    expect(scanSource('\n\nconst a = /x/i;').regexes).toEqual([{ pattern: 'x', flags: 'i', line: 3 }]);
  });

  test('an unsafe one would be found', () => {
    const [found] = scanSource('text.match(/(a+)+$/)').regexes;
    expect(isSafe(new RegExp(found!.pattern, found!.flags)).safe).toBe(false);
  });
});
