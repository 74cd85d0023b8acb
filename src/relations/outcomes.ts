import type { Claim } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import type { Told } from './coded.ts';
import { isDone } from './deeds.ts';
import type { Act, Encounter, Expectation } from './dyad.ts';
import { daysBetween } from './window.ts';

export type Outcome = Pick<Expectation, 'outcome' | 'resolvedBy'>;

export const OPEN: Outcome = { outcome: 'open' };

/** Days of a plan that names its days, rather than a season or "this year". */
const EXACT = 31;

/** By the first change in the encounter's life, told on a later day than the expectation, that settles it. */
export function encounterOutcome({ claim, report }: Told, life: Encounter, asOf: Day): Outcome {
  for (const { state, on, claim: settling } of life.changes) {
    if (on <= report.publishedOn) continue;
    const came = hasCome(state, claim, asOf);
    if (came === null) continue;
    if (!came && claim.status === 'conditional') return { outcome: 'void', resolvedBy: settling };
    return {
      outcome: came === (claim.polarity === 'positive') ? 'came-true' : 'did-not',
      resolvedBy: settling,
    };
  }
  return OPEN;
}

/** Null where a change of state settles nothing. */
function hasCome(state: Encounter['state'], claim: Claim, asOf: Day): boolean | null {
  const by = claim.when.endMax;
  switch (state) {
    case 'held':
    case 'under-way':
    case 'broken-off':
      return true;
    case 'called-off':
    case 'refused':
      return false;
    case 'postponed':
      // "On Sunday" is over once it was put off; "this year" is not before the year is.
      return by !== null && (namesDays(claim) || by < asOf) ? false : null;
    default:
      return null;
  }
}

function namesDays({ when: { beginMin, endMax } }: Claim): boolean {
  return beginMin !== null && endMax !== null && daysBetween(beginMin, endMax) < EXACT;
}

/** What a visit was to bring is void once the visit did not come about on its days. */
export function fallenAway(
  { claim, report }: Told,
  told: readonly Told[],
  lives: ReadonlyMap<string, Encounter>,
): Outcome | null {
  const { rule, beginMin, endMax } = claim.when;
  const within = rule === 'dating/part-of-encounter';
  if (!within && rule !== 'dating/after-encounter') return null;
  const host = told.find(({ claim: { when } }) =>
    within ? when.beginMin === beginMin && when.endMax === endMax : when.endMax === beginMin,
  );
  const change = lives
    .get(host?.claim.id ?? '')
    ?.changes.find(
      ({ state, on }) =>
        on > report.publishedOn &&
        (state === 'called-off' || state === 'refused' || (state === 'postponed' && within)),
    );
  return change === undefined ? null : { outcome: 'void', resolvedBy: change.claim };
}

/** The claims that tell of each act as done. */
export class DoneActs {
  readonly #done = new Map<string, readonly Told[]>();

  constructor(acts: readonly Act[], told: readonly Told[]) {
    const byId = new Map(told.map((one) => [one.claim.id, one]));
    for (const { claims } of acts) {
      const done = claims.flatMap((id) => byId.get(id) ?? []).filter(({ claim }) => isDone(claim));
      if (done.length > 0) for (const id of claims) this.#done.set(id, done);
    }
  }

  /** The first claim, told in a later report, by which the act of this one has come about. */
  laterThan({ claim, report }: Told): Told | undefined {
    return this.#done.get(claim.id)?.find((one) => one.report.publishedOn > report.publishedOn);
  }
}

/** By the first later report of the same act. */
export function actOutcome(told: Told, acts: DoneActs): Outcome | null {
  const act = acts.laterThan(told);
  if (act === undefined) return null;
  return { outcome: told.claim.polarity === 'positive' ? 'came-true' : 'did-not', resolvedBy: act.claim.id };
}
