import { keyOf, keyOfTwo } from './hash.ts';
import { PAD, type TaggerInput } from './tagger-features.ts';
import { LOOK_AHEAD, type ParserState } from './transitions.ts';

/** The words of one sentence as the parser sees them: places 1 to n; 0 is the root, beyond n is nothing. */
export interface ParserInput {
  readonly n: number;
  readonly word: Int32Array;
  readonly classes: Uint8Array;
  /** Tag plus 2; 1 is the root. */
  readonly tag: Uint8Array;
  /** Number of punctuation marks, and of verbs, before each place. */
  readonly marksBefore: Int16Array;
  readonly verbsBefore: Int16Array;
}

/** Takes over the words of a tagged sentence; `kinds` come from `kindsOfTags`. */
export function prepareParser(tagged: TaggerInput, tags: Uint8Array, kinds: Uint8Array): ParserInput {
  const n = tagged.length;
  const size = n + LOOK_AHEAD;
  const word = new Int32Array(size);
  const classes = new Uint8Array(size);
  const tag = new Uint8Array(size);
  const marksBefore = new Int16Array(size);
  const verbsBefore = new Int16Array(size);
  word[0] = 1;
  tag[0] = 1;
  for (let i = 1; i <= n; i++) {
    const wordTag = tags[i - 1 + PAD]!;
    word[i] = tagged.word[i - 1 + PAD]!;
    classes[i] = tagged.classes[i - 1 + PAD]!;
    tag[i] = wordTag + 1;
    const kind = kinds[wordTag - 1]!;
    marksBefore[i + 1] = marksBefore[i]! + (kind === MARK ? 1 : 0);
    verbsBefore[i + 1] = verbsBefore[i]! + (kind === VERB ? 1 : 0);
  }
  return { n, word, classes, tag, marksBefore, verbsBefore };
}

const MARK = 1;
const VERB = 2;

/** Which of the tags (`UPOS TAG`) are punctuation, which are verbs. */
export function kindsOfTags(tags: readonly string[]): Uint8Array {
  return Uint8Array.from(tags, (tag) => (tag.startsWith('PUNCT') ? MARK : tag.startsWith('VERB') ? VERB : 0));
}

/** Number of keys that `parserKeys` writes. */
export const PARSER_KEYS = 133;

