import type { ClaimActor } from '../claims/claim.ts';
import { addDays } from '../day.ts';
import type { Day } from '../report.ts';
import { type CodedReport, claimsInOrder, compare, countriesOf, partiesOf } from './coded.ts';
import type { Encounter, EncounterKind, EncounterState } from './dyad.ts';
import { type Sighting, sightingOf } from './sightings.ts';
import { isDated, meet, narrower, type Window } from './window.ts';

/** Days within which a plan made after a postponement is the same encounter on other days. */
const RESCHEDULED = 60;

/** An encounter in the making: what the reports said of it, in order. */
interface Life {
  kind: EncounterKind | null;
  state: EncounterState;
  window: Window;
  readonly parties: Map<string, ClaimActor>;
  readonly sightings: Sighting[];
  readonly changes: { state: EncounterState; on: Day; claim: string }[];
}

/**
 * Visits, meetings, calls and talks of any number of reports, each followed from its first mention to the day
 * `asOf`. Claims speak of one encounter where parties, kind and days allow it; what was reported as held on
 * days apart stays apart.
 */
export function findEncounters(coded: readonly CodedReport[], asOf: Day): Encounter[] {
  const lives: Life[] = [];
  const byCountry = new Map<string, Life[]>();
  for (const told of claimsInOrder(coded, asOf)) {
    const sighting = sightingOf(told);
    if (sighting === null || partiesOf(sighting.claim).length < 2) continue;
    const parties = partiesOf(sighting.claim);
    const key = [...countriesOf(parties)].sort()[0] ?? '';
    const near = new Set([...countriesOf(parties)].flatMap((country) => byCountry.get(country) ?? []));
    const same = bestOf([...near], sighting);
    if (same !== null) {
      join(same, sighting);
      continue;
    }
    const life = begin(sighting);
    lives.push(life);
    for (const country of [...countriesOf(parties), ...(key === '' ? [''] : [])]) {
      byCountry.set(country, [...(byCountry.get(country) ?? []), life]);
    }
  }
  return related(lives.map((life) => finish(life, asOf)));
}

function begin(sighting: Sighting): Life {
  const { kind, state, window, claim, report } = sighting;
  return {
    kind,
    state,
    window,
    parties: new Map(partiesOf(claim).map((party) => [party.id, party])),
    sightings: [sighting],
    changes: [{ state, on: report.publishedOn, claim: claim.id }],
  };
}

/** The encounter that a sighting speaks of: among those that fit, the one with most parties in common, then the last. */
function bestOf(lives: readonly Life[], sighting: Sighting): Life | null {
  let best: Life | null = null;
  let most = 0;
  for (const life of lives) {
    const common = fits(life, sighting)
      ? partiesOf(sighting.claim).filter(({ id }) => life.parties.has(id)).length + 1
      : 0;
    if (common >= most && common > 0) {
      best = life;
      most = common;
    }
  }
  return best;
}

function fits(life: Life, sighting: Sighting): boolean {
  const here = [...life.parties.values()];
  const there = partiesOf(sighting.claim);
  if (!sameKind(life.kind, sighting.kind) || !sameParties(here, there) || !sameDays(life, sighting))
    return false;
  // One report that plans meetings and calls one with the president possible speaks of two.
  const sameReport = life.sightings.some(({ report }) => report.id === sighting.report.id);
  return !sameReport || life.state === sighting.state || countPersons(here) === countPersons(there);
}

function countPersons(parties: readonly ClaimActor[]): number {
  return parties.filter(({ kind }) => kind === 'person').length;
}

/** A visit is no call; a meeting and a summit may be one; talks may be any but a visit; what is not told may be any. */
function sameKind(a: EncounterKind | null, b: EncounterKind | null): boolean {
  if (a === null || b === null || a === b || a === 'encounter' || b === 'encounter') return true;
  if (a === 'visit' || b === 'visit' || a === 'talks' || b === 'talks') return a !== 'visit' && b !== 'visit';
  return a !== 'call' && b !== 'call';
}

/** The countries of one side are all among the other's, and nobody named on both sides is somebody else. */
function sameParties(a: readonly ClaimActor[], b: readonly ClaimActor[]): boolean {
  const [few, many] = [countriesOf(a), countriesOf(b)].sort((x, y) => x.size - y.size) as [
    Set<string>,
    Set<string>,
  ];
  if (few.size < 2 || [...few].some((country) => !many.has(country))) return false;
  return [...few].every((country) => {
    const here = personsOf(a, country);
    const there = personsOf(b, country);
    return here.length === 0 || there.length === 0 || here.some((id) => there.includes(id));
  });
}

