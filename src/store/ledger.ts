import type Database from 'better-sqlite3';
import type { Claim, Reference } from '../claims/claim.ts';
import type { Message } from '../message.ts';
import type { Correction } from '../relations/correction.ts';
import type { Dyad } from '../relations/dyad.ts';
import type { Day, Report } from '../report.ts';
import { prepareAdding } from './add-entries.ts';
import { allCopies, firstOfCopies } from './copies.ts';
import { copyMessage } from './copy-message.ts';
import { allCorrections, recordCorrection } from './corrections.ts';
import { COUNTS, DYADS, PUBLISHED_DAYS } from './count-queries.ts';
import { keepPicture } from './keep-picture.ts';
import { openDatabase } from './open-database.ts';
import type {
  AddOutcome,
  CopyOf,
  Entry,
  LedgerCounts,
  Recorded,
  ReportEntry,
  SearchHit,
  StoredClaim,
  StoredReport,
  Withdrawal,
} from './records.ts';
import { ENTRY_COLUMNS, type EntryRow, toCopyOf, toEntry } from './report-entry.ts';
import {
  type CorrectionRow,
  type MessageRow,
  type ReportRow,
  toClaim,
  toMessage,
  toReport,
  toWithdrawal,
} from './rows.ts';
import { toSearchQuery } from './search-query.ts';

/** Later than any day there is. */
const ALWAYS: Day = '9999-12-31';

/**
 * Everything that was recorded, in one SQLite file: reports, what coders made of them, messages and corrections.
 * Tables only grow. Decides nothing about meaning. Instants come in as arguments, never from a clock.
 *
 * @example
 * const ledger = Ledger.open('detente.ledger', { create: true });
 * ledger.add([{ report, messages, coding }], new Date().toISOString());
 */
export class Ledger {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>();
  readonly #addEntry: (entry: Entry, recordedAt: string) => Recorded;

  private constructor(database: Database.Database) {
    this.#database = database;
    this.#addEntry = prepareAdding(database);
  }

  /** Opens the file, making it only where `create` is true. Throws `LedgerError`. `:memory:` is kept nowhere. */
  static open(path: string, { create = false }: { readonly create?: boolean } = {}): Ledger {
    return new Ledger(openDatabase(path, create));
  }

  close(): void {
    this.#database.close();
  }

  /** Records all entries or none; once it returns they survive a killed process. What is known stays as it is. */
  add(entries: readonly Entry[], recordedAt: string): AddOutcome[] {
    return this.record(entries, recordedAt).map(({ outcome }) => outcome);
  }

