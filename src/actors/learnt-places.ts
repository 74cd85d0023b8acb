import type { Actor } from './actor.ts';
import type { Draft } from './draft.ts';
import { leadingCountries, nearestHome } from './home.ts';
import type { Story } from './story.ts';
import { CAPITAL, POSSESSIVE, SPACE } from './words.ts';

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
  const isLearnt =
    draft.rule === 'actors/shared-title' ||
    draft.rule === 'actors/learnt-name' ||
    draft.rule === 'actors/learnt-apposition';
  if (draft.rule === 'actors/shared-title' && leadingCountries(story).length > 1) {
    const country = otherCountry(story, draft);
    return country === null ? actor : settle(story, { ...actor, country });
  }
  if (
    !isLearnt ||
    isOwnedByStranger(story, draft.from) ||
    actor.office === undefined ||
    STATELESS.has(actor.office)
  )
    return actor;
  const country = nearestHome(story, draft.from);
  if (country === null) return actor;
  return settle(story, { ...actor, country });
}

function settle(story: Story, settled: Actor): Actor {
  story.placed.set(settled.id, settled);
  return settled;
}

/** "Foreign Ministers Qian Qichen and Lee Sang-ock": not of the same one of the two states. */
function otherCountry(story: Story, { from }: Draft): string | null {
  const sentence = story.reader.words.sentences[from]!;
  const taken = new Set(
    story.drafts
      .filter(({ from: at, rule }) => story.reader.words.sentences[at] === sentence && SHARING.has(rule))
      .map(({ actor }) => actor?.country),
  );
  const [first, second] = leadingCountries(story);
  if (first === undefined || second === undefined) return null;
  if (taken.has(first.country) === taken.has(second.country)) return null;
  return taken.has(first.country) ? second.country : first.country;
}

const SHARING = new Set(['actors/title-name', 'actors/shared-title']);

/** "Somaliland's president": of a land that no table knows, so of none that the report names beside it. */
function isOwnedByStranger({ reader: { words }, told }: Story, from: number): boolean {
  const form = words.forms[from - 1] ?? 0;
  return (
    words.gaps[from] === SPACE &&
    (form & CAPITAL) !== 0 &&
    (form & POSSESSIVE) !== 0 &&
    told.at(-1)?.to !== from
  );
}
