import type { Day } from '../report.ts';
import { findActs } from './acts.ts';
import type { CodedReport } from './coded.ts';
import type { Act, Encounter } from './dyad.ts';
import { findEncounters } from './encounters.ts';
import { findReferences } from './references.ts';
import { NO_TIES, type Ties } from './ties.ts';

/** What happened or is to happen between states, each once, in any number of reports. */
export interface Events {
  readonly encounters: Encounter[];
  readonly acts: Act[];
}

/** Encounters and acts from the claims that tell of them, each with the words that refer back to it. */
export function findEvents(coded: readonly CodedReport[], asOf: Day, ties: Ties = NO_TIES): Events {
  const encounters = findEncounters(coded, asOf, ties);
  const acts = findActs(coded, asOf, encounters, ties);
  const references = findReferences([...encounters, ...acts], coded, asOf);
  const refer = <Event extends Act | Encounter>(event: Event): Event => ({
    ...event,
    references: references.get(event.id) ?? [],
  });
  return { encounters: encounters.map(refer), acts: acts.map(refer) };
}
