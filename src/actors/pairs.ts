import type { ActorMention } from './actor.ts';
import { draftFrom } from './draft.ts';
import { headAt, isModifier } from './heads.ts';
import { leadingCountries } from './home.ts';
import { stateActor } from './owners.ts';
import { lastPeople, lastTwoNamed, pairInOffice, type Side } from './pair-people.ts';
import { isSentenceStart } from './reader.ts';
import { isVerb, type Story, type Told, toldSince } from './story.ts';
import { COMMA, SPACE, type Words } from './words.ts';

/** "the two countries": one mention a side, over the same words. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly ActorMention[];
}

const STATES = new Set(
  (
    'countries nations sides side powers states governments capitals superpowers giants economies rivals neighbors neighbours foes ' +
    'adversaries militaries armies parties allies delegations competitors peoples koreas'
  ).split(' '),
);

const PEOPLE = new Set(
  'leaders presidents ministers premiers diplomats men women officials secretaries envoys chiefs heads counterparts'.split(
    ' ',
  ),
);

/** Words between "two" and its noun: "the two nuclear-armed neighbours", "the world's two largest economies". */
const BETWEEN = new Set(
  (
    'largest biggest nuclear armed rival foreign defense defence trade prime top great major neighboring neighbouring asian ' +
    'most powerful feuding warring world global economic military trading finance european gulf arab south chief old senior'
  ).split(' '),
);

const STEPS = 3;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['three', 3],
  ['four', 4],
  ['five', 5],
]);

const OPENING = new Set(
  'two both neither either each pair duo trio three four five neighbours neighbors sides foes superpowers archrivals rivals enemies adversaries belligerents governments countries'.split(
    ' ',
  ),
);

/** The pair that begins at a word: "two", "both", "neither", "pair", "trio"; null where there is none. */
export function pairAt(story: Story, at: number): Pair | null {
  const { words } = story.reader;
  const key = words.keys[at]!;
  if (!OPENING.has(key)) return null;
  const first = PLAIN.has(key) ? pastAdjectives(words, at) : at;
  if (first <= (story.told.at(-1)?.to ?? 0) && first < at) return null;
  const before = first > 0 && words.gaps[first] === SPACE ? words.keys[first - 1]! : '';
  const definite =
    key === 'both' ||
    key === 'neither' ||
    key === 'each' ||
    key === 'either' ||
    /^(?:the|these|those|their|our|all)$/.test(before) ||
    (before === 'world' && !isSentenceStart(words, at));
  if (!definite) return null;
  let to = at + 1;
  if (key === 'each' || key === 'either') {
    if (words.gaps[to] !== SPACE || !/^(?:side|country|government|nation|capital)$/.test(words.keys[to]!))
      return null;
    return pairOver(story, '', at, to + 1, leadingStates(story, at), 'actors/pair-of-states');
  }
  const count = NUMBERS.get(key);
  let sides: Side[];
  let rule = 'actors/pair-of-people';
  if (PLAIN.has(key)) {
    if (before !== 'the' || (words.gaps[to] === SPACE && /^(?:of|in|that|which|who)$/.test(words.keys[to]!)))
      return null;
    const sidesNear = leadingStates(story, at, !LOOSE.has(key));
    return pairOver(story, before, first, to, sidesNear, 'actors/pair-of-states');
  } else if (count !== undefined) {
    const noun = words.gaps[to] === SPACE ? words.keys[to]! : '';
    const isStates = STATES.has(noun);
    if (!isStates && !PEOPLE.has(noun)) return null;
    if (isStates) rule = 'actors/pair-of-states';
    sides = isStates ? lastStates(story, at, count) : lastPeople(story, count);
    to++;
  } else if (key === 'pair' || key === 'duo' || key === 'trio') {
    sides = isNounAfter(words, to) ? [] : lastPeople(story, key === 'trio' ? 3 : 2);
  } else {
    const head = key === 'neither' ? null : headAt(story.reader, to, false);
    const office = head === null ? null : pairInOffice(story, head, leadingStates(story, at), at);
    if (office !== null) return pairOver(story, before, at, head!.to, office, rule);
    for (let steps = 0; steps < STEPS && BETWEEN.has(words.keys[to] ?? ''); steps++) to++;
    const noun = words.gaps[to] === SPACE ? words.keys[to]! : '';
    if (STATES.has(noun) && (noun === 'side') === (key === 'neither')) {
      rule = 'actors/pair-of-states';
      sides = noun === 'koreas' ? bothKoreas(story) : leadingStates(story, at);
      to++;
    } else if (PEOPLE.has(noun)) {
      sides = lastTwoNamed(story, noun, at);
      to++;
    } else {
      if (to > at + 1 || isNounAfter(words, to)) return null;
      sides = key === 'neither' ? lastPair(story) : lastPeople(story, 2);
      if (sides[0]?.actor.kind === 'state') rule = 'actors/pair-of-states';
    }
  }
  return pairOver(story, before, at, to, sides, rule);
}

