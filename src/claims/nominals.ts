import { type Reading, relationOf } from './reading.ts';

/** The words of a noun phrase without the clauses that hang on it. */
export function nominalOf(reading: Reading, noun: number): number[] {
  const found: number[] = [noun];
  for (let at = 0; at < found.length; at++) {
    for (const child of reading.children[found[at]!]!) {
      if (!/^(acl|advcl|parataxis|cop|punct|csubj|ccomp|dep|orphan)/.test(reading.relations[child]!))
        found.push(child);
    }
  }
  return found.sort((a, b) => a - b);
}

export function isNominal(reading: Reading, i: number): boolean {
  return /^(NOUN|PROPN|PRON)$/.test(reading.tokens[i]?.upos ?? '');
}

/** A verb form that makes a sentence: "went", "goes", "will". */
export function isFiniteVerb(reading: Reading, i: number): boolean {
  return /^(VBD|VBZ|VBP|MD)$/.test(reading.tokens[i]!.tag);
}

/** Words that a noun phrase may hold before its head, and the head. */
const PHRASE = /^(DT|PDT|PRP\$|JJ|JJR|JJS|CD|NN|NNS|NNP|NNPS|POS|VBN|VBG|FW|NFP|HYPH)$/;

/** Whether a word may stand in a noun phrase, before its head or as it. */
export function isPhrasal(reading: Reading, i: number): boolean {
  return PHRASE.test(reading.tokens[i]!.tag);
}

/** The last of the words after a place that tell where and when something was said: "on Monday", "in a statement". */
export function asidesAfter(reading: Reading, from: number): number {
  const { tokens } = reading;
  let last = from;
  while (last + 1 < tokens.length && last - from < 9 && isAside(reading, last + 1)) last++;
  return last;
}

function isAside(reading: Reading, i: number): boolean {
  const { upos, form } = reading.tokens[i]!;
  return /^(ADV|ADP|DET|NOUN|PROPN|NUM|ADJ|PART)$/.test(upos) && !/^(that|as|like)$/.test(form);
}

/** The head of the noun phrase that begins at a word, read by its tags alone where the tree is not to be trusted. */
export function phraseHeadAt(reading: Reading, from: number): number | null {
  const { tokens } = reading;
  if (tokens[from]?.tag === 'PRP') return from;
  let head: number | null = null;
  for (let at = from; at < tokens.length && PHRASE.test(tokens[at]!.tag); at++) {
    if (isNominal(reading, at) || tokens[at]!.tag === 'CD') head = at;
  }
  // A name of several words has its first for a head: "Ben Carson", "the trade minister Ben Carson".
  while (
    head !== null &&
    head > from &&
    /^flat/.test(reading.relations[head]!) &&
    reading.heads[head]! >= from
  )
    head = reading.heads[head]!;
  return head;
}

/** The head of the noun phrase that ends at a word. */
export function topOf(reading: Reading, word: number, verb: number, past: number): number {
  let at = word;
  while (/^(flat|compound|amod|nmod|appos|conj)$/.test(relationOf(reading, at))) {
    const head = reading.heads[at]!;
    if (head <= past || head === verb || head > verb !== word > verb || !isNominal(reading, head)) break;
    at = head;
  }
  return at;
}
