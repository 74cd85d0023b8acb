import type { Claim, ClaimActor, Reference } from '../claims/claim.ts';
import type { Day, Report } from '../report.ts';

/** A report with the claims that a coder found in it. */
export interface CodedReport {
  readonly report: Pick<Report, 'id' | 'publishedOn' | 'text' | 'publisher' | 'publisherCountry'> & {
    /** The first report of which this one is a near copy. */
    readonly copyOf?: { readonly id: string; readonly publisher: string | null };
  };
  readonly claims: readonly Claim[];
  readonly references?: readonly Reference[];
}

/** A claim beside the report that it stands in. */
export interface Told {
  readonly claim: Claim;
  readonly report: CodedReport['report'];
}

/** What the picture needs of PLOVER and of the issues beside the claims themselves. */
export interface Guide {
  /** Names of issues by id. */
  readonly issues: ReadonlyMap<string, IssueGuide>;
  /** What PLOVER's types and their modes mean, in our words. */
  readonly types: ReadonlyMap<string, TypeGuide>;
  /** PLOVER's quad class of a type, 1 to 4, and its score, -10 to 10. */
  readonly quadOf: (type: string) => number;
  readonly scoreOf: (type: string, mode: string | undefined) => number;
}

export interface TypeGuide {
  readonly quad: number;
  readonly definition: string;
  readonly modes: Readonly<Record<string, string>>;
}

export interface IssueGuide {
  readonly label: string;
  /** The channel level that the issue is about, where it is about one. */
  readonly level: string | null;
}

/** Claims of the reports published up to a day, in the order (publishedOn, report id, span), whatever order they came in. */
export function claimsInOrder(coded: readonly CodedReport[], asOf: Day): Told[] {
  return coded
    .filter(({ report }) => report.publishedOn <= asOf)
    .flatMap(({ report, claims }) => claims.map((claim) => ({ claim, report })))
    .sort(compareTold);
}

export function compareTold(a: Told, b: Told): number {
  return (
    compare(a.report.publishedOn, b.report.publishedOn) ||
    compare(a.report.id, b.report.id) ||
    a.claim.trigger.start - b.claim.trigger.start ||
    a.claim.trigger.end - b.claim.trigger.end ||
    compare(a.claim.id, b.claim.id)
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All who take part in what a claim tells. */
export function partiesOf({ actors, recipients }: Pick<Claim, 'actors' | 'recipients'>): ClaimActor[] {
  return [...actors, ...recipients];
}

export function countriesOf(actors: readonly ClaimActor[]): Set<string> {
  return new Set(actors.flatMap(({ country }) => country ?? []));
}

/** Whether something is still ahead, wanted or doubted rather than done. */
export function isOpen({ status }: Claim): boolean {
  return status !== 'happened' && status !== 'ongoing';
}
