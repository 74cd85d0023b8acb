import { type Row, readTable } from '../table.ts';
import type { Actor } from './actor.ts';
import { type ActorDirectory, type Doubt, type Entry, listOf, type Office, type State } from './directory.ts';
import { addPeople } from './people.ts';
import { addPhrase, makeTrie, type Trie } from './trie.ts';
import { keyOf } from './words.ts';

/**
 * Reads the tables of data/actors, given by file name. Throws `states.tsv:12: ...` where a row does not fit,
 * names an unknown state, office or day, or where a table is missing.
 */
export function readDirectory(files: Readonly<Record<string, string>>): ActorDirectory {
  const phrases = makeTrie<Entry>();
  const states = readStates(table(files, 'states.tsv'), phrases);
  readActors(files, phrases, states);
  const offices = readOffices(table(files, 'offices.tsv'), phrases);
  const { people, terms } = addPeople(files['holders.tsv'] ?? '', states, offices, phrases);
  const parts = table(files, 'name-parts.tsv');
  return {
    phrases,
    states,
    offices,
    people,
    terms,
    doubts: readDoubts(table(files, 'ambiguous.tsv')),
    nameParts: {
      before: new Set(partsOf(parts, 'before').map((words) => words.toLowerCase())),
      after: new Set(partsOf(parts, 'after').map((words) => words.toLowerCase())),
    },
  };
}

function table(files: Readonly<Record<string, string>>, name: string): Row[] {
  const text = files[name];
  if (text === undefined) throw new Error(`${name}: missing; expected it among the tables of data/actors`);
  return readTable(name, text);
}

function partsOf(rows: readonly Row[], side: string): string[] {
  return rows.filter((row) => row['side'] === side).flatMap((row) => listOf(row['words']!));
}

function readStates(rows: readonly Row[], phrases: Trie<Entry>): Map<string, State> {
  const states = new Map<string, State>();
  for (const row of rows) {
    const adjectives = listOf(row['adjectives']!);
    const state: State = { code: row['code']!, name: row['name']!, adjective: adjectives[0] ?? row['name']! };
    if (states.has(state.code)) throw new Error(`states.tsv: "${state.code}" stands twice`);
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

function readActors(
  files: Readonly<Record<string, string>>,
  phrases: Trie<Entry>,
  states: ReadonlyMap<string, State>,
): void {
  const known = (file: string, code: string): string | null => {
    if (code === '-') return null;
    if (!states.has(code)) throw new Error(`${file}: unknown state "${code}"; expected a code of states.tsv`);
    return code;
  };
  for (const row of table(files, 'seats.tsv')) {
    const country = known('seats.tsv', row['country']!);
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
  for (const row of table(files, 'organisations.tsv')) {
    const actor = organisationOf(row, (code) => known('organisations.tsv', code));
    for (const name of [row['name']!, ...listOf(row['names']!)]) {
      addPhrase(phrases, name, { kind: 'actor', form: 'organisation', actor });
    }
  }
  for (const row of table(files, 'bodies.tsv')) {
    const country = known('bodies.tsv', row['country']!);
    for (const [index, words] of listOf(row['names']!).entries()) {
      const label = index === 0 || country !== null ? words : listOf(row['names']!)[0]!;
      addPhrase(phrases, words, { kind: 'body', body: row['body']!, label, country, sector: row['sector']! });
    }
  }
  for (const row of table(files, 'groups.tsv')) {
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
  for (const row of table(files, 'not-actors.tsv')) addPhrase(phrases, row['words']!, { kind: 'other' });
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

function readOffices(rows: readonly Row[], phrases: Trie<Entry>): Map<string, Office> {
  const offices = new Map<string, Office>();
  for (const row of rows) {
    const id = row['office']!;
    const office: Office = offices.get(id) ?? {
      id,
      sector: row['sector'] === '-' ? undefined : row['sector']!,
      single: row['holders'] === 'one',
      rank: offices.size,
    };
    offices.set(id, office);
    const country = row['country'] === '-' ? null : row['country']!;
    for (const words of listOf(row['titles']!)) {
      addPhrase(phrases, words, { kind: 'title', title: { office, country }, plural: false });
      if (office.single && /(?:minister|president|premier|secretary|adviser|leader)$/.test(words)) {
        const plural = words.replace(/y$/, 'ie');
        addPhrase(phrases, `${plural}s`, { kind: 'title', title: { office, country }, plural: true });
      }
    }
  }
  return offices;
}

function readDoubts(rows: readonly Row[]): Map<string, Doubt> {
  const doubts = new Map<string, Doubt>();
  for (const row of rows) {
    if (row['default'] !== 'yes' && row['default'] !== 'no') {
      throw new Error(
        `ambiguous.tsv: "${row['word']}" has the default "${row['default']}"; expected yes or no`,
      );
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
