import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { columns } from '../src/cli/show/layout.ts';
import { cut, safeLines, safeText } from '../src/cli/show/safe-text.ts';
import { whenWords } from '../src/cli/show/words.ts';
import type { Terminal } from '../src/cli/terminal.ts';
import type { Dyad } from '../src/relations/dyad.ts';
import { Ledger } from '../src/store/ledger.ts';
import type { When } from '../src/time/when.ts';
import { runProgram, startProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'detente-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ANNOUNCED =
  'The US secretary of state will meet the Chinese foreign minister in Beijing on Sunday, officials said on Friday.';
const MET = 'The US secretary of state met the Chinese foreign minister in Beijing on Sunday.';

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

function jsonl(name: string, reports: readonly Record<string, string>[]): string {
  return file(name, `${reports.map((report) => JSON.stringify(report)).join('\n')}\n`);
}

const run = (args: readonly string[], more: Parameters<typeof runProgram>[2] = {}) =>
  runProgram(args, folder, more);

const dispatches = jsonl('dispatches.jsonl', [
  { date: '2023-06-16', publisher: 'Harbour Herald', title: 'Envoy to travel', text: ANNOUNCED },
  { date: '2023-06-19', publisher: 'Delta Post', text: MET },
]);
file('plain.txt', ` date 2023-06-19 ${MET}\n`);
file('undated.txt', 'Monday, August 28, 2023\n\nThe ministers met.\n');

describe('analyse', () => {
  test('one object a line with the names of the design, and nothing else on stdout', async () => {
    const { code, stdout, stderr } = await run(['analyse', 'plain.txt', dispatches, '--jsonl']);
    expect([code, stderr]).toEqual([0, '']);
    const analyses = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(analyses.map(({ file }) => file)).toEqual(['plain.txt', dispatches, dispatches]);
    for (const analysis of analyses) {
      expect(Object.keys(analysis)).toEqual([
        'file',
        'report',
        'claims',
        'encounters',
        'acts',
        'channels',
        'issues',
        'expectations',
        'messages',
        'coverage',
      ]);
      expect(analysis.claims.length).toBeGreaterThan(0);
    }
    expect(analyses[0].report.text).toBe(`${MET}\n`);
  });

  test('--json is one array; text is for people', async () => {
    const { stdout } = await run(['analyse', dispatches, '--json']);
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(JSON.parse((await run(['analyse', 'undated.txt', '--json'])).stdout)).toEqual([]);
    const text = (await run(['analyse', 'plain.txt'])).stdout;
    expect(text).toContain('2023-06-19');
    expect(text).toContain('CONSULT');
  });

  test('bad reports are named on stderr, the others read, and the code is 3', async () => {
    const { code, stdout, stderr } = await run([
      'analyse',
      'undated.txt',
      'none.txt',
      'plain.txt',
      '--jsonl',
    ]);
    expect(code).toBe(3);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe(
      'refused undated.txt: no date was found; give the day with --date YYYY-MM-DD\n' +
        'refused none.txt: there is no such file; check the path\n',
    );
    expect((await run(['analyse', 'undated.txt', '--date', '2023-08-28', '--jsonl'])).code).toBe(0);
  });

  test('standard input; a day ahead of --now is a message of the report', async () => {
    const { stdout } = await run(['analyse', '-', '--jsonl', '--now', '2023-06-18'], {
      input: ` date 2023-06-19 ${MET}`,
    });
    const { file, messages } = JSON.parse(stdout);
    expect(file).toBe('stdin');
    expect(messages.map(({ rule }: { rule: string }) => rule)).toContain('read/date-after-now');
  });
});

describe('usage', () => {
  test.each([
    [['frobnicate'], 2, "unknown command 'frobnicate'"],
    [['analyse'], 2, 'missing required argument'],
    [['analyse', 'plain.txt', '--date', '2023-02-30'], 2, 'YYYY-MM-DD'],
    [['analyse', 'plain.txt', '--json', '--jsonl'], 2, 'cannot be used with'],
    [['withdraw', 'abcd'], 2, '--reason'],
    [['reports', '--ledger', 'none.ledger'], 4, 'there is no ledger at "none.ledger"'],
    [['reports', '--ledger', 'plain.txt'], 1, 'is not a ledger'],
  ])('%j leaves with %i', async (args, code, words) => {
    const result = await run(args);
    expect(result.stderr).toContain(words);
    expect([result.code, result.stdout]).toEqual([code, '']);
  });

  test('help and version go to stdout with code 0', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '' });
    expect(await run(['dyad', '--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Examples:'),
    });
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a ledger', () => {
  const ledger = ['--ledger', 'news.ledger'];

  test('add, add again, look, withdraw', async () => {
    const first = await run(['add', dispatches, 'undated.txt', ...ledger]);
    expect([first.code, first.stdout]).toEqual([
      3,
      '2 reports added, 0 known already, 1 refused; ledger news.ledger\n',
    ]);
    expect(first.stderr).toContain('refused undated.txt: no date was found');
    const again = await run(['add', dispatches, ...ledger]);
    expect([again.code, again.stdout]).toEqual([0, '0 reports added, 2 known already; ledger news.ledger\n']);

    const listed = (await run(['reports', ...ledger, '--jsonl'])).stdout.trimEnd().split('\n');
    const [announced, met] = listed.map((line) => JSON.parse(line));
    expect([announced.publishedOn, met.publisher]).toEqual(['2023-06-16', 'Delta Post']);
    expect((await run(['reports', announced.id.slice(0, 8), ...ledger])).stdout).toContain('Envoy to travel');

    expect((await run(['dyad', ...ledger])).stdout).toContain('CHN USA');
    const picture = await run(['dyad', 'american', 'chn', ...ledger]);
    expect([picture.code, picture.stderr]).toEqual([0, '']);
    expect(picture.stdout).toMatch(/^China – United States, as of 2023-06-19\n/);
    for (const line of picture.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    const later: Dyad = JSON.parse((await run(['dyad', 'USA', 'CN', '--json', ...ledger])).stdout);
    const earlier: Dyad = JSON.parse(
      (await run(['dyad', 'China', 'us', '--json', '--as-of', '2023-06-18', ...ledger])).stdout,
    );
    expect([earlier.sides, earlier.reports, later.reports]).toEqual([['CHN', 'USA'], 1, 2]);
    const before = await run(['dyad', 'China', 'us', '--as-of', '1999-01-01', ...ledger]);
    expect(before.stdout).toContain('No report published up to 1999-01-01');
    expect(before.stdout).not.toContain('Encounters');

    for (const [id] of picture.stdout.matchAll(/^ {2}[0-9a-f]{8,16}(?= )/gm)) {
      expect((await run(['explain', id.trim(), ...ledger])).code).toBe(0);
    }
    const claim = later.claims[0]!;
    const explained = await run(['explain', claim.slice(0, 10), ...ledger]);
    expect(explained.stdout).toMatch(/\[[^\]]*me[e]?t[^\]]*\]/);
    expect(JSON.parse((await run(['explain', claim, '--json', ...ledger])).stdout).claim.id).toBe(claim);

    const known = jsonl('known.jsonl', [
      {
        date: '2023-06-20',
        publisher: 'Plains Wire',
        text: 'China thanked the United States. China said that the meeting had been frank.',
      },
    ]);
    await run(['add', known, ...ledger]);
    const held = later.encounters.find(({ state }) => state === 'held')!.claims.at(-1)!;
    expect((await run(['explain', held, ...ledger])).stdout).toMatch(
      /2023-06-20 Plains Wire +takes it as known: "meeting[^"]*"/,
    );

    const found = await run(['search', 'beijing', 'envoy', ...ledger]);
    expect(found.stdout).toContain(announced.id);
    expect(found.stdout).not.toContain(met.id);
    expect(await run(['search', 'nowhere', ...ledger])).toMatchObject({ code: 0, stdout: '' });
    expect(await run(['search', ' ', ...ledger])).toMatchObject({ code: 2, stdout: '' });

    const word = ['--reason', 'retracted', '--by', 'A. Analyst', ...ledger];
    expect((await run(['withdraw', met.id, ...word])).stdout).toContain('no longer counts');
    expect((await run(['withdraw', met.id, ...word])).stdout).toContain('nothing changed');
    const gone = later.claims.find((id) => !earlier.claims.includes(id))!;
    expect((await run(['withdraw', gone, ...word])).stderr).toContain(`report ${met.id} is withdrawn`);
    expect((await run(['dyad', 'USA', 'CHN', ...ledger])).stdout).toContain('as of 2023-06-20');
    expect((await run(['reports', met.id, ...ledger])).stdout).toContain('by A. Analyst: retracted');
  });

  test('correct, same, apart, and the list of what was said', async () => {
    const mended = ['--ledger', 'mended.ledger'];
    writeFileSync(
      join(folder, 'remark.txt'),
      'date 2023-06-17 China vowed to retaliate against the United States. Relations between China and the United States have worsened.',
    );
    await run(['add', dispatches, 'remark.txt', ...mended]);
    const picture = async (): Promise<Dyad> =>
      JSON.parse((await run(['dyad', 'USA', 'CHN', '--json', '--as-of', '2023-06-19', ...mended])).stdout);
    const { encounters } = await picture();
    const id = encounters[0]!.id;
    const word = ['--reason', 'a slip of the desk', ...mended];
    const changed = await run(['correct', id, '--days', '2023-06-20..2023-06-21', ...word]);
    expect([changed.code, changed.stdout]).toEqual([
      0,
      `claim ${id} counts with days 2023-06-20 to 2023-06-21; what the coder read stays beside it\n`,
    ]);
    expect((await run(['explain', id, ...mended])).stdout).toContain('a slip of the desk');
    await run(['correct', id, '--status', 'possible', ...word]);
    expect((await run(['explain', id, ...mended])).stdout).toMatch(/^◌ possible/);
    const other = encounters.flatMap(({ claims }) => claims).find((claim) => claim !== id)!;
    expect((await run(['apart', id, other, ...word])).stdout).toContain('tell of two events');
    expect((await run(['same', id, other, ...word])).stdout).toMatch(
      /tell of one event\nthis overrules the word of .*: apart /,
    );
    expect((await run(['corrections', ...mended])).stdout).toContain('(overruled)');
    const same = (await picture()).encounters.find(({ claims }) => claims.includes(id))!;
    expect(same.claims).toContain(other);
    const listed = JSON.parse((await run(['corrections', '--json', ...mended])).stdout);
    expect(listed.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['change', 'apart', 'same']),
    );
    const last = await picture();
    const opened = Ledger.open(join(folder, 'mended.ledger'));
    const remark = last.claims.find((claim) => opened.claim(claim)!.claim.kind !== 'event')!;
    opened.close();
    const gone = last.claims.find((claim) => ![id, other, remark].includes(claim))!;
    await run(['withdraw', gone, ...word]);
    for (const [args, words] of [
      [['correct', id, ...word], 'nothing to change'],
      [['correct', id, '--days', '2023-02-30', ...word], 'are no days'],
      [['correct', id, '--type', 'VISIT', ...word], 'is no type of PLOVER'],
      [['correct', id, '--mode', 'seance', ...word], 'is no mode of'],
      [['correct', remark, '--type', 'CONSULT', ...word], 'has no type'],
      [['correct', gone, '--status', 'planned', ...word], 'is withdrawn'],
      [['same', id, gone, ...word], 'is withdrawn'],
      [['same', id, id, ...word], 'name two'],
      [['apart', id, remark, ...word], 'tells of no event'],
    ] as const) {
      const refused = await run([...args]);
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(words)]);
    }
  });

  test.each([
    [['explain', 'ffffffffffffffff'], 4, 'there is no claim'],
    [['reports', 'ffffffffffffffff'], 4, 'there is no report'],
    [['explain', 'nothing'], 2, 'is no id'],
    [['dyad', 'Chnia', 'USA'], 4, 'did you mean China'],
    [['dyad', 'Zubrowka', 'USA'], 4, 'there is no country "Zubrowka"'],
    [['dyad', 'USA'], 2, 'two sides'],
    [['dyad', 'USA', 'American'], 2, 'the same country'],
  ])('%j leaves with %i', async (args, code, words) => {
    await run(['add', dispatches, ...ledger]);
    const result = await run([...args, ...ledger]);
    expect(result.stderr).toContain(words);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([result.code, result.stdout]).toEqual([code, '']);
  });

  test('of a newer version leaves with 5', async () => {
    const made = Ledger.open(join(folder, 'newer.ledger'), { create: true });
    made.close();
    const { default: Database } = await import('better-sqlite3');
    const raw = new Database(join(folder, 'newer.ledger'));
    raw.pragma('user_version = 99');
    raw.close();
    expect(await run(['reports', '--ledger', 'newer.ledger'])).toMatchObject({ code: 5, stdout: '' });
  });
});

