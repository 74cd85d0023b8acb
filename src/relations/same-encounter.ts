import { addDays } from '../day.ts';
import type { Day } from '../report.ts';
import type { EncounterKind } from './dyad.ts';
import { type Life, VISIT } from './life.ts';
import { compareParties, countShared, isVague, type Likeness, sidesNamed } from './parties.ts';
import { isAhead, isChange, isResumption, type Sighting } from './sightings.ts';
import { AHEAD, bothWithin, meets } from './window.ts';

/** Days within which a plan made after a postponement is the same encounter on other days. */
export const RESCHEDULED = 60;

/** Days within which encounters of which one names nobody, or not the same people, may be one. */
const VAGUE_DAYS = 3;
const PARTLY_DAYS = 1;

/**
 * The encounter that a sighting speaks of, among those that may be it: same people before fewer, most parties in
 * common, the same report, then the one begun last. Null where none fits, or where several fit a sighting that
 * does not name the same people: what could be either is kept apart.
 */
export function findSame(lives: Iterable<Life>, sighting: Sighting): { life: Life; rule: string } | null {
  let best: Life | null = null;
  let most = 0;
  let equals = 0;
  for (const life of lives) {
    const fit = fitOf(life, sighting);
    if (fit === 0) continue;
    if (fit > most) equals = 0;
    if (fit >= most) {
      equals++;
      if (fit > most || life.ordinal > best!.ordinal) best = life;
      most = fit;
    }
  }
  if (best === null || (equals > 1 && most < SAME_PEOPLE)) return null;
  return {
    life: best,
    rule: most < SAME_PEOPLE ? 'same-encounter/close-days' : 'same-encounter/same-people',
  };
}

const SAME_PEOPLE = 1000;
const SAME_REPORT = 0.5;
const WHOLE = 0.25;

/** 0 where they are not the same; else the more, the better. */
function fitOf(life: Life, sighting: Sighting): number {
  if (!isSameKind(life, sighting)) return 0;
  const isVisit = life.kind === 'visit' || (life.kind === null && sighting.kind === 'visit');
  const likeness = compareParties(life.parties, sighting.parties, isVisit);
  if (likeness === null || !isSameTime(life, sighting, likeness)) return 0;
  const common = countShared(life.parties, sighting.parties);
  const near = life.reports.has(sighting.report.id) ? SAME_REPORT : 0;
  // "The trip was put off" takes the meetings on it along; they are part of it.
  const whole = sighting.kind === null && life.kind === 'visit' ? WHOLE : 0;
  return (likeness === 'same' ? SAME_PEOPLE : 1) + common + near + whole;
}

const TABLE: ReadonlySet<EncounterKind> = new Set<EncounterKind>(['meeting', 'talks', 'summit', 'encounter']);

/**
 * A visit is no call. A meeting, a summit and talks may be one; where no days are told, talks are so only in one
 * report, since "the two will speak" need not be face to face. A call and the talks of that day may be one.
 */
function isSameKind(life: Life, sighting: Sighting): boolean {
  const { kind, window, report } = sighting;
  if (life.kind === null || kind === null || life.kind === kind) return true;
  const talks = life.kind === 'talks' || kind === 'talks';
  const here = life.reports.has(report.id);
  if (TABLE.has(life.kind) && TABLE.has(kind))
    return !talks || here || (life.window.dated && window.dated) || isNewsOf(life, sighting);
  if (!talks || (life.kind !== 'call' && kind !== 'call')) return false;
  // "telephoned her on Monday", "had talked at the summit this month": of other days.
  const isOfOtherDays = life.window.sure && window.sure;
  return (
    bothWithin(2, life.window, window) || (here && !isOfOtherDays) || (!here && isNewsOf(life, sighting))
  );
}

/** Days after an encounter within which a report that gives no day tells of it as news. */
const NEWS = 1;

/** "The two held talks", printed on the day for which their meeting was planned. */
function isNewsOf(life: Life, { state, window, report }: Sighting): boolean {
  if (!life.window.sure || window.dated || isAhead(state) || isChange(state)) return false;
  return life.window.from <= report.publishedOn && report.publishedOn <= addDays(life.window.to, NEWS);
}

/** "She will have talks with him", and in another report of that day or the next: "the two held talks". */
function isJustPlanned({ state, kind, changes, reports }: Life, sighting: Sighting): boolean {
  const { report } = sighting;
  return (
    state === 'planned' &&
    kind === sighting.kind &&
    kind !== 'call' &&
    !reports.has(report.id) &&
    report.publishedOn <= addDays(changes.at(-1)!.on, NEWS)
  );
}

