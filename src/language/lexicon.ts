import { wordKey } from './normalize.ts';

/** Ids below this are no words: 0 nothing there, 1 the root, then kinds of unknown words. */
const FIRST_WORD = 16;

/** What we know of words; arrays are by the word's place, which `places` gives. */
export interface Lexicon {
  readonly places: ReadonlyMap<string, number>;
  /** 1 where the treebanks have the word; else we know no more than its class. */
  readonly known: Uint8Array;
  /** Outcome of the tagger that is most frequent for the word, plus 1; 0 where there is none. */
  readonly usualTag: Uint8Array;
  /** 1 where the word, in lower case, is frequent and bears that tag always. */
  readonly sure: Uint8Array;
  /** Class of words that stand in like company in plain text; 0 where there is none. */
  readonly classes: Uint8Array;
}

export interface LexiconEntry {
  readonly word: string;
  /** Null for a word that only plain text had. */
  readonly tag: number | null;
  readonly sure: boolean;
  readonly class: number;
}

export function makeLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const size = entries.length + FIRST_WORD;
  const places = new Map<string, number>();
  const known = new Uint8Array(size);
  const usualTag = new Uint8Array(size);
  const sure = new Uint8Array(size);
  const classes = new Uint8Array(size);
  entries.forEach((entry, i) => {
    const place = i + FIRST_WORD;
    places.set(entry.word, place);
    known[place] = entry.tag === null ? 0 : 1;
    usualTag[place] = entry.tag === null ? 0 : entry.tag + 1;
    sure[place] = entry.sure ? 1 : 0;
    classes[place] = entry.class;
  });
  return { places, known, usualTag, sure, classes };
}

/** One line per word: word, tab, number of its usual tag, `!` where it has no other, tab, class. */
export function encodeLexicon(entries: readonly LexiconEntry[]): string {
  return entries
    .map(({ word, tag, sure, class: wordClass }) => `${word}\t${tag ?? ''}${sure ? '!' : ''}\t${wordClass}\n`)
    .join('');
}

export function decodeLexicon(text: string): Lexicon {
  const entries: LexiconEntry[] = [];
  for (const line of text.split('\n')) {
    const [word, tag, wordClass] = line.split('\t');
    if (word === undefined || tag === undefined) continue;
    const number = tag === '' ? null : Number.parseInt(tag, 10);
    entries.push({ word, tag: number, sure: tag.endsWith('!'), class: Number(wordClass) });
  }
  return makeLexicon(entries);
}

/** Place of a normalised form, 0 where we do not know it. */
export function placeOf(lexicon: Lexicon, normalForm: string): number {
  return lexicon.places.get(wordKey(normalForm)) ?? 0;
}

/** Id of a word for features: its place, or the kind of unknown word it looks like. */
export function wordId(lexicon: Lexicon, place: number, normalForm: string, lower: string): number {
  return lexicon.known[place] === 1 ? place : unknownKind(normalForm, lower);
}

const DIGIT = /[0-9]/;

function unknownKind(form: string, lower: string): number {
  const first = form.charCodeAt(0);
  if (DIGIT.test(form)) return 2;
  if (form[0] !== lower[0]) {
    if (form.length > 1 && form === form.toUpperCase()) return 3;
    return lower.endsWith('s') ? 4 : 5;
  }
  if (!((first >= 97 && first <= 122) || first >= 128)) return 6;
  if (lower.endsWith('ing')) return 7;
  if (lower.endsWith('ed')) return 8;
  if (lower.endsWith('ly')) return 9;
  if (lower.endsWith('s')) return 10;
  return 11;
}
