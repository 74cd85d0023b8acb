import type { ActorMention } from '../actors/actor.ts';
import type { EventType } from './claim.ts';
import type { Draft } from './draft.ts';

/** Types of acts that are done to somebody, and to nobody at home where another state is spoken of. */
const ABROAD = new Set<EventType>(['ASSAULT', 'REJECT']);

/**
 * Where a report names two states and no third, whoever denies, demands or strikes without a word of whom does so
 * towards the other: "Peru accused Chile of a raid. Santiago denied it."
 */
export function addressOnlyOther(drafts: readonly Draft[], actors: readonly ActorMention[]): void {
  const countries = new Set(actors.flatMap(({ actor }) => actor.country ?? actor.organisation ?? []));
  if (countries.size !== 2) return;
  for (const draft of drafts) {
    if (draft.kind !== 'event' || draft.type === null || !ABROAD.has(draft.type)) continue;
    if (draft.recipients.length > 0 || draft.actors.length === 0) continue;
    const own = new Set(draft.actors.map(({ actor }) => actor.country));
    if (own.size !== 1 || own.has(null)) continue;
    const other = actors.find(
      ({ actor }) =>
        actor.country !== null && !own.has(actor.country) && !/^(person|office)$/.test(actor.kind),
    );
    if (other === undefined) continue;
    draft.recipients = [other];
    draft.rules.push({ field: 'recipients', rule: 'actors/only-other', span: other });
  }
}
