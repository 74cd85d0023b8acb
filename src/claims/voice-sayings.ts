import type { Actor } from '../actors/actor.ts';
import type { Voice } from '../actors/voice.ts';
import { wordsOf } from '../report.ts';
import type { Attribution, SourceKind } from './claim.ts';
import { claimActor } from './claim-actor.ts';
import { quotationsIn } from './quotations.ts';
import { type Reading, tokensIn } from './reading.ts';
import type { Saying } from './saying.ts';

/** What a sentence says as a part of somebody's turn or speech: all of it, on the word of whoever speaks. */
export function voiceSayings(reading: Reading, voices: readonly Voice[]): Saying[] {
  return quotationsIn(voices, reading.sentence)
    .filter(({ spoken }) => spoken)
    .map((voice) => ({
      cue: -1,
      cueKind: 'say',
      inside: new Set(tokensIn(reading.tokens, voice)),
      pronominal: false,
      vouches: true,
      quotations: [],
      speaker: null,
      speakers: [],
      attribution: attributionOf(reading, voice),
    }));
}

function attributionOf({ report }: Reading, { start, end, label, speakers }: Voice): Attribution {
  const [speaker] = speakers;
  return {
    kind: speaker === undefined ? 'public' : kindOf(speaker),
    ...(speaker === undefined || label === null ? {} : { actor: claimActor({ ...label, actor: speaker }) }),
    asWritten: label === null ? null : wordsOf(report, label),
    sourceSpan: label,
    cueSpan: null,
    contentSpan: { start, end },
    quoted: 'direct',
    saidOn: null,
    via: [],
  };
}

function kindOf({ kind, office }: Actor): SourceKind {
  if (office?.includes('spokes')) return 'spokesperson';
  if (kind === 'person') return 'named-official';
  return kind === 'office' ? 'unnamed-officials' : 'government';
}
