// npm start: the example corpus in a ledger, and the picture it gives.
import { mkdirSync } from 'node:fs';
import { ensureDeps } from './ensure-deps.mjs';
import { build, root, run } from './program.mjs';

ensureDeps();
build();
const ledger = '.detente/example.ledger';
mkdirSync(`${root}.detente`, { recursive: true });
const detente = (args, stdio) =>
  run([`${root}bin/detente.js`, ...args, '--ledger', ledger], { cwd: root, stdio });

process.stderr.write('Reading the example dispatches ...\n');
const added = await detente(['add', 'examples/usa-china/dispatches.jsonl'], ['ignore', 2, 2]);
const shown = added === 0 ? await detente(['dyad', 'USA', 'CHN'], 'inherit') : added;
if (shown === 0) {
  process.stdout.write(`
What next
  the same picture on an earlier day
    npm run -s detente -- dyad USA China --as-of 2023-02-10 --ledger ${ledger}
  any id above, walked back to its sentence
    npm run -s detente -- explain ID --ledger ${ledger}
  a report of your own
    npm run -s detente -- analyse FILE.txt --date 2024-05-02
`);
}
process.exitCode = shown;