/** "The presidents may meet": those of the two states of a report, unless it names them as a group. */
export function officesAt(story: Story, at: number, limit: number): Pair | null {
  const { words } = story.reader;
  const head = headAt(story.reader, at + 1, false);
  if (head === null || !head.plural || head.to > limit) return null;
  if (words.gaps[head.to] === SPACE && /^(?:of|from|in|who)$/.test(words.keys[head.to]!)) return null;
  // "the prime ministers, Ana Prado and Marta Rojas"
  if (words.gaps[head.to] === COMMA && draftFrom(story.drafts, head.to)?.actor?.kind === 'person')
    return null;
  const noun = words.keys[head.to - 1];
  const isGroup = toldSince(story, words.sentences[at]! - 2).some(
    ({ mention: { actor }, to }) => actor.kind === 'group' && words.keys[to - 1] === noun,
  );
  const states = leadingCountries(story).length === 2 ? leadingStates(story, at) : [];
  const sides = isGroup ? null : (pairInOffice(story, head, states, at + 1) ?? twoNear(story, at, noun!));
  return sides === null ? null : pairOver(story, 'the', at + 1, head.to, sides, 'actors/pair-of-people');
}

/** "The leaders", "the ministers": where the last sentences name two such and no third. */
function twoNear(story: Story, at: number, noun: string): Side[] | null {
  if (noun !== 'leaders' && noun !== 'ministers') return null;
  const people = toldSince(story, story.reader.words.sentences[at]! - 4).filter(
    ({ mention: { actor } }) => actor.kind === 'person' || actor.kind === 'office',
  );
  return new Set(people.map(({ mention }) => mention.actor.id)).size === 2
    ? lastTwoNamed(story, noun, at + 1)
    : null;
}

function pairOver(
  { reader: { words } }: Story,
  before: string,
  at: number,
  to: number,
  sides: readonly Side[],
  rule: string,
): Pair | null {
  if (sides.length < 2) return null;
  const from = before === 'the' || before === 'these' || before === 'those' ? at - 1 : at;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  const mentions = sides.map(
    ({ actor, antecedent }): ActorMention => ({ ...span, actor, via: 'pronoun', rule, antecedent }),
  );
  return { from, to, mentions };
}

/** "the neighbours": two without a number. */
const PLAIN = new Set(
  'neighbours neighbors sides foes superpowers archrivals rivals enemies adversaries belligerents governments countries'.split(
    ' ',
  ),
);

/** Those among them that may be any number: only where two stand near. */
const LOOSE = new Set('rivals enemies adversaries belligerents governments countries'.split(' '));

/** "the old foes": index of the first of at most two adjectives before a noun. */
function pastAdjectives(words: Words, at: number): number {
  let first = at;
  while (
    at - first < 2 &&
    words.gaps[first] === SPACE &&
    (BETWEEN.has(words.keys[first - 1]!) || isModifier(words.keys[first - 1]!))
  )
    first--;
  return first;
}

/** Words beside verbs after which "both" and "the two" stand alone. */
const ALONE = new Set('spoke shook want hope plan believe agree think in on at after who'.split(' '));

