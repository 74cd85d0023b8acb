import type { Draft } from './draft.ts';
import { childrenBy, lemmaOf } from './reading.ts';
import { isOpen } from './reality.ts';

/** Words that say that each partner is met alone. */
const ALONE = new Set(['bilateral', 'separate', 'separately', 'individual', 'individually', 'one-on-one']);

/** "begins a tour of Peru and Chile": Peru comes first, and Chile is still to come. */
const BEGINS = /^(begin|start|embark|commence|launch|kick|depart|leave|set)$/;
function nextStop({ reality }: Draft): Pick<Draft, 'reality' | 'when'> {
  return {
    reality: { ...reality, status: 'planned', behind: false, rule: 'status/next-stop' },
    when: null,
  };
}

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
    const begins = BEGINS.test(lemmaOf(draft.reading, draft.clause)) && !isOpen(draft.reality);
    return [...lands].map((land, at) => ({
      ...draft,
      ...(begins && at > 0 ? nextStop(draft) : {}),
      recipients: recipients.filter(({ actor }) => (actor.country ?? actor.id) === land),
      rules: [
        ...draft.rules.filter(({ field }) => field !== 'status' || !begins || at === 0),
        ...(begins && at > 0 ? [{ field: 'status', rule: 'status/next-stop' }] : []),
        { field: 'recipients', rule: 'recipients/one-by-one' },
      ],
    }));
  }
  return recipients.length === 0 ? withEachAlone(draft) : [draft];
}

/** "met with Peruvian and Chilean leaders": whoever is not named sits with the guest, and not with one another. */
const LEADERS = new Set(['leader', 'official', 'authority', 'politician', 'counterpart']);

function lastWordOf({ reading }: Draft, { end }: Draft['actors'][number]): string {
  const last = reading.tokens.findIndex((token) => token.end >= end);
  return last < 0 ? '' : lemmaOf(reading, last);
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
  const areLeaders =
    partners.every(({ actor }) => actor.kind === 'group') &&
    partners.some((partner) => LEADERS.has(lastWordOf(draft, partner)));
  const isSeen = alone || areLeaders;
  if (!isSeen || hosts.length !== 1 || partners.length < 2) return [draft];
  return partners.map((partner) => ({
    ...draft,
    actors: [...hosts, partner],
    rules: [...draft.rules, { field: 'actors', rule: 'actors/each-alone' }],
  }));
}
