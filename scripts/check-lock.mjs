// The lock file installs everywhere: no registry's address in it, and no platform's binary missing from it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));

/** One line for each fault; none where all is well. */
export function faultsOfLock() {
  const { packages } = JSON.parse(readFileSync(path, 'utf8'));
  const names = new Set(Object.keys(packages).map((at) => at.slice(at.lastIndexOf('node_modules/') + 13)));
  return Object.entries(packages).flatMap(([at, { resolved, link, optionalDependencies = {} }]) => [
    ...(resolved !== undefined && !link
      ? [`${at} carries an address; keep .npmrc in place and install anew`]
      : []),
    ...Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map(
        (name) => `${at} needs ${name} on some machines, and the lock file lacks it; name another version`,
      ),
  ]);
}
