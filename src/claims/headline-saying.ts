import type { Codebook } from './codebook.ts';
import type { Reading } from './reading.ts';
import { makeSaying, type Saying, told } from './saying.ts';

/** "Lavrov: talks will go on": a headline that begins with a name and a colon. */
export function headlineSaying(reading: Reading, codebook: Codebook): Saying | null {
  const { tokens } = reading;
  const colon = tokens.findIndex(({ form }) => form === ':');
  if (
    colon < Math.max(1, reading.opening) ||
    colon > 6 ||
    colon > tokens.length - 4 ||
    reading.sentence.index > 1
  )
    return null;
  if (codebook.labels.has(tokens[colon - 1]!.form.toLowerCase())) return null;
  let source = 0;
  if (!tokens.slice(0, colon).every(({ upos }) => /^(PROPN|NOUN|ADJ|PUNCT|PART)$/.test(upos))) return null;
  while (source < colon && reading.heads[source]! >= 0 && reading.heads[source]! < colon)
    source = reading.heads[source]!;
  const isName =
    tokens[source]!.upos === 'PROPN' && tokens[source]!.form !== tokens[source]!.form.toUpperCase();
  if (!isName && reading.actorsOn[source]!.length === 0) return null;
  return makeSaying(reading, codebook, {
    cue: colon,
    cueKind: 'say',
    content: told(tokens.map((_, i) => i).filter((i) => i > colon)),
    source,
    cueWords: [colon],
  });
}
