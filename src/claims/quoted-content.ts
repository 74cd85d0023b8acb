import type { Quotation } from './quotations.ts';
import { childBy, type Reading, spanOfTokens, subtreeOf, tokensIn } from './reading.ts';
import type { Content } from './saying.ts';
import { wordsNear } from './speaker.ts';

/** Longest way from a cue to the quotation that it introduces: "said in a statement on Monday: “". */
const WAY = 100;

/** “...,” the minister said; the minister said: “...”: the quotations beside a cue, or null where there is none. */
export function quotedContent(
  reading: Reading,
  verb: number,
  words: readonly number[],
  source: number | null,
  quotations: readonly Quotation[],
): Content | null {
  if (quotations.length === 0) return null;
  const { text } = reading.report;
  const around = [...words, ...(source === null ? [] : wordsNear(reading, source, verb))];
  const mentions = source === null ? [] : reading.actorsOn[source]!;
  const first = Math.min(reading.tokens[Math.min(...around)]!.start, ...mentions.map(({ start }) => start));
  const last = Math.max(reading.tokens[Math.max(...around)]!.end, ...mentions.map(({ end }) => end));
  const begins = reading.tokens[Math.min(...words)]!.start;
  const ends = reading.tokens[Math.max(...words)]!.end;
  const before = quotations.findLast(
    (quotation) =>
      isRightBefore(text, quotation, first, reading.sentence.start) ||
      isRightBefore(text, quotation, begins, reading.sentence.start),
  );
  const after = quotations.find(
    (quotation) =>
      isRightAfter(text, last, quotation, before !== undefined) ||
      isRightAfter(text, ends, quotation, before !== undefined),
  );
  const found = [before, after].filter((quotation) => quotation !== undefined);
  // "said the move was “rash”" quotes a word of a clause.
  const whole = found.filter((quotation) => quotation === before || !isClauseWord(reading, verb, quotation));
  if (whole.length === 0) return null;
  const inside = new Set(whole.flatMap((quotation) => tokensIn(reading.tokens, quotation)));
  if (before !== undefined) for (const word of leadingTo(reading, before)) inside.add(word);
  for (const word of around) inside.delete(word);
  return { inside, quotations: whole, vouches: true };
}

/** Where a quotation ends right before a word. One that ends a sentence of its own is not what the next sentence says. */
function isRightBefore(text: string, { end }: Quotation, at: number, sentence: number): boolean {
  if (at < end || at - end > 11 || !/^["”»’'.,?!…\s]*(?:the |a |an )?$/i.test(text.slice(end, at)))
    return false;
  return (
    sentence < end ||
    !/[.]$/.test(text.slice(end - 1, end)) ||
    /[^.?!…"”»’'\s]/.test(text.slice(end, sentence))
  );
}

/** Where a quotation follows the cue; after one before the cue, the other half of it may follow words of time and place. */
function isRightAfter(text: string, from: number, { start }: Quotation, isHalf: boolean): boolean {
  if (start <= from || start - from > WAY) return false;
  const way = text
    .slice(from, start)
    .replace(/(?:["“«‘]|'')$/, '')
    .trim();
  if (/["“”«»]/.test(way)) return false;
  return (
    /^(?:|[,:]|,? ?that)$/.test(way) ||
    way.endsWith(':') ||
    (isHalf && way.endsWith(',') && !/[.;]/.test(way))
  );
}

/** "The deal is “dead,” she said": the words of the sentence that lead to a quotation of its last part. */
function leadingTo(reading: Reading, { start }: Quotation): number[] {
  const words = tokensIn(reading.tokens, { start: reading.sentence.start, end: start });
  while (words.length > 0 && reading.tokens[words.at(-1)!]!.upos === 'PUNCT') {
    if (/^[,:.;—–?!]$/.test(reading.tokens[words.at(-1)!]!.form)) return [];
    words.pop();
  }
  return words;
}

/** A quotation after the cue that is only a part of the clause which the cue governs. */
function isClauseWord(reading: Reading, verb: number, quotation: Quotation): boolean {
  const clause = childBy(reading, verb, 'ccomp');
  if (clause === null) return false;
  const { start, end } = spanOfTokens(reading, subtreeOf(reading, clause));
  return start < quotation.start - 3 || end > quotation.end + 3;
}
