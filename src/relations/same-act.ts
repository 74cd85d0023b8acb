import type { Claim, EventType } from '../claims/claim.ts';
import { addDays } from '../day.ts';
import { type ActDraft, type Deed, isRemembered, memoryOf } from './deeds.ts';
import { daysBetween, meets, type Window } from './window.ts';

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
  if (isElsewhere(told, deed) || isOtherMatter(told, deed) || areOtherNumbers(told, deed)) return null;
  const days = compareDays(act, deed);
  if (days === null) return null;
  const shared = countCommon(told.words, deed.words) + countAlike(told, deed, days);
  // "The seizure" is the last one; "seizures", or one of grain, need not be.
  if (days === 'remembered' && shared < 2 && !deed.isBare) return null;
  if (shared < Math.min(wordsNeeded(act, told, deed, { type, ends, days }), told.words.size, deed.words.size))
    return null;
  return {
    rule: `same-act/${days}${type === 'same' ? '' : `-${type}-type`}`,
    fit: 10 * shared + (ends === 'same' ? 20 : 0) + (type === 'same' ? 40 : 0) + (days === 'days' ? 5 : 0),
  };
}

/** What two tellings of one time have in common beside words: a mode of a type that is rare, and somebody to whom it was done. */
function countAlike({ claim: told }: Deed, { claim }: Deed, days: Aspects['days']): number {
  const ofOne = claim.type === told.type && claim.mode === told.mode && claim.mode !== undefined;
  const isRare = ofOne && days === 'days' && isRemembered(claim.type!);
  const people = told.recipients.filter(({ kind }) => kind === 'office' || kind === 'person');
  const isSamePerson = people.some(({ id }) => claim.recipients.some((one) => one.id === id));
  return Number(isRare) + Number(isSamePerson);
}

interface Aspects {
  readonly type: 'same' | 'near' | 'other';
  readonly ends: 'same' | 'open';
  readonly days: 'days' | 'came-about' | 'remembered';
}

/** How many words two tellings must share, where both have so many; the less the rest says, the more. */
function wordsNeeded(act: ActDraft, told: Deed, deed: Deed, { type, ends, days }: Aspects): number {
  if (type === 'other' || days === 'remembered') return 2;
  // What lies months ahead, or was done some time in a year, may be many things.
  if (!isShort(act.dates.window) || !isShort(deed.window)) return 2;
  const isSure = told.window.sure && deed.window.sure;
  // Without a day, what two days' papers tell are two things more often than one.
  if (!isSure && told.report.publishedOn !== deed.report.publishedOn) return 2;
  const differs = ends === 'open' || type === 'near' || told.claim.mode !== deed.claim.mode;
  // A report that tells twice of one act says so; two papers on one day hardly tell of two.
  return differs || !isSure || isSpoken(deed) || act.reports.has(deed.report.id) ? 1 : 0;
}

const SHORT = 7;

function isShort({ from, to }: Window): boolean {
  return daysBetween(from, to) <= SHORT;
}

/** Types of deeds; the others are done in words, of which many may be said in a day. */
const DEEDS: ReadonlySet<EventType> = new Set<EventType>([
  'COOPERATE',
  'AID',
  'RETREAT',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);

function isSpoken({ claim }: Deed): boolean {
  return !DEEDS.has(claim.type!);
}

/** `near`: the words of one leave the type of the other open. `other`: another type, by the same verb. */
function compareTypes(a: Deed, b: Deed): Aspects['type'] | null {
  const [one, other] = [a.claim, b.claim];
  if (one.type === other.type) return 'same';
  const allows = (claim: Claim, type: EventType | null) =>
    claim.alternatives?.some((choice) => choice.type === type) ?? false;
  // "attacked" may be said of words, but no deed is one with words because of it.
  if (isSpoken(a) === isSpoken(b) && (allows(one, other.type) || allows(other, one.type))) return 'near';
  return a.verb === b.verb ? 'other' : null;
}

/** `open`: an end is named in one alone. Null where other sides act or are acted on. */
function compareEnds(a: Deed, b: Deed): Aspects['ends'] | null {
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
function compareDays(act: ActDraft, deed: Deed): Aspects['days'] | null {
  const { window, report } = deed;
  if (deed.ahead !== !act.done) {
    if (act.done && !act.reports.has(report.id) && report.publishedOn > act.dates.window.to) return null;
    // "It will not strike", "it denies the strike", "if it strikes": neither plans nor what came of them.
    const isNeither = [act.dates, deed].some(
      ({ claim }) => claim.polarity === 'negative' || claim.status === 'conditional',
    );
    const [one, other] = [act.dates.claim.mode, deed.claim.mode];
    if (one !== undefined && other !== undefined && one !== other) return null;
    return !isNeither && meets(act.dates.window, window) ? 'came-about' : null;
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

/** Places in other countries, or names of which none is the same: "hit Kyiv" and "hit Lviv". */
function isElsewhere(a: Deed, b: Deed): boolean {
  if (a.names.size > 0 && b.names.size > 0 && countCommon(a.names, b.names) === 0) return true;
  const [here, there] = [a.claim.place, b.claim.place];
  return (
    here !== undefined && there !== undefined && here.name !== there.name && here.country !== there.country
  );
}

/** An act whose issue is not told may be on any. */
function isOtherMatter({ claim: a }: Deed, { claim: b }: Deed): boolean {
  return a.issues.length > 0 && b.issues.length > 0 && !a.issues.some((issue) => b.issues.includes(issue));
}

/** "Freed 13 hostages" and, a day later, "freed 4": papers of one day may differ on one act, those of two days tell of two. */
function areOtherNumbers(a: Deed, b: Deed): boolean {
  if (a.report.publishedOn === b.report.publishedOn || (a.window.sure && b.window.sure)) return false;
  return (a.claim.figures ?? []).some(({ of, value }) =>
    (b.claim.figures ?? []).some((figure) => figure.of === of && figure.value !== value),
  );
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common++;
  return common;
}
