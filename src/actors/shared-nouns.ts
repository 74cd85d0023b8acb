import type { Actor } from './actor.ts';
import type { Draft, Head, Owner } from './draft.ts';
import { type Found, one } from './found.ts';
import { headActor } from './head-actors.ts';
import { headAt } from './heads.ts';
import { ownerOf, stateActor } from './owners.ts';
import { matchAt, type Reader } from './reader.ts';
import { ALL_CAPITALS, COMMA, HYPHEN, SPACE } from './words.ts';

/** How many states may share a noun. */
const LONGEST_LIST = 8;

/** The owners that a list goes on with: "Indian and Pakistani", "Greece, Cyprus and the United States". */
function listFrom(reader: Reader, first: Owner, accepts: (next: Owner) => boolean): Owner[] {
  const { words, directory } = reader;
  const owners = [first];
  for (let at = first.to; owners.length < LONGEST_LIST; ) {
    const comma = words.gaps[at] === COMMA;
    const joined = (comma || words.gaps[at] === SPACE) && /^(?:and|or)$/.test(words.keys[at] ?? '');
    if (!comma && !joined) break;
    if (joined) at++;
    if (words.keys[at] === 'the' && words.gaps[at + 1] === SPACE) at++;
    const match = matchAt(reader, at);
    const next = match === null ? null : ownerOf(directory, match, at);
    if (next === null || next.country === null || !accepts(next)) break;
    owners.push(next);
    at = next.to;
    if (joined) break;
  }
  return owners;
}

/** "Chinese and American officials", "the Indian and Pakistani foreign ministers": adjectives that share a noun. */
export function sharedNoun(reader: Reader, owner: Owner): Found | null {
  const { words } = reader;
  if (owner.form !== 'adjective' && owner.form !== 'name') return null;
  const shouted = owner.form === 'name' && (words.forms[owner.to - 1]! & ALL_CAPITALS) !== 0;
  const owners = listFrom(reader, owner, ({ form }) => form === 'adjective' || shouted);
  const last = owners.at(-1)!;
  if (owners.length < 2 || words.gaps[last.to] !== SPACE) return null;
  const head = headAt(reader, last.to, true);
  if (head === null) return null;
  if (isOneEach(reader, head, owner.from)) {
    const drafts = owners.flatMap((one, at) => {
      const actor = headActor(reader, one, single(head));
      const to = at === owners.length - 1 ? head.to : one.to;
      return actor === null ? [] : [draftOf(reader, one.from, to, actor, one.country)];
    });
    return drafts.length < 2 ? null : { drafts, next: head.to };
  }
  if (head.kind !== 'group' && head.kind !== 'body' && !head.plural && head.group === undefined) return null;
  if (words.gaps[owner.to] === COMMA && (owner.form !== 'adjective' || head.kind === 'body')) return null;
  const group: Head = head.kind === 'title' && head.group !== undefined ? { ...head, kind: 'group' } : head;
  const actor = headActor(reader, owner, group);
  if (actor === null) return null;
  return one(reader, owner.from, owner.to, actor, 'demonym', 'actors/shared-noun', owner.country, owner.to);
}

/** "the foreign ministers of Greece and Cyprus": one holder each, over the same words. */
export function officesOfEach(reader: Reader, from: number, head: Head): Found | null {
  if (head.of === null || head.of.country === null || (!isOneEach(reader, head, from) && !head.plural))
    return null;
  const owners = listFrom(reader, head.of, ({ form }) => form === 'name' || form === 'capital');
  if (owners.length < 2) return null;
  const { to } = owners.at(-1)!;
  const drafts = owners.flatMap((owner) => {
    const actor = headActor(reader, owner, isOneEach(reader, head, from) ? single(head) : head);
    return actor === null ? [] : [draftOf(reader, from, to, actor, owner.country)];
  });
  return drafts.length < 2 ? null : { drafts, next: to };
}

/** Offices that one person holds; "leaders" without an article are any who lead. */
function isOneEach({ words }: Reader, head: Head, from: number): boolean {
  const definite = from > 0 && words.gaps[from] === SPACE && words.keys[from - 1] === 'the';
  const isLeaders = words.keys[head.to - 1] === 'leaders' || words.keys[from] === 'leaders';
  return (
    head.kind === 'title' &&
    head.plural &&
    (definite || !isLeaders) &&
    head.titles.some(({ office }) => office.single)
  );
}

/** The head as one of those it names: "minister" of "ministers". */
export function single(head: Head): Head {
  return {
    titles: head.titles,
    former: head.former,
    kind: 'title',
    to: head.to,
    of: null,
    plural: false,
    postedTo: null,
  };
}

function draftOf(reader: Reader, from: number, to: number, actor: Actor, owner: string | null): Draft {
  const rule = actor.kind === 'person' ? 'actors/office-holder' : 'actors/office';
  return one(reader, from, to, actor, 'office', rule, owner, to).drafts[0]!;
}

/** First parts of adjectives of two states. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['sino', 'CHN'],
  ['russo', 'RUS'],
  ['franco', 'FRA'],
  ['anglo', 'GBR'],
  ['indo', 'IND'],
  ['italo', 'ITA'],
  ['greco', 'GRC'],
  ['turco', 'TUR'],
  ['polono', 'POL'],
  ['austro', 'AUT'],
]);

/** "Sino-Indian": two states in one adjective. */
export function joinedAdjective(reader: Reader, at: number): Found | null {
  const { words, directory } = reader;
  const state = directory.states.get(PREFIXES.get(words.keys[at]!) ?? '');
  if (state === undefined || words.gaps[at + 1] !== HYPHEN) return null;
  const match = matchAt(reader, at + 1, (entry) => entry.kind === 'state' && entry.form === 'adjective');
  const second = match === null ? null : ownerOf(directory, match, at + 1);
  if (second === null) return null;
  const draft = (actor: Actor): Draft =>
    one(reader, at, second.to, actor, 'demonym', 'actors/demonym', actor.country, second.to).drafts[0]!;
  return { drafts: [draft(stateActor(state)), draft(second.actor)], next: second.to };
}
