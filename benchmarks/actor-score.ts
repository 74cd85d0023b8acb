import type { Actor, ActorMention } from '../src/actors/actor.ts';
import { overlaps, type Span } from '../src/report.ts';
import { type GoldIdentity, type GoldMention, type GoldReport, headsOf } from './actor-gold.ts';

/** What was found under the same words: "the two countries" are two actors. */
export interface Finding extends Span {
  readonly mentions: readonly ActorMention[];
}

/** A marked mention with what was found for it; either is null where it has no partner. */
export interface Match {
  readonly gold: GoldMention | null;
  readonly finding: Finding | null;
  /** The same words, an article before and a comma or possessive ending after them aside. */
  readonly exact: boolean;
  /** Countries found, and how many of them are marked. */
  readonly places: number;
  readonly rightPlaces: number;
  readonly rightPeople: number;
  /** Every country, every person with the office is right. */
  readonly isCountryRight: boolean;
  readonly isIdentityRight: boolean;
}

/** Right, found and marked; they add up over reports. */
interface Counts {
  right: number;
  found: number;
  marked: number;
}

export interface ActorScore {
  /** In per cent. */
  readonly figures: Readonly<
    Record<'span' | 'exact' | 'country' | 'identity' | 'sector' | 'pronouns', number>
  >;
  readonly n: Readonly<Record<'span' | 'country' | 'identity' | 'sector' | 'pronouns', number>>;
  /** Precision and recall of each that has both, in per cent. */
  readonly sides: Readonly<Record<'span' | 'country' | 'identity' | 'pronouns', readonly [number, number]>>;
  /** By how a mention names its actor: marked, found, wholly right. */
  readonly ways: ReadonlyMap<string, readonly [number, number, number]>;
}

/** Whether a person of the program is the one whom the gold names. */
export type IsSamePerson = (id: string, name: string) => boolean;

/** Ways to name somebody that only other words can settle. */
const REFERRING = new Set(['pronoun', 'counterpart', 'pair']);

/** Pairs marked and found mentions of a report: a finding has to cover a head of the marked one; the closest first. */
export function matchMentions(
  { text, mentions: gold }: GoldReport,
  found: readonly ActorMention[],
  isSame: IsSamePerson,
): Match[] {
  const findings = [...Map.groupBy(found, ({ start, end }) => `${start}-${end}`).values()].map(
    (mentions): Finding => ({ start: mentions[0]!.start, end: mentions[0]!.end, mentions }),
  );
  const pairs = gold.flatMap((one) => {
    const heads = headsOf(text, one);
    return findings
      .filter((finding) => heads.some((head) => finding.start <= head.start && head.end <= finding.end))
      .map((finding) => ({ one, finding, closeness: closeness(one, finding) }));
  });
  pairs.sort((a, b) => b.closeness - a.closeness);
  const partners = new Map<GoldMention, Finding>();
  const taken = new Set<Finding>();
  for (const { one, finding } of pairs) {
    if (partners.has(one) || taken.has(finding)) continue;
    partners.set(one, finding);
    taken.add(finding);
  }
  const matches = gold.map((one): Match => judge(text, one, partners.get(one) ?? null, isSame));
  for (const finding of findings) {
    if (taken.has(finding)) continue;
    // What is inside of a marked mention ("its" in "its troops") the gold does not judge.
    if (gold.some((one) => one.start <= finding.start && finding.end <= one.end)) continue;
    matches.push({ ...NOTHING_RIGHT, gold: null, finding, places: placesOf(finding).length });
  }
  return matches;
}

const NOTHING_RIGHT = {
  exact: false,
  places: 0,
  rightPlaces: 0,
  rightPeople: 0,
  isCountryRight: false,
  isIdentityRight: false,
} as const;

function closeness(a: Span, b: Span): number {
  if (!overlaps(a, b)) return 0;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return (2 * shared) / (a.end - a.start + b.end - b.start);
}

function judge(text: string, gold: GoldMention, finding: Finding | null, isSame: IsSamePerson): Match {
  if (finding === null) return { ...NOTHING_RIGHT, gold, finding };
  const places = placesOf(finding);
  const rightPlaces = gold.countries.filter((code) => places.some((codes) => codes.includes(code))).length;
  const people = gold.identity ?? [];
  const rightPeople = people.filter((one) =>
    finding.mentions.some(({ actor }) => isIdentity(actor, one, isSame)),
  ).length;
  return {
    gold,
    finding,
    exact: bareSpan(text, gold) === bareSpan(text, finding),
    places: places.length,
    rightPlaces,
    rightPeople,
    isCountryRight: rightPlaces === gold.countries.length && places.length === rightPlaces,
    isIdentityRight:
      gold.identity === null || (rightPeople === people.length && people.length === finding.mentions.length),
  };
}

