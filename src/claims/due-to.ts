import type { Token, Tree } from '../language/sentence.ts';

/**
 * A tree in which "due" before an infinitive holds the clause ("The envoy is due to visit Lima"), where the parser takes
 * it for the preposition of "due to the rain"; the same tree where there is none.
 */
export function withDue(tokens: readonly Token[], tree: Tree): Tree {
  return tokens.reduce((mended, { form }, due) => {
    const isDue =
      form === 'due' &&
      tokens[due - 1]?.lemma.toLowerCase() === 'be' &&
      tokens[due + 1]?.form === 'to' &&
      tokens[due + 2]?.tag === 'VB';
    const isCase = mended.relations[due] === 'case' || mended.heads[due] === due - 1;
    return isDue && isCase ? mendAt(tokens, mended, due) : mended;
  }, tree);
}

function mendAt(tokens: readonly Token[], tree: Tree, due: number): Tree {
  const heads = Int16Array.from(tree.heads);
  const relations = [...tree.relations];
  const be = due - 1;
  const verb = due + 2;
  const holder = heads[verb] === due ? heads[due]! : verb;
  const before = [...heads.keys()].filter(
    (i) => i < be && tree.heads[i] === holder && /^(nsubj|cc|mark|advmod|punct)/.test(relations[i]!),
  );
  for (const i of before) heads[i] = due;
  if (before.some((i) => relations[i]!.startsWith('nsubj'))) {
    hang(due, heads[holder]!, holder === verb ? relations[verb]! : 'parataxis');
  } else {
    let subject = be - 1;
    while (subject >= 0 && heads[subject]! >= 0 && heads[subject]! < be) subject = heads[subject]!;
    if (subject < 0 || !/^(NOUN|PROPN|PRON)$/.test(tokens[subject]!.upos)) return tree;
    hang(due, heads[subject]!, relations[subject]!);
    hang(subject, due, 'nsubj');
  }
  hang(be, due, 'cop');
  hang(due + 1, verb, 'mark');
  hang(verb, due, 'xcomp');
  let top = due;
  for (let steps = 0; top >= 0; steps++, top = heads[top]!) if (steps > heads.length) return tree;
  return { heads, relations };

  function hang(node: number, head: number, relation: string): void {
    heads[node] = head;
    relations[node] = relation;
  }
}
