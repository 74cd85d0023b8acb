import { readFileSync } from 'node:fs';
import type { ActorDirectory } from '../actors/directory.ts';
import type { OwnTable } from '../actors/own-table.ts';
import { type Knowledge, loadActors, loadKnowledge } from '../knowledge.ts';
import { CliFailure, EXIT } from './failure.ts';
import { safeText } from './show/safe-text.ts';

export interface ActorsOption {
  /** A table of the user's own that adds to data/actors or corrects it. */
  readonly actors?: string;
}

/** The table that `--actors` names. Throws what the user can mend. */
export function ownTableOf({ actors }: ActorsOption): OwnTable | undefined {
  if (actors === undefined) return undefined;
  try {
    return { name: actors, text: readFileSync(actors, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new CliFailure(EXIT.usage, `--actors "${safeText(actors)}": ${reason}; give a table of actors`);
  }
}

/** All knowledge, with the user's own table. Throws what the user can mend, with the line of the table. */
export function loadKnowledgeWith(own: OwnTable | undefined): Knowledge {
  return explained(own, () => loadKnowledge(own));
}

/** The actors alone, with the user's own table. Throws as {@link loadKnowledgeWith}. */
export function loadActorsWith(own: OwnTable | undefined): ActorDirectory {
  return explained(own, () => loadActors(own));
}

function explained<T>(own: OwnTable | undefined, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (own !== undefined && error instanceof Error && error.message.startsWith(`${own.name}:`)) {
      throw new CliFailure(EXIT.usage, safeText(error.message));
    }
    throw error;
  }
}
