import type { Claim, Message, Report, ReportAnswer, Side } from '../serve/answers.ts';
import type { Route } from './route.ts';

/** A report with what it says: kept in the ledger, or only read. */
export interface ReaderProps {
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly messages: readonly Message[];
  readonly coverage: ReportAnswer['coverage'];
  readonly lives: ReportAnswer['lives'];
  readonly sides: readonly [Side, Side] | null;
  readonly recordedAt: string | null;
  readonly withdrawn: boolean;
  /** Absent for a report that is not kept: its claims have no address yet. */
  readonly route?: Extract<Route, { page: 'report' }>;
}
