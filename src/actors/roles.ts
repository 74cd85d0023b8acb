import type { Actor } from './actor.ts';
import type { Antecedent } from './antecedents.ts';
import type { Draft, Role } from './draft.ts';
import { leaderOf } from './head-actors.ts';
import { personActor } from './persons.ts';
import { antecedentsOf } from './pronouns.ts';
import { type Story, tell, toldSince } from './story.ts';
import { lastHost, lastVisitor, partOf } from './visitors.ts';

const ROLES = new Set([
  'boss',
  'hosts',
  'guests',
  'visitors',
  'predecessor',
  'successor',
  'host',
  'guest',
  'visitor',
  'interlocutor',
]);

/** Whether a noun says in which relation somebody stands to the owner. */
export function isRole(key: string): boolean {
  return ROLES.has(key);
}

/** Tells who "her boss", "his predecessor", "his guest" is; where nothing tells, the pronoun alone. */
export function tellRole(story: Story, draft: Draft, { pronoun }: Role): void {
  const { words } = story.reader;
  const [owner] = antecedentsOf(story, pronoun);
  if (owner === undefined) return;
  const found = holderOfRole(story, owner, words.keys[pronoun + 1]!, pronoun);
  if (found === null) {
    const span = { start: words.starts[pronoun]!, end: words.ends[pronoun]! };
    const rule = 'actors/pronoun-person';
    tell(
      story,
      { ...span, actor: owner.actor, via: 'pronoun', rule, antecedent: owner.span },
      pronoun,
      pronoun + 1,
      null,
      false,
    );
    return;
  }
  const { start, end, from, to } = draft;
  tell(
    story,
    { start, end, actor: found, via: 'pronoun', rule: 'actors/own-office', antecedent: owner.span },
    from,
    to,
    null,
    false,
  );
}

function holderOfRole(story: Story, { actor }: Antecedent, role: string, at: number): Actor | null {
  const { directory, report, words } = story.reader;
  if (role === 'boss') {
    const adjective = directory.states.get(actor.country ?? '')?.adjective;
    const leader = adjective === undefined ? null : leaderOf(story.reader, actor.country, adjective);
    return leader?.kind === 'person' && leader.id !== actor.id ? leader : null;
  }
  if (role === 'predecessor' || role === 'successor') {
    const terms = directory.terms.get(`${actor.country ?? actor.organisation}/${actor.office}`) ?? [];
    const own = terms.findLastIndex(
      ({ person, from }) => person.id === actor.id && from <= report.publishedOn,
    );
    const other = own < 0 ? undefined : terms[role === 'predecessor' ? own - 1 : own + 1];
    return other === undefined ? null : personActor(directory, other.person, report.publishedOn);
  }
  if (role === 'hosts' || role === 'guests' || role === 'visitors')
    return othersMeant(story, actor, role, at);
  if (role !== 'interlocutor') {
    const side = partOf(story, actor);
    // "He flew in. His host ...": of the two, the one who travels is the guest, whomever the pronoun seems to mean.
    if (side !== null) return (role === 'host' ? lastHost(story) : lastVisitor(story))?.mention.actor ?? null;
  }
  // "His guest listened": the last other person, of another country.
  const other = toldSince(story, words.sentences[at]! - 2).findLast(
    ({ mention }) => mention.actor.kind === 'person' && mention.actor.country !== actor.country,
  );
  return other?.mention.actor ?? null;
}

/** "his hosts", "their guests": those of the state last named that is not the owner's. */
function othersMeant(story: Story, owner: Actor, role: string, at: number): Actor | null {
  const { directory, words } = story.reader;
  const other = toldSince(story, words.sentences[at]! - 2).findLast(
    ({ mention: { actor } }) => actor.country !== null && actor.country !== owner.country,
  );
  const state = directory.states.get(other?.mention.actor.country ?? '');
  if (state === undefined) return null;
  return {
    id: `${state.code}/${role}`,
    kind: 'group',
    name: `${state.adjective} ${role}`,
    country: state.code,
    sector: 'GOV',
  };
}
