import { type Line, type OwnTable, type Row, readLines } from '../table.ts';
import type { Actor } from './actor.ts';
import {
  type ActorDirectory,
  type Area,
  type Doubt,
  type Entry,
  listOf,
  type NounAgain,
  type Office,
  type State,
} from './directory.ts';
import { readFolds } from './folds.ts';
import { readMembers } from './members.ts';
import { type Tables, withOwnTable } from './own-table.ts';
import { addPeople } from './people.ts';
import { addPhrase, makeTrie, type Trie } from './trie.ts';
import { keyOf } from './words.ts';

/**
 * Reads the tables of data/actors, given by file name, and a table of the user's own that adds to them or
 * corrects them. Throws `states.tsv:12: ...` where a row does not fit, names an unknown state, office or
 * day, or where a table is missing.
 */
export function readDirectory(files: Readonly<Record<string, string>>, own?: OwnTable): ActorDirectory {
  const ours = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, readLines(name, text)]));
  const tables = own === undefined ? ours : withOwnTable(ours, own);
  const phrases = makeTrie<Entry>();
  const states = readStates(table(tables, 'states.tsv'), phrases);
  const organisations = readActors(tables, phrases, states);
  const offices = readOffices(
    table(tables, 'offices.tsv'),
    phrases,
    new Set([...states.keys(), ...organisations.keys()]),
  );
  const { people, terms } = addPeople(table(tables, 'holders.tsv'), states, organisations, offices, phrases);
  const parts = table(tables, 'name-parts.tsv');
  return {
    phrases,
    states,
    organisations,
    offices,
    people,
    terms,
    members: readMembers(table(tables, 'members.tsv'), states, organisations),
    folds: readFolds(table(tables, 'folds.tsv'), states),
    doubts: readDoubts(table(tables, 'ambiguous.tsv')),
    publishers: new Map(table(tables, 'publishers.tsv').map(({ row }) => [row['site']!, row['country']!])),
    regions: readRegions(table(tables, 'regions.tsv'), states),
    nounsAgain: readNounsAgain(table(tables, 'nouns-again.tsv')),
    givenNames: readGivenNames(table(tables, 'given-names.tsv')),
    nameParts: {
      before: new Set(partsOf(parts, 'before').map((words) => words.toLowerCase())),
      after: new Set(partsOf(parts, 'after').map((words) => words.toLowerCase())),
    },
  };
}

function table(tables: Tables, name: string): readonly Line[] {
  const lines = tables[name];
  if (lines === undefined) throw new Error(`${name}: missing; expected it among the tables of data/actors`);
  return lines;
}

function partsOf(lines: readonly Line[], side: string): string[] {
  return lines.filter(({ row }) => row['side'] === side).flatMap(({ row }) => listOf(row['words']!));
}

function readStates(lines: readonly Line[], phrases: Trie<Entry>): Map<string, State> {
  const states = new Map<string, State>();
  for (const { row, where } of lines) {
    const adjectives = listOf(row['adjectives']!);
    const cow = row['cow'] === '-' ? null : Number(row['cow']);
    const state: State = {
      code: row['code']!,
      cow,
      name: row['name']!,
      adjective: adjectives[0] ?? row['name']!,
    };
    if (!/^[A-Z]{3}$/.test(state.code))
      throw new Error(`${where}: the code "${state.code}" is not three capitals`);
    if (cow !== null && !(Number.isInteger(cow) && cow > 0 && cow < 1000)) {
      throw new Error(`${where}: the COW code "${row['cow']}" is no number below 1000; expected one, or "-"`);
    }
    if (states.has(state.code)) throw new Error(`${where}: "${state.code}" stands twice`);
    states.set(state.code, state);
    const add = (form: 'name' | 'adjective' | 'people' | 'capital', words: string): void => {
      const hesitant = words.startsWith('~');
      addPhrase(phrases, hesitant ? words.slice(1) : words, { kind: 'state', form, state, hesitant });
    };
    for (const name of [state.name, ...listOf(row['names']!)]) add('name', name);
    for (const adjective of adjectives) add('adjective', adjective);
    for (const plural of new Set([
      ...listOf(row['people']!),
      ...adjectives.filter(takesS).map((word) => `${word}s`),
    ])) {
      if (!adjectives.includes(plural)) add('people', plural);
    }
    for (const capital of listOf(row['capitals']!)) add('capital', capital);
  }
  return states;
}

