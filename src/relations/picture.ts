import type { Claim, Reference } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import { findChannels } from './channels.ts';
import {
  type CodedReport,
  claimsInOrder,
  compare,
  countriesOf,
  type Guide,
  partiesOf,
  type Told,
} from './coded.ts';
import { amend, type Correction } from './correction.ts';
import type { Act, Channel, Dyad, Encounter, Expectation, Issue } from './dyad.ts';
import { findEvents } from './events.ts';
import { findExpectations } from './expectations.ts';
import { findIssues } from './issues.ts';
import { countSeries } from './series.ts';
import { Ties } from './ties.ts';

/**
 * The picture of two countries on a day, from the claims of any number of reports, whose order does not matter, and
 * from what analysts say of them, whose order does: the last word counts.
 */
export function drawDyad(
  read: readonly CodedReport[],
  sides: readonly [string, string],
  asOf: Day,
  guide: Guide,
  corrections: readonly Correction[] = [],
): Dyad {
  const coded = amend(read, corrections);
  const [a, b] = [...sides].sort(compare) as [string, string];
  const between = coded.map(({ report, claims, references = [] }) => ({
    report,
    claims: claims.filter((claim) => isBetween(claim, a, b)),
    references: references.filter((reference) => isBetween(reference, a, b)),
  }));
  const told = claimsInOrder(between, asOf);
  const atIssue = new Set(told.flatMap(({ claim }) => claim.issues));
  const views = coded.map(({ report, claims }) => ({
    report,
    claims: claims.filter((claim) => isBetween(claim, a, b) || isViewOf(claim, [a, b], atIssue)),
  }));
  const reports = new Map(told.map(({ report }) => [report.id, report]));
  const ties = new Ties(corrections, new Set(told.map(({ claim }) => claim.id)));
  const events = findEvents(
    between.map((one) => withoutJoint(one, a, b)),
    asOf,
    ties,
  );
  const { encounters, acts } = events;
  return {
    sides: [a, b],
    asOf,
    reports: reports.size,
    publishers: new Set([...reports.values()].flatMap(({ publisher }) => publisher ?? [])).size,
    copies: [...reports.values()].filter(({ copyOf }) => copyOf !== undefined && reports.has(copyOf.id))
      .length,
    claims: told.map(({ claim }) => claim.id),
    series: [countSeries(told, events, a, b, guide), countSeries(told, events, b, a, guide)],
    encounters,
    acts,
    channels: findChannels(ofLines(between, coded, [a, b], guide), asOf, guide, encounters, [a, b]),
    issues: findIssues(views, asOf, guide),
    expectations: findExpectations(between, asOf, events),
    assessments: told
      .filter(({ claim }) => claim.kind === 'assessment')
      .map(({ claim }) => claim.id)
      .reverse(),
    voices: sortVoices(told, a, b),
  };
}

/** The picture that one report gives by itself, of all parties it names. */
export function relateOne(
  coded: CodedReport,
  guide: Guide,
): {
  encounters: Encounter[];
  acts: Act[];
  channels: Channel[];
  issues: Issue[];
  expectations: Expectation[];
} {
  const { publishedOn } = coded.report;
  const events = findEvents([coded], publishedOn);
  return {
    ...events,
    channels: findChannels([coded], publishedOn, guide, events.encounters),
    issues: findIssues([coded], publishedOn, guide),
    expectations: findExpectations([coded], publishedOn, events),
  };
}

/** Whether both sides take part in what a claim tells. */
function isBetween(claim: Claim | Reference, a: string, b: string): boolean {
  const countries = countriesOf(partiesOf(claim));
  return countries.has(a) && countries.has(b);
}

function withoutJoint({ report, claims, references = [] }: CodedReport, a: string, b: string): CodedReport {
  const isTowards = (claim: Claim | Reference): boolean => !isJoint(claim, a, b);
  return { report, claims: claims.filter(isTowards), references: references.filter(isTowards) };
}

/** Whether the two only do it side by side: guests of one host, or those who walk out together. */
function isJoint({ type, mode, actors, recipients }: Claim | Reference, a: string, b: string): boolean {
  if (type !== 'REJECT' && (type !== 'CONSULT' || mode !== 'visit')) return false;
  const doers = countriesOf(actors);
  const others = countriesOf(recipients);
  return doers.has(a) && doers.has(b) && recipients.length > 0 && !others.has(a) && !others.has(b);
}

/**
 * With the claims of both sides what one of them says of a line alone, in reports about both: "she would seek to reopen
 * the military contacts".
 */
function ofLines(
  between: readonly CodedReport[],
  coded: readonly CodedReport[],
  sides: readonly string[],
  guide: Guide,
): CodedReport[] {
  return between.map(({ report, claims }, at) => {
    if (claims.length === 0) return { report, claims };
    const alone = coded[at]!.claims.filter((claim) => {
      const [country, ...others] = countriesOf(partiesOf(claim));
      const isSide = country !== undefined && others.length === 0 && sides.includes(country);
      return isSide && claim.issues.some((issue) => guide.issues.get(issue)?.level != null);
    });
    return { report, claims: [...claims, ...alone] };
  });
}

/** A side's standing view of what the two have between them, also where it names the other side nowhere. */
function isViewOf(
  { kind, actors, issues }: Claim,
  sides: readonly string[],
  atIssue: ReadonlySet<string>,
): boolean {
  if (kind !== 'position' || !issues.some((issue) => atIssue.has(issue))) return false;
  const holders = countriesOf(actors);
  return sides.some((side) => holders.has(side));
}

function sortVoices(told: readonly Told[], a: string, b: string): Dyad['voices'] {
  const voices = {
    sideA: [] as string[],
    sideB: [] as string[],
    thirdParties: [] as string[],
    narrators: [] as string[],
  };
  for (const { claim } of told) {
    const country = claim.source.actor?.country ?? null;
    if (claim.source.kind === 'narrator') voices.narrators.push(claim.id);
    else if (country === a) voices.sideA.push(claim.id);
    else if (country === b) voices.sideB.push(claim.id);
    else voices.thirdParties.push(claim.id);
  }
  return voices;
}
