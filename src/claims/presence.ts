import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed } from './actors-named.ts';
import { sourceOf } from './attribution.ts';
import type { Status } from './claim.ts';
import type { Codebook } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading } from './reading.ts';
import { isOpen, type Reality } from './reality.ts';
import type { Saying } from './saying.ts';
import { isPassive } from './slots.ts';
import { realityOf } from './status.ts';
import { subjectsOf } from './subjects.ts';

/** What it is to be awaited somewhere. */
const AWAITED: ReadonlyMap<string, Status> = new Map([
  ['due', 'planned'],
  ['schedule', 'planned'],
  ['expect', 'expected'],
  ['await', 'expected'],
  ['invite', 'wanted'],
]);

/**
 * "The premier is in Quito", "is due in Quito on Friday", "is expected there", "was invited to Quito": somebody who stands
 * for one state is, or is to be, in another, which is a visit.
 */
export function findPresence(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  const drafts: Draft[] = [];
  let last: ActorMention[] = [];
  for (let node = 0; node < reading.tokens.length; node++) {
    const awaited = awaitedBy(reading, node);
    const place = awaited === null ? placeBeing(reading, node) : placeAwaiting(reading, node, last);
    if (place.length === 0) continue;
    const visitors = visitorsOf(reading, node, place);
    if (visitors.length === 0) continue;
    last = place;
    const reality = realityIn(reading, codebook, node, awaited);
    drafts.push({
      reading,
      kind: 'event',
      type: 'CONSULT',
      mode: 'visit',
      contexts: ['diplomatic'],
      node,
      clause: node,
      words: [...childrenBy(reading, node, 'cop', 'case'), node].sort((a, b) => a - b),
      actors: visitors,
      recipients: place,
      place: null,
      reality,
      attribution: sourceOf(sayings, node),
      when: timesNear(reading, node)?.when ?? null,
      standing: false,
      issues: [],
      rules: [
        { field: 'type', rule: 'events/presence', span: reading.tokens[node]! },
        { field: 'status', rule: reality.rule },
      ],
    });
  }
  return drafts;
}

/** The status of what is awaited, where a word says so: "is expected in", "due in" (which the tree may make a marker). */
function awaitedBy(reading: Reading, node: number): Status | null {
  const { upos } = reading.tokens[node]!;
  if (upos === 'VERB') return isPassive(reading, node) ? (AWAITED.get(lemmaOf(reading, node)) ?? null) : null;
  const isDue = lemmaOf(reading, node) === 'due' && childBy(reading, node, 'cop') !== null;
  return isDue || childrenBy(reading, node, 'case').some((marker) => lemmaOf(reading, marker) === 'due')
    ? 'planned'
    : null;
}

/** The land that somebody is in: "is in Quito". */
function placeBeing(reading: Reading, node: number): ActorMention[] {
  if (childBy(reading, node, 'cop') === null || prepositionOf(reading, node) !== 'in') return [];
  return landsAt(reading, node);
}

function placeAwaiting(reading: Reading, node: number, last: ActorMention[]): ActorMention[] {
  if (reading.tokens[node]!.upos !== 'VERB' && lemmaOf(reading, node) !== 'due')
    return landsAt(reading, node);
  const places = childrenBy(reading, node, 'obl').filter((child) =>
    /^(in|to|at)$/.test(prepositionOf(reading, child) ?? ''),
  );
  const isThere = childrenBy(reading, node, 'advmod').some((child) => lemmaOf(reading, child) === 'there');
  return isThere ? last : places.flatMap((place) => landsAt(reading, place));
}

function landsAt(reading: Reading, node: number): ActorMention[] {
  return reading.actorsOn[node]!.filter(
    ({ actor }) => actor.country !== null && (actor.kind === 'state' || actor.kind === 'government'),
  );
}

/** Those who stand for another state: persons, offices, delegations; its troops and its envoys live there. */
function visitorsOf(reading: Reading, node: number, place: readonly ActorMention[]): ActorMention[] {
  const { country: home } = place[0]!.actor;
  return subjectsOf(reading, node)
    .flatMap((subject) => actorsNamed(reading, subject))
    .filter(
      ({ actor: { kind, country, organisation, sector, office } }) =>
        (kind === 'person' || kind === 'office' || (kind === 'group' && sector === 'GOV')) &&
        (country ?? organisation ?? null) !== null &&
        country !== home &&
        office !== 'ambassador',
    );
}

function realityIn(reading: Reading, codebook: Codebook, node: number, awaited: Status | null): Reality {
  const told = realityOf(reading, codebook, node, null);
  // "was in Quito last week"
  const was = childBy(reading, node, 'cop');
  if (awaited === null && told.status === 'ongoing' && was !== null && reading.tokens[was]!.tag === 'VBD')
    return { ...told, status: 'happened', rule: 'status/was-there' };
  if (awaited === null || isOpen(told)) return told;
  return { ...told, status: awaited, rule: 'status/awaited' };
}
