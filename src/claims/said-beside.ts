import type { Token, Tree } from '../language/sentence.ts';

/** Participles of speech: what whoever acts in a sentence says in it. */
const SPEECH = new Set(
  'accuse add allege argue blame call cite claim condemn criticise criticize declare demand denounce deplore deride describe dismiss express hail insist label note praise say state stress threaten urge voice vow warn'.split(
    ' ',
  ),
);

/**
 * A tree in which a participle of speech behind a comma hangs on the clause of whoever speaks ("urged Peru to halt the raids,
 * accusing it of ..."), where the parser hangs it on the infinitive before it; the same tree where there is none.
 */
export function withSpeechBeside(tokens: readonly Token[], tree: Tree): Tree {
  const moved = tokens.flatMap(({ tag, lemma }, verb) => {
    const infinitive = tree.heads[verb]!;
    if (tag !== 'VBG' || !SPEECH.has(lemma.toLowerCase()) || tokens[verb - 1]?.form !== ',') return [];
    if (infinitive < 0 || infinitive > verb || !isInfinitive(tokens, infinitive)) return [];
    const clause = clauseAbove(tokens, tree, infinitive);
    return clause === null ? [] : [{ verb, clause }];
  });
  if (moved.length === 0) return tree;
  const heads = Int16Array.from(tree.heads);
  const relations = [...tree.relations];
  for (const { verb, clause } of moved) {
    heads[verb] = clause;
    relations[verb] = 'advcl';
  }
  return { heads, relations };
}

function isInfinitive(tokens: readonly Token[], verb: number): boolean {
  const before = /^RB/.test(tokens[verb - 1]?.tag ?? '') ? tokens[verb - 2] : tokens[verb - 1];
  return tokens[verb]!.tag === 'VB' && before?.tag === 'TO';
}

/** The finite verb, or the top of the sentence, that an infinitive hangs under. */
function clauseAbove(tokens: readonly Token[], { heads }: Tree, infinitive: number): number | null {
  for (let at = heads[infinitive]!; at >= 0; at = heads[at]!) {
    if (/^(VBD|VBZ|VBP)$/.test(tokens[at]!.tag) || heads[at]! < 0) return at;
  }
  return null;
}
