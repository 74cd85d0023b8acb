/**
 * The arc-hybrid transition system: SHIFT moves the first word of the buffer to the stack, LEFT hangs the
 * top of the stack on the first word of the buffer, RIGHT hangs it on the word below it. The root lies at
 * the bottom of the stack and takes its one dependent when all else is done, so every run ends in one tree
 * with one root and no circle, after exactly two steps per word.
 */
export const SHIFT = 0;

/** Words are 1 to n, the root is 0, and n + 1 is "nothing there". */
export interface ParserState {
  readonly n: number;
  readonly nothing: number;
  readonly stack: Int16Array;
  /** Number of items on the stack, the root included. */
  depth: number;
  /** First word of the buffer; n + 1 when the buffer is empty. */
  next: number;
  readonly heads: Int16Array;
  /** Relation to the head as its number plus 1. */
  readonly labels: Uint8Array;
  /** Outermost and second dependents, `nothing` where there are none. */
  readonly left1: Int16Array;
  readonly left2: Int16Array;
  readonly right1: Int16Array;
  readonly right2: Int16Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
  /** Which relations the dependents have, as a sum of mixed label numbers. */
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;
}

/** Extra places after the last word, so that a look ahead needs no bounds check. */
export const LOOK_AHEAD = 5;

export function startState(n: number): ParserState {
  const size = n + LOOK_AHEAD;
  const nothing = n + 1;
  const none = () => new Int16Array(size).fill(nothing);
  return {
    n,
    nothing,
    stack: new Int16Array(size),
    depth: 1,
    next: 1,
    heads: new Int16Array(size).fill(-1),
    labels: new Uint8Array(size),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    leftCount: new Uint8Array(size),
    rightCount: new Uint8Array(size),
    leftSet: new Int32Array(size),
    rightSet: new Int32Array(size),
  };
}

export function canShift(state: ParserState): boolean {
  return state.next <= state.n;
}

export function canLeft(state: ParserState): boolean {
  return state.depth > 1 && state.next <= state.n;
}

/** Only the last word left may hang on the root. */
export function canRight(state: ParserState): boolean {
  return state.depth > 2 || (state.depth === 2 && state.next > state.n);
}

export function isDone(state: ParserState): boolean {
  return state.depth === 1 && state.next > state.n;
}

/** Whether a RIGHT now would hang the word on the root, which needs the relation `root`. */
export function endsInRoot(state: ParserState): boolean {
  return state.depth === 2;
}

export function shift(state: ParserState): void {
  state.stack[state.depth++] = state.next++;
}

export function left(state: ParserState, label: number): void {
  const dependent = state.stack[--state.depth]!;
  const head = state.next;
  state.heads[dependent] = head;
  state.labels[dependent] = label + 1;
  state.left2[head] = state.left1[head]!;
  state.left1[head] = dependent;
  state.leftCount[head] = state.leftCount[head]! + 1;
  state.leftSet[head] = state.leftSet[head]! + Math.imul(label + 1, 0x9e3779b1);
}

export function right(state: ParserState, label: number): void {
  const dependent = state.stack[--state.depth]!;
  const head = state.stack[state.depth - 1]!;
  state.heads[dependent] = head;
  state.labels[dependent] = label + 1;
  state.right2[head] = state.right1[head]!;
  state.right1[head] = dependent;
  state.rightCount[head] = state.rightCount[head]! + 1;
  state.rightSet[head] = state.rightSet[head]! + Math.imul(label + 1, 0x9e3779b1);
}
