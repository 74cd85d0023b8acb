import type { ClaimActor } from '../claims/claim.ts';
import { addDays } from '../day.ts';
import type { Day } from '../report.ts';
import type { When } from '../time/when.ts';
import type { EncounterKind, EncounterState } from './dyad.ts';
import { type Parties, readParties } from './parties.ts';
import { isAhead, isChange, type Sighting } from './sightings.ts';
import { bothWithin, compareSharpness, daysBetween, meets, type Window } from './window.ts';

/** An encounter in the making: what the reports have said of it so far, in order. */
export interface Life {
  readonly ordinal: number;
  kind: EncounterKind | null;
  state: EncounterState;
  window: Window;
  when: When;
  parties: Parties;
  readonly reports: Set<string>;
  readonly publishers: Set<string>;
  readonly sightings: Sighting[];
  readonly changes: { state: EncounterState; on: Day; claim: string }[];
}

export function beginLife(sighting: Sighting, ordinal: number): Life {
  const { kind, window, when, parties, claim, report } = sighting;
  const state = isOver(window, report.publishedOn) ? sighting.state : underWay(sighting.state);
  return {
    ordinal,
    kind,
    state,
    window,
    when,
    parties,
    reports: new Set([report.id]),
    publishers: new Set([report.publisher ?? report.id]),
    sightings: [sighting],
    changes: [{ state, on: report.publishedOn, claim: claim.id }],
  };
}

/** Adds a sighting of the same encounter: its parties, its days, and the change of state where it brings one. */
export function extendLife(life: Life, sighting: Sighting): void {
  const { kind, claim, report } = sighting;
  const state = nextState(life, sighting);
  life.sightings.push(sighting);
  life.reports.add(report.id);
  life.publishers.add(report.publisher ?? report.id);
  life.kind = sharperKind(life.kind, kind);
  life.parties = readParties(distinct([...life.parties.actors, ...sighting.parties.actors]));
  takeDays(life, sighting, state);
  if (state === null || state === life.state) return;
  life.state = state;
  life.changes.push({ state, on: report.publishedOn, claim: claim.id });
}

const RANK: Readonly<Partial<Record<EncounterState, number>>> = { possible: 0, proposed: 1, planned: 2 };

/** The state that a sighting brings, or null where it tells nothing new. */
function nextState(life: Life, sighting: Sighting): EncounterState | null {
  const { state: now, window } = life;
  const { state, window: told, claim, report } = sighting;
  if (isAhead(state)) {
    if (isAhead(now)) return RANK[state]! > RANK[now]! ? state : null;
    return state === 'planned' && isPlannedAgain(life, sighting) ? 'planned' : null;
  }
  if (isChange(state)) {
    if (now === 'under-way') return 'broken-off';
    // "He will not travel now" of a trip already put off puts it off once more; of a planned one it drops it.
    if (state === 'refused' && claim.type === 'CONSULT' && now !== 'possible' && now !== 'proposed')
      return now === 'planned' ? 'called-off' : null;
    return isAhead(now) || now === 'postponed' ? state : null;
  }
  if (state === 'broken-off') return now === state ? null : state;
  if (now === 'held' || now === 'broken-off') return null;
  // "His trip", without a date, of one that is still ahead or did not come about, is no report that it took place.
  if (!told.dated && (isChange(now) || report.publishedOn < window.from)) return null;
  return state === 'held' && isOver(told.dated ? told : window, report.publishedOn) ? 'held' : 'under-way';
}

function isOver({ to, sure }: Window, publishedOn: Day): boolean {
  return !sure || to <= publishedOn;
}

/** Days after a postponement within which an undated plan may still be the old one ("he was to travel"). */
const ECHO = 14;

function isPlannedAgain({ state, window, changes }: Life, { window: told, report }: Sighting): boolean {
  if (state === 'suspended') return true;
  if (state !== 'postponed') return false;
  return told.dated ? told.from > window.to : report.publishedOn >= addDays(changes.at(-1)!.on, ECHO);
}

/** "She is visiting from Thursday to Sunday", printed on Friday: told as a fact, and not over. */
function underWay(state: EncounterState): EncounterState {
  return state === 'held' ? 'under-way' : state;
}

/** Visits of at most so many days grow together from what reports tell of single days. */
export const VISIT = 10;

function takeDays(life: Life, { window, when, state, report }: Sighting, next: EncounterState | null): void {
  const replanned = next === 'planned' && !isAhead(life.state);
  const came = (next === 'held' || next === 'under-way') && window.sure;
  const movedTo = state === 'postponed' && window.sure && window.from > life.window.to;
  if (
    life.kind === 'visit' &&
    (state === 'held' || state === 'under-way') &&
    bothWithin(VISIT, life.window, window) &&
    meets(life.window, window, 1)
  ) {
    joinDays(life, window, when);
  } else if (replanned || came || movedTo) {
    life.window = window;
    life.when = when;
  } else if (isChange(state) && !window.dated) {
    return;
  } else if (!window.dated && !life.window.dated && isAhead(state) && isAhead(life.state)) {
    // Still ahead when said again: what is awaited lies after the later day.
    if (window.from < life.window.from) return;
    life.window = { ...window, to: window.to > life.window.to ? window.to : life.window.to };
    life.when = when;
  } else if (compareSharpness(window, life.window) > 0) {
    life.window = window;
    life.when = when;
  }
  if (next === 'held' || next === 'under-way') endWithReport(life, when, report.publishedOn);
}

/** Planned for a month and told as held in the middle of it: it was not before that month, nor after the news. */
function endWithReport(life: Life, told: When, last: Day): void {
  const { when, window } = life;
  if (when === told || when.endMax === null || when.endMax <= last || window.from > last) return;
  if (daysBetween(window.from, window.to) <= VISIT) return;
  life.when = { ...told, beginMin: told.beginMin ?? window.from };
  life.window = { ...window, to: last };
}

/** From the first day that one report tells to the last that another does. */
function joinDays(life: Life, window: Window, when: When): void {
  const first = window.from < life.window.from ? when : life.when;
  const last = window.to > life.window.to ? when : life.when;
  if (first === last) {
    life.when = first;
    life.window = window.from < life.window.from ? window : life.window;
    return;
  }
  life.when = {
    beginMin: first.beginMin,
    beginMax: first.beginMax,
    endMin: last.endMin,
    endMax: last.endMax,
    certainty: 'implied',
    rule: 'relations/days-of-visit',
  };
  const from = window.from < life.window.from ? window.from : life.window.from;
  life.window = {
    from,
    to: window.to > life.window.to ? window.to : life.window.to,
    dated: true,
    sure: true,
  };
}

const SHARPNESS: readonly EncounterKind[] = ['encounter', 'talks', 'meeting', 'call', 'summit', 'visit'];

function sharperKind(a: EncounterKind | null, b: EncounterKind | null): EncounterKind | null {
  if (a === null || b === null) return a ?? b;
  return SHARPNESS.indexOf(b) > SHARPNESS.indexOf(a) ? b : a;
}

function distinct(actors: readonly ClaimActor[]): ClaimActor[] {
  const byId = new Map<string, ClaimActor>();
  for (const actor of actors) if (!byId.has(actor.id)) byId.set(actor.id, actor);
  return [...byId.values()];
}
