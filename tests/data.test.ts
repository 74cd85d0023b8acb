import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/knowledge.ts';
import { type Row, readTable } from '../src/table.ts';

const DATA = join(import.meta.dirname, '..', 'data');
const read = (name: string): string => readFileSync(join(DATA, name), 'utf8');
const table = (name: string): Row[] => readTable(`data/${name}`, read(name));

interface Codes {
  readonly quads: Readonly<Record<string, string>>;
  readonly types: Readonly<
    Record<
      string,
      {
        readonly quad: number;
        readonly score: number;
        readonly definition: string;
        readonly modes: Readonly<Record<string, { readonly score: number; readonly means: string }>>;
      }
    >
  >;
  readonly contexts: readonly string[];
  readonly choices: readonly { readonly what: string; readonly why: string }[];
}

const codes = JSON.parse(read('events/plover.json')) as Codes;
const predicates = table('events/predicates.tsv');
const issues = table('issues/issues.tsv');

const TYPES =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT';
const EFFECTS =
  'planned decided expected expected-not possible wanted feared hoped happened undertaken presupposed not-happened left-undone called-off stopped attempted threatened conditional reported believed';
const SOURCES =
  'named-official unnamed-officials spokesperson government analysts unnamed-sources media organisation document public';
const FRAME =
  'obj iobj to with against on upon for from at of in into over toward by near around along across through between about under behind inside outside onto within sym of=actor obj=actor must no trans joint persons crowd mil cond blame lasting alone ahead compound -';
const LEVELS = 'leaders foreign-ministers defence-ministers military economic crisis-line working-level -';

/** Forms that no suffix gives: each example has to show its predicate at work. */
const IRREGULAR: Readonly<Record<string, string>> = {
  bring: 'brought',
  buy: 'bought',
  come: 'came',
  draw: 'drew',
  drive: 'drove',
  fall: 'fell',
  feed: 'fed',
  fight: 'fought',
  find: 'found',
  freeze: 'froze frozen',
  give: 'gave given',
  go: 'went gone',
  hold: 'held',
  leave: 'left',
  lend: 'lent',
  make: 'made',
  meet: 'met',
  overthrow: 'overthrew',
  overrun: 'overran',
  rebuild: 'rebuilt',
  retake: 'retook',
  ring: 'rang',
  see: 'saw',
  seek: 'sought',
  sell: 'sold',
  send: 'sent',
  shake: 'shook',
  shoot: 'shot',
  sink: 'sank',
  sit: 'sat',
  speak: 'spoke',
  stand: 'stood',
  steal: 'stole',
  strike: 'struck',
  swear: 'swore sworn',
  take: 'took',
  tear: 'tore',
  tell: 'told',
  throw: 'threw',
  undertake: 'undertook',
  withdraw: 'withdrew',
  withhold: 'withheld',
  build: 'built',
  break: 'broke',
  write: 'wrote',
  keep: 'kept',
  get: 'got',
};

