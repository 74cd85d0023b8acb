import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listOf } from '../src/actors/directory.ts';
import { slugOf } from '../src/actors/people.ts';
import { readPeriod } from '../src/actors/period.ts';
import { keyOf } from '../src/actors/words.ts';
import { type Row, readTable } from '../src/table.ts';

/** The tables of office-holders agree with themselves and with the reference tables, or say why they do not. */

const FOLDER = join(import.meta.dirname, '..', 'data', 'actors');
const REFERENCE = join(import.meta.dirname, '..', '..', 'shared', 'data', 'reference');
const table = (name: string): Row[] => readTable(name, readFileSync(join(FOLDER, name), 'utf8'));

interface Term {
  readonly person: string;
  readonly names: readonly string[];
  readonly office: string;
  readonly country: string;
  readonly first: string;
  readonly last: string;
  readonly row: Row;
}

const LASTS = '9999-12-31';
const holders = table('holders.tsv');
const terms: Term[] = holders.map((row) => {
  const { from, to } = readPeriod(row['from']!, row['to']!, row['person']!);
  const { person, office, country } = row as Record<string, string>;
  return {
    person: person!,
    names: listOf(row['names']!),
    office: office!,
    country: country!,
    first: from,
    last: to ?? LASTS,
    row,
  };
});
const single = new Set(
  table('offices.tsv').flatMap((row) => (row['holders'] === 'one' ? row['office']! : [])),
);

const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** Terms in an office of one holder, by office, in order. */
const chains = [
  ...Map.groupBy(
    terms.filter(({ office }) => single.has(office) || office.startsWith('ambassador-to-')),
    ({ country, office }) => `${country}/${office}`,
  ).values(),
].map((chain) => chain.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)));
const neighbours = chains.flatMap((chain) => chain.slice(1).map((after, at) => [chain[at]!, after] as const));

/** Where only a month or year is known, the bounds that make the least of a clash. */
const earliestEnd = ({ row, last }: Term): string =>
  row['to'] === '-' ? last : `${row['to']}-01-01`.slice(0, 10);
const latestBeginning = ({ row, first }: Term): string =>
  row['from']!.length === 4
    ? `${row['from']}-12-31`
    : row['from']!.length === 7
      ? `${row['from']}-28`
      : first;

const words = (name: string): string[] =>
  keyOf(name)
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

describe('offices that one person holds', () => {
  test('have one holder at a time', () => {
    const clashes = neighbours.filter(
      ([before, after]) => daysBetween(latestBeginning(after), earliestEnd(before)) > 31,
    );
    expect(
      clashes.map(
        ([before, after]) => `${before.country} ${before.office}: ${before.person}, ${after.person}`,
      ),
    ).toEqual([]);
  });

  test('have gaps only where gaps.tsv says why, and no row there is idle', () => {
    const gaps = neighbours
      .filter(([before, after]) => daysBetween(before.last, after.first) > 92)
      .map(([before, after]) => [before.country, before.office, before.person, after.person].join(' | '));
    const explained = table('gaps.tsv').map(({ country, office, after, before }) =>
      [country, office, after, before].join(' | '),
    );
    expect(gaps.filter((gap) => !explained.includes(gap))).toEqual([]);
    expect(explained.filter((gap) => !gaps.includes(gap))).toEqual([]);
    expect(table('gaps.tsv').every(({ why }) => why !== '-' && why !== '')).toBe(true);
  });

  test('every state has had a leader since 2015', () => {
    const leads = new Set([
      'president',
      'prime-minister',
      'monarch',
      'chancellor',
      'military-ruler',
      'supreme-leader',
      'head-of-state',
      'head-of-government',
    ]);
    // San Marino has two captains regent for half a year; its secretary for foreign affairs speaks for it.
    const led = (country: string, day: string): boolean =>
      terms.some(
        (term) => term.country === country && leads.has(term.office) && term.first <= day && day <= term.last,
      );
    const members = table('members.tsv').flatMap((row) =>
      row['organisation'] === 'UN' ? listOf(row['members']!) : [],
    );
    expect(new Set(members).size).toBe(193);
    const years = [2015, 2017, 2019, 2021, 2023, 2025];
    const empty = [...new Set(members)]
      .filter((country) => country !== 'SMR')
      .flatMap((country) =>
        years.filter((year) => !led(country, `${year}-07-01`)).map((year) => `${country} ${year}`),
      );
    expect(empty).toEqual([]);
  });
});

