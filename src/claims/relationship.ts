import type { ActorMention } from '../actors/actor.ts';
import { type Saying, sourceOf } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { actorsNamed, obliquesOf, ownersOf, unique } from './parties.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import { realityOf } from './status.ts';

/** Nouns for how two states stand to one another. */
const RELATIONSHIP = new Set(
  'relation relationship tie rapprochement rivalry friendship partnership detente thaw tension estrangement hostility alliance'.split(
    ' ',
  ),
);

/**
 * How the relationship stands or moves: "Relations between Tokyo and Seoul are improving", "the rivalry could
 * turn into a conflict". The verb or adjective that says it is the trigger, with its particle and complement.
 */
export function findAssessments(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = 0; noun < reading.tokens.length; noun++) {
    if (reading.tokens[noun]!.upos !== 'NOUN' || !RELATIONSHIP.has(lemmaOf(reading, noun))) continue;
    if (relationOf(reading, noun) !== 'nsubj') continue;
    const parties = partiesOf(reading, noun);
    if (new Set(parties.map(({ actor }) => actor.country ?? actor.id)).size < 2) continue;
    for (const node of predicatesOver(reading, reading.heads[noun]!)) {
      const reality = realityOf(reading, codebook, node, null);
      drafts.push({
        reading,
        kind: 'assessment',
        type: null,
        contexts: ['diplomatic'],
        node,
        clause: node,
        words: wordsOf(reading, node),
        actors: parties,
        recipients: [],
        place: null,
        reality: reality.rule === 'status/progressive' ? { ...reality, status: 'ongoing' } : reality,
        attribution: sourceOf(sayings, node),
        when: timesNear(reading, node)?.when ?? null,
        standing: false,
        issues: ['relations-general'],
        rules: [
          { field: 'kind', rule: 'assessments/relationship-subject', span: reading.tokens[noun]! },
          {
            field: 'status',
            rule: reality.rule,
            ...(reality.span === undefined ? {} : { span: reality.span }),
          },
        ],
      });
    }
  }
  return drafts;
}

/** The two sides of a relationship: "between A and B", "with B", "US-China ties", "the two countries". */
function partiesOf(reading: Reading, noun: number): ActorMention[] {
  const nominals = [
    ...ownersOf(reading, noun, true),
    ...['between', 'with', 'of'].flatMap((word) => obliquesOf(reading, noun, word)),
  ];
  return unique(nominals.flatMap((nominal) => actorsNamed(reading, nominal)));
}

/** The predicate of a subject and those joined to it. */
function predicatesOver(reading: Reading, head: number): number[] {
  const joined = childrenBy(reading, head, 'conj').filter(
    (child) => childBy(reading, child, 'nsubj') === null,
  );
  return [head, ...joined];
}

/** The predicate with its particle and a complement by "into", "to" or "from" ("turn into a conflict"). */
function wordsOf(reading: Reading, node: number): number[] {
  const complement = ['into', 'to'].flatMap((word) => obliquesOf(reading, node, word))[0];
  const words = [
    node,
    ...childrenBy(reading, node, 'compound:prt'),
    ...(complement === undefined ? [] : [complement]),
  ];
  return words.sort((a, b) => a - b);
}
