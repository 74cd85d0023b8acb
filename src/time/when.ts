import type { Day, Span } from '../report.ts';

/**
 * The days that are meant, as bounds: begin lies in beginMin..beginMax, end in endMin..endMax; null is open or
 * unknown. A sure interval from D to E has both begins D and both ends E.
 */
export interface When {
  readonly beginMin: Day | null;
  readonly beginMax: Day | null;
  readonly endMin: Day | null;
  readonly endMax: Day | null;
  /** `stated` where an expression of time says so, `implied` where a named rule does. */
  readonly certainty: 'stated' | 'implied';
  readonly rule: string;
}

export type Granularity =
  | 'part-of-day'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'
  | 'vague';

/** How an expression ties to its days: `since January 2021` is `since`, `on Wednesday` is `at`. */
export type TimeRelation = 'at' | 'since' | 'until' | 'by' | 'before' | 'after' | 'within' | 'during' | 'for';

/** An expression of time in a report, with the days it means. The span leaves prepositions out (TIMEX3). */
export interface TimeMention extends Span {
  readonly when: When;
  readonly granularity: Granularity;
  readonly relation: TimeRelation;
  /** The day it was read from: the publication day, or the time last mentioned. */
  readonly anchor: Day;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value: `2023-06-14`, `2023-W24`, `PXY`, `PRESENT_REF` ... */
  readonly value: string;
  /** TIMEX3 mod: `START`, `MID`, `END`, `APPROX` ... */
  readonly mod?: string;
  /** The other reading that grammar allows (a Wednesday ahead instead of the last), kept beside the chosen one. */
  readonly rejected?: When;
}