/** "Russian" makes "Russians", "Iraqi" makes "Iraqis"; "Chinese" and "French" stay. */
function takesS(adjective: string): boolean {
  return /(?:an|i|Greek|Argentine|Czech|er|ot)$/.test(adjective);
}

/** Adds seats, organisations, bodies, groups and the names that mean something else; gives the organisations. */
function readActors(
  tables: Tables,
  phrases: Trie<Entry>,
  states: ReadonlyMap<string, State>,
): Map<string, Actor> {
  const organisations = new Map<string, Actor>();
  const known = (where: string, code: string): string | null => {
    if (code === '-') return null;
    if (!states.has(code))
      throw new Error(`${where}: unknown state "${code}"; expected a code of states.tsv`);
    return code;
  };
  for (const { row, where } of table(tables, 'seats.tsv')) {
    const country = known(where, row['country']!);
    const actor: Actor = {
      id: row['actor']!,
      kind: country === null ? 'organisation' : 'government',
      name: row['meant']!,
      country,
      ...(country === null ? { organisation: row['actor']! } : {}),
      sector: row['sector']!,
    };
    addPhrase(phrases, row['name']!, { kind: 'actor', form: 'seat', actor });
  }
  for (const { row, where } of table(tables, 'organisations.tsv')) {
    const actor = organisationOf(row, (code) => known(where, code));
    if (organisations.has(actor.id)) throw new Error(`${where}: "${actor.id}" stands twice`);
    organisations.set(actor.id, actor);
    for (const name of [row['name']!, ...listOf(row['names']!)]) {
      addPhrase(phrases, name, { kind: 'actor', form: 'organisation', actor });
    }
  }
  for (const { row, where } of table(tables, 'bodies.tsv')) {
    const country = known(where, row['country']!);
    const names = listOf(row['names']!);
    for (const [index, words] of names.entries()) {
      const label = index === 0 || country !== null ? words : names[0]!;
      addPhrase(phrases, words, { kind: 'body', body: row['body']!, label, country, sector: row['sector']! });
    }
  }
  for (const { row } of table(tables, 'groups.tsv')) {
    for (const words of listOf(row['words']!)) {
      addPhrase(phrases, words, {
        kind: 'group',
        group: row['group']!,
        actorKind: row['kind'] === 'people' ? 'people' : row['kind'] === 'state' ? 'state' : 'group',
        sector: row['sector'] === '-' ? undefined : row['sector']!,
        foreign: row['kind'] === 'foreign',
      });
    }
  }
  for (const { row, where } of table(tables, 'areas.tsv')) {
    const adjectives = listOf(row['adjectives']!);
    const codes = row['states'] === '-' ? [] : row['states']!.split(' ');
    for (const code of codes) known(where, code);
    const area: Area = { id: row['area']!, adjective: adjectives[0]!, states: new Set(codes) };
    for (const words of adjectives) addPhrase(phrases, words, { kind: 'area', area, people: false });
    for (const words of listOf(row['people']!))
      addPhrase(phrases, words, { kind: 'area', area, people: true });
  }
  for (const { row } of table(tables, 'not-actors.tsv')) addPhrase(phrases, row['words']!, { kind: 'other' });
  return organisations;
}

