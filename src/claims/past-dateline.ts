import type { ActorMention } from '../actors/actor.ts';
import type { Token, Tree } from '../language/sentence.ts';

const LONGEST = 16;
const DASH = /^(?:—|–|--|-)$/;
const WITHIN = /^(?:\p{Lu}|\d|[,.()/]$)/u;

/**
 * How many tokens at the start of a sentence say where and for whom it was written ("QUITO, June 3 (Andes) -"): a place in
 * capitals, then names, numbers and brackets up to a dash, or a capital city up to a colon; 0 where there are none.
 */
export function datelineLength(
  tokens: readonly Token[],
  actorsOn: readonly (readonly ActorMention[])[],
): number {
  if (!/^\p{Lu}{3,}$/u.test(tokens[0]?.form ?? '')) return 0;
  // "NATO - the alliance of ...".
  if (actorsOn[0]!.some(({ actor }) => actor.kind === 'organisation')) return 0;
  for (let at = 1; at < Math.min(tokens.length, LONGEST); at++) {
    const { form, start } = tokens[at]!;
    // "LIMA: Peru and Chile signed", where what follows is not a headline all in capitals.
    if (
      form === ':' &&
      actorsOn[0]!.some(({ via }) => via === 'metonym') &&
      !/^\p{Lu}{3}/u.test(tokens[at + 1]?.form ?? '')
    )
      return at + 1;
    if (DASH.test(form) && start > tokens[at - 1]!.end) return at + 1;
    if (!WITHIN.test(form)) return 0;
  }
  return 0;
}

/** A tree without its first tokens: what hung on them hangs on what they hung on, in their place. */
export function cutTree({ heads, relations }: Tree, length: number): Tree {
  const newHeads = Int16Array.from(heads).fill(-1, 0, length);
  const newRelations = relations.map((relation, i) => (i < length ? 'dep' : relation));
  let root = -1;
  for (let i = length; i < heads.length; i++) {
    let head = heads[i]!;
    for (; head >= 0 && head < length; head = heads[head]!) newRelations[i] = relations[head]!;
    if (head < 0 && root >= 0) newRelations[i] = 'parataxis';
    newHeads[i] = head < 0 ? root : head;
    if (head < 0 && root < 0) root = i;
  }
  return { heads: newHeads, relations: newRelations };
}
