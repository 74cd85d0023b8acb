import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTimes } from '../src/knowledge.ts';
import type { Span } from '../src/report.ts';
import { noteTimes } from '../src/time/dateline.ts';
import { toEdtf } from '../src/time/edtf.ts';
import { findTimes } from '../src/time/find-times.ts';
import { readTimeGrammar } from '../src/time/grammar.ts';
import { lex } from '../src/time/lexemes.ts';
import { TIME_RULES } from '../src/time/rules.ts';
import type { TimeMention, When } from '../src/time/when.ts';
import { runCases } from './cases.ts';
import { runProgram } from './program.ts';

const grammar = loadTimes();

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
  findTimes({ text, publishedOn: headers['date']! }, lines(text), grammar).map((mention) =>
    show(text, mention),
  ),
);

describe('rules', () => {
  const docs = readFileSync(join(import.meta.dirname, '../docs/time.md'), 'utf8');
  for (const rule of TIME_RULES) {
    test(`${rule.name} reads its own example and is documented`, () => {
      const found = findTimes(
        { text: rule.example, publishedOn: '2023-06-16' },
        lines(rule.example),
        grammar,
      );
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
        'will said 29 February 0000 9999 century decade summer \u2013 \u2019s hours Mondays then same following / 9 11 GMT 0735 ' +
        'BEIJING ( ) -- on at night Easter minutes ago q h fy ended days'
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

/** The mentions of one sentence, in EDTF. */
function edtf(text: string): (string | null)[] {
  return findTimes({ text, publishedOn: '2023-06-16' }, lines(text), grammar).map(toEdtf);
}

describe('EDTF', () => {
  test.each([
    ['The note is dated 14 June 2023.', ['2023-06-14']],
    ['He took office in January 2021.', ['2021-01']],
    ['The treaty dates from 1972.', ['1972']],
    ['Trade grew in the 1990s.', ['199X']],
    ['The frontier was drawn in the 19th century.', ['18XX']],
    ['They met in the spring of 2014.', ['2014-21']],
    ['They met in the winter of 2014.', ['2014-24']],
    ['Exports fell in the third quarter of 2022.', ['2022-35']],
    ['Talks stalled in the second half of 2022.', ['2022-41']],
    ['The envoys met last week.', ['2023-06-05/2023-06-11']],
    ['The call began at 10:35 a.m. on Thursday.', ['2023-06-15T10:35:00']],
    ['They spoke on Tuesday evening.', ['2023-06-13']],
    ['No call was made since January 2021.', ['2021-01/..']],
    ['The truce holds until 30 June.', ['/2023-06-30']],
    ['A reply is due by July.', ['/2023-07']],
    ['The Senate must act before next month.', ['/2023-06-30']],
    ['Nothing moved after June 2021.', ['2021-07-01/']],
    ['The visit lasts from 18 to 19 June.', ['2023-06-18/2023-06-19', '2023-06-18/2023-06-19']],
    ['A deal is near in late June.', ['2023-06-21/2023-06-30']],
    ['A reply will come within two weeks.', ['2023-06-16/2023-06-30']],
    ['About three years ago the line was cut.', ['2020~']],
    ['Ties have warmed in recent months.', ['/2023-06-16']],
    ['The ministers will meet in the near future.', ['2023-06-16/']],
    ['Both sides are now talking.', ['2023-06-16~']],
    ['The summit lasted two days.', [null]],
    ['The hotline is tested every month.', [null]],
  ])('%s', (text, expected) => {
    expect(edtf(text)).toEqual(expected);
  });
});

describe('a dateline', () => {
  const text = 'ROME, June 14 (ANSA) -- The envoys met today.';
  const note = (publishedOn: string) => noteTimes({ text, publishedOn }, lines(text));

  test('of another day gives a note that points at it', () => {
    const [message] = note('2023-06-16');
    expect(message).toMatchObject({ rule: 'time/dateline-differs', severity: 'note' });
    expect(message?.text).toContain('The dateline says 2023-06-14, the report is dated 2023-06-16');
    expect(text.slice(message!.span!.start, message!.span!.end)).toBe('June 14');
  });

  test('of the same day, or none, gives no note', () => {
    expect(note('2023-06-14')).toEqual([]);
    expect(
      noteTimes({ text: 'The envoys met.', publishedOn: '2023-06-14' }, lines('The envoys met.')),
    ).toEqual([]);
  });
});

describe('detente times', () => {
  const run = (input: string, ...options: string[]) =>
    runProgram(['times', '-', '--no-color', ...options], import.meta.dirname, { input });

  test('shows days, value, words, rule and the reading that was rejected', async () => {
    const { code, stdout } = await run(
      'ROME, June 14 (ANSA) -- The envoys meet again on Friday.',
      '--date',
      '2023-06-15',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^6-13 +2023-06-14 +2023-06-14 +“June 14” at, DATE; time\/month-day/m);
    expect(stdout).toMatch(/2023-06-16 +“Friday” at, DATE; time\/weekday +not 2023-06-09$/m);
    expect(stdout).toContain('time/dateline-differs: The dateline says 2023-06-14');
  });

  test('prints one mention a line with --jsonl', async () => {
    const { stdout } = await run(
      'No call was made since January 2021 or by July.',
      '--date',
      '2023-06-16',
      '--jsonl',
    );
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        words: 'January 2021',
        publishedOn: '2023-06-16',
        value: '2021-01',
        relation: 'since',
        edtf: '2021-01/..',
      },
      { words: 'July', value: '2023-07', relation: 'by', edtf: '/2023-07' },
    ]);
  });

  test('says so where there is nothing, and prints no line of JSON', async () => {
    expect((await run('The envoys met.', '--date', '2023-06-16')).stdout).toBe('No expression of time.\n');
    expect((await run('The envoys met.', '--date', '2023-06-16', '--jsonl')).stdout).toBe('');
  });
});

describe('named days', () => {
  const table = (day: string) => `name\tday\torigin\nFoundation Day\t${day}\tours\n`;
  const read = (day: string) => {
    const text = 'They met on Foundation Day 2022.';
    return findTimes({ text, publishedOn: '2023-06-16' }, lines(text), readTimeGrammar(table(day)))[0]?.value;
  };

  test.each([
    ['06-04', '2022-06-04'],
    ['05 Mon last', '2022-05-30'],
    ['11 Mon 1 +1', '2022-11-08'],
    ['easter -2', '2022-04-15'],
    ['2021-02-12 2022-02-01', '2022-02-01'],
  ])('by the rule %j', (rule, day) => {
    expect(read(rule)).toBe(day);
  });

  test('by a rule that nobody knows are refused by name', () => {
    expect(() => read('the full moon')).toThrow('cannot read the day "the full moon" of "Foundation Day"');
  });

  test('are not read without the table', () => {
    const text = 'They met on Christmas Eve.';
    expect(findTimes({ text, publishedOn: '2023-06-16' }, lines(text))).toEqual([]);
  });
});

describe('any text', () => {
  test('gives mentions inside the text, in order, none over another, the same each time', () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, publishedOn) => {
        const found = findTimes({ text, publishedOn }, lines(text), grammar);
        let at = 0;
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(findTimes({ text, publishedOn }, lines(text), grammar)).toEqual(found);
      }),
      { numRuns: 1500 },
    );
  });

  test('gives bounds that are days and stand in order', () => {
    fc.assert(
      fc.property(anyText, anyDay, (text, publishedOn) => {
        for (const { when, rejected } of findTimes({ text, publishedOn }, lines(text), grammar)) {
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
    'BEIJING, June 18 (Xinhua) ',
    '10:35 a.m. (0735 GMT) sharp ',
    'Lunar New Year ',
    'weeks or months before ',
  ])('a megabyte of %j on one line is read to its end', (piece) => {
    const text = `${piece === '' ? 'x'.repeat(1_000_000) : piece.repeat(Math.ceil(1_000_000 / piece.length))} on 18 June 2023`;
    const found = findTimes({ text, publishedOn: '2023-06-16' }, [{ start: 0, end: text.length }]);
    expect(found.at(-1)?.value).toBe('2023-06-18');
  });
});
