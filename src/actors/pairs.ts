import type { ActorMention } from './actor.ts';
import { draftFrom } from './draft.ts';
import { headAt, isModifier } from './heads.ts';
import { leadingCountries, twoLead } from './home.ts';
import { stateActor } from './owners.ts';
import { lastPeople, lastTwoNamed, pairInOffice, type Side } from './pair-people.ts';
import { isSentenceStart } from './reader.ts';
import { isVerb, type Story, type Told, toldSince } from './story.ts';
import { BREAK, COMMA, HYPHEN, SPACE, type Words } from './words.ts';

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
    'most powerful feuding warring world global economic military trading finance european gulf arab south chief old senior ' +
    'regional former close bitter traditional historic longtime island communist african nordic baltic balkan caribbean american'
  ).split(' '),
);

const STEPS = 3;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['three', 3],
  ['four', 4],
  ['five', 5],
]);

/** "the three leaders" are no pair. */
function isNumber(key: string): boolean {
  return NUMBERS.has(key) || /^(?:six|seven|eight|nine|ten|\d+)$/.test(key);
}

const OPENING = new Set(
  'two both neither either each pair duo trio three four five neighbours neighbors sides foes superpowers archrivals rivals enemies adversaries belligerents governments countries allies partners'.split(
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
    // "the regional governments" may be all there are.
    if (ANY_STATES.has(key) && !words.keys.slice(first, at).every((word) => OPPOSED.has(word))) return null;
    const isTelling =
      !LOOSE.has(key) || (!ANY_STATES.has(key) && areMarked(words, first, at) && twoLead(story));
    if (!isTelling && MARKED_ONLY.has(key)) return null;
    return pairOver(story, before, first, to, leadingStates(story, at, isTelling), 'actors/pair-of-states');
  } else if (count !== undefined) {
    const noun = words.gaps[to] === SPACE ? words.keys[to]! : '';
    const isStates = STATES.has(noun);
    if (!isStates && !PEOPLE.has(noun)) return null;
    if (isStates) rule = 'actors/pair-of-states';
    sides = isStates ? lastStates(story, at, count) : lastPeople(story, count, at);
    to++;
  } else if (key === 'pair' || key === 'duo' || key === 'trio') {
    sides = isNounAfter(words, to) ? [] : lastPeople(story, key === 'trio' ? 3 : 2, at);
  } else {
    const head = key === 'neither' ? null : headAt(story.reader, to, false);
    const office = head === null ? null : pairInOffice(story, head, leadingStates(story, at), at);
    if (office !== null) return pairOver(story, before, at, head!.to, office, rule);
    for (let steps = 0; steps < STEPS && BETWEEN.has(words.keys[to] ?? ''); steps++) to++;
    const noun = words.gaps[to] === SPACE ? words.keys[to]! : '';
    // "both sides of the river"
    if (noun === 'sides' && words.keys[to + 1] === 'of' && !QUARRELS.has(words.keys[to + 3] ?? ''))
      return null;
    if (STATES.has(noun) && (noun === 'side') === (key === 'neither')) {
      rule = 'actors/pair-of-states';
      sides = noun === 'koreas' ? bothKoreas(story) : leadingStates(story, at);
      to++;
    } else if (PEOPLE.has(noun)) {
      sides = lastTwoNamed(story, noun, at);
      to++;
    } else {
      if (to > at + 1 || isNounAfter(words, to)) return null;
      sides = key === 'neither' ? lastPair(story) : twoMeant(story, at);
      if (sides[0]?.actor.kind === 'state') rule = 'actors/pair-of-states';
    }
  }
  return pairOver(story, before, at, to, sides, rule);
}

/** "The presidents may meet": those of the two states of a report, unless it names them as a group. */
export function officesAt(story: Story, at: number, limit: number): Pair | null {
  const { words } = story.reader;
  if (isNumber(words.keys[at + 1]!)) return null;
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
  'neighbours neighbors sides foes superpowers archrivals rivals enemies adversaries belligerents governments countries allies partners'.split(
    ' ',
  ),
);

/** Those among them that may be any number: only where two stand near, or in a report on two where an adjective tells which. */
const LOOSE = new Set(
  'rivals enemies adversaries belligerents governments countries allies partners'.split(' '),
);

/** Those that only such an adjective makes two. */
const MARKED_ONLY = new Set(['allies', 'partners']);

const ANY_STATES = new Set(['governments', 'countries']);

