import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActorMention } from '../src/actors/actor.ts';
import { findActors } from '../src/actors/find-actors.ts';
import { lookUp } from '../src/actors/look-up.ts';
import { readDirectory } from '../src/actors/read-directory.ts';
import type { Sentence } from '../src/language/sentence.ts';
import type { Report } from '../src/report.ts';
import { readTable } from '../src/table.ts';
import { type Case, runCases } from './cases.ts';

const FOLDER = join(import.meta.dirname, '..', 'data', 'actors');
const files = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.tsv'))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);
const directory = readDirectory(files);

/** Sentences of a line each; without tokens or tree, so that a rule that asks for them fails here. */
function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const span = { index: sentences.length, start: match.index, end: match.index + match[0].length };
    sentences.push({
      ...span,
      get words(): never {
        throw new Error('names are found in the text alone');
      },
      get tokens(): never {
        throw new Error('names are found without tokens');
      },
      get names(): never {
        throw new Error('names are found without weights');
      },
      get tree(): never {
        throw new Error('names are found without a tree');
      },
      around(): never {
        throw new Error('names are found without a tree');
      },
    });
  }
  return sentences;
}

function find(text: string, publishedOn: string): ActorMention[] {
  const report: Report = { id: 'case', publishedOn, text, language: 'en', origin: {} };
  return findActors(report, sentencesOf(text), directory);
}

function lineOf(text: string, { start, end, actor, via, rule, antecedent }: ActorMention): string {
  const place = actor.country ?? actor.organisation ?? '-';
  const back = antecedent === undefined ? '' : ` <- "${text.slice(antecedent.start, antecedent.end)}"`;
  return `"${text.slice(start, end)}" ${actor.id} ${place} ${actor.office ?? actor.sector ?? '-'} ${via} ${rule}${back}`;
}

runCases('actors', ({ text, headers }: Case) =>
  find(text, headers['date']!).map((mention) => lineOf(text, mention)),
);