function personsOf(parties: readonly ClaimActor[], country: string): string[] {
  return parties.filter((party) => party.kind === 'person' && party.country === country).map(({ id }) => id);
}

function sameDays(life: Life, { window, state, claim }: Sighting): boolean {
  // A postponement names the old days, the new ones, or none.
  if (state === 'postponed' || state === 'called-off')
    return life.state === 'planned' || life.state === 'possible' || life.state === state;
  if (life.state === 'postponed' && state === 'planned')
    return window.from <= addDays(life.window.to, RESCHEDULED);
  if (life.state === 'held' && state === 'held' && life.window.sure !== window.sure)
    return meet(life.window, window) && !isDated(claim);
  return meet(life.window, window);
}

const WEIGHT: Readonly<Record<EncounterState, number>> = {
  possible: 0,
  proposed: 1,
  planned: 2,
  'awaiting-report': 2,
  postponed: 3,
  'called-off': 3,
  refused: 3,
  suspended: 3,
  'under-way': 4,
  held: 5,
  'broken-off': 6,
};

function join(life: Life, sighting: Sighting): void {
  const { claim, report, state, window, kind } = sighting;
  life.sightings.push(sighting);
  for (const party of partiesOf(claim)) if (!life.parties.has(party.id)) life.parties.set(party.id, party);
  if (life.kind === null || life.kind === 'encounter') life.kind = kind ?? life.kind;
  const again =
    (life.state === 'postponed' || life.state === 'called-off' || life.state === 'refused') &&
    state === 'planned';
  const later = WEIGHT[state] > WEIGHT[life.state] && !(life.state === 'held' && state !== 'broken-off');
  if (state === 'held' && life.state !== 'held')
    life.window = window.sure ? window : narrower(life.window, window);
  else if (again) life.window = window;
  else if (WEIGHT[state] < 3) life.window = narrower(life.window, window);
  if (!again && !later) return;
  life.state = state;
  life.changes.push({ state, on: report.publishedOn, claim: claim.id });
}

function finish(life: Life, asOf: Day): Encounter {
  const { sightings, window, changes } = life;
  const first = sightings[0]!;
  const ahead = life.state === 'planned' || life.state === 'possible';
  const state = ahead && window.sure && window.to < asOf ? 'awaiting-report' : life.state;
  const dated = sightings.filter(({ window: seen }) => seen === window)[0] ?? first;
  const place = sightings.find(({ claim }) => claim.place !== undefined)?.claim.place;
  return {
    id: first.claim.id,
    kind: life.kind ?? 'encounter',
    state,
    participants: participantsOf(life),
    when: dated.claim.when,
    ...(place === undefined ? {} : { place: place.name }),
    claims: sightings.map(({ claim }) => claim.id),
    evidence: sightings.flatMap(({ claim, report }) =>
      claim.evidence.map((span) => ({ ...span, reportId: report.id })),
    ),
    changes,
  };
}

/** People stand for their state; a state stays where nobody of it is named. */
function participantsOf({ parties }: Life): ClaimActor[] {
  const all = [...parties.values()];
  const named = new Set(all.filter(({ kind }) => kind === 'person').map(({ country }) => country));
  return all
    .filter(({ kind, country }) => kind === 'person' || country === null || !named.has(country))
    .sort((a, b) => compare(a.country ?? '', b.country ?? '') || compare(a.id, b.id));
}

/** A meeting within the days of a visit, by the same visitor in the same country, is part of it. */
function related(encounters: readonly Encounter[]): Encounter[] {
  const visits = encounters.filter(({ kind }) => kind === 'visit');
  return encounters.map((encounter) => {
    if (encounter.kind === 'visit' || encounter.kind === 'call') return encounter;
    const trip = visits.find((visit) => isWithin(encounter, visit));
    return trip === undefined ? encounter : { ...encounter, partOf: trip.id };
  });
}

function isWithin(meeting: Encounter, visit: Encounter): boolean {
  const [from, to] = [visit.when.beginMin, visit.when.endMax];
  if (from === null || to === null || meeting.when.beginMin === null || meeting.when.endMax === null)
    return false;
  if (meeting.when.beginMin < from || meeting.when.endMax > to) return false;
  const guests = new Set(visit.participants.filter(({ kind }) => kind === 'person').map(({ id }) => id));
  const countries = countriesOf(meeting.participants);
  return (
    meeting.participants.some(({ id }) => guests.has(id)) &&
    [...countriesOf(visit.participants)].every((c) => countries.has(c))
  );
}
