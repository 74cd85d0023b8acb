import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { detectLanguage } from '../src/read/detect-language.ts';
import { readOne } from './reading.ts';

test.each([
  ['en', 'The ministers met in Oslo and agreed that their countries would reopen the border.'],
  ['tl', 'Nagkita kahapon sa Maynila ang mga ministro ng dalawang bansa upang pag-usapan ang kalakalan.'],
  ['zh', '两国外长星期一在奥斯陆举行了会谈。'],
  ['ru', 'Министры встретились в понедельник в Осло.'],
  ['fr', 'Les deux ministres se sont rencontrés lundi à Oslo pour parler de pêche.'],
  ['de', 'Die beiden Minister trafen sich am Montag in Oslo und sprachen über den Handel.'],
  ['es', 'Los dos ministros se reunieron el lunes en Oslo para hablar de la pesca.'],
])('%s: %s', async (language, text) => {
  expect(await detectLanguage(text)).toBe(language);
});

test.each([
  'Lavrov, Wang Yi meet',
  'Xi visits Oslo',
  'Macron, Scholz, Meloni, Sánchez, Tusk in Berlin',
  'Putin, Lukashenko, Tokayev, Mirziyoyev, Japarov meet Aliyev, Pashinyan',
  'Sultan Hassanal Bolkiah of Brunei receives Anwar Ibrahim, Mahathir bin Mohamad',
  'Wang Wentao (王文涛) meets Raimondo',
  'Muhyiddin Yassin, Najib Razak fired as Malaysian ministers',
  'El País: Sánchez meets Pedro Castillo, Luis Arce, Gustavo Petro',
  'Nguyễn Phú Trọng meets Võ Văn Thưởng in Hà Nội',
  '',
  '12 34 56',
])('a short text in English, or none, is not taken for another language: %s', async (text) => {
  expect(['en', 'und']).toContain(await detectLanguage(text));
});

test('what the input says is believed', async () => {
  const report = await readOne(
    'a.txt',
    'Date: 2023-06-16\nLanguage: nb\n\nThe ministers met, and they agreed.',
  );
  expect(report.language).toBe('nb');
});

describe('a report that is not read', () => {
  const knowledge = loadKnowledge();
  const code = async (text: string) => codeReport(await readOne('a.txt', text), knowledge);

  test('because of its language holds no claims, and says so', async () => {
    const coding = await code(
      'Date: 2023-06-16\nLanguage: fr-FR\n\nNorway’s foreign minister met Chile’s in Oslo.',
    );
    expect(coding.claims).toEqual([]);
    expect(coding.messages).toEqual([
      {
        rule: 'read/other-language',
        severity: 'warning',
        text: 'this report is in French; only English is read, so it holds no claims',
      },
    ]);
  });

  test.each(['en', 'en-US', 'eng', 'und', 'English', 'und-Latn'])('%s is read', async (language) => {
    const coding = await code(
      `Date: 2023-06-16\nLanguage: ${language}\n\nNorwegian Foreign Minister Anniken Huitfeldt met Chilean Foreign Minister Alberto van Klaveren in Oslo on Monday.`,
    );
    expect(coding.messages).toEqual([]);
    expect(coding.coverage.sentences).toBe(1);
  });

  test('because it is a list of headlines and menus, likewise', async () => {
    const menu =
      'Home | News | Opinion\nMost popular\n1. Norway and Chile hold talks\n2. King visits Chile\nSign in';
    const coding = await code(` date 2023-06-16 ${menu}`);
    expect(coding).toMatchObject({ claims: [], messages: [{ rule: 'read/listing' }] });
  });

  test.each([
    'The two sides agreed on:\n1. A hotline\n2. A joint patrol\n3. Further talks in Oslo',
    'Norway and Chile hold talks\nKing Harald visits Chile\nChile thanks Norway\nMinisters meet in Oslo',
    'Home | News\nMost popular\n1. Talks\n2. Visits\nThe foreign ministers of Norway and Chile met in Oslo on Monday.',
  ])('but not this: %.40s', async (text) => {
    expect((await code(` date 2023-06-16 ${text}`)).messages).toEqual([]);
  });
});
