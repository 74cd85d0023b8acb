import type { Actor } from '../actors/actor.ts';
import type { Span } from '../report.ts';
import type { ClaimActor } from './claim.ts';

/** A mention as it stands in a claim. */
export function claimActor(mention: Span & { readonly actor: Actor }): ClaimActor {
  const { id, kind, name, country, organisation, sector, office } = mention.actor;
  return {
    id,
    kind,
    name,
    country,
    ...(organisation === undefined ? {} : { organisation }),
    ...(sector === undefined ? {} : { sector }),
    ...(office === undefined ? {} : { office }),
    span: { start: mention.start, end: mention.end },
  };
}
