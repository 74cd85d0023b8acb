import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { issuesIn } from './issues.ts';
import { unique } from './parties.ts';
import { type Reading, tokensIn } from './reading.ts';
import type { Saying } from './saying.ts';
import { isSilence } from './silence.ts';

/**
 * What a state's people say of another state or of an issue, where the words hold no claim of another kind: a position
 * of theirs; a negative one where they decline to say anything. `drafts` are the other claims of the sentence.
 */
export function findStatements(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  drafts: readonly Draft[],
): Draft[] {
  return sayings.flatMap((saying) => {
    const { cue, cueKind, inside, vouches, speaker, attribution } = saying;
    if (cue < 0 || cueKind === 'show' || speaker === null || speaker.actor.country === null) return [];
    const silent = isSilence(reading, cue);
    if (!vouches && !silent) return [];
    const words = [...inside].sort((a, b) => a - b);
    const about = unique(words.flatMap((word) => reading.actorsOn[word]!)).filter(
      ({ actor }) => actor.country !== null && actor.country !== speaker.actor.country,
    );
    const issues = issuesIn(reading, words, codebook);
    if (drafts.some(({ node }) => node === cue || inside.has(node))) return [];
    if (!silent && issues.length === 0 && about.length === 0) return [];
    const rule = silent ? 'positions/silence' : 'positions/statement';
    return [
      {
        reading,
        kind: 'position',
        type: null,
        contexts: [],
        node: cue,
        clause: cue,
        words: tokensIn(reading.tokens, attribution.cueSpan!),
        actors: [speaker],
        recipients: about,
        place: null,
        reality: { status: 'ongoing', polarity: silent ? 'negative' : 'positive', rule },
        attribution,
        when: null,
        standing: true,
        issues,
        rules: [{ field: 'kind', rule, span: reading.tokens[cue]! }],
      },
    ];
  });
}
