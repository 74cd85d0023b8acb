import type { Claim } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import { type CodedReport, claimsInOrder, compare, countriesOf, type Guide, partiesOf } from './coded.ts';
import type { Issue } from './dyad.ts';

/** Types by which a side takes a position on what is at issue. */
const STANCE = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT', 'CONCEDE']);

/**
 * What the claims dispute or discuss, most spoken of first; a side without a position is not listed. A report in which
 * nothing is told of two states has no issue between states.
 */
export function findIssues(coded: readonly CodedReport[], asOf: Day, guide: Guide): Issue[] {
  const issues = new Map<string, { positions: { side: string; claim: string }[]; claims: string[] }>();
  const foreign = coded.filter(({ claims }) => claims.some(isBetween));
  for (const { claim } of claimsInOrder(foreign, asOf)) {
    for (const id of claim.issues) {
      const issue = issues.get(id) ?? { positions: [], claims: [] };
      issues.set(id, issue);
      issue.claims.push(claim.id);
      if (claim.kind !== 'position' && !(claim.kind === 'event' && STANCE.has(claim.type ?? ''))) continue;
      for (const side of [...countriesOf(claim.actors)].sort(compare))
        issue.positions.push({ side, claim: claim.id });
    }
  }
  return [...issues]
    .map(([id, { positions, claims }]) => ({
      id,
      label: guide.issues.get(id)?.label ?? id,
      positions,
      claims,
    }))
    .sort((a, b) => b.claims.length - a.claims.length || compare(a.id, b.id));
}

/** Whether two states or bodies of states take part in what a claim tells. */
function isBetween(claim: Claim): boolean {
  const parties = partiesOf(claim).flatMap(({ country, organisation }) => country ?? organisation ?? []);
  return new Set(parties).size > 1;
}
