import type { Claim } from '../claims/claim.ts';
import { addDays, dayNumber } from '../day.ts';
import type { Day } from '../report.ts';
import type { Told } from './coded.ts';

/** The days in which something told may lie; `sure` where the words bound it on both sides within a month. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
  readonly sure: boolean;
}

/** How far back an undated past act may lie, and how far ahead something undated may come, in days. */
const BACK = 10;
const AHEAD = 120;
const SURE = 31;

export function windowOf({ claim: { when }, report: { publishedOn } }: Told): Window {
  const from = when.beginMin ?? when.beginMax;
  const to = when.endMax ?? when.endMin;
  if (from !== null && to !== null) return { from, to, sure: dayNumber(to) - dayNumber(from) <= SURE };
  if (from !== null) return { from, to: addDays(from, AHEAD), sure: false };
  if (to !== null) return { from: addDays(to, -BACK), to, sure: false };
  return { from: addDays(publishedOn, -BACK), to: addDays(publishedOn, AHEAD), sure: false };
}

/** Days by which two reports of the same day may differ: time zones, and calls that end after midnight. */
const SLACK = 1;

export function meet(a: Window, b: Window): boolean {
  const slack = a.sure && b.sure ? SLACK : 0;
  return addDays(a.from, -slack) <= b.to && b.from <= addDays(a.to, slack);
}

/** The narrower of two windows, a sure one before any other. */
export function narrower(a: Window, b: Window): Window {
  if (a.sure !== b.sure) return a.sure ? a : b;
  return dayNumber(b.to) - dayNumber(b.from) < dayNumber(a.to) - dayNumber(a.from) ? b : a;
}

/** Whether a claim's days are said, or follow from an encounter that the report dates. */
export function isDated({ when }: Claim): boolean {
  return (when.beginMin ?? when.beginMax) !== null && (when.endMax ?? when.endMin) !== null;
}
