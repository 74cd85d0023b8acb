import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copySimilarity, estimateSimilarity, fingerprintOf, similarityOf } from '../src/read/near-copy.ts';

const HARBOUR =
  'The ministers of trade of the two coasts met in the old harbour on Tuesday and spoke for six hours about the' +
  ' price of grain, the tolls of the canal and the fate of eleven ships that have lain at anchor since the spring.' +
  ' Neither side said when the ships may leave. A clerk of the canal told reporters that the tolls would rise again' +
  ' in autumn, whatever the ministers agree on, because the locks have to be mended before the winter comes.';

const sharesKey = (a: string, b: string): boolean => {
  const keys = new Set(fingerprintOf(a)!.keys);
  return fingerprintOf(b)!.keys.some((key) => keys.has(key));
};

describe('how alike two texts are', () => {
  test('case, punctuation and white space do not count', () => {
    const shouted = HARBOUR.toUpperCase().replaceAll(' ', '\n\n').replaceAll(',', ' –');
    expect(similarityOf(HARBOUR, shouted)).toBe(1);
    expect(fingerprintOf(shouted)).toEqual(fingerprintOf(HARBOUR));
  });

  test('a word that is replaced changes four runs, at the beginning and the end too', () => {
    const words = 'a b c d e f g h i j k l m n o p q r s t u v w x y z'.split(' ');
    for (const at of [0, 12, 25]) {
      const changed = words.with(at, 'other');
      // 26 words stand in 29 runs.
      expect(similarityOf(words.join(' '), changed.join(' '))).toBe(25 / 33);
    }
  });

  test('texts without a common run are not alike, nor is an empty text', () => {
    expect(similarityOf(HARBOUR, 'Snow fell on the pass.')).toBe(0);
    expect(similarityOf('', 'Snow fell on the pass.')).toBe(0);
    expect(similarityOf('', '…')).toBe(0);
  });

  test('it is the same from either side, and 1 only for the same words', () => {
    const texts = fc.array(fc.constantFrom('the', 'canal', 'tolls', 'rose', '7'), { maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [left, right] = [a.join(' '), b.join(' ')];
        expect(similarityOf(left, right)).toBe(similarityOf(right, left));
        expect(copySimilarity({ text: left }, { text: right })).toBe(
          copySimilarity({ text: right }, { text: left }),
        );
        if (a.length > 0) expect(similarityOf(left, left)).toBe(1);
      }),
    );
  });
});

describe('fingerprints', () => {
  test('are the same on every machine', () => {
    const { signature, keys } = fingerprintOf(HARBOUR)!;
    expect([signature.length, [...signature.slice(0, 8)], keys]).toMatchInlineSnapshot(`
      [
        64,
        [
          1,
          109,
          222,
          224,
          96,
          253,
          32,
          103,
        ],
        [
          1576101831,
          903737839,
          28503131,
          70588247,
          3916930478,
          1629226926,
        ],
      ]
    `);
  });

  test('a short text has none: nobody can tell whether it was copied', () => {
    const words = HARBOUR.split(' ');
    expect(fingerprintOf(words.slice(0, 19).join(' '))).toBeNull();
    expect(fingerprintOf(words.slice(0, 20).join(' '))).not.toBeNull();
    expect(fingerprintOf('x'.repeat(1_000_000))).toBeNull();
    expect(fingerprintOf('')).toBeNull();
  });

  test('in scripts without spaces every sign is a word', () => {
    const text = '两国部长星期二在旧港口会面谈了六个小时的粮价和运河通行费';
    expect(fingerprintOf(text)).not.toBeNull();
    expect(similarityOf(text, `${text}没有结果`)).toBeGreaterThan(0.7);
  });

  test('estimates lie near what they estimate, and copies share a key', () => {
    const words = Array.from({ length: 200 }, (_, at) => `word${(at * 7919) % 1000}`);
    for (const replaced of [0, 1, 3, 6, 12, 25]) {
      // Replaced words stand far apart.
      const changed = words.map((word, at) => (at % 8 === 3 && at / 8 < replaced ? `new${at}` : word));
      const [a, b] = [words.join(' '), changed.join(' ')];
      const [x, y] = [fingerprintOf(a)!, fingerprintOf(b)!];
      const exact = similarityOf(a, b);
      expect(Math.abs(estimateSimilarity(x.signature, y.signature) - exact)).toBeLessThan(0.2);
      if (exact >= 0.8) expect(sharesKey(a, b)).toBe(true);
    }
  });
});

describe('near copies', () => {
  const similarity = (a: string, b: string, url?: string) =>
    copySimilarity(url === undefined ? { text: a } : { text: a, url }, url ? { text: b, url } : { text: b });

  test.each([
    ['a header is added', `FOR THE PRESS\n\nTuesday, 4 June 2024\n\n${HARBOUR}`],
    [
      'a word is moved',
      HARBOUR.replace('met in the old harbour on Tuesday', 'on Tuesday met in the old harbour'),
    ],
    ['the last words are cut', HARBOUR.slice(0, -30)],
    ['another agency signs', `${HARBOUR} (Delta Press)`],
  ])('%s', (_, copy) => {
    expect(similarity(HARBOUR, copy)).toBeGreaterThan(0.8);
    expect(sharesKey(HARBOUR, copy)).toBe(true);
  });

  test.each([
    [
      'two items of one day under one header',
      'Portal, 4 June 2024: what happened today in the world, collected by readers. The canal raised its tolls.',
      'Portal, 4 June 2024: what happened today in the world, collected by readers. Eleven ships left the bay.',
    ],
    [
      'two countries do the same',
      'Norway calls home its envoy from the capital after the shelling of the harbour and of the villages around it' +
        ' by the army, which says that it aimed at depots of the militia and at nothing else.',
      'Chile calls home its envoy from the capital after the shelling of the harbour and of the villages around it' +
        ' by the army, which says that it aimed at depots of the militia and at nothing else.',
    ],
    [
      'a count of the next day',
      'The health ministry reports 412 new cases of the fever in the past 24 hours, the most since the beginning of' +
        ' the outbreak in the port, and asks travellers to stay away from the wells and markets there.',
      'The health ministry reports 530 new cases of the fever in the past 24 hours, the most since the beginning of' +
        ' the outbreak in the port, and asks travellers to stay away from the wells and markets there.',
    ],
    [
      'a report and its continuation',
      HARBOUR,
      `${HARBOUR.slice(0, 150)} On Friday the talks ended without a text.`,
    ],
  ])('not: %s', (_, a, b) => {
    expect(similarity(a, b)).toBeNull();
  });

  test('at one address a number may have been corrected, and half of a long text rewritten', () => {
    const told =
      'At least 12 people died when a ferry sank in the strait off the northern cape on Sunday night, the coast guard' +
      ' said, and boats of three countries are looking for those who are missing still.';
    const corrected = told.replace('12', '20');
    const url = 'https://example.org/ferry';
    expect(similarity(told, corrected)).toBeNull();
    expect(similarity(told, corrected, url)).toBeGreaterThan(0.75);
    const long = `${HARBOUR} ${HARBOUR.split(' ').reverse().join(' ')}`;
    const rewritten = `${long.slice(0, 700)} ${'A dozen officials came and went. '.repeat(3)}`;
    expect(similarity(long, rewritten)).toBeNull();
    expect(similarity(long, rewritten, url)).toBeGreaterThan(0.5);
    expect(similarity(told.slice(0, 120), told.slice(0, 190), url)).toBeNull();
  });
});