test('whoever stops reading hears no complaint', async () => {
  const child = startProgram(['analyse', ...Array<string>(40).fill(dispatches), '--json'], folder);
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, stderr]).toEqual([0, '']);
});

test('a killed process loses nothing that it acknowledged', async () => {
  const many = jsonl(
    'many.jsonl',
    Array.from({ length: 600 }, (_, at) => ({
      date: '2023-06-19',
      text: `In round ${at} of the talks ${MET}`,
    })),
  );
  for (const [round, acknowledgements] of [1, 200].entries()) {
    const path = `killed${round}.ledger`;
    const child = startProgram(['add', many, '--jsonl', '--ledger', path], folder);
    const ids: string[] = [];
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop()!;
      for (const line of lines) ids.push(JSON.parse(line).id);
      if (ids.length >= acknowledgements) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.on('close', resolve));
    expect(ids.length).toBeGreaterThanOrEqual(acknowledgements);
    const ledger = Ledger.open(join(folder, path));
    expect(ids.filter((id) => ledger.report(id) === null)).toEqual([]);
    ledger.close();
    const after = await run(['add', many, '--ledger', path]);
    expect(after.stdout).toMatch(/^\d+ reports? added, \d+ known already; /);
    const counted = Ledger.open(join(folder, path));
    expect(counted.counts().reports).toBe(600);
    counted.close();
  }
});

