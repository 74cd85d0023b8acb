import type { Claim, ClaimActor } from '../claims/claim.ts';
import type { When } from '../time/when.ts';
import { partiesOf, type Told } from './coded.ts';
import type { EncounterKind, EncounterState } from './dyad.ts';
import { type Parties, readParties, sidesNamed } from './parties.ts';
import { DAYS_NOT_TOLD, type Window, windowOf } from './window.ts';

/** One claim's word on an encounter. */
export interface Sighting extends Told {
  /** Null where the words do not tell ("postponed it", "refused"). */
  readonly kind: EncounterKind | null;
  readonly state: EncounterState;
  readonly parties: Parties;
  readonly window: Window;
  /** The encounter's days as this claim tells them. */
  readonly when: When;
}

const KINDS: Readonly<Record<string, EncounterKind>> = {
  visit: 'visit',
  meet: 'meeting',
  phone: 'call',
  summit: 'summit',
  talks: 'talks',
  contact: 'talks',
  resume: 'talks',
  sign: 'meeting',
  multilateral: 'meeting',
  'third-party': 'meeting',
};

/** Modes of REJECT that change the life of an encounter. */
const CHANGES: Readonly<Record<string, EncounterState>> = {
  meet: 'refused',
  postpone: 'postponed',
  'call-off': 'called-off',
  suspend: 'suspended',
  'break-off': 'broken-off',
};

/**
 * Days within which a later mention without a date still means the last encounter: a visit is spoken of for
 * weeks, while the next call may come any day.
 */
export const REMEMBERED: Readonly<Record<EncounterKind, number>> = {
  visit: 60,
  summit: 60,
  meeting: 30,
  call: 10,
  talks: 10,
  encounter: 10,
};

/** What a claim says of an encounter, or null where it speaks of none or names only one side. */
export function sightingOf(told: Told): Sighting | null {
  const { claim, report } = told;
  if (claim.kind !== 'event') return null;
  const state = stateOf(claim);
  if (state === null) return null;
  const parties = readParties(partiesOf(claim));
  // "expelled the Russians and broke off contacts": with their state.
  const present = claim.type === 'REJECT' ? partiesOf(claim) : partiesOf(claim).filter(standsForState);
  if (countStates(present) < 2) return null;
  // Ministers who sign a treaty meet to do so; states sign through whoever they send.
  if (claim.type === 'SUPPORT' && sidesNamed(parties) < 2) return null;
  const kind = kindOf(claim);
  if (kind === 'visit' && claim.actors.length > 0 && !claim.actors.some(standsForState)) return null;
  // "Lima informed Quito", "wrote to the king": nobody met.
  if (claim.mode === 'message') return null;
  const window = windowOf(claim, report.publishedOn, REMEMBERED[kind ?? 'encounter']);
  // "They maintain contact" tells of no single encounter, "they had contact on Monday" does.
  if (claim.mode === 'contact' && (claim.status !== 'happened' || !window.sure)) return null;
  // "On Friday they put the trip off", "proposed a summit": a day not after the report is that of the word, not of
  // the encounter.
  const isReady = claim.type === 'AGREE' && claim.mode === 'meet';
  const isWord = claim.type === 'REJECT' || claim.type === 'REQUEST' || isReady;
  if (isWord && (isChange(state) || state === 'proposed' || isReady) && window.to <= report.publishedOn)
    return {
      ...told,
      kind,
      state,
      parties,
      window: { ...window, dated: false, sure: false },
      when: DAYS_NOT_TOLD,
    };
  const when = isChange(state) && !window.dated ? DAYS_NOT_TOLD : claim.when;
  return { ...told, kind, state, parties, window, when };
}

/** Countries and bodies of states; whoever belongs to none known ("the foundation") is no side of an encounter. */
function countStates(actors: readonly ClaimActor[]): number {
  return new Set(actors.flatMap(({ country, organisation }) => country ?? organisation ?? [])).size;
}

/** Tourists, traders, exiles and firms travel and talk for themselves. */
function standsForState({ kind, sector }: ClaimActor): boolean {
  return kind !== 'people' && !PRIVATE.has(sector ?? '');
}

const PRIVATE = new Set(['BUS', 'CVL', 'CRM', 'REF', 'LAB', 'MED', 'JRN', 'EDU']);

/** The kind of encounter that a claim speaks of; null where its words do not tell. */
export function kindOf({ type, mode }: Pick<Claim, 'type' | 'mode'>): EncounterKind | null {
  if (type === 'CONSULT' || type === 'SUPPORT') return KINDS[mode ?? ''] ?? 'encounter';
  if (type === 'AGREE' && mode === 'meet') return 'talks';
  return mode === 'suspend' || mode === 'break-off' || mode === 'resume' ? 'talks' : null;
}

function stateOf({ type, mode, status, polarity, rules }: Claim): EncounterState | null {
  const done = status === 'happened' && polarity === 'positive';
  if (type === 'REQUEST') return done && mode === 'meet' ? 'proposed' : null;
  if (type === 'REJECT') return done ? (CHANGES[mode ?? ''] ?? null) : null;
  // Agreeing to take up talks again is a plan; the talks are yet to come.
  if (type === 'AGREE' && mode === 'meet')
    return polarity === 'positive' && (done || status === 'ongoing') ? 'possible' : null;
  if (type === 'AGREE') return done && mode === 'resume' ? 'planned' : null;
  if (type !== 'CONSULT' && !(type === 'SUPPORT' && mode === 'sign')) return null;
  // "put off the visit that he was to make"
  if (rules.some(({ rule }) => rule === 'status/its-postpone')) return 'postponed';
  if (rules.some(({ rule }) => rule === 'status/its-call-off')) return 'called-off';
  // "No new talks are scheduled": nobody asked for any.
  if (polarity === 'negative' && rules.some(({ rule }) => rule === 'status/governed-planned')) return null;
  if (polarity === 'negative') return status === 'planned' || status === 'wanted' ? 'refused' : null;
  switch (status) {
    case 'happened':
      return 'held';
    case 'ongoing':
      return 'under-way';
    case 'planned':
    case 'expected':
      return 'planned';
    case 'wanted':
      return 'proposed';
    case 'possible':
    case 'conditional':
      return 'possible';
  }
}

export function isAhead(state: EncounterState): boolean {
  return state === 'possible' || state === 'proposed' || state === 'planned';
}

/** A word that stops an encounter rather than telling that it comes or came. */
export function isChange(state: EncounterState): boolean {
  return state === 'postponed' || state === 'called-off' || state === 'refused' || state === 'suspended';
}

/** "Agreed to take up talks again". */
export function isResumption({ type, mode }: Claim): boolean {
  return type === 'AGREE' && mode === 'resume';
}
