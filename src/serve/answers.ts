import type { Claim } from '../claims/claim.ts';
import type { Message } from '../message.ts';
import type { Analysis } from '../pipeline.ts';
import type { StateChange } from '../relations/changes.ts';
import type { Act, Channel, Encounter, Expectation } from '../relations/dyad.ts';
import type { Day } from '../report.ts';
import type { AddOutcome, LedgerCounts, SearchHit, StoredReport, Withdrawal } from '../store/records.ts';

/** What the HTTP API answers; the pages import these types and nothing else of the program. */

export type { Claim, ClaimActor } from '../claims/claim.ts';
export type { Message } from '../message.ts';
export type { Analysis } from '../pipeline.ts';
export type { StateChange } from '../relations/changes.ts';
export type { Channel, Encounter, Expectation } from '../relations/dyad.ts';
export type { Day, Report, Span } from '../report.ts';
export type { SearchHit } from '../store/records.ts';
export type { When } from '../time/when.ts';

/** A country as it stands in a picture. */
export interface Side {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
}

/** A report by what a reader recognises it by. */
export interface ReportHead {
  readonly id: string;
  readonly publishedOn: Day;
  readonly publisher: string | null;
  readonly publisherCountry: string | null;
  readonly title: string | null;
}

/** A claim with the words of its clause and the report they stand in. */
export interface Citation {
  readonly claim: Claim;
  readonly clause: string;
  readonly report: ReportHead;
  readonly withdrawn: boolean;
}

export type Citations = Readonly<Record<string, Citation>>;

/** A line of a list that is read page by page. */
export interface Listed {
  readonly id: string;
  readonly publishedOn: Day;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly opening: string;
  readonly claims: number;
  readonly withdrawn: boolean;
}

export interface DyadsAnswer {
  readonly asOf: Day | null;
  readonly counts: LedgerCounts;
  readonly dyads: readonly {
    readonly sides: readonly [Side, Side];
    readonly reports: number;
    readonly claims: number;
  }[];
  /** All pairs there are, also those that `limit` leaves out. */
  readonly total: number;
}

/** The four columns of the ladder: encounters by what is known of them. */
export type RungName = 'possible' | 'planned' | 'held' | 'fell-through';

export interface Rung {
  readonly name: RungName;
  /** Encounters and their parts, also those not listed. */
  readonly total: number;
  /** Those of them whose day has passed, or of which nobody has spoken for long. */
  readonly waiting: number;
  readonly rows: readonly { readonly encounter: Encounter; readonly parts: readonly Encounter[] }[];
}

/** The latest position of each side on an issue; null is "not in these reports", never neutral. */
export interface IssueRow {
  readonly id: string;
  readonly label: string;
  readonly claims: number;
  readonly first: string | null;
  readonly second: string | null;
  readonly others: string | null;
}

/** Acts that happened within a span of days, by the claims that are counted. */
export interface Balance {
  readonly since: Day;
  readonly until: Day;
  readonly cooperative: readonly string[];
  readonly conflictual: readonly string[];
}

export interface Voice {
  readonly name: 'first' | 'second' | 'third-parties' | 'narrators';
  readonly claims: number;
  readonly latest: string | null;
}

/** One picture as a page shows it: each block cut to what fits, with its totals, and the claims it cites. */
export interface DyadPage {
  readonly sides: readonly [Side, Side];
  readonly asOf: Day;
  /** Reports that speak of both, by day, also those after `asOf`. */
  readonly published: readonly { readonly day: Day; readonly reports: number }[];
  readonly reports: number;
  readonly publishers: number;
  readonly copies: number;
  readonly claims: number;
  /** How the reports say the relationship moves, latest first. */
  readonly assessments: readonly string[];
  readonly recent: Balance;
  readonly before: Balance;
  readonly feared: string | null;
  readonly rungs: readonly Rung[];
  readonly channels: readonly Channel[];
  readonly issues: readonly IssueRow[];
  readonly issuesTotal: number;
  readonly expectations: readonly Expectation[];
  readonly outcomes: Readonly<Record<Expectation['outcome'], number>>;
  readonly voices: readonly Voice[];
  readonly latest: readonly string[];
  readonly changed: { readonly since: Day; readonly changes: readonly StateChange[] };
  /** Encounters that the changes name, whether or not a rung lists them. */
  readonly named: Readonly<Record<string, Encounter>>;
  readonly citations: Citations;
}

export interface ClaimsAnswer {
  readonly sides: readonly [Side, Side];
  readonly asOf: Day;
  /** In words: what these claims are. */
  readonly about: string;
  readonly total: number;
  readonly claims: readonly string[];
  readonly citations: Citations;
}

/** What a claim of a report became in the picture of two countries. */
export interface Life {
  readonly encounter: Encounter;
  /** Claims of other reports about the same. */
  readonly others: readonly string[];
}

export interface ReportAnswer extends StoredReport {
  /** By claim of this report; only where a pair of countries was named. */
  readonly lives: Readonly<Record<string, Life>>;
  /** The two countries of the report that most of its claims name. */
  readonly sides: readonly [Side, Side] | null;
}

export interface ReportsAnswer {
  readonly reports: readonly Listed[];
  /** Give it as `cursor` for what follows; null at the end. */
  readonly next: string | null;
}

export interface SearchAnswer {
  readonly query: string;
  readonly hits: readonly SearchHit[];
}

/** W3C Web Annotation: where the evidence stands, by position and by words. */
export interface AnnotationTarget {
  readonly source: string;
  readonly selector: readonly [
    { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
    {
      readonly type: 'TextQuoteSelector';
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
    },
  ];
}

export interface ClaimAnswer {
  readonly claim: Claim;
  readonly report: ReportHead;
  readonly withdrawn: Withdrawal | null;
  readonly target: AnnotationTarget;
  /** What it tells of, with all claims that do; null where it tells of nothing between two countries. */
  readonly event: Encounter | Act | null;
}

interface Refused {
  readonly kind: 'refused';
  readonly where: string;
  readonly reason: string;
}

/** What became of what was pasted or dropped, without keeping it. */
export interface AnalysesAnswer {
  readonly outcomes: readonly (
    | { readonly kind: 'analysis'; readonly where: string; readonly analysis: Analysis }
    | Refused
  )[];
  /** Reports after the most that are shown at once. */
  readonly left: number;
}

export interface RecordedAnswer {
  readonly outcomes: readonly (
    | {
        readonly kind: 'recorded';
        readonly outcome: AddOutcome;
        readonly report: ReportHead;
        readonly messages: readonly Message[];
      }
    | Refused
  )[];
}

/** What PLOVER's types and modes mean, in our words. */
export interface CodebookAnswer {
  readonly types: Readonly<
    Record<
      string,
      {
        /** 1 words and 2 deeds of cooperation, 3 words and 4 deeds of conflict. */
        readonly quad: number;
        readonly definition: string;
        readonly modes: Readonly<Record<string, string>>;
      }
    >
  >;
  readonly issues: Readonly<Record<string, string>>;
}

/** RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}
