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
}
