import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from '../src/read/page-text.ts';
import { readBytes, readOne, reasonOf, rulesOf } from './reading.ts';

const PARAGRAPH =
  '<p>The foreign ministers of Norway and Chile met in Bergen on Monday, officials said, and agreed to talk again.</p>';
const DATED = '<meta property="article:published_time" content="2023-06-16T23:30:00-04:00">';

function page(head: string, body: string = PARAGRAPH.repeat(3), html = '<html lang="en-GB">'): string {
  return `<!DOCTYPE html>${html}<head>${head}</head><body>${body}</body></html>`;
}

const day = async (head: string, body?: string) => (await readOne('a.html', page(head, body))).publishedOn;

describe('a page', () => {
  test('gives title, paragraphs, publisher, address, language and date', async () => {
    const head =
      `<title>Envoys &amp; ministers meet | Harbour Herald</title><meta property="og:site_name" content="Harbour Herald">` +
      `<link rel="canonical" href="https://example.org/a">${DATED}`;
    const body =
      '<nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>Envoys &amp; ministers meet</h1>' +
      `${PARAGRAPH}<figure><img src="x.jpg"><figcaption>They met in 2019.</figcaption></figure>` +
      '<p>They spoke of<br>fish&nbsp;and   <b>ferries</b>, of which there are many in both countries.</p>' +
      `<script>document.write("no")</script><style>p{}</style>${PARAGRAPH}</article><footer>Subscribe now</footer>`;
    const report = await readOne('a.html', page(head, body));
    expect(report).toMatchObject({
      publishedOn: '2023-06-16',
      title: 'Envoys & ministers meet',
      titleEnd: 23,
      publisher: 'Harbour Herald',
      url: 'https://example.org/a',
      language: 'en-GB',
    });
    const sentence = PARAGRAPH.slice(3, -4);
    expect(report.text.split('\n\n')).toEqual([
      'Envoys & ministers meet',
      sentence,
      'They spoke of\nfish and ferries, of which there are many in both countries.',
      sentence,
    ]);
  });

  test('is told by what it begins with, whatever its name', async () => {
    const html = page(DATED);
    for (const name of ['a.txt', 'stdin', 'a.html', 'a.xml']) {
      expect((await readOne(name, `<?xml version="1.0"?>\n<!-- x -->${html}`)).publishedOn).toBe(
        '2023-06-16',
      );
    }
    expect((await readOne('a.html', `<div>${PARAGRAPH}</div>`, { date: '2023-06-16' })).text).toContain(
      'Bergen',
    );
    const text = ' date 2023-06-16 <p>is the tag of a paragraph.';
    expect((await readOne('a.txt', text)).text).toBe('<p>is the tag of a paragraph.');
  });

  test('may leave out html, head and body', async () => {
    const report = await readOne('a', `<!doctype html><title>Envoys meet</title>${DATED}${PARAGRAPH}`);
    expect(report).toMatchObject({ title: 'Envoys meet', publishedOn: '2023-06-16' });
  });

  test('an address that is none of the web is left out', async () => {
    const head = `${DATED}<link rel="canonical" href="javascript:alert(1)">`;
    expect(await readOne('a.html', page(head))).not.toHaveProperty('url');
  });

  test.each([
    [
      '<html><body><a href="a">Talks resume in Oslo today</a> <a href="b">Ferry sinks off Bergen</a></body></html>',
    ],
    ['<html></html>'],
    ['<html><body><form><input><button>Sign in to read on</button></form></body></html>'],
    [
      '<html><body><script>var article = "The ministers met in Oslo on Monday and agreed.";</script></body></html>',
    ],
  ])('without an article is refused: %.60s', async (html) => {
    expect(await reasonOf('a.html', html, { date: '2023-06-16' })).toContain('no article was found');
  });
});