const OPPOSED = new Set(['rival', 'warring', 'feuding', 'two']);

const MARKS = new Set(
  'former old longtime onetime erstwhile bitter regional historic traditional neighbouring neighboring armed'.split(
    ' ',
  ),
);

/** "the former rivals", "the nuclear-armed rivals". */
function areMarked({ keys }: Words, from: number, to: number): boolean {
  return keys.slice(from, to).some((key) => MARKS.has(key));
}

/** "the old foes", "the nuclear-armed neighbours": index of the first of at most two adjectives before a noun. */
function pastAdjectives(words: Words, at: number): number {
  let first = at;
  while (
    at - first < 2 &&
    (words.gaps[first] === SPACE || words.gaps[first] === HYPHEN) &&
    (BETWEEN.has(words.keys[first - 1]!) ||
      MARKS.has(words.keys[first - 1]!) ||
      isModifier(words.keys[first - 1]!))
  )
    first--;
  return first;
}

/** Words beside verbs after which "both" and "the two" stand alone. */
const ALONE = new Set(
  (
    'spoke shook want hope plan believe agree think in on at after who then also later now never still again soon since ' +
    'until before when while to together apart do need see say know like seek keep claim face fear deny insist border ' +
    'belong remain expect call demand refuse sit stand hold share broke sat came went took gave made left began fought ' +
    'grew ran flew sent said lay stood kept saw knew fell drew'
  ).split(' '),
);

/** "both houses", "the pair of shoes", "both France and Peru": something that follows makes it another pair. */
function isNounAfter(words: Words, at: number): boolean {
  // "the two-state solution"
  if (words.gaps[at] !== SPACE) return words.gaps[at] === undefined || words.gaps[at] === HYPHEN;
  const key = words.keys[at]!;
  if (isVerb(key)) return false;
  const heads = isSentenceStart(words, at - 1) && /^[a-z]{3,}ed$/.test(key);
  if (words.keys[at - 1] === 'both' && !heads && isCorrelative(words, at)) return true;
  // "... of measles, both in children": of what is told, not of who tells it.
  if (words.gaps[at - 1] === COMMA && /^(?:in|on|at|to)$/.test(key)) return true;
  return !ALONE.has(key) && !/^[a-z]{3,}ed$/.test(key);
}

const CORRELATIVE_REACH = 10;

/** "both in Russia and abroad", "both now and then": "both" goes with "and". */
function isCorrelative({ keys, gaps }: Words, from: number): boolean {
  for (let at = from + 1; at < from + CORRELATIVE_REACH && gaps[at] !== BREAK; at++)
    if (keys[at] === 'and') return true;
  return false;
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

/** What has sides that are states. */
const QUARRELS = new Set('conflict dispute war quarrel argument fight talks negotiations table'.split(' '));

/** "the two", "both" with no noun: two people or two states of this sentence or the last, else the last two people or the two states of the report. */
function twoMeant(story: Story, at: number): Side[] {
  const { words } = story.reader;
  const joined = joinedBefore(story, at);
  if (joined !== null) return joined;
  const sentence = words.sentences[at]!;
  // "the increase and the offer; the two are unrelated": things as often.
  const mayBeThings = /^(?:are|were)$/.test(words.keys[at + 1] ?? '');
  const near = mayBeThings ? [] : othersThanDoer(story, at).filter((one) => one.sentence >= sentence - 1);
  for (const back of [sentence, sentence - 1]) {
    const here = near.filter((one) => one.sentence === back);
    if (new Set(here.filter(isOnePerson).map(({ mention }) => mention.actor.id)).size === 2) break;
    const states = here.filter(
      ({ mention: { actor, rule } }) => actor.kind === 'state' && rule !== 'actors/demonym',
    );
    const pair = firstOfEachCountry(states);
    if (pair.length === 2 && (back === sentence || !isPassing(story, pair)))
      return pair.map((one) => sideOf(story, one.mention.actor.country!, one.mention));
  }
  const people = lastPeople(story, 2, at);
  return people.length > 0 || !twoLead(story) ? people : leadingStates(story, at);
}

/** "Chile and Peru both", "they both": what stands right before it; null where nothing does. */
function joinedBefore({ reader: { words }, told }: Story, at: number): Side[] | null {
  if (words.gaps[at] === COMMA && told.at(-1)?.to !== at) return [];
  if (words.gaps[at] !== SPACE && words.gaps[at] !== COMMA) return null;
  if (/^(?:they|we|you|us|them)$/.test(words.keys[at - 1] ?? '')) return [];
  const last = told.at(-1);
  // "Cuba and Haiti are both to sign"
  const isAfterVerb = /^(?:are|were|have|had|will|would|can|could|should|must)$/.test(
    words.keys[at - 1] ?? '',
  );
  if (last?.to !== (isAfterVerb ? at - 1 : at)) return isAfterVerb ? [] : null;
  const other = told.findLast(
    ({ mention: { actor }, sentence }) =>
      sentence === last.sentence &&
      actor.kind === last.mention.actor.kind &&
      actor.id !== last.mention.actor.id,
  );
  return other === undefined
    ? []
    : [other, last].map(({ mention: { actor, start, end } }) => ({ actor, antecedent: { start, end } }));
}

function isOnePerson({ mention: { actor } }: Told): boolean {
  return actor.kind === 'person' || actor.kind === 'office';
}

/** The two countries of this sentence so far or of the last; else the two named most often in the report. */
function leadingStates(story: Story, at: number, anywhere = true): Side[] {
  const sentence = story.reader.words.sentences[at]!;
  const told = othersThanDoer(story, at).filter(
    ({ sentence: where, mention }) =>
      where >= sentence - 1 && mention.actor.country !== null && mention.rule !== 'actors/capital-as-place',
  );
  for (const back of [sentence, sentence - 1]) {
    const here = told.filter((one) => one.sentence === back);
    const there = firstOfEachCountry(here);
    const pair = there.length === 2 ? there : joinedStates(story, here);
    if (pair.length === 2 && !areBystanders(story, pair) && (back === sentence || !isPassing(story, pair)))
      return pair.map((one) => sideOf(story, one.mention.actor.country!, one.mention));
  }
  if (!anywhere) return [];
  return leadingCountries(story)
    .slice(0, 2)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ country, span }) => sideOf(story, country, span));
}

