/** How well standing things of annotated reports are read: channels, assessments, positions, expectations. */
import type { Claim } from '../src/claims/claim.ts';
import { claimsInOrder, countriesOf, type Guide, partiesOf } from '../src/relations/coded.ts';
import type { Expectation } from '../src/relations/dyad.ts';
import { drawDyad } from '../src/relations/picture.ts';
import type { Report } from '../src/report.ts';
import { dayOk, type GoldSpan, isState, isWithin, offsetOf, overlap, shift } from './gold.ts';
import { type Counts, f1 } from './gold-documents.ts';

/** The keys of a gold file that this score reads. */
export interface StandingGold {
  readonly channels?: readonly {
    /** The two states; where it is missing, the level alone tells which line is meant. */
    readonly between?: readonly string[];
    readonly level: string;
    readonly state: string;
  }[];
  readonly assessments?: readonly { readonly about: readonly string[]; readonly span: GoldSpan }[];
  readonly positions?: readonly {
    readonly side: string;
    readonly issue?: string | null;
    readonly polarity: string;
    readonly span: GoldSpan;
  }[];
  readonly expectations?: readonly {
    readonly holder: string;
    readonly stance: string;
    readonly by?: string | null;
    readonly span: GoldSpan;
  }[];
}

export interface StandingAnalysis {
  readonly file: string;
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly expectations: readonly Expectation[];
}

/** Counts of one kind, and of those found how many have each field right. */
export interface FieldCounts {
  readonly counts: Counts;
  readonly fields: Readonly<Record<string, number>>;
}

const KINDS = ['channels', 'assessments', 'positions', 'expectations'] as const;

export type StandingScore = Readonly<Record<(typeof KINDS)[number], FieldCounts>>;

/** Counts of one document; each thing of the gold and each one given is matched at most once, those with most fields right first. */
export function scoreStanding(
  gold: StandingGold,
  raw: string,
  analysis: StandingAnalysis,
  guide: Guide,
): StandingScore {
  const offset = offsetOf(analysis, raw, []);
  return {
    channels: scoreChannels(gold.channels ?? [], analysis, guide),
    assessments: scoreAssessments(gold.assessments ?? [], analysis, offset),
    positions: scorePositions(gold.positions ?? [], analysis, offset),
    expectations: scoreExpectations(gold.expectations ?? [], analysis, offset),
  };
}

/** Adds up the scores of several documents. */
export function sumStanding(scores: readonly StandingScore[]): StandingScore {
  return Object.fromEntries(
    KINDS.map((kind) => [kind, scores.map((score) => score[kind]).reduce(add, NONE)]),
  ) as Record<(typeof KINDS)[number], FieldCounts>;
}

/** A line for each kind that the gold lists. */
export function standingLines(score: StandingScore): string[] {
  return KINDS.filter((kind) => score[kind].counts.gold > 0).map((kind) => {
    const { counts, fields } = score[kind];
    const { precision, recall, f1: mean } = f1(counts);
    const right = Object.entries(fields).map(([field, n]) => `${field} right ${n}/${counts.right}`);
    const words = `P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${mean.toFixed(1)}`;
    return [`${kind.padEnd(17)} ${words}`, ...(right.length === 0 ? [] : [right.join(', ')])].join(' | ');
  });
}

/** The lines between each two states that the program would draw against those of the gold, by pair and level. */
function scoreChannels(
  gold: NonNullable<StandingGold['channels']>,
  { report, claims }: StandingAnalysis,
  guide: Guide,
): FieldCounts {
  const coded = { report, claims };
  const told = claimsInOrder([coded], report.publishedOn);
  const pairs = new Map(
    told.flatMap(({ claim }) => pairsOf(countriesOf(partiesOf(claim)))).map((pair) => [pair.join(), pair]),
  );
  const given = [...pairs.values()].flatMap((pair) =>
    drawDyad([coded], pair, report.publishedOn, guide).channels.map((channel) => ({ pair, ...channel })),
  );
  return match(gold, given, ({ between, level, state }, line) =>
    line.level === level && isWithin(line.pair, new Set(between ?? line.pair))
      ? { state: line.state === state }
      : null,
  );
}

function pairsOf(countries: ReadonlySet<string>): [string, string][] {
  return [...countries].flatMap((a) =>
    [...countries].flatMap((b): [string, string][] => (a < b ? [[a, b]] : [])),
  );
}

