import type { Claim } from '../claims/claim.ts';
import type { Told } from './coded.ts';
import type { EncounterKind, EncounterState } from './dyad.ts';
import { type Window, windowOf } from './window.ts';

/** One claim's word on an encounter. */
export interface Sighting extends Told {
  /** Null where the words do not tell ("postponed the trip to a later date" tells; "refused" may not). */
  readonly kind: EncounterKind | null;
  readonly state: EncounterState;
  readonly window: Window;
}

const KINDS: Readonly<Record<string, EncounterKind>> = {
  visit: 'visit',
  meet: 'meeting',
  phone: 'call',
  summit: 'summit',
  talks: 'talks',
  multilateral: 'meeting',
};

/** Modes of REJECT that change the life of an encounter. */
const CHANGES: Readonly<Record<string, EncounterState>> = {
  meet: 'refused',
  postpone: 'postponed',
  'call-off': 'called-off',
  suspend: 'suspended',
};

/** What a claim says of an encounter, or null where it speaks of none. */
export function sightingOf(told: Told): Sighting | null {
  const { claim } = told;
  if (claim.kind !== 'event') return null;
  const state = stateOf(claim);
  if (state === null) return null;
  const kind = claim.type === 'CONSULT' ? (KINDS[claim.mode ?? ''] ?? 'encounter') : null;
  return { ...told, kind, state, window: windowOf(told) };
}

function stateOf({ type, mode, status, polarity, when }: Claim): EncounterState | null {
  if (type === 'REJECT' && mode !== undefined && CHANGES[mode] !== undefined) {
    return status === 'happened' && polarity === 'positive' ? CHANGES[mode]! : null;
  }
  if (type !== 'CONSULT' || mode === 'resume') return null;
  if (polarity === 'negative') return status === 'planned' || status === 'wanted' ? 'refused' : null;
  switch (status) {
    case 'happened':
      return 'held';
    case 'ongoing':
      return when.endMax === null || when.beginMax === null ? 'under-way' : 'held';
    case 'planned':
    case 'expected':
      return 'planned';
    case 'wanted':
      return 'proposed';
    case 'possible':
      return 'possible';
    case 'conditional':
      return null;
  }
}
