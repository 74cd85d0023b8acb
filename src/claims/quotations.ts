import type { Span } from '../report.ts';

/** Words between quotation marks, the marks left out; one for each paragraph that a quotation runs over. */
export type Quotation = Span;

/** Longest run between two marks that is taken for a quotation: marks that stand astray end there. */
const MOST = 4000;

/** Marks that open a quotation and the mark that closes it; two straight apostrophes are one mark. */
const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '‘': '’', '"': '"', "''": "''" };

/** Any mark at the edge of a quotation. */
export const MARK: RegExp = /["“”«»‘’]|''/;

/**
 * The quotations of a text in order, each by its outermost marks. Straight marks open before a word and close after
 * one. A quotation that is open at the end of a paragraph ends with it, unless its mark may be an apostrophe.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let closing = '';
  const close = (end: number): void => {
    if (open >= 0 && end > open && end - open <= MOST) found.push({ start: open, end });
    open = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] === "'" && text[at + 1] === "'" ? "''" : text[at]!;
    if (open >= 0) {
      if (sign === '\n' && isParagraphEnd(text, at)) {
        if (closing === '’') open = -1;
        else close(lastLetter(text, at));
      } else if (sign === closing && (sign !== '’' || closes(text, at, open))) close(at);
      else if (sign === '“' && closing === '"') close(at);
    } else if (CLOSING[sign] !== undefined && (!/^['"‘]/.test(sign) || opens(text, at, sign.length))) {
      open = at + sign.length;
      closing = CLOSING[sign]!;
    }
    at += sign.length - 1;
  }
  if (closing !== '’') close(lastLetter(text, text.length));
  return found;
}

/** The quotations, or turns, that share a letter with a span; `quotations` are in text order. */
export function quotationsIn<T extends Span>(quotations: readonly T[], { start, end }: Span): readonly T[] {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < quotations.length && quotations[last]!.start < end) last++;
  return quotations.slice(low, last);
}

/** Whether a paragraph ends between two places of a text. */
export function hasParagraphEnd(text: string, from: number, to: number): boolean {
  // Of the part alone: a search of the whole text for each quotation would be quadratic.
  const part = text.slice(from, to);
  for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
    if (isParagraphEnd(text, from + at)) return true;
  }
  return false;
}

function isParagraphEnd(text: string, at: number): boolean {
  for (let next = at + 1; next < text.length && next < at + 40; next++) {
    if (text[next] === '\n') return true;
    if (text[next]! > ' ') return false;
  }
  return false;
}

function lastLetter(text: string, at: number): number {
  let end = at;
  while (end > 0 && text[end - 1]! <= ' ') end--;
  return end;
}

/** A straight or single mark opens where a word follows it and none stands right before it. */
function opens(text: string, at: number, length: number): boolean {
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + length] ?? ' ';
  return /[\s([\-–—:]/.test(before) && /\S/.test(after);
}

/** A single mark closes after a stop, or after a word that it does not make a genitive: "the ministers’ talks". */
function closes(text: string, at: number, open: number): boolean {
  const before = text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  if (/[.,?!…]/.test(before)) return true;
  if (/[\p{L}\p{N}]/u.test(after)) return false;
  return !(
    before === 's' &&
    /^ [\p{L}\p{N}]/u.test(text.slice(at + 1, at + 3)) &&
    closesLater(text, at, open)
  );
}

/** Whether another mark may close the quotation within the paragraph, so that this one can be a genitive. */
function closesLater(text: string, at: number, open: number): boolean {
  const later = text.indexOf('’', at + 1);
  return (
    later > 0 &&
    later - open < MOST &&
    !text.slice(at + 1, later).includes('‘') &&
    !hasParagraphEnd(text, at, later)
  );
}
