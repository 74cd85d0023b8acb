import type { Codebook, Cue } from './codebook.ts';
import { matchRest } from './predicates.ts';
import { lemmaOf, type Reading } from './reading.ts';

/** A word of saying in a sentence. */
export interface FoundCue {
  readonly cue: Cue;
  readonly pos: 'verb' | 'noun' | 'adj' | 'adv';
  readonly node: number;
  /** Its words, in text order: "pointed out". */
  readonly words: readonly number[];
}

const POS: Readonly<Record<string, FoundCue['pos']>> = { VERB: 'verb', NOUN: 'noun', ADJ: 'adj', ADV: 'adv' };

/** "called off the talks" says nothing: a particle that the cue does not have makes another verb. */
function hasOtherParticle(reading: Reading, node: number, rest: readonly number[]): boolean {
  const next = reading.tokens[node + 1];
  return next !== undefined && /^(off|up|down|away)$/.test(next.form) && !rest.includes(node + 1);
}

/** Every cue of a sentence, in text order. */
export function findCues(reading: Reading, codebook: Codebook): FoundCue[] {
  const found: FoundCue[] = [];
  for (let node = 0; node < reading.tokens.length; node++) {
    const { upos, tag, form } = reading.tokens[node]!;
    // "were worried": the tagger cannot tell the adjective from the participle.
    const felt = tag === 'VBN' ? codebook.cues.get(`${form.toLowerCase()}/adj`) : undefined;
    const pos = felt === undefined ? POS[upos] : 'adj';
    if (pos === undefined) continue;
    for (const cue of felt ?? codebook.cues.get(`${lemmaOf(reading, node)}/${pos}`) ?? []) {
      const rest = matchRest(reading, node, cue.rest);
      if (rest === null || hasOtherParticle(reading, node, rest)) continue;
      found.push({ cue, pos, node, words: [node, ...rest].sort((a, b) => a - b) });
      break;
    }
  }
  return found;
}
