import type { ActorMention } from './actor.ts';
import type { Head } from './draft.ts';
import { headActor } from './head-actors.ts';
import { headAt } from './heads.ts';
import { actingNear } from './home.ts';
import { placeNamedIn } from './home-bodies.ts';
import { ownerOfState } from './owners.ts';
import { OPENERS } from './reader.ts';
import { isVerb, type Story } from './story.ts';
import { CAPITAL, HYPHEN, POSSESSIVE, SPACE } from './words.ts';

/** Nouns for those who serve a state, whatever it is. */
const SERVANTS = new Set(
  'official aide adviser advisor spokesman spokeswoman spokesperson minister lawmaker legislator senator officer commander general negotiator'.split(
    ' ',
  ),
);

/** "a presidential aide", "a foreign ministry official", "the army spokesman": of the state that acts beside them, or of the capital named after. */
export function homeOfficialAt(
  story: Story,
  from: number,
  limit: number,
): { readonly mention: ActorMention; readonly to: number } | null {
  const { words, directory } = story.reader;
  const head = headAt(story.reader, words.keys[from] === 'opposition' ? from + 1 : from, true);
  if (
    head === null ||
    head.to > limit ||
    head.of !== null ||
    head.plural ||
    head.former ||
    head.postedTo !== null
  )
    return null;
  if (head.kind !== 'title' && head.kind !== 'group') return null;
  const { to } = head;
  if (head.body?.country != null || !SERVANTS.has(words.keys[to - 1]!) || !endsPhrase(story, to)) return null;
  const state = directory.states.get(placeNamedIn(story, to) ?? actingNear(story, from) ?? '');
  if (state === undefined) return null;
  const unnamed: Head = head.group === undefined ? head : { ...head, kind: 'group' };
  const actor = headActor(story.reader, ownerOfState(state), unnamed);
  if (actor === null) return null;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  return { mention: { ...span, actor, via: 'office', rule: 'actors/home-official' }, to };
}

/** No name or owner follows: "a minister of the church", "an official from". */
function endsPhrase({ reader: { words } }: Story, to: number): boolean {
  if ((words.forms[to - 1]! & POSSESSIVE) !== 0 || words.gaps[to] === HYPHEN) return false;
  if (words.gaps[to] !== SPACE) return true;
  const next = words.keys[to]!;
  if ((words.forms[to]! & CAPITAL) !== 0 || /^(?:of|for|from|at|with|to|on)$/.test(next)) return false;
  return OPENERS.has(next) || isVerb(next) || /^[a-z]{3,}ed$/.test(next);
}
