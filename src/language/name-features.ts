import { hashCharacters, keyOf, keyOfTwo } from './hash.ts';
import { PAD, type TaggerInput } from './tagger-features.ts';

/** Number of keys that `nameKeys` writes. */
export const NAME_KEYS = 44;

/** Shapes from here on have a capital letter. */
const FIRST_CAPITAL_SHAPE = 20;
const LAST_CAPITAL_SHAPE = 40;

/** Words that stand inside names: "University of Chile", "Ministry of Trade and Industry". */
const JOINERS = new Set([
  'of',
  'for',
  'and',
  'the',
  'de',
  'del',
  'la',
  'al',
  'bin',
  'van',
  'von',
  'der',
  'da',
  '&',
  '-',
  "'s",
]);

/** Whether a word is written as a name is: with a capital first or throughout. */
export function isCapital(input: TaggerInput, i: number): boolean {
  const shape = input.shape[i + PAD]!;
  return shape >= FIRST_CAPITAL_SHAPE && shape < LAST_CAPITAL_SHAPE;
}

/** Whether a word that has no capital can go on a name. */
export function isJoiner(input: TaggerInput, i: number): boolean {
  return JOINERS.has(input.lower[i]!);
}

/** The run of capitalised words that word `i` stands in. */
export interface CapitalRun {
  readonly from: number;
  readonly to: number;
}

export function runAt(input: TaggerInput, i: number): CapitalRun {
  let from = i;
  while (from > 0 && isCapital(input, from - 1)) from--;
  let to = i + 1;
  while (to < input.length && isCapital(input, to)) to++;
  return { from, to };
}

/** Writes the features of word `i` of a tagged sentence; `l1` and `l2` are the labels of the two words before it. */
export function nameKeys(
  input: TaggerInput,
  i: number,
  run: CapitalRun,
  l1: number,
  l2: number,
  out: Int32Array,
): void {
  const { word, classes, shape, suffix2, suffix3, tags } = input;
  const at = i + PAD;
  const lower = input.lower[i]!;
  const n = lower.length;
  const before = word[at - 1]!;
  const after = word[at + 1]!;
  const c = classes[at]!;
  const s = shape[at]!;
  const t = tags[at]!;
  const prefix3 = hashCharacters(lower, 0, Math.min(3, n));
  const whole = hashCharacters(lower, 0, n);
  const lastForm = input.lower[run.to - 1]!;
  const last = hashCharacters(lastForm, 0, lastForm.length);
  const firstForm = input.lower[run.from]!;
  const first = hashCharacters(firstForm, 0, firstForm.length);
  const length = Math.min(7, run.to - run.from);
  const place = Math.min(3, i - run.from);
  const ahead = word[run.to + PAD]!;
  const behind = run.from > 0 ? word[run.from - 1 + PAD]! : 0;
  const opens = run.from === 0 ? 1 : 0;
  out[0] = keyOf(0, whole);
  out[1] = keyOf(1, prefix3);
  out[2] = keyOf(2, suffix3[at]!);
  out[3] = keyOf(3, suffix2[at]!);
  out[4] = keyOf(4, hashCharacters(lower, 0, Math.min(4, n)));
  out[5] = keyOf(5, hashCharacters(lower, Math.max(0, n - 4), n));
  out[6] = keyOf(6, (s << 2) | (i === 0 ? 1 : 0));
  out[7] = keyOf(7, t);
  out[8] = keyOf(8, tags[at - 1]!);
  out[9] = keyOf(9, tags[at + 1]!);
  out[10] = keyOf(10, l1);
  out[11] = keyOf(11, (l1 << 4) | l2);
  out[12] = keyOf(12, (l1 << 8) | t);
  out[13] = keyOfTwo(13, whole, l1);
  out[14] = keyOf(14, (l1 << 8) | s);
  out[15] = keyOf(15, before);
  out[16] = keyOf(16, after);
  out[17] = keyOf(17, word[at - 2]!);
  out[18] = keyOf(18, word[at + 2]!);
  out[19] = keyOfTwo(19, before, whole);
  out[20] = keyOfTwo(20, whole, after);
  out[21] = keyOf(21, c);
  out[22] = keyOf(22, classes[at - 1]!);
  out[23] = keyOf(23, classes[at + 1]!);
  out[24] = keyOf(24, (classes[at - 1]! << 8) | c);
  out[25] = keyOf(25, (c << 8) | classes[at + 1]!);
  out[26] = keyOf(26, (l1 << 8) | c);
  out[27] = keyOf(27, (l1 << 16) | (c << 8) | classes[at + 1]!);
  out[28] = keyOf(28, (shape[at - 1]! << 16) | (s << 8) | shape[at + 1]!);
  out[29] = keyOfTwo(29, suffix3[at]!, s);
  out[30] = keyOfTwo(30, suffix3[at]!, l1);
  out[31] = keyOf(31, (before << 4) | l1);
  out[32] = keyOf(32, (after << 4) | l1);
  out[33] = keyOf(33, (tags[at - 1]! << 16) | (t << 8) | tags[at + 1]!);
  out[34] = keyOf(34, (classes[at + 1]! << 8) | classes[at + 2]!);
  out[35] = keyOfTwo(35, last, l1);
  out[36] = keyOfTwo(36, last, place);
  out[37] = keyOfTwo(37, first, place);
  out[38] = keyOf(38, (length << 8) | (place << 5) | (opens << 4) | l1);
  out[39] = keyOfTwo(39, behind, (length << 4) | l1);
  out[40] = keyOfTwo(40, ahead, (length << 4) | l1);
  out[41] = keyOfTwo(41, behind, ahead);
  out[42] = keyOf(42, (classes[at - 2]! << 8) | classes[at - 1]!);
  out[43] = keyOfTwo(43, prefix3, suffix2[at]!);
}
