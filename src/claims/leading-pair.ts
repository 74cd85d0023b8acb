import type { ActorMention } from '../actors/actor.ts';

/** Mentions that each of the two must have before a report counts as one about them. */
const ENOUGH = 2;

/**
 * The two states that a report is about: those named most often, each at least twice, and clearly more often
 * than any third. Each is given by its first mention as a state, else by its first mention of any kind. Empty
 * where no two stand out.
 */
export function leadingPair(actors: readonly ActorMention[]): readonly ActorMention[] {
  const { pair, third } = mostNamed(actors);
  if (pair.length === 0 || pair[1]!.length < ENOUGH) return [];
  return 2 * third > pair[1]!.length ? [] : pair.map(firstOf);
}

/** Mentions that each of the two must have where a third state may be named as often. */
const PLENTY = 3;

/** The two states named most often, each at least three times, whoever else is named: for what is said of one of them. */
export function foremostPair(actors: readonly ActorMention[]): readonly ActorMention[] {
  const { pair, third } = mostNamed(actors);
  if (pair.length === 0 || pair[1]!.length < PLENTY || third === pair[1]!.length) return [];
  return pair.map(firstOf);
}

function mostNamed(actors: readonly ActorMention[]): {
  readonly pair: readonly (readonly ActorMention[])[];
  readonly third: number;
} {
  const byCountry = Map.groupBy(
    actors.filter(({ actor }) => actor.country !== null),
    ({ actor }) => actor.country!,
  );
  const [first, second, third] = [...byCountry.values()].sort(
    (a, b) => b.length - a.length || a[0]!.start - b[0]!.start,
  );
  const pair = first === undefined || second === undefined ? [] : [first, second];
  return { pair, third: third?.length ?? 0 };
}

function firstOf(mentions: readonly ActorMention[]): ActorMention {
  return mentions.find(({ actor }) => actor.kind === 'state') ?? mentions[0]!;
}
