import type { Actor, ActorMention } from './actor.ts';
import { bareGroupAt } from './bare-groups.ts';
import type { Head } from './draft.ts';
import { headActor } from './head-actors.ts';
import { headAt, isFormerWord, isModifier } from './heads.ts';
import { actingCountry } from './home.ts';
import { embassyAt, homeBodyAt } from './home-bodies.ts';
import { nounAgainAt } from './nouns-again.ts';
import { lastHolder } from './office-references.ts';
import { ownerOfState, stateActor } from './owners.ts';
import { officesAt } from './pairs.ts';
import { OPENERS } from './reader.ts';
import { halfMeant, realmAt } from './realms.ts';
import { isVerb, type Story, type Told, tell, toldSince } from './story.ts';
import { lastVisitor, partOf } from './visitors.ts';
import { CAPITAL, POSSESSIVE, SPACE, type Words } from './words.ts';

/** "the minister", "the late president", "the kingdom", "the government": tells whom it means; gives the word to go on with. */
export function descriptionAt(story: Story, at: number, limit: number): number {
  const { words } = story.reader;
  if (words.gaps[at + 1] !== SPACE || at + 1 >= limit) return at + 1;
  const realm = realmAt(story, at + 1);
  if (realm !== null) {
    const { mention, to } = realm;
    const owned = ownedByRealm(story, mention, to, limit);
    if (owned !== null) {
      tell(story, owned.mention, at + 1, owned.to, mention.actor.country, true);
      return owned.to;
    }
    tell(story, mention, at + 1, to, mention.actor.country, false);
    return to;
  }
  const visitor = visitorAt(story, at + 1);
  if (visitor !== null) {
    tell(story, visitor, at + 1, at + 2, null, false);
    return at + 2;
  }
  const listed = listedOne(story, at + 1);
  if (listed !== null) {
    tell(story, listed, at + 1, at + 2, null, false);
    return at + 2;
  }
  const office = officeAt(story, at + 1, limit) ?? officeOfHalf(story, at + 1, limit);
  if (office !== null) {
    tell(story, office.mention, at + 1, office.to, null, false);
    return office.to;
  }
  const both = officesAt(story, at, limit);
  if (both !== null) {
    for (const mention of both.mentions) tell(story, mention, both.from, both.to, null, false);
    return both.to;
  }
  const again = nounAgainAt(story, at + 1, limit);
  if (again !== null) {
    tell(story, again.mention, at + 1, again.to, again.mention.actor.country, false);
    return again.to;
  }
  return homeAt(story, at + 1, limit) ?? at + 1;
}

/** Words that make less than the state's own of an office or body. */
const SMALLER = new Set('deputy local state regional vice'.split(' '));

/** "the new government", "the acting finance minister": past words that change nothing; as before where "former" is among them. */
function pastModifiers({ reader: { words } }: Story, from: number): number {
  let at = from;
  while (at < from + 2 && isModifier(words.keys[at]!) && words.gaps[at + 1] === SPACE) {
    if (isFormerWord(words.keys[at]!) || SMALLER.has(words.keys[at]!)) return from;
    at++;
  }
  return at;
}

/** "parliament", "police in Hong Kong": tells a body, office or group that no word gives to a state; the word after it. */
export function homeAt(story: Story, at: number, limit: number): number | null {
  const past = story.reader.words.keys[at - 1] === 'the' ? pastModifiers(story, at) : at;
  const home =
    homeBodyAt(story, at) ?? embassyAt(story, at) ?? (past > at ? homeBodyAt(story, past, true) : null);
  if (home !== null && home.to <= limit) {
    tell(story, home.mention, home.from, home.to, home.mention.actor.country, true);
    return home.to;
  }
  const group = bareGroupAt(story, at, limit);
  if (group === null) return null;
  for (const mention of group.mentions) tell(story, mention, at, group.to, mention.actor.country, true);
  return group.to;
}

