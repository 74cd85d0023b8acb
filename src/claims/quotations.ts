import type { Span } from '../report.ts';

/** Words between quotation marks, the marks left out; one for each paragraph that a quotation runs over. */
export type Quotation = Span;

/** Longest run between two straight marks that is taken for a quotation: marks that stand astray end there. */
const MOST = 4000;

/**
 * The quotations of a text in order. Curly marks are paired; straight ones open before a word and close after one. A
 * quotation that is open at the end of a paragraph ends with it.
 */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  const close = (end: number): void => {
    if (open >= 0 && end > open && end - open <= MOST) found.push({ start: open, end });
    open = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '\n' && open >= 0 && isParagraphEnd(text, at)) close(lastLetter(text, at));
    else if (sign === '“') {
      if (open < 0) open = at + 1;
    } else if (sign === '”') close(at);
    else if (sign === '"') {
      if (open >= 0) close(at);
      else if (opens(text, at)) open = at + 1;
    }
  }
  close(lastLetter(text, text.length));
  return found;
}

/** The quotations that share a letter with a span; `quotations` are in text order. */
export function quotationsIn(quotations: readonly Quotation[], { start, end }: Span): readonly Quotation[] {
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
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    if (isParagraphEnd(text, at)) return true;
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

/** A straight mark opens where a word follows it and none stands right before it. */
function opens(text: string, at: number): boolean {
  const before = at === 0 ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  return /[\s([\-–—:]/.test(before) && /\S/.test(after);
}
