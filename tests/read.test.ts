import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { identify } from '../src/identity.ts';
import { readReports } from '../src/read/read-reports.ts';
import { readWrittenDate } from '../src/read/written-date.ts';
import { readBytes, readOne, reasonOf, rulesOf } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'detente-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('plain text', () => {
  test('a glued dateline is no text, and white space stays', async () => {
    const report = await readOne('a.txt', ' date 2023-06-16 The ministers met.\n\n  They agreed.  \n');
    expect(report.publishedOn).toBe('2023-06-16');
    expect(report.text).toBe('The ministers met.\n\n  They agreed.  \n');
    expect(report).not.toHaveProperty('title');
  });

  test('header lines become fields; text is title, blank line, body', async () => {
    const head =
      'Title: Talks resume\nPublisher: Harbour Herald\nURL: https://example.org/1\nDate: 16 June 2023\n\n';
    const report = await readOne('a.txt', `${head}The ministers met.\n`);
    expect(report).toMatchObject({
      publishedOn: '2023-06-16',
      title: 'Talks resume',
      titleEnd: 12,
      text: 'Talks resume\n\nThe ministers met.\n',
      publisher: 'Harbour Herald',
      url: 'https://example.org/1',
    });
  });

  test('the first line that is no header opens the text, even if it has a colon', async () => {
    const report = await readOne('a.txt', 'Date: June 16, 2023\nLisbon: talks resumed, officials said.');
    expect(report.text).toBe('Lisbon: talks resumed, officials said.');
  });

  test('--date gives the day where the text has none, and only there', async () => {
    const text = 'Monday, August 28, 2023\n\nThe ministers met.';
    expect(await reasonOf('a.txt', text)).toBe('no date was found; give the day with --date YYYY-MM-DD');
    expect((await readOne('a.txt', text, { date: '2023-08-29' })).publishedOn).toBe('2023-08-29');
    expect((await readOne('a.txt', ' date 2023-08-28 Met.', { date: '2023-08-29' })).publishedOn).toBe(
      '2023-08-28',
    );
    expect(await rulesOf('a.txt', ' date 2023-08-28 Met.', { date: '2023-08-29' })).toEqual([
      'read/date-kept',
    ]);
    expect(await rulesOf('a.txt', ' date 2023-08 Met.', { date: '2023-08-29' })).toEqual([
      'read/date-replaced',
    ]);
  });

  test('a second dateline opens a second report', async () => {
    const outcomes = await readBytes('a.txt', ' date 2023-08-28 One met.\n date 2023-08-29 Two met.\n');
    const texts = outcomes.map(
      (outcome) => outcome.kind === 'report' && [outcome.report.publishedOn, outcome.report.text],
    );
    expect(texts).toEqual([
      ['2023-08-28', 'One met.'],
      ['2023-08-29', 'Two met.\n'],
    ]);
  });

  test('header lines may follow a dateline, whose day counts', async () => {
    const [outcome] = await readBytes(
      'a.txt',
      'date 2023-08-28 \nTitle: Two meet\nPublisher: Herald\nDate: 2020-01-01\n\nThey met.\n',
    );
    expect(outcome).toMatchObject({
      kind: 'report',
      report: {
        publishedOn: '2023-08-28',
        title: 'Two meet',
        publisher: 'Herald',
        text: 'Two meet\n\nThey met.\n',
      },
    });
  });

  test('a headline that opens the text is its title, but only where that is sure', async () => {
    const paragraph =
      'The two ministers met in the harbour town on Monday and agreed to open a line between their armies.\n';
    const title = async (first: string, next = paragraph) =>
      (await readOne('a.txt', ` date 2023-08-28 ${first}\n\n${next}`)).title;
    expect(await title('Ministers weigh a new hotline')).toBe('Ministers weigh a new hotline');
    const report = await readOne('a.txt', `Date: 2023-08-28\r\n\r\nEnvoys meet in Oslo\r\n\r\n${paragraph}`);
    expect(report).toMatchObject({ title: 'Envoys meet in Oslo', titleEnd: 19 });
    expect(report.text).toBe(`Envoys meet in Oslo\r\n\r\n${paragraph}`);
    for (const first of [
      'FOR IMMEDIATE RELEASE',
      'For immediate release',
      'Monday, 28 August 2023',
      'The following is by the spokesperson:',
      'The ministers met again today.',
      'By our staff in Oslo',
      'Home | World | Politics | Sport',
      'see more at https://example.org',
    ]) {
      expect([first, await title(first)]).toEqual([first, undefined]);
    }
    expect(await title('Ministers weigh a new hotline', 'Monday, 28 August\n\nText.')).toBeUndefined();
    expect(
      (await readOne('a.txt', `Ministers weigh a line\n\n${paragraph}`, { date: '2023-08-28' })).title,
    ).toBe(undefined);
  });

  test('a byte order mark is no text, carriage returns are', async () => {
    const report = await readOne('a.txt', '\ufeff date 2023-08-28 One.\r\n\r\nTwo.\r\n');
    expect(report.text).toBe('One.\r\n\r\nTwo.\r\n');
    const utf16 = Buffer.from('\ufeff date 2023-08-28 Zürich.', 'utf16le');
    expect((await readOne('a.txt', utf16)).text).toBe('Zürich.');
  });

  test.each([
    ['', 'there is no text'],
    [' date 2023-08-28 ', 'there is no text after the date'],
    [' date 2023-02-30 Met.', 'the date "2023-02-30" does not exist; correct it or give the day with --date'],
    [' date 2020-07 Met.', 'the date "2020-07" names no day; correct it or give the day with --date'],
    ['Date: 06/07/2023\n\nMet.', 'the date "06/07/2023" can be read in more than one way'],
    ['<!DOCTYPE html><html><p>Met.', 'no article was found'],
    ['<?xml version="1.0"?><note>Met.</note>', 'neither a feed nor a page'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array<number>(64).fill(0)]), 'not text but binary'],
    [Buffer.from('\ufeff date 2022-03-10 Met.x', 'utf16le').subarray(0, -1), 'damaged'],
    [` date 2023-08-28 ${'a'.repeat(2_000_001)}`, 'more than the 2000000'],
  ])('%.40o is refused with what to do', async (bytes, reason) => {
    expect(await reasonOf('a.txt', bytes)).toContain(reason);
  });

  test('a date ahead of today, broken characters and control characters are noticed', async () => {
    expect(await rulesOf('a.txt', ' date 2023-08-29 Met.', { now: '2023-08-28' })).toEqual([
      'read/date-after-now',
    ]);
    expect(await rulesOf('a.txt', ' date 2023-08-29 Met.', { now: '2023-08-29' })).toEqual([]);
    expect(await rulesOf('a.txt', ' date 2023-08-29 Met\u001b[31m.')).toEqual(['read/control-characters']);
    expect(await rulesOf('a.jsonl', '{"date":"2023-08-29","text":"Met \\ud83d."}')).toEqual([
      'read/broken-characters',
    ]);
  });
});

