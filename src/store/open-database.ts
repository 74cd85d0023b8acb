import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { markAllCopies } from './copies.ts';
import { LedgerError } from './ledger-error.ts';
import { APPLICATION_ID, COPIES_SINCE, MIGRATIONS } from './schema.ts';

/** How long one process waits for another that is writing. */
export const BUSY_MS = 10_000;

/**
 * Opens a ledger's file, makes it where `create` says so, and takes the steps that an older version lacks.
 * Write-ahead log with a full sync: what was acknowledged survives a killed process and a lost power supply,
 * and others read while one writes. Throws `LedgerError`.
 */
export function openDatabase(path: string, create: boolean): Database.Database {
  if (path !== ':memory:' && !create && !existsSync(path)) {
    throw new LedgerError(
      'missing',
      `there is no ledger at "${path}"; make one with "detente add FILE", or name another with --ledger FILE`,
    );
  }
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: BUSY_MS });
    checkOwner(database, path);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

function checkOwner(database: Database.Database, path: string): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  const owner = Number(database.pragma('application_id', { simple: true }));
  if (owner === APPLICATION_ID && version > MIGRATIONS.length) {
    throw new LedgerError(
      'newer',
      `the ledger "${path}" has version ${version}, this detente knows versions up to ${MIGRATIONS.length}; use a newer detente`,
    );
  }
  const empty = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (owner !== APPLICATION_ID && !empty) {
    throw new LedgerError(
      'foreign',
      `"${path}" is a database of another program, not a ledger; name another with --ledger FILE`,
    );
  }
}

function migrate(database: Database.Database): void {
  const versionNow = () => Number(database.pragma('user_version', { simple: true }));
  if (versionNow() === MIGRATIONS.length) return;
  database
    .transaction(() => {
      // Another process may have taken the steps while this one waited for the lock.
      const before = versionNow();
      for (const step of MIGRATIONS.slice(before)) database.exec(step);
      if (before < COPIES_SINCE) markAllCopies(database);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

function explain(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT') {
    return new LedgerError('foreign', `"${path}" is not a ledger; name another with --ledger FILE`, error);
  }
  return new LedgerError('unusable', `the ledger "${path}" cannot be opened: ${error.message}`, error);
}
