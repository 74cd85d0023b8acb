import { ABBREVIATIONS, ONLY_BEFORE_NUMBER, TITLES } from './abbreviations.ts';
import { DIGIT, isApostrophe, isUpper, kindOf, LETTER, SPACE } from './characters.ts';
import type { Word } from './sentence.ts';

/** A longer run of letters is cut: no word of any language has as many. */
const LONGEST_WORD = 1000;

/** Prefixes that stay with their word ("anti-war"); any other hyphen is a token of its own, as in UD English. */
const PREFIXES: ReadonlySet<string> = new Set(
  (
    'non e re mid anti pre co pro cross post over sub semi pan multi ex counter mini inter intra neo micro un ' +
    'trans ultra vice quasi bi tri de'
  ).split(' '),
);

/** Written as one word, counted as two: how many characters the first has. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
]);

const CLITICS: ReadonlySet<string> = new Set(['s', 'd', 'm', 'll', 're', 've']);
const UNITS: ReadonlySet<string> = new Set([
  'am',
  'pm',
  'bn',
  'mn',
  'tn',
  'km',
  'kg',
  'cm',
  'mm',
  'mph',
  'kph',
  'm',
]);

/**
 * Cuts `text` from `from` to `to` into words and marks as UD English does: clitics ("Beijing" "'s", "do"
 * "n't") and hyphenated parts stand alone, abbreviations keep their full stop, numbers their commas and
 * points. Every character that is not white space is in exactly one word. Linear in the length.
 */
export function tokenize(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === SPACE) at++;
    else if (kind === LETTER || kind === DIGIT) at = takeWord(text, at, to, words);
    else at = takeMark(text, at, to, words);
  }
  return words;
}

function push(text: string, start: number, end: number, words: Word[]): void {
  if (end > start) words.push({ form: text.slice(start, end), start, end });
}

function takeMark(text: string, start: number, to: number, words: Word[]): number {
  const code = text.charCodeAt(start);
  if (isApostrophe(code)) {
    const end = apostropheEnd(text, start, to);
    push(text, start, end, words);
    return end;
  }
  let end = start + 1;
  // Runs of one mark ("...", "--", "?!") are one token; brackets and quotes never join.
  if (RUNS.includes(text[start]!)) {
    const limit = Math.min(to, start + LONGEST_WORD);
    const other = text[start] === '?' || text[start] === '!' ? '?!' : text[start]!;
    while (end < limit && other.includes(text[end]!)) end++;
  }
  if (text[start] === '-' && end === start + 1 && isNegativeNumber(text, start, to)) {
    return takeWord(text, start + 1, to, words, start);
  }
  push(text, start, end, words);
  return end;
}

const RUNS = '.-!?=*_~+#<>–—';

/** "-5" after a space or a bracket is a number below zero; in "3-5" and "G-7" the mark is a hyphen. */
function isNegativeNumber(text: string, at: number, to: number): boolean {
  if (at + 1 >= to || kindOf(text.charCodeAt(at + 1)) !== DIGIT) return false;
  return at === 0 || kindOf(text.charCodeAt(at - 1)) === SPACE || text[at - 1] === '(';
}

/** `'s` after a quote or a bracket (“China”'s), `''` as a quotation mark, else the apostrophe alone. */
function apostropheEnd(text: string, start: number, to: number): number {
  const next = start + 1;
  if (next < to && text.charCodeAt(next) === text.charCodeAt(start)) return next + 1;
  if (start === 0 || kindOf(text.charCodeAt(start - 1)) === SPACE) return next;
  const end = runOf(text, next, Math.min(to, next + 3), LETTER);
  return CLITICS.has(text.slice(next, end).toLowerCase()) ? end : next;
}

function runOf(text: string, at: number, to: number, kind: number): number {
  while (at < to && kindOf(text.charCodeAt(at)) === kind) at++;
  return at;
}

