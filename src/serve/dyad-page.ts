import { addDays } from '../day.ts';
import type { Knowledge } from '../knowledge.ts';
import { findChanges } from '../relations/changes.ts';
import type { Dyad, Encounter, Expectation, Issue } from '../relations/dyad.ts';
import type { Day } from '../report.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Balance, DyadPage, IssueRow, Rung, RungName, Side, Voice } from './answers.ts';
import { cite } from './cite.ts';
import { pictureOf } from './picture-of.ts';
import { rungsOf } from './rungs.ts';

/** Days of a balance of acts, beside which the same number of days before it stands. */
const BALANCE_DAYS = 30;
/** Rows of each block until the reader asks for all of them. */
const ROWS = { rung: 4, issues: 8, resolved: 4, open: 4, latest: 10, assessments: 2, changes: 5 };

export interface DyadPageOptions {
  readonly asOf: Day;
  /** Changes after this day are told. */
  readonly since?: Day;
  /** Blocks to show whole: names of rungs, `issues`, `expectations`, `latest`. */
  readonly all: ReadonlySet<string>;
}

/** A picture cut to what a page shows, with the claims that it cites. Sides stand in the order asked for. */
export function dyadPage(
  ledger: Ledger,
  knowledge: Knowledge,
  sides: readonly [Side, Side],
  { asOf, since = addDays(asOf, -BALANCE_DAYS), all }: DyadPageOptions,
): DyadPage {
  const codes = [sides[0].code, sides[1].code] as const;
  const dyad = pictureOf(ledger, knowledge, codes, asOf);
  const most = (name: string, rows: number) => (all.has(name) ? Number.POSITIVE_INFINITY : rows);
  const rungs = rungsOf(dyad.encounters, (name: RungName) => most(name, ROWS.rung));
  const issues = issueRows(dyad, codes).slice(0, most('issues', ROWS.issues));
  const expectations = expectationRows(
    dyad,
    most('expectations', ROWS.resolved),
    most('expectations', ROWS.open),
  );
  const latest = [...dyad.claims].reverse().slice(0, most('latest', ROWS.latest));
  const assessments = dyad.assessments.slice(0, ROWS.assessments);
  const voices = voicesOf(dyad, codes);
  const changes = findChanges(pictureOf(ledger, knowledge, codes, since), dyad).slice(0, ROWS.changes);
  const named = new Set(changes.flatMap(({ what, id }) => (what === 'encounter' ? [id] : [])));
  const feared = dyad.expectations.findLast(
    ({ stance, outcome }) => stance === 'feared' && outcome === 'open',
  );
  const encounters = [...shownOn(rungs), ...dyad.encounters.filter(({ id }) => named.has(id))];
  const cited = [
    ...assessments,
    ...encounters.flatMap(({ id, claims, differences, changes: steps }) => [
      id,
      ...differences.flatMap(({ told }) => told.map(({ claim }) => claim)),
      ...claims.slice(-1),
      ...steps.map(({ claim }) => claim),
    ]),
    ...dyad.channels.flatMap(({ claims, lastUse, stateBy }) => [lastUse, stateBy, ...claims.slice(-1)]),
    ...issues.flatMap(({ first, second, others }) => [first, second, others]),
    ...[...expectations, ...(feared === undefined ? [] : [feared])].flatMap(({ claim, resolvedBy }) => [
      claim,
      resolvedBy,
    ]),
    ...voices.map((voice) => voice.latest),
    ...changes.map(({ claim }) => claim),
    ...latest,
  ].filter((id) => id !== null && id !== undefined);
  return {
    sides,
    asOf,
    published: ledger.publishedDays(codes),
    reports: dyad.reports,
    publishers: dyad.publishers,
    copies: dyad.copies,
    claims: dyad.claims.length,
    assessments,
    recent: balanceOf(dyad, addDays(asOf, 1 - BALANCE_DAYS), asOf),
    before: balanceOf(dyad, addDays(asOf, 1 - 2 * BALANCE_DAYS), addDays(asOf, -BALANCE_DAYS)),
    feared: feared?.claim ?? null,
    rungs,
    channels: dyad.channels,
    issues,
    issuesTotal: dyad.issues.length,
    expectations,
    outcomes: countOutcomes(dyad.expectations),
    voices,
    latest,
    changed: { since, changes },
    named: Object.fromEntries(dyad.encounters.filter(({ id }) => named.has(id)).map((one) => [one.id, one])),
    citations: cite(ledger, cited),
  };
}

function shownOn(rungs: readonly Rung[]): Encounter[] {
  return rungs.flatMap(({ rows }) => rows.flatMap(({ encounter, parts }) => [encounter, ...parts]));
}

/** Issues on which somebody has a position, most spoken of first, before those that are only spoken of. */
function issueRows({ issues }: Dyad, [first, second]: readonly [string, string]): IssueRow[] {
  const latestOf = (issue: Issue, is: (side: string) => boolean) =>
    issue.positions.findLast(({ side }) => is(side))?.claim ?? null;
  const rows = issues.map((issue) => ({
    id: issue.id,
    label: issue.label,
    claims: issue.claims.length,
    first: latestOf(issue, (side) => side === first),
    second: latestOf(issue, (side) => side === second),
    others: latestOf(issue, (side) => side !== first && side !== second),
  }));
  const isTaken = (row: IssueRow) => row.first !== null || row.second !== null;
  return [...rows.filter(isTaken), ...rows.filter((row) => !isTaken(row))];
}

/** The latest that are settled, then the latest that are open. */
function expectationRows({ expectations }: Dyad, resolved: number, open: number): Expectation[] {
  const latest = [...expectations].reverse();
  return [
    ...latest.filter(({ outcome }) => outcome !== 'open').slice(0, resolved),
    ...latest.filter(({ outcome }) => outcome === 'open').slice(0, open),
  ];
}

function countOutcomes(expectations: readonly Expectation[]): DyadPage['outcomes'] {
  const outcomes = { open: 0, 'came-true': 0, 'did-not': 0, void: 0 };
  for (const { outcome } of expectations) outcomes[outcome]++;
  return outcomes;
}

function voicesOf({ voices, sides }: Dyad, [first]: readonly [string, string]): Voice[] {
  const { sideA, sideB, thirdParties, narrators } = voices;
  const [ofFirst, ofSecond] = sides[0] === first ? [sideA, sideB] : [sideB, sideA];
  const voice = (name: Voice['name'], claims: readonly string[]): Voice => ({
    name,
    claims: claims.length,
    latest: claims.at(-1) ?? null,
  });
  return [
    voice('first', ofFirst),
    voice('second', ofSecond),
    voice('third-parties', thirdParties),
    voice('narrators', narrators),
  ];
}

/** Acts of both sides that happened within some days; a mutual one counts once. */
export function balanceOf({ series }: Dyad, since: Day, until: Day): Balance {
  const inside = series.flatMap(({ events }) => events).filter(({ on }) => on >= since && on <= until);
  const claims = (wanted: (quad: number) => boolean) => [
    ...new Set(inside.filter(({ quad }) => wanted(quad)).map(({ claim }) => claim)),
  ];
  return { since, until, cooperative: claims((quad) => quad <= 2), conflictual: claims((quad) => quad > 2) };
}