function scoreAssessments(
  gold: NonNullable<StandingGold['assessments']>,
  { claims }: StandingAnalysis,
  offset: number,
): FieldCounts {
  const given = claims.filter(({ kind }) => kind === 'assessment');
  return match(gold, given, ({ about, span }, claim) => {
    const names = isWithin(about.filter(isState), countriesOf(partiesOf(claim)));
    return names && overlap(shift(claim.span, offset), span) ? {} : null;
  });
}

/** What somebody says is scored as a statement: it counts here where the gold holds it for a position. */
function scorePositions(
  gold: NonNullable<StandingGold['positions']>,
  { claims }: StandingAnalysis,
  offset: number,
): FieldCounts {
  const given = claims.filter(({ kind }) => kind === 'position');
  const optional = (claim: Claim) => claim.rules.some(({ rule }) => rule === 'positions/statement');
  return match(
    gold,
    given,
    ({ side, issue, polarity, span }, claim) => {
      const places = [claim.span, ...(claim.source.contentSpan === null ? [] : [claim.source.contentSpan])];
      if (!places.some((place) => overlap(shift(place, offset), span))) return null;
      if (!countriesOf(claim.actors).has(side)) return null;
      return {
        polarity: claim.polarity === polarity,
        issue: issue == null || claim.issues.includes(issue),
      };
    },
    optional,
  );
}

function scoreExpectations(
  gold: NonNullable<StandingGold['expectations']>,
  { report, claims, expectations }: StandingAnalysis,
  offset: number,
): FieldCounts {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return match(gold, expectations, ({ holder, stance, by, span }, expectation) => {
    const claim = byId.get(expectation.claim)!;
    if (!overlap(shift(claim.span, offset), span)) return null;
    return {
      holder: isHolder(holder, expectation.holder, claim, report),
      stance: expectation.stance === stance,
      by: dayOk(claim.when, null, by),
    };
  });
}

/** Whoever is told to do a thing to come holds it too: "both sides agreed to open talks" is told by the narrator. */
function isHolder(gold: string, holder: string, { source, actors }: Claim, { text }: Report): boolean {
  if (gold === 'narrator') return holder === 'narrator';
  const told =
    source.kind === 'narrator'
      ? actors.map(({ name, span }) => `${name} ${text.slice(span.start, span.end)}`)
      : [];
  const words = wordsIn([holder, source.asWritten ?? '', ...told].join(' '));
  return [...wordsIn(gold)].some((word) => words.has(word));
}

const SMALL = new Set(['the', 'of', 'a', 'an', 'in', 'and']);

function wordsIn(text: string): Set<string> {
  return new Set(
    Array.from(text.matchAll(/[\p{L}\p{N}_]+/gu), ([word]) => word.toLowerCase()).filter(
      (word) => !SMALL.has(word),
    ),
  );
}

const NONE: FieldCounts = { counts: { right: 0, given: 0, gold: 0 }, fields: {} };

/** Pairs those that `judge` lets match, most fields right first; what is given, optional and unmatched does not count. */
function match<G, T>(
  gold: readonly G[],
  given: readonly T[],
  judge: (gold: G, given: T) => Readonly<Record<string, boolean>> | null,
  optional: (given: T) => boolean = () => false,
): FieldCounts {
  const pairs = gold.flatMap((wanted, at) =>
    given.flatMap((found, index) => {
      const fields = judge(wanted, found);
      return fields === null
        ? []
        : [{ at, index, fields, right: Object.values(fields).filter(Boolean).length }];
    }),
  );
  pairs.sort((a, b) => b.right - a.right || a.at - b.at || a.index - b.index);
  const usedGold = new Set<number>();
  const used = new Set<number>();
  const fields: Record<string, number> = {};
  for (const { at, index, fields: verdict } of pairs) {
    if (usedGold.has(at) || used.has(index)) continue;
    usedGold.add(at);
    used.add(index);
    for (const [field, right] of Object.entries(verdict))
      fields[field] = (fields[field] ?? 0) + Number(right);
  }
  const counted = given.filter((found, index) => used.has(index) || !optional(found)).length;
  return { counts: { right: used.size, given: counted, gold: gold.length }, fields };
}

function add(a: FieldCounts, b: FieldCounts): FieldCounts {
  const fields = { ...a.fields };
  for (const [field, n] of Object.entries(b.fields)) fields[field] = (fields[field] ?? 0) + n;
  return {
    counts: {
      right: a.counts.right + b.counts.right,
      given: a.counts.given + b.counts.given,
      gold: a.counts.gold + b.counts.gold,
    },
    fields,
  };
}
