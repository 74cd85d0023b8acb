import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, readSource, scanSource } from './source-code.ts';

/** The direction of imports and what pure stages may not touch: see docs/how-it-works.md. */

/** The road of the data; a stage imports itself and those before it. */
const STAGES = [
  'read',
  'language',
  'time',
  'actors',
  'claims',
  'relations',
  'store',
  'coding',
  'serve',
  'cli',
];
/** Files of src/ that hold no stage: anybody may import them, and they import only one another. */
const SHARED = ['report.ts', 'message.ts', 'identity.ts', 'day.ts', 'table.ts', 'version.ts'];
/** Files that put the stages together. Only what faces the user, and the threads that help it, imports them. */
const WHOLE = ['knowledge.ts', 'pipeline.ts', 'index.ts'];
const FACING_THE_USER = ['coding', 'serve', 'cli'];
/** Functions of values: no clock, network, disk, state or chance, and the same bytes in every country. */
const PURE = ['language', 'time', 'actors', 'claims', 'relations'];

interface Import {
  readonly from: string;
  /** A path from src/ for files of ours, else the name of the package. */
  readonly to: string;
}

const files = filesBelow('src', /\.tsx?$/).map((path) => path.slice('src/'.length));
const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const source = readSource(`src/${from}`);
  const found = source.matchAll(
    /^(?:import|export)\b[^;'"]*?from '([^']+)';|^import '([^']+)';|\bimport\('([^']+)'\)/gm,
  );
  return Array.from(found, ([, named, bare, late]) => {
    const to = named ?? bare ?? late!;
    return { from, to: to.startsWith('.') ? posix.join(posix.dirname(from), to) : to };
  });
}

/** The folder of a file of ours, or the file itself where it stands in src/; packages have neither. */
function placeOf(path: string): string {
  return path.split('/')[0]!;
}

const ours = imports.filter(({ to }) => /\.tsx?$/.test(to));
const words = ({ from, to }: Import) => `${from} imports ${to}`;

test('every folder and file of src/ has its place on the road', () => {
  const places = new Set(files.map(placeOf));
  expect([...places].filter((place) => ![...STAGES, ...SHARED, ...WHOLE, 'web'].includes(place))).toEqual([]);
  expect(ours.length).toBeGreaterThan(files.length);
  expect(ours.filter(({ to }) => !files.includes(to)).map(words)).toEqual([]);
});

test('a stage imports itself, the shared files and the stages before it', () => {
  const against = ours.filter(({ from, to }) => {
    const stage = STAGES.indexOf(placeOf(from));
    if (stage < 0 || SHARED.includes(to)) return false;
    if (WHOLE.includes(to)) return !FACING_THE_USER.includes(placeOf(from));
    return STAGES.indexOf(placeOf(to)) > stage;
  });
  expect(against.map(words)).toEqual([]);
});

test('the pages know only what the HTTP API answers', () => {
  const inside = imports.filter(({ from }) => placeOf(from) === 'web');
  const allowed = ({ to }: Import) =>
    placeOf(to) === 'web' || to === 'serve/answers.ts' || /^preact(?:\/|$)/.test(to) || to.endsWith('.css');
  expect(inside.length).toBeGreaterThan(0);
  expect(inside.filter((one) => !allowed(one)).map(words)).toEqual([]);
  expect(ours.filter(({ from, to }) => placeOf(to) === 'web' && placeOf(from) !== 'web').map(words)).toEqual(
    [],
  );
});

test('the shared files import only one another', () => {
  const against = ours.filter(({ from, to }) => SHARED.includes(from) && !SHARED.includes(to));
  expect(against.map(words)).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const next = Map.groupBy(ours, ({ from }) => from);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

describe.each(PURE)('%s is a function of values', (stage) => {
  const inside = files.filter((file) => placeOf(file) === stage);

  test('it imports no package and no built-in', () => {
    const packages = imports.filter(({ from, to }) => inside.includes(from) && !to.endsWith('.ts'));
    expect(packages.map(words)).toEqual([]);
  });

  test('it reads no clock, no chance, no setting of the machine, and keeps no state', () => {
    expect(inside.flatMap((file) => impuritiesOf(file, readSource(`src/${file}`)))).toEqual([]);
  });
});

test('what is not pure would be found', () => {
  const code =
    'let count = 0;\nconst a = Date.now() + Math.random();\nnames.sort((a, b) => a.localeCompare(b));';
  expect(impuritiesOf('x.ts', code)).toHaveLength(4);
  expect(impuritiesOf('x.ts', "// Date.now()\nconst said = 'Math.random';\nnew Date(0);")).toEqual([]);
});

function impuritiesOf(file: string, source: string): string[] {
  const reach =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\bfetch\(|\bset(?:Timeout|Interval)\(|\bcrypto\./g;
  // The words of a locale differ between machines, so would our bytes.
  const locale = /\blocaleCompare\b|\btoLocale\w+\b|\bIntl\./g;
  const state = /^(?:export )?(?:let|var) \w+/gm;
  const { code } = scanSource(source);
  return [reach, locale, state].flatMap((kind) =>
    Array.from(code.matchAll(kind), ([found]) => `${file}: ${found}`),
  );
}
