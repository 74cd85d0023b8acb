import type { Draft } from './draft.ts';
import { markOf, relationOf } from './reading.ts';

/** "declined to hold a call with Lima": the refusal is the act, and the call that there was not is no second one. */
export function withRefusals(drafts: readonly Draft[]): Draft[] {
  const refused = new Map<Draft, Draft>();
  for (const draft of drafts) {
    const { type, reality, reading } = draft;
    if (type !== 'CONSULT' || reality.rule !== 'status/governed-not-happened') continue;
    const refusal = drafts.find(
      (one) =>
        one.type === 'REJECT' &&
        reading.heads[draft.clause] === one.node &&
        relationOf(reading, draft.clause) === 'xcomp',
    );
    if (refusal !== undefined) refused.set(refusal, draft);
  }
  const unheld = new Set(refused.values());
  return drafts
    .filter((draft) => !unheld.has(draft))
    .map((draft) => {
      const encounter = refused.get(draft);
      if (encounter === undefined) return draft;
      const others = [...encounter.actors, ...encounter.recipients].filter(
        ({ actor }) => !draft.actors.some((one) => one.actor.country === actor.country),
      );
      const recipients = draft.recipients.length > 0 ? draft.recipients : others;
      return { ...draft, mode: 'meet', recipients };
    });
}

/** "met to discuss the dam": what a meeting or visit was for is that encounter, and no second one. */
export function withoutTopics(drafts: readonly Draft[]): Draft[] {
  const isOnly = (draft: Draft): boolean => {
    const { reading, node, type, mode, reality } = draft;
    if (type !== 'CONSULT' || mode !== 'talks' || reading.tokens[node]!.upos !== 'VERB') return false;
    if (node !== draft.clause || markOf(reading, node) !== 'to') return false;
    const encounter = drafts.find((one) => one.type === 'CONSULT' && one.clause === reading.heads[node]);
    if (encounter === undefined || reality.polarity !== encounter.reality.polarity) return false;
    const there = [...encounter.actors, ...encounter.recipients];
    // "flew to Oslo to discuss it with the king": whom only the discussion names is told by it.
    return [...draft.actors, ...draft.recipients].every(({ actor }) =>
      there.some(
        (other) =>
          other.actor.id === actor.id || (actor.kind === 'state' && other.actor.country === actor.country),
      ),
    );
  };
  return drafts.filter((draft) => !isOnly(draft));
}
