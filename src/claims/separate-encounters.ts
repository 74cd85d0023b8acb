import type { Draft } from './draft.ts';
import { childrenBy, lemmaOf } from './reading.ts';

/** Words that say that each partner is met alone. */
const ALONE = new Set(['bilateral', 'separate', 'separately', 'individual', 'individually', 'one-on-one']);

/** A journey leads to one land after another, and one caller has one partner on the line. */
const ONE_BY_ONE = new Set(['visit', 'phone']);

/**
 * "will visit Peru and Chile", "phoned both ministers", "will hold separate talks with the leaders of Peru and Chile":
 * an encounter with each of them, not one with all.
 */
export function separated(draft: Draft): Draft[] {
  if (draft.type !== 'CONSULT') return [draft];
  const { actors, recipients, mode } = draft;
  if (ONE_BY_ONE.has(mode ?? '') && actors.length > 0) {
    const lands = new Set(recipients.map(({ actor }) => actor.country ?? actor.id));
    if (lands.size < 2) return [draft];
    return [...lands].map((land) => ({
      ...draft,
      recipients: recipients.filter(({ actor }) => (actor.country ?? actor.id) === land),
      rules: [...draft.rules, { field: 'recipients', rule: 'recipients/one-by-one' }],
    }));
  }
  return recipients.length === 0 ? withEachAlone(draft) : [draft];
}

function withEachAlone(draft: Draft): Draft[] {
  const { reading, node, clause, actors } = draft;
  if (actors.length < 3) return [draft];
  const alone = [node, clause].some((head) =>
    childrenBy(reading, head, 'amod', 'advmod').some((word) => ALONE.has(lemmaOf(reading, word))),
  );
  const { start } = reading.tokens[node]!;
  const [hosts, partners] = [
    actors.filter((one) => one.start < start),
    actors.filter((one) => one.start > start),
  ];
  if (!alone || hosts.length !== 1 || partners.length < 2) return [draft];
  return partners.map((partner) => ({
    ...draft,
    actors: [...hosts, partner],
    rules: [...draft.rules, { field: 'actors', rule: 'actors/each-alone' }],
  }));
}
