import type { Word } from './sentence.ts';

/** What a typographic mark counts as, so that newspapers' curly quotes meet the treebanks' straight ones. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['′', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['``', '"'],
  ["''", '"'],
  ['…', '...'],
  ['—', '--'],
  ['―', '--'],
  ['‑', '-'],
  ['‐', '-'],
]);

const CURLY = /[’‘ʼ′‑‐]/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The form with plain quotes, apostrophes and hyphens; case is kept. */
export function normalizeForm(form: string): string {
  if (form.length <= 2) {
    const plain = PLAIN.get(form);
    if (plain !== undefined) return plain;
  }
  return BEYOND_ASCII.test(form) ? form.replace(CURLY, (mark) => PLAIN.get(mark)!) : form;
}

/**
 * The normal forms of a sentence's words. Double quotes become the treebanks' tags, `` where one opens and
 * '' where one closes, told by their shape or by the white space around them; a single one that opens, `.
 */
export function normalizeForms(words: readonly Word[]): string[] {
  let open = false;
  return words.map((word, i) => {
    const form = normalizeForm(word.form);
    if (form !== '"' && form !== "'") return form;
    const before = words[i - 1];
    const after = words[i + 1];
    const apartBefore = before === undefined || before.end < word.start || '([-—–“"'.includes(before.form);
    const apartAfter = after === undefined || after.start > word.end;
    // A single mark that does not open may close, or stand for a possessive: the tagger decides.
    if (form === "'") return apartBefore && !apartAfter ? '`' : form;
    if (OPENING.includes(word.form)) open = true;
    else if (CLOSING.includes(word.form)) open = false;
    else open = apartBefore === apartAfter ? !open : apartBefore;
    return open ? '``' : "''";
  });
}

const OPENING = '“„«``';
const CLOSING = "”»''";

const DIGITS = /[0-9]/g;
const UNLIKE_WORDS = /[0-9@:]|^www\./;

/**
 * The key under which a word is known: normalised, lower case, every digit a 0; all web and mail addresses
 * are one word each, so that none of them is kept.
 */
export function wordKey(normalForm: string): string {
  const lower = normalForm.toLowerCase();
  if (!UNLIKE_WORDS.test(lower)) return lower;
  if (lower.length > 4) {
    if (lower.includes('@')) return 'a@b';
    if (lower.includes('://') || lower.startsWith('www.')) return 'a://b';
  }
  return lower.replace(DIGITS, '0');
}
