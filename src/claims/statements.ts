import type { ActorMention } from '../actors/actor.ts';
import { withChain } from './attribution.ts';
import type { SourceKind } from './claim.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { issuesIn } from './issues.ts';
import { unique } from './parties.ts';
import { lemmaOf, type Reading, tokensIn } from './reading.ts';
import type { Saying } from './saying.ts';
import { isSilence } from './silence.ts';

/** Sources that belong to neither side: what they say is about the two states that the report is about. */
const OUTSIDERS: ReadonlySet<SourceKind> = new Set([
  'analysts',
  'unnamed-sources',
  'media',
  'document',
  'organisation',
]);

/** Verbs that say nothing of their bare object: to reject a plan or to order a search is a deed. */
const DEEDS =
  /^(reject|dismiss|refuse|decline|order|invite|instruct|command|decree|forbid|rule|agree|commit|retract|endorse|encourage|press)$/;

/** Cues that only pass on what another says. */
const RELAYS = /^(quote|cite|relay)$/;

/** Cues whose content is said not to be so. */
const DENIALS = /^(deny|denial|refute|rebut|reject|dismiss|dispute)$/;

/**
 * What somebody is said to say, where the words hold no claim of another kind that rests on them: a position of
 * theirs; a negative one where they deny it or decline to say anything. `cues` are where the cues begin on which other
 * claims rest, `pair` the two states that the report is about.
 */
export function findStatements(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  cues: ReadonlySet<number>,
  pair: readonly ActorMention[],
): Draft[] {
  return sayings.flatMap((saying) => {
    const { cue, inside, speaker, attribution } = saying;
    const silent = cue >= 0 && isSilence(reading, cue);
    if (!silent && !isStatement(reading, saying)) return [];
    if (!silent && (cues.has(attribution.cueSpan!.start) || isSaidElsewhere(reading, saying, sayings)))
      return [];
    const side = speaker !== null && speaker.actor.country !== null ? speaker : null;
    const words = [...inside].sort((a, b) => a - b);
    const named = unique(words.flatMap((word) => reading.actorsOn[word]!)).filter(
      ({ actor }) => actor.country !== null && actor.country !== side?.actor.country,
    );
    const about = side === null && named.length === 0 && OUTSIDERS.has(attribution.kind) ? pair : named;
    if (side === null && about.length === 0) return [];
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
        actors: side === null ? [] : [side],
        recipients: about,
        place: null,
        reality: {
          status: 'ongoing',
          polarity: silent || DENIALS.test(lemmaOf(reading, cue)) ? 'negative' : 'positive',
          rule,
        },
        attribution: withChain(saying, sayings),
        when: null,
        standing: true,
        issues: issuesIn(reading, words, codebook),
        rules: [{ field: 'kind', rule, span: reading.tokens[cue]! }],
      },
    ];
  });
}

/** Somebody named says something whole; approval or blame of a thing is a deed, and no statement. */
function isStatement(
  reading: Reading,
  { cue, cueKind, inside, vouches, quotations, attribution }: Saying,
): boolean {
  if (cue < 0 || attribution.sourceSpan === null) return false;
  if (cueKind === 'say' && reading.tokens[cue]!.upos !== 'NOUN')
    return inside.size > 2 || quotations.length > 0;
  if (!vouches) return false;
  if (quotations.length > 0) return true;
  const words = [...inside];
  return (
    (cueKind === 'act' && reading.tokens[cue]!.upos === 'VERB' && isDemand(reading, cue, words)) ||
    words.some((i) => /^(VB|VBD|VBZ|VBP|MD)$/.test(reading.tokens[i]!.tag) || lemmaOf(reading, i) === 'as')
  );
}

/** "demanded an apology": a bare object is said where it is more than whom it is said to ("warned Tehran"). */
function isDemand(reading: Reading, cue: number, words: readonly number[]): boolean {
  const isContent = (i: number): boolean =>
    /^(NOUN|VERB|ADJ)$/.test(reading.tokens[i]!.upos) && reading.actorsOn[i]!.length === 0;
  return !DEEDS.test(lemmaOf(reading, cue)) && words.some(isContent);
}

/** "officials said they expected", "quoted him as saying": the pronoun's view is the officials', the saying is his. */
function isSaidElsewhere(
  reading: Reading,
  { cue, pronominal, inside }: Saying,
  sayings: readonly Saying[],
): boolean {
  return RELAYS.test(lemmaOf(reading, cue))
    ? sayings.some((other) => inside.has(other.cue))
    : pronominal && sayings.some((other) => other.vouches && other.inside.has(cue));
}
