import { canLeft, canRight, canShift, endsInRoot, type ParserState } from '../src/language/transitions.ts';

/** Gold heads by place (1 to n, root 0). */
export type GoldHeads = Int16Array;

/**
 * How many gold arcs each kind of step makes unreachable (Goldberg and Nivre 2013, arc-hybrid):
 * [SHIFT, LEFT, RIGHT]; Infinity where the step is not allowed. On crossing arcs the counts are a bound.
 */
export function stepCosts(state: ParserState, gold: GoldHeads): [shift: number, left: number, right: number] {
  const { stack, depth, next, n } = state;
  const s0 = stack[depth - 1]!;
  const s1 = depth > 1 ? stack[depth - 2]! : -1;
  let shift = Number.POSITIVE_INFINITY;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.POSITIVE_INFINITY;
  if (canShift(state)) {
    shift = 0;
    for (let i = 0; i < depth; i++) {
      const item = stack[i]!;
      if (i < depth - 1 && gold[next] === item) shift++;
      if (i > 0 && gold[item] === next) shift++;
    }
  }
  if (canLeft(state) || canRight(state)) {
    let later = 0;
    for (let i = next; i <= n; i++) if (gold[i] === s0) later++;
    const head = gold[s0]!;
    if (canLeft(state)) left = later + (head === s1 || head > next ? 1 : 0);
    if (canRight(state)) right = later + (head >= next ? 1 : 0);
  }
  return [shift, left, right];
}

/** The free choice among steps is over when only the root's arc is left. */
export function isForced(state: ParserState): boolean {
  return endsInRoot(state) && canRight(state);
}
