import type { Claim, Reference } from '../src/claims/claim.ts';
import type { Coding } from '../src/pipeline.ts';
import { countriesOf, partiesOf } from '../src/relations/coded.ts';
import { findEvents } from '../src/relations/events.ts';
import { overlaps, type Report, type Span, wordsOf } from '../src/report.ts';
import type { CoreferenceGroup, Mark } from './coreference-groups.ts';
import type { Grouping } from './coreference-score.ts';

/** A group with the happenings of its marks as their writer, the program and the baseline have them. */
export interface AnsweredGroup {
  readonly title: string;
  readonly marks: readonly {
    readonly id: string;
    readonly happening: string;
    readonly words: string;
    readonly report: Report;
    readonly claim: Claim | Reference | null;
  }[];
  readonly key: Grouping;
  readonly response: Grouping;
  readonly baseline: Grouping;
}

/** Longer than any words that somebody would mark. */
const LONG_TRIGGER = 60;

/** A mark that no claim covers tells of a happening of its own, for the program and for the baseline. */
export function answerGroup(
  { title, reports }: CoreferenceGroup,
  code: (report: Report) => Pick<Coding, 'claims' | 'references'>,
): AnsweredGroup {
  const coded = reports.map(({ report }) => ({ report, ...code(report) }));
  const marks = reports.flatMap(({ report, marks }, at) => {
    const { claims: told, references } = coded[at]!;
    const claims = matchClaims(marks, [...told.filter(({ kind }) => kind === 'event'), ...references]);
    return marks.map((mark) => ({
      id: `${report.id} ${mark.start}`,
      happening: mark.happening,
      words: wordsOf(report, mark),
      report,
      claim: claims.get(mark) ?? null,
    }));
  });
  const last = reports
    .map(({ report }) => report.publishedOn)
    .sort()
    .at(-1)!;
  const { encounters, acts } = findEvents(coded, last);
  const events = [...acts, ...encounters];
  const eventOf = new Map(
    events.flatMap(({ id, claims, references }) => [
      ...claims.map((claim) => [claim, id] as const),
      ...references.map(({ reportId, start }) => [`${reportId} ${start}`, id] as const),
    ]),
  );
  const grouping = (nameOf: (claim: Claim | Reference, report: Report) => string | undefined): Grouping =>
    new Map(
      marks.map(({ id, claim, report }) => [id, (claim && nameOf(claim, report)) ?? `alone ${id}`] as const),
    );
  return {
    title,
    marks,
    key: new Map(marks.map(({ id, happening }) => [id, happening])),
    response: grouping(
      ({ id, reportId, trigger }) => eventOf.get(id) ?? eventOf.get(`${reportId} ${trigger.start}`),
    ),
    baseline: grouping((claim, report) => {
      const pair = [...countriesOf(partiesOf(claim))].sort().join('+');
      return `${pair} ${claim.type} ${claim.when.endMax ?? report.publishedOn}`;
    }),
  };
}

/** The claim whose trigger is most nearly the words of each mark; best matches first, each at most once. */
function matchClaims(
  marks: readonly Mark[],
  claims: readonly (Claim | Reference)[],
): Map<Mark, Claim | Reference> {
  const pairs = marks.flatMap((mark) =>
    claims
      .filter(({ trigger }) => overlaps(trigger, mark) && lengthOf(trigger) <= LONG_TRIGGER)
      .map((claim) => ({
        mark,
        claim,
        distance: Math.abs(claim.trigger.start - mark.start) + Math.abs(claim.trigger.end - mark.end),
      })),
  );
  const matches = new Map<Mark, Claim | Reference>();
  const taken = new Set<Claim | Reference>();
  for (const { mark, claim } of pairs.sort((a, b) => a.distance - b.distance)) {
    if (matches.has(mark) || taken.has(claim)) continue;
    matches.set(mark, claim);
    taken.add(claim);
  }
  return matches;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