describe('what the tables hold at least', () => {
  /** Days of a time, a month apart, on which nobody holds any of the offices. */
  const open = (country: string, offices: readonly string[], from: string): number => {
    let days = 0;
    for (let at = Date.parse(from); at < Date.parse('2026-01-01'); at += 30 * DAY) {
      const day = new Date(at).toISOString().slice(0, 10);
      const held = terms.some(
        (term) =>
          term.country === country && offices.includes(term.office) && term.first <= day && day <= term.last,
      );
      if (!held) days += 30;
    }
    return days;
  };
  const HALF_A_YEAR = 183;
  const statesWith = (office: string): string[] => [
    ...new Set(terms.filter((term) => term.office === office).map(({ country }) => country)),
  ];

  test.each(['foreign-minister', 'defence-minister'])('the %s of forty states since 2015', (office) => {
    const known = statesWith(office).filter((country) => open(country, [office], '2015-02-01') < HALF_A_YEAR);
    expect(known.length).toBeGreaterThanOrEqual(40);
  });

  test('who has charge of money in the G20 since 2018', () => {
    const members = table('members.tsv').flatMap((row) =>
      row['organisation'] === 'G20' && row['to'] === '-' ? listOf(row['members']!) : [],
    );
    expect(members.length).toBeGreaterThanOrEqual(19);
    const lacking = members.filter(
      (country) => open(country, ['finance-minister', 'economy-minister'], '2018-01-01') > HALF_A_YEAR,
    );
    expect(lacking).toEqual([]);
  });

  test('who has led the UN, the EU and NATO since 2010', () => {
    for (const [body, office] of [
      ['UN', 'secretary-general'],
      ['NATO', 'secretary-general'],
      ['EU', 'commission-president'],
      ['EU', 'council-president'],
      ['EU', 'high-representative'],
    ] as const)
      expect(open(body, [office], '2010-01-01'), `${body} ${office}`).toBe(0);
  });

  test('members by date of 120 organisations, 150 seats', () => {
    expect(new Set(table('members.tsv').map(({ organisation }) => organisation)).size).toBeGreaterThanOrEqual(
      120,
    );
    expect(table('seats.tsv').length).toBeGreaterThanOrEqual(150);
  });
});

describe('people', () => {
  test('stand under one spelling', () => {
    const spelt = new Map<string, Set<string>>();
    for (const { person, names, country } of terms) {
      for (const name of [person, ...names.filter((other) => !other.startsWith('~'))]) {
        const key = `${country} ${words(name).join(' ')}`;
        spelt.set(key, (spelt.get(key) ?? new Set()).add(slugOf(person)));
      }
    }
    expect(
      [...spelt]
        .filter(([, people]) => people.size > 1)
        .map(([name, people]) => `${name}: ${[...people].join(', ')}`),
    ).toEqual([]);
  });

  test('at least a thousand terms are checked, two thousand are listed', () => {
    expect(holders.filter((row) => row['checked'] === 'yes').length).toBeGreaterThanOrEqual(1000);
    expect(holders.length).toBeGreaterThanOrEqual(2000);
  });
});

describe.skipIf(!existsSync(REFERENCE))('reference tables, where they are at hand', () => {
  const explained = table('disagreements.tsv').map(
    ({ country, person }) => `${country} ${words(person!).join(' ')}`,
  );

  test('leaders of 2022 are the same, or disagreements.tsv says why not', () => {
    const states = new Map(
      table('states.tsv').flatMap((row) =>
        [row['name']!, ...listOf(row['names']!)].map(
          (name) => [words(name).join(' '), row['code']!] as const,
        ),
      ),
    );
    const [head, ...lines] = readFileSync(join(REFERENCE, 'world_leaders_wikidata_2022.csv'), 'utf8')
      .trim()
      .split('\n');
    const columns = head!.trim().split(',');
    const cell = (cells: readonly string[], name: string): string => cells[columns.indexOf(name)] ?? '';
    const namesOf = new Map<string, Set<string>>();
    for (const { person, names } of terms) {
      const known = namesOf.get(person) ?? new Set<string>();
      namesOf.set(person, known);
      for (const word of [person, ...names].flatMap(words)) known.add(word);
    }
    let compared = 0;
    const unexplained = lines.flatMap((line) => {
      const cells = line.replace(/"([^"]*)"/g, (_, inside: string) => inside.replaceAll(',', ' ')).split(',');
      const name = words(cell(cells, 'country')).join(' ');
      const country = states.get(name) ?? states.get(name.replace('people s republic of ', ''));
      const person = words(cell(cells, 'officeholderLabel'));
      const year = cell(cells, 'start_year');
      if (country === undefined || year === '') return [];
      compared++;
      const held = terms.some((term) => {
        const known = namesOf.get(term.person)!;
        return (
          term.country === country &&
          term.first.startsWith(year) &&
          person.filter((word) => known.has(word)).length >= Math.min(2, person.length)
        );
      });
      return held ||
        explained.some((row) => row.startsWith(`${country} `) && isSame(row.slice(4).split(' '), person))
        ? []
        : [`${country} ${person.join(' ')} ${year}`];
    });
    expect(compared).toBeGreaterThan(300);
    expect(unexplained).toEqual([]);
  });
});

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.filter((word) => b.includes(word)).length >= Math.min(2, a.length, b.length);
}
