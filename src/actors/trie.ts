import { ALL_CAPITALS, BREAK, CAPITAL, COMMA, readWords, type Words } from './words.ts';

/** A tree of words: looking a phrase up costs its own length, whatever the number of phrases. */
export interface Trie<Entry> {
  readonly next: Map<string, Trie<Entry>>;
  readonly entries: { readonly entry: Entry; readonly forms: readonly number[] }[];
}

/** The longest phrase that begins at a word. */
export interface Match<Entry> {
  /** Index of the word after it. */
  readonly end: number;
  readonly entries: readonly Entry[];
}

export function makeTrie<Entry>(): Trie<Entry> {
  return { next: new Map(), entries: [] };
}

/** Adds a phrase as it is written: its capitals are asked for, its small letters are not. */
export function addPhrase<Entry>(trie: Trie<Entry>, phrase: string, entry: Entry): void {
  const words = readWords(phrase, [{ start: 0, end: phrase.length }]);
  let node = trie;
  for (let i = 0; i < words.keys.length; i++) {
    if (words.gaps[i] === COMMA) node = step(node, ',');
    node = step(node, words.keys[i]!);
  }
  if (node !== trie)
    node.entries.push({ entry, forms: words.forms.map((form) => form & (CAPITAL | ALL_CAPITALS)) });
}

function step<Entry>(node: Trie<Entry>, key: string): Trie<Entry> {
  const found = node.next.get(key);
  if (found !== undefined) return found;
  const made = makeTrie<Entry>();
  node.next.set(key, made);
  return made;
}

/** The longest phrase at a word that `accepts` agrees to; null where there is none. */
export function longestMatch<Entry>(
  trie: Trie<Entry>,
  words: Words,
  from: number,
  accepts?: (entry: Entry, end: number) => boolean,
): Match<Entry> | null {
  let node = trie.next.get(words.keys[from]!);
  let best: Match<Entry> | null = null;
  for (let at = from; node !== undefined; at++) {
    if (node.entries.length > 0) {
      const entries: Entry[] = [];
      for (const { entry, forms } of node.entries) {
        if (isWrittenSo(words, from, forms) && (accepts === undefined || accepts(entry, at + 1)))
          entries.push(entry);
      }
      if (entries.length > 0) best = { end: at + 1, entries };
    }
    const gap = words.gaps[at + 1];
    if (gap === undefined || gap === BREAK) break;
    if (gap === COMMA) node = node.next.get(',');
    node = node?.next.get(words.keys[at + 1]!);
  }
  return best;
}

function isWrittenSo(words: Words, from: number, forms: readonly number[]): boolean {
  for (let i = 0; i < forms.length; i++) {
    if ((words.forms[from + i]! & forms[i]!) !== forms[i]) return false;
  }
  return true;
}
