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
 * '' where one closes, told by their shape or by the white space around them.
 */
export function normalizeForms(words: readonly Word[]): string[] {
  let open = false;
  return words.map((word, i) => {
    const form = normalizeForm(word.form);
    if (form !== '"') return form;
    const before = words[i - 1];
    const after = words[i + 1];
    const apartBefore = before === undefined || before.end < word.start || '([-—–'.includes(before.form);
    const apartAfter = after === undefined || after.start > word.end;
    if (OPENING.includes(word.form)) open = true;
    else if (CLOSING.includes(word.form)) open = false;
    else open = apartBefore === apartAfter ? !open : apartBefore;
    return open ? '``' : "''";
  });
}

const OPENING = '“„«``';
const CLOSING = "”»''";

const DIGITS = /[0-9]/g;
const HAS_DIGIT = /[0-9]/;

/** The key under which a word is known: normalised, lower case, every digit a 0. */
export function wordKey(normalForm: string): string {
  const lower = normalForm.toLowerCase();
  return HAS_DIGIT.test(lower) ? lower.replace(DIGITS, '0') : lower;
}
