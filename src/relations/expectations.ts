import type { Claim } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import { type CodedReport, claimsInOrder, isOpen, type Told } from './coded.ts';
import type { Encounter, Expectation } from './dyad.ts';

/**
 * What was said to be ahead, and what became of it. An expectation of an encounter is settled by that
 * encounter's later life; any other stays open, also past its day: nothing is guessed.
 */
export function findExpectations(
  coded: readonly CodedReport[],
  asOf: Day,
  encounters: readonly Encounter[],
): Expectation[] {
  const lives = new Map(
    encounters.flatMap((encounter) => encounter.claims.map((claim) => [claim, encounter] as const)),
  );
  const seen = new Set<string>();
  const found: Expectation[] = [];
  for (const told of claimsInOrder(coded, asOf)) {
    const { claim, report } = told;
    if (claim.kind === 'position' || !looksAhead(told)) continue;
    const stance = stanceOf(claim);
    const holder = claim.source.actor?.name ?? claim.source.asWritten ?? 'narrator';
    const life = lives.get(claim.id);
    // One report expects one thing of one holder once, however often it says so.
    const key = [report.id, holder, stance, life?.id ?? claim.id].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({
      id: claim.id,
      claim: claim.id,
      holder,
      by: claim.when.endMax,
      stance,
      ...(claim.likelihood === undefined ? {} : { likelihood: claim.likelihood }),
      ...outcomeOf(told, life),
    });
  }
  return found;
}

function looksAhead({ claim, report }: Told): boolean {
  if (claim.mood !== undefined) return true;
  return isOpen(claim) && (claim.when.endMax === null || claim.when.endMax >= report.publishedOn);
}

function stanceOf({ status, polarity, mood }: Claim): Expectation['stance'] {
  if (mood !== undefined) return mood;
  if (polarity === 'negative') return 'expected-not';
  return status === 'happened' || status === 'ongoing' ? 'expected' : status;
}

/** By the first change in the encounter's life after the day of the report that settles it. */
function outcomeOf(
  { claim, report }: Told,
  life: Encounter | undefined,
): Pick<Expectation, 'outcome' | 'resolvedBy'> {
  const change = life?.changes.find(
    ({ state, on }) =>
      on > report.publishedOn && (state === 'held' || state === 'called-off' || state === 'refused'),
  );
  const missed = life?.changes.find(({ state, on }) => state === 'postponed' && on > report.publishedOn);
  // A postponement fails what named its days: "will visit on Sunday" did not come true by a visit in June.
  const settled = missed !== undefined && claim.when.endMax !== null ? missed : change;
  if (settled === undefined) return { outcome: 'open' };
  const held = settled.state === 'held';
  return {
    outcome: held === (claim.polarity === 'positive') ? 'came-true' : 'did-not',
    resolvedBy: settled.claim,
  };
}