/** "the country's president", "the kingdom's army": one mention with its owner. */
function ownedByRealm(
  story: Story,
  { start, actor }: ActorMention,
  at: number,
  limit: number,
): { readonly mention: ActorMention; readonly to: number } | null {
  const { words, directory } = story.reader;
  const state = directory.states.get(actor.country ?? '');
  if (state === undefined || (words.forms[at - 1]! & POSSESSIVE) === 0 || words.gaps[at] !== SPACE)
    return null;
  const head = headAt(story.reader, at, true);
  if (head === null || head.kind === 'counterpart' || head.of !== null || head.to > limit) return null;
  const isLonger = words.gaps[head.to] === SPACE && (words.forms[head.to]! & CAPITAL) !== 0;
  if (isLonger || head.group?.kind === 'state') return null;
  const holder =
    head.kind === 'title' && !head.plural ? lastHolder(story, head, state.code)?.mention.actor : undefined;
  const found = holder ?? headActor(story.reader, ownerOfState(state), head);
  if (found === null) return null;
  const isOffice = found.kind === 'person' || found.kind === 'office';
  const span = { start, end: words.ends[head.to - 1]! };
  const mention: ActorMention = {
    ...span,
    actor: found,
    via: isOffice ? 'office' : 'name',
    rule: isOffice ? 'actors/own-office' : 'actors/own-body',
  };
  return { mention, to: head.to };
}

/** "the northern leader" whom the report has not named: who leads that half. */
function officeOfHalf(
  story: Story,
  from: number,
  limit: number,
): { readonly mention: ActorMention; readonly to: number } | null {
  const { words, directory } = story.reader;
  const country = halfMeant(story, words.keys[from]!);
  const state = country === null || country === undefined ? undefined : directory.states.get(country);
  const head = state === undefined ? null : headAt(story.reader, from + 1, true);
  if (
    state === undefined ||
    head === null ||
    head.to > limit ||
    head.of !== null ||
    head.group?.kind === 'people'
  )
    return null;
  // "the southern neighbour", "the southern side" is that half itself.
  const isState = head.group?.foreign === true || head.group?.kind === 'state';
  const actor = isState ? stateActor(state) : headActor(story.reader, ownerOfState(state), head);
  if (actor === null) return null;
  const span = { start: words.starts[from]!, end: words.ends[head.to - 1]! };
  const isOffice = actor.kind === 'person' || actor.kind === 'office';
  const rule = isOffice ? 'actors/office-holder' : 'actors/own-body';
  return { mention: { ...span, actor, via: isOffice ? 'office' : 'name', rule }, to: head.to };
}

/** "the visitor": who travels in the report. */
function visitorAt(story: Story, at: number): ActorMention | null {
  const { words } = story.reader;
  if (!/^(?:visitor|guest)$/.test(words.keys[at]!)) return null;
  if (
    words.gaps[at + 1] === SPACE &&
    /^(?:of|from|to|centre|center|house|list|book|room)$/.test(words.keys[at + 1]!)
  )
    return null;
  const meant = lastVisitor(story);
  if (meant === null) return null;
  const { actor, start, end } = meant.mention;
  const span = { start: words.starts[at]!, end: words.ends[at]! };
  return { ...span, actor, via: 'pronoun', rule: 'actors/the-office', antecedent: { start, end } };
}

