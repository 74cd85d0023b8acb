import type { ActorMention } from './actor.ts';
import { resolveCounterpart } from './counterparts.ts';
import { descriptionAt, homeAt } from './descriptions.ts';
import type { Draft } from './draft.ts';
import { homeOfficialAt } from './home-officials.ts';
import { placedActor } from './learnt-places.ts';
import { memberMeant, membersMeant } from './members-meant.ts';
import { namedHolder } from './office-references.ts';
import { tellOwn } from './own-phrases.ts';
import { pairAt } from './pairs.ts';
import { pronounAt, pronounKind } from './pronouns.ts';
import type { Reader } from './reader.ts';
import { tellRole } from './roles.ts';
import { type Story, tell } from './story.ts';
import { SPACE } from './words.ts';

/** Settles what stands for something else, in text order: pronouns, counterparts, pairs, "the minister". */
export function resolveReferences(reader: Reader, drafts: readonly Draft[]): ActorMention[] {
  const { words } = reader;
  const firstPerson = drafts.find((draft) => draft.pending === undefined && draft.actor?.kind === 'person');
  const story: Story = { reader, told: [], drafts, genders: new Map(), placed: new Map(), firstPerson };
  let next = 0;
  for (let at = 0; at < words.keys.length; ) {
    while (next < drafts.length && drafts[next]!.from < at) next++;
    const draft = drafts[next];
    if (draft !== undefined && draft.from === at) {
      for (; drafts[next]?.from === draft.from; next++) tellDraft(story, drafts[next]!);
      at = draft.to;
      continue;
    }
    at = referenceAt(story, at, draft?.from ?? words.keys.length);
  }
  return story.told.map(({ mention }) => mention);
}

function tellDraft(story: Story, draft: Draft): void {
  const { start, end, via, rule, pending, from, to } = draft;
  if (pending?.kind === 'own') {
    tellOwn(story, draft, pending);
  } else if (pending?.kind === 'role') {
    tellRole(story, draft, pending);
  } else if (pending !== undefined) {
    const resolved = resolveCounterpart(story, draft, pending);
    if (resolved !== null) tell(story, resolved, from, to, draft.owner, true);
  } else if (draft.actor !== null) {
    const members = membersMeant(story, draft);
    for (const both of members) tell(story, both, from, to, null, false);
    if (members.length > 0) return;
    const member = memberMeant(story, draft);
    if (member !== null) {
      tell(story, member, from, to, member.actor.country, false);
      return;
    }
    const holder = draft.head === undefined ? null : namedHolder(story, draft.head, draft.actor);
    if (holder !== null) {
      const antecedent = { start: holder.mention.start, end: holder.mention.end };
      const mention = { start, end, actor: holder.mention.actor, via, rule: 'actors/the-office', antecedent };
      tell(story, mention, from, to, draft.owner, true);
      return;
    }
    const actor = placedActor(story, draft, draft.actor);
    tell(story, { start, end, actor, via, rule }, from, to, draft.owner, true);
  }
}

/** Reads what stands at a word before the next draft, which begins at `limit`; gives the word to go on with. */
function referenceAt(story: Story, at: number, limit: number): number {
  const { words } = story.reader;
  const key = words.keys[at]!;
  const kind = pronounKind(story, at);
  if (kind !== undefined) return pronounAt(story, at, kind);
  const pair = pairAt(story, at);
  if (pair !== null && pair.to <= limit) {
    for (const mention of pair.mentions) tell(story, mention, pair.from, pair.to, null, false);
    return pair.to;
  }
  if (key === 'the') return descriptionAt(story, at, limit);
  const official =
    /^(?:an?|one|another)$/.test(key) && words.gaps[at + 1] === SPACE
      ? homeOfficialAt(story, at + 1, limit)
      : null;
  if (official !== null) {
    tell(story, official.mention, at + 1, official.to, official.mention.actor.country, true);
    return official.to;
  }
  return homeAt(story, at, limit) ?? at + 1;
}
