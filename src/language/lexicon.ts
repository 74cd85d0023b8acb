import { wordKey } from './normalize.ts';

/** Ids below this are no words: 0 nothing there, 1 the root, then kinds of unknown words. */
const FIRST_WORD = 16;

/** What we know of the words of the treebanks: an id, the usual tag, and whether it has no other. */
export interface Lexicon {
  readonly ids: ReadonlyMap<string, number>;
  /** Outcome of the tagger that is most frequent for the word, plus 1, by word id; 0 for unknown words. */
  readonly usualTag: Uint8Array;
  /** 1 where the word, in lower case, is frequent and bears that tag always. */
  readonly sure: Uint8Array;
}

export interface LexiconEntry {
  readonly word: string;
  readonly tag: number;
  readonly sure: boolean;
}

export function makeLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const ids = new Map<string, number>();
  const usualTag = new Uint8Array(entries.length + FIRST_WORD);
  const sure = new Uint8Array(entries.length + FIRST_WORD);
  entries.forEach((entry, i) => {
    const id = i + FIRST_WORD;
    ids.set(entry.word, id);
    usualTag[id] = entry.tag + 1;
    sure[id] = entry.sure ? 1 : 0;
  });
  return { ids, usualTag, sure };
}

/** One line per word: word, tab, number of its usual tag, and `!` where it has no other. */
export function encodeLexicon(entries: readonly LexiconEntry[]): string {
  return entries.map(({ word, tag, sure }) => `${word}\t${tag}${sure ? '!' : ''}\n`).join('');
}

export function decodeLexicon(text: string): Lexicon {
  const entries: LexiconEntry[] = [];
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab > 0) {
      const tag = Number.parseInt(line.slice(tab + 1), 10);
      entries.push({ word: line.slice(0, tab), tag, sure: line.endsWith('!') });
    }
  }
  return makeLexicon(entries);
}

/** Id of a normalised form: that of its word, or of the kind of unknown word it looks like. */
export function wordId(lexicon: Lexicon, normalForm: string): number {
  const key = wordKey(normalForm);
  return lexicon.ids.get(key) ?? unknownKind(normalForm, key);
}

function unknownKind(form: string, key: string): number {
  const first = form.charCodeAt(0);
  if (key.includes('0')) return 2;
  if (form[0] !== key[0]) {
    if (form.length > 1 && form === form.toUpperCase()) return 3;
    return key.endsWith('s') ? 4 : 5;
  }
  if (!((first >= 97 && first <= 122) || first >= 128)) return 6;
  if (key.endsWith('ing')) return 7;
  if (key.endsWith('ed')) return 8;
  if (key.endsWith('ly')) return 9;
  if (key.endsWith('s')) return 10;
  return 11;
}
