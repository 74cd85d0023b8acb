import type { Claim } from '../src/claims/claim.ts';
import { findActs } from '../src/relations/acts.ts';
import { countriesOf, partiesOf } from '../src/relations/coded.ts';
import { findEncounters } from '../src/relations/encounters.ts';
import { overlaps, type Report, type Span, wordsOf } from '../src/report.ts';
import type { CoreferenceGroup } from './coreference-groups.ts';
import type { Grouping } from './coreference-score.ts';

/** A group with the happenings of its marks as their writer, the program and the baseline have them. */
export interface AnsweredGroup {
  readonly title: string;
  readonly marks: readonly {
    readonly id: string;
    readonly happening: string;
    readonly words: string;
    readonly report: Report;
    readonly claim: Claim | null;
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
  code: (report: Report) => readonly Claim[],
): AnsweredGroup {
  const coded = reports.map(({ report }) => ({ report, claims: code(report) }));
  const marks = reports.flatMap(({ report, marks }, at) =>
    marks.map((mark) => ({
      id: `${report.id} ${mark.start}`,
      happening: mark.happening,
      words: wordsOf(report, mark),
      report,
      claim: claimAt(mark, coded[at]!.claims),
    })),
  );
  const last = reports
    .map(({ report }) => report.publishedOn)
    .sort()
    .at(-1)!;
  const encounters = findEncounters(coded, last);
  const events = [...findActs(coded, last, encounters), ...encounters];
  const eventOf = new Map(events.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)));
  const grouping = (nameOf: (claim: Claim, report: Report) => string | undefined): Grouping =>
    new Map(
      marks.map(({ id, claim, report }) => [id, (claim && nameOf(claim, report)) ?? `alone ${id}`] as const),
    );
  return {
    title,
    marks,
    key: new Map(marks.map(({ id, happening }) => [id, happening])),
    response: grouping(({ id }) => eventOf.get(id)),
    baseline: grouping((claim, report) => {
      const pair = [...countriesOf(partiesOf(claim))].sort().join('+');
      return `${pair} ${claim.type} ${claim.when.endMax ?? report.publishedOn}`;
    }),
  };
}

/** The event told by the words marked: of several the one whose words are most nearly the same. */
function claimAt(mark: Span, claims: readonly Claim[]): Claim | null {
  const distance = ({ trigger }: Claim) =>
    Math.abs(trigger.start - mark.start) + Math.abs(trigger.end - mark.end);
  const [nearest] = claims
    .filter(
      ({ kind, trigger }) =>
        kind === 'event' && overlaps(trigger, mark) && trigger.end - trigger.start <= LONG_TRIGGER,
    )
    .sort((a, b) => distance(a) - distance(b));
  return nearest ?? null;
}
