import type { Actor } from './actor.ts';
import type { Draft } from './draft.ts';
import { leadingCountries, nearestHome } from './home.ts';
import { type Story, toldSince } from './story.ts';
import { CAPITAL, POSSESSIVE, SPACE, type Words } from './words.ts';

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
  const owner = story.told.at(-1);
  // "the country's foreign minister, Ana Prado"
  if (
    owner !== undefined &&
    owner.to === draft.from &&
    owner.owner !== null &&
    isPossessive(story.reader.words, draft.from)
  )
    return settle(story, { ...actor, country: owner.owner });
  if (draft.rule === 'actors/shared-title' && leadingCountries(story).length > 1) {
    const country = otherCountry(story, draft);
    return country === null ? actor : settle(story, { ...actor, country });
  }
  if (
    !isLearnt ||
    isOwnedByStranger(story, draft.from) ||
    (actor.office === undefined && (actor.sector !== 'ELI' || draft.rule !== 'actors/learnt-name')) ||
    STATELESS.has(actor.office ?? '')
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
    toldSince(story, sentence)
      .filter(({ mention: { rule } }) => SHARING.has(rule))
      .map(({ mention: { actor } }) => actor.country),
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
  return isPossessive(words, from) && (form & CAPITAL) !== 0 && told.at(-1)?.to !== from;
}

function isPossessive({ gaps, forms }: Words, from: number): boolean {
  return gaps[from] === SPACE && ((forms[from - 1] ?? 0) & POSSESSIVE) !== 0;
}
