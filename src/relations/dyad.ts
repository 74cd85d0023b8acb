import type { ClaimActor, EventType, Likelihood, Polarity, Status } from '../claims/claim.ts';
import type { Day, Span } from '../report.ts';
import type { When } from '../time/when.ts';

export type EncounterKind = 'visit' | 'meeting' | 'call' | 'summit' | 'talks' | 'encounter';

export type EncounterState =
  | 'possible'
  | 'proposed'
  | 'planned'
  | 'under-way'
  | 'held'
  | 'postponed'
  | 'called-off'
  | 'refused'
  | 'broken-off'
  | 'suspended'
  | 'awaiting-report';

/** A visit, meeting, call, summit or round of talks, followed across reports. */
export interface Encounter {
  /** Identity of its first claim in the order (publishedOn, report id, span). */
  readonly id: string;
  readonly kind: EncounterKind;
  readonly state: EncounterState;
  readonly participants: readonly ClaimActor[];
  /** Of a visit: the country that most claims of it name as the host, alpha-3. */
  readonly host?: string;
  readonly when: When;
  readonly place?: string;
  /** Claims that speak of it, in the order (publishedOn, report id, span). */
  readonly claims: readonly string[];
  readonly joins: readonly Join[];
  readonly differences: readonly Difference[];
  /** Who told of it independently: publishers of words of their own, governments and others who are quoted. */
  readonly origins: readonly string[];
  /** Sentences that speak of it; offsets into the text of the report named beside them. */
  readonly evidence: readonly (Span & { readonly reportId: string })[];
  /** Words that take it as known ("the raid"): offsets into the text of the report named beside them. */
  readonly references: readonly (Span & { readonly reportId: string })[];
  readonly partOf?: string;
  readonly recurring?: boolean;
  readonly changes: readonly { readonly state: EncounterState; readonly on: Day; readonly claim: string }[];
}

/** Why a claim is taken to tell of an event that others told of before it. */
export interface Join {
  readonly claim: string;
  readonly rule: string;
}

/** Where the claims of one event do not agree, each value with a claim that tells it. */
export interface Difference {
  /** `days`, `place`, `happened` (`yes` or `no`), or `figure` and what is counted: `figure people`. */
  readonly what: string;
  readonly told: readonly { readonly value: string; readonly claim: string }[];
}

/** What one side did or said towards another, or several together, told by any number of claims; no encounter. */
export interface Act {
  /** Identity of its first claim in the order (publishedOn, report id, span). */
  readonly id: string;
  /** PLOVER's type, as most claims have it. */
  readonly type: EventType;
  readonly mode?: string;
  /** As the first claim has it that tells of it as done; else as the last. */
  readonly status: Status;
  readonly polarity: Polarity;
  readonly actors: readonly ClaimActor[];
  readonly recipients: readonly ClaimActor[];
  readonly when: When;
  readonly place?: string;
  /** Claims that speak of it, in the order (publishedOn, report id, span). */
  readonly claims: readonly string[];
  readonly joins: readonly Join[];
  /** Who told of it independently: publishers of words of their own, governments and others who are quoted. */
  readonly origins: readonly string[];
  readonly differences: readonly Difference[];
  /** Words that take it as known ("the raid"): offsets into the text of the report named beside them. */
  readonly references: readonly (Span & { readonly reportId: string })[];
  /** The encounter that an analyst has said it to be; it is not counted again. */
  readonly encounter?: string;
}

export type ChannelLevel =
  | 'leaders'
  | 'foreign-ministers'
  | 'defence-ministers'
  | 'military'
  | 'economic'
  | 'crisis-line'
  | 'working-level';

/** A line of communication between the two; `unknown` is never the same as closed. */
export interface Channel {
  readonly level: ChannelLevel;
  readonly state: 'open' | 'restricted' | 'suspended' | 'unknown';
  /** Countries, alpha-3. */
  readonly soughtBy: readonly string[];
  readonly refusedBy: readonly string[];
  readonly lastUsedOn: Day | null;
  /** The claim that tells of the last use. */
  readonly lastUse: string | null;
  /** The claim that put it into its state; null where it is unknown. */
  readonly stateBy: string | null;
  readonly claims: readonly string[];
}

/** What is in dispute or under discussion; a side without a position is "not in these reports", never neutral. */
export interface Issue {
  readonly id: string;
  readonly label: string;
  readonly positions: readonly { readonly side: string; readonly claim: string }[];
  readonly claims: readonly string[];
}

/** A claim about the future and what became of it. */
export interface Expectation {
  readonly id: string;
  readonly claim: string;
  /** Who expects it, in words; `narrator` where the report says so in its own voice. */
  readonly holder: string;
  /** The last day by which it should come true; null where open. */
  readonly by: Day | null;
  readonly stance:
    | 'planned'
    | 'expected'
    | 'expected-not'
    | 'possible'
    | 'wanted'
    | 'feared'
    | 'hoped'
    | 'conditional';
  readonly likelihood?: Likelihood;
  readonly outcome: 'open' | 'came-true' | 'did-not' | 'void';
  readonly resolvedBy?: string;
}

/** Counts of distinct happened events of one side towards the other. */
export interface Series {
  readonly from: string;
  readonly to: string;
  readonly byType: Readonly<Record<string, number>>;
  readonly byQuad: Readonly<Record<string, number>>;
  /** What is counted: the first claim of each event, with its last day, in the order of the reports. */
  readonly events: readonly { readonly claim: string; readonly on: Day; readonly quad: number }[];
  /** Mean PLOVER score, -10 to 10, with a 95% interval; null below the stated minimum of events. */
  readonly score: {
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
  } | null;
  /** Why there is no score, where there is none. */
  readonly note?: string;
}

/** The picture of two countries on a day. */
export interface Dyad {
  /** Alpha-3, in alphabetical order. */
  readonly sides: readonly [string, string];
  readonly asOf: Day;
  readonly reports: number;
  readonly publishers: number;
  /** Reports that are near copies of another among them. */
  readonly copies: number;
  readonly claims: readonly string[];
  readonly series: readonly [Series, Series];
  readonly encounters: readonly Encounter[];
  readonly acts: readonly Act[];
  readonly channels: readonly Channel[];
  readonly issues: readonly Issue[];
  readonly expectations: readonly Expectation[];
  /** How the reports say the relationship moves, latest first. */
  readonly assessments: readonly string[];
  /** Claims by who says so. */
  readonly voices: {
    readonly sideA: readonly string[];
    readonly sideB: readonly string[];
    readonly thirdParties: readonly string[];
    readonly narrators: readonly string[];
  };
}