  /** As `add`, and says of each entry whether it is a near copy of a report that was there already. */
  record(entries: readonly Entry[], recordedAt: string): Recorded[] {
    return this.#database
      .transaction(() => entries.map((entry) => this.#addEntry(entry, recordedAt)))
      .immediate();
  }

  /** Whether this coder's reading of a report is recorded. */
  has(reportId: string, coder: string): boolean {
    const query =
      'SELECT 1 FROM codings JOIN reports ON reports.seq = codings.report WHERE reports.id = ? AND coder = ?';
    return this.#row(query, reportId, coder) !== undefined;
  }

  /** Reports published up to a day, by (publishedOn, id), withdrawn ones marked. */
  reports(asOf: Day = ALWAYS): ReportEntry[] {
    const rows = this.#rows<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM reports AS r WHERE published_on <= ? ORDER BY published_on, id`,
      asOf,
    );
    const copies = allCopies(this.#database);
    return rows.map((row) => toEntry(row, copies.get(row.seq) ?? null));
  }

  /** Reports published up to a day, latest first, after the one given; at most `limit`. */
  latestReports(
    asOf: Day,
    limit: number,
    after: { readonly publishedOn: Day; readonly id: string } | null,
  ): ReportEntry[] {
    const rows = this.#rows<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM reports AS r WHERE published_on <= ? AND (published_on, id) < (?, ?)
       ORDER BY published_on DESC, id DESC LIMIT ?`,
      asOf,
      after?.publishedOn ?? `${ALWAYS}~`,
      after?.id ?? '',
      limit,
    );
    return rows.map((row) => toEntry(row, firstOfCopies(this.#database, row.seq)));
  }

  /** Ids of reports that begin with `prefix`, at most `limit`. */
  reportIds(prefix: string, limit = 8): string[] {
    return this.#ids('SELECT id FROM reports WHERE id >= ? AND id < ? ORDER BY id LIMIT ?', prefix, limit);
  }

  /** Ids of claims that begin with `prefix`, at most `limit`. */
  claimIds(prefix: string, limit = 8): string[] {
    const query = 'SELECT DISTINCT id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT ?';
    return this.#ids(query, prefix, limit);
  }

  /** The shortest beginning of a claim's id, of eight digits or more, that no other claim here has. */
  shortClaimId(id: string): string {
    for (let length = 8; length < id.length; length++) {
      if (this.claimIds(id.slice(0, length), 2).length < 2) return id.slice(0, length);
    }
    return id;
  }

  report(id: string): StoredReport | null {
    const row = this.#row<ReportRow>('SELECT * FROM reports WHERE id = ?', id);
    if (row === undefined) return null;
    const coding = this.#row<{
      seq: number;
      coder: string;
      sentences: number;
      with_claims: number;
      without_claims: number;
    }>('SELECT * FROM codings WHERE report = ? ORDER BY seq DESC LIMIT 1', row.seq)!;
    const messages = this.#rows<MessageRow>(
      'SELECT * FROM messages WHERE report = ? AND (coding IS NULL OR coding = ?) ORDER BY seq',
      row.seq,
      coding.seq,
    );
    const claims = this.#rows<{ body: string }>(
      'SELECT body FROM claims WHERE coding = ? ORDER BY seq',
      coding.seq,
    );
    const first = firstOfCopies(this.#database, row.seq);
    return {
      report: toReport(row),
      recordedAt: row.recorded_at,
      withdrawn: this.#withdrawal(row.seq, null),
      copyOf: toCopyOf(first),
      coder: coding.coder,
      coverage: {
        sentences: coding.sentences,
        withClaims: coding.with_claims,
        withoutClaims: coding.without_claims,
      },
      messages: [...messages.map(toMessage), ...(first === null ? [] : [copyMessage(first)])],
      claims: claims.map(({ body }) => toClaim(body)),
    };
  }

  /** What a report is a near copy of, and the words for it; null where it is none. */
  nearCopy(id: string): { readonly copyOf: CopyOf; readonly message: Message } | null {
    const row = this.#row<{ seq: number }>('SELECT seq FROM reports WHERE id = ?', id);
    const first = row === undefined ? null : firstOfCopies(this.#database, row.seq);
    return first === null ? null : { copyOf: toCopyOf(first)!, message: copyMessage(first) };
  }

  /** A claim as the last coder that found it wrote it. */
  claim(id: string): StoredClaim | null {
    const found = this.#row<{ body: string; report: number }>(
      'SELECT body, report FROM claims WHERE id = ? ORDER BY coding DESC LIMIT 1',
      id,
    );
    if (found === undefined) return null;
    const row = this.#row<ReportRow>('SELECT * FROM reports WHERE seq = ?', found.report)!;
    const withdrawn = this.#withdrawal(found.report, id);
    return { claim: toClaim(found.body), report: toReport(row), withdrawn };
  }

  /**
   * Reports up to a day in which both countries act or are acted on, each with all its standing claims and with the words
   * that take an event as known.
   */
  codedReports(
    [a, b]: readonly [string, string],
    asOf: Day,
  ): {
    report: Report & { copyOf?: { id: string; publisher: string | null } };
    claims: Claim[];
    references: Reference[];
  }[] {
    const about = `SELECT c.report FROM claim_countries AS n JOIN claims AS c ON c.seq = n.claim WHERE n.country = ?`;
    const reports = this.#rows<ReportRow>(
      `SELECT * FROM reports WHERE seq IN (${about} INTERSECT ${about}) AND published_on <= ?
       ORDER BY published_on, id`,
      a,
      b,
      asOf,
    );
    const claimsOf = this.#database
      .prepare<[number], string>('SELECT body FROM standing_claims WHERE report = ? ORDER BY seq')
      .pluck();
    const referencesOf = this.#database
      .prepare<[number], string>('SELECT refers_back FROM codings WHERE report = ? ORDER BY seq DESC LIMIT 1')
      .pluck();
    return reports
      .map((row) => ({
        report: this.#withOrigin(row),
        claims: claimsOf.all(row.seq).map(toClaim),
        references: JSON.parse(referencesOf.get(row.seq)!) as Reference[],
      }))
      .filter(({ claims }) => claims.length > 0);
  }

  /** How many reports of each day say something of both countries together. */
  publishedDays([a, b]: readonly [string, string]): { day: Day; reports: number }[] {
    return this.#rows<{ day: Day; reports: number }>(PUBLISHED_DAYS, a, b);
  }

  /** Pairs of countries that stand in one claim, by number of claims. */
  dyads(asOf: Day = ALWAYS): { sides: [string, string]; reports: number; claims: number }[] {
    const rows = this.#rows<{ a: string; b: string; reports: number; claims: number }>(DYADS, asOf);
    return rows.map(({ a, b, reports, claims }) => ({ sides: [a, b], reports, claims }));
  }

  /** Reports up to a day that hold all the words, best first; see `toSearchQuery` for phrases. */
  search(words: string, { asOf = ALWAYS, limit = 20 }: { asOf?: Day; limit?: number } = {}): SearchHit[] {
    const query = toSearchQuery(words);
    if (query === '') return [];
    const rows = this.#rows<Omit<SearchHit, 'withdrawn'> & { withdrawn: number }>(
      `SELECT r.id, r.published_on AS publishedOn, r.publisher, r.title,
         snippet(report_words, 0, char(2), char(3), '…', 24) AS snippet, r.seq IN withdrawn_reports AS withdrawn
       FROM report_words JOIN reports AS r ON r.seq = report_words.rowid
       WHERE report_words MATCH ? AND r.published_on <= ?
       ORDER BY rank, r.published_on, r.id LIMIT ?`,
      query,
      asOf,
      limit,
    );
    return rows.map((row) => ({ ...row, withdrawn: row.withdrawn === 1 }));
  }

  /** Records what an analyst says; nothing is deleted. False where that was the last word already. */
  correct(said: Correction): boolean {
    return recordCorrection(this.#database, said);
  }

  /** Everything analysts have said, in the order in which it was recorded. */
  corrections(): Correction[] {
    return allCorrections(this.#database);
  }

  /** The picture of two countries on a day: the one kept from last time while nothing has been recorded since. */
  picture(sides: readonly [string, string], asOf: Day, drawnBy: string, draw: () => Dyad): Dyad {
    return keepPicture(this.#database, sides, asOf, drawnBy, draw);
  }

  /** What the ledger holds and what of it counts up to a day. */
  counts(asOf: Day = ALWAYS): LedgerCounts {
    return this.#row<LedgerCounts>(COUNTS, { asOf })!;
  }

  /** The day of the last report that counts; null in an empty ledger. */
  lastDay(): Day | null {
    return (
      this.#row<{ day: Day | null }>(
        `SELECT published_on AS day FROM reports WHERE seq NOT IN withdrawn_reports
       ORDER BY published_on DESC LIMIT 1`,
      )?.day ?? null
    );
  }

  #withOrigin(row: ReportRow): Report & { copyOf?: { id: string; publisher: string | null } } {
    const report = toReport(row);
    const first = firstOfCopies(this.#database, row.seq);
    return first === null ? report : { ...report, copyOf: { id: first.id, publisher: first.publisher } };
  }

  #withdrawal(report: number, claim: string | null): Withdrawal | null {
    return toWithdrawal(
      this.#row<CorrectionRow>(
        `SELECT * FROM corrections WHERE report = ? AND action = 'withdraw' AND (claim IS NULL OR claim = ?)
         ORDER BY seq LIMIT 1`,
        report,
        claim,
      ),
    );
  }

  #ids(query: string, prefix: string, limit: number): string[] {
    // Ids are hexadecimal digits: "g" comes after all that can follow a prefix.
    return this.#rows<{ id: string }>(query, prefix, `${prefix}g`, limit).map(({ id }) => id);
  }

  #row<T>(query: string, ...parameters: unknown[]): T | undefined {
    return this.#prepared(query).get(...parameters) as T | undefined;
  }

  #rows<T>(query: string, ...parameters: unknown[]): T[] {
    return this.#prepared(query).all(...parameters) as T[];
  }

  /** There are as many statements as queries in this file: each is prepared once. */
  #prepared(query: string): Database.Statement<unknown[], unknown> {
    let statement = this.#statements.get(query);
    if (statement === undefined) this.#statements.set(query, (statement = this.#database.prepare(query)));
    return statement;
  }
}
