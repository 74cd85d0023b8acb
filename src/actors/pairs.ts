import type { ActorMention } from './actor.ts';
import { leadingCountries } from './home.ts';
import { stateActor } from './owners.ts';
import { isSentenceStart } from './reader.ts';
import { isVerb, type Story, type Told, toldSince } from './story.ts';
import { LEADERS } from './terms.ts';
import { SPACE, type Words } from './words.ts';

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
  'two both neither pair trio three four five neighbours neighbors sides foes superpowers archrivals'.split(
    ' ',
  ),
);

/** The pair that begins at a word: "two", "both", "neither", "pair", "trio"; null where there is none. */
export function pairAt(story: Story, at: number): Pair | null {
  const { words } = story.reader;
  const key = words.keys[at]!;
  if (!OPENING.has(key)) return null;
  const before = at > 0 && words.gaps[at] === SPACE ? words.keys[at - 1]! : '';
  const definite =
    key === 'both' ||
    key === 'neither' ||
    /^(?:the|these|those|their|our|all)$/.test(before) ||
    (before === 'world' && !isSentenceStart(words, at));
  if (!definite) return null;
  const count = NUMBERS.get(key);
  let to = at + 1;
  let sides: Side[];
  let rule = 'actors/pair-of-people';
  if (PLAIN.has(key)) {
    if (before !== 'the') return null;
    rule = 'actors/pair-of-states';
    sides = leadingStates(story, at);
  } else if (count !== undefined) {
    const noun = words.gaps[to] === SPACE ? words.keys[to]! : '';
    const isStates = STATES.has(noun);
    if (!isStates && !PEOPLE.has(noun)) return null;
    if (isStates) rule = 'actors/pair-of-states';
    sides = isStates ? lastStates(story, at, count) : lastPeople(story, count);
    to++;
  } else if (key === 'pair' || key === 'trio') {
    sides = isNounAfter(words, to) ? [] : lastPeople(story, key === 'trio' ? 3 : 2);
  } else {
    for (let steps = 0; steps < STEPS && BETWEEN.has(words.keys[to] ?? ''); steps++) to++;
    const noun = words.gaps[to] === SPACE ? words.keys[to]! : '';
    if (STATES.has(noun) && (noun === 'side') === (key === 'neither')) {
      rule = 'actors/pair-of-states';
      sides = noun === 'koreas' ? bothKoreas(story) : leadingStates(story, at);
      to++;
    } else if (PEOPLE.has(noun)) {
      sides = leadingPeople(story, noun);
      to++;
    } else {
      if (to > at + 1 || key === 'neither' || isNounAfter(words, to)) return null;
      sides = lastPeople(story, 2);
    }
  }
  if (sides.length < 2) return null;
  const from = before === 'the' || before === 'these' || before === 'those' ? at - 1 : at;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  const mentions = sides.map(
    ({ actor, antecedent }): ActorMention => ({ ...span, actor, via: 'pronoun', rule, antecedent }),
  );
  return { from, to, mentions };
}

/** "the neighbours": two without a number. */
const PLAIN = new Set('neighbours neighbors sides foes superpowers archrivals'.split(' '));

/** Words beside verbs after which "both" and "the two" stand alone. */
const ALONE = new Set('spoke shook want hope plan believe agree think in on at after who'.split(' '));

/** "both houses", "the pair of shoes", "both France and Peru": something that follows makes it another pair. */
function isNounAfter(words: Words, at: number): boolean {
  if (words.gaps[at] !== SPACE) return words.gaps[at] === undefined;
  const key = words.keys[at]!;
  return !ALONE.has(key) && !isVerb(key) && !/^[a-z]{3,}ed$/.test(key);
}

interface Side {
  readonly actor: ActorMention['actor'];
  readonly antecedent: { readonly start: number; readonly end: number };
}

/** The two countries of this sentence so far or of the last; else the two named most often in the report. */
function leadingStates(story: Story, at: number): Side[] {
  const sentence = story.reader.words.sentences[at]!;
  const told = toldSince(story, sentence - 1).filter(
    ({ mention }) => mention.actor.country !== null && mention.rule !== 'actors/capital-as-place',
  );
  for (const back of [sentence, sentence - 1]) {
    const here = told.filter((one) => one.sentence === back);
    const there = firstOfEachCountry(here);
    const pair = there.length === 2 ? there : joinedStates(story, here);
    if (pair.length === 2) return pair.map((one) => sideOf(story, one.mention.actor.country!, one.mention));
  }
  return leadingCountries(story)
    .slice(0, 2)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ country, span }) => sideOf(story, country, span));
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

/** The last two people of different countries, of the office the noun names where it names one. */
function leadingPeople(story: Story, noun: string): Side[] {
  const fits = (one: Told): boolean => {
    const { kind, office } = one.mention.actor;
    if (kind !== 'person') return false;
    if (noun === 'leaders' || noun === 'presidents' || noun === 'heads')
      return office !== undefined && LEADERS.has(office);
    if (noun === 'ministers') return office?.endsWith('minister') === true;
    return true;
  };
  const told = toldSince(story, 0);
  const found = lastTwo(told.filter(fits));
  // "The two leaders" of whom the tables know one.
  return found.length > 0 ? found : lastTwo(told.filter(({ mention }) => mention.actor.kind === 'person'));
}

/** The last two of different countries. */
function lastTwo(people: readonly Told[]): Side[] {
  const last = people.at(-1);
  const other = people.findLast(
    ({ mention: { actor } }) =>
      actor.id !== last?.mention.actor.id &&
      (actor.country === null || actor.country !== last?.mention.actor.country),
  );
  return last === undefined || other === undefined ? [] : [other, last].map(sideOfPerson);
}

/** The last people named, each once: "the pair", "the trio". */
function lastPeople(story: Story, count: number): Side[] {
  const found: Told[] = [];
  for (const one of toldSince(story, 0).reverse()) {
    if (found.length === count) break;
    const { kind, id } = one.mention.actor;
    if (kind === 'person' && found.every(({ mention }) => mention.actor.id !== id)) found.unshift(one);
  }
  return found.length === count ? found.map(sideOfPerson) : [];
}

function sideOfPerson({ mention: { actor, start, end } }: Told): Side {
  return { actor, antecedent: { start, end } };
}

function firstOfEachCountry(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(
    ({ mention: { actor } }) => actor.country !== null && !seen.has(actor.country) && seen.add(actor.country),
  );
}
