/**
 * Features are 32-bit keys: a template's number and the things it joins, mixed so that the high bits (the
 * slot) and the low bits (the check) both depend on everything. Training and run time share these functions.
 */

/** Key of template `k` over one number; things that fit are packed into it beforehand. */
export function keyOf(k: number, x: number): number {
  return finish(Math.imul(x, 0x9e3779b1) ^ Math.imul(k + 1, 0x85ebca6b));
}

/** Key of template `k` over two numbers. */
export function keyOfTwo(k: number, x: number, y: number): number {
  const h = Math.imul(x, 0x9e3779b1) ^ Math.imul(k + 1, 0x85ebca6b);
  return finish(Math.imul(h ^ (h >>> 15), 0xc2b2ae35) + Math.imul(y, 0x27d4eb2f));
}

function finish(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}

/** Hash of the characters of `text` from `start` to `end`. */
export function hashCharacters(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
