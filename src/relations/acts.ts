import type { ClaimActor, EventType } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import { ActIndex } from './act-index.ts';
import { type CodedReport, claimsInOrder } from './coded.ts';
import { type ActDraft, beginAct, type Deed, deedOf, extendAct, isDone } from './deeds.ts';
import { differencesOf } from './differences.ts';
import type { Act, Encounter } from './dyad.ts';
import { originsOf } from './origins.ts';
import { joinOf, type Likeness } from './same-act.ts';
import { NO_TIES, SAID_SAME, type Ties } from './ties.ts';

/**
 * What was done, said or planned between states in any number of reports, each act once however often it is told, in
 * the order in which they were first told. Claims tell of one act where who, what, when and where allow it, or an
 * analyst says so. Encounters are left to `findEncounters`; an act that an analyst has said to be one names it.
 */
export function findActs(
  coded: readonly CodedReport[],
  asOf: Day,
  encounters: readonly Encounter[],
  ties: Ties = NO_TIES,
): Act[] {
  const encounterOf = new Map(
    encounters.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)),
  );
  const metAt = new Map<string, string>();
  const acts: ActDraft[] = [];
  const actOf = new Map<string, ActDraft>();
  const index = new ActIndex();
  for (const told of claimsInOrder(coded, asOf)) {
    const { id, type } = told.claim;
    const encounter = encounterOf.get(id);
    if (encounter !== undefined && type === 'CONSULT') {
      metAt.set(id, encounter);
      continue;
    }
    const deed = deedOf(told);
    if (deed === null) continue;
    const tied = firstOf(ties.sameAs(id), actOf);
    const found =
      tied === undefined ? findSame(index.near(deed), deed, ties) : { act: tied, rule: SAID_SAME };
    const act = found?.act ?? beginAct(deed, acts.length);
    if (found === null) acts.push(act);
    else extendAct(act, deed, found.rule);
    actOf.set(id, act);
    index.add(act, deed);
  }
  return acts.map((act) => finish(act, (claim) => firstOf(ties.sameAs(claim), metAt)));
}

function firstOf<T>(claims: Iterable<string>, of: ReadonlyMap<string, T>): T | undefined {
  for (const claim of claims) {
    const found = of.get(claim);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The act that a deed is most like; of equals the one begun last. */
function findSame(acts: readonly ActDraft[], deed: Deed, ties: Ties): { act: ActDraft; rule: string } | null {
  let best: ({ act: ActDraft } & Likeness) | null = null;
  for (const act of acts) {
    const join = joinOf(act, deed);
    if (join === null || (best !== null && join.fit <= best.fit)) continue;
    if (
      ties.isApart(
        deed.claim.id,
        act.deeds.map(({ claim }) => claim.id),
      )
    )
      continue;
    best = { act, ...join };
  }
  return best;
}

function finish({ deeds, rules, dates }: ActDraft, encounterOf: (claim: string) => string | undefined): Act {
  const claims = deeds.map(({ claim }) => claim);
  const done = claims.filter(isDone);
  const type = mostTold((done.length > 0 ? done : claims).map((claim) => claim.type!));
  const mode = claims.find((claim) => claim.type === type && claim.mode !== undefined)?.mode;
  const lead = done[0] ?? claims.at(-1)!;
  const place = claims.find((claim) => claim.place !== undefined)?.place;
  const encounter = claims.map(({ id }) => encounterOf(id)).find((id) => id !== undefined);
  return {
    id: claims[0]!.id,
    type,
    ...(mode === undefined ? {} : { mode }),
    status: lead.status,
    polarity: lead.polarity,
    actors: distinct(claims.flatMap(({ actors }) => actors)),
    recipients: distinct(claims.flatMap(({ recipients }) => recipients)),
    when: dates.claim.when,
    ...(place === undefined ? {} : { place: place.name }),
    claims: claims.map(({ id }) => id),
    joins: rules.map((rule, at) => ({ claim: claims[at + 1]!.id, rule })),
    origins: originsOf(deeds),
    differences: differencesOf(deeds),
    references: [],
    ...(encounter === undefined ? {} : { encounter }),
  };
}

/** Of equals the one told first. */
function mostTold(types: readonly EventType[]): EventType {
  const counts = new Map<EventType, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  let most = types[0]!;
  for (const [type, count] of counts) if (count > counts.get(most)!) most = type;
  return most;
}

function distinct(actors: readonly ClaimActor[]): ClaimActor[] {
  const byId = new Map<string, ClaimActor>();
  for (const actor of actors) if (!byId.has(actor.id)) byId.set(actor.id, actor);
  return [...byId.values()];
}
