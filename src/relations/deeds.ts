import type { Claim, ClaimActor, EventType } from '../claims/claim.ts';
import { isKnown, namesIn, stemsIn } from './clause-words.ts';
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
  /** "The seizure", "its attack": spoken of as known, with no word beside it that tells which. */
  readonly isBare: boolean;
  /** Stem of the word that carries the act. */
  readonly verb: string;
  /** Stems of the clause, that one included, without names of parties and words that tell nothing. */
  readonly words: ReadonlySet<string>;
  /** Those of them that begin with a capital inside the clause: towns, ships, camps. */
  readonly names: ReadonlySet<string>;
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
};

/** Days that a mention without a date may lie after the act. */
export function memoryOf(type: EventType): number {
  return REMEMBERED[type] ?? NEWS;
}

/** Whether an act of a type is spoken of for longer than a few days. */
export function isRemembered(type: EventType): boolean {
  return type in REMEMBERED;
}

/** What a claim says of an act; null where it is of no type. */
export function deedOf(told: Told): Deed | null {
  const { claim, report } = told;
  if (claim.kind !== 'event' || claim.type === null) return null;
  const parties = partiesOf(claim);
  const { trigger } = claim;
  const [verb = ''] = stemsIn(report.text, trigger);
  const named = new Set(parties.flatMap(({ span }) => stemsIn(report.text, span)));
  const words = new Set(stemsIn(report.text, claim.span).filter((word) => !named.has(word)));
  return {
    ...told,
    by: sidesOf(claim.actors),
    to: sidesOf(claim.recipients),
    people: new Set(parties.flatMap(({ kind, id }) => (kind === 'person' ? id : []))),
    window: windowOf(claim, report.publishedOn, NEWS),
    ahead: isOpen(claim) || claim.mood !== undefined,
    verb,
    words,
    names: placesIn(claim, report.text, words),
    isBare: words.size <= 1 && isKnown(report.text, trigger),
  };
}

/** Names in a clause, and of the land acted on the town that stands for it: "struck Kyiv". */
function placesIn({ span, recipients }: Claim, text: string, words: ReadonlySet<string>): Set<string> {
  const towns = recipients
    .filter(({ kind }) => kind === 'state' || kind === 'government')
    .flatMap((land) =>
      stemsIn(text, land.span).filter((word) => !land.name.toLowerCase().startsWith(word.slice(0, 4))),
    );
  return new Set([...namesIn(text, span).filter((word) => words.has(word)), ...towns]);
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
