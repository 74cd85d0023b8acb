import type { Claim, ClaimActor, EventType } from '../claims/claim.ts';
import type { Span } from '../report.ts';
import { isOpen, partiesOf, type Told } from './coded.ts';
import { compareSharpness, type Window, windowOf } from './window.ts';

/** One claim's word on an act, with what tells it from others. */
export interface Deed extends Told {
  /** Country, else body of states, else the actor itself. */
  readonly by: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly window: Window;
  /** Planned, wanted, possible or feared rather than done. */
  readonly ahead: boolean;
  /** Stem of the word that carries the act. */
  readonly verb: string;
  /** Stems of the clause, without that one, names of parties and words that tell nothing. */
  readonly words: ReadonlySet<string>;
}

/** Days that an undated past act may lie before the report that tells of it. */
const NEWS = 2;

/**
 * Days within which a later mention without a date still means the last act of the kind: what was seized, signed or
 * imposed is spoken of for weeks, while the next word or blow may come any day.
 */
const REMEMBERED: Readonly<Partial<Record<EventType, number>>> = {
  AGREE: 30,
  SANCTION: 30,
  COERCE: 30,
  RETREAT: 30,
  COOPERATE: 14,
  AID: 14,
  CONCEDE: 14,
  MOBILIZE: 14,
  PROTEST: 14,
  ASSAULT: 7,
};

/** Days that a mention without a date may lie after the act. */
export function memoryOf(type: EventType): number {
  return REMEMBERED[type] ?? NEWS;
}

/** What a claim says of an act; null where it is of no type. */
export function deedOf(told: Told): Deed | null {
  const { claim, report } = told;
  if (claim.kind !== 'event' || claim.type === null) return null;
  const parties = partiesOf(claim);
  const [verb = ''] = stemsIn(report.text, claim.trigger);
  const named = new Set(parties.flatMap(({ span }) => stemsIn(report.text, span)));
  return {
    ...told,
    by: sidesOf(claim.actors),
    to: sidesOf(claim.recipients),
    people: new Set(parties.flatMap(({ kind, id }) => (kind === 'person' ? id : []))),
    window: windowOf(claim, report.publishedOn, NEWS),
    ahead: isOpen(claim) || claim.mood !== undefined,
    verb,
    words: new Set(stemsIn(report.text, claim.span).filter((word) => word !== verb && !named.has(word))),
  };
}

/** An act in the making: what the reports have told of it so far, in order. */
export interface ActDraft {
  readonly ordinal: number;
  readonly deeds: Deed[];
  /** The rule by which each claim but the first joined. */
  readonly rules: string[];
  readonly reports: Set<string>;
  /** The claim whose days count. */
  dates: Deed;
  done: boolean;
}

export function beginAct(deed: Deed, ordinal: number): ActDraft {
  return {
    ordinal,
    deeds: [deed],
    rules: [],
    reports: new Set([deed.report.id]),
    dates: deed,
    done: !deed.ahead,
  };
}

/** Adds a claim of the same act; of what came about the days count on which it did, else the sharpest. */
export function extendAct(act: ActDraft, deed: Deed, rule: string): void {
  act.deeds.push(deed);
  act.rules.push(rule);
  act.reports.add(deed.report.id);
  const came = !act.done && !deed.ahead;
  if (came || (act.done !== deed.ahead && compareSharpness(deed.window, act.dates.window) > 0))
    act.dates = deed;
  if (came) act.done = true;
}

export function isDone({ status, polarity, mood }: Claim): boolean {
  return status === 'happened' && polarity === 'positive' && mood === undefined;
}

function sidesOf(actors: readonly ClaimActor[]): Set<string> {
  return new Set(actors.map(({ country, organisation, id }) => country ?? organisation ?? id));
}

/** Characters and words of a clause looked at; a longer one says no more. */
const MOST_CHARACTERS = 1000;
const MOST_WORDS = 60;

/** Stems of the words of four letters or more; numbers stay as they are. */
function stemsIn(text: string, { start, end }: Span): string[] {
  const clause = text.slice(start, Math.min(end, start + MOST_CHARACTERS)).toLowerCase();
  const words = clause.match(/\p{L}{4,}|\p{N}+/gu) ?? [];
  return words.slice(0, MOST_WORDS).flatMap((word) => (STOP.has(word) ? [] : stemOf(word)));
}

const STOP: ReadonlySet<string> = new Set(
  (
    'that this with from have been were will would could should their they them which what when while after before ' +
    'over under between against about into than then there where said says also more most some such only other ' +
    'monday tuesday wednesday thursday friday saturday sunday today yesterday'
  ).split(' '),
);

/** A word without its ending; rough, and enough to see that "arrested" and "arrest" are one. */
function stemOf(word: string): string {
  const stem = word.replace(/(?:ations?|ments?|ings?|ions?|ers?|ies|ed|es|s|e|y)$/, '');
  return stem.length >= 4 ? stem.slice(0, 6) : word;
}
