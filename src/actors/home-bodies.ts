import type { Actor, ActorMention } from './actor.ts';
import type { Entry } from './directory.ts';
import { draftFrom } from './draft.ts';
import { headActor } from './head-actors.ts';
import { headAt } from './heads.ts';
import { nearestHome, onlyHome } from './home.ts';
import { bodyActor, governmentActor, ownerOfState } from './owners.ts';
import { personActor } from './persons.ts';
import { isInTitle, matchAt, OPENERS } from './reader.ts';
import { isVerb, type Story, toldSince } from './story.ts';
import { holderOn } from './terms.ts';
import { CAPITAL, HYPHEN, SPACE } from './words.ts';

/** A body or office of the state that the text is about, and the word after it. */
export interface HomeBody {
  readonly mention: ActorMention;
  readonly from: number;
  readonly to: number;
}

/** "the leadership", "the agency": so often of something smaller that only a capital makes a state's body of them. */
const BARE = new Set(
  'leadership regime authorities administration police treasury customs cabinet council security'.split(' '),
);

/** Groups that "the" makes those of the state at hand. */
const GROUPS = new Set(['opposition', 'ruling-party', 'delegation', 'junta']);

/** Offices that few states have. */
const RARE = new Set(
  'monarch crown-prince pope supreme-leader military-ruler chief-executive president-elect'.split(' '),
);

/** Bodies that stand abroad, so that a capital does not tell whose they are. */
const ABROAD = new Set(['embassy', 'un-mission']);

/**
 * "Chile votes. The Senate ...", "the prime minister", "told parliament": a body or office without a country. One
 * written as a name belongs to the only state named so far, or in this sentence and the one before; the rest to the
 * state that acts next to it. Null where nothing tells.
 *
 * @param from - Index of its first word, after the article.
 * @param afterThe - Words such as "new" stand between the article and it.
 */
export function homeBodyAt(story: Story, from: number, afterThe = false): HomeBody | null {
  const { reader } = story;
  const { words, directory, report } = reader;
  // "a Supreme Court ruling" and "told parliament" need no article; "Parliament" might be a street.
  const definite = afterThe || (words.gaps[from] === SPACE && words.keys[from - 1] === 'the');
  const bare = words.keys[from] === 'parliament';
  if (!definite && !bare && (words.forms[from]! & CAPITAL) === 0) return null;
  if (isInTitle(reader, from) || /^(?:our|my|your)$/.test(words.keys[from - 1] ?? '')) return null;
  const match = matchAt(reader, from, isOfSomeState);
  if (match === null) return null;
  const to = match.end;
  const isName = (words.forms[from]! & words.forms[to - 1]! & CAPITAL) !== 0;
  const isAmerican = words.keys[from] === 'administration' && nearestHome(story, from) === 'USA';
  if (!isName && !isAmerican && BARE.has(words.keys[to - 1]!) && to === from + 1) return null;
  if (!definite && (isName ? to === from + 1 : !bare)) return null;
  // "the Army Corps", "the Senate of Rome": part of a longer name, or somebody else's.
  if (
    words.gaps[to] === SPACE &&
    ((words.forms[to]! & CAPITAL) !== 0 || (words.keys[to] === 'of' && !words.keys[to + 1]?.endsWith('ing')))
  )
    return null;
  if (words.gaps[to] === HYPHEN) return null;
  // "the military dialogues" are no army.
  if (words.keys[to - 1] === 'military' && words.gaps[to] === SPACE && !mayFollow(words.keys[to]!))
    return null;
  const place = match.entries.some(({ kind }) => kind === 'body') ? placeNamedIn(story, to) : null;
  const named =
    isName && place === null ? (onlyHome(story, from) ?? homeOfSibling(story, from, match.entries)) : null;
  const country = place ?? (isName ? named : nearestHome(story, from));
  if (country === null) return null;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  const body = match.entries.find((entry) => entry.kind === 'body');
  if (body?.kind === 'body') {
    const actor =
      body.body === 'GOV'
        ? governmentActor(directory.states.get(country)!)
        : bodyActor(directory, body, country);
    return { mention: { ...span, actor, via: 'name', rule: 'actors/home-body' }, from, to };
  }
  const group = match.entries.find((entry) => entry.kind === 'group');
  if (group?.kind === 'group') {
    if (words.gaps[to] === SPACE && words.keys[to] === 'in') return null;
    const told = toldSince(story, 0).findLast(({ mention }) => mention.actor.id.endsWith(`/${group.group}`));
    if (told !== undefined) {
      const { actor, start, end } = told.mention;
      const antecedent = { start, end };
      return { mention: { ...span, actor, via: 'pronoun', rule: 'actors/home-body', antecedent }, from, to };
    }
    // "the rebels" nobody has named may be anybody's.
    if (group.group === 'delegation') return null;
    const { adjective } = directory.states.get(country)!;
    const actor: Actor = {
      id: `${country}/${group.group}`,
      kind: group.actorKind,
      name: `${adjective} ${group.group}`,
      country,
      ...(group.sector === undefined ? {} : { sector: group.sector }),
    };
    return { mention: { ...span, actor, via: 'name', rule: 'actors/home-body' }, from, to };
  }
  for (const entry of match.entries) {
    const office = entry.kind === 'title' ? entry.title.office.id : '';
    const term = holderOn(directory, country, office, report.publishedOn);
    if (term === null) continue;
    const actor = personActor(directory, term.person, report.publishedOn);
    return { mention: { ...span, actor, via: 'office', rule: 'actors/home-office' }, from, to };
  }
  const isKnown = match.entries.some(
    (entry) =>
      entry.kind === 'title' &&
      (!RARE.has(entry.title.office.id) || directory.terms.has(`${country}/${entry.title.office.id}`)),
  );
  const head = isKnown && onlyHome(story, from) === country ? headAt(reader, from, false) : null;
  const office =
    head?.kind === 'title' ? headActor(reader, ownerOfState(directory.states.get(country)!), head) : null;
  if (office === null || head!.to !== to) return null;
  return { mention: { ...span, actor: office, via: 'office', rule: 'actors/home-office' }, from, to };
}

