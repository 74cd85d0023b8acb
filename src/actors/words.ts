import type { Span } from '../report.ts';

/** How a word is written. */
export const CAPITAL = 1;
/** Two letters or more, all of them capitals: "US", "NATO". */
export const ALL_CAPITALS = 2;
/** Followed by 's or an apostrophe: "China's", "allies'". */
export const POSSESSIVE = 4;

/** What stands between a word and the one before it. */
export const BREAK = 0;
export const SPACE = 1;
export const HYPHEN = 2;
export const COMMA = 3;

/** Nothing read since the last word. */
const NOTHING = 4;

/**
 * The words of a text as they are looked up: one entry a word in each list. Much coarser and faster than the
 * tokens of the language stage; names are found without them.
 */
export interface Words {
  /** Lower case, without accents, points and possessive ending: `us` for "U.S.", `cote d'ivoire` as two. */
  readonly keys: string[];
  readonly starts: number[];
  readonly ends: number[];
  /** Bits CAPITAL, ALL_CAPITALS, POSSESSIVE. */
  readonly forms: number[];
  /** BREAK, SPACE, HYPHEN or COMMA; BREAK at the start of each sentence. */
  readonly gaps: number[];
  /** Index of the sentence a word stands in. */
  readonly sentences: number[];
}

/** Abbreviations whose point belongs to the word. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st sen rep gov gen lt maj col adm capt cmdr brig sgt jr sr hon rev'.split(' '),
);

const FOLDED: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  ə: 'a',
  œ: 'oe',
};

/** Reads the words of some spans of a text. */
export function readWords(text: string, sentences: readonly Span[]): Words {
  const words: Words = { keys: [], starts: [], ends: [], forms: [], gaps: [], sentences: [] };
  for (const [index, { start, end }] of sentences.entries()) readSpan(words, text, start, end, index);
  return words;
}

function readSpan(words: Words, text: string, from: number, to: number, sentence: number): void {
  let at = from;
  let gap = BREAK;
  while (at < to) {
    if (!isLetter(text.charCodeAt(at))) {
      gap = gapAfter(text.charCodeAt(at), gap, words.keys.length);
      at++;
      continue;
    }
    const start = at;
    at = endOfWord(text, at, to);
    let end = at;
    let possessive = false;
    if (
      end - start > 2 &&
      isApostrophe(text.charCodeAt(end - 2)) &&
      (text.charCodeAt(end - 1) | 32) === 115
    ) {
      possessive = true;
      end -= 2;
    } else if (at < to && isApostrophe(text.charCodeAt(at)) && (text.charCodeAt(at - 1) | 32) === 115) {
      possessive = true;
      at++;
    }
    const written = text.slice(start, end);
    const key = keyOf(written);
    if (at < to && text.charCodeAt(at) === 46 && (key.length === 1 || ABBREVIATIONS.has(key))) {
      if (key.length > 1 || formOf(written) !== 0) at++;
    }
    words.keys.push(key);
    words.starts.push(start);
    words.ends.push(end);
    words.forms.push(formOf(written) | (possessive ? POSSESSIVE : 0));
    words.gaps.push(gap);
    words.sentences.push(sentence);
    gap = NOTHING;
  }
}

/**
 * The gap grows weaker with what it holds: nothing yet, space, hyphen, comma, break.
 */
function gapAfter(code: number, gap: number, count: number): number {
  if (count === 0 || gap === BREAK) return BREAK;
  if (code === 32 || code === 9 || code === 160 || code === 13) return gap === NOTHING ? SPACE : gap;
  if (code === 10) return gap === SPACE || gap === NOTHING ? SPACE : gap;
  if (code === 45 || code === 0x2010 || code === 0x2011) return gap === NOTHING ? HYPHEN : BREAK;
  if (code === 44) return gap === NOTHING || gap === SPACE ? COMMA : BREAK;
  return BREAK;
}

function endOfWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) at++;
    else if (isApostrophe(code) && at + 1 < to && isLetter(text.charCodeAt(at + 1))) at++;
    else if (code === 46 && isInitialism(text, from, at, to)) at++;
    else break;
  }
  return at;
}

/** The point after a single letter that another single letter and point follow or precede: "U.S.", "D.C." */
function isInitialism(text: string, from: number, at: number, to: number): boolean {
  if (at - from === 1) {
    if (at + 2 < to && text[from] === 'U' && (text[at + 1] === 'S' || text[at + 1] === 'K'))
      return !isLetter(text.charCodeAt(at + 2));
    return at + 2 < to && isLetter(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === 46;
  }
  return text.charCodeAt(at - 2) === 46 && isLetter(text.charCodeAt(at - 1));
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x02bc;
}

function isLetter(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  if (code < 0xc0) return code === 0xaa || code === 0xba;
  return (
    code !== 0xd7 &&
    code !== 0xf7 &&
    !(code >= 0x2000 && code <= 0x2bff) &&
    !(code >= 0x3000 && code <= 0x303f)
  );
}

/** The form under which a word is looked up. */
export function keyOf(written: string): string {
  let plain = true;
  for (let i = 0; i < written.length && plain; i++) {
    const code = written.charCodeAt(i);
    plain = code < 128 && code !== 46;
  }
  const lower = written.toLowerCase();
  if (plain) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[ıłđøßæəœ]/g, (letter) => FOLDED[letter]!);
}

function formOf(written: string): number {
  const first = written[0]!;
  if (first === first.toLowerCase()) return 0;
  return written.length > 1 && written === written.toUpperCase() ? CAPITAL | ALL_CAPITALS : CAPITAL;
}
