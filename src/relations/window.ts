import type { Claim } from '../claims/claim.ts';
import { addDays, dayNumber } from '../day.ts';
import type { Day } from '../report.ts';
import type { When } from '../time/when.ts';

/** The days in which something told may lie. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
  /** Bounded on both sides by the words or by an encounter that the report dates. */
  readonly dated: boolean;
  /** Dated, within a month. */
  readonly sure: boolean;
}

/** How far ahead something undated may come, in days. */
export const AHEAD = 120;
const MONTH = 31;
/** "Since January" says when it began, not that it lasted: beyond this the beginning tells nothing. */
const LONG = 92;

/** `back`: days that an undated past act may lie before the report. */
export function windowOf(
  { when, status }: Pick<Claim, 'when' | 'status'>,
  publishedOn: Day,
  back: number,
): Window {
  const from = when.beginMin ?? when.beginMax;
  const to = when.endMax ?? when.endMin;
  if (from !== null && to !== null && from <= to)
    return { from, to, dated: true, sure: daysBetween(from, to) < MONTH };
  const done = status === 'happened' || status === 'ongoing';
  const open = { dated: false, sure: false };
  if (done) {
    const last = to ?? (from !== null && from > publishedOn ? from : publishedOn);
    const known = from !== null && from <= last && daysBetween(from, last) <= LONG;
    return { from: known ? from : addDays(last, -back), to: last, ...open };
  }
  if (to !== null) return { from: to < publishedOn ? to : publishedOn, to, ...open };
  const first = from ?? publishedOn;
  return { from: first, to: addDays(first, AHEAD), ...open };
}

export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whether two windows share a day, or would if each were `slack` days longer. */
export function meets(a: Window, b: Window, slack = 0): boolean {
  if (slack === 0) return a.from <= b.to && b.from <= a.to;
  return addDays(a.from, -slack) <= b.to && b.from <= addDays(a.to, slack);
}

/** Whether both windows are sure and of at most so many days. */
export function bothWithin(days: number, a: Window, b: Window): boolean {
  return [a, b].every(({ sure, from, to }) => sure && daysBetween(from, to) < days);
}

/** Above 0 where `a` tells the days better than `b`: bounds before none, then the fewer days. */
export function compareSharpness(a: Window, b: Window): number {
  const rank = ({ dated, sure }: Window) => (sure ? 2 : dated ? 1 : 0);
  return rank(a) - rank(b) || (a.dated ? daysBetween(b.from, b.to) - daysBetween(a.from, a.to) : 0);
}

/** For a word on an encounter that does not tell the encounter's days ("put off the trip"). */
export const DAYS_NOT_TOLD: When = {
  beginMin: null,
  beginMax: null,
  endMin: null,
  endMax: null,
  certainty: 'implied',
  rule: 'relations/days-not-told',
};
