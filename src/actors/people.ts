import type { Line } from '../table.ts';
import type { Actor } from './actor.ts';
import { type Entry, listOf, type Office, type Person, type State, type Term } from './directory.ts';
import { readPeriod } from './period.ts';
import { addPhrase, type Trie } from './trie.ts';
import { keyOf } from './words.ts';

/** Where the family name comes first in English texts. */
const FAMILY_FIRST = new Set(['CHN', 'TWN', 'KOR', 'PRK', 'KHM', 'VNM', 'HKG']);

/** Family names kept together: "von der Leyen", "bin Salman". */
const PARTICLES = new Set('al el bin ibn ben van von der den de da di dos du la le ul ter abu'.split(' '));

/** Adds office-holders and their terms to the phrases; rows of one person share one identity. */
export function addPeople(
  lines: readonly Line[],
  states: ReadonlyMap<string, State>,
  organisations: ReadonlyMap<string, Actor>,
  offices: ReadonlyMap<string, Office>,
  phrases: Trie<Entry>,
): { people: Map<string, Person>; terms: Map<string, Term[]> } {
  const people = new Map<string, Person & { readonly terms: Term[] }>();
  const terms = new Map<string, Term[]>();
  const said = new Set<string>();
  const shortNames = Map.groupBy(
    lines
      .flatMap(({ row }) => listOf(row['names']!).map((words) => ({ person: row['person']!, words })))
      .filter(({ words }) => words.startsWith('~')),
    ({ person }) => person,
  );
  for (const line of lines) {
    const { row } = line;
    const name = row['person']!;
    const id = `person/${slugOf(name)}`;
    const person = people.get(id) ?? { id, name, terms: [] };
    people.set(id, person);
    const term = readTerm(line, person, states, organisations, offices);
    person.terms.push(term);
    const key = `${term.country ?? term.organisation}/${term.office}`;
    const held = terms.get(key);
    if (held === undefined) terms.set(key, [term]);
    else held.push(term);
    const add = (words: string, short: boolean): void => {
      if (said.has(`${id} ${words}`)) return;
      said.add(`${id} ${words}`);
      addPhrase(phrases, words, { kind: 'person', person, short });
    };
    const others = listOf(row['names']!);
    for (const words of [name, ...others.filter((words) => !words.startsWith('~'))])
      add(words, !words.includes(' '));
    const shorts = shortNames.get(name)?.map(({ words }) => words.slice(1)) ?? [
      familyNameOf(name, term.country),
    ];
    for (const words of shorts) add(words, true);
  }
  for (const { terms } of people.values())
    terms.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const list of terms.values()) list.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return { people, terms };
}

function readTerm(
  { row, where }: Line,
  person: Person,
  states: ReadonlyMap<string, State>,
  organisations: ReadonlyMap<string, Actor>,
  offices: ReadonlyMap<string, Office>,
): Term {
  const { office, country, from, to, source, checked } = row as Record<string, string>;
  const whose = `${where}: ${person.name}`;
  const ambassadorTo = /^ambassador-to-([A-Z]+)$/.exec(office!)?.[1];
  const isPlace = (code: string | undefined): boolean =>
    code !== undefined && (states.has(code) || organisations.has(code));
  if (!offices.has(office!) && !isPlace(ambassadorTo)) {
    throw new Error(
      `${whose}: unknown office "${office}"; expected one of offices.tsv, or ambassador-to-USA with the code of its host`,
    );
  }
  if (!isPlace(country)) {
    throw new Error(`${whose}: unknown "${country}"; expected a code of states.tsv or organisations.tsv`);
  }
  if (checked !== 'yes' && checked !== 'no') {
    throw new Error(`${whose}: checked is "${checked}"; expected yes or no`);
  }
  return {
    person,
    office: office!,
    country: states.has(country!) ? country! : null,
    organisation: states.has(country!) ? null : country!,
    ...readPeriod(from!, to!, whose),
    checked: checked === 'yes',
    source: source!,
  };
}

/** The part of a name that stands for the person alone: "Xi", "Blinken", "von der Leyen". */
export function familyNameOf(name: string, country: string | null): string {
  const parts = name.split(' ');
  // Popes and monarchs have none: "Charles III".
  if (parts.length === 1 || /^[IVX]+$/.test(parts.at(-1)!)) return name;
  if (country !== null && FAMILY_FIRST.has(country)) {
    const western = parts.length === 2 && WESTERN_GIVEN.has(parts[0]!);
    return western ? parts[1]! : parts[0]!;
  }
  let from = parts.length - 1;
  while (from > 1 && PARTICLES.has(parts[from - 1]!.toLowerCase())) from--;
  return parts.slice(from).join(' ');
}

/** Given names before a family name, where family names come first by rule. */
const WESTERN_GIVEN = new Set(
  'Joseph John Carrie David Wellington William Paul Regina Andrew Kevin'.split(' '),
);

export function slugOf(name: string): string {
  return keyOf(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
