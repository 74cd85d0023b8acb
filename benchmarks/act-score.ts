import type { Claim, ClaimActor } from '../src/claims/claim.ts';

/** What one or more parties do to others, by codes of states and of bodies of states. */
export interface Act {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly type: string;
  /** Types that another careful reader may choose. */
  readonly alternatives: readonly string[];
  /** No direction: all parties are actors. */
  readonly symmetric: boolean;
  readonly status: string;
  /** Not missed where it is not found, and no error where it is. */
  readonly optional: boolean;
}

/** How many were right, how many the program gave, how many there are. */
export interface ActCounts {
  readonly right: number;
  readonly given: number;
  readonly gold: number;
}

export interface ActScore {
  readonly typed: ActCounts;
  /** The same with the types that another reader may choose. */
  readonly loose: ActCounts;
  readonly pairs: ActCounts;
  /** Of the acts that are right, those whose status is. */
  readonly statusRight: number;
}

export interface ScoredItem {
  readonly gold: readonly Act[];
  readonly given: readonly Act[];
}

/** Claims of these statuses say nothing about what took place or will. */
const UNREAL = ['possible', 'conditional', 'wanted'];

/** What the claims of a text tell that parties of two states did, do or will do; the same act told twice is one. */
export function actsInClaims(claims: readonly Claim[]): Act[] {
  const acts = claims.flatMap(({ kind, type, status, polarity, actors, recipients }): Act[] => {
    const [from, to] = [codesOf(actors), codesOf(recipients)];
    const isAct = kind === 'event' && type !== null && polarity === 'positive' && !UNREAL.includes(status);
    if (!isAct || from.length === 0 || new Set([...from, ...to]).size < 2) return [];
    const symmetric = to.length === 0;
    return [{ actors: from, recipients: to, type, alternatives: [], symmetric, status, optional: false }];
  });
  return acts.filter(
    (act, at) => acts.findIndex((one) => one.type === act.type && isSamePair(one, act)) === at,
  );
}

function codesOf(actors: readonly ClaimActor[]): string[] {
  return [...new Set(actors.flatMap(({ country, organisation }) => country ?? organisation ?? []))];
}

/** Scores acts of many texts; each of the gold and each of the program's counts at most once. */
export function scoreActs(items: readonly ScoredItem[]): ActScore {
  const found = items.map(matchItem);
  const pairs = items.map(({ gold, given }) => {
    const wanted = pairsOf(gold);
    return matched(wanted, pairsOf(given), isSamePair);
  });
  const loose = items.map(({ gold, given }) =>
    matched(gold, given, (one, act) => isSamePair(one, act) && allows(one, act)),
  );
  const right = found.flatMap(({ hits }) => hits);
  return {
    typed: countsOf(found),
    loose: countsOf(loose),
    pairs: countsOf(pairs),
    statusRight: right.filter(([one, act]) => one.status === act.status).length,
  };
}

/** What was found, missed and added in one text. */
export function matchItem({ gold, given }: ScoredItem): Matched {
  return matched(gold, given, (one, act) => one.type === act.type && isSamePair(one, act));
}

interface Matched {
  /** Acts of the gold that had to be found, each with the claim that tells it. */
  readonly hits: readonly (readonly [Act, Act])[];
  readonly missed: readonly Act[];
  readonly extra: readonly Act[];
}

function matched(
  gold: readonly Act[],
  given: readonly Act[],
  fits: (one: Act, act: Act) => boolean,
): Matched {
  const free = new Set(given);
  const take = (one: Act): Act | undefined => {
    const act = [...free].find((candidate) => fits(one, candidate));
    if (act !== undefined) free.delete(act);
    return act;
  };
  const hits: (readonly [Act, Act])[] = [];
  const missed: Act[] = [];
  for (const one of gold.filter(({ optional }) => !optional)) {
    const act = take(one);
    if (act === undefined) missed.push(one);
    else hits.push([one, act]);
  }
  for (const one of gold.filter(({ optional }) => optional)) take(one);
  return { hits, missed, extra: [...free] };
}

function allows(one: Act, act: Act): boolean {
  return one.type === act.type || one.alternatives.includes(act.type);
}

/** Each pair of parties once, whatever they do; it is optional where all that they do is. */
function pairsOf(acts: readonly Act[]): Act[] {
  return [...acts]
    .sort((a, b) => Number(a.optional) - Number(b.optional))
    .filter((act, at, all) => all.findIndex((one) => isSamePair(one, act)) === at);
}

/** The same parties on the same sides; on any side where one of the two has no direction. */
function isSamePair(one: Act, other: Act): boolean {
  if (one.symmetric || other.symmetric)
    return isSameSet([...one.actors, ...one.recipients], [...other.actors, ...other.recipients]);
  return isSameSet(one.actors, other.actors) && isSameSet(one.recipients, other.recipients);
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.every((one) => others.includes(one)) && others.every((one) => some.includes(one));
}

function countsOf(all: readonly Matched[]): ActCounts {
  const sum = (count: (one: Matched) => number): number => all.reduce((total, one) => total + count(one), 0);
  const right = sum(({ hits }) => hits.length);
  return {
    right,
    given: right + sum(({ extra }) => extra.length),
    gold: right + sum(({ missed }) => missed.length),
  };
}
