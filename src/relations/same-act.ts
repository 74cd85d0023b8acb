import type { EventType } from '../claims/claim.ts';
import { addDays } from '../day.ts';
import { type ActDraft, type Deed, memoryOf } from './deeds.ts';
import { meets } from './window.ts';

/** How a deed is seen to be one with an act: the rule, and how far the two agree, the more the better. */
export interface Likeness {
  readonly rule: string;
  readonly fit: number;
}

/** Types of which each side does its part, so that who is named first says nothing. */
const MUTUAL: ReadonlySet<EventType> = new Set<EventType>(['AGREE', 'CONSULT', 'COOPERATE']);

/** Null where the two are not one. */
export function joinOf(act: ActDraft, deed: Deed): Likeness | null {
  let best: Likeness | null = null;
  for (const told of act.deeds.slice(-MOST_COMPARED)) {
    const join = compareDeeds(act, told, deed);
    if (join !== null && (best === null || join.fit > best.fit)) best = join;
  }
  return best;
}

/** Of an act that is told again and again the last tellings stand for all. */
const MOST_COMPARED = 8;

function compareDeeds(act: ActDraft, told: Deed, deed: Deed): Likeness | null {
  const type = compareTypes(told, deed);
  if (type === null) return null;
  const ends = compareEnds(told, deed);
  if (ends === null || areOthers(told.people, deed.people)) return null;
  if (isElsewhere(told, deed) || isOtherMatter(told, deed)) return null;
  const days = compareDays(act, deed);
  if (days === null) return null;
  const words = countCommon(told.words, deed.words);
  const verb = told.verb === deed.verb ? 1 : 0;
  const here = act.reports.has(deed.report.id) ? 1 : 0;
  if (type === 'quad' && (words === 0 || days === 'remembered')) return null;
  if (type === 'near' && words + verb === 0) return null;
  if (ends === 'open' && here + words + verb === 0) return null;
  // "The seizure" is the last one; "seized a cargo of grain" need not be.
  if (days === 'remembered' && words === 0 && (verb === 0 || deed.words.size > 0)) return null;
  return {
    rule: `same-act/${days}${type === 'same' ? '' : `-${type}-type`}`,
    fit:
      10 * (words + verb) +
      here +
      (ends === 'same' ? 20 : 0) +
      (type === 'same' ? 40 : 0) +
      (days === 'days' ? 5 : 0),
  };
}

function compareTypes(a: Deed, b: Deed): 'same' | 'near' | 'quad' | null {
  const [one, other] = [a.claim, b.claim];
  if (one.type === other.type) return 'same';
  const allows = (claim: typeof one, type: EventType | null) =>
    claim.alternatives?.some((choice) => choice.type === type) ?? false;
  if (allows(one, other.type) || allows(other, one.type)) return 'near';
  return a.verb === b.verb ? 'quad' : null;
}

/** `open`: an end is named in one alone. Null where other sides act or are acted on. */
function compareEnds(a: Deed, b: Deed): 'same' | 'open' | null {
  if (MUTUAL.has(a.claim.type!) || MUTUAL.has(b.claim.type!)) {
    const [these, those] = [new Set([...a.by, ...a.to]), new Set([...b.by, ...b.to])];
    const common = countCommon(these, those);
    return common >= 2 ? 'same' : common === 1 && Math.min(these.size, those.size) === 1 ? 'open' : null;
  }
  let open = false;
  for (const [one, other] of [
    [a.by, b.by],
    [a.to, b.to],
  ] as const) {
    if (one.size === 0 || other.size === 0) {
      if (one.size !== other.size) open = true;
    } else if (countCommon(one, other) === 0) return null;
  }
  return open ? 'open' : 'same';
}

/** `days`: they agree. `came-about`: what lay ahead. `remembered`: told without a date some time later. */
function compareDays(act: ActDraft, deed: Deed): 'days' | 'came-about' | 'remembered' | null {
  const { window, report } = deed;
  if (deed.ahead !== !act.done) {
    if (act.done && !act.reports.has(report.id) && report.publishedOn > act.dates.window.to) return null;
    return meets(act.dates.window, window) ? 'came-about' : null;
  }
  if (meets(act.dates.window, window)) return 'days';
  if (window.dated || deed.ahead) return null;
  const since = addDays(window.to, -memoryOf(deed.claim.type!));
  return window.to >= act.dates.window.from && since <= act.dates.window.to ? 'remembered' : null;
}

/** Whether both name people of whom none is the same. */
function areOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && countCommon(a, b) === 0;
}

function isElsewhere({ claim: a }: Deed, { claim: b }: Deed): boolean {
  if (a.place === undefined || b.place === undefined) return false;
  return a.place.name !== b.place.name && a.place.country !== b.place.country;
}

/** An act whose issue is not told may be on any. */
function isOtherMatter({ claim: a }: Deed, { claim: b }: Deed): boolean {
  return a.issues.length > 0 && b.issues.length > 0 && !a.issues.some((issue) => b.issues.includes(issue));
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common++;
  return common;
}