function bareSpan(text: string, { start, end }: Span): string {
  const words = text.slice(start, end);
  const before = /^(?:the|an?) /i.exec(words)?.[0].length ?? 0;
  const after = /(?:,|['’]s?)*$/.exec(words)?.[0].length ?? 0;
  return `${start + before}-${end - after}`;
}

/** The country of an actor, or the codes of the organisation it is or speaks for. */
function codesOf({ kind, id, country, organisation }: Actor): string[] {
  if (country !== null) return [country];
  if (kind === 'organisation') return organisation === undefined ? [id] : [id, organisation];
  return organisation === undefined ? [] : [organisation];
}

function placesOf({ mentions }: Finding): string[][] {
  const places = mentions.map(({ actor }) => codesOf(actor)).filter((codes) => codes.length > 0);
  return [...new Map(places.map((codes) => [codes[0]!, codes])).values()];
}

function isIdentity(actor: Actor, { name, office }: GoldIdentity, isSame: IsSamePerson): boolean {
  const held = (actor.office ?? '-').replace(/^ambassador-to-.*/, 'ambassador');
  if (name !== '-') return actor.kind === 'person' && held === office && isSame(actor.id, name);
  if (actor.kind === 'person') return false;
  // "a Pakistani aide" is `-:official`, and one of the group of officials for us.
  return office === '-' || held === office || actor.id.endsWith(`/${office}s`);
}

export function scoreActors(matches: readonly Match[]): ActorScore {
  const counts = (): Counts => ({ right: 0, found: 0, marked: 0 });
  const [span, country, identity, sector, pronouns] = [counts(), counts(), counts(), counts(), counts()];
  let exact = 0;
  const ways = new Map<string, [number, number, number]>();
  for (const match of matches) {
    const { gold, finding, rightPeople } = match;
    const found = finding === null ? 0 : 1;
    span.found += found;
    country.found += match.places;
    // A group that stands for an unnamed official ("a Pakistani aide") counts as a person where it is right.
    identity.found += Math.max(rightPeople, peopleIn(finding));
    if (gold === null) {
      if (finding!.mentions.some(({ via }) => via === 'pronoun' || via === 'counterpart')) pronouns.found++;
      continue;
    }
    const right = found === 1 && match.isCountryRight && match.isIdentityRight ? 1 : 0;
    span.marked++;
    span.right += found;
    exact += match.exact ? 1 : 0;
    country.marked += gold.countries.length;
    country.right += match.rightPlaces;
    identity.marked += gold.identity?.length ?? 0;
    identity.right += rightPeople;
    if (gold.sector !== null && finding !== null) {
      sector.marked++;
      if (finding.mentions.every(({ actor }) => actor.sector === gold.sector)) sector.right++;
    }
    if (REFERRING.has(gold.how)) {
      pronouns.marked++;
      pronouns.found += found;
      pronouns.right += right;
    }
    const way = ways.get(gold.how) ?? [0, 0, 0];
    ways.set(gold.how, [way[0] + 1, way[1] + found, way[2] + right]);
  }
  return {
    figures: {
      span: f1(span),
      exact: share(exact, span.right),
      country: f1(country),
      identity: f1(identity),
      sector: share(sector.right, sector.marked),
      pronouns: f1(pronouns),
    },
    n: {
      span: span.marked,
      country: country.marked,
      identity: identity.marked,
      sector: sector.marked,
      pronouns: pronouns.marked,
    },
    sides: {
      span: sides(span),
      country: sides(country),
      identity: sides(identity),
      pronouns: sides(pronouns),
    },
    ways,
  };
}

function peopleIn(finding: Finding | null): number {
  return (
    finding?.mentions.filter(({ actor: { kind } }) => kind === 'person' || kind === 'office').length ?? 0
  );
}

function sides({ right, found, marked }: Counts): readonly [number, number] {
  return [share(right, found), share(right, marked)];
}

function f1({ right, found, marked }: Counts): number {
  return share(2 * right, found + marked);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}
