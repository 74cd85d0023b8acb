import type { ActorMention } from '../actors/actor.ts';
import type { NameRun, Word } from '../language/sentence.ts';

const MEANS =
  /^(?:videoconference|videoconferencing|teleconference|videolink|video|telephone|phone|link|conference)$/i;
/** Most words of a means: "by secure video link". */
const LONGEST = 4;

/**
 * Words thrown in right behind a verb, each as a run with it that the parser may take for one word: "will attend, via
 * videoconference, the summit" and "received at the palace President Rojas".
 */
export function asidesIn(words: readonly Word[], actors: readonly ActorMention[]): NameRun[] {
  return words.flatMap((_, at) => meansAt(words, at) ?? guestBehind(words, at, actors) ?? []);
}

/** "attend, via videoconference, the summit" */
function meansAt(words: readonly Word[], at: number): NameRun | null {
  if (words[at]!.form !== ',' || at === 0 || !/^(?:via|by|over|through)$/.test(words[at + 1]?.form ?? ''))
    return null;
  if (!/^\p{Ll}+$/u.test(words[at - 1]!.form)) return null;
  for (let means = at + 2; means < at + 2 + LONGEST; means++) {
    if (words[means + 1]?.form === ',')
      return MEANS.test(words[means]!.form)
        ? { first: at - 1, end: means + 2, head: at - 1, plain: true }
        : null;
  }
  return null;
}

/** "received in the Kremlin President Rojas": a place between the verb and whom it is about. */
function guestBehind(words: readonly Word[], at: number, actors: readonly ActorMention[]): NameRun | null {
  if (!/^(?:receive[ds]?|met|meets|welcome[ds]?)$/.test(words[at]!.form)) return null;
  const behind = words[at + 2]?.form === 'the' ? at + 3 : at + 2;
  const [preposition, place, guest] = [words[at + 1], words[behind], words[behind + 1]];
  if (!/^(?:in|at)$/.test(preposition?.form ?? '') || guest === undefined) return null;
  if (!/^\p{Lu}/u.test(place!.form)) return null;
  const isPerson = actors.some(({ start, actor }) => start === guest.start && actor.kind === 'person');
  return isPerson ? { first: at, end: behind + 1, head: at, plain: true } : null;
}
