import type { Actor, ActorMention } from '../actors/actor.ts';
import type { Word } from '../language/sentence.ts';

/** Most words of a place's name. */
const LONGEST = 3;

/**
 * Regions and towns among the words, each as the state that it lies in, at each of their words: "missiles hit Kharkiv Oblast" is
 * done to Ukraine. They only tell where something is done: nobody acts or speaks by them. A name that is a part of a longer one
 * ("Kharkiv National University") is none.
 */
export function findPlaces(
  words: readonly Word[],
  actors: readonly ActorMention[],
  places: ReadonlyMap<string, Actor>,
): (ActorMention | undefined)[] {
  const found: (ActorMention | undefined)[] = new Array(words.length).fill(undefined);
  if (places.size === 0) return found;
  for (let at = 0; at < words.length; at++) {
    if (!isCapital(words[at])) continue;
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length--) {
      const name = words
        .slice(at, at + length)
        .map(({ form }) => form)
        .join(' ');
      const state = places.get(name);
      if (state === undefined) continue;
      const last = at + length - 1;
      const { start } = words[at]!;
      const { end } = words[last]!;
      const isPart = isCapital(words[last + 1]) || (at > 1 && isCapital(words[at - 1]));
      const isNamed = actors.some((mention) => mention.start < end && start < mention.end);
      if (!isPart && !isNamed)
        found.fill({ actor: state, start, end, via: 'name', rule: 'claims/place-in' }, at, last + 1);
      at = last;
      break;
    }
  }
  return found;
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.form);
}
