/** Words of no other language in Latin letters: by them English is told before anything is loaded to detect it. */
const ENGLISH_ALONE = (
  'the and with from that which were has have had his their its after before between about against said says this ' +
  'they would been being could should into when while also than more two three off people years talks meets visits ' +
  'wins kills killed least former foreign because through'
).split(' ');
/** Common in English, and words of other languages too: "for" is Danish, "was" is German. */
const ENGLISH_TOO = 'to of in on for by is was are as at an it he she be not but who will over near during';

const ALONE = new Set(ENGLISH_ALONE);
const TOO = new Set(ENGLISH_TOO.split(' '));
/** Words looked at. */
const ENOUGH = 30;
/** Characters looked at, for texts without words. */
const FARTHEST = 400;
const LONGEST_WORD = 7;

/** How much of the beginning of a text is made of the small words of English. */
export interface EnglishWords {
  readonly words: number;
  /** Words of no other language. */
  readonly alone: number;
  /** Those and the ones that other languages have too. */
  readonly small: number;
}

/** Counts words until it is clear that the text is in English, or for the first thirty. Runs on every report. */
export function countEnglishWords(text: string): EnglishWords {
  let words = 0;
  let alone = 0;
  let small = 0;
  let start = -1;
  const end = Math.min(text.length, FARTHEST);
  for (let at = 0; at <= end; at++) {
    if (at < end && isLetter(text.charCodeAt(at))) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    words++;
    const length = at - start;
    if (length > 1 && length <= LONGEST_WORD) {
      const word = text.slice(start, at).toLowerCase();
      if (ALONE.has(word)) {
        alone++;
        small++;
      } else if (TOO.has(word)) small++;
    }
    start = -1;
    if (words === ENOUGH || (small >= 2 && isEnglish({ words, alone, small }))) break;
  }
  return { words, alone, small };
}

/** One small word in six, of which two are of no other language; or more of them with one such word. */
export function isEnglish({ words, alone, small }: EnglishWords): boolean {
  if (words < 6 || alone === 0) return false;
  return alone >= 2 ? small * 6 >= words : small >= 3 && small * 5 >= words;
}

function isLetter(code: number): boolean {
  return ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 0xc0 && code < 0x250);
}
