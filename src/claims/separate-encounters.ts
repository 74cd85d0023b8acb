import type { Draft } from './draft.ts';
import { childrenBy, lemmaOf } from './reading.ts';

/** Words that say that each partner is met alone. */
const ALONE = new Set(['bilateral', 'separate', 'separately', 'individual', 'individually', 'one-on-one']);

/** "will hold separate talks with the leaders of Peru and Chile": an encounter with each of them, not one with all. */
export function separated(draft: Draft): Draft[] {
  const { reading, type, node, clause, actors, recipients } = draft;
  if (type !== 'CONSULT' || recipients.length > 0 || actors.length < 3) return [draft];
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
