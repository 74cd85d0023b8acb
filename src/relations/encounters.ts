import type { ClaimActor } from '../claims/claim.ts';
import { addDays } from '../day.ts';
import type { Day } from '../report.ts';
import { type CodedReport, claimsInOrder, compare, countriesOf } from './coded.ts';
import { differencesOf } from './differences.ts';
import type { Encounter, EncounterState, Join } from './dyad.ts';
import { beginLife, extendLife, type Life } from './life.ts';
import { LifeIndex } from './life-index.ts';
import { originsOf } from './origins.ts';
import { compareParties } from './parties.ts';
import { findSame } from './same-encounter.ts';
import { isAhead, isResumption, type Sighting, sightingOf } from './sightings.ts';
import { NO_TIES, SAID_SAME, type Ties } from './ties.ts';
import { relateTrips } from './trips.ts';

/**
 * Visits, meetings, calls and talks of any number of reports, each followed from its first mention to the day
 * `asOf`, in the order in which they were first told. Claims speak of one encounter where parties, kind and
 * days allow it, or an analyst says so; what was reported as held on days apart stays apart.
 */
export function findEncounters(coded: readonly CodedReport[], asOf: Day, ties: Ties = NO_TIES): Encounter[] {
  const lives: Life[] = [];
  const lifeOf = new Map<string, Life>();
  const joins = new Map<Life, Join[]>();
  const index = new LifeIndex();
  const sightings = claimsInOrder(coded, asOf).flatMap((told) => sightingOf(told) ?? []);
  const stops = Map.groupBy(sightings.filter(isStop), ({ report }) => report.id);
  for (const told of sightings) {
    const sighting = readAsStopped(told, stops.get(told.report.id) ?? []);
    const { id } = sighting.claim;
    const likely = index.near(sighting);
    for (const life of likely) if (ties.isApart(id, claimsOf(life))) likely.delete(life);
    const tied = tiedTo(id, ties, lifeOf);
    const same = tied === null ? findSame(likely, sighting) : { life: tied, rule: SAID_SAME };
    // Agreeing to take up talks again says nothing of when the next ones are.
    if (same === null && isResumption(sighting.claim)) continue;
    const life = same?.life ?? beginLife(sighting, lives.length);
    if (same === null) lives.push(life);
    else {
      extendLife(life, sighting);
      joins.set(life, [...(joins.get(life) ?? []), { claim: id, rule: same.rule }]);
    }
    lifeOf.set(id, life);
    index.add(life);
  }
  return relateTrips(lives.map((life) => finish(life, joins.get(life) ?? [], asOf)));
}

function* claimsOf({ sightings }: Life): Iterable<string> {
  for (const { claim } of sightings) yield claim.id;
}

/** The encounter of a claim that an analyst has said to tell of the same one. */
function tiedTo(claim: string, ties: Ties, lifeOf: ReadonlyMap<string, Life>): Life | null {
  for (const other of ties.sameAs(claim)) {
    const life = lifeOf.get(other);
    if (life !== undefined) return life;
  }
  return null;
}

function isStop({ state, claim }: Sighting): boolean {
  return claim.type === 'REJECT' && (state === 'postponed' || state === 'called-off');
}

/**
 * A report that tells of a visit put off does not tell that it was made: "the trip, his first, was to begin on
 * Friday; on Thursday Washington put it off". What it seems to tell as done it speaks of as put off.
 */
function readAsStopped(told: Sighting, stops: readonly Sighting[]): Sighting {
  if (told.state !== 'held' && told.state !== 'under-way') return told;
  if (told.window.dated && told.window.to < addDays(told.report.publishedOn, -1)) return told;
  const stop = stops.find(
    ({ parties }) => compareParties(parties, told.parties, told.kind === 'visit') === 'same',
  );
  if (stop === undefined) return told;
  return { ...told, state: stop.state, window: stop.window, when: stop.when };
}

function finish(life: Life, joins: readonly Join[], asOf: Day): Encounter {
  const { sightings, when, changes } = life;
  const first = sightings[0]!;
  const host = hostOf(life);
  const place = sightings.find(({ claim }) => claim.place !== undefined)?.claim.place;
  return {
    id: first.claim.id,
    kind: life.kind ?? 'encounter',
    state: stateOn(life, asOf),
    participants: participantsOf(life),
    ...(host === null ? {} : { host }),
    when,
    ...(place === undefined ? {} : { place: place.name }),
    claims: sightings.map(({ claim }) => claim.id),
    joins,
    differences: differencesOf(sightings.filter(({ claim }) => claim.type === 'CONSULT')),
    origins: originsOf(sightings),
    evidence: sightings.flatMap(({ claim, report }) =>
      claim.evidence.map(({ start, end }) => ({ start, end, reportId: report.id })),
    ),
    references: [],
    changes,
  };
}

/** Days after which an undated plan of which nobody speaks any more waits for a report. */
const SILENCE = 180;

/** The last state told, moved on by the calendar: a day that passed unreported, and one under way that is over. */
function stateOn({ state, when, window, sightings }: Life, asOf: Day): EncounterState {
  if (isAhead(state)) {
    const due = when.endMax ?? addDays(sightings.at(-1)!.report.publishedOn, SILENCE);
    return due < asOf ? 'awaiting-report' : state;
  }
  return state === 'under-way' && window.to < asOf ? 'held' : state;
}

/** The country visited, as most claims of the visit have it; of equals the first told. */
function hostOf({ kind, sightings }: Life): string | null {
  if (kind !== 'visit') return null;
  const votes = new Map<string, number>();
  for (const { claim } of sightings) {
    const visitors = countriesOf(claim.actors);
    for (const country of countriesOf(claim.recipients))
      if (!visitors.has(country)) votes.set(country, (votes.get(country) ?? 0) + 1);
  }
  let host: string | null = null;
  for (const [country, count] of votes) if (count > (votes.get(host ?? '') ?? 0)) host = country;
  return host;
}

/** People stand for their state; a state stays where nobody of it is named, and as the host of a visit. */
function participantsOf({ parties, kind, sightings }: Life): ClaimActor[] {
  const hosts = new Set(
    kind === 'visit' ? sightings.flatMap(({ claim }) => claim.recipients.map(({ id }) => id)) : [],
  );
  const named = new Set(parties.actors.filter(isNamed).map(({ country }) => country));
  const kept = parties.actors.filter(
    (actor) =>
      isNamed(actor) ||
      actor.country === null ||
      !named.has(actor.country) ||
      (actor.kind === 'state' && hosts.has(actor.id)),
  );
  // A government may be told as one of a known state and, where the words leave that open, as itself.
  const unlike = kept.filter(
    (actor, at) =>
      kept.findIndex(({ name, country }) => name === actor.name && country === actor.country) === at,
  );
  return unlike.sort((a, b) => compare(a.country ?? '', b.country ?? '') || compare(a.id, b.id));
}

function isNamed({ kind }: ClaimActor): boolean {
  return kind === 'person';
}