/** Takes one run of letters and digits with what belongs to it, from `start`; `first` is where it is to begin. */
function takeWord(text: string, start: number, to: number, words: Word[], first = start): number {
  const address = addressEnd(text, start, to);
  if (address > 0) {
    push(text, first, address, words);
    return address;
  }
  const limit = Math.min(to, start + LONGEST_WORD);
  let end = start + 1;
  while (end < limit) {
    const kind = kindOf(text.charCodeAt(end));
    if (kind === LETTER || kind === DIGIT) end++;
    else if (kind !== SPACE && end + 1 < limit && joins(text, start, end)) end += 2;
    else break;
  }
  if (end === limit && limit < to && isHighSurrogate(text.charCodeAt(end - 1))) end--;
  if (text[end] === '.' && end < to && keepsStop(text, start, end, to)) end++;
  // "US$" is one sign of a currency.
  else if (text[end] === '$' && end < to && end - start <= 3 && isUpper(text[start]!)) end++;
  if (isPhoneHyphen(text, start, end, to)) end = phoneEnd(text, end, to);
  splitWord(text, first, start, end, words);
  return end;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** Whether the mark at `at`, between two letters or digits, holds a word together. */
function joins(text: string, start: number, at: number): boolean {
  const mark = text.charCodeAt(at);
  const before = kindOf(text.charCodeAt(at - 1));
  const after = kindOf(text.charCodeAt(at + 1));
  if (after !== LETTER && after !== DIGIT) return false;
  const digits = before === DIGIT && after === DIGIT;
  switch (mark) {
    case 46: // . in "1.5", "U.S", "example.org"; not in "end.Next", where a blank is missing
      return digits || before === DIGIT || after === DIGIT || !isMissingBlank(text, start, at);
    case 44: // , in "1,300"
      return digits && kindOf(text.charCodeAt(at + 3)) === DIGIT;
    case 58: // : in "5:30"
    case 47: // / in "9/11"
      return digits;
    case 64: // @
    case 95: // _
      return true;
    case 38: // & in "PG&E"
      return isUpper(text[at - 1]!) && isUpper(text[at + 1]!) && at - start <= 3;
    case 45: // - after a prefix
    case 0x2010:
    case 0x2011:
      return at - start <= 7 && PREFIXES.has(text.slice(start, at).toLowerCase());
    default:
      return isApostrophe(mark);
  }
}

/** In "ended.The" a small letter, a stop and a capital: two sentences. */
function isMissingBlank(text: string, start: number, at: number): boolean {
  return at - start > 1 && !isUpper(text[at - 1]!) && isUpper(text[at + 1]!) && text[at + 2] !== '.';
}

const SCHEME = /(?:https?:\/\/|www\.)/iy;
const TRAILING = '.,;:!?)\'"’”>]';

/** End of a web address that begins here, or 0; marks at its end belong to the sentence. */
function addressEnd(text: string, start: number, to: number): number {
  const code = text.charCodeAt(start) | 32;
  if (code !== 104 && code !== 119) return 0;
  SCHEME.lastIndex = start;
  if (!SCHEME.test(text)) return 0;
  const limit = Math.min(to, start + LONGEST_WORD);
  let end = SCHEME.lastIndex;
  while (end < limit && kindOf(text.charCodeAt(end)) !== SPACE) end++;
  while (end > SCHEME.lastIndex && TRAILING.includes(text[end - 1]!)) end--;
  return end > SCHEME.lastIndex ? end : 0;
}

/** Whether the full stop at `end` belongs to the word before it. */
function keepsStop(text: string, start: number, end: number, to: number): boolean {
  if (text[end + 1] === '.' && end + 1 < to) return false;
  const length = end - start;
  const lower = text.slice(start, end).toLowerCase();
  if (ONLY_BEFORE_NUMBER.has(lower))
    return isUpper(text[start]!) && kindOf(nextCode(text, end + 1, to)) === DIGIT;
  if (TITLES.has(lower) || ABBREVIATIONS.has(lower)) {
    return lower === 'etc' || lower === 'al' || lower === 'vs' || lower === 'ca' || isUpper(text[start]!);
  }
  if (isDottedLetters(text, start, end)) return true;
  // An initial ("J. Smith"); "Vitamin C." at the end of a paragraph is none.
  if (length === 1 && kindOf(text.charCodeAt(start)) === LETTER) {
    const next = nextCode(text, end + 1, to);
    if (lower === 'c') return kindOf(next) === DIGIT;
    return isUpper(text[start]!) && text[start] !== 'I' && kindOf(next) === LETTER;
  }
  return isListNumber(text, start, end);
}

/** "U.S", "a.m", "e.g", "Ph.D": letters, one or two between the stops. */
function isDottedLetters(text: string, start: number, end: number): boolean {
  if (end - start < 3 || end - start > 12) return false;
  let run = 0;
  let stops = 0;
  for (let i = start; i < end; i++) {
    if (text[i] === '.') {
      stops++;
      run = 0;
    } else if (kindOf(text.charCodeAt(i)) !== LETTER || ++run > 2) return false;
  }
  return stops > 0 && run === 1;
}

/** "1." at the beginning of a line. */
function isListNumber(text: string, start: number, end: number): boolean {
  if (end - start > 2 || runOf(text, start, end, DIGIT) !== end) return false;
  let at = start - 1;
  while (at >= 0 && start - at < 20 && (text[at] === ' ' || text[at] === '\t')) at--;
  return (at < 0 || text[at] === '\n') && kindOf(text.charCodeAt(end + 1)) === SPACE;
}

/** The first character after blanks, at most a few on; 32 where nothing follows. */
function nextCode(text: string, at: number, to: number): number {
  const limit = Math.min(to, at + 8);
  while (at < limit && text[at] !== '\n' && kindOf(text.charCodeAt(at)) === SPACE) at++;
  return at < limit ? text.charCodeAt(at) : 32;
}

/** "713-853": three digits or more on both sides and no year, as telephone numbers are written. */
function isPhoneHyphen(text: string, start: number, end: number, to: number): boolean {
  if (text[end] !== '-' || end - start !== 3 || runOf(text, start, end, DIGIT) !== end) return false;
  const run = runOf(text, end + 1, Math.min(to, end + 6), DIGIT) - end - 1;
  return run === 3 || run === 4;
}

function phoneEnd(text: string, end: number, to: number): number {
  for (let groups = 0; groups < 3 && text[end] === '-'; groups++) {
    const next = runOf(text, end + 1, Math.min(to, end + 8), DIGIT);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** Cuts clitics off a word and pushes its parts. */
function splitWord(text: string, first: number, start: number, end: number, words: Word[]): void {
  const length = end - start;
  const code = text.charCodeAt(start);
  if (kindOf(code) === DIGIT) {
    const unit = runOfNumber(text, start, end);
    if (unit < end && UNITS.has(text.slice(unit, end).toLowerCase())) {
      push(text, first, unit, words);
      push(text, unit, end, words);
      return;
    }
  }
  const fused = length === 6 || length === 5 ? FUSED.get(text.slice(start, end).toLowerCase()) : undefined;
  const cut = fused === undefined ? cliticStart(text, start, end) : start + fused;
  push(text, first, cut, words);
  push(text, cut, end, words);
}

function runOfNumber(text: string, at: number, end: number): number {
  while (at < end && kindOf(text.charCodeAt(at)) !== LETTER) at++;
  return at;
}

/** Where "'s", "'ll" or "n't" begins, or `end`. */
function cliticStart(text: string, start: number, end: number): number {
  for (let back = 2; back <= 3 && end - back > start; back++) {
    const at = end - back;
    if (!isApostrophe(text.charCodeAt(at))) continue;
    const tail = text.slice(at + 1, end).toLowerCase();
    if (CLITICS.has(tail)) return at;
    if (tail === 't' && at - 1 > start && (text.charCodeAt(at - 1) | 32) === 110) return at - 1;
  }
  return end;
}
