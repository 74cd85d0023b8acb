import { readFileSync } from 'node:fs';
import type { ActorDirectory } from '../actors/directory.ts';
import { type Knowledge, loadActors, loadKnowledge, type OwnTables } from '../knowledge.ts';
import type { OwnTable } from '../table.ts';
import { CliFailure, EXIT } from './failure.ts';
import { safeText } from './show/safe-text.ts';

export interface OwnOptions {
  /** A table of the user's own that adds to data/actors or corrects it. */
  readonly actors?: string;
  /** A table of the user's own whose words of probability stand before those of data/status/likelihood.tsv. */
  readonly likelihood?: string;
  /** A table of the user's own that adds to data/issues/issues.tsv or corrects it. */
  readonly issues?: string;
}

/** The tables that `--actors`, `--likelihood` and `--issues` name. Throws what the user can mend. */
export function ownTablesOf({ actors, likelihood, issues }: OwnOptions): OwnTables {
  return {
    ...(actors === undefined ? {} : { actors: readOwn('--actors', actors, 'a table of actors') }),
    ...(likelihood === undefined
      ? {}
      : { likelihood: readOwn('--likelihood', likelihood, 'a table of words of probability') }),
    ...(issues === undefined ? {} : { issues: readOwn('--issues', issues, 'a table of issues') }),
  };
}

function readOwn(option: string, path: string, expected: string): OwnTable {
  try {
    return { name: path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new CliFailure(EXIT.usage, `${option} "${safeText(path)}": ${reason}; give ${expected}`);
  }
}

/** All knowledge, with the user's own tables. Throws what the user can mend, with the line of the table. */
export function loadKnowledgeWith(own: OwnTables): Knowledge {
  return explained(own, () => loadKnowledge(own));
}

/** The actors alone, with the user's own table. Throws as {@link loadKnowledgeWith}. */
export function loadActorsWith(own: OwnTables): ActorDirectory {
  return explained(own, () => loadActors(own.actors));
}

function explained<T>(own: OwnTables, load: () => T): T {
  try {
    return load();
  } catch (error) {
    const isOwn = (table: OwnTable): boolean =>
      error instanceof Error && error.message.startsWith(`${table.name}:`);
    if (Object.values<OwnTable>({ ...own }).some(isOwn))
      throw new CliFailure(EXIT.usage, safeText((error as Error).message));
    throw error;
  }
}
