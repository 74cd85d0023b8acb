import type { Codebook } from './codebook.ts';
import { childrenBy, type Reading } from './reading.ts';
import type { Reality } from './reality.ts';

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
    ...(head >= 0 ? [head, ...childrenBy(reading, head, 'advmod', 'aux')] : []),
  ]);
  for (const at of near) {
    for (const { words, low, high, table } of codebook.likelihoods.get(
      reading.tokens[at]!.form.toLowerCase(),
    ) ?? []) {
      if (!words.every((word, offset) => reading.tokens[at + offset]?.form.toLowerCase() === word)) continue;
      const { start } = reading.tokens[at]!;
      const { end } = reading.tokens[at + words.length - 1]!;
      return { ...reality, likelihood: { words: reading.report.text.slice(start, end), low, high, table } };
    }
  }
  return reality;
}
