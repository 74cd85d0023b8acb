import type { Claim, Reference } from '../claims/claim.ts';
import type { Message } from '../message.ts';
import type { Day, Report } from '../report.ts';

/** What one coder version made of one report. */
interface CodingRecord {
  readonly coder: string;
  readonly claims: readonly Claim[];
  /** Words that take an event as known. */
  readonly references: readonly Reference[];
  readonly messages: readonly Message[];
  readonly coverage: {
    readonly sentences: number;
    readonly withClaims: number;
    readonly withoutClaims: number;
  };
}

/** A report with all that is recorded at the same moment. */
export interface Entry {
  readonly report: Report;
  /** What was noticed while the file was read. */
  readonly messages: readonly Message[];
  readonly coding: CodingRecord;
}

/** `recoded`: the report was there, this coder's reading of it was not. */
export type AddOutcome = 'added' | 'recoded' | 'known';

/** What became of an entry. */
export interface Recorded {
  readonly outcome: AddOutcome;
  /** Whether it is new and a near copy of a report that was there already. */
  readonly isNearCopy: boolean;
}

/** The first report, by (publishedOn, id), of those that a report is a near copy of. */
export interface CopyOf {
  readonly id: string;
  /** Share of the runs of four words in either that stand in both, 0 to 1. */
  readonly similarity: number;
}

/** An analyst's word that a report or a claim does not count; nothing is deleted. */
export interface Withdrawal {
  readonly reason: string;
  readonly by: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly recordedAt: string;
}

/** One line of a list of reports. */
export interface ReportEntry {
  readonly id: string;
  readonly publishedOn: Day;
  readonly publisher: string | null;
  readonly title: string | null;
  /** The first characters of the text. */
  readonly opening: string;
  readonly claims: number;
  readonly withdrawn: boolean;
  readonly copyOf: CopyOf | null;
}

export interface StoredReport {
  readonly report: Report;
  readonly recordedAt: string;
  readonly withdrawn: Withdrawal | null;
  readonly copyOf: CopyOf | null;
  readonly coder: string;
  readonly coverage: CodingRecord['coverage'];
  readonly messages: readonly Message[];
  readonly claims: readonly Claim[];
}

export interface StoredClaim {
  readonly claim: Claim;
  readonly report: Report;
  /** Of the claim itself or of its report. */
  readonly withdrawn: Withdrawal | null;
}

/** A report that holds the words looked for; the words stand between U+0002 and U+0003 in `snippet`. */
export interface SearchHit {
  readonly id: string;
  readonly publishedOn: Day;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly snippet: string;
  readonly withdrawn: boolean;
}

export interface LedgerCounts {
  readonly reports: number;
  readonly withdrawn: number;
  readonly publishers: number;
  readonly claims: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}
