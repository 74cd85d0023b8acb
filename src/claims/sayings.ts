import { adjectiveSaying } from './adjective-saying.ts';
import type { Codebook } from './codebook.ts';
import { type FoundCue, findCues } from './cues.ts';
import { headlineSaying } from './headline-saying.ts';
import { nounSaying } from './noun-saying.ts';
import { phraseSayings } from './phrase-saying.ts';
import { type Quotation, quotationsIn } from './quotations.ts';
import { type Reading, subtreeOf } from './reading.ts';
import { makeSaying, type Saying, told } from './saying.ts';
import { verbSaying } from './verb-saying.ts';

/** Every saying of a sentence, by its cue: verbs, nouns, "according to", "reportedly", the colon of a headline. */
export function findSayings(
  reading: Reading,
  codebook: Codebook,
  quotations: readonly Quotation[],
): Saying[] {
  // A mark between two sentences may belong to either.
  const { start, end } = reading.sentence;
  const here = quotationsIn(quotations, { start: start - 3, end: end + 3 });
  return [
    headlineSaying(reading, codebook) ?? [],
    findCues(reading, codebook).map((found) => cueSaying(reading, codebook, found, here) ?? []),
    phraseSayings(reading, codebook),
  ].flat(2);
}

function cueSaying(
  reading: Reading,
  codebook: Codebook,
  found: FoundCue,
  quotations: readonly Quotation[],
): Saying | null {
  switch (found.pos) {
    case 'verb':
      return verbSaying(reading, codebook, found, quotations);
    case 'noun':
      return nounSaying(reading, codebook, found);
    case 'adj':
      return adjectiveSaying(reading, codebook, found);
    case 'adv':
      return adverbSaying(reading, codebook, found);
  }
}

/** "reportedly", "allegedly": somebody says so, and nobody is named. */
function adverbSaying(reading: Reading, codebook: Codebook, { cue, node }: FoundCue): Saying | null {
  const clause = reading.heads[node]!;
  if (cue.kind !== 'say' || clause < 0) return null;
  return makeSaying(reading, codebook, {
    cue: node,
    cueKind: 'say',
    content: told(subtreeOf(reading, clause).filter((i) => i !== node)),
    source: null,
    cueWords: [node],
  });
}
