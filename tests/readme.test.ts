import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runProgram } from './program.ts';

/**
 * What README.md shows is what the program gives. `UPDATE=1` writes it anew. A last line `…` stands for the rest of
 * the output.
 */

const root = join(import.meta.dirname, '..');
const path = join(root, 'README.md');
const folder = mkdtempSync(join(tmpdir(), 'detente-readme-'));
symlinkSync(join(root, 'examples'), join(folder, 'examples'));
/** It changes with every table; README.md shows `detente@0.1.0+…`. */
const HASH_OF_DATA = /(?<=detente@[\d.]+)\+[0-9a-f]{8}/g;

afterAll(() => rmSync(folder, { recursive: true }));

/** The commands of a block, each with the lines that it shows under it. */
function commandsOf(block: string): { command: string; shown: string[] }[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [command = '', ...shown] = part.trimEnd().split('\n');
      return { command, shown };
    });
}

async function outputOf(command: string, shown: readonly string[]): Promise<string[]> {
  const [name, ...args] = command.split(' ');
  expect(name).toBe('detente');
  const { code, stdout, stderr } = await runProgram(args, folder);
  expect([command, code, stderr]).toEqual([command, 0, '']);
  const lines = stdout.replaceAll(HASH_OF_DATA, '+…').trimEnd().split('\n');
  return shown.at(-1) === '…' ? [...lines.slice(0, shown.length - 1), '…'] : lines;
}

test('README.md shows what its commands print', async () => {
  const readme = readFileSync(path, 'utf8');
  const blocks = Array.from(readme.matchAll(/(?<=```console\n)[^`]*(?=```)/g), ([block]) => block);
  expect(blocks.length).toBeGreaterThan(2);
  let updated = readme;
  for (const block of blocks) {
    const lines: string[] = [];
    for (const { command, shown } of commandsOf(block)) {
      lines.push(`$ ${command}`, ...(await outputOf(command, shown)));
    }
    updated = updated.replace(block, () => `${lines.join('\n')}\n`);
  }
  if (process.env['UPDATE'] === '1') writeFileSync(path, updated);
  else expect(readme).toBe(updated);
});

test('the library example of README.md runs and prints what is said there', () => {
  const readme = readFileSync(path, 'utf8');
  const [, code, printed] = /```ts\n([^`]*)```\n\nIt prints\n\n```text\n([^`]*)```/.exec(readme)!;
  const index = pathToFileURL(join(root, 'src/index.ts')).href;
  const file = join(folder, 'example.ts');
  writeFileSync(file, code!.replace("'detente'", `'${index}'`));
  const { stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  if (process.env['UPDATE'] === '1') {
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(`\`\`\`text\n${printed}`, () => `\`\`\`text\n${stdout}`),
    );
  } else expect(stdout).toBe(printed);
});
