import type { Actor } from './actor.ts';
import type { Draft } from './draft.ts';
import { leadingCountries, nearestHome, onlyHome } from './home.ts';
import { isSpeech, type Story, toldSince } from './story.ts';
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
  const only = witnessOfOnlyState(story, draft, actor);
  if (only !== null) return settle(story, { ...actor, country: only });
  if (
    !isLearnt ||
    isOwnedByStranger(story, draft.from) ||
    (actor.office === undefined && (actor.sector !== 'ELI' || draft.rule !== 'actors/learnt-name')) ||
    STATELESS.has(actor.office ?? '')
  )
    return actor;
  const country = actor.office === undefined ? onlyHome(story, draft.from) : nearestHome(story, draft.from);
  if (country === null) return actor;
  return settle(story, { ...actor, country });
}

/** Who is quoted, or has a trade, in a report that names one state and no other: an analyst, a farmer, a lawyer there. */
function witnessOfOnlyState(story: Story, { from, to, rule }: Draft, { office }: Actor): string | null {
  if (!STRANGERS.has(rule) || isOwnedByStranger(story, from)) return null;
  const { keys, gaps } = story.reader.words;
  const speaks =
    isSpeech(keys[to] ?? '') || (gaps[from] === SPACE && /^(?:said|says)$/.test(keys[from - 1] ?? ''));
  if (!speaks && (office === undefined || !TRADES.has(office))) return null;
  const states = leadingCountries(story);
  return states.length === 1 ? states[0]!.country : null;
}

const STRANGERS = new Set(['actors/proposed-name', 'actors/learnt-name', 'actors/learnt-apposition']);
const TRADES = new Set(['analyst', 'journalist', 'businessman', 'private-person', 'spokesperson']);

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
