import type { ActorKind } from '../actors/actor.ts';
import type { Span } from '../report.ts';
import type { When } from '../time/when.ts';

export type ClaimKind = 'event' | 'assessment' | 'position';

/** PLOVER's sixteen event types. */
export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

export type Status = 'happened' | 'ongoing' | 'planned' | 'expected' | 'possible' | 'wanted' | 'conditional';
export type Polarity = 'positive' | 'negative';

/** An actor where it appears in a claim, with the words that name it there. */
export interface ClaimActor {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly country: string | null;
  readonly organisation?: string;
  readonly sector?: string;
  /** The office held on the day of the report. */
  readonly office?: string;
  readonly span: Span;
}

export type SourceKind =
  | 'narrator'
  | 'named-official'
  | 'unnamed-officials'
  | 'spokesperson'
  | 'government'
  | 'analysts'
  | 'unnamed-sources'
  | 'media'
  | 'organisation'
  | 'document'
  | 'public';

/** Who says so. The narrator has no spans: the report speaks in its own voice. */
export interface Attribution {
  readonly kind: SourceKind;
  readonly actor?: ClaimActor;
  /** The source in the report's words; null for the narrator, and for hearsay that names nobody. */
  readonly asWritten: string | null;
  readonly sourceSpan: Span | null;
  readonly cueSpan: Span | null;
  readonly contentSpan: Span | null;
  readonly quoted: 'direct' | 'indirect' | 'mixed' | 'none';
  /** When it was said; null where the report does not tell. */
  readonly saidOn: When | null;
  /** Where one source cites another: the sources in between, nearest to the report first. */
  readonly via: readonly string[];
}

/** Words of probability as numbers, always with the table they came from. */
export interface Likelihood {
  readonly words: string;
  /** Probability, 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly table: string;
}

/** How many of what, as the clause gives it. */
export interface Figure {
  readonly value: number;
  /** Lemma of what is counted; `people` where a number stands by itself. */
  readonly of: string;
  readonly span: Span;
}

/** How one field of a claim was decided. */
export interface RuleTrace {
  readonly field: string;
  readonly rule: string;
  /** The words that decided it. */
  readonly span?: Span;
}

/** Another act that the words may tell of; `weight` is its share of 1 before anything around it is looked at. */
export interface Alternative {
  readonly type: EventType;
  readonly mode?: string;
  readonly weight: number;
}

export type Direction = 'improving' | 'deteriorating' | 'unchanged';

/** The atom of the ledger: one source says one thing. */
export interface Claim {
  /** Hash of report id, kind, trigger span and an ordinal; never of the coder. */
  readonly id: string;
  readonly reportId: string;
  readonly kind: ClaimKind;
  /** PLOVER's type of the event itself, or null where PLOVER has none. */
  readonly type: EventType | null;
  readonly mode?: string;
  /** Of an assessment: which way the relationship goes, where its words tell. */
  readonly direction?: Direction;
  /** Where the words leave a choice: the other types. */
  readonly alternatives?: readonly Alternative[];
  readonly contexts: readonly string[];
  readonly issues: readonly string[];
  /** The clause. */
  readonly span: Span;
  /** The fewest words that carry the act, at most eight. */
  readonly trigger: Span;
  readonly actors: readonly ClaimActor[];
  readonly recipients: readonly ClaimActor[];
  readonly when: When;
  readonly place?: { readonly name: string; readonly country: string | null; readonly span: Span };
  readonly status: Status;
  readonly polarity: Polarity;
  readonly mood?: 'feared' | 'hoped';
  readonly likelihood?: Likelihood;
  /** Of an event: the figures that its clause gives, in the order of the text. */
  readonly figures?: readonly Figure[];
  readonly source: Attribution;
  /** The sentences that carry it. */
  readonly evidence: readonly Span[];
  /** Every rule that decided a field. */
  readonly rules: readonly RuleTrace[];
  /** Coder and version, e.g. `detente@0.1.0+5f2c91aa`. */
  readonly coder: string;
}

/**
 * Words that take an event as known ("the raid", "last week's talks") and tell of none: they belong to an event told
 * elsewhere, in the same report or another. Its parties may be the states that the report is about, in no order.
 */
export type Reference = Omit<Claim, 'kind' | 'contexts' | 'issues' | 'alternatives' | 'figures' | 'source'>;