describe('JSONL', () => {
  test('fields with a name are taken, the others kept in origin', async () => {
    const line = {
      id: 'x1',
      date: '2023-06-16T23:30:00-05:00',
      text: 'They met.',
      outlet: 'Herald',
      story: null,
    };
    const report = await readOne('a.jsonl', JSON.stringify(line));
    expect(report).toEqual({
      id: identify({ publishedOn: '2023-06-16', publisher: 'Herald', text: 'They met.' }),
      publishedOn: '2023-06-16',
      text: 'They met.',
      publisher: 'Herald',
      language: 'und',
      origin: { id: 'x1', story: null, readFrom: { file: 'a.jsonl', line: 1 } },
    });
  });

  test('values without the form of their field stay in origin', async () => {
    const line = {
      date: '2023-06-16',
      text: 'Met.',
      publisherCountry: 'Freedonia',
      language: 'en US',
      url: 7,
    };
    const report = await readOne('a.jsonl', JSON.stringify(line));
    expect(report.language).toBe('und');
    expect(report.origin).toMatchObject({ publisherCountry: 'Freedonia', language: 'en US', url: 7 });
    expect(
      (await readOne('a.jsonl', JSON.stringify({ ...line, language: 'en', publisherCountry: 'CHN' })))
        .publisherCountry,
    ).toBe('CHN');
  });

  test('good lines are read, each bad one is named with its number', async () => {
    const lines = [
      '{"date":"2023-06-16","text":"One."}',
      '{"date":"2023-06-16","te',
      '',
      '[1]',
      '{"date":"soon","text":"x"}',
      '{"date":"2023-06-16"}',
    ];
    const outcomes = await readBytes('a.jsonl', lines.join('\n'));
    expect(
      outcomes.map((outcome) =>
        outcome.kind === 'report' ? outcome.report.text : `${outcome.where} ${outcome.reason}`,
      ),
    ).toEqual([
      'One.',
      'a.jsonl:2 this line is not whole JSON; each line holds one object',
      'a.jsonl:4 expected an object {"date", "text", ...}, found a list',
      'a.jsonl:5 "soon" is not a date; correct it or give the day with --date YYYY-MM-DD',
      'a.jsonl:6 the object has no "text"',
    ]);
  });

  test('nesting without bound and names like __proto__ do no harm', async () => {
    const deep = `{"date":"2023-06-16","text":"x","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(await reasonOf('a.jsonl', deep)).toContain('nested deeper');
    const report = await readOne('a.jsonl', '{"date":"2023-06-16","text":"x","__proto__":{"id":"evil"}}');
    expect(report.id).toMatch(/^[0-9a-f]{16}$/);
    expect(Object.getPrototypeOf(report)).toBe(Object.prototype);
  });

  test('gzip is told by its bytes; data that ends early keeps what came before', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) =>
      JSON.stringify({ date: '2023-06-16', text: `Met ${at * 7919}.` }),
    ).join('\n');
    const zipped = gzipSync(lines);
    const whole = await readBytes('a.jsonl.gz', zipped);
    expect(whole.map(({ kind }) => kind)).toEqual(Array(5000).fill('report'));
    const half = await readBytes('a.jsonl.gz', zipped.subarray(0, zipped.length >> 1));
    expect(half.length).toBeGreaterThan(100);
    expect(half.at(-1)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('ends early') });
  });

  test('standard input is JSONL where it begins with a brace, else text', async () => {
    expect((await readOne('stdin', '\n {"date":"2023-06-16","text":"Met."}')).text).toBe('Met.');
    expect((await readOne('stdin', ' date 2023-06-16 {Met.}')).text).toBe('{Met.}');
  });

  test('a report that left the program comes back with the same id', async () => {
    const report = await readOne('a.txt', 'Title: Talks\nPublisher: Herald\nDate: 2023-06-16\n\nThey met.');
    const again = await readOne('b.jsonl', JSON.stringify(report));
    expect(again).toEqual({ ...report, origin: expect.anything() });
  });
});

test('files that are missing and folders are refused', async () => {
  const reasons: string[] = [];
  for (const path of [join(folder, 'none.txt'), folder]) {
    for await (const outcome of readReports({ path }))
      if (outcome.kind === 'refused') reasons.push(outcome.reason);
  }
  expect(reasons).toEqual([
    'there is no such file; check the path',
    'this is a folder; name the files in it',
  ]);
});

test('however a stream is cut into chunks, the reports are the same', async () => {
  const path = join(folder, 'lines.jsonl');
  const lines = [
    '{"date":"2023-06-16","text":"Straße – 北京"}',
    '',
    '{"date":"2023-06-17","text":"Two"}',
  ].join('\r\n');
  writeFileSync(path, lines);
  const bytes = Buffer.from(lines);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 6 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const chunks = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
      const texts: string[] = [];
      const stream = Readable.from(chunks.filter((chunk) => chunk.length > 0));
      for await (const outcome of readReports({ name: 'lines.jsonl', stream })) {
        texts.push(outcome.kind === 'report' ? outcome.report.text : outcome.reason);
      }
      expect(texts).toEqual(['Straße – 北京', 'Two']);
    }),
    { numRuns: 50 },
  );
});

test('written dates', () => {
  const day = (text: string) => {
    const read = readWrittenDate(text);
    return 'day' in read ? read.day : null;
  };
  for (const text of [
    '2023-06-16',
    '2023-06-16T09:00:00Z',
    '16 June 2023',
    'June 16, 2023',
    'Fri, 16 Jun 2023 22:10:00 -0400',
    'Friday, June 16, 2023',
    'Jun. 16, 2023',
  ]) {
    expect([text, day(text)]).toEqual([text, '2023-06-16']);
  }
  for (const text of [
    '31 June 2023',
    '2023-06-31',
    '2023',
    'June 2023',
    '6/16/2023',
    'yesterday',
    '16 J 2023',
    '12023-06-16',
    '',
  ]) {
    expect([text, day(text)]).toEqual([text, null]);
  }
});
