// npm run -s detente -- ARGS: the program of this checkout, built first where needed.
import { ensureDeps } from './ensure-deps.mjs';
import { build, root, run } from './program.mjs';

ensureDeps();
build();
// npm runs scripts in the project's folder; file names are meant from where the user stands.
const stands = process.env.npm_lifecycle_event === 'detente' ? process.env.INIT_CWD : undefined;
process.exitCode = await run([`${root}bin/detente.js`, ...process.argv.slice(2)], {
  cwd: stands ?? process.cwd(),
});
