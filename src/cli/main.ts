import { CommanderError } from 'commander';
import { version } from '../version.ts';
import { CliFailure, EXIT } from './failure.ts';
import { createProgram } from './program.ts';

/** The program as it is run: reads the command line, does the work, leaves with a code of `EXIT`. */

// Whoever reads our output may stop reading: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.ok);
    throw error;
  });
}

try {
  const program = createProgram((code) => {
    process.exitCode = code;
  });
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = explain(error);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof CliFailure) {
    process.stderr.write(`detente: ${error.message}\n`);
    showStack(error);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `detente ${version} met an error of its own: ${message.split('\n')[0]}\n` +
      'Please report it with the command and the text that caused it; --debug shows where it arose.\n',
  );
  showStack(error);
  return EXIT.failure;
}

function showStack(error: unknown): void {
  if (process.argv.includes('--debug') && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`);
    if (error.cause instanceof Error) process.stderr.write(`caused by ${error.cause.stack}\n`);
  }
}
