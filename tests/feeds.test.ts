import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBytes, readOne, reasonOf, rulesOf } from './reading.ts';

const SENTENCE =
  'The foreign ministers of Norway and Chile met in Bergen on Monday and agreed to talk again.';
const DATE = '<pubDate>Fri, 16 Jun 2023 23:30:00 -0400</pubDate>';

function item(title: string, rest: string = `${DATE}<description>${SENTENCE}</description>`): string {
  return `<item><title>${title}</title>${rest}</item>`;
}

function rss(items: string, head = '<title>Harbour Herald</title><language>en-us</language>'): string {
  return `<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${items}</channel></rss>`;
}

async function linesOf(feed: string): Promise<string[]> {
  const outcomes = await readBytes('news.xml', feed);
  return outcomes.map((outcome) =>
    outcome.kind === 'report' ? (outcome.report.title ?? '-') : `${outcome.where} ${outcome.reason}`,
  );
}

describe('RSS', () => {
  test('an item is a report, dated with the day of its own offset', async () => {
    const body = `<link>https://example.org/1</link>${DATE}<description>short</description><content:encoded><![CDATA[<p>They met.</p><p>They <b>agreed</b>.</p>]]></content:encoded>`;
    expect(await readOne('a.xml', rss(item('Fish &amp;amp; ferries', body)))).toMatchObject({
      publishedOn: '2023-06-16',
      title: 'Fish & ferries',
      text: 'Fish & ferries\n\nThey met.\n\nThey agreed.',
      publisher: 'Harbour Herald',
      url: 'https://example.org/1',
      language: 'en-us',
      origin: { readFrom: { file: 'a.xml', item: 1 } },
    });
  });

  test('the feed an item came from is its publisher', async () => {
    const feed = rss(item('Talks', `${DATE}<source url="https://example.org/">Fjord Post</source>`));
    expect(await readOne('a.xml', feed)).toMatchObject({ publisher: 'Fjord Post', title: 'Talks' });
  });

  test('a title that is only the first words of the text is none', async () => {
    expect(await readOne('a.xml', rss(item('The foreign ministers of Norway…')))).not.toHaveProperty('title');
    expect((await readOne('a.xml', rss(item('The envoys meet')))).title).toBe('The envoys meet');
  });

  test('bad items are refused by number and title, the others read', async () => {
    const items = [
      item('One'),
      item('Two', `<description>${SENTENCE}</description>`),
      item('Three', `<pubDate>Fri, 31 Jun 2023 25:61:00 GMT</pubDate><description>${SENTENCE}</description>`),
      item('Four'),
      '<item/>',
      '<item><title>Five</title>',
      item('Six'),
    ];
    expect(await linesOf(rss(items.join('\n')))).toEqual([
      'One',
      'news.xml (item 2 "Two") no date was found; give the day with --date YYYY-MM-DD',
      'news.xml (item 3 "Three") the date "Fri, 31 Jun 2023 25:61:00 GMT" does not exist; correct it or give the day with --date YYYY-MM-DD',
      'Four',
      'news.xml (item 5 "Five") the item is cut off or not closed, so it is not read; get the feed anew',
      'Six',
    ]);
  });

  test('a feed that ends early loses the item that is cut, and says so', async () => {
    const feed = rss(`${item('One')}${item('Two')}`);
    const cut = feed.slice(0, feed.lastIndexOf('agreed'));
    expect(await linesOf(cut)).toEqual([
      'One',
      'news.xml (item 2 "Two") the item is cut off or not closed, so it is not read; get the feed anew',
    ]);
  });

  test('dc:date counts, and days that differ are noticed', async () => {
    const date = '<dc:date>2023-06-18</dc:date>';
    expect((await readOne('a.xml', rss(item('Talks', date)))).publishedOn).toBe('2023-06-18');
    expect(await rulesOf('a.xml', rss(item('Talks', `${DATE}${date}`)))).toEqual(['read/dates-differ']);
  });

  test('text that looks like mark-up stays text', async () => {
    const feed = rss(item('Profits &lt; 5', `${DATE}<description>a &amp;lt;script&amp;gt; b</description>`));
    expect((await readOne('a.xml', feed)).text).toBe('Profits < 5\n\na <script> b');
  });
});

test('RDF', async () => {
  const feed = `<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Fjord Post</title><items><rdf:Seq><rdf:li rdf:resource="y"/></rdf:Seq></items></channel><item rdf:about="y"><title>Talks</title><link>https://example.org/2</link><description>${SENTENCE}</description><dc:date>2023-06-16T01:00:00+09:00</dc:date></item></rdf:RDF>`;
  expect(await readOne('a.rdf', feed)).toMatchObject({
    publishedOn: '2023-06-16',
    publisher: 'Fjord Post',
    title: 'Talks',
    url: 'https://example.org/2',
  });
});

