import type { ActorMention } from '../actors/actor.ts';
import type { NameRun, Word } from '../language/sentence.ts';
import { asidesIn } from './asides.ts';

/**
 * The names of several words, each as a run that the parser may take for one word: a person with title ("US Treasury
 * Secretary Janet Yellen"), a body or state by its name ("Ministry of Commerce"). An article or a possessive before it
 * stays outside, since it tells the parser that a noun phrase begins; so does what follows a comma.
 */
export function nameRunsIn(words: readonly Word[], actors: readonly ActorMention[]): NameRun[] {
  const runs: NameRun[] = [];
  let at = 0;
  for (const { start, end: last, actor } of actors) {
    while (at < words.length && words[at]!.start < start) at++;
    let first = at;
    let past = first;
    while (past < words.length && words[past]!.start < last) past++;
    // "The two met": a number by itself is hung on the verb.
    if (past - first === 2 && NUMBERS.has(words[past - 1]!.form.toLowerCase())) {
      runs.push({ first, end: past, head: past - 1 });
      at = past;
      continue;
    }
    while (first < past && OPENERS.has(words[first]!.form.toLowerCase())) first++;
    const end = endOfName(words, first, past, actor.kind === 'person');
    if (end - first < 2) continue;
    runs.push({ first, end, head: end - 1 });
    // "The two leaders" is mentioned once for each of them.
    at = end;
  }
  const asides = asidesIn(words, actors).filter((aside) =>
    runs.every(({ first, end }) => end <= aside.first || aside.end <= first),
  );
  return asides.length === 0 ? runs : [...runs, ...asides].sort((a, b) => a.first - b.first);
}

const OPENERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'his', 'her', 'its', 'their', 'this']);
const NUMBERS: ReadonlySet<string> = new Set(['two', 'three', 'four', 'latter', 'former']);
const CONNECTORS: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and', 'on', '-', '&']);

/** Up to the first comma, where that is a name; `first` where it is none. */
function endOfName(words: readonly Word[], first: number, end: number, isPerson: boolean): number {
  for (let i = first; i < end; i++) {
    const { form } = words[i]!;
    if (form === ',' || form === '(') return isCapital(words[i - 1]) ? i : first;
    if (!isPerson && !isCapital(words[i]) && !CONNECTORS.has(form)) return first;
  }
  return isCapital(words[end - 1]) ? end : first;
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.form);
}
