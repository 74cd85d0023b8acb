// Installs the dependencies where they are not those of the lock file. Built-ins only; runs on an old Node.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Says nothing unless there is work. */
export function ensureDeps() {
  if (isInstalled()) return;
  // npm ci would empty what a link leads to: the dependencies of another checkout.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
    process.stderr.write(
      'node_modules is a link to other dependencies than these; remove it and try again.\n',
    );
    process.exit(1);
  }
  process.stderr.write('Installing dependencies (npm ci) ...\n');
  // better-sqlite3 brings its binary along, and no step of the installation may compile it again.
  const installed =
    npm('ci', '--ignore-scripts', '--no-audit', '--no-fund') &&
    // The Node among the dependencies is put in place by its own script.
    npm('rebuild', 'node');
  if (installed) return;
  process.stderr.write('npm ci failed; see above. Is the network there?\n');
  process.exit(1);
}

/** npm's own words go to stderr: stdout belongs to the data of the command that is run. */
function npm(...args) {
  const isWindows = process.platform === 'win32';
  const { status } = spawnSync(isWindows ? 'npm.cmd' : 'npm', [...args, '--loglevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  });
  return status === 0;
}

/** npm keeps its own list of what it installed: the same packages in the same versions, optional ones aside. */
function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const have = packagesOf(installed);
  const want = packagesOf(`${root}package-lock.json`);
  return (
    Object.entries(want).every(
      ([at, entry]) => at === '' || mayLack(entry) || have[at]?.version === entry.version,
    ) && Object.entries(have).every(([at, entry]) => want[at]?.version === entry.version)
  );
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}

function mayLack(entry) {
  return entry.optional === true || entry.devOptional === true;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) ensureDeps();
