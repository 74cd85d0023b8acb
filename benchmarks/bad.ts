/**
 * Whether bad files have the outcome that a table names: read, refused, partly read, known already.
 *
 *     npm run -s bench:bad -- DIR
 *
 * DIR holds `expected.tsv` (`file`, `outcome`, `note`) and the files. `duplicate_of_v09` in a name means the file in DIR or
 * in the folder `dev` beside it that begins with `v09`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { loadKnowledge } from '../src/knowledge.ts';
import { appendHistory } from './history.ts';
import { judgeBad, readBadTable } from './judge-bad.ts';

const folder = process.argv[2];
if (folder === undefined || !existsSync(join(folder, 'expected.tsv'))) {
  process.stderr.write('No expected.tsv found; use: npm run -s bench:bad -- DIR\n');
  process.exit(1);
}

const knowledge = loadKnowledge();
const rows = readBadTable(readFileSync(join(folder, 'expected.tsv'), 'utf8'));
let right = 0;
for (const row of rows) {
  const started = performance.now();
  const problem = await judgeBad(row, join(folder, row.file), knowledge, originalsOf(row.file)).catch(
    (error: unknown) => `it threw: ${error}`,
  );
  const durationMs = Math.round(performance.now() - started);
  if (problem === null) right++;
  process.stdout.write(
    `${problem === null ? 'ok  ' : 'FAIL'} ${row.file} ${row.outcome} ${durationMs} ms${problem === null ? '' : `: ${problem}`}\n`,
  );
}
appendHistory({ bench: 'bad', figures: { right }, n: rows.length, data: basename(resolve(folder)) });
process.stdout.write(`bad files: ${right} of ${rows.length} as expected\n`);
process.exitCode = right === rows.length ? 0 : 1;

function originalsOf(file: string): string[] {
  const name = /duplicate_of_([a-z0-9]+)/.exec(file)?.[1];
  if (name === undefined) return [];
  return [folder!, join(folder!, '../dev')].filter(existsSync).flatMap((place) =>
    readdirSync(place)
      .filter((found) => found.startsWith(name) && found.endsWith('.txt'))
      .map((found) => join(place, found)),
  );
}
