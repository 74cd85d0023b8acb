import type { ActorMention } from '../actors/actor.ts';

/** Mentions that each of the two must have before a report counts as one about them. */
const ENOUGH = 2;

/**
 * The two states that a report is about: those named most often, each at least twice, and clearly more often
 * than any third. Each is given by its first mention as a state, else by its first mention of any kind. Empty
 * where no two stand out.
 */
export function leadingPair(actors: readonly ActorMention[]): readonly ActorMention[] {
  const byCountry = Map.groupBy(
    actors.filter(({ actor }) => actor.country !== null),
    ({ actor }) => actor.country!,
  );
  const [first, second, third] = [...byCountry.values()].sort(
    (a, b) => b.length - a.length || a[0]!.start - b[0]!.start,
  );
  if (first === undefined || second === undefined || second.length < ENOUGH) return [];
  if (third !== undefined && 2 * third.length > second.length) return [];
  return [first, second].map(
    (mentions) => mentions.find(({ actor }) => actor.kind === 'state') ?? mentions[0]!,
  );
}