/** "the former spoke of tents, the latter of provocations": the first and the second of the last two people, else of the two states of the sentence before. */
function listedOne(story: Story, at: number): ActorMention | null {
  const { words, directory } = story.reader;
  const key = words.keys[at]!;
  if (key !== 'former' && key !== 'latter') return null;
  const after = words.keys[at + 1] ?? '';
  if (
    words.gaps[at + 1] === SPACE &&
    !isVerb(after) &&
    !OPENERS.has(after) &&
    !/^(?:[a-z]+ed|spoke|says)$/.test(after)
  )
    return null;
  const sentence = words.sentences[at]!;
  const recent = toldSince(story, sentence - 1).filter(
    ({ mention }) => mention.rule !== 'actors/former-latter',
  );
  const people = firstOfEach(
    recent.filter(({ mention: { actor } }) => actor.kind === 'person').reverse(),
    ({ id }) => id,
  ).slice(0, 2);
  const states = firstOfEach(
    recent.filter(
      ({ sentence: where, mention: { actor, rule } }) =>
        where < sentence && actor.country !== null && rule !== 'actors/capital-as-place',
    ),
    ({ country }) => country,
  );
  const two = people.length === 2 ? people.reverse() : states.length === 2 ? states : [];
  const meant = two[key === 'former' ? 0 : 1];
  if (meant === undefined) return null;
  const { actor, start, end } = meant.mention;
  const named = people.length === 2 ? actor : stateActor(directory.states.get(actor.country!)!);
  const span = { start: words.starts[at]!, end: words.ends[at]! };
  return { ...span, actor: named, via: 'pronoun', rule: 'actors/former-latter', antecedent: { start, end } };
}

/** The first mention of each that a key tells apart. */
function firstOfEach(told: readonly Told[], keyOf: (actor: Actor) => string | null): Told[] {
  const seen = new Set<string | null>();
  return told.filter(({ mention: { actor } }) => !seen.has(keyOf(actor)) && seen.add(keyOf(actor)));
}

/** "81-year-old": past an age before a title. */
function pastAge({ keys, gaps }: Words, from: number): number {
  const isAge = /^[1-9]\d$/.test(keys[from] ?? '') && keys[from + 1] === 'year' && keys[from + 2] === 'old';
  return isAge && gaps[from + 3] === SPACE ? from + 3 : from;
}

/** Who is meant by an office: of a traveller and a host the one that "visiting" tells, of two Koreas the one that "northern" tells. */
function holderMeant(story: Story, from: number, head: Head): Told | null {
  const { words } = story.reader;
  const adjectives = words.keys.slice(from, head.to - 1);
  if (adjectives.includes('visiting')) {
    const guest = lastHolder(
      story,
      head,
      null,
      undefined,
      undefined,
      (actor) => partOf(story, actor) === 'visitor',
    );
    if (guest !== null) return guest;
    const last = lastHolder(
      story,
      head,
      null,
      undefined,
      undefined,
      (actor) => partOf(story, actor) !== 'host',
    );
    const isOne =
      last !== null &&
      lastHolder(story, head, null, undefined, undefined, ({ id }) => id !== last.mention.actor.id) === null;
    return isOne ? last : null;
  }
  const half = adjectives.map((key) => halfMeant(story, key)).find((country) => country !== undefined);
  if (half !== undefined) return half === null ? null : lastHolder(story, head, half);
  const here = actingCountry(story, from);
  return (here === null ? null : lastHolder(story, head, here)) ?? lastHolder(story, head, null);
}

/** "the minister", "the former president": whoever in this report was last named with that office. */
function officeAt(
  story: Story,
  from: number,
  limit: number,
): { readonly mention: ActorMention; readonly to: number } | null {
  const { words } = story.reader;
  if (/^(?:two|three|four|five)$/.test(words.keys[from]!)) return null;
  const first = pastAge(words, from);
  const head = headAt(story.reader, first, false);
  if (head === null || head.kind !== 'title' || head.plural || head.of !== null || head.to > limit)
    return null;
  const { to } = head;
  const next = words.keys[to];
  if (
    (words.forms[to - 1]! & POSSESSIVE) === 0 &&
    words.gaps[to] === SPACE &&
    (next === 'of' ||
      (words.forms[to]! & CAPITAL) !== 0 ||
      ((next === 'for' || next === 'to') && ((words.forms[to + 1] ?? 0) & CAPITAL) !== 0))
  )
    return null;
  const earlier = holderMeant(story, first, head);
  if (earlier === null) return null;
  const { actor, start, end } = earlier.mention;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  return {
    mention: { ...span, actor, via: 'office', rule: 'actors/the-office', antecedent: { start, end } },
    to,
  };
}
