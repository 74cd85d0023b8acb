import type { Span } from '../report.ts';
import { CLASS, type Entry, newEntry, VOCABULARY } from './vocabulary.ts';

/** A word, number or mark as the rules see it. */
export interface Lexeme extends Span {
  /** Lower case, dashes as "-", apostrophes as "'". */
  readonly text: string;
  /** Null for a word that no rule knows. */
  readonly entry: Readonly<Entry> | null;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** No white space before it. */
  readonly glued: boolean;
}

/** Longer runs of one kind are no expression of time; they are cut, which keeps the work linear. */
const LONGEST = 64;

const NUMERIC = /(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{4})(?![\d/-])/y;
const CLOCK = /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/y;
const DECADE = /'?(?:\d{3}0|\d0)['\u2019]?s(?![a-z])/iy;
const ORDINAL = /\d{1,3}(?:st|nd|rd|th)(?![a-z])/iy;
const NUMBER = /\d{1,15}(?:[.,]\d{1,15})*/y;

/** Cuts `text` from `from` to `to` into lexemes. Linear; never throws. */
export function lex(text: string, from: number, to: number): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = from;
  let glued = false;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      glued = false;
      continue;
    }
    const end = Math.min(to, isLetter(code) ? wordEnd(text, at, to) : isDigit(code) ? at : markEnd(text, at));
    if (end > at) lexemes.push(word(text, at, end, code, glued));
    else lexemes.push(figures(text, at, to, glued));
    at = lexemes[lexemes.length - 1]!.end;
    glued = true;
  }
  return lexemes;
}

function word(text: string, start: number, end: number, code: number, glued: boolean): Lexeme {
  const form = text.slice(start, end);
  const lower = normal(form);
  const entry = VOCABULARY.get(lower) ?? null;
  // "Sept." keeps its full stop.
  const stop = entry?.short === true && text.charCodeAt(end) === 46 ? 1 : 0;
  return { start, end: end + stop, text: lower, entry, capital: code >= 65 && code <= 90, glued };
}

function normal(form: string): string {
  const code = form.charCodeAt(0);
  if (form.length === 1) {
    if (code >= 0x2010 && code <= 0x2015) return '-';
    if (code === 0x2019 || code === 0x2018) return "'";
  } else if (code === 0x2019) return `'${form.slice(1).toLowerCase()}`;
  return form.toLowerCase();
}

function figures(text: string, start: number, to: number, glued: boolean): Lexeme {
  const numeric = endOf(NUMERIC, text, start);
  if (numeric > 0) return numeral(text, start, numeric, to, glued, CLASS.NUMERIC, 0);
  const clock = endOf(CLOCK, text, start);
  if (clock > 0) return numeral(text, start, clock, to, glued, CLASS.CLOCK, 0);
  const decade = decadeEnd(text, start);
  const digits = Number.parseInt(text.slice(start, start + 6), 10);
  if (decade > 0) return numeral(text, start, decade, to, glued, CLASS.DECADE, digits);
  const ordinal = endOf(ORDINAL, text, start);
  if (ordinal > 0) {
    const day = digits >= 1 && digits <= 31 ? CLASS.DAY : 0;
    return numeral(text, start, ordinal, to, glued, CLASS.ORDINAL | day, digits);
  }
  const end = Math.max(start + 1, endOf(NUMBER, text, start));
  const form = text.slice(start, end);
  const value = Number(form.replaceAll(',', ''));
  const bits =
    CLASS.NUMBER |
    (form.length === 4 && value >= 1000 && value < 2200 ? CLASS.YEAR : 0) |
    (form.length <= 2 && value >= 1 && value <= 31 ? CLASS.DAY : 0);
  return numeral(text, start, end, to, glued, bits, value);
}

/** "1990s", "the 1990's"; but "2020's winner" is of one year. */
function decadeEnd(text: string, start: number): number {
  const end = endOf(DECADE, text, start);
  if (end === 0 || !isApostrophe(text.charCodeAt(end - 2)) || isApostrophe(text.charCodeAt(start)))
    return end;
  return /^the[ -]$|^(?:rly|ate|mid)[ -]$/i.test(text.slice(Math.max(0, start - 4), start)) ? end : 0;
}

function numeral(
  text: string,
  start: number,
  end: number,
  to: number,
  glued: boolean,
  bits: number,
  number: number,
): Lexeme {
  const stop = Math.min(end, to);
  const entry = { ...newEntry(), bits: stop === end ? bits : 0, number };
  return { start, end: stop, text: text.slice(start, stop), entry, capital: false, glued };
}

function endOf(expression: RegExp, text: string, start: number): number {
  expression.lastIndex = start;
  return expression.test(text) ? expression.lastIndex : 0;
}

/** Letters; inner points of an abbreviation ("p.m.", "U.S.") and inner apostrophes ("o'clock") belong to it. */
function wordEnd(text: string, start: number, to: number): number {
  const limit = Math.min(to, start + LONGEST);
  let at = start + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) at++;
    else if (code === 46 && at - start === 1 && isLetter(text.charCodeAt(at + 1)))
      return abbreviationEnd(text, start, limit);
    else if (isApostrophe(code) && isLetter(text.charCodeAt(at + 1)) && !isClitic(text, at)) at++;
    else break;
  }
  return at;
}

/** "p.m.", "U.N.": single letters, each with its point. */
function abbreviationEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at + 1 < limit && isLetter(text.charCodeAt(at)) && text.charCodeAt(at + 1) === 46) at += 2;
  // "p.m" without its last point, but "U.Nations" ends before the word.
  if (!isLetter(text.charCodeAt(at))) return at;
  return isLetter(text.charCodeAt(at + 1)) ? at - 1 : at + 1;
}

function markEnd(text: string, start: number): number {
  return isClitic(text, start) ? start + 2 : start + 1;
}

function isClitic(text: string, at: number): boolean {
  const code = text.charCodeAt(at + 1);
  return (
    isApostrophe(text.charCodeAt(at)) && (code === 115 || code === 83) && !isLetter(text.charCodeAt(at + 2))
  );
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x200b || code === 0x3000;
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 0xc0 && code < 0x2000 && code !== 0xd7)
  );
}
