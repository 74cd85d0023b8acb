import { serve } from '@hono/node-server';
import { createApp } from '../../serve/app.ts';
import { CliFailure, EXIT, type ExitCode } from '../failure.ts';
import { withLedger } from '../ledger-file.ts';
import { openInBrowser } from '../open-in-browser.ts';
import { loadKnowledgeWith, type OwnOptions, ownTablesOf } from '../own-tables.ts';
import type { Terminal } from '../terminal.ts';

interface ServeOptions extends Pick<OwnOptions, 'issues'> {
  readonly ledger: string;
  readonly host: string;
  readonly port: number;
  /** A page to open in the browser, as a path. */
  readonly open?: string | boolean;
}

/** Serves the pages and the API until it is stopped. */
export async function serveCommand(options: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  return withLedger(
    options.ledger,
    async (ledger) => {
      const { host, port } = options;
      const app = createApp({
        ledger,
        knowledge: loadKnowledgeWith(ownTablesOf(options)),
        hosts: [host],
        now: () => new Date().toISOString(),
        today: () => terminal.now,
        onFault: (error) =>
          terminal.say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      });
      const stopped = Promise.withResolvers<ExitCode>();
      const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: taken }) => {
        const address = `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
        terminal.print(`detente serves ${options.ledger} at ${address}/`);
        terminal.say('Nothing leaves this computer. Ctrl-C stops it.');
        if (options.open) openInBrowser(address + (options.open === true ? '/' : options.open));
      });
      server.on('error', (error: NodeJS.ErrnoException) => stopped.reject(explain(error, host, port)));
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        process.once(signal, () => {
          server.close(() => stopped.resolve(EXIT.ok));
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
      }
      return stopped.promise;
    },
    { create: true },
  );
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new CliFailure(EXIT.failure, `port ${port} is taken; give another with --port, or 0 for any`);
  }
  if (error.code === 'EACCES')
    return new CliFailure(EXIT.failure, `port ${port} may not be used; give one above 1023`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CliFailure(
      EXIT.failure,
      `"${host}" is no address of this computer; leave --host out for 127.0.0.1`,
    );
  }
  return error;
}
