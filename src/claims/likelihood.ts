import type { Codebook, LikelihoodWords } from './codebook.ts';
import { childrenBy, lemmaOf, type Reading } from './reading.ts';
import type { Reality } from './reality.ts';

interface Match extends LikelihoodWords {
  readonly at: number;
}

/** Adds the number that a published table gives for words of probability at the predicate or above it. */
export function withLikelihood(
  reading: Reading,
  codebook: Codebook,
  node: number,
  verb: number,
  reality: Reality,
): Reality {
  const head = reading.heads[verb]!;
  const near = new Set([
    node,
    verb,
    ...reading.children[verb]!,
    ...(head >= 0 ? [head, ...childrenBy(reading, head, 'advmod', 'aux', 'nsubj')] : []),
  ]);
  let best: Match | null = null;
  for (const match of matchesIn(reading, codebook)) {
    const touches = match.words.some((_, offset) => near.has(match.at + offset));
    if (touches && match.words.length > (best?.words.length ?? 0)) best = match;
  }
  if (best === null) return reality;
  const { at, words, table } = best;
  const denied = at > 0 && /^(not|n't)$/.test(lemmaOf(reading, at - 1));
  // "not likely" turns the range round; "not impossible" and "not certain" give none.
  if (denied && (best.low < 0.5 || best.high === 1)) return reality;
  const [low, high] = denied ? [without(best.high), without(best.low)] : [best.low, best.high];
  const { start } = reading.tokens[denied ? at - 1 : at]!;
  const { end } = reading.tokens[at + words.length - 1]!;
  return { ...reality, likelihood: { words: reading.report.text.slice(start, end), low, high, table } };
}

/** Every phrase of the tables in the sentence; at one place the longest, and of one phrase the first row. */
function* matchesIn({ tokens }: Reading, codebook: Codebook): Generator<Match> {
  for (let at = 0; at < tokens.length; at++) {
    const rows = codebook.likelihoods.get(tokens[at]!.form.toLowerCase()) ?? [];
    const row = rows.find(({ words }) =>
      words.every((word, offset) => tokens[at + offset]?.form.toLowerCase() === word),
    );
    if (row !== undefined) yield { ...row, at };
  }
}

function without(probability: number): number {
  return Math.round(1000 * (1 - probability)) / 1000;
}
