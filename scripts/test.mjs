// npm test: everything that CI runs, in order; stops at the first failure. Arguments go to vitest.
import { faultsOfLock } from './check-lock.mjs';
import { build, root, run } from './program.mjs';

const tool = (file, ...args) => run([`${root}node_modules/${file}`, ...args], { cwd: root });

const steps = {
  'format and lint': () => tool('@biomejs/biome/bin/biome', 'check', '.'),
  types: () => tool('typescript/bin/tsc', '-p', 'tsconfig.json'),
  'types of the pages': () => tool('typescript/bin/tsc', '-p', 'tsconfig.web.json'),
  'dead code': () => tool('knip/bin/knip.js'),
  'lock file': () => {
    const faults = faultsOfLock();
    for (const fault of faults) process.stderr.write(`package-lock.json: ${fault}\n`);
    return faults.length > 0 ? 1 : 0;
  },
  build: () => build(),
  tests: () => tool('vitest/vitest.mjs', 'run', ...process.argv.slice(2)),
};

for (const [name, step] of Object.entries(steps)) {
  process.stderr.write(`\n== ${name}\n`);
  const code = (await step()) ?? 0;
  if (code === 0) continue;
  process.stderr.write(`\n== ${name}: failed\n`);
  process.exit(code);
}
process.stderr.write('\n== all passed\n');
