import type { Claim } from '../claims/claim.ts';
import type { Knowledge } from '../knowledge.ts';
import { countriesOf, partiesOf } from '../relations/coded.ts';
import type { Act, Encounter } from '../relations/dyad.ts';
import type { Ledger } from '../store/ledger.ts';
import { pictureOf } from './picture-of.ts';

/** The event that a claim tells of, in the picture of the first two countries that it names; null where there is none. */
export function eventOf(ledger: Ledger, knowledge: Knowledge, claim: Claim): Encounter | Act | null {
  const [a, b] = countriesOf(partiesOf(claim));
  const asOf = ledger.lastDay();
  if (claim.kind !== 'event' || a === undefined || b === undefined || asOf === null) return null;
  const { encounters, acts } = pictureOf(ledger, knowledge, [a, b], asOf);
  return [...encounters, ...acts].find(({ claims }) => claims.includes(claim.id)) ?? null;
}
