import type { Codebook } from './codebook.ts';
import type { Quotation } from './quotations.ts';
import { childBy, type Reading, tokensIn } from './reading.ts';
import { makeSaying, type Saying } from './saying.ts';

/** "His colleague was more cautious: “We are not there yet.”": whoever the words before the colon are about. */
export function colonSaying(
  reading: Reading,
  codebook: Codebook,
  quotations: readonly Quotation[],
  sayings: readonly Saying[],
): Saying | null {
  const { tokens } = reading;
  const colon = tokens.findIndex(({ form }) => form === ':');
  if (colon < 2) return null;
  const quotation = quotations.find(
    ({ start }) => start > tokens[colon]!.end && start - tokens[colon]!.end < 4,
  );
  if (quotation === undefined || sayings.some((saying) => saying.quotations.includes(quotation))) return null;
  const root = tokens.findIndex((_, i) => i < colon && childBy(reading, i, 'nsubj') !== null);
  const source = root < 0 ? null : childBy(reading, root, 'nsubj');
  if (source === null || source > colon) return null;
  const inside = new Set(tokensIn(tokens, quotation));
  return makeSaying(reading, codebook, {
    cue: colon,
    cueKind: 'say',
    content: { inside, quotations: [quotation], vouches: true },
    source,
    cueWords: [colon],
  });
}