describe('any text', () => {
  const words = [
    'Blinken',
    'Wang Yi',
    'his',
    'Chinese',
    'counterpart',
    'counterparts',
    'US',
    'U.S.',
    'officials',
    'President',
    'Xi',
    ',',
    '.',
    'the two',
    'countries',
    'Beijing',
    '’s',
    "'",
    'Georgia',
    'spokesman',
    'of',
    'and',
    'Smith',
    'they',
    'its',
    '-',
    '\n',
    'He',
    'former',
    'ambassador to',
    'The',
    'both sides',
    'foreign minister',
    'Türkiye',
    'Côte d’Ivoire',
    'İstanbul',
    '🐼',
    '\u0000',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((parts) => parts.join(' ')),
  );

  test('gives spans inside it, in order, and the same ones again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const mentions = find(text, '2023-06-16');
        let last = 0;
        for (const { start, end, rule, actor } of mentions) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(rule).toMatch(/^actors\/[a-z-]+$/);
          expect(actor.id).not.toBe('');
          last = start;
        }
        expect(find(text, '2023-06-16')).toEqual(mentions);
      }),
      { numRuns: 500 },
    );
  });

  test('gives mentions that do not overlap unless they share their words', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const mentions = find(text, '2023-06-16');
        for (let i = 1; i < mentions.length; i++) {
          const [before, here] = [mentions[i - 1]!, mentions[i]!];
          const same = before.start === here.start && before.end === here.end;
          expect(same || before.end <= here.start).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('gives antecedents inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { antecedent } of find(text, '2023-06-16')) {
          if (antecedent === undefined) continue;
          expect(antecedent.start).toBeGreaterThanOrEqual(0);
          expect(antecedent.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the tables', () => {
  const rows = (name: string) => readTable(name, files[name]!);
  const states = rows('states.tsv');
  const codes = new Set(states.map((row) => row['code']!));
  const organisations = new Set(rows('organisations.tsv').map((row) => row['code']!));
  const offices = new Map(rows('offices.tsv').map((row) => [row['office']!, row]));

  test('hold the 193 members of the United Nations and five more', () => {
    expect(codes.size).toBe(198);
    for (const code of ['TWN', 'HKG', 'PSE', 'XKX', 'VAT']) expect(codes).toContain(code);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{3}$/);
  });

  test('name every state once', () => {
    const names = states.map((row) => row['name']!);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(
        lookUp(directory, name).map(({ actor }) => actor.country),
        name,
      ).toContain(states.find((row) => row['name'] === name)!['code']);
    }
  });

  test('name organisations once and place bodies, media and groups in known states', () => {
    const all = rows('organisations.tsv');
    expect(organisations.size).toBe(all.length);
    for (const { code, kind, part_of: partOf } of all) {
      expect(['IGO', 'NGO', 'group', 'body', 'media', 'company'], code).toContain(kind);
      if (partOf === '-') continue;
      expect(kind === 'IGO' || kind === 'NGO' ? organisations.has(partOf!) : codes.has(partOf!), code).toBe(
        true,
      );
    }
  });

  test('know the place of every seat, body and title', () => {
    for (const { name, country } of rows('seats.tsv'))
      expect(country === '-' || codes.has(country!), name).toBe(true);
    for (const { names, country } of rows('bodies.tsv'))
      expect(country === '-' || codes.has(country!), names).toBe(true);
    for (const { titles, country } of rows('offices.tsv')) {
      expect(country === '-' || codes.has(country!) || organisations.has(country!), titles).toBe(true);
    }
  });

  test('hold terms of known states or organisations', () => {
    for (const { person, country } of rows('holders.tsv')) {
      expect(codes.has(country!) || organisations.has(country!), `${person}: ${country}`).toBe(true);
    }
  });

  test('hold no term twice and no person under two spellings', () => {
    const terms = rows('holders.tsv').map(
      ({ person, office, country, from }) => `${person} ${office} ${country} ${from}`,
    );
    expect(new Set(terms).size).toBe(terms.length);
    const spellings = new Map<string, string>();
    for (const { person, names } of rows('holders.tsv')) {
      for (const name of names === '-' ? [] : names!.split('; ')) {
        if (name.startsWith('~') || !name.includes(' ')) continue;
        expect(spellings.get(name) ?? person, name).toBe(person);
        spellings.set(name, person!);
      }
    }
    const people = new Set(rows('holders.tsv').map(({ person }) => person!));
    for (const [name, person] of spellings) expect(people.has(name) && name !== person, name).toBe(false);
  });

  test('let nobody overlap in an office that one person holds', () => {
    const single = rows('holders.tsv').filter(({ office }) => offices.get(office!)?.['holders'] === 'one');
    const byOffice = Map.groupBy(single, ({ office, country }) => `${country}/${office}`);
    for (const [office, terms] of byOffice) {
      const sorted = [...terms].sort((a, b) => (a['from']! < b['from']! ? -1 : 1));
      for (let i = 1; i < sorted.length; i++) {
        const [before, after] = [sorted[i - 1]!, sorted[i]!];
        const shown = `${office}: ${before['person']} to ${before['to']}, ${after['person']} from ${after['from']}`;
        expect(before['to'], shown).not.toBe('-');
        // As exactly as both are known: a month's end may meet a day of that month.
        const precision = Math.min(before['to']!.length, after['from']!.length);
        expect(after['from']!.slice(0, precision) >= before['to']!.slice(0, precision), shown).toBe(true);
      }
    }
  });

  test('say where each checked row was checked', () => {
    for (const { person, office, checked, source } of rows('holders.tsv')) {
      if (checked === 'yes') expect(source, `${person}, ${office}`).not.toBe('general knowledge');
    }
  });
});

