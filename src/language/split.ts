import { STARTERS, TITLES } from './abbreviations.ts';
import { DIGIT, isApostrophe, isLower, isUpper, kindOf } from './characters.ts';
import type { Word } from './sentence.ts';

/** A sentence is cut after so many words, whatever it says; the parser's time and memory stay bounded. */
export const LONGEST_SENTENCE = 256;

/** A line shorter than this, without a full stop, before or after a line break and a capital letter, is a heading. */
const SHORT_LINE = 50;

/** Nobody wraps lines as late as this: a line break after more characters ends a paragraph. */
const LONG_LINE = 120;

/**
 * Sentences as ranges of words, [first, end). One ends at a paragraph, at the end of the title, and at a full
 * stop, question or exclamation mark with its closing quotes and brackets, unless the text goes on in lower
 * case or the stop belongs to an abbreviation.
 */
export function splitSentences(
  text: string,
  words: readonly Word[],
  titleEnd: number,
): [first: number, end: number][] {
  const sentences: [number, number][] = [];
  let first = 0;
  let lineStart = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    if (i === first) lineStart = word.start;
    let ends = next === undefined || i - first + 1 >= LONGEST_SENTENCE;
    if (next !== undefined && !ends && next.start > word.end) {
      const crossesTitle = word.start < titleEnd && next.start >= titleEnd;
      const breaks = lineBreaks(text, word.end, next.start);
      if (crossesTitle || breaks > 1) ends = true;
      else if (breaks === 1) {
        ends = isHeadingEnd(text, word, next, word.end - lineStart) || isSentenceEnd(text, words, first, i);
        lineStart = next.start;
      } else ends = isSentenceEnd(text, words, first, i);
    } else if (next !== undefined && !ends) {
      ends = isMissingBlank(text, words, i) || (word.start < titleEnd && next.start >= titleEnd);
    }
    if (ends && i - first < LONGEST_SENTENCE - 12) i = footnoteEnd(text, words, i, titleEnd);
    if (ends) {
      sentences.push([first, i + 1]);
      first = i + 1;
    }
  }
  return sentences;
}

/** A footnote's number in brackets after the stop ("in 1805. [6] He") goes with the sentence before it. */
function footnoteEnd(text: string, words: readonly Word[], i: number, titleEnd: number): number {
  let at = i;
  for (let notes = 0; notes < 3; notes++) {
    const [open, number, close] = [words[at + 1], words[at + 2], words[at + 3]];
    if (open?.form !== '[' || close?.form !== ']' || !isNumber(number!)) break;
    const apart = lineBreaks(text, words[at]!.end, open.start) > 0;
    if (apart || (words[at]!.start < titleEnd && close.end > titleEnd)) break;
    at += 3;
  }
  return at;
}

function isNumber({ form }: Word): boolean {
  return form.length < 4 && kindOf(form.charCodeAt(0)) === DIGIT;
}

function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === 10) breaks++;
  return breaks;
}

/** Whether the line break between two words ends a heading or the item of a list. */
function isHeadingEnd(text: string, word: Word, next: Word, lineLength: number): boolean {
  if (BULLETS.includes(next.form) && kindOf(text.charCodeAt(next.end)) === 0) return true;
  if (isListNumber(next)) return true;
  if (isLower(next.form[0]!) || ',;-–—'.includes(word.form)) return false;
  return lineLength < SHORT_LINE || lineLength > LONG_LINE || isHeadingLine(text, next.start);
}

/** Whether the line that begins here is short and does not end as the last line of a sentence does. */
function isHeadingLine(text: string, start: number): boolean {
  const line = text.slice(start, start + SHORT_LINE + 1);
  const end = line.indexOf('\n');
  if (end < 0 && line.length > SHORT_LINE) return false;
  const last = line.slice(0, end < 0 ? line.length : end).trimEnd();
  return !'.?!,;:"”’)'.includes(last[last.length - 1] ?? '.');
}

const BULLETS = '•·*-–—▪●◦■';

function isListNumber(word: Word): boolean {
  return word.form.length > 1 && word.form.endsWith('.') && kindOf(word.form.charCodeAt(0)) === DIGIT;
}

/** "deal.The": no blank after the stop, but a small letter before it and a capital after it. */
function isMissingBlank(text: string, words: readonly Word[], i: number): boolean {
  const { form, start } = words[i]!;
  const next = words[i + 1]!;
  if (form !== '.' && form !== '?' && form !== '!') return false;
  return start > 0 && isLower(text[start - 1]!) && isUpper(next.form[0]!);
}

/** Whether a sentence ends after word i, which white space follows. */
function isSentenceEnd(text: string, words: readonly Word[], first: number, i: number): boolean {
  const stop = stopBefore(words, first, i);
  if (stop < 0) return false;
  const next = nextWord(words, i + 1);
  if (next === undefined) return true;
  const initial = next.form[0]!;
  if (isLower(initial) || '.,;:!?)]}'.includes(initial)) return false;
  const { form } = words[stop]!;
  // A list's "1." goes with what follows it.
  if (stop === first && isListNumber(words[stop]!)) return false;
  if (form.length > 1 && form.endsWith('.') && !/^[.?!]+$/.test(form))
    return endsAfterAbbreviation(form, next, stop < i);
  if (form === '…' || form.startsWith('..')) return isUpper(initial) || stop < i;
  // "Yahoo! said" was ruled out above; a number or an opening mark may begin a sentence.
  return text.charCodeAt(words[i]!.end) <= 32 || kindOf(text.charCodeAt(words[i]!.end)) === 0;
}

/** The mark that ends a sentence at i, which closing quotes and brackets may follow at once; else -1. */
function stopBefore(words: readonly Word[], first: number, i: number): number {
  let at = i;
  while (at > first && i - at < 4 && isCloser(words[at]!) && words[at - 1]!.end === words[at]!.start) at--;
  const { form } = words[at]!;
  const last = form[form.length - 1]!;
  return last === '.' || last === '?' || last === '!' || last === '…' ? at : -1;
}

function isCloser({ form }: Word): boolean {
  return '"”’»)]'.includes(form) || form === "''" || isApostrophe(form.charCodeAt(0));
}

/** The next word that is no opening quote or bracket. */
function nextWord(words: readonly Word[], from: number): Word | undefined {
  let at = from;
  while (at < words.length - 1 && at - from < 4 && '"“‘\'«([`'.includes(words[at]!.form)) at++;
  return words[at];
}

/** "in the U.S. The talks" ends a sentence, "the U.S. State Department" and "Mr. Li" do not. */
function endsAfterAbbreviation(form: string, next: Word, closed: boolean): boolean {
  const base = form.slice(0, -1).toLowerCase();
  if (TITLES.has(base) || (base.length === 1 && isUpper(form[0]!))) return false;
  if (closed) return true;
  return isUpper(next.form[0]!) && STARTERS.has(next.form.toLowerCase());
}
