import type { ActorMention } from '../actors/actor.ts';
import type { EventType } from './claim.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { objectsOf } from './objects.ts';
import { childrenBy, isUnder, lemmaOf, type Reading, relationOf, tokensIn } from './reading.ts';

/** Types of words about what somebody else did. */
const ANSWERS = new Set<EventType>(['ACCUSE', 'SUPPORT', 'REJECT', 'CONCEDE']);

/** Acts back in which the one that is meant is looked for. */
const REACH = 5;

/**
 * "Peru expelled an envoy. Chile condemned the move", "Peru left the pact, a step welcomed by Chile": who condemns or welcomes
 * what was told just before does so towards those who did it.
 */
export function addressTakenUp(drafts: readonly Draft[], { takenUp }: Codebook): void {
  const order = new Map<Reading, number>();
  for (const { reading } of drafts) if (!order.has(reading)) order.set(reading, order.size);
  const events = drafts
    .filter(({ kind, type }) => kind === 'event' && type !== null)
    .sort((a, b) => order.get(a.reading)! - order.get(b.reading)! || a.node - b.node);
  for (const [at, draft] of events.entries()) {
    // "signed the accord": together with others, and no answer to it.
    const isMutual = draft.rules.some(({ rule }) => rule === 'actors/mutual' || rule === 'actors/host');
    if (!ANSWERS.has(draft.type!) || draft.actors.length === 0 || isMutual) continue;
    const thing = objectsOf(draft.reading, draft.clause).find((object) => isKnown(draft, object));
    const types = thing === undefined ? undefined : takenUp.get(lemmaOf(draft.reading, thing));
    if (types === undefined || draft.recipients.some((one) => !isAside(draft, one))) continue;
    const doers = doersOf(draft, types, events.slice(Math.max(0, at - REACH), at));
    if (doers.length === 0) continue;
    draft.recipients = doers;
    draft.rules.push({ field: 'recipients', rule: 'actors/taken-up', span: doers[0]! });
  }
}

/** "the move", "this step", and "a step welcomed by Chile", with nobody in it whose it is. */
function isKnown({ reading, clause }: Draft, noun: number): boolean {
  const determiners = childrenBy(reading, noun, 'det').map((det) => lemmaOf(reading, det));
  const isApposed = reading.heads[clause] === noun && relationOf(reading, clause) === 'acl';
  return isApposed || determiners.some((det) => /^(the|this|that|these|those)$/.test(det));
}

/** Whether a recipient stands in a clause beside the act ("condemned the move, saying that Peru ..."). */
function isAside({ reading, clause }: Draft, recipient: ActorMention): boolean {
  const [token] = tokensIn(reading.tokens, recipient);
  return (
    token !== undefined &&
    childrenBy(reading, clause, 'advcl', 'ccomp', 'conj', 'parataxis').some((side) =>
      isUnder(reading, token, side),
    )
  );
}

/** Others than the speakers who did the last act of these types, or nobody where the speakers did it. */
function doersOf(
  { actors }: Draft,
  types: ReadonlySet<string>,
  before: readonly Draft[],
): readonly ActorMention[] {
  const sideOf = ({ actor }: ActorMention): string | undefined => actor.country ?? actor.organisation;
  const own = new Set(actors.map(sideOf));
  const last = before.findLast(
    (one) => (types.size === 0 || types.has(one.type!)) && one.actors.some((mention) => sideOf(mention)),
  );
  return (last?.actors ?? []).filter((mention) => sideOf(mention) !== undefined && !own.has(sideOf(mention)));
}
