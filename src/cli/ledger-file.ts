import { Ledger } from '../store/ledger.ts';
import { LedgerError } from '../store/ledger-error.ts';
import { CliFailure, EXIT } from './failure.ts';

const EXIT_OF = {
  missing: EXIT.notFound,
  foreign: EXIT.failure,
  newer: EXIT.version,
  unusable: EXIT.failure,
};

/** Opens the ledger for one piece of work and closes it after, whatever happens. */
export async function withLedger<T>(
  path: string,
  work: (ledger: Ledger) => T | Promise<T>,
  options: { readonly create?: boolean } = {},
): Promise<T> {
  let ledger: Ledger;
  try {
    ledger = Ledger.open(path, options);
  } catch (error) {
    throw error instanceof LedgerError ? new CliFailure(EXIT_OF[error.kind], error.message) : error;
  }
  try {
    return await work(ledger);
  } catch (error) {
    throw isOutside(error)
      ? new CliFailure(EXIT.failure, `the ledger "${path}" cannot be used: ${error.message}`)
      : error;
  } finally {
    ledger.close();
  }
}

/** A full disk, a lock that is not given back, a file that may not be written: no fault of ours. */
function isOutside(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(?:FULL|BUSY|READONLY|IOERR|CANTOPEN|CORRUPT)/.test(code);
}

/** The one id that begins with what the user wrote. `what` names the kind of thing in the failure. */
export function oneId(what: string, written: string, ids: readonly string[]): string {
  const [only, ...others] = ids;
  if (only === undefined) {
    throw new CliFailure(EXIT.notFound, `there is no ${what} "${written}" in this ledger`);
  }
  if (others.length > 0) {
    const shown = ids.slice(0, 4).join(', ');
    throw new CliFailure(
      EXIT.usage,
      `"${written}" begins more than one ${what} (${shown}); give more digits`,
    );
  }
  return only;
}

/** An id as it may be typed: hexadecimal digits, at least four, in either case. */
export function idPrefix(written: string): string {
  const prefix = written.toLowerCase();
  if (!/^[0-9a-f]{4,16}$/.test(prefix)) {
    throw new CliFailure(EXIT.usage, `"${written}" is no id; an id is 4 to 16 of the digits 0-9 and a-f`);
  }
  return prefix;
}
