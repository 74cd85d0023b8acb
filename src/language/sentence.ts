import type { Span } from '../report.ts';

/** A word or mark, by Universal Dependencies. Offsets point into `Report.text`. */
export interface Token extends Span {
  readonly form: string;
  readonly lemma: string;
  /** Universal part of speech: `NOUN`, `VERB`, `PROPN` ... */
  readonly upos: string;
  /** Penn tag: `NNS`, `VBD`, `MD` ... */
  readonly tag: string;
  /** Universal features, read off the tag: `Tense=Past|VerbForm=Fin`; empty where it has none. */
  readonly features: string;
}

/** A word or mark as it was cut from the text, before anything is known of its grammar. */
export interface Word extends Span {
  readonly form: string;
}

/** A dependency tree over the tokens of one sentence. */
export interface Tree {
  /** Index of each token's head; -1 for the root. Exactly one root, no circle. */
  readonly heads: Int16Array;
  /** Universal relation to the head (`nsubj`, `obl`, `nmod:poss` ...); `root` for the root. */
  readonly relations: readonly string[];
}

/**
 * Words known to be one name or title, from `first` up to and without `end`; `head` stands for them all. Where `plain`, the
 * head is no name, and the others are only thrown in.
 */
export interface NameRun {
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly plain?: boolean;
}

/** Grammar of all words of a sentence. */
export interface Grammar {
  readonly tokens: readonly Token[];
  readonly tree: Tree;
}

/** What a name is the name of. */
export type NameKind = 'person' | 'organisation' | 'place';

/** A name that the words of a sentence make likely; `from` and `to` count its words, `to` is the one after it. */
export interface NamedWords {
  readonly kind: NameKind;
  readonly from: number;
  readonly to: number;
}

/**
 * A sentence of a report. Tags and tree are pure functions of the words, computed when first asked for and
 * remembered, so that a sentence nobody asks about costs a split and no more.
 */
export interface Sentence extends Span {
  /** Position in the report, from 0. */
  readonly index: number;
  /** The same words as `tokens`, without grammar: looking at them costs no tagging. */
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
  readonly tree: Tree;
  /**
   * The grammar where each run of words counts as one word, its head: "US Treasury Secretary Janet Yellen" is then as
   * plain as "Yellen". The other words of a run hang on its head as `compound` or `flat`. Runs are in order and do not
   * overlap.
   */
  around(names: readonly NameRun[]): Grammar;
  /** What its words make likely to be names, whoever they are; some are wrong. */
  readonly names: readonly NamedWords[];
}