describe('readDirectory', () => {
  const replaced = (name: string, change: (text: string) => string) => ({
    ...files,
    [name]: change(files[name]!),
  });

  test('names file and line of a row that does not fit', () => {
    expect(() => readDirectory(replaced('states.tsv', (text) => `${text}XYZ\tNowhere\n`))).toThrow(
      /^states\.tsv:\d+: expected 7 columns, found 2$/,
    );
  });

  test('refuses an unknown office, an impossible day and an unknown state', () => {
    const row = (cells: string) => (text: string) => `${text}${cells}\n`;
    const bad = (cells: string) => () => readDirectory(replaced('holders.tsv', row(cells)));
    expect(bad('A B\t-\tjester\tUSA\t2020-01-01\t-\tx\tno')).toThrow(/A B: unknown office "jester"/);
    expect(bad('A B\t-\tpresident\tUSA\t2020-02-30\t-\tx\tno')).toThrow(/A B: impossible term "2020-02-30"/);
    expect(bad('A B\t-\tpresident\tUSA\t2020-02-01\t2019-01-01\tx\tno')).toThrow(/impossible term/);
    expect(bad('A B\t-\tpresident\tUSA\t2020-02-01\t-\tx\tperhaps')).toThrow(/checked is "perhaps"/);
    expect(() => readDirectory(replaced('seats.tsv', row('Casa\tQQQ/GOV\tQQQ\tGOV\tx')))).toThrow(
      /unknown state "QQQ"/,
    );
  });

  test('asks for a missing table by name', () => {
    const { 'seats.tsv': _, ...rest } = files;
    expect(() => readDirectory(rest)).toThrow(/^seats\.tsv: missing/);
  });
});

test('a table of folds counts a place with another state, under its own name', () => {
  const own = { name: 'own.tsv', text: 'code\tinto\nHKG\tCHN\n' };
  const text = 'Hong Kong taxed tea. The Hong Kong government and Taiwan did not.';
  const report = { id: 'r', publishedOn: '2023-06-16', text, language: 'en', origin: {} };
  const found = (folded: typeof directory) =>
    findActors(report, sentencesOf(text), folded).map(({ actor }) => `${actor.id} ${actor.country}`);
  expect(found(readDirectory(files, own))).toEqual(['CHN CHN', 'HKG/GOV CHN', 'TWN TWN']);
  expect(found(directory)).toEqual(['HKG HKG', 'HKG/GOV HKG', 'TWN TWN']);
  const bad = { name: 'own.tsv', text: 'code\tinto\nHKG\tQQQ\n' };
  expect(() => readDirectory(files, bad)).toThrow(/^own\.tsv:2: "HKG" cannot count with "QQQ"/);
});

test('docs/actors.md lists every rule, and no other', () => {
  const source = join(import.meta.dirname, '..', 'src', 'actors');
  const used = new Set(
    readdirSync(source).flatMap(
      (name) => readFileSync(join(source, name), 'utf8').match(/(?<=')actors\/[a-z-]+(?=')/g) ?? [],
    ),
  );
  const docs = readFileSync(join(import.meta.dirname, '..', 'docs', 'actors.md'), 'utf8');
  const listed = new Set([...docs.matchAll(/^\| `(actors\/[a-z-]+)` \|/gm)].map(([, rule]) => rule!));
  expect([...used].sort()).toEqual([...listed].sort());
});

describe('lookUp', () => {
  const idsOf = (name: string, on?: string) => lookUp(directory, name, on).map(({ actor }) => actor.id);

  test('knows states, capitals, seats, bodies, organisations and people', () => {
    expect(idsOf('China')).toEqual(['CHN']);
    expect(idsOf('türkiye')).toEqual(['TUR']);
    expect(idsOf('Beijing')).toEqual(['CHN/GOV']);
    expect(idsOf('Foggy Bottom')).toEqual(['USA/foreign-ministry']);
    expect(idsOf('State Department')).toEqual(['USA/foreign-ministry']);
    expect(idsOf('Shanghai Cooperation Organisation')).toEqual(['SCO']);
    expect(idsOf('Nobody At All')).toEqual([]);
    expect(idsOf('')).toEqual([]);
  });

  test('gives the office held on a day', () => {
    const office = (name: string, on: string) => lookUp(directory, name, on)[0]?.actor.office;
    expect(office('Qin Gang', '2022-06-01')).toBe('ambassador-to-USA');
    expect(office('Qin Gang', '2023-06-16')).toBe('foreign-minister');
    expect(office('Qin Gang', '2024-01-01')).toBeUndefined();
    expect(office('Wang Yi', '2022-12-29')).toBe('foreign-minister');
    expect(office('Wang Yi', '2023-03-01')).toBe('central-foreign-affairs-director');
    expect(office('Wang Yi', '2023-08-01')).toBe('foreign-minister');
  });

  test('gives every bearer of a family name', () => {
    expect(idsOf('Sullivan', '2023-06-16')).toEqual(
      expect.arrayContaining(['person/jake-sullivan', 'person/john-sullivan']),
    );
  });
});
