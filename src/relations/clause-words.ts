import type { Span } from '../report.ts';

/** Characters and words of a clause looked at; a longer one says no more. */
const MOST_CHARACTERS = 1000;
const MOST_WORDS = 60;

/** Stems of the words of four letters or more; numbers stay as they are. */
export function stemsIn(text: string, span: Span): string[] {
  const words =
    clauseOf(text, span)
      .toLowerCase()
      .match(/\p{L}{4,}|\p{N}+/gu) ?? [];
  return words.slice(0, MOST_WORDS).flatMap((word) => (STOP.has(word) ? [] : stemOf(word)));
}

/** The same of words with a capital, but for the first, which has one anyway. */
export function namesIn(text: string, span: Span): string[] {
  const words =
    clauseOf(text, span)
      .slice(1)
      .match(/(?<!\p{L})\p{Lu}\p{L}{3,}/gu) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => stemOf(word.toLowerCase()));
}

function clauseOf(text: string, { start, end }: Span): string {
  return text.slice(start, Math.min(end, start + MOST_CHARACTERS));
}

const STOP: ReadonlySet<string> = new Set(
  (
    'that this with from have been were will would could should their they them which what when while after before ' +
    'over under between against about into than then there where said says also more most some such only other ' +
    'monday tuesday wednesday thursday friday saturday sunday today yesterday'
  ).split(' '),
);

/** A word without its ending; rough, and enough to see that "arrested" and "arrest" are one. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ations?|ments?|ures?|ings?|ions?|ers?|ies|ed|es|s|e|y)$/, '');
  return stem.length >= 4 ? stem.slice(0, 6) : word;
}

const KNOWN: ReadonlySet<string> = new Set('the that this these those his her its their'.split(' '));

/** Whether a word is spoken of as known: "the seizure", "its seizure", "last week's seizure". */
export function isKnown(text: string, { start }: Span): boolean {
  const before =
    text
      .slice(Math.max(0, start - 40), start)
      .trimEnd()
      .split(/\s/)
      .at(-1) ?? '';
  return KNOWN.has(before.toLowerCase()) || before.endsWith("'s") || before.endsWith('’s');
}
