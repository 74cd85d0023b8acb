// What the other scripts share: the right Node, the build, and running a child as if it were this process.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
const stamp = `${root}dist/.stamp`;

/** This Node where it strips types by itself (22.18 and on), else the one among the dependencies. */
function nodePath() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const bundled = `${root}node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`;
  if (existsSync(bundled)) return bundled;
  process.stderr.write(`detente needs Node.js 22.18 or newer for this; this is ${process.versions.node}.\n`);
  process.exit(1);
}

/** Compiles src/ to dist/ and the pages to dist/web/ where a source is newer than the last build. */
export function build() {
  const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  if (built > newest(`${root}src`) && built > statSync(`${root}tsconfig.build.json`).mtimeMs) return;
  process.stderr.write('Building ...\n');
  rmSync(`${root}dist`, { recursive: true, force: true });
  const started = new Date();
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  const { status } = spawnSync(nodePath(), [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(1);
  const vite = spawnSync(nodePath(), [`${root}node_modules/vite/bin/vite.js`, 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (vite.status !== 0) process.exit(1);
  // A source saved while the compiler ran counts as newer.
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = `${folder}/${entry.name}`;
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }, statSync(folder).mtimeMs);
}

/** Runs a Node program in the foreground: same terminal, same signals, same exit code. */
export function run(args, options = {}) {
  const child = spawn(nodePath(), args, { stdio: 'inherit', ...options });
  // Ctrl-C reaches the child by itself; this process waits for what it does with it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
