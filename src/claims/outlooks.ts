import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import { draftAssessment } from './assessment.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { childBy, childrenBy, lemmaOf, type Reading, subtreeOf } from './reading.ts';
import type { Saying } from './saying.ts';
import { isPassive } from './slots.ts';
import { realityOf } from './status.ts';
import { subjectsOf } from './subjects.ts';

/** Nouns for an encounter as the subject of what it may do. */
const ENCOUNTERS = new Set(
  'visit trip meeting summit talk call conversation dialogue stay encounter'.split(' '),
);
const MODALS = new Set(['can', 'could', 'may', 'might', 'will', 'would']);

/**
 * What a visit, or somebody on it, may do for a relationship: "The trip could show that ties hold", "she can achieve
 * one thing with her hosts". An assessment of the two states that the report is about.
 */
export function findOutlooks(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  pair: readonly ActorMention[],
): Draft[] {
  const drafts: Draft[] = [];
  for (let verb = 0; verb < reading.tokens.length; verb++) {
    if (reading.tokens[verb]!.upos !== 'VERB' || !codebook.standing.effect.has(lemmaOf(reading, verb)))
      continue;
    // "would be shown in to the king" is no sign of anything.
    if (isPassive(reading, verb) || childBy(reading, verb, 'compound:prt') !== null) continue;
    if (!childrenBy(reading, verb, 'aux').some((aux) => MODALS.has(lemmaOf(reading, aux)))) continue;
    const parties = partiesOf(reading, verb, pair);
    if (new Set(parties.flatMap(({ actor }) => actor.country ?? [])).size < 2) continue;
    const reality = realityOf(reading, codebook, verb, null);
    drafts.push(
      draftAssessment(reading, sayings, {
        rule: 'outlook',
        cue: verb,
        node: verb,
        words: [verb],
        parties,
        reality,
      }),
    );
  }
  return drafts;
}

/** Of an encounter the two of the report; of somebody both sides that the clause names. */
function partiesOf(reading: Reading, verb: number, pair: readonly ActorMention[]): ActorMention[] {
  const subjects = subjectsOf(reading, verb);
  const { start, end } = reading.tokens[verb]!;
  if (subjects.some((subject) => ENCOUNTERS.has(lemmaOf(reading, subject))))
    return pair.map((mention) => ({ ...mention, start, end, via: 'pronoun', rule: 'claims/leading-pair' }));
  const acting = subjects.flatMap((subject) => actorsNamed(reading, subject));
  // "He will help train them" is something he does, and no sign of how they stand.
  if (lemmaOf(reading, verb) === 'help' || !acting.some(({ actor }) => actor.kind === 'person')) return [];
  const inside = subtreeOf(reading, verb).flatMap((word) => reading.actorsOn[word]!);
  return unique([...acting, ...inside.filter(({ actor }) => actor.country !== acting[0]!.actor.country)]);
}
