import type Database from 'better-sqlite3';
import { copySimilarity, estimateSimilarity, fingerprintOf, similarityOf } from '../read/near-copy.ts';
import type { Report } from '../report.ts';

/** Reports that share a key and are compared, at most; the first recorded of them. */
const MOST_COMPARED = 4096;
/** Signatures less alike than this belong to no copies, however unlucky the estimate. */
const HOPELESS = 0.3;

/** The first of a cluster of near copies, as seen from another of its members. */
export interface FirstOfCopies {
  readonly id: string;
  readonly publishedOn: string;
  readonly publisher: string | null;
  readonly similarity: number;
  /** Whether both were read at the same address. */
  readonly samePage: boolean;
}

interface MemberRow {
  readonly seq: number;
  readonly id: string;
  readonly publishedOn: string;
  readonly publisher: string | null;
  readonly text: string;
  readonly url: string | null;
}

const MEMBER = 'SELECT seq, id, published_on AS publishedOn, publisher, text, url FROM reports';
/** The members of the cluster of one report, which is among them. */
const CLUSTER = `WITH RECURSIVE cluster (report) AS
  (VALUES (?) UNION SELECT copies.other FROM cluster JOIN copies ON copies.report = cluster.report)`;

/**
 * Prepares the statements that find the near copies of new reports once; the function it gives links one with those
 * there are and says whether there is any. Called in the transaction that records the report.
 */
export function prepareCopies(
  database: Database.Database,
): (seq: number, report: Pick<Report, 'text' | 'url'>) => boolean {
  const findLikely = database.prepare<number[], { seq: number; signature: Uint8Array }>(
    `SELECT report AS seq, signature FROM fingerprints
     WHERE report IN (SELECT report FROM fingerprint_keys WHERE key IN (?, ?, ?, ?, ?, ?) LIMIT ${MOST_COMPARED})
     ORDER BY report`,
  );
  const textOf = database.prepare<[number], { text: string; url: string | null }>(
    'SELECT text, url FROM reports WHERE seq = ?',
  );
  const clusterOf = database.prepare<[number], number>(`${CLUSTER} SELECT report FROM cluster`).pluck();
  const putSignature = database.prepare('INSERT INTO fingerprints (report, signature) VALUES (?, ?)');
  const putKey = database.prepare('INSERT INTO fingerprint_keys (key, report) VALUES (?, ?)');
  const putCopy = database.prepare('INSERT INTO copies (report, other, similarity) VALUES (?, ?, ?)');

  return (seq, report) => {
    const print = fingerprintOf(report.text);
    if (print === null) return false;
    const linked = new Set<number>();
    let sameWords = false;
    for (const { seq: other, signature } of findLikely.all(...print.keys)) {
      if (linked.has(other) || estimateSimilarity(print.signature, signature) < HOPELESS) continue;
      const { text, url } = textOf.get(other)!;
      const similarity = copySimilarity(report, url === null ? { text } : { text, url });
      if (similarity === null) continue;
      sameWords ||= similarity === 1 && url === (report.url ?? null);
      for (const member of clusterOf.all(other)) linked.add(member);
      putCopy.run(seq, other, similarity);
      putCopy.run(other, seq, similarity);
    }
    putSignature.run(seq, print.signature);
    // What is like this one is like the other, and is found by the other's keys: a flood of one text costs no more.
    if (!sameWords) for (const key of new Set(print.keys)) putKey.run(key, seq);
    return linked.size > 0;
  };
}

/** Looks at all the reports of a ledger that was made before near copies were marked. */
export function markAllCopies(database: Database.Database): void {
  const mark = prepareCopies(database);
  const reportAfter = database.prepare<[number], { seq: number; text: string; url: string | null }>(
    'SELECT seq, text, url FROM reports WHERE seq > ? ORDER BY seq LIMIT 1',
  );
  for (let row = reportAfter.get(0); row !== undefined; row = reportAfter.get(row.seq)) {
    mark(row.seq, row.url === null ? { text: row.text } : { text: row.text, url: row.url });
  }
}

/** The first report of the cluster that a report is in; null where it is the first, or has no near copies. */
export function firstOfCopies(database: Database.Database, seq: number): FirstOfCopies | null {
  const isLinked = database.prepare('SELECT 1 FROM copies WHERE report = ? LIMIT 1').get(seq);
  if (isLinked === undefined) return null;
  const first = database
    .prepare<[number], MemberRow>(
      `${CLUSTER} ${MEMBER} WHERE seq IN cluster ORDER BY published_on, id LIMIT 1`,
    )
    .get(seq)!;
  if (first.seq === seq) return null;
  return seenFrom(database.prepare<[number], MemberRow>(`${MEMBER} WHERE seq = ?`).get(seq)!, first);
}

/** The first report of its cluster for every report that is not the first of one. */
export function allCopies(database: Database.Database): Map<number, FirstOfCopies> {
  const links = database
    .prepare<[], { report: number; other: number }>('SELECT report, other FROM copies')
    .all();
  const othersOf = Map.groupBy(links, ({ report }) => report);
  const firsts = new Map<number, MemberRow>();
  const copies = new Map<number, FirstOfCopies>();
  const members = database.prepare<[], MemberRow>(
    `${MEMBER} WHERE seq IN (SELECT report FROM copies) ORDER BY published_on, id`,
  );
  for (const member of members.iterate()) {
    const known = firsts.get(member.seq);
    if (known !== undefined) copies.set(member.seq, seenFrom(member, known));
    else {
      // In this order the first that is met of a cluster is its first report.
      const reached = [member.seq];
      for (const seq of reached) {
        if (firsts.has(seq)) continue;
        firsts.set(seq, member);
        for (const { other } of othersOf.get(seq)!) if (!firsts.has(other)) reached.push(other);
      }
    }
  }
  return copies;
}

function seenFrom(member: MemberRow, { id, publishedOn, publisher, text, url }: MemberRow): FirstOfCopies {
  const samePage = url !== null && url === member.url;
  return { id, publishedOn, publisher, similarity: similarityOf(text, member.text), samePage };
}
