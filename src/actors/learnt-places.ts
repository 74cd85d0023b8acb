import type { Actor } from './actor.ts';
import type { Draft } from './draft.ts';
import { nearestHome } from './home.ts';
import type { Story } from './story.ts';

/** Titles that tell of no state: an analyst or a company's chief may be anybody's. */
const STATELESS = new Set(
  'courtesy spokesperson chairman chief-executive-officer analyst journalist businessman private-person director-general executive-director managing-director secretary-general'.split(
    ' ',
  ),
);

/** "Prime Minister Ana Prado" in a report on Chile: a stranger with an office serves the state that acts beside him. */
export function placedActor(story: Story, draft: Draft, actor: Actor): Actor {
  if (actor.kind !== 'person' || actor.country !== null || actor.organisation !== undefined) return actor;
  const placed = story.placed.get(actor.id);
  if (placed !== undefined) return placed;
  const isLearnt = draft.rule === 'actors/learnt-name' || draft.rule === 'actors/learnt-apposition';
  if (!isLearnt || actor.office === undefined || STATELESS.has(actor.office)) return actor;
  const country = nearestHome(story, draft.from);
  if (country === null) return actor;
  const settled: Actor = { ...actor, country };
  story.placed.set(actor.id, settled);
  return settled;
}
