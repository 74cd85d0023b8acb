import type { Claim, Report, Span } from '../serve/answers.ts';

/** A run of text in which the same claims hold. */
export interface Passage extends Span {
  /** Claims whose clause covers it, the shortest clause last. */
  readonly claims: readonly Claim[];
  /** Claims whose clause begins here. */
  readonly begins: readonly Claim[];
}

/** A paragraph of the report: its runs in order, and the claims that begin in it. */
export interface Paragraph extends Span {
  readonly passages: readonly Passage[];
  readonly claims: readonly Claim[];
}

/** The report cut at its line ends and at every clause; together the passages hold all of its text. */
export function paragraphsOf({ text }: Pick<Report, 'text'>, claims: readonly Claim[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const { start, end } of linesOf(text)) {
    const inside = claims.filter(({ span }) => span.start < end && span.end > start);
    const cuts = new Set([start, end]);
    for (const { span } of inside) {
      cuts.add(Math.max(start, span.start));
      cuts.add(Math.min(end, span.end));
    }
    const places = [...cuts].sort((a, b) => a - b);
    const passages = places.slice(0, -1).map((from, at): Passage => {
      const to = places[at + 1]!;
      return {
        start: from,
        end: to,
        claims: inside
          .filter(({ span }) => span.start < to && span.end > from)
          .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start)),
        begins: inside.filter(({ span }) => span.start === from),
      };
    });
    paragraphs.push({ start, end, passages, claims: inside.filter(({ span }) => span.start >= start) });
  }
  return paragraphs;
}

/** Lines that hold something, by their bounds. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (text.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