function shows(example: string, lemma: string): boolean {
  const stem = lemma.replace(/[ey]$/, '');
  const irregular = (IRREGULAR[lemma] ?? '').split(' ');
  return example
    .toLowerCase()
    .split(/[^\p{L}\p{N}']+|(?=-)/u)
    .map((word) => word.replace(/^-/, ''))
    .concat(example.toLowerCase().split(/[^\p{L}\p{N}'-]+/u))
    .some(
      (word) =>
        word === lemma ||
        irregular.includes(word) ||
        (word.startsWith(stem) && word.length <= lemma.length + 4),
    );
}

/** The rows that fail a check, so that a failure names them. */
const failing = (rows: readonly Row[], fits: (row: Row) => boolean): string[] =>
  rows.filter((row) => !fits(row)).map((row) => Object.values(row).join(' | '));

function repeated(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.has(key) || !seen.add(key));
}

const among = (words: string): ((word: string) => boolean) => {
  const known = new Set(words.split(' '));
  return (word) => known.has(word);
};

describe('the codebook', () => {
  test('has the sixteen types, each with quad, score, definition and modes', () => {
    expect(Object.keys(codes.types)).toEqual(TYPES.split(' '));
    for (const [name, { quad, score, definition, modes }] of Object.entries(codes.types)) {
      expect(codes.quads[quad], name).toBeDefined();
      expect(Math.abs(score), name).toBeLessThanOrEqual(10);
      expect(definition, name).toMatch(/\.$/);
      for (const [mode, { score: own, means }] of Object.entries(modes)) {
        expect(typeof own, `${name} ${mode}`).toBe('number');
        expect(means, `${name} ${mode}`).not.toBe('');
      }
    }
  });

  test('gives cooperation a score of zero or more and conflict one of zero or less', () => {
    for (const [name, { quad, score }] of Object.entries(codes.types)) {
      if (quad <= 2) expect(score, name).toBeGreaterThanOrEqual(0);
      else expect(score, name).toBeLessThanOrEqual(0);
    }
  });

  test('says what was chosen and why', () => {
    expect(codes.choices.length).toBeGreaterThan(10);
    expect(codes.choices.filter(({ what, why }) => what === '' || why === '')).toEqual([]);
  });
});

describe('predicates', () => {
  test('are many and of every type', () => {
    expect(predicates.length).toBeGreaterThanOrEqual(1500);
    const counts = Map.groupBy(predicates, (row) => row['type']!);
    for (const type of TYPES.split(' '))
      expect(counts.get(type)?.length ?? 0, type).toBeGreaterThanOrEqual(40);
  });

  test('stand once for each frame', () => {
    expect(repeated(predicates.map((row) => `${row['words']}/${row['pos']}/${row['frame']}`))).toEqual([]);
  });

  test('are lower-case lemmas, a head first', () => {
    expect(
      failing(predicates, (row) => /^[^\sA-Z=~][^\sA-Z]*( [=~]?[^\sA-Z=~]+)*$/u.test(row['words']!)),
    ).toEqual([]);
  });

  test('have a known part of speech, frame, type, mode and contexts', () => {
    const pos = among('verb noun adj');
    const frame = among(FRAME);
    expect(failing(predicates, (row) => pos(row['pos']!))).toEqual([]);
    expect(failing(predicates, (row) => row['frame']!.split(',').every(frame))).toEqual([]);
    expect(failing(predicates, (row) => row['type'] === '-' || row['type']! in codes.types)).toEqual([]);
    expect(
      failing(
        predicates,
        (row) => row['mode'] === '-' || codes.types[row['type']!]?.modes[row['mode']!] !== undefined,
      ),
    ).toEqual([]);
    expect(
      failing(predicates, (row) =>
        row['contexts']!.split('|').every((word) => word === '-' || codes.contexts.includes(word)),
      ),
    ).toEqual([]);
  });

  test('have an example sentence that shows each of their words', () => {
    expect(failing(predicates, (row) => /^\p{Lu}.*\.$/u.test(row['example']!))).toEqual([]);
    expect(
      failing(predicates, (row) =>
        row['words']!.split(' ').every((word) => shows(row['example']!, word.replace(/^[=~]/, ''))),
      ),
    ).toEqual([]);
  });

  test('need each mode of the codebook only where words can tell it', () => {
    const used = new Set(predicates.map((row) => `${row['type']} ${row['mode']}`));
    const unused = Object.entries(codes.types).flatMap(([type, { modes }]) =>
      Object.keys(modes)
        .map((mode) => `${type} ${mode}`)
        .filter((key) => !used.has(key)),
    );
    expect(unused).toEqual(['CONSULT third-party', 'REJECT change', 'MOBILIZE militia']);
  });
});

describe('choices', () => {
  const choices = table('events/choices.tsv');

  test('are second readings of words of the lexicon, with weights that leave the first the most', () => {
    const known = new Map(predicates.map((row) => [`${row['words']}/${row['pos']}`, row]));
    expect(
      failing(choices, (row) => {
        const first = known.get(`${row['words']}/${row['pos']}`);
        return first !== undefined && `${first['type']} ${first['mode']}` !== `${row['type']} ${row['mode']}`;
      }),
    ).toEqual([]);
    expect(failing(choices, (row) => Number(row['weight']) > 0 && Number(row['weight']) < 0.5)).toEqual([]);
    expect(
      failing(
        choices,
        (row) => row['mode'] === '-' || codes.types[row['type']!]?.modes[row['mode']!] !== undefined,
      ),
    ).toEqual([]);
  });
});

describe('verbs around nominal events', () => {
  test('carry them and add begin, continue, end, halt or nothing', () => {
    const light = table('events/light-verbs.tsv');
    expect(light.length).toBeGreaterThanOrEqual(60);
    expect(repeated(light.map((row) => row['lemma']!))).toEqual([]);
    expect(failing(light, (row) => among('- ahead begin continue end halt')(row['status']!))).toEqual([]);
  });

  test('have them as subject', () => {
    const happen = table('events/happen-verbs.tsv').map((row) => row['lemma']!);
    expect(happen.length).toBeGreaterThanOrEqual(30);
    expect(repeated(happen)).toEqual([]);
    expect(happen).toContain('take =place');
  });
});

describe('status', () => {
  test.each([
    ['governors', 600, 'verb noun adj adv aux sconj'],
    ['adjectives', 80, null],
  ] as const)('%s have known effects and stand once', (name, atLeast, pos) => {
    const rows = table(`status/${name}.tsv`);
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    expect(repeated(rows.map((row) => `${row['words'] ?? row['lemma']}/${row['pos'] ?? ''}`))).toEqual([]);
    expect(failing(rows, (row) => among(EFFECTS)(row['effect']!))).toEqual([]);
    if (pos !== null) expect(failing(rows, (row) => among(pos)(row['pos']!))).toEqual([]);
  });

  test('every effect has a word', () => {
    const effects = new Set(
      [...table('status/governors.tsv'), ...table('status/adjectives.tsv')].map((row) => row['effect']),
    );
    expect([...effects].sort()).toEqual(EFFECTS.split(' ').sort());
  });

  test('words of probability have a range within 0 and 1, longest phrases first', () => {
    const rows = table('status/likelihood.tsv');
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(
      failing(
        rows,
        (row) =>
          0 <= Number(row['low']) && Number(row['low']) <= Number(row['high']) && Number(row['high']) <= 1,
      ),
    ).toEqual([]);
    expect(repeated(rows.map((row) => `${row['words']}/${row['table']}`))).toEqual([]);
    const lengths = rows.map((row) => row['words']!.split(' ').length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    const readme = read('status/README.md');
    for (const { table: named } of rows as unknown as { table: string }[]) expect(readme).toContain(named);
  });
});

describe('sources', () => {
  test('cues have known kinds and stand once for each part of speech', () => {
    const rows = table('sources/cues.tsv');
    expect(rows.filter((row) => row['pos'] === 'verb').length).toBeGreaterThanOrEqual(150);
    expect(repeated(rows.map((row) => `${row['words']}/${row['pos']}`))).toEqual([]);
    expect(failing(rows, (row) => among('say act think show')(row['kind']!))).toEqual([]);
    expect(failing(rows, (row) => among('verb noun adj adv phrase')(row['pos']!))).toEqual([]);
  });

  test('source nouns have known kinds and stand once', () => {
    const rows = table('sources/source-nouns.tsv');
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(repeated(rows.map((row) => row['lemma']!))).toEqual([]);
    expect(failing(rows, (row) => among(SOURCES)(row['kind']!))).toEqual([]);
    expect(new Set(rows.map((row) => row['kind'])).size).toBe(SOURCES.split(' ').length);
  });
});

describe('issues', () => {
  const ids = issues.map((row) => row['id']!);

  test('are at least eighty, with ids of their own', () => {
    expect(ids.length).toBeGreaterThanOrEqual(80);
    expect(repeated(ids)).toEqual([]);
    expect(failing(issues, (row) => /^[a-z]+(-[a-z]+)*$/.test(row['id']!))).toEqual([]);
  });

  test('have known parents without a circle, contexts and levels', () => {
    for (const { id, parent } of issues as unknown as { id: string; parent: string }[]) {
      let at = parent;
      for (let steps = 0; at !== '-'; steps++) {
        expect(ids, id).toContain(at);
        expect(steps, id).toBeLessThan(5);
        at = issues.find((row) => row['id'] === at)!['parent']!;
      }
    }
    expect(
      failing(issues, (row) => row['contexts']!.split('|').every((word) => codes.contexts.includes(word))),
    ).toEqual([]);
    expect(failing(issues, (row) => among(LEVELS)(row['level']!))).toEqual([]);
  });

  test('have lower-case cues that belong to one issue each', () => {
    expect(
      failing(issues, (row) => row['cues'] === row['cues']!.toLowerCase() && row['cues'] !== '-'),
    ).toEqual([]);
    expect(repeated(issues.flatMap((row) => row['cues']!.split('|')))).toEqual([]);
  });
});

test.each(['events', 'issues', 'sources', 'status'])(
  'data/%s tells its origin and licence, and names each file',
  (folder) => {
    const readme = read(`${folder}/README.md`);
    expect(readme).toMatch(/licen[cs]e/i);
    for (const file of readdirSync(join(DATA, folder)))
      if (file !== 'README.md') expect(readme).toContain(file);
  },
);

test("a table of one's own that does not fit is refused with its line", () => {
  const table = (text: string) => ({ likelihood: { name: 'own.tsv', text } });
  expect(() => loadKnowledge(table('words\tlow\thigh\ttable\nlikely\t70\t90\tour desk\n'))).toThrow(
    'own.tsv:2: expected a range within 0 and 1, found "70" to "90"',
  );
  expect(() => loadKnowledge(table('word\tp\nlikely\t0.7\n'))).toThrow('own.tsv:2: expected the columns');
});

test("a table of one's own without a row is refused, since it would change nothing in silence", () => {
  const table = { name: 'own.tsv', text: 'whatever this is\n' };
  for (const own of [{ actors: table }, { likelihood: table }, { issues: table }])
    expect(() => loadKnowledge(own)).toThrow('own.tsv: no row below the header row');
});

test("issues of one's own are added, correct ours, and take their cues with them", () => {
  const header = 'id\tlabel\tparent\tcues\tcontexts\tlevel\n';
  const issues = (rows: string) => ({ issues: { name: 'own.tsv', text: header + rows } });
  const rows =
    'salmon\tSalmon\tfisheries\tsalmon|fishing right\teconomic\t-\nwater\tRivers\t-\triver\t-\t-\n';
  const { codebook, guide } = loadKnowledge(issues(rows));
  const meant = (cue: string) =>
    codebook.issueCues
      .get(cue.split(' ')[0]!)
      ?.filter(({ lemmas }) => lemmas.join(' ') === cue)
      .map(({ issue }) => issue);
  expect(['salmon', 'fishing right', 'trawler', 'river'].map(meant)).toEqual([
    ['salmon'],
    ['salmon'],
    ['fisheries'],
    ['water'],
  ]);
  expect(codebook.issueCues.get('dam')).toBeUndefined();
  expect(guide.issues.get('water')?.label).toBe('Rivers');
  expect(() => loadKnowledge(issues('Salmon\tSalmon\t-\tsalmon\t-\t-\n'))).toThrow(
    'own.tsv:2: expected an id',
  );
  expect(() => loadKnowledge({ issues: { name: 'own.tsv', text: 'id\tcue\nsalmon\tsalmon\n' } })).toThrow(
    'own.tsv:2: expected the columns',
  );
});

test('the coder is named after the version and all that it knows, the table of the user included', () => {
  const own = (holder: string) => ({
    name: 'own.tsv',
    text: `name\tactor\tcountry\tsector\tmeant\n${holder}\tUSA/GOV\tUSA\tGOV\tUS administration\n`,
  });
  const likelihood = { name: 'own.tsv', text: 'words\tlow\thigh\ttable\nlikely\t0.7\t0.9\tour desk\n' };
  const coders = [{}, { actors: own('Green House') }, { actors: own('Blue Room') }, { likelihood }].map(
    (tables) => loadKnowledge(tables).coder,
  );
  for (const coder of coders) expect(coder).toMatch(/^detente@\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
  expect(new Set(coders).size).toBe(4);
  expect(loadKnowledge({ actors: own('Green House') }).coder).toBe(coders[1]);
  const { likelihoods } = loadKnowledge({ likelihood }).codebook;
  expect(likelihoods.get('likely')?.[0]).toEqual({
    words: ['likely'],
    low: 0.7,
    high: 0.9,
    table: 'our desk',
  });
});
