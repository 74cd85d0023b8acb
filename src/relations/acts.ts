import type { Claim } from '../claims/claim.ts';
import { compare, countriesOf, type Told } from './coded.ts';
import { meets, windowOf } from './window.ts';

/** Days that an undated past act may lie before the report that tells of it. */
export const NEWS = 2;

/** The acts that happened, by what was done and between whom. */
export class ActBook {
  readonly #acts: Map<string, Told[]>;

  constructor(told: readonly Told[]) {
    this.#acts = Map.groupBy(
      told.filter(({ claim }) => isAct(claim) && claim.type !== 'CONSULT'),
      ({ claim }) => keyOfAct(claim),
    );
  }

  /** The first act that answers what a claim expects: told in a later report, on its days, about its issue. */
  laterThan({ claim, report }: Told): Told | null {
    if (claim.kind !== 'event' || claim.type === null || claim.recipients.length === 0) return null;
    const ahead = windowOf(claim, report.publishedOn, NEWS);
    const found = this.#acts
      .get(keyOfAct(claim))
      ?.find(
        (act) =>
          act.report.publishedOn > report.publishedOn &&
          meets(ahead, windowOf(act.claim, act.report.publishedOn, 0)) &&
          sharesIssue(claim, act.claim),
      );
    return found ?? null;
  }
}

export function isAct({ kind, type, status, polarity }: Claim): boolean {
  return kind === 'event' && type !== null && status === 'happened' && polarity === 'positive';
}

/** Type, mode, and the countries on both ends. */
export function keyOfAct({ type, mode, actors, recipients }: Claim): string {
  const ends = [actors, recipients].map((end) => [...countriesOf(end)].sort(compare).join('+'));
  return [type, mode ?? '', ...ends].join(' ');
}

/** An act whose issue is not told may be any; "will sanction over chips" is not answered by one over fentanyl. */
function sharesIssue(a: Claim, b: Claim): boolean {
  return a.issues.length === 0 ? b.issues.length === 0 : a.issues.some((issue) => b.issues.includes(issue));
}
