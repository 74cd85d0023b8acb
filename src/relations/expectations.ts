import type { Claim, ClaimActor } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import { type CodedReport, claimsInOrder, isOpen, type Told } from './coded.ts';
import type { Act, Encounter, Expectation } from './dyad.ts';
import { actOutcome, DoneActs, encounterOutcome, fallenAway, OPEN } from './outcomes.ts';

/**
 * What was said to be ahead, and what became of it, in the order in which it was told. An expectation of an
 * encounter is settled by that encounter's later life, one of an act by a later report of that act. What nobody
 * has reported stays open, also past its day: nothing is guessed.
 */
export function findExpectations(
  coded: readonly CodedReport[],
  asOf: Day,
  { encounters, acts }: { readonly encounters: readonly Encounter[]; readonly acts: readonly Act[] },
): Expectation[] {
  const lives = new Map(
    encounters.flatMap((encounter) => encounter.claims.map((claim) => [claim, encounter] as const)),
  );
  const told = claimsInOrder(coded, asOf);
  const done = new DoneActs(acts, told);
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
    const holder = holderOf(claim);
    const life = lives.get(claim.id);
    // One holder in one report expects one encounter once, however often the report says so.
    const key = [report.id, holder, stance, life?.id ?? claim.id].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const outcome =
      life === undefined
        ? (fallenAway(one, inReport.get(report.id) ?? [], lives) ?? actOutcome(one, done))
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

/** Who expects it, in words: by name, but "both leaders" are not one of them. */
function holderOf({ source: { actor, asWritten, kind } }: Claim): string {
  if (asWritten !== null && /^(both|the two)\b/i.test(asWritten)) return asWritten;
  return actor?.name ?? asWritten ?? kind;
}

/** Rules of a status by which nobody says that the act is to come: what another act was for, what was tried, conditions. */
const NOT_AHEAD = new Set([
  'status/infinitive',
  'status/bare-infinitive',
  'status/clause-wanted',
  'status/governed-attempted',
  'status/adjective-attempted',
  'status/governed-undertaken',
  'status/clause-conditional',
  'status/inverted-condition',
  'status/whenever',
  'status/way-to',
  'status/governed-presupposed',
]);

/** Rules by which what is denied was kept from happening or left, rather than expected not to happen. */
const KEPT_FROM = new Set([
  'status/governed-not-happened',
  'status/governed-left-undone',
  'status/governed-believed',
  'status/governed-called-off',
]);

/** Whether a claim tells of what is to come between two sides: not what lies behind, nor a purpose, nor home affairs. */
function looksAhead({ claim, report }: Told): boolean {
  const { type, mode, status, polarity, mood } = claim;
  if (mood === undefined && !isOpen(claim)) return false;
  const { beginMin, endMax } = claim.when;
  if (endMax !== null && endMax < report.publishedOn) return false;
  if (beginMin === null && endMax === report.publishedOn) return false;
  const rule = claim.rules.find(({ field }) => field === 'status')?.rule ?? '';
  if (mode === 'resign') return false;
  if (NOT_AHEAD.has(rule)) return false;
  // "failed to prevent massacres" does not make them possible, as "did not rule out talks" makes talks.
  if (KEPT_FROM.has(rule) && (polarity === 'negative' || HOME.has(type ?? ''))) return false;
  // "arrived to help resolve it": what is helped is only what somebody came for.
  if (status === 'wanted' && rule === 'status/governed-happened') return false;
  // What falls on a day to come is a plan where it is a meeting: "the cost of the war in 2008" plans no war, and "gives
  // them a deadline of Sunday" is done.
  if (/^status\/(nominal|reported-act)$/.test(rule) && type !== 'CONSULT') return false;
  if (status === 'wanted' && claim.actors.length === 0 && claim.source.actor === undefined) return false;
  // "will fly in for talks" looks ahead to talks, "will study the agreement" to no agreement.
  if (
    rule === 'status/within-open' &&
    !(type === 'CONSULT' && (status === 'planned' || status === 'expected'))
  )
    return false;
  return rule === AIM || isBetweenTwo(claim);
}

const AIM = 'status/aim';

/** Acts that may be home affairs unless two sides take part: "will be executed", "reports that police may use force". */
const HOME = new Set(['ASSAULT', 'COERCE', 'ACCUSE', 'PROTEST']);

/** Acts that one state does to another, where only the other is named. */
const TOWARDS = new Set(['CONSULT', 'SANCTION', 'AID', 'AGREE', 'COOPERATE', 'MOBILIZE']);

/** Two sides among the parties and whoever says so; or one that something is done to, by whom is not told. */
function isBetweenTwo({ type, actors, recipients, source }: Claim): boolean {
  const parties = sidesOf([...actors, ...recipients]);
  if (actors.length === 0 && type !== null && !TOWARDS.has(type)) return false;
  if (parties.size >= 2) return true;
  if (type !== null && HOME.has(type)) return false;
  const holders = source.actor === undefined ? [] : [source.actor];
  if (sidesOf([...actors, ...recipients, ...holders]).size >= 2) return true;
  return type !== null && actors.length === 0 && parties.size > 0 && source.asWritten === null;
}

/** States and their bodies; a firm or a newspaper is no side. */
function sidesOf(actors: readonly ClaimActor[]): Set<string> {
  return new Set(
    actors.flatMap(({ country, organisation, sector }) =>
      sector === 'JRN' || sector === 'BUS' ? [] : (country ?? organisation ?? []),
    ),
  );
}

function stanceOf({ status, polarity, mood }: Claim): Expectation['stance'] {
  if (mood !== undefined) return mood;
  if (polarity === 'negative' && status !== 'conditional') return 'expected-not';
  return status === 'happened' || status === 'ongoing' ? 'expected' : status;
}
