import { hashCharacters, keyOf, keyOfTwo } from './hash.ts';
import { type Lexicon, placeOf, wordId } from './lexicon.ts';
import { normalizeForms } from './normalize.ts';
import type { Word } from './sentence.ts';

/** Free places before the first and after the last word, so that neighbours need no bounds check. */
export const PAD = 2;

/** The words of one sentence as numbers; word `i` stands at `i + PAD`. */
export interface TaggerInput {
  readonly length: number;
  readonly normal: readonly string[];
  readonly lower: readonly string[];
  readonly word: Int32Array;
  readonly classes: Uint8Array;
  /** 1 where the lexicon is sure of the word's usual tag. */
  readonly sure: Uint8Array;
  readonly usual: Uint8Array;
  readonly shape: Uint8Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  /** Chosen tags plus 1, filled in from left to right. */
  readonly tags: Uint8Array;
}

export function prepareTagger(lexicon: Lexicon, words: readonly Word[]): TaggerInput {
  const size = words.length + 2 * PAD;
  const normal = normalizeForms(words);
  const lowerForms = normal.map((form) => form.toLowerCase());
  const word = new Int32Array(size);
  const classes = new Uint8Array(size);
  const sure = new Uint8Array(size);
  const usual = new Uint8Array(size);
  const shape = new Uint8Array(size);
  const suffix2 = new Int32Array(size);
  const suffix3 = new Int32Array(size);
  for (let i = 0; i < words.length; i++) {
    const form = normal[i]!;
    const place = placeOf(lexicon, form);
    const lower = lowerForms[i]!;
    word[i + PAD] = wordId(lexicon, place, form, lower);
    classes[i + PAD] = lexicon.classes[place]!;
    sure[i + PAD] = lexicon.sure[place]!;
    usual[i + PAD] = lexicon.usualTag[place]!;
    shape[i + PAD] = shapeOf(form, lower);
    suffix2[i + PAD] = hashCharacters(lower, Math.max(0, lower.length - 2), lower.length);
    suffix3[i + PAD] = hashCharacters(lower, Math.max(0, lower.length - 3), lower.length);
  }
  const tags = new Uint8Array(size);
  return {
    length: words.length,
    normal,
    lower: lowerForms,
    word,
    classes,
    sure,
    usual,
    shape,
    suffix2,
    suffix3,
    tags,
  };
}

/** Number of keys that `taggerKeys` writes. */
export const TAGGER_KEYS = 52;

