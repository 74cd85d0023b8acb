// node scripts/run.mjs FILE.ts ARGS: runs a TypeScript file of this checkout, on whatever Node there is.
import { ensureDeps } from './ensure-deps.mjs';
import { run } from './program.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('usage: node scripts/run.mjs FILE.ts [ARGS]\n');
  process.exit(2);
}
ensureDeps();
process.exitCode = await run(['--disable-warning=ExperimentalWarning', file, ...args]);
