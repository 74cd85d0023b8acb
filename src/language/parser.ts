import { PARSER_KEYS, type ParserInput, parserKeys } from './parser-features.ts';
import type { Tree } from './sentence.ts';
import type { SparseModel } from './sparse-model.ts';
import {
  canLeft,
  canRight,
  canShift,
  endsInRoot,
  isDone,
  left,
  right,
  SHIFT,
  shift,
  startState,
} from './transitions.ts';

/**
 * Outcomes are numbered: 0 SHIFT, then LEFT with each relation, then RIGHT with each relation. `root` is the
 * last relation and is given to the word that hangs on the root, and to no other.
 */
export interface Parser {
  readonly model: SparseModel;
  readonly relations: readonly string[];
}

/** The tree that the parser builds step by step, each time taking the best step that is allowed. */
export function parseWords(parser: Parser, input: ParserInput): Tree {
  const { model, relations } = parser;
  const state = startState(input.n);
  const keys = new Int32Array(PARSER_KEYS);
  const scores = new Int32Array(128);
  while (!isDone(state)) {
    parserKeys(input, state, keys);
    scores.fill(0);
    model.score(keys, PARSER_KEYS, scores);
    const step = bestStep(
      scores,
      relations.length,
      canShift(state),
      canLeft(state),
      canRight(state),
      endsInRoot(state),
    );
    if (step === SHIFT) shift(state);
    else if (step <= relations.length) left(state, step - 1);
    else right(state, step - 1 - relations.length);
  }
  const heads = new Int16Array(input.n);
  const named: string[] = [];
  for (let i = 0; i < input.n; i++) {
    heads[i] = state.heads[i + 1]! - 1;
    named.push(relations[state.labels[i + 1]! - 1]!);
  }
  return { heads, relations: named };
}

/** The allowed step with the highest score; at least one must be allowed. */
export function bestStep(
  scores: Int32Array | Float64Array,
  relations: number,
  mayShift: boolean,
  mayLeft: boolean,
  mayRight: boolean,
  underRoot: boolean,
): number {
  if (underRoot && mayRight) return 2 * relations;
  let best = -1;
  let score = Number.NEGATIVE_INFINITY;
  if (mayShift) {
    best = SHIFT;
    score = scores[SHIFT]!;
  }
  // The last relation is `root`, which only the root gives.
  const lastLeft = mayLeft ? relations - 1 : 0;
  for (let step = 1; step <= lastLeft; step++) {
    if (scores[step]! > score) {
      best = step;
      score = scores[step]!;
    }
  }
  const lastRight = mayRight ? 2 * relations - 1 : relations;
  for (let step = relations + 1; step <= lastRight; step++) {
    if (scores[step]! > score) {
      best = step;
      score = scores[step]!;
    }
  }
  return best;
}
