import type { Claim, EventType, Polarity, Status } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import type { CodedReport } from './coded.ts';

/** What an analyst says of a claim instead of the coder; fields left out stay as they were read. */
export interface ClaimChange {
  readonly type?: EventType;
  readonly mode?: string;
  readonly status?: Status;
  readonly polarity?: Polarity;
  /** First and last day, both inclusive. */
  readonly days?: readonly [Day, Day];
}

/** An analyst's word, only ever added to; the last word on a field of a claim, or on a pair of claims, counts. */
export type Correction = {
  readonly reason: string;
  readonly by: string | null;
  /** Instant, ISO 8601 in UTC. */
  readonly recordedAt: string;
} & (
  | { readonly action: 'withdraw'; readonly report: string; readonly claim: string | null }
  | { readonly action: 'change'; readonly claim: string; readonly change: ClaimChange }
  /** Two claims tell of one event, or of two. */
  | { readonly action: 'same' | 'apart'; readonly claims: readonly [string, string] }
);

/** Whether a word is about a claim itself; one on its whole report is not. */
export function isAbout(said: Correction, claim: string): boolean {
  return 'claims' in said ? said.claims.includes(claim) : said.claim === claim;
}

/** The reports with their claims as analysts have changed them; each changed field names the rule `correction/change`. */
export function amend(
  coded: readonly CodedReport[],
  corrections: readonly Correction[],
): readonly CodedReport[] {
  const changes = new Map<string, ClaimChange[]>();
  for (const word of corrections) {
    if (word.action === 'change') changes.set(word.claim, [...(changes.get(word.claim) ?? []), word.change]);
  }
  if (changes.size === 0) return coded;
  return coded.map(({ claims, ...rest }) => ({
    ...rest,
    claims: claims.map((claim) => (changes.get(claim.id) ?? []).reduce(amendClaim, claim)),
  }));
}

/** The claim with one change made to it. */
export function amendClaim(claim: Claim, change: ClaimChange): Claim {
  const { days, ...fields } = change;
  const rule = 'correction/change';
  const changed = days === undefined ? Object.keys(fields) : [...Object.keys(fields), 'when'];
  // A mode belongs to its type.
  const { mode: _, ...withoutMode } = claim;
  const retyped = change.type !== undefined && change.type !== claim.type;
  return {
    ...(retyped ? withoutMode : claim),
    ...fields,
    ...(days === undefined
      ? {}
      : {
          when: {
            beginMin: days[0],
            beginMax: days[0],
            endMin: days[1],
            endMax: days[1],
            certainty: 'stated',
            rule,
          },
        }),
    rules: [
      ...claim.rules.filter(({ field }) => !changed.includes(field) && !(retyped && field === 'mode')),
      ...changed.map((field) => ({ field, rule })),
    ],
  };
}
