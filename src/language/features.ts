/** Universal features that follow from the tag alone. */
const BY_TAG: ReadonlyMap<string, string> = new Map([
  ['NOUN NN', 'Number=Sing'],
  ['NOUN NNS', 'Number=Plur'],
  ['PROPN NNP', 'Number=Sing'],
  ['PROPN NNPS', 'Number=Plur'],
  ['ADJ JJ', 'Degree=Pos'],
  ['ADJ NNP', 'Degree=Pos'],
  ['ADJ JJR', 'Degree=Cmp'],
  ['ADJ JJS', 'Degree=Sup'],
  ['ADV RBR', 'Degree=Cmp'],
  ['ADV RBS', 'Degree=Sup'],
  ['NUM CD', 'NumType=Card'],
  ['VERB VB', 'VerbForm=Inf'],
  ['AUX VB', 'VerbForm=Inf'],
  ['AUX MD', 'VerbForm=Fin'],
  ['VERB VBD', 'Mood=Ind|Tense=Past|VerbForm=Fin'],
  ['AUX VBD', 'Mood=Ind|Tense=Past|VerbForm=Fin'],
  ['VERB VBP', 'Mood=Ind|Tense=Pres|VerbForm=Fin'],
  ['AUX VBP', 'Mood=Ind|Tense=Pres|VerbForm=Fin'],
  ['VERB VBZ', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'],
  ['AUX VBZ', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'],
  ['VERB VBN', 'Tense=Past|VerbForm=Part'],
  ['AUX VBN', 'Tense=Past|VerbForm=Part'],
  ['VERB VBG', 'Tense=Pres|VerbForm=Part'],
  ['AUX VBG', 'Tense=Pres|VerbForm=Part'],
]);

const PERSONAL = 'PronType=Prs';
/** Universal features of closed classes, by UPOS and form in lower case. */
const BY_WORD: ReadonlyMap<string, string> = new Map([
  ['PRON i', `Case=Nom|Number=Sing|Person=1|${PERSONAL}`],
  ['PRON me', `Case=Acc|Number=Sing|Person=1|${PERSONAL}`],
  ['PRON my', `Case=Gen|Number=Sing|Person=1|Poss=Yes|${PERSONAL}`],
  ['PRON we', `Case=Nom|Number=Plur|Person=1|${PERSONAL}`],
  ['PRON us', `Case=Acc|Number=Plur|Person=1|${PERSONAL}`],
  ['PRON our', `Case=Gen|Number=Plur|Person=1|Poss=Yes|${PERSONAL}`],
  ['PRON you', `Person=2|${PERSONAL}`],
  ['PRON your', `Case=Gen|Person=2|Poss=Yes|${PERSONAL}`],
  ['PRON he', `Case=Nom|Gender=Masc|Number=Sing|Person=3|${PERSONAL}`],
  ['PRON him', `Case=Acc|Gender=Masc|Number=Sing|Person=3|${PERSONAL}`],
  ['PRON his', `Case=Gen|Gender=Masc|Number=Sing|Person=3|Poss=Yes|${PERSONAL}`],
  ['PRON she', `Case=Nom|Gender=Fem|Number=Sing|Person=3|${PERSONAL}`],
  ['PRON her', `Gender=Fem|Number=Sing|Person=3|${PERSONAL}`],
  ['PRON it', `Gender=Neut|Number=Sing|Person=3|${PERSONAL}`],
  ['PRON its', `Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|${PERSONAL}`],
  ['PRON they', `Case=Nom|Number=Plur|Person=3|${PERSONAL}`],
  ['PRON them', `Case=Acc|Number=Plur|Person=3|${PERSONAL}`],
  ['PRON their', `Case=Gen|Number=Plur|Person=3|Poss=Yes|${PERSONAL}`],
  ['PRON this', 'Number=Sing|PronType=Dem'],
  ['PRON that', 'PronType=Dem'],
  ['PRON these', 'Number=Plur|PronType=Dem'],
  ['PRON those', 'Number=Plur|PronType=Dem'],
  ['DET the', 'Definite=Def|PronType=Art'],
  ['DET a', 'Definite=Ind|PronType=Art'],
  ['DET an', 'Definite=Ind|PronType=Art'],
  ['DET this', 'Number=Sing|PronType=Dem'],
  ['DET that', 'Number=Sing|PronType=Dem'],
  ['DET these', 'Number=Plur|PronType=Dem'],
  ['DET those', 'Number=Plur|PronType=Dem'],
  ['DET no', 'PronType=Neg'],
  ['PART not', 'Polarity=Neg'],
  ["PART n't", 'Polarity=Neg'],
]);

const CLOSED = new Set(['PRON', 'DET', 'PART']);

/**
 * Universal features of a word, `Tense=Past|VerbForm=Fin`, as far as tag and form give them; empty where
 * they give none. Voice is not among them: it shows in the tree (`nsubj:pass`, `aux:pass`).
 */
export function featuresOf(normalForm: string, upos: string, tag: string): string {
  if (CLOSED.has(upos)) return BY_WORD.get(`${upos} ${normalForm.toLowerCase()}`) ?? '';
  return BY_TAG.get(`${upos} ${tag}`) ?? '';
}
