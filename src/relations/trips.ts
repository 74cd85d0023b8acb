import { countriesOf } from './coded.ts';
import type { Encounter } from './dyad.ts';

/** A meeting within the days of a visit, of the same person with the same country, is part of the visit. */
export function relateTrips(encounters: readonly Encounter[]): Encounter[] {
  const visits = new Map<string, Encounter[]>();
  for (const visit of encounters) {
    if (visit.kind !== 'visit') continue;
    for (const id of personsOf(visit)) visits.set(id, [...(visits.get(id) ?? []), visit]);
  }
  return encounters.map((encounter) => {
    if (encounter.kind === 'visit' || encounter.kind === 'call') return encounter;
    const trips = personsOf(encounter).flatMap((id) => visits.get(id) ?? []);
    const trip = trips.findLast((visit) => isWithin(encounter, visit));
    return trip === undefined ? encounter : { ...encounter, partOf: trip.id };
  });
}

function isWithin(meeting: Encounter, visit: Encounter): boolean {
  // On the days of the visit that was put off, the two may yet speak, or meet elsewhere.
  if (isHeld(meeting) && (visit.state === 'postponed' || visit.state === 'called-off')) return false;
  const { beginMin: first, endMax: last } = visit.when;
  const { beginMin: from, endMax: to } = meeting.when;
  // "They met" without a day, printed during the visit: the latest day it can have been lies within.
  if (first === null || last === null || to === null || to < first || to > last) return false;
  if (from !== null && from < first) return false;
  const countries = countriesOf(meeting.participants);
  return [...countriesOf(visit.participants)].every((country) => countries.has(country));
}

function isHeld({ state }: Encounter): boolean {
  return state === 'held' || state === 'under-way' || state === 'broken-off';
}

function personsOf({ participants }: Encounter): string[] {
  return participants.filter(({ kind }) => kind === 'person').map(({ id }) => id);
}