test('words of strangers cannot steer a terminal', () => {
  expect(safeText('a\u001b[31mb\u001b]0;title\u0007c\r\nd\u202ee\u0000')).toBe('ab]0;titlec de');
  expect(safeLines('a\tb\r\nc\u001b[2Jd\u0008')).toBe('a\tb\ncd');
  expect(cut('one two three', 9)).toBe('one two…');
});

test('no line of a table is wider than the terminal, whatever stands in it', () => {
  const terminal = { width: 60 } as Terminal;
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => safeText(text));
  const row = fc.tuple(
    word,
    word,
    fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const lines = columns(rows, terminal).split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(rows.length);
      for (const line of lines) expect(Array.from(line.normalize('NFC')).length).toBeLessThanOrEqual(60);
      const words = (text: string) => text.split(/\s+/).filter((part) => part !== '');
      expect(words(lines.join(' ')).sort()).toEqual(words(rows.flat().join(' ')).sort());
    }),
  );
  expect(
    columns(
      [
        ['国', 'a'],
        ['\u001b[1mxyz\u001b[22m', 'b'],
      ],
      terminal,
      0,
    ),
  ).toBe('国   a\n\u001b[1mxyz\u001b[22m  b');
});

test('days in the fewest figures', () => {
  const words = (beginMin: string | null, endMax: string | null) =>
    whenWords({
      beginMin,
      beginMax: beginMin,
      endMin: endMax,
      endMax,
      certainty: 'stated',
      rule: 'x',
    } satisfies When);
  expect([
    words('2023-06-18', '2023-06-18'),
    words('2023-06-18', '2023-06-19'),
    words('2023-06-18', '2023-07-02'),
    words('2023-12-30', '2024-01-02'),
    words('2024-02-01', '2024-02-29'),
    words('2023-01-01', '2023-12-31'),
    words('2023-06-18', null),
    words(null, '2023-06-18'),
    words(null, null),
  ]).toEqual([
    '2023-06-18',
    '2023-06-18 to 19',
    '2023-06-18 to 07-02',
    '2023-12-30 to 2024-01-02',
    '2024-02',
    '2023',
    'from 2023-06-18',
    'by 2023-06-18',
    'no date',
  ]);
});
