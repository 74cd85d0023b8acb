import type { Sentence, Tree } from '../src/language/sentence.ts';
import type { Span } from '../src/report.ts';

/** Dependents of every token, in the order of the sentence; made once for a tree and kept with it. */
const dependents = new WeakMap<Tree, readonly (readonly number[])[]>();

function dependentsOf(tree: Tree): readonly (readonly number[])[] {
  const known = dependents.get(tree);
  if (known !== undefined) return known;
  const lists: number[][] = Array.from(tree.heads, () => []);
  tree.heads.forEach((head, i) => {
    if (head >= 0) lists[head]!.push(i);
  });
  dependents.set(tree, lists);
  return lists;
}

/** Tokens that hang directly on token `i`, left to right. */
export function children(sentence: Sentence, i: number): readonly number[] {
  return dependentsOf(sentence.tree)[i] ?? [];
}

/**
 * The first dependent of token `i` that bears one of the relations, or -1. A relation without a subtype
 * matches its subtypes too: `nsubj` finds `nsubj:pass`.
 */
export function child(sentence: Sentence, i: number, ...relations: readonly string[]): number {
  for (const dependent of children(sentence, i)) {
    if (hasRelation(sentence, dependent, ...relations)) return dependent;
  }
  return -1;
}

/** Whether token `i` bears one of the relations; `obl` also matches `obl:agent`. */
export function hasRelation(sentence: Sentence, i: number, ...relations: readonly string[]): boolean {
  const relation = sentence.tree.relations[i];
  if (relation === undefined) return false;
  for (const wanted of relations) {
    if (relation === wanted || (relation.startsWith(wanted) && relation[wanted.length] === ':')) return true;
  }
  return false;
}

/** The token that nothing in the sentence governs. */
export function root(sentence: Sentence): number {
  return sentence.tree.heads.indexOf(-1);
}

/** Token `i`, its head, the head of that, up to the root. */
export function pathToRoot(sentence: Sentence, i: number): number[] {
  const path: number[] = [];
  for (let at = i; at >= 0; at = sentence.tree.heads[at]!) path.push(at);
  return path;
}

/** Whether `i` hangs on `ancestor`, directly or not; a token is no ancestor of itself. */
export function isAncestor(sentence: Sentence, ancestor: number, i: number): boolean {
  for (let at = sentence.tree.heads[i] ?? -1; at >= 0; at = sentence.tree.heads[at]!) {
    if (at === ancestor) return true;
  }
  return false;
}

/** Indices of the first and the last token under `i`, itself included. The parser's subtrees have no gaps. */
export function subtree(sentence: Sentence, i: number): [first: number, last: number] {
  let first = i;
  let last = i;
  const open = [i];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at < first) first = at;
    if (at > last) last = at;
    for (const dependent of children(sentence, at)) open.push(dependent);
  }
  return [first, last];
}

/** The characters from the first to the last token under `i`. */
export function spanOf(sentence: Sentence, i: number): Span {
  const [first, last] = subtree(sentence, i);
  return { start: sentence.tokens[first]!.start, end: sentence.tokens[last]!.end };
}
