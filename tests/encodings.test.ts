import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../src/read/decode.ts';
import { readBytes, readOne, rulesOf } from './reading.ts';

/** The bytes of a text in an encoding of one or two bytes a character, from its decoder turned around. */
function encode(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  const learn = (...bytes: readonly number[]) => {
    try {
      const sign = decoder.decode(Uint8Array.from(bytes));
      if ([...sign].length === 1 && !bytesOf.has(sign)) bytesOf.set(sign, bytes);
    } catch {
      // These bytes are no character in it.
    }
  };
  for (let first = 0; first < 256; first++) learn(first);
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) learn(first, second);
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => bytesOf.get(sign) ?? expect.fail(`no ${sign} in ${encoding}`)),
  );
}

const TEXTS: readonly (readonly [string, string])[] = [
  [
    'windows-1252',
    'Le ministre français a rencontré jeudi son homologue à Genève ; ils ont déjà signé deux accords.',
  ],
  ['windows-1252', 'The minister met her counterpart in München on Monday – “a good day”, officials said.'],
  ['windows-1252', 'Þórður Guðmundsson hitti ráðherra í Reykjavík á mánudag.'],
  [
    'windows-1254',
    'Dışişleri Bakanı pazartesi günü Ankara’da mevkidaşıyla görüştü; iki ülke bir anlaşma imzaladı.',
  ],
  ['windows-1254', 'Foreign Minister Ayşe Çağlayan met Ümit Yıldız in Eskişehir.'],
  [
    'windows-1250',
    'Ministr zahraničí se v pondělí setkal se svým protějškem v Praze, aby jednali o nové smlouvě, řekl šéf úřadu.',
  ],
  ['windows-1251', 'Министр встретился в понедельник с коллегой из Норвегии и обсудил вопросы торговли.'],
  ['koi8-r', 'Министр встретился в понедельник с коллегой из Норвегии и обсудил вопросы торговли.'],
  ['shift_jis', '外務大臣は月曜日に東京でノルウェーの外務大臣と会談し、両国の貿易について話し合いました。'],
  ['gb18030', '外交部长星期一在奥斯陆会见了挪威外交大臣，双方就两国贸易问题交换了意见。'],
  ['big5', '外交部長星期一在臺北會見了挪威外交大臣，雙方就兩國貿易問題交換了意見。'],
  ['euc-kr', '외교부 장관은 월요일 서울에서 노르웨이 외교장관과 만나 양국 간 무역 문제를 논의했다.'],
];

test.each(TEXTS)('%s is detected and named: %.20s', async (encoding, words) => {
  const bytes = encode(encoding, ` date 2023-06-16 ${words}`);
  const [outcome] = await readBytes('a.txt', bytes);
  expect(outcome).toMatchObject({
    kind: 'report',
    report: { text: words },
    messages: [{ rule: 'read/encoding-detected', text: expect.stringContaining(encoding) }],
  });
});

test('a strong guess is a note, a weak one a warning', () => {
  const severity = (bytes: Uint8Array) => {
    const decoded = decodeText(bytes);
    return 'messages' in decoded ? decoded.messages[0]?.severity : undefined;
  };
  expect(severity(encode(...TEXTS[8]!))).toBe('note');
  expect(severity(encode('windows-1252', 'Çay'))).toBe('warning');
});

test('what a page or a feed declares is believed, where the bytes fit', async () => {
  const words =
    '<p>Le ministre a rencontré son homologue à Genève, où ils ont déjà signé deux accords en août.</p>';
  const page = (charset: string) =>
    encode('windows-1252', `<html><head><meta charset="${charset}"></head><body>${words}</body></html>`);
  for (const charset of ['iso-8859-1', 'utf-8', 'no-such-charset']) {
    const report = await readOne('a.html', page(charset), { date: '2023-06-16' });
    expect([charset, report.text]).toEqual([charset, words.slice(3, -4)]);
  }
  const feed = `<?xml version="1.0" encoding="koi8-r"?><rss version="2.0"><channel><item><title>Да</title><pubDate>Fri, 16 Jun 2023 10:00:00 GMT</pubDate></item></channel></rss>`;
  expect((await readOne('a.xml', encode('koi8-r', feed))).title).toBe('Да');
});

test('UTF-16 is read with its mark and without', async () => {
  for (const text of ['The ministers met.', 'Министр встретился с коллегой.']) {
    const little = Buffer.from(` date 2023-06-16 ${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) expect((await readOne('a.txt', bytes)).text).toBe(text);
    expect((await readOne('a.txt', Buffer.concat([Buffer.of(0xfe, 0xff), big]))).text).toBe(text);
  }
});

describe('text that looks damaged', () => {
  const rules = (text: string) => rulesOf('a.txt', ` date 2023-06-16 ${text}`);

  test.each([
    'the ministryâ€™s note',
    'the cafÃ© in GenÃ¨ve',
    'the ministry鈥檚 note',
    'the ministry\ufffds note',
    'вЂњДа',
  ])('%s is kept and noticed', async (text) => {
    expect(await rules(text)).toEqual(['read/damaged-text']);
    expect((await readOne('a.txt', ` date 2023-06-16 ${text}`)).text).toBe(text);
  });

  test.each([
    'the ministry’s note',
    'the café in Genève',
    'São Paulo',
    'PÂTÉ',
    'ÃO',
    '外交部长',
    'Министр, «да»',
  ])('%s is not', async (text) => {
    expect(await rules(text)).not.toContain('read/damaged-text');
  });

  test('UTF-8 with one broken character is UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(' date 2023-06-16 Zürich, Genève, São Paulo'),
      Buffer.of(0xe2, 0x80),
    ]);
    expect((await readOne('a.txt', bytes)).text).toBe('Zürich, Genève, São Paulo\ufffd');
    expect(await rulesOf('a.txt', bytes)).toEqual(['read/damaged-text']);
  });
});

test('any bytes give outcomes, under any name', async () => {
  const name = fc.constantFrom('a.txt', 'a.html', 'a.xml', 'a.jsonl', 'stdin');
  const start = fc.constantFrom(
    '',
    ' date 2023-06-16 ',
    '{"date":',
    '<html>',
    '<rss><channel><item>',
    '<feed>',
    '\ufeff',
  );
  await fc.assert(
    fc.asyncProperty(name, start, fc.uint8Array({ maxLength: 300 }), async (file, first, rest) => {
      const outcomes = await readBytes(file, Buffer.concat([Buffer.from(first), rest]));
      expect(outcomes.length).toBeGreaterThan(0);
      for (const outcome of outcomes) {
        if (outcome.kind === 'refused') expect(outcome.reason).not.toContain('\n');
        else {
          const { text, titleEnd = 0 } = outcome.report;
          expect(text.isWellFormed()).toBe(true);
          expect(titleEnd).toBeLessThanOrEqual(text.length);
          for (const { span } of outcome.messages) {
            if (span !== undefined)
              expect(text.slice(span.start, span.end)).toHaveLength(span.end - span.start);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});
