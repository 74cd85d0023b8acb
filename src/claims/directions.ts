import type { Direction } from './claim.ts';
import type { Codebook, StandingRole } from './codebook.ts';
import { lemmaOf, type Reading } from './reading.ts';

/** A direction and the word that tells it. */
export interface Told {
  readonly direction: Direction;
  readonly word: number;
}

/**
 * Which way a relationship goes by the words of an assessment: "ties soured", "rising tensions", "the rift narrowed";
 * denied, it goes nowhere ("have not improved"). Null where they say only how it stands.
 */
export function directionOf(
  reading: Reading,
  { standing }: Codebook,
  noun: number,
  words: readonly number[],
  denied: boolean,
): Told | null {
  const is = (word: number, role: StandingRole): boolean =>
    standing[role].has(lemmaOf(reading, word)) ||
    standing[role].has(reading.tokens[word]!.form.toLowerCase());
  const strife = is(noun, 'strife');
  for (const word of words) {
    if (word === noun) continue;
    const up = is(word, 'better') || is(word, strife ? 'less' : 'more');
    const down = is(word, 'worse') || is(word, strife ? 'more' : 'less');
    if (is(word, 'same') || ((up || down) && denied)) return { direction: 'unchanged', word };
    if (up !== down) return { direction: up ? 'improving' : 'deteriorating', word };
  }
  return null;
}
