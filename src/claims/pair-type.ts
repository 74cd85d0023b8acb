import type { ActorMention } from '../actors/actor.ts';
import type { EventType } from './claim.ts';
import type { Codebook } from './codebook.ts';
import { codeOf } from './events.ts';
import { nominalParties } from './nominal-parties.ts';
import { ploverType } from './plover-type.ts';
import { type FoundPredicate, findPredicates } from './predicates.ts';
import { isUnder, type Reading, tokensIn } from './reading.ts';
import { realityOf } from './status.ts';
import { verbalParties } from './verbal-parties.ts';

/** What one of two given actors does to the other, and the rule that says so. */
export interface PairType {
  readonly type: EventType;
  readonly rule: string;
}

/**
 * The type of act that a sentence reports between two given actors: the predicate whose frame holds both, else the
 * one that stands nearest to both in the tree; null where the lexicon knows no word of the sentence.
 */
export function typeOfPair(
  reading: Reading,
  codebook: Codebook,
  source: ActorMention | null,
  target: ActorMention | null,
): PairType | null {
  const found = findPredicates(reading, codebook);
  let best: { readonly fit: number; readonly found: FoundPredicate } | null = null;
  for (const candidate of found) {
    if (candidate.predicate.type === null) continue;
    const fit = fitOf(reading, codebook, candidate, found, source, target);
    if (best === null || fit > best.fit) best = { fit, found: candidate };
  }
  if (best === null) return null;
  const { predicate, node, carrier } = best.found;
  const reality = realityOf(reading, codebook, node, carrier);
  const { type } = codeOf(reading, codebook, best.found, reality);
  return { type: ploverType(type!, reality), rule: predicate.rule };
}

/** How well a predicate's frame holds two actors: both in their places, one of them, or both near it. */
function fitOf(
  reading: Reading,
  codebook: Codebook,
  found: FoundPredicate,
  all: readonly FoundPredicate[],
  source: ActorMention | null,
  target: ActorMention | null,
): number {
  const { predicate, node } = found;
  const { actors, recipients } =
    predicate.pos === 'noun'
      ? nominalParties(reading, codebook, found)
      : verbalParties(reading, codebook, found, all);
  const acts = source !== null && actors.includes(source);
  const undergoes = target !== null && recipients.includes(target);
  const mutual = predicate.symmetric && (undergoes || (target !== null && actors.includes(target)));
  let fit = (acts ? 40 : 0) + (undergoes || mutual ? 40 : 0);
  if (source !== null && recipients.includes(source) && !mutual) fit -= 10;
  if (target !== null && actors.includes(target) && !mutual) fit -= 10;
  if (holds(reading, node, target)) fit += 15;
  if (holds(reading, node, source)) fit += 10;
  const at = reading.tokens[node]!.start;
  if (source !== null && target !== null) {
    const [first, second] = source.start < target.start ? [source, target] : [target, source];
    if (at >= first.end && at < second.start) fit += 8;
  }
  return fit - depthOf(reading, node);
}

function holds(reading: Reading, node: number, mention: ActorMention | null): boolean {
  if (mention === null) return false;
  return tokensIn(reading.tokens, mention).some((i) => isUnder(reading, i, node));
}

function depthOf(reading: Reading, node: number): number {
  let depth = 0;
  for (let at = reading.heads[node]!; at >= 0; at = reading.heads[at]!) depth++;
  return depth;
}
