import type { ActorMention } from './actor.ts';
import { headAt } from './heads.ts';
import { homeBodyAt } from './home-bodies.ts';
import { lastHolder } from './office-references.ts';
import { realmAt } from './realms.ts';
import { type Story, tell } from './story.ts';
import { CAPITAL, POSSESSIVE, SPACE } from './words.ts';

/** "the minister", "the late president", "the kingdom", "the government": tells whom it means; gives the word to go on with. */
export function descriptionAt(story: Story, at: number, limit: number): number {
  const { words } = story.reader;
  if (words.gaps[at + 1] !== SPACE || at + 1 >= limit) return at + 1;
  const realm = realmAt(story, at + 1);
  if (realm !== null) {
    tell(story, realm, at + 1, at + 2, realm.actor.country, false);
    return at + 2;
  }
  const office = officeAt(story, at + 1, limit);
  if (office !== null) {
    tell(story, office.mention, at + 1, office.to, null, false);
    return office.to;
  }
  const home = homeBodyAt(story, at + 1);
  if (home === null || home.to > limit) return at + 1;
  tell(story, home.mention, home.from, home.to, home.mention.actor.country, true);
  return home.to;
}

/** "the minister", "the former president": whoever in this report was last named with that office. */
function officeAt(
  story: Story,
  from: number,
  limit: number,
): { readonly mention: ActorMention; readonly to: number } | null {
  const { words } = story.reader;
  const head = headAt(story.reader, from, false);
  if (head === null || head.kind !== 'title' || head.plural || head.of !== null || head.to > limit)
    return null;
  const { to } = head;
  const next = words.keys[to];
  if (
    (words.forms[to - 1]! & POSSESSIVE) === 0 &&
    words.gaps[to] === SPACE &&
    (next === 'of' || next === 'for' || next === 'to' || (words.forms[to]! & CAPITAL) !== 0)
  )
    return null;
  const earlier = lastHolder(story, head, null);
  if (earlier === null) return null;
  const { actor, start, end } = earlier.mention;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  return {
    mention: { ...span, actor, via: 'office', rule: 'actors/the-office', antecedent: { start, end } },
    to,
  };
}
