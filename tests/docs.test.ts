import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { readOne } from '../benchmarks/annotated.ts';
import { sentenceTable } from '../benchmarks/sentence-table.ts';
import { EXIT } from '../src/cli/failure.ts';
import { createProgram } from '../src/cli/program.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { analyse } from '../src/pipeline.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { MIGRATIONS } from '../src/store/schema.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The help of a command with its examples, as it is shown. */
function helpOf(command: Command): string {
  let shown = '';
  command.configureOutput({
    writeOut: (text) => {
      shown += text;
    },
  });
  command.outputHelp();
  return shown.trimEnd();
}

function cliPage(): string {
  const program = createProgram(() => {});
  const pages = [program, ...program.commands.filter((command) => command.name() !== 'help')];
  const sections = pages.map((command) => {
    const name = command === program ? 'detente' : `detente ${command.name()}`;
    return `## ${name}\n\n\`\`\`\n${helpOf(command)}\n\`\`\`\n`;
  });
  const intro = read('docs/cli.md').split('\n## ')[0]!.trimEnd();
  return `${intro}\n\n${sections.join('\n')}`;
}

test('docs/cli.md is what --help says; UPDATE=1 writes it anew', () => {
  const page = cliPage();
  if (process.env['UPDATE'] === '1') writeFileSync(join(root, 'docs/cli.md'), page);
  expect(read('docs/cli.md')).toBe(page);
});

test('docs/dispatch.md shows what the sentences of its dispatch give; UPDATE=1 writes it anew', async () => {
  const knowledge = loadKnowledge();
  const report = await readOne(join(root, 'examples/cairo-visit.txt'));
  const table = sentenceTable(report, analyse(report, knowledge).claims, knowledge.language).slice(1);
  const page = read('docs/dispatch.md').replace(
    /(?<=```text\n)[^`]*(?=```)/,
    () => `${table.map((line) => line.trimEnd()).join('\n')}\n`,
  );
  if (process.env['UPDATE'] === '1') writeFileSync(join(root, 'docs/dispatch.md'), page);
  expect(read('docs/dispatch.md')).toBe(page);
});

test('every command and option has words, every command an example', () => {
  const program = createProgram(() => {});
  for (const command of program.commands) {
    expect([command.name(), command.summary(), command.description()]).not.toContain('');
    expect(helpOf(command)).toContain('Examples:');
    for (const { flags, description } of command.options)
      expect([command.name(), flags, description]).not.toContain('');
  }
});

test('docs/cli.md names every exit code', () => {
  const documented = [...read('docs/cli.md').matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(documented).toEqual(Object.values(EXIT));
});

/** Rules of messages: a name beside a severity, in either order the source writes them. */
function messageRules(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const rules = files.flatMap((name) =>
    [...read(`src/${name}`).matchAll(/'([a-z]+\/[a-z-]+)',\s*(?:severity:\s*)?'(?:note|warning)'/g)].map(
      ([, rule]) => rule!,
    ),
  );
  return [...new Set(rules)].sort();
}

test('docs/messages.md lists every rule of a message, and no other', () => {
  const listed = [...read('docs/messages.md').matchAll(/^\| `([a-z]+\/[a-z-]+)` \|/gm)].map(
    ([, rule]) => rule!,
  );
  expect(messageRules().length).toBeGreaterThan(3);
  expect(listed).toEqual(messageRules());
});

test('the queries of docs/ledger.md run', () => {
  const database = openDatabase(':memory:', true);
  const queries = [...read('docs/ledger.md').matchAll(/```sql\n([^`]*)```/g)].map(([, query]) => query!);
  expect(queries.length).toBeGreaterThan(0);
  for (const query of queries) expect(database.prepare(query).all()).toEqual([]);
  database.close();
});

test('docs/ledger.md names every table and view', () => {
  const page = read('docs/ledger.md');
  const names = [...MIGRATIONS.join('\n').matchAll(/CREATE (?:TABLE|VIEW|VIRTUAL TABLE) (\w+)/g)].map(
    ([, name]) => name!,
  );
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) expect(page).toContain(`\`${name}\``);
});
