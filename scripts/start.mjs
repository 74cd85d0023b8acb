// npm start: the example corpus in a ledger, and the pages over it. Arguments go to `detente serve`.
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
process.exitCode =
  added === 0
    ? await detente(['serve', '--open', '/dyads/USA-CHN', ...process.argv.slice(2)], 'inherit')
    : added;