function isSameTime(life: Life, sighting: Sighting, likeness: Likeness): boolean {
  const { window, report, kind, claim } = sighting;
  if (isResumption(claim)) return life.state === 'suspended';
  if (isChange(sighting.state)) return isChanged(life, sighting, likeness);
  if (likeness !== 'same') return isSameVaguely(life, sighting, likeness);
  const ahead = isAhead(sighting.state);
  const mention = !ahead && !window.dated && kind !== 'call' && kind !== 'talks';
  switch (life.state) {
    case 'postponed':
    case 'suspended':
      if (ahead || window.dated)
        return window.from <= addDays(life.window.to, RESCHEDULED) && window.to >= life.window.from;
      return mention && isFresh(life, report.publishedOn);
    case 'called-off':
    case 'refused':
      // A new plan after a refusal is a new encounter; what is still only asked for is the one refused.
      if (ahead) return sighting.state !== 'planned' && isFresh(life, report.publishedOn);
      return window.dated ? meets(life.window, window) : mention && isFresh(life, report.publishedOn);
    case 'held':
    case 'broken-off':
      if (ahead && !window.dated) return false;
      // "They met this year" may be any meeting of the year.
      if (!ahead && window.dated && life.window.dated && window.sure !== life.window.sure) return false;
      return isToldADayApart(life, sighting) || meets(life.window, window, slackOf(life, sighting));
    default:
      // "They met", without a day, may recall the last time; it settles only a plan whose days are told.
      if (
        !ahead &&
        !window.dated &&
        isAhead(life.state) &&
        !life.window.sure &&
        !isJustPlanned(life, sighting)
      )
        return false;
      if (mention && life.window.dated && report.publishedOn <= life.window.to) return true;
      return meets(life.window, window, life.state === 'under-way' ? slackOf(life, sighting) : 0);
  }
}

/** The rule that dates what comes after an encounter. */
const FOLLOWING = 'dating/after-encounter';

/** Days after which a mention without a date no longer means what was put off, dropped or refused. */
const FRESH = 30;

function isFresh({ changes }: Life, publishedOn: Day): boolean {
  return publishedOn <= addDays(changes.at(-1)!.on, FRESH);
}

/** "Arrived on Friday" and "left on Saturday" tell of one visit; the meetings of two days are two. */
function slackOf(life: Life, { kind, window }: Sighting): number {
  return kind === 'visit' && life.kind === 'visit' && bothWithin(VISIT, life.window, window) ? 1 : 0;
}

/** A call across the date line has two local days, and papers differ in which they print. */
function isToldADayApart(life: Life, { kind, window, report }: Sighting): boolean {
  if (kind !== 'call' && life.kind !== 'call') return false;
  if (life.publishers.has(report.publisher ?? report.id)) return false;
  return bothWithin(1, life.window, window) && meets(life.window, window, 1);
}

/**
 * Where not the same people are named, the days must agree closely, or the same report must tell both alike; and
 * a plan for "meetings" never makes a possible meeting with one person planned, nor the other way round.
 */
function isSameVaguely(life: Life, sighting: Sighting, likeness: Likeness): boolean {
  const { window, state, report, parties } = sighting;
  const days = likeness === 'vague' ? VAGUE_DAYS : PARTLY_DAYS;
  // "could lead to further meetings": not one of those that it follows.
  if ((sighting.when.rule === FOLLOWING) !== (life.when.rule === FOLLOWING)) return false;
  const close = bothWithin(days, life.window, window) && meets(life.window, window);
  const here =
    life.reports.has(report.id) && state === life.state && likeness === 'vague' && meets(life.window, window);
  if (!close && !here) return false;
  if (state === life.state) return true;
  const fewer = isVague(parties) || sidesNamed(parties) < sidesNamed(life.parties);
  return (isAhead(life.state) || life.state === 'postponed') && !fewer && !isAhead(state);
}

/** Whether it is this encounter that was put off, dropped, refused or suspended. */
function isChanged(life: Life, sighting: Sighting, likeness: Likeness): boolean {
  const { window, state, report } = sighting;
  if (life.state === 'held' || life.state === 'broken-off') return false;
  if (likeness !== 'same' && !isWordOf(life, sighting)) return false;
  if (life.state === state || (life.state === 'postponed' && state !== 'suspended'))
    return life.window.to >= addDays(report.publishedOn, -RESCHEDULED);
  if (life.state === 'called-off' || life.state === 'refused') return false;
  if (window.dated && life.window.dated) return state === 'postponed' || meets(life.window, window);
  return life.window.to >= report.publishedOn && life.window.from <= addDays(report.publishedOn, AHEAD);
}

/** "Beijing put the talks off" of talks between states; "Beijing dropped the meeting with him" of his meeting. */
function isWordOf(life: Life, { parties }: Sighting): boolean {
  return isVague(life.parties) ? isVague(parties) : countShared(life.parties, parties) > 0;
}
