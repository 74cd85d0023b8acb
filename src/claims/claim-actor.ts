import type { ActorMention } from '../actors/actor.ts';
import type { ClaimActor } from './claim.ts';

/** A mention as it stands in a claim. */
export function claimActor(mention: ActorMention): ClaimActor {
  const { id, name, country, organisation } = mention.actor;
  const span = { start: mention.start, end: mention.end };
  return { id, name, country, ...(organisation === undefined ? {} : { organisation }), span };
}