/** All told of late; "Cairo urged both sides": without whoever does so. */
function othersThanDoer(story: Story, at: number): Told[] {
  const { words } = story.reader;
  const sentence = words.sentences[at]!;
  const told = toldSince(story, sentence - 1);
  const before = words.keys[at - 1] === 'the' ? at - 2 : at - 1;
  const verb = /^(?:on|upon|between)$/.test(words.keys[before] ?? '') ? before - 1 : before;
  // "called the two peoples brothers" names them.
  if (verb === before && words.keys[verb]?.startsWith('call')) return told;
  if (
    words.sentences[verb] !== sentence ||
    words.gaps[before + 1] !== SPACE ||
    !URGING.has(words.keys[verb] ?? '')
  )
    return told;
  const doer = told.findLast((one) => one.subject && one.sentence === sentence && one.to <= verb);
  const country = doer?.mention.actor.country ?? null;
  return country === null ? told : told.filter(({ mention }) => mention.actor.country !== country);
}

/** What a third one does to two, "call on" and "mediate between" by their verbs. */
const URGING = new Set(
  (
    'urged urges urging asked asks told tells warned warns thanked praised praises condemned condemns criticised criticized ' +
    'pressed pressured implored called calls calling mediated mediates mediating mediate invited invites brought encouraged ' +
    'congratulated blamed advised pushed'
  ).split(' '),
);

/** Two states named in passing in a report that is about two others. */
function areBystanders(story: Story, pair: readonly Told[]): boolean {
  const [first, second, ...rest] = leadingCountries(story);
  if (first === undefined || second === undefined) return false;
  const codes = new Set(pair.map(({ mention }) => mention.actor.country));
  if (codes.has(first.country) || codes.has(second.country)) return false;
  return rest.every(({ country, count }) => !codes.has(country) || second.count >= 2 * count);
}

/** One of the two states of the report, and beside it a third that it hardly names: "Spain buys gas through Morocco." */
function isPassing(story: Story, pair: readonly Told[]): boolean {
  if (!twoLead(story) || joinedStates(story, pair).length === 2) return false;
  const [first, second, ...rest] = leadingCountries(story);
  return pair.some(
    ({ mention: { actor } }) =>
      (actor.kind === 'state' || actor.kind === 'government') &&
      actor.country !== first!.country &&
      actor.country !== second!.country &&
      rest.some(({ country, count }) => country === actor.country && 2 * count <= second!.count),
  );
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
