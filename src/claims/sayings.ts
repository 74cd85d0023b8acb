import { adjectiveSaying } from './adjective-saying.ts';
import type { Codebook } from './codebook.ts';
import { colonSaying } from './colon-saying.ts';
import { type FoundCue, findCues } from './cues.ts';
import { headlineSaying } from './headline-saying.ts';
import { nounSaying } from './noun-saying.ts';
import { objectsOf } from './objects.ts';
import { phraseSayings } from './phrase-saying.ts';
import { type Quotation, quotationsIn } from './quotations.ts';
import { type Reading, relationOf, subtreeOf } from './reading.ts';
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
  const cues = findCues(reading, codebook);
  const sayings = [
    headlineSaying(reading, codebook) ?? [],
    cues.map((found) => cueSaying(reading, codebook, found, here) ?? []),
    phraseSayings(reading, codebook),
  ].flat(2);
  return [
    sayings,
    cues.map((found) => citingSaying(reading, codebook, found, sayings) ?? []),
    colonSaying(reading, codebook, here, sayings) ?? [],
  ].flat(2);
}

/** "Haaretz reported, citing officials, that": what is reported is what those say who are cited. */
function citingSaying(
  reading: Reading,
  codebook: Codebook,
  { cue, node, words }: FoundCue,
  sayings: readonly Saying[],
): Saying | null {
  if (!CITING.test(reading.tokens[node]!.form)) return null;
  const head = reading.heads[node]!;
  const verb = head >= 0 && relationOf(reading, head) === 'nsubj' ? reading.heads[head]! : head;
  const reported = sayings.find((saying) => saying.cue === verb);
  const source = objectsOf(reading, node)[0];
  if (reported === undefined || source === undefined) return null;
  const own = new Set(subtreeOf(reading, source));
  return makeSaying(reading, codebook, {
    cue: node,
    cueKind: cue.kind,
    content: {
      ...reported,
      inside: new Set([...reported.inside].filter((i) => i !== node && !own.has(i))),
    },
    source,
    cueWords: words,
  });
}

const CITING = /^(citing|quoting)$/i;

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
