import type Database from 'better-sqlite3';
import type { ClaimChange, Correction } from '../relations/correction.ts';
import { Ties } from '../relations/ties.ts';

interface Row {
  readonly action: Correction['action'];
  readonly reportId: string;
  readonly claim: string | null;
  readonly other: string | null;
  readonly change: string | null;
  readonly reason: string;
  readonly by: string | null;
  readonly recordedAt: string;
}

/** Everything analysts have said, in the order in which it was recorded. */
export function allCorrections(database: Database.Database): Correction[] {
  return database
    .prepare<[], Row>(
      `SELECT x.action, r.id AS reportId, x.claim, x.other, x.change, x.reason, x.made_by AS "by",
         x.recorded_at AS recordedAt
       FROM corrections AS x JOIN reports AS r ON r.seq = x.report ORDER BY x.seq`,
    )
    .all()
    .map(toCorrection);
}

function toCorrection({ action, reportId, claim, other, change, ...word }: Row): Correction {
  switch (action) {
    case 'withdraw':
      return { action, report: reportId, claim, ...word };
    case 'change':
      return { action, claim: claim!, change: JSON.parse(change!) as ClaimChange, ...word };
    case 'same':
    case 'apart':
      return { action, claims: [claim!, other!], ...word };
  }
}

/** Records a correction unless the last word on the same thing says just that; false where it does. */
export function recordCorrection(database: Database.Database, said: Correction): boolean {
  const [claim, other] = claimsOf(said);
  const report =
    said.action === 'withdraw'
      ? database.prepare<[string], number>('SELECT seq FROM reports WHERE id = ?').pluck().get(said.report)
      : database
          .prepare<[string], number>('SELECT report FROM claims WHERE id = ? LIMIT 1')
          .pluck()
          .get(claim!);
  if (report === undefined) throw new Error('a correction needs a report or a claim of this ledger');
  const change = said.action === 'change' ? JSON.stringify(said.change) : null;
  const put = database.prepare(
    `INSERT INTO corrections (action, report, claim, other, change, reason, made_by, recorded_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return database
    .transaction(() => {
      if (wasSaid(database, said, report, [claim, other, change]) && !isOverruled(database, said))
        return false;
      put.run(said.action, report, claim, other, change, said.reason, said.by, said.recordedAt);
      return true;
    })
    .immediate();
}

function claimsOf(said: Correction): [string | null, string | null] {
  if (said.action === 'withdraw' || said.action === 'change') return [said.claim, null];
  // The pair is the same in either order.
  const [a, b] = [...said.claims].sort() as [string, string];
  return [a, b];
}

/** Whether newer words on other pairs leave no room for the last word on this one, so that it must be said anew. */
function isOverruled(database: Database.Database, said: Correction): boolean {
  if (said.action !== 'same' && said.action !== 'apart') return false;
  const pair = String([...said.claims].sort());
  return new Ties(allCorrections(database)).overruled.some(
    ({ action, claims }) => action === said.action && String([...claims].sort()) === pair,
  );
}

/** A withdrawal holds for good; of the rest the last word on the same claim or pair counts. */
function wasSaid(
  database: Database.Database,
  { action }: Correction,
  report: number,
  [claim, other, change]: readonly (string | null)[],
): boolean {
  const kin =
    action === 'withdraw' ? "('withdraw')" : action === 'change' ? "('change')" : "('same', 'apart')";
  const last = database
    .prepare<unknown[], { action: string; change: string | null }>(
      `SELECT action, change FROM corrections WHERE report = ? AND action IN ${kin}
       AND ${action === 'withdraw' ? '(claim IS NULL OR claim = ?)' : 'claim IS ?'} AND other IS ?
       ORDER BY seq DESC LIMIT 1`,
    )
    .get(report, claim, other);
  return last !== undefined && last.action === action && last.change === (change ?? null);
}
