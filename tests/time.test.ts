import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../src/report.ts';
import { findTimes } from '../src/time/find-times.ts';
import { lex } from '../src/time/lexemes.ts';
import { TIME_RULES } from '../src/time/rules.ts';
import type { TimeMention, When } from '../src/time/when.ts';
import { runCases } from './cases.ts';

/** One sentence a line: the time stage needs nothing but spans. */
function lines(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') spans.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return spans;
}

function days({ beginMin, beginMax, endMin, endMax }: When): string {
  const side = (min: string | null, max: string | null) =>
    min === max ? (min ?? '') : `${min ?? ''}~${max ?? ''}`;
  const begin = side(beginMin, beginMax);
  const end = side(endMin, endMax);
  if (begin === '' && end === '') return 'open';
  return begin === end ? begin : `${begin}..${end}`;
}

function show(text: string, mention: TimeMention): string {
  const { start, end, when, relation, type, value, mod, rejected } = mention;
  const not = rejected === undefined ? '' : ` (not ${days(rejected)})`;
  return `"${text.slice(start, end)}" ${days(when)} ${relation} ${type} ${value}${mod ? ` ${mod}` : ''} ${when.rule}${not}`;
}

runCases('time', ({ headers, text }) =>
  findTimes({ text, publishedOn: headers['date']! }, lines(text)).map((mention) => show(text, mention)),
);

describe('rules', () => {
  const docs = readFileSync(join(import.meta.dirname, '../docs/time.md'), 'utf8');
  for (const rule of TIME_RULES) {
    test(`${rule.name} reads its own example and is documented`, () => {
      const found = findTimes({ text: rule.example, publishedOn: '2023-06-16' }, lines(rule.example));
      if (rule.name.startsWith('time/not-')) expect(found).toEqual([]);
      else expect(found.map(({ when }) => when.rule)).toContain(rule.name);
      expect(docs).toContain(`\`${rule.name}\``);
      expect(docs).toContain(rule.example);
    });
  }

  test('have a name of their own each', () => {
    expect(new Set(TIME_RULES.map(({ name }) => name)).size).toBe(TIME_RULES.length);
  });
});

/** Words and marks that rules know, strung together at random. */
const timeWords = fc
  .array(
    fc.constantFrom(
      ...(
        'the a two 18 2023 June May Sunday Monday , - to and from between of in by until since before after last next this year month ' +
        "week day days years quarter first second third early late mid end half ago later earlier every 's 10:35 a.m. p.m. noon " +
        "evening morning now recently fiscal 1990s nineties 2023-06-14 31/12/2022 a few several about more than Christmas New Year's . " +
        'will said 29 February 0000 9999 century decade summer \u2013 \u2019s'
      ).split(' '),
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(' '));
const anyText = fc.oneof(
  timeWords,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const anyDay = fc
  .integer({ min: -719_162, max: 2_932_896 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('any text', () => {
  test('gives mentions inside the text, in order, none over another, the same each time', () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, publishedOn) => {
        const found = findTimes({ text, publishedOn }, lines(text));
        let at = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(findTimes({ text, publishedOn }, lines(text))).toEqual(found);
      }),
      { numRuns: 1500 },
    );
  });

  test('gives bounds that are days and stand in order', () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, publishedOn) => {
        for (const { when, rejected } of findTimes({ text, publishedOn }, lines(text))) {
          for (const { beginMin, beginMax, endMin, endMax } of rejected === undefined
            ? [when]
            : [when, rejected]) {
            for (const day of [beginMin, beginMax, endMin, endMax])
              if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
            const ordered = (a: string | null, b: string | null) => a === null || b === null || a <= b;
            expect([
              ordered(beginMin, beginMax),
              ordered(endMin, endMax),
              ordered(beginMin, endMin),
              ordered(beginMax, endMax),
            ]).toEqual([true, true, true, true]);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('is cut into lexemes that leave out nothing but white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end } of lex(text, 0, text.length)) {
          expect(text.slice(at, start).trim().replaceAll('\u200b', '')).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(text.slice(at).trim().replaceAll('\u200b', '')).toBe('');
      }),
    );
  });

  test('does not see beyond its sentence', () => {
    const text = 'Talks in June 2021 failed.';
    expect(
      findTimes({ text, publishedOn: '2023-06-16' }, [{ start: 0, end: 13 }]).map(({ value }) => value),
    ).toEqual(['2023-06']);
    expect(findTimes({ text, publishedOn: '2023-06-16' }, [])).toEqual([]);
  });

  test.each([
    '',
    'the ',
    '20',
    'June 18 - ',
    'a couple of years ',
    'from Sunday to ',
    "'s",
    'between the second half of ',
  ])('a megabyte of %j on one line is read to its end', (piece) => {
    const text = `${piece === '' ? 'x'.repeat(1_000_000) : piece.repeat(Math.ceil(1_000_000 / piece.length))} on 18 June 2023`;
    const found = findTimes({ text, publishedOn: '2023-06-16' }, [{ start: 0, end: text.length }]);
    expect(found.at(-1)?.value).toBe('2023-06-18');
  });
});
