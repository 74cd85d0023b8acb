import type { ActorMention } from './actor.ts';
import type { Draft } from './draft.ts';
import type { Words } from './words.ts';

/** The drafts with mentions that the words of the sentences have proposed; those in their place give way. */
export function withProposed(
  words: Words,
  drafts: readonly Draft[],
  proposed: readonly ActorMention[],
): readonly Draft[] {
  if (proposed.length === 0) return drafts;
  const merged: Draft[] = [];
  let next = 0;
  for (const { start, end, actor, via, rule } of proposed) {
    for (; next < drafts.length && drafts[next]!.end <= start; next++) merged.push(drafts[next]!);
    while (next < drafts.length && drafts[next]!.start < end) next++;
    const from = wordFrom(words, start);
    const to = wordFrom(words, end);
    if (from < to) merged.push({ start, end, from, to, actor, via, rule, owner: actor.country });
  }
  return [...merged, ...drafts.slice(next)];
}

/** Index of the first word that begins at an offset or after it. */
function wordFrom({ starts }: Words, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
