import type { Claim, ClaimActor, EventType, Reference } from '../claims/claim.ts';
import { addDays, dayNumber } from '../day.ts';
import type { Day, Span } from '../report.ts';
import { stemsIn } from './clause-words.ts';
import { type CodedReport, claimsInOrder, compare, countriesOf, partiesOf, type Told } from './coded.ts';
import { memoryOf } from './deeds.ts';
import type { Act, Encounter, EncounterKind } from './dyad.ts';
import { kindOf, REMEMBERED } from './sightings.ts';
import { daysBetween, meets, type Window, windowOf } from './window.ts';

type Event = Act | Encounter;

/** An event with what is known of it, against which references are held. */
interface Known {
  readonly event: Event;
  readonly firstTold: Day;
  readonly reports: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  /** Countries of those who act rather than are acted on. */
  readonly doers: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly window: Window;
  /** Of the words that tell of it, and of those beside them. */
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly claims: readonly Claim[];
}

/** Words that refer back to some event, where they stand. */
interface Referring {
  readonly reference: Reference;
  readonly report: CodedReport['report'];
}

/**
 * What refers back to each event ("the raid", "last week's talks"), by the event's id: words of the same parties and type
 * that come after it was first told, and mean the one of their own report, else the only one of those weeks or the one that
 * their day or the words beside them single out. What may mean several is left out.
 */
export function findReferences(
  events: readonly Event[],
  coded: readonly CodedReport[],
  asOf: Day,
): Map<string, (Span & { readonly reportId: string })[]> {
  const references = referencesInOrder(coded, asOf);
  if (references.length === 0) return new Map();
  const byId = new Map(claimsInOrder(coded, asOf).map((told) => [told.claim.id, told]));
  const index = new Map<number, Known[]>();
  for (const event of events) {
    const known = knownOf(event, byId);
    for (const stretch of stretchesOf(known.window)) listOf(index, stretch).push(known);
  }
  const found = new Map<string, (Span & { readonly reportId: string })[]>();
  for (const referring of references) {
    const meant = findMeant(index, referring);
    if (meant === null) continue;
    const { trigger, reportId } = referring.reference;
    listOf(found, meant.event.id).push({ ...trigger, reportId });
  }
  return found;
}

function listOf<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

function referencesInOrder(coded: readonly CodedReport[], asOf: Day): Referring[] {
  return coded
    .filter(({ report }) => report.publishedOn <= asOf)
    .flatMap(({ report, references = [] }) => references.map((reference) => ({ reference, report })))
    .sort(
      (a, b) =>
        compare(a.report.publishedOn, b.report.publishedOn) ||
        compare(a.report.id, b.report.id) ||
        a.reference.trigger.start - b.reference.trigger.start,
    );
}

/** Days that an undated act may lie before the report that first tells of it. */
const NEWS = 2;

function knownOf(event: Event, byId: ReadonlyMap<string, Told>): Known {
  const told = event.claims.map((id) => byId.get(id)!);
  const claims = told.map(({ claim }) => claim);
  const parties = claims.flatMap(partiesOf);
  const dates = told.find(({ claim }) => claim.when === event.when) ?? told[0]!;
  return {
    event,
    claims,
    firstTold: told[0]!.report.publishedOn,
    reports: new Set(told.map(({ report }) => report.id)),
    countries: countriesOf(parties),
    doers: countriesOf(claims.flatMap(({ actors }) => actors)),
    people: peopleAmong(parties),
    window: windowOf({ status: dates.claim.status, when: event.when }, dates.report.publishedOn, NEWS),
    stems: new Set(told.flatMap(({ claim, report }) => stemsIn(report.text, claim.trigger))),
    words: new Set(told.flatMap(({ claim, report }) => [...wordsBeside(claim, report.text)])),
  };
}

function peopleAmong(actors: readonly ClaimActor[]): Set<string> {
  return new Set(actors.flatMap(({ kind, id }) => (kind === 'person' ? id : [])));
}

/** Stems of the clause beside those of the word itself and of the parties. */
function wordsBeside(
  told: Pick<Claim, 'span' | 'trigger' | 'actors' | 'recipients'>,
  text: string,
): Set<string> {
  const own = new Set(
    [told.trigger, ...partiesOf(told).map(({ span }) => span)].flatMap((span) => stemsIn(text, span)),
  );
  return new Set(stemsIn(text, told.span).filter((stem) => !own.has(stem)));
}

/** Days that are listed together. */
const STRETCH = 16;
/** Of an event that may have been at any time in years no more stretches are listed, the last ones. */
const MOST_STRETCHES = 12;

function* stretchesOf({ from, to }: Window): Iterable<number> {
  const last = Math.floor(dayNumber(to) / STRETCH);
  const first = Math.floor(dayNumber(from) / STRETCH);
  for (let at = Math.max(first, last - MOST_STRETCHES + 1); at <= last; at++) yield at;
}

/** How an event fits a reference: the more points, the better; `sure` where it is singled out among others. */
interface Fit {
  readonly known: Known;
  readonly points: number;
  readonly sure: boolean;
}