describe('the date of a page', () => {
  test.each([
    [
      '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"2023-06-16"}]}</script>',
    ],
    ['<meta name="date" content="16 June 2023">'],
    ['<meta name="DC.date" content="2023-06-16">'],
    ['<meta itemprop="datePublished" content="2023-06-16">'],
  ])('is taken from %s', async (head) => {
    expect(await day(head)).toBe('2023-06-16');
  });

  test('is taken from a time that is marked as that of publication', async () => {
    expect(await day('', `<time pubdate datetime="2023-06-16">today</time>${PARAGRAPH}`)).toBe('2023-06-16');
  });

  test.each([
    ['', `<time datetime="2023-06-16">16 June 2023</time>${PARAGRAPH}`],
    ['<meta name="last-modified" content="2023-06-16">', PARAGRAPH],
    ['', `<p>OSLO, 16 June 2023.</p>${PARAGRAPH}`],
    [
      '<script type="application/ld+json">{"@type":"VideoObject","datePublished":"2023-06-16"}</script>',
      PARAGRAPH,
    ],
    ['<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>', PARAGRAPH],
  ])('is not taken from %s %.50s', async (head, body) => {
    expect(await reasonOf('a.html', page(head, body))).toContain(
      'no date was found; give the day with --date',
    );
  });

  test('two days are noticed, one instant written twice is one', async () => {
    const other = (date: string) => page(`${DATED}<meta name="date" content="${date}">`);
    expect(await rulesOf('a.html', other('2023-06-18'))).toEqual(['read/dates-differ']);
    expect(await rulesOf('a.html', other('2023-06-17T03:30:00Z'))).toEqual([]);
    expect(await rulesOf('a.html', other('soon'))).toEqual([]);
    expect(
      await day(
        `<meta property="article:published_time" content="soon"><meta name="date" content="2023-06-16">`,
      ),
    ).toBe('2023-06-16');
  });

  test('that does not exist is refused', async () => {
    expect(await reasonOf('a.html', page('<meta name="date" content="2023-02-30">'))).toContain(
      'does not exist',
    );
  });
});

describe('hostile pages', () => {
  test.each([
    ['<div>'.repeat(70_000), 'levels of tags'],
    ['<b>'.repeat(5000) + PARAGRAPH, 'levels of tags'],
    ['<'.repeat(200_000), 'tags'],
    [`<p>${'x'.repeat(3_000_001)}`, 'characters'],
    [`<p ${Array.from({ length: 900 }, (_, at) => `a${at}="1"`).join(' ')}>x</p>`, 'attributes'],
  ])('%.20s… is refused', async (body, reason) => {
    expect(await reasonOf('a.html', `<html><body>${body}`, { date: '2023-06-16' })).toContain(reason);
  });

  test('entities declared in a page are not expanded', async () => {
    const html = `<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>${PARAGRAPH}<p>&b;</p>`;
    const outcomes = await readBytes('a.html', html, { date: '2023-06-16' });
    expect(JSON.stringify(outcomes)).not.toContain('aaaaaaaa');
  });

  test('scripts are not run', async () => {
    const body = `<script>globalThis.ran = true</script><img src="x" onerror="globalThis.ran = true">${PARAGRAPH}`;
    await readBytes('a.html', page(DATED, body));
    expect(globalThis).not.toHaveProperty('ran');
  });

  const pieces = [
    '<p>',
    '</p>',
    '<div',
    '>',
    '<table><td>',
    '<a href=x>',
    '</html>',
    '<body>',
    '<svg><path/>',
    '<br>',
  ];
  const more = [
    '&amp',
    '&#0;',
    '<!--',
    '-->',
    '<![CDATA[',
    'The ministers met. ',
    '"',
    "'",
    '\0',
    '<template>',
    '<html>',
  ];

  test('any HTML ends, and gives outcomes', async () => {
    const soup = fc.array(fc.oneof(fc.constantFrom(...pieces, ...more), fc.string({ unit: 'binary' })), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(soup, async (parts) => {
        const outcomes = await readBytes('a.html', parts.join(''), { date: '2023-06-16' });
        expect(outcomes).toHaveLength(1);
        expect(typeof (await htmlToText(parts.join('')))).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});
