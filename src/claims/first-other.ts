import type { Actor, ActorMention } from '../actors/actor.ts';
import { actorsNamed } from './actors-named.ts';
import { childrenBy, lemmaOf, markOf, prepositionOf, type Reading, relationOf } from './reading.ts';

/** Types whose recipient may stand anywhere in what is said: "urged an end to Russia's blockade". */
export const SPEECH: ReadonlySet<string> = new Set([
  'REQUEST',
  'REJECT',
  'ACCUSE',
  'THREATEN',
  'AGREE',
  'SUPPORT',
]);

/**
 * The first actor of another country, else of a body of states, in what a word of speech is about, whatever it hangs
 * on: "urged an end to Peru's blockade". Clauses beside it ("and", "which", "while") tell of something else.
 */
export function firstOther(
  reading: Reading,
  node: number,
  actors: readonly ActorMention[],
  isAddressed: boolean,
): ActorMention[] {
  const own = new Set(actors.map(({ actor }) => actor.country ?? actor.organisation ?? actor.id));
  const inside = [node];
  for (let at = 0; at < inside.length; at++)
    inside.push(
      ...reading.children[inside[at]!]!.filter(
        (child) =>
          !isBeside(reading, child, at === 0) && !(isAddressed && at === 0 && isClause(reading, child)),
      ),
    );
  const named = inside
    .filter((i) => i > node && reading.actorsOn[i]!.length > 0)
    .sort((a, b) => a - b)
    .map((i) => actorsNamed(reading, i));
  const among = (side: (actor: Actor) => string | null | undefined): ActorMention[] | undefined =>
    named
      .map((mentions) =>
        mentions.filter(({ actor }) => (side(actor) ?? null) !== null && !own.has(side(actor)!)),
      )
      .find((others) => others.length > 0);
  return among(({ country }) => country) ?? among(({ organisation }) => organisation) ?? [];
}

/** "warned the abbot not to anger Peru" is addressed to the abbot, whoever he is. */
function isClause(reading: Reading, node: number): boolean {
  return /^(ccomp|xcomp|advcl)$/.test(relationOf(reading, node));
}

/** Whether a word begins a clause that is no part of what the word above it says; a condition is. */
function isBeside(reading: Reading, node: number, isOuter: boolean): boolean {
  switch (relationOf(reading, node)) {
    case 'parataxis':
      return true;
    // "alleged fraud, according to Peru": who tells it.
    case 'obl':
      return prepositionOf(reading, node) === 'accord';
    case 'advcl': {
      const marks = childrenBy(reading, node, 'mark', 'advmod');
      // "ruled out attacking Peru" is an object that the tree takes for a clause beside it.
      if (marks.length === 0) return reading.tokens[node]!.tag !== 'VBG';
      return isOuter && !marks.some((mark) => /^(if|unless)$/.test(lemmaOf(reading, mark)));
    }
    case 'conj':
      return (
        reading.tokens[node]!.upos === 'VERB' && (isOuter || childrenBy(reading, node, 'nsubj').length > 0)
      );
    case 'acl':
      // "condemned the council for staying silent on Peru": what for.
      if (reading.tokens[node]!.tag === 'VBG' && markOf(reading, node) === 'for') return true;
      return reading.relations[node] === 'acl:relcl' && reading.tokens[reading.heads[node]!]!.upos !== 'PRON';
    default:
      return false;
  }
}
