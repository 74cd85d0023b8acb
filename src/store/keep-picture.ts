import Database from 'better-sqlite3';
import type { Dyad } from '../relations/dyad.ts';
import type { Day } from '../report.ts';
import { BUSY_MS } from './open-database.ts';

/** The picture kept from last time where nothing of these two has been recorded since; else draws it, and keeps it. */
export function keepPicture(
  database: Database.Database,
  sides: readonly [string, string],
  asOf: Day,
  drawnBy: string,
  draw: () => Dyad,
): Dyad {
  const state = `${drawnBy} ${recordedOf(database, sides)}`;
  const kept = database
    .prepare<string[], string>(
      'SELECT body FROM pictures WHERE side_a = ? AND side_b = ? AND as_of = ? AND state = ?',
    )
    .pluck()
    .get(...sides, asOf, state);
  if (kept !== undefined) return JSON.parse(kept) as Dyad;
  const picture = draw();
  keep(database, [...sides, asOf, state, JSON.stringify(picture)]);
  return picture;
}

/** Grows with every report that names both and with every correction, so that equal values mean an equal picture. */
function recordedOf(database: Database.Database, sides: readonly [string, string]): string {
  return database
    .prepare<string[], string>(
      `SELECT ifnull((SELECT coding FROM dyad_codings WHERE side_a = ? AND side_b = ?), 0) || '.' ||
         (SELECT ifnull(max(seq), 0) FROM corrections)`,
    )
    .pluck()
    .get(...sides)!;
}

/** A picture that cannot be kept, because another process writes or the file is read-only, is drawn again. */
function keep(database: Database.Database, picture: readonly string[]): void {
  database.pragma('busy_timeout = 0');
  try {
    database.prepare('INSERT OR REPLACE INTO pictures VALUES (?, ?, ?, ?, ?)').run(...picture);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
  } finally {
    database.pragma(`busy_timeout = ${BUSY_MS}`);
  }
}