function mayFollow(key: string): boolean {
  return OPENERS.has(key) || isVerb(key) || /^[a-z]{3,}ed$/.test(key);
}

/** "China's Commerce Ministry said so. The Foreign Ministry said more": of the state whose ministry spoke before it. */
function homeOfSibling(story: Story, at: number, entries: readonly Entry[]): string | null {
  const sibling = toldSince(story, story.reader.words.sentences[at]! - 1).findLast(
    ({ mention: { actor }, subject }) => subject && actor.kind === 'government' && /\/(?!GOV)/.test(actor.id),
  )?.mention.actor;
  const isSame = entries.some(
    (entry) => entry.kind === 'body' && sibling?.id.endsWith(`/${entry.body}`) === true,
  );
  return isSame ? null : (sibling?.country ?? null);
}

/** "The embassy in Washington": of the state that acts before it, which is not the host. */
export function embassyAt(story: Story, from: number): HomeBody | null {
  const { words, directory } = story.reader;
  const match = matchAt(story.reader, from, (entry) => entry.kind === 'body' && entry.body === 'embassy');
  const body = match?.entries.find((entry) => entry.kind === 'body');
  const host = match === null || body?.kind !== 'body' ? null : placeNamedIn(story, match.end);
  if (host === null || body?.kind !== 'body') return null;
  const sender = toldSince(story, words.sentences[from]! - 2).findLast(
    ({ mention: { actor }, subject }) => subject && actor.country !== null && actor.country !== host,
  )?.mention.actor.country;
  if (sender === undefined || sender === null) return null;
  const span = { start: words.starts[from]!, end: words.ends[match!.end - 1]! };
  const actor = bodyActor(directory, body, sender);
  return { mention: { ...span, actor, via: 'name', rule: 'actors/home-body' }, from, to: match!.end };
}

/** "the Foreign Ministry in Beijing": the capital after it tells whose it is. */
export function placeNamedIn({ reader: { words }, drafts }: Story, to: number): string | null {
  if (words.gaps[to] !== SPACE || words.keys[to] !== 'in') return null;
  const actor = draftFrom(drafts, to + 1)?.actor;
  return actor?.kind === 'government' ? actor.country : null;
}

function isOfSomeState(entry: Entry): boolean {
  if (entry.kind === 'group') return GROUPS.has(entry.group);
  if (entry.kind === 'body') return entry.country === null && !ABROAD.has(entry.body);
  return entry.kind === 'title' && !entry.plural && entry.title.office.single && entry.title.country === null;
}