/** Writes the features of word `i`; the tags of the words before it must be set. */
export function taggerKeys(input: TaggerInput, i: number, out: Int32Array): void {
  const { word, classes, usual, shape, suffix2, suffix3, tags } = input;
  const at = i + PAD;
  const lower = input.lower[i]!;
  const n = lower.length;
  const w = word[at]!;
  const before = word[at - 1]!;
  const after = word[at + 1]!;
  const t1 = tags[at - 1]!;
  const t2 = tags[at - 2]!;
  const t12 = (t1 << 8) | t2;
  const s = shape[at]!;
  const s3 = suffix3[at]!;
  const u = usual[at]!;
  const uNext = usual[at + 1]!;
  const uNext2 = usual[at + 2]!;
  const place = i === 0 ? 1 : 0;
  out[0] = keyOf(0, w);
  out[1] = keyOf(1, hashCharacters(lower, n - 1, n));
  out[2] = keyOf(2, suffix2[at]!);
  out[3] = keyOf(3, s3);
  out[4] = keyOf(4, hashCharacters(lower, Math.max(0, n - 4), n));
  out[5] = keyOf(5, hashCharacters(lower, Math.max(0, n - 5), n));
  out[6] = keyOf(6, lower.charCodeAt(0));
  out[7] = keyOf(7, hashCharacters(lower, 0, Math.min(2, n)));
  out[8] = keyOf(8, hashCharacters(lower, 0, Math.min(3, n)));
  out[9] = keyOf(9, hashCharacters(lower, 0, Math.min(4, n)));
  out[10] = keyOf(10, (s << 1) | place);
  out[11] = keyOf(11, t1);
  out[12] = keyOf(12, t2);
  out[13] = keyOf(13, t12);
  out[14] = keyOf(14, (w << 8) | t1);
  out[15] = keyOfTwo(15, w, t12);
  out[16] = keyOf(16, before);
  out[17] = keyOf(17, after);
  out[18] = keyOf(18, word[at - 2]!);
  out[19] = keyOf(19, word[at + 2]!);
  out[20] = keyOf(20, (before << 16) | w);
  out[21] = keyOf(21, (w << 16) | after);
  out[22] = keyOf(22, (before << 16) | after);
  out[23] = keyOf(23, suffix3[at - 1]!);
  out[24] = keyOf(24, suffix3[at + 1]!);
  out[25] = keyOf(25, (shape[at - 1]! << 8) | s);
  out[26] = keyOf(26, (s << 8) | shape[at + 1]!);
  out[27] = keyOf(27, (u << 8) | uNext);
  out[28] = keyOf(28, (uNext << 8) | uNext2);
  out[29] = keyOf(29, (u << 16) | (t1 << 8) | uNext);
  out[30] = keyOf(30, (w << 8) | uNext);
  out[31] = keyOf(31, (t1 << 16) | after);
  out[32] = keyOfTwo(32, s3, t1);
  out[33] = keyOfTwo(33, s3, uNext);
  out[34] = keyOf(34, (s << 16) | t12);
  out[35] = keyOf(35, (t1 << 16) | (uNext << 8) | s);
  out[36] = keyOf(36, (u << 16) | t12);
  out[37] = keyOf(37, (u << 16) | (uNext << 8) | uNext2);
  out[38] = keyOf(38, (u << 8) | s);
  out[39] = keyOfTwo(39, (t1 << 8) | uNext, uNext2);
  out[40] = keyOfTwo(40, s3, (s << 1) | place);
  out[41] = keyOf(41, (w << 8) | (s << 1) | place);
  out[42] = keyOfTwo(42, hashCharacters(lower, 0, Math.min(3, n)), s3);
  out[43] = keyOfTwo(43, suffix2[at]!, (t1 << 8) | suffix2[at + 1]!);
  const c = classes[at]!;
  const cNext = classes[at + 1]!;
  const cBefore = classes[at - 1]!;
  out[44] = keyOf(44, (c << 8) | s);
  out[45] = keyOf(45, (c << 8) | t1);
  out[46] = keyOf(46, (cBefore << 8) | c);
  out[47] = keyOf(47, (c << 8) | cNext);
  out[48] = keyOf(48, (cNext << 8) | classes[at + 2]!);
  out[49] = keyOf(49, (t1 << 16) | (c << 8) | cNext);
  out[50] = keyOf(50, (w << 8) | cNext);
  out[51] = keyOf(51, (w << 8) | cBefore);
}

/** Case, digits, hyphens and length of a form, in a number below 64. */
function shapeOf(form: string, lower: string): number {
  const n = form.length;
  let digits = 0;
  let capitals = 0;
  let marks = 0;
  for (let i = 0; i < n; i++) {
    const code = form.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (form[i] !== lower[i]) capitals++;
    else if (code < 65 || (code > 90 && code < 97) || (code > 122 && code < 128)) marks++;
  }
  let kind = 0;
  if (digits > 0) kind = digits === n ? 1 : digits + marks === n ? 2 : 3;
  else if (marks === n) kind = 4;
  else if (capitals === n) kind = n === 1 ? 5 : 6;
  else if (form[0] !== lower[0]) kind = capitals === 1 ? 7 : 8;
  else if (capitals > 0) kind = 9;
  return kind * 4 + (marks > 0 && marks < n ? 2 : 0) + (n > 3 ? 1 : 0);
}
