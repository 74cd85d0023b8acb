#!/usr/bin/env node
// The version is looked at before anything is imported: an old Node would end in a syntax error or a crash.
import process from 'node:process';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    'detente needs Node.js 22.13 or newer; this is ' +
      process.versions.node +
      '.\n' +
      'Install a current one (https://nodejs.org), or, in a checkout, run: npm run -s detente -- ARGS\n',
  );
  process.exitCode = 1;
} else {
  import('../dist/cli/main.js').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' || String(error.message).indexOf('main.js') < 0) throw error;
    process.stderr.write('detente is not built yet; run: npm run -s detente -- ARGS, or npm run build\n');
    process.exitCode = 1;
  });
}
