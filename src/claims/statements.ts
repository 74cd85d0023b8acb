import type { ActorMention } from '../actors/actor.ts';
import { FIRST_PERSON } from '../actors/first-persons.ts';
import { unique } from './actors-named.ts';
import { sidesAmong } from './assessment.ts';
import { withChain } from './attribution.ts';
import type { SourceKind } from './claim.ts';
import type { Draft } from './draft.ts';
import { isFiniteVerb } from './nominals.ts';
import { childrenBy, lemmaOf, type Reading, tokensIn } from './reading.ts';
import type { Saying } from './saying.ts';
import { isSilence } from './silence.ts';

/** Sources that, where no state is named for them, are taken for neither side's: what they say is about the two states that the report is about. */
const OUTSIDERS: ReadonlySet<SourceKind> = new Set([
  'analysts',
  'unnamed-sources',
  'media',
  'document',
  'organisation',
  'unnamed-officials',
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
 * theirs; a negative one where they deny it or decline to say anything. `sayings` are those of each reading, `told` the
 * other claims of the report, `pair` the two states that it is about.
 */
export function findStatements(
  readings: readonly Reading[],
  sayings: readonly (readonly Saying[])[],
  told: readonly Draft[],
  pair: readonly ActorMention[],
): Draft[] {
  const cues = new Set(told.flatMap(({ attribution: { cueSpan } }) => cueSpan?.start ?? []));
  const toldIn = Map.groupBy(told, ({ reading }) => reading);
  const isAbroad = sidesAmong(readings.flatMap(({ actorsOn }) => actorsOn.flat())) >= 2;
  return readings.flatMap((reading, at) => {
    const deeds = new Set(toldIn.get(reading)?.map(({ node }) => node));
    return sayings[at]!.flatMap((saying) => {
      // Where only one state is named, silence is a matter of home affairs.
      const silent = saying.cue >= 0 && isAbroad && isSilence(reading, saying.cue);
      const isNew =
        isStatement(reading, saying, deeds) &&
        (isDenial(reading, saying) || !cues.has(saying.attribution.cueSpan!.start)) &&
        !isSaidElsewhere(reading, saying, sayings[at]!);
      return silent || isNew ? draftStatement(reading, saying, sayings[at]!, pair, silent) : [];
    });
  });
}

function draftStatement(
  reading: Reading,
  saying: Saying,
  sayings: readonly Saying[],
  pair: readonly ActorMention[],
  silent: boolean,
): Draft[] {
  const { cue, inside, speaker, speakers, attribution } = saying;
  const side = speaker !== null && speaker.actor.country !== null ? speaker : null;
  const sides = sidesAmong(speakers) > 1 ? speakers : side === null ? [] : [side];
  const words = [...inside].sort((a, b) => a - b);
  const named = unique(words.flatMap((word) => reading.actorsOn[word]!)).filter(
    ({ actor }) => actor.country !== null && !sides.some((own) => own.actor.country === actor.country),
  );
  const isOutside =
    side === null && named.length === 0 && (saying.pronominal || OUTSIDERS.has(attribution.kind));
  const about = isOutside ? pair : named;
  if ((side === null || side.rule === FIRST_PERSON) && about.length === 0) return [];
  // "No one said" is no silence of anybody's.
  if (silent && side === null && attribution.kind === 'public') return [];
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
      actors: sides,
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
      issues: [],
      rules: [{ field: 'kind', rule, span: reading.tokens[cue]! }],
    },
  ];
}

/** "Lima denies that it armed them": a view of theirs, though the denied act is claimed as well; "denied them entry" is a deed. */
function isDenial(reading: Reading, { cue }: Saying): boolean {
  const lemma = lemmaOf(reading, cue);
  if (lemma !== 'deny') return /^(denial|refute|rebut)$/.test(lemma);
  return !childrenBy(reading, cue, 'obj', 'iobj').some((object) => GRANTED.test(lemmaOf(reading, object)));
}

const GRANTED = /^(permission|access|entry|visa|asylum|right|request|application|bail|appeal|landing)$/;

/** Somebody named says something whole; approval or blame of a thing is a deed, and no statement. */
function isStatement(
  reading: Reading,
  { cue, cueKind, inside, vouches, quotations, attribution }: Saying,
  deeds: ReadonlySet<number>,
): boolean {
  if (cue < 0 || attribution.sourceSpan === null) return false;
  const isVerb = reading.tokens[cue]!.upos !== 'NOUN';
  const isClausal =
    quotations.length > 0 ||
    [...inside].some(
      (i) =>
        isFiniteVerb(reading, i) ||
        reading.tokens[i]!.tag === 'VB' ||
        (isVerb && lemmaOf(reading, i) === 'as'),
    );
  // "announced sanctions": what is announced is claimed as a deed.
  if (cueKind === 'say' && isVerb)
    return isClausal || (inside.size > 2 && (!vouches || ![cue, ...inside].some((i) => deeds.has(i))));
  return vouches && (isClausal || (cueKind === 'act' && isVerb && isDemand(reading, cue, inside)));
}

/** "demanded an apology": a bare object is said where it is more than whom it is said to ("warned Tehran"). */
function isDemand(reading: Reading, cue: number, inside: ReadonlySet<number>): boolean {
  const isContent = (i: number): boolean =>
    /^(NOUN|VERB|ADJ)$/.test(reading.tokens[i]!.upos) && reading.actorsOn[i]!.length === 0;
  return !DEEDS.test(lemmaOf(reading, cue)) && [...inside].some(isContent);
}

/** "said they expected", "quoted him as saying", "reported, citing him": who else says it, the innermost but a pronoun. */
function isSaidElsewhere(
  reading: Reading,
  { cue, pronominal, inside }: Saying,
  sayings: readonly Saying[],
): boolean {
  if (RELAYS.test(lemmaOf(reading, cue))) return true;
  const isCited = (other: Saying): boolean =>
    other.cue > cue && other.inside.size === inside.size && [...other.inside].every((i) => inside.has(i));
  return sayings.some((other) => isCited(other) || (pronominal && other.vouches && other.inside.has(cue)));
}
