import type { ActorMention } from '../actors/actor.ts';
import type { Codebook } from './codebook.ts';
import { doneThere, postedTo } from './done-there.ts';
import type { FoundPredicate } from './predicates.ts';
import { childrenBy, prepositionOf, type Reading } from './reading.ts';
import type { Parties, settleParties } from './settle-parties.ts';

type SettledParties = ReturnType<typeof settleParties>;

/** A deed whose recipient nobody names is done to the state that it is done in. */
export function withPlace(
  reading: Reading,
  codebook: Codebook,
  found: FoundPredicate,
  settled: SettledParties,
): SettledParties {
  if (found.predicate.symmetric && settled.actors.length > 1) return settled;
  const own = new Set(settled.actors.map(({ actor }) => actor.country));
  // "recalled its envoy to Peru for talks in Oslo": what is said of one's own town is no other recipient.
  if (settled.recipients.every(({ actor }) => own.has(actor.country))) {
    const host = postedTo(reading, codebook, found, settled.actors);
    if (host.length > 0)
      return { ...settled, recipients: host, rules: [...settled.rules, 'actors/posted-to'] };
  }
  if (settled.recipients.length > 0) {
    // "bombed targets of its rebels in Peru", "bombed al-Qaeda in Peru", "sent marines to its embassy in Peru".
    const areElsewhere = settled.recipients.every(
      ({ actor: { kind, country, sector } }) =>
        /^(group|organisation)$/.test(kind) && (own.has(country) || (country === null && sector === 'REB')),
    );
    const recipients = areElsewhere ? doneThere(reading, found, settled.actors) : [];
    return recipients.length === 0
      ? settled
      : { ...settled, recipients, rules: [...settled.rules, 'actors/done-there'] };
  }
  const recipients = [
    ...doneThere(reading, found, settled.actors),
    ...landOf(reading, codebook, found, settled),
  ];
  return recipients.length === 0
    ? settled
    : { ...settled, recipients, rules: [...settled.rules, 'actors/done-there'] };
}

/** "flew to Kharkiv for talks": a visit to a town is one to the state that it lies in. */
function landOf(
  reading: Reading,
  { landsHeldByOthers }: Codebook,
  { predicate: { pos, type, mode }, node }: FoundPredicate,
  { actors }: Parties,
): ActorMention[] {
  if (pos !== 'verb' || type !== 'CONSULT' || mode !== 'visit') return [];
  const own = new Set(actors.map(({ actor }) => actor.country));
  const towns = childrenBy(reading, node, 'obl', 'obj')
    .filter((word) => /^(to|in|into)$/.test(prepositionOf(reading, word) ?? 'to'))
    .filter((word) => !landsHeldByOthers.has(reading.tokens[word]!.form))
    .flatMap((word) => reading.placeAt[word] ?? []);
  return towns.filter(({ actor }) => !own.has(actor.country)).slice(0, 1);
}
