import type { EventType } from './claim.ts';
import type { Reality } from './reality.ts';

const COOPERATION = new Set<EventType>([
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
]);
export const DEEDS_OF_CONFLICT: ReadonlySet<EventType> = new Set([
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);

/**
 * PLOVER's type for an act of a given reality. PLOVER has no status: what is promised is AGREE, what is threatened
 * THREATEN, what somebody is to do for another REQUEST, and help that is not given REJECT.
 *
 * @example ploverType('AID', { status: 'planned', polarity: 'positive', rule: 'status/auxiliary-planned' }) // AGREE
 */
export function ploverType(type: EventType, { status, polarity, rule }: Reality): EventType {
  const helps = COOPERATION.has(type);
  if (polarity === 'negative') return helps ? 'REJECT' : type;
  if (status === 'happened' || status === 'ongoing') return type;
  if (status === 'wanted' && rule === 'status/auxiliary-wanted') return 'REQUEST';
  if (helps && status === 'planned') return 'AGREE';
  return DEEDS_OF_CONFLICT.has(type) ? 'THREATEN' : type;
}
