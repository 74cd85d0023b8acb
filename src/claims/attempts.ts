import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import { sourceOf } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { issuesIn } from './issues.ts';
import { findPredicates } from './predicates.ts';
import { childrenBy, lemmaOf, type Reading, subtreeOf } from './reading.ts';
import type { Saying } from './saying.ts';
import { ownersOf } from './slots.ts';

/**
 * "Quito will not hold talks, despite repeated attempts by Lima to do so": whoever tries to bring an encounter about asks
 * for it. What "to do so" means is the last encounter named before.
 */
export function findAttempts(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = 0; noun < reading.tokens.length; noun++) {
    if (!codebook.standing.attempt.has(lemmaOf(reading, noun)) || !refersBack(reading, noun)) continue;
    const meant = findPredicates(reading, codebook).findLast(
      ({ node, predicate: { type } }) => node < noun && type === 'CONSULT',
    );
    const owners = unique(ownersOf(reading, noun, true).flatMap((owner) => actorsNamed(reading, owner)));
    const others = partnersBefore(reading, noun, owners);
    if (meant === undefined || owners.length === 0 || others.length === 0) continue;
    drafts.push({
      reading,
      kind: 'event',
      type: 'REQUEST',
      mode: 'meet',
      contexts: meant.predicate.contexts,
      node: noun,
      clause: noun,
      words: [noun],
      actors: owners,
      recipients: others,
      place: null,
      reality: {
        status: 'happened',
        polarity: 'positive',
        rule: 'status/attempt',
        span: reading.tokens[noun]!,
      },
      attribution: sourceOf(sayings, noun),
      when: null,
      standing: false,
      issues: issuesIn(reading, subtreeOf(reading, meant.node), codebook),
      rules: [{ field: 'type', rule: 'events/attempt', span: reading.tokens[noun]! }],
    });
  }
  return drafts;
}

/** "to do so", "to do that". */
function refersBack(reading: Reading, noun: number): boolean {
  return childrenBy(reading, noun, 'acl', 'xcomp', 'ccomp').some(
    (verb) =>
      lemmaOf(reading, verb) === 'do' &&
      subtreeOf(reading, verb).some((word) => /^(so|that|it)$/.test(lemmaOf(reading, word))),
  );
}

/** The actors named before, of other states than those who try. */
function partnersBefore(reading: Reading, noun: number, owners: readonly ActorMention[]): ActorMention[] {
  const own = new Set(owners.map(({ actor }) => actor.country));
  const before = reading.actorsOn.slice(0, noun).flat();
  const partners = unique(before).filter(({ actor }) => actor.country !== null && !own.has(actor.country));
  return partners.slice(-1);
}
