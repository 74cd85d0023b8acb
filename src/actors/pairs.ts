import type { ActorMention } from './actor.ts';
import type { Draft } from './draft.ts';
import { stateActor } from './owners.ts';
import { isSentenceStart } from './reader.ts';
import { type Story, type Told, toldSince } from './story.ts';
import { LEADERS } from './terms.ts';
import { SPACE } from './words.ts';

/** "the two countries": one mention a side, over the same words. */
export interface Pair {
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly ActorMention[];
}

const STATES = new Set(
  (
    'countries nations sides powers states governments capitals superpowers giants economies rivals neighbors neighbours foes ' +
    'adversaries militaries armies parties allies delegations competitors'
  ).split(' '),
);

const PEOPLE = new Set(
  'leaders presidents ministers diplomats men women officials secretaries envoys chiefs heads counterparts'.split(
    ' ',
  ),
);

/** Words between "two" and its noun: "the two nuclear-armed neighbours", "the world's two largest economies". */
const BETWEEN = new Set(
  (
    'largest biggest nuclear armed rival foreign defense defence trade prime top great major neighboring neighbouring asian ' +
    'most powerful feuding warring world global economic military trading finance european gulf arab south'
  ).split(' '),
);

const STEPS = 3;

/** The pair that begins at "two" or "both"; null where it is another kind of two. */
export function pairAt(story: Story, at: number): Pair | null {
  const { words } = story.reader;
  const before = at > 0 && words.gaps[at] === SPACE ? words.keys[at - 1]! : '';
  const definite =
    words.keys[at] === 'both' ||
    /^(?:the|these|those|their|our)$/.test(before) ||
    (before === 'world' && !isSentenceStart(words, at));
  if (!definite) return null;
  let to = at + 1;
  for (let steps = 0; steps < STEPS && BETWEEN.has(words.keys[to] ?? ''); steps++) to++;
  const noun = words.keys[to];
  if (noun === undefined || words.sentences[to] !== words.sentences[at]) return null;
  const states = STATES.has(noun);
  if (!states && !PEOPLE.has(noun)) return null;
  const sides = states ? leadingStates(story, at) : leadingPeople(story, noun);
  if (sides.length < 2) return null;
  const from = before === 'the' || before === 'these' || before === 'those' ? at - 1 : at;
  const span = { start: words.starts[from]!, end: words.ends[to]! };
  const rule = states ? 'actors/pair-of-states' : 'actors/pair-of-people';
  const mentions = sides.map(
    ({ actor, antecedent }): ActorMention => ({ ...span, actor, via: 'pronoun', rule, antecedent }),
  );
  return { from, to: to + 1, mentions };
}

type Side = Pick<ActorMention, 'actor'> & {
  readonly antecedent: { readonly start: number; readonly end: number };
};

/** The two countries of this sentence so far or of the last; else the two named most often in the report. */
function leadingStates(story: Story, at: number): Side[] {
  const sentence = story.reader.words.sentences[at]!;
  const told = toldSince(story, sentence - 1);
  for (const back of [sentence, sentence - 1]) {
    const there = firstOfEachCountry(told.filter((one) => one.sentence === back));
    if (there.length === 2) return there.map((one) => sideOf(story, one.mention.actor.country!, one.mention));
  }
  story.leading ??= mostNamed(story.drafts);
  return story.leading.map(({ country, span }) => sideOf(story, country, span));
}

/** The two countries that a report names most often, in the order in which they first appear. */
function mostNamed(drafts: readonly Draft[]): NonNullable<Story['leading']> {
  const counts = new Map<string, { count: number; start: number; end: number }>();
  for (const { actor, start, end } of drafts) {
    const country = actor?.country;
    if (country === null || country === undefined) continue;
    const known = counts.get(country);
    if (known === undefined) counts.set(country, { count: 1, start, end });
    else known.count++;
  }
  const top = [...counts].sort(([, a], [, b]) => b.count - a.count || a.start - b.start).slice(0, 2);
  return top
    .sort(([, a], [, b]) => a.start - b.start)
    .map(([country, { start, end }]) => ({ country, span: { start, end } }));
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
  const people = toldSince(story, 0).filter(fits);
  const last = people.at(-1);
  if (last === undefined) return [];
  const other = people.findLast(
    ({ mention: { actor } }) =>
      actor.id !== last.mention.actor.id &&
      (actor.country === null || actor.country !== last.mention.actor.country),
  );
  if (other === undefined) return [];
  return [other, last].map(({ mention: { actor, start, end } }) => ({ actor, antecedent: { start, end } }));
}

function firstOfEachCountry(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(
    ({ mention: { actor } }) => actor.country !== null && !seen.has(actor.country) && seen.add(actor.country),
  );
}
