import type { FoundPredicate } from './predicates.ts';
import type { Reading } from './reading.ts';
import type { Reality } from './reality.ts';
import type { Parties } from './settle-parties.ts';

/** How real the visit of "the visiting president" is. */
export const IS_THERE: Reality = { status: 'happened', polarity: 'positive', rule: 'status/visiting' };

/** "signed it with visiting President Alan García", where the tree has him visited: he is the guest. */
export function isVisitingGuest(
  reading: Reading,
  { predicate: { head }, node }: FoundPredicate,
  { actors, recipients }: Parties,
): boolean {
  const { tokens } = reading;
  if (head !== 'visit' || tokens[node]!.form !== 'visiting' || recipients.length === 0 || actors.length === 0)
    return false;
  if (
    !recipients.every(({ actor }) => actor.kind === 'person') ||
    recipients[0]!.start > tokens[node]!.end + 1
  )
    return false;
  // "after visiting President Pahor"
  return /^(to|with|by|as|and|,|between)$/.test(tokens[node - 1]?.form ?? '');
}
