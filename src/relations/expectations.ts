import type { Claim } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import { ActBook } from './acts.ts';
import { type CodedReport, claimsInOrder, isOpen, type Told } from './coded.ts';
import type { Encounter, Expectation } from './dyad.ts';
import { actOutcome, encounterOutcome, fallenAway, OPEN } from './outcomes.ts';

/**
 * What was said to be ahead, and what became of it, in the order in which it was told. An expectation of an
 * encounter is settled by that encounter's later life, one of an act by a later report of that act. What nobody
 * has reported stays open, also past its day: nothing is guessed.
 */
export function findExpectations(
  coded: readonly CodedReport[],
  asOf: Day,
  encounters: readonly Encounter[],
): Expectation[] {
  const lives = new Map(
    encounters.flatMap((encounter) => encounter.claims.map((claim) => [claim, encounter] as const)),
  );
  const told = claimsInOrder(coded, asOf);
  const acts = new ActBook(told);
  const inReport = Map.groupBy(
    told.filter(({ claim }) => lives.has(claim.id)),
    ({ report }) => report.id,
  );
  const seen = new Set<string>();
  const found: Expectation[] = [];
  for (const one of told) {
    const { claim, report } = one;
    if (claim.kind === 'position' || !looksAhead(one)) continue;
    const stance = stanceOf(claim);
    const holder = claim.source.actor?.name ?? claim.source.asWritten ?? claim.source.kind;
    const life = lives.get(claim.id);
    // One holder in one report expects one encounter once, however often the report says so.
    const key = [report.id, holder, stance, life?.id ?? claim.id].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const outcome =
      life === undefined
        ? (fallenAway(one, inReport.get(report.id) ?? [], lives) ?? actOutcome(one, acts))
        : encounterOutcome(one, life, asOf);
    found.push({
      id: claim.id,
      claim: claim.id,
      holder,
      by: claim.when.endMax,
      stance,
      ...(claim.likelihood === undefined ? {} : { likelihood: claim.likelihood }),
      ...(outcome ?? OPEN),
    });
  }
  return found;
}

/** Rules of a status that only tell what an act was for, or what was tried: nobody says that it is to come. */
const ONLY_PURPOSE = new Set([
  'status/infinitive',
  'status/bare-infinitive',
  'status/clause-wanted',
  'status/governed-attempted',
  'status/adjective-attempted',
]);

/** Whether a claim tells of what is to come between two sides: not what lies behind, nor a purpose, nor home affairs. */
function looksAhead({ claim, report }: Told): boolean {
  if (claim.mood === undefined && !isOpen(claim)) return false;
  const { beginMin, endMax } = claim.when;
  if (endMax !== null && endMax < report.publishedOn) return false;
  if (beginMin === null && endMax === report.publishedOn) return false;
  const rule = claim.rules.find(({ field }) => field === 'status')?.rule ?? '';
  return !ONLY_PURPOSE.has(rule) && (rule === AIM || isBetweenTwo(claim));
}

const AIM = 'status/aim';

/** Two sides among the parties and whoever says so; or one that something is done to, by whom is not told. */
function isBetweenTwo({ actors, recipients, source }: Claim): boolean {
  const sides = [...actors, ...recipients, ...(source.actor === undefined ? [] : [source.actor])].flatMap(
    ({ country, organisation }) => country ?? organisation ?? [],
  );
  return new Set(sides).size >= 2 || (actors.length === 0 && sides.length > 0 && source.actor === undefined);
}

function stanceOf({ status, polarity, mood }: Claim): Expectation['stance'] {
  if (mood !== undefined) return mood;
  if (polarity === 'negative' && status !== 'conditional') return 'expected-not';
  return status === 'happened' || status === 'ongoing' ? 'expected' : status;
}