/** "both houses", "the pair of shoes", "both France and Peru": something that follows makes it another pair. */
function isNounAfter(words: Words, at: number): boolean {
  if (words.gaps[at] !== SPACE) return words.gaps[at] === undefined;
  const key = words.keys[at]!;
  return !ALONE.has(key) && !isVerb(key) && !/^[a-z]{3,}ed$/.test(key);
}

/** "Neither would say": the pair told last, in this sentence or the one before. */
function lastPair(story: Story): Side[] {
  const told = toldSince(story, (story.told.at(-1)?.sentence ?? 0) - 1);
  const second = told.findLastIndex(({ from }, i) => told[i - 1]?.from === from);
  return second < 0
    ? []
    : told
        .slice(second - 1, second + 1)
        .map(({ mention: { actor, start, end } }) => ({ actor, antecedent: { start, end } }));
}

/** The two countries of this sentence so far or of the last; else the two named most often in the report. */
function leadingStates(story: Story, at: number, anywhere = true): Side[] {
  const sentence = story.reader.words.sentences[at]!;
  const told = toldSince(story, sentence - 1).filter(
    ({ mention }) => mention.actor.country !== null && mention.rule !== 'actors/capital-as-place',
  );
  for (const back of [sentence, sentence - 1]) {
    const here = told.filter((one) => one.sentence === back);
    const there = firstOfEachCountry(here);
    const pair = there.length === 2 ? there : joinedStates(story, here);
    if (pair.length === 2 && !areBystanders(story, pair))
      return pair.map((one) => sideOf(story, one.mention.actor.country!, one.mention));
  }
  if (!anywhere) return [];
  return leadingCountries(story)
    .slice(0, 2)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ country, span }) => sideOf(story, country, span));
}

/** Two states named in passing in a report that is about two others. */
function areBystanders(story: Story, pair: readonly Told[]): boolean {
  const [first, second, ...rest] = leadingCountries(story);
  if (first === undefined || second === undefined) return false;
  const codes = new Set(pair.map(({ mention }) => mention.actor.country));
  if (codes.has(first.country) || codes.has(second.country)) return false;
  return rest.every(({ country, count }) => !codes.has(country) || second.count >= 2 * count);
}

/** So many countries, where this sentence or the last names as many. */
function lastStates(story: Story, at: number, count: number): Side[] {
  const sentence = story.reader.words.sentences[at]!;
  const told = toldSince(story, sentence - 1).filter(
    ({ mention }) => mention.actor.country !== null && mention.rule !== 'actors/capital-as-place',
  );
  for (const back of [sentence, sentence - 1]) {
    const there = firstOfEachCountry(told.filter((one) => one.sentence === back));
    if (there.length === count)
      return there.map((one) => sideOf(story, one.mention.actor.country!, one.mention));
  }
  return [];
}

/** The last two states joined by "and". */
function joinedStates({ reader: { words } }: Story, there: readonly Told[]): Told[] {
  for (let i = there.length - 1; i > 0; i--) {
    const [first, second] = [there[i - 1]!, there[i]!];
    const joined =
      first.from === second.from || (first.to === second.from - 1 && words.keys[first.to] === 'and');
    if (joined && first.mention.actor.country !== second.mention.actor.country) return [first, second];
  }
  return [];
}

function bothKoreas(story: Story): Side[] {
  const { words } = story.reader;
  const end = story.told.at(-1)?.mention.end ?? words.ends[0]!;
  const start = story.told.at(-1)?.mention.start ?? words.starts[0]!;
  return ['KOR', 'PRK'].map((code) => sideOf(story, code, { start, end }));
}

function sideOf({ reader }: Story, country: string, { start, end }: { start: number; end: number }): Side {
  return { actor: stateActor(reader.directory.states.get(country)!), antecedent: { start, end } };
}

function firstOfEachCountry(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(
    ({ mention: { actor } }) => actor.country !== null && !seen.has(actor.country) && seen.add(actor.country),
  );
}