/** Writes the features of a state. After Zhang and Nivre (2011), made for arc-hybrid. */
export function parserKeys(input: ParserInput, state: ParserState, out: Int32Array): void {
  const { word, classes, tag, marksBefore, verbsBefore } = input;
  const { stack, depth, nothing, labels, left1, left2, right1, right2 } = state;
  const s0 = stack[depth - 1]!;
  const s1 = depth > 1 ? stack[depth - 2]! : nothing;
  const s2 = depth > 2 ? stack[depth - 3]! : nothing;
  const b0 = state.next;
  const b1 = b0 < nothing ? b0 + 1 : nothing;
  const b2 = b1 < nothing ? b1 + 1 : nothing;
  const b3 = b2 < nothing ? b2 + 1 : nothing;
  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const s2w = word[s2]!;
  const b0w = word[b0]!;
  const b1w = word[b1]!;
  const s0t = tag[s0]!;
  const s1t = tag[s1]!;
  const s2t = tag[s2]!;
  const b0t = tag[b0]!;
  const b1t = tag[b1]!;
  const b2t = tag[b2]!;
  const s0wt = (s0w << 8) | s0t;
  const s1wt = (s1w << 8) | s1t;
  const b0wt = (b0w << 8) | b0t;
  const s0b0t = (s0t << 8) | b0t;
  const s1s0t = (s1t << 8) | s0t;
  const s1s0b0t = (s1t << 16) | s0b0t;

  // Single words.
  out[0] = keyOf(0, s0w);
  out[1] = keyOf(1, s0t);
  out[2] = keyOf(2, s0wt);
  out[3] = keyOf(3, s1w);
  out[4] = keyOf(4, s1t);
  out[5] = keyOf(5, s1wt);
  out[6] = keyOf(6, (s2w << 8) | s2t);
  out[7] = keyOf(7, s2t);
  out[8] = keyOf(8, b0w);
  out[9] = keyOf(9, b0t);
  out[10] = keyOf(10, b0wt);
  out[11] = keyOf(11, (b1w << 8) | b1t);
  out[12] = keyOf(12, b1w);
  out[13] = keyOf(13, b1t);
  out[14] = keyOf(14, (word[b2]! << 8) | b2t);
  out[15] = keyOf(15, (b2t << 8) | tag[b3]!);

  // Pairs.
  out[16] = keyOfTwo(16, s0wt, b0wt);
  out[17] = keyOf(17, (s0w << 16) | b0w);
  out[18] = keyOfTwo(18, s0wt, b0t);
  out[19] = keyOfTwo(19, b0wt, s0t);
  out[20] = keyOf(20, s0b0t);
  out[21] = keyOf(21, (s0w << 8) | b0t);
  out[22] = keyOf(22, (b0w << 8) | s0t);
  out[23] = keyOfTwo(23, s1wt, s0wt);
  out[24] = keyOf(24, (s1w << 16) | s0w);
  out[25] = keyOfTwo(25, s1wt, s0t);
  out[26] = keyOfTwo(26, s0wt, s1t);
  out[27] = keyOf(27, s1s0t);
  out[28] = keyOf(28, (b0t << 8) | b1t);
  out[29] = keyOf(29, (b0w << 8) | b1t);
  out[30] = keyOf(30, (b1w << 8) | b0t);
  out[31] = keyOf(31, (s1w << 16) | b0w);
  out[32] = keyOf(32, (s1t << 8) | b0t);
  out[33] = keyOf(33, (s1w << 8) | b0t);
  out[34] = keyOf(34, (s0w << 16) | b1w);

  // Tags of three and four words.
  out[35] = keyOf(35, (s0b0t << 8) | b1t);
  out[36] = keyOf(36, s1s0b0t);
  out[37] = keyOf(37, (s2t << 16) | s1s0t);
  out[38] = keyOf(38, (b0t << 16) | (b1t << 8) | b2t);
  out[39] = keyOf(39, (s1s0b0t << 8) | b1t);
  out[40] = keyOf(40, (s2t << 24) | s1s0b0t);
  out[41] = keyOf(41, (s0w << 16) | (b0t << 8) | b1t);
  out[42] = keyOf(42, (b0w << 16) | (s0t << 8) | b1t);
  out[43] = keyOf(43, (s1w << 16) | s0b0t);
  out[44] = keyOf(44, (s0w << 16) | (s1t << 8) | b0t);
  out[45] = keyOf(45, (b0w << 16) | s1s0t);
  out[46] = keyOfTwo(46, (s0b0t << 8) | b1t, b2t);

  // Dependents.
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s0l2 = left2[s0]!;
  const s0r2 = right2[s0]!;
  const s1l = left1[s1]!;
  const s1r = right1[s1]!;
  const s1r2 = right2[s1]!;
  const b0l = left1[b0]!;
  const b0l2 = left2[b0]!;
  const s0lt = tag[s0l]!;
  const s0rt = tag[s0r]!;
  const s1lt = tag[s1l]!;
  const s1rt = tag[s1r]!;
  const b0lt = tag[b0l]!;
  const s0lw = word[s0l]!;
  const b0lw = word[b0l]!;
  const s0lr = labels[s0l]!;
  const s0rr = labels[s0r]!;
  const s1rr = labels[s1r]!;
  const b0lr = labels[b0l]!;
  out[47] = keyOf(47, (s0lw << 8) | s0t);
  out[48] = keyOf(48, (word[s0r]! << 8) | s0t);
  out[49] = keyOf(49, (s0t << 16) | (s0lt << 8) | s0lr);
  out[50] = keyOf(50, (s0t << 16) | (s0rt << 8) | s0rr);
  out[51] = keyOf(51, (s0w << 8) | s0lr);
  out[52] = keyOf(52, (s0w << 8) | s0rr);
  out[53] = keyOf(53, (s1t << 16) | (s1lt << 8) | labels[s1l]!);
  out[54] = keyOf(54, (s1t << 16) | (s1rt << 8) | s1rr);
  out[55] = keyOf(55, (s1w << 8) | s1rr);
  out[56] = keyOf(56, (b0t << 16) | (b0lt << 8) | b0lr);
  out[57] = keyOf(57, (b0lw << 8) | b0t);
  out[58] = keyOf(58, (b0w << 8) | b0lr);
  out[59] = keyOf(59, (s0b0t << 8) | s0lt);
  out[60] = keyOf(60, (s0b0t << 8) | s0rt);
  out[61] = keyOf(61, (s0b0t << 8) | b0lt);
  out[62] = keyOf(62, (s1s0t << 8) | s0lt);
  out[63] = keyOf(63, (s1s0t << 8) | s0rt);
  out[64] = keyOf(64, (s1s0t << 8) | s1rt);
  out[65] = keyOf(65, (s1s0t << 8) | s1lt);
  out[66] = keyOf(66, (s1s0t << 16) | (s1rr << 8) | s0lr);
  out[67] = keyOf(67, (s0b0t << 16) | (s0rr << 8) | b0lr);
  out[68] = keyOf(68, (s0t << 16) | (tag[s0l2]! << 8) | s0lt);
  out[69] = keyOf(69, (s0t << 16) | (tag[s0r2]! << 8) | s0rt);
  out[70] = keyOf(70, (s1t << 16) | (tag[s1r2]! << 8) | s1rt);
  out[71] = keyOf(71, (b0t << 16) | (tag[b0l2]! << 8) | b0lt);
  out[72] = keyOf(72, (labels[s0l2]! << 16) | (s0lr << 8) | s0t);
  out[73] = keyOf(73, (labels[s0r2]! << 16) | (s0rr << 8) | s0t);

  // Where a phrase with a preposition or a conjunction belongs: it decides by the words of three places.
  out[74] = keyOf(74, (s1w << 16) | s0lw);
  out[75] = keyOf(75, (s1s0t << 16) | s0lw);
  out[76] = keyOfTwo(76, (s1w << 16) | s0lw, s0w);
  out[77] = keyOf(77, (s0w << 16) | b0lw);
  out[78] = keyOf(78, (s1w << 16) | b0lw);
  out[79] = keyOfTwo(79, (s0w << 16) | b0lw, b0t);
  out[80] = keyOfTwo(80, s1s0b0t, b0lw);
  out[81] = keyOfTwo(81, (s1w << 16) | s0w, b0lw);
  out[82] = keyOf(82, (s0b0t << 16) | b0lw);
  out[83] = keyOfTwo(83, s1s0b0t, s0lw);
  out[84] = keyOfTwo(84, (s2t << 16) | s1s0t, s0lw);

  // How many dependents, and of which relations.
  const s0v = (Math.min(state.leftCount[s0]!, 7) << 3) | Math.min(state.rightCount[s0]!, 7);
  const s1v = (Math.min(state.leftCount[s1]!, 7) << 3) | Math.min(state.rightCount[s1]!, 7);
  const b0v = Math.min(state.leftCount[b0]!, 7);
  out[85] = keyOf(85, (s0w << 8) | s0v);
  out[86] = keyOf(86, (s0t << 8) | s0v);
  out[87] = keyOf(87, (s1w << 8) | s1v);
  out[88] = keyOf(88, (s1t << 8) | s1v);
  out[89] = keyOf(89, (b0w << 8) | b0v);
  out[90] = keyOf(90, (b0t << 8) | b0v);
  const s0ls = state.leftSet[s0]!;
  const s0rs = state.rightSet[s0]!;
  const s1rs = state.rightSet[s1]!;
  const s1ls = state.leftSet[s1]!;
  const b0ls = state.leftSet[b0]!;
  out[91] = keyOfTwo(91, s0w, s0ls);
  out[92] = keyOfTwo(92, s0t, s0ls);
  out[93] = keyOfTwo(93, s0w, s0rs);
  out[94] = keyOfTwo(94, s0t, s0rs);
  out[95] = keyOfTwo(95, s1w, s1rs);
  out[96] = keyOfTwo(96, s1s0t, s1rs);
  out[97] = keyOfTwo(97, s1s0t, s1ls);
  out[98] = keyOfTwo(98, b0t, b0ls);
  out[99] = keyOfTwo(99, s0b0t, b0ls);
  out[100] = keyOfTwo(100, s0b0t, s0ls);
  out[101] = keyOfTwo(101, s0b0t, s0rs);

  // Distance, and what lies between.
  const near = Math.min(b0 - s0, 12);
  const far = Math.min(s0 - s1, 12) & 15;
  const marks = Math.min(marksBefore[b0]! - marksBefore[s0]!, 3);
  const verbs = Math.min(verbsBefore[b0]! - verbsBefore[s0]!, 3);
  const marksBelow = Math.min(Math.max(0, marksBefore[s0]! - marksBefore[s1]!), 3);
  const verbsBelow = Math.min(Math.max(0, verbsBefore[s0]! - verbsBefore[s1]!), 3);
  const between = (marks << 2) | verbs;
  const below = (marksBelow << 2) | verbsBelow;
  out[102] = keyOf(102, (s0b0t << 8) | near);
  out[103] = keyOf(103, (s0w << 8) | near);
  out[104] = keyOf(104, (b0w << 8) | near);
  out[105] = keyOf(105, (s1s0t << 8) | far);
  out[106] = keyOf(106, (s1s0b0t << 8) | below);
  out[107] = keyOf(107, (s0b0t << 8) | between);
  out[108] = keyOf(108, (s1s0t << 8) | below);
  out[109] = keyOf(109, (s1w << 8) | below);
  out[110] = keyOf(110, (s0w << 8) | between);

  // Grandchildren.
  out[111] = keyOf(111, (s0t << 16) | (tag[left1[s0l]!]! << 8) | s0lt);
  out[112] = keyOf(112, (s0t << 16) | (tag[right1[s0r]!]! << 8) | s0rt);
  out[113] = keyOf(113, (s1t << 16) | (tag[right1[s1r]!]! << 8) | s1rt);
  out[114] = keyOf(114, (word[left1[s0r]!]! << 16) | (s0rt << 8) | s0t);
  // Under the root nothing follows but the last word of all: how deep the stack is tells.
  out[115] = keyOf(115, (Math.min(depth, 5) << 16) | s0b0t);
  out[116] = keyOf(116, s1w === 1 ? (word[nothing - 1]! << 8) | s0t : 0);

  // Classes of words, which also know words that the treebanks do not have.
  const s0c = classes[s0]!;
  const s1c = classes[s1]!;
  const b0c = classes[b0]!;
  out[117] = keyOf(117, (s0c << 8) | s0t);
  out[118] = keyOf(118, (b0c << 8) | b0t);
  out[119] = keyOf(119, (s1c << 8) | s1t);
  out[120] = keyOf(120, (s0c << 8) | b0c);
  out[121] = keyOf(121, (s1c << 8) | s0c);
  out[122] = keyOf(122, (s0c << 8) | b0t);
  out[123] = keyOf(123, (b0c << 8) | s0t);
  out[124] = keyOf(124, (s1c << 8) | s0t);
  out[125] = keyOf(125, (s0c << 8) | s1t);
  out[126] = keyOf(126, (s1c << 16) | (s0c << 8) | b0c);
  out[127] = keyOf(127, (s1c << 24) | (s0c << 16) | b0lw);
  out[128] = keyOf(128, (s0c << 16) | b0lw);
  out[129] = keyOf(129, (s1c << 16) | s0lw);
  out[130] = keyOf(130, (s1c << 24) | (s0c << 16) | s0lw);
  out[131] = keyOf(131, (s1c << 16) | s0b0t);
  out[132] = keyOf(132, (b0c << 8) | classes[b1]!);
}