describe('Atom', () => {
  const atom = (entries: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Fjord Post</title>${entries}</feed>`;

  test('published comes before updated, which stands in for it', async () => {
    const entry = (dates: string) =>
      atom(`<entry><title>Talks</title>${dates}<summary>${SENTENCE}</summary></entry>`);
    const updated = '<updated>2023-06-18T01:00:00Z</updated>';
    expect(
      (await readOne('a', entry(`${updated}<published>2023-06-16T01:00:00Z</published>`))).publishedOn,
    ).toBe('2023-06-16');
    expect((await readOne('a', entry(updated))).publishedOn).toBe('2023-06-18');
  });

  test('text, HTML and XHTML are told apart', async () => {
    const content = async (xml: string) => {
      const entry = `<entry><updated>2023-06-18</updated><link rel="self" href="https://example.org/s"/><link href="https://example.org/3"/>${xml}</entry>`;
      const report = await readOne('a', atom(entry));
      expect(report.url).toBe('https://example.org/3');
      return report.text;
    };
    expect(await content('<content type="text">a &lt;b&gt; c</content>')).toBe('a <b> c');
    expect(await content('<content type="html">&lt;p&gt;a &amp;amp; c&lt;/p&gt;</content>')).toBe('a & c');
    const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>a &amp; b</p><p>c</p></div>';
    expect(await content(`<content type="xhtml">${div}</content>`)).toBe('a & b\n\nc');
  });

  test('a prefix for all names is read', async () => {
    const feed =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Talks</a:title><a:updated>2023-06-18</a:updated></a:entry></a:feed>';
    expect((await readOne('x', feed)).title).toBe('Talks');
  });
});

test('JSON Feed', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Fjord Post',
    items: [
      {
        id: '1',
        title: 'Talks',
        content_html: '<p>They met.</p>',
        date_published: '2023-06-16T23:30:00-04:00',
      },
      { id: '2', content_text: 'They met.' },
      7,
    ],
  };
  const outcomes = await readBytes('feed.json', JSON.stringify(feed, null, 2));
  expect(outcomes[0]).toMatchObject({
    kind: 'report',
    report: { publishedOn: '2023-06-16', text: 'Talks\n\nThey met.', publisher: 'Fjord Post' },
  });
  expect(outcomes.slice(1)).toMatchObject([
    { kind: 'refused', where: 'feed.json (item 2)', reason: expect.stringContaining('no date') },
    { kind: 'refused', where: 'feed.json (item 3)' },
  ]);
});

describe('hostile feeds', () => {
  test.each([
    [`<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${rss(item('&c;')).slice(22)}`, 'entities'],
    ['<rss version="2.0"><channel></channel></rss>', 'no items'],
    [`<rss ${'x'.repeat(20_000)}><channel>${item('One')}</channel></rss>`, 'first tag'],
    [rss('<item>'.repeat(10_002)), 'more than 10000 items'],
    [rss(item('One', `<description>${'x'.repeat(2_000_001)}</description>`)), 'longer'],
    [rss(item('One', '<a>'.repeat(50_000))), 'broken'],
  ])('%.50s… is refused', async (feed, reason) => {
    expect(await reasonOf('a.xml', feed)).toContain(reason);
  });

  test('a DOCTYPE without entities does no harm', async () => {
    const doctype =
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/publish/rss-0.91.dtd">';
    expect((await readOne('a.xml', `${doctype}${rss(item('One')).slice(22)}`)).title).toBe('One');
  });

  test('a good item among bad ones is read', async () => {
    const bad = fc.oneof(
      fc.constantFrom(
        '<item>',
        '</item>',
        '<item><title>',
        '<![CDATA[x]]>',
        '<item/>',
        '"',
        "'",
        '<item a="',
        '&x;',
      ),
      fc.string().filter((text) => !text.includes('<')),
      fc.string().map((text) => item(text.replaceAll('<', '&lt;'), '')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(bad, { maxLength: 12 }),
        fc.array(bad, { maxLength: 12 }),
        async (before, after) => {
          const outcomes = await readBytes(
            'a.xml',
            rss(`${before.join('')}${item('Good one')}${after.join('')}`),
          );
          const titles = outcomes.flatMap((outcome) =>
            outcome.kind === 'report' ? [outcome.report.title] : [],
          );
          expect(titles).toContain('Good one');
        },
      ),
      { numRuns: 200 },
    );
  });
});
