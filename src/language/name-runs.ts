import type { Grammar, NameRun, Token, Word } from './sentence.ts';

/** Places of the words that are left where each run is cut down to its head. */
export function keptOf(length: number, names: readonly NameRun[]): number[] {
  const kept: number[] = [];
  let at = 0;
  for (const { first, end, head } of names) {
    for (; at < first; at++) kept.push(at);
    kept.push(head);
    at = end;
  }
  for (; at < length; at++) kept.push(at);
  return kept;
}

/** The grammar of the words that were kept, with those of each run put back under its head. */
export function spread(
  words: readonly Word[],
  kept: readonly number[],
  names: readonly NameRun[],
  { tokens: short, tree }: Grammar,
): Grammar {
  const tokens: Token[] = [];
  const heads = new Int16Array(words.length);
  const relations: string[] = [];
  for (const [at, i] of kept.entries()) {
    tokens[i] = short[at]!;
    const head = tree.heads[at]!;
    heads[i] = head < 0 ? -1 : kept[head]!;
    relations[i] = tree.relations[at]!;
  }
  for (const { first, end, head } of names) {
    for (let i = first; i < end; i++) {
      if (i === head) continue;
      tokens[i] = partOfName(words[i]!);
      heads[i] = head;
      relations[i] = tokens[i]!.upos === 'PUNCT' ? 'punct' : i < head ? 'compound' : 'flat';
    }
  }
  return { tokens, tree: { heads, relations } };
}

function partOfName({ form, start, end }: Word): Token {
  const isMark = !/[\p{L}\p{N}]/u.test(form);
  const [upos, tag] = isMark ? ['PUNCT', form] : ['PROPN', 'NNP'];
  return { start, end, form, lemma: form, upos, tag, features: '' };
}