function organisationOf(row: Row, known: (code: string) => string | null): Actor {
  const { code, name, kind, part_of: partOf, sector } = row as Record<string, string>;
  const ofStates = kind === 'IGO' || kind === 'NGO';
  const body = ofStates ? (partOf === '-' ? code! : partOf!) : undefined;
  return {
    id: code!,
    kind: kind === 'body' ? 'government' : 'organisation',
    name: name!,
    country: ofStates ? null : known(partOf!),
    ...(kind === 'IGO' ? { organisation: body! } : {}),
    sector: sector !== '-' ? sector! : kind!,
  };
}

function readOffices(
  lines: readonly Line[],
  phrases: Trie<Entry>,
  places: ReadonlySet<string>,
): Map<string, Office> {
  const offices = new Map<string, Office>();
  for (const { row, where } of lines) {
    const id = row['office']!;
    const office: Office = offices.get(id) ?? {
      id,
      sector: row['sector'] === '-' ? undefined : row['sector']!,
      single: row['holders'] === 'one',
      rank: offices.size,
    };
    offices.set(id, office);
    const country = row['country'] === '-' ? null : row['country']!;
    if (country !== null && !places.has(country)) {
      throw new Error(`${where}: unknown "${country}"; expected a code of states.tsv or organisations.tsv`);
    }
    for (const words of listOf(row['titles']!)) {
      addPhrase(phrases, words, { kind: 'title', title: { office, country }, plural: false });
      const ofOne =
        office.single && /(?:minister|president|premier|secretary|adviser|leader|chief|chancellor|diplomat)$/;
      if ((ofOne || /(?:minister|senator|ambassador|envoy)$/).test(words)) {
        const plural = words.replace(/y$/, 'ie');
        addPhrase(phrases, `${plural}s`, { kind: 'title', title: { office, country }, plural: true });
      }
    }
  }
  return offices;
}

function readRegions(lines: readonly Line[], states: ReadonlyMap<string, State>): Map<string, string> {
  const regions = new Map<string, string>();
  for (const { row, where } of lines) {
    const country = row['country']!;
    if (!states.has(country))
      throw new Error(`${where}: unknown state "${country}"; expected a code of states.tsv`);
    for (const name of listOf(row['regions']!)) regions.set(name.split(' ').map(keyOf).join(' '), country);
  }
  return regions;
}

function readNounsAgain(lines: readonly Line[]): Map<string, NounAgain[]> {
  const nouns = new Map<string, NounAgain[]>();
  for (const { row, where } of lines) {
    const { means, gender } = row as Record<string, string>;
    if (gender !== 'f' && gender !== 'm' && gender !== '-')
      throw new Error(`${where}: "${gender}" is no gender; expected f, m or -`);
    for (const noun of listOf(row['nouns']!)) {
      const key = keyOf(noun);
      nouns.set(key, [...(nouns.get(key) ?? []), { means: means!, gender: gender === '-' ? null : gender }]);
    }
  }
  return nouns;
}

function readGivenNames(lines: readonly Line[]): Map<string, 'f' | 'm'> {
  const names = new Map<string, 'f' | 'm'>();
  for (const { row, where } of lines) {
    const { gender } = row;
    if (gender !== 'f' && gender !== 'm')
      throw new Error(`${where}: "${gender}" is no gender; expected f or m`);
    for (const name of listOf(row['names']!)) names.set(keyOf(name), gender);
  }
  return names;
}

function readDoubts(lines: readonly Line[]): Map<string, Doubt> {
  const doubts = new Map<string, Doubt>();
  for (const { row, where } of lines) {
    if (row['default'] !== 'yes' && row['default'] !== 'no') {
      throw new Error(`${where}: "${row['word']}" has the default "${row['default']}"; expected yes or no`);
    }
    doubts.set(row['word']!.split(/[ -]/).map(keyOf).join(' '), {
      byDefault: row['default'] === 'yes',
      speaksFor: listOf(row['for']!),
      speaksAgainst: listOf(row['against']!),
      personal: row['personal'] === 'yes',
    });
  }
  return doubts;
}
