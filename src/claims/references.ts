import type { ActorMention } from '../actors/actor.ts';
import type { Draft } from './draft.ts';
import { lemmaOf } from './reading.ts';

/**
 * Names those who took part in acts that a report only refers back to: the parties of the same act where the report tells
 * of it before, else the two states that the report is about, in no order. Those of nobody are left out.
 */
export function seatReferences(
  references: readonly Draft[],
  told: readonly Draft[],
  actors: readonly ActorMention[],
  pair: readonly ActorMention[],
): Draft[] {
  const states = pair.length > 0 ? pair : onlyPair(actors);
  return references.filter((draft) => {
    const own = countriesOf(draft);
    const before = told.findLast(
      (other) =>
        startOf(other) < startOf(draft) &&
        isAlike(draft, other) &&
        isAmong(own, countriesOf(other)) &&
        playsSameParts(draft, other),
    );
    if (before !== undefined) {
      draft.actors = before.actors;
      draft.recipients = before.recipients;
      draft.rules.push({
        field: 'actors',
        rule: 'actors/told-before',
        span: before.reading.tokens[before.node]!,
      });
      return true;
    }
    const isTheirs = states.length > 0 && isAmong(own, new Set(states.map(({ actor }) => actor.country!)));
    if (isTheirs && own.size < 2) {
      const others = states.filter(({ actor }) => !own.has(actor.country!));
      if (draft.actors.length > 0 && !isMutual(draft)) draft.recipients = others;
      else draft.actors = [...draft.actors, ...others];
      draft.rules.push({ field: 'actors', rule: 'actors/leading-pair' });
    }
    return draft.actors.length + draft.recipients.length > 0;
  });
}

/** Types of which each side does its part. */
function isMutual({ type }: Draft): boolean {
  return type === 'CONSULT' || type === 'AGREE' || type === 'COOPERATE';
}

/** The states of a report that names no third one. */
function onlyPair(actors: readonly ActorMention[]): readonly ActorMention[] {
  const first = new Map<string, ActorMention>();
  for (const mention of actors)
    if (mention.actor.country !== null && !first.has(mention.actor.country))
      first.set(mention.actor.country, mention);
  return first.size === 2 ? [...first.values()] : [];
}

/** The same word, or another for an act of the same type and mode. */
function isAlike(draft: Draft, other: Draft): boolean {
  if (other.kind !== 'event' || other.type === null) return false;
  if (lemmaOf(draft.reading, draft.node) === lemmaOf(other.reading, other.node)) return true;
  return draft.type === other.type && draft.mode === other.mode;
}

/** "Its raid" is none of those that the others made. */
function playsSameParts(draft: Draft, other: Draft): boolean {
  const partsOf = (mentions: Draft['actors']): Set<string> =>
    new Set(mentions.flatMap(({ actor }) => actor.country ?? []));
  return (
    isMutual(draft) ||
    (isAmong(partsOf(draft.actors), partsOf(other.actors)) &&
      isAmong(partsOf(draft.recipients), partsOf(other.recipients)))
  );
}

function isAmong(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  return [...few].every((country) => many.has(country));
}

function countriesOf({ actors, recipients }: Draft): Set<string> {
  return new Set([...actors, ...recipients].flatMap(({ actor }) => actor.country ?? []));
}

function startOf({ reading, node }: Draft): number {
  return reading.tokens[node]!.start;
}