function findMeant(index: ReadonlyMap<number, readonly Known[]>, referring: Referring): Known | null {
  const window = reachOf(referring);
  const words = wordsBeside(referring.reference, referring.report.text);
  const near = new Set([...stretchesOf(window)].flatMap((stretch) => index.get(stretch) ?? []));
  const fits = [...near].flatMap((known) => fitOf(known, referring, words, window) ?? []);
  const [best, second] = fits.sort((a, b) => b.points - a.points);
  if (best === undefined || best.points === second?.points) return null;
  return best.sure || second === undefined ? best.known : null;
}

/** Days after an event within which a word that takes it as known may mean it, at the least. */
const LEAST = 14;
/** Blow follows blow: "the attack" is that of these days. */
const BLOWS = 3;

/** The days on which what is referred to may have been, or may be to come. */
function reachOf({ reference, report: { publishedOn } }: Referring): Window {
  const { type } = reference;
  const memory =
    type === 'ASSAULT'
      ? BLOWS
      : Math.max(LEAST, type === 'CONSULT' ? REMEMBERED[kindOf(reference) ?? 'encounter'] : memoryOf(type!));
  const window = windowOf(reference, publishedOn, memory);
  return window.dated
    ? { ...window, from: addDays(window.from, -1), to: addDays(window.to, 1) }
    : { ...window, from: addDays(publishedOn, -memory), to: addDays(publishedOn, memory) };
}

function fitOf(
  known: Known,
  { reference, report }: Referring,
  words: ReadonlySet<string>,
  window: Window,
): Fit | null {
  if (known.firstTold > report.publishedOn || !meets(known.window, window)) return null;
  const isHere = known.reports.has(report.id);
  const sides = countriesOf(partiesOf(reference));
  if (countCommon(sides, known.countries) < (isHere ? Math.min(2, sides.size) : 2)) return null;
  // Where nobody's part is told, all are actors.
  const doers = reference.recipients.length === 0 ? sides : countriesOf(reference.actors);
  if (!MUTUAL.has(reference.type) && doers.size > 0 && countCommon(doers, known.doers) === 0) return null;
  const people = peopleAmong(partiesOf(reference));
  const shared = countCommon(people, known.people);
  if (reference.type === 'CONSULT' && shared === 0 && people.size > 0 && known.people.size > 0) return null;
  if (!isOfType(known, reference, isHere)) return null;
  const isWord = stemsIn(report.text, reference.trigger).some((stem) => known.stems.has(stem));
  if (!isHere && (isHypothetical(reference) || isUnsure(known) || !(isWord || isAlike(known, reference))))
    return null;
  const common = countCommon(words, known.words);
  const apart = Math.abs(daysBetween(known.window.to, report.publishedOn));
  return {
    known,
    points: 200 * Number(isHere) + 40 * (common + shared) + 30 * Number(isWord) + 20 / (1 + apart),
    sure: isHere || common > 0 || shared > 1 || window.sure,
  };
}

/** Types of which each side does its part. */
const MUTUAL: ReadonlySet<EventType | null> = new Set<EventType>([
  'AGREE',
  'CONSULT',
  'COOPERATE',
  'SUPPORT',
]);

/** What is agreed on is signed: "the treaty", "the accord". */
const ACCORDS: ReadonlySet<EventType | null> = new Set<EventType>(['AGREE', 'SUPPORT']);
const ACCORD = /^(?:agree?|deal|accord|treat|pact|sign|signat|declar|initia|memora)$/;

function isOfType({ event, claims }: Known, reference: Reference, isHere: boolean): boolean {
  const { type } = reference;
  if ('kind' in event) {
    if (type !== 'CONSULT') return false;
    const kind = kindOf(reference);
    // "They spoke on Thursday": the conversation may be a call.
    if (
      kind === event.kind ||
      event.kind === 'encounter' ||
      (isHere && kind === 'talks' && event.kind === 'call')
    )
      return true;
    return isAtTable(kind) && isAtTable(event.kind);
  }
  if (ACCORDS.has(type) && claims.some(({ mode }) => mode === 'sign')) return true;
  return claims.some(
    (claim) => claim.type === type || claim.alternatives?.some((choice) => choice.type === type),
  );
}

function isAtTable(kind: EncounterKind | null): boolean {
  return kind !== 'visit' && kind !== 'call';
}

/** Modes of very different acts: a boycott and a tariff. */
const BROAD: ReadonlySet<string> = new Set(['discontinue', 'restrict']);

/** Where another word speaks of it: an encounter of the kind, an accord, an act of the same mode. */
function isAlike({ event, claims, stems }: Known, reference: Reference): boolean {
  const { type, mode } = reference;
  if ('kind' in event) return kindOf(reference) === event.kind;
  if (ACCORDS.has(type)) return [...stems].some((stem) => ACCORD.test(stem));
  if (mode === undefined || type === 'ASSAULT' || BROAD.has(mode)) return false;
  return claims.some((claim) => claim.type === type && claim.mode === mode);
}

/** "If the talks fail", "wants the visit": may as well mean one that nobody has told of. */
function isHypothetical({ status }: Reference): boolean {
  return status === 'conditional' || status === 'possible' || status === 'wanted';
}

/** What was only possible or wanted is not known, nor what was planned for nobody knows when. */
function isUnsure({ event, window }: Known): boolean {
  const state = 'kind' in event ? event.state : event.status;
  return (
    /^(?:possible|proposed|wanted|conditional|expected)$/.test(state) ||
    (state === 'planned' && !window.dated)
  );
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const one of a) if (b.has(one)) common++;
  return common;
}
