import type { Attribution, Claim, ClaimActor } from '../../claims/claim.ts';
import type { Channel, ChannelLevel, EncounterState, Expectation } from '../../relations/dyad.ts';
import type { When } from '../../time/when.ts';
import { safeText } from './safe-text.ts';

/** Marks are a family, never the whole message: the exact word always stands beside them. */
const SOLID = '●';
const HOLLOW = '○';
const DOTTED = '◌';
const STRUCK = '⊘';

/** Solid: it is so; hollow: announced; dotted: possible, expected, wanted; struck: denied or refused. */
export function claimMark({ status, polarity }: Claim): string {
  if (polarity === 'negative') return STRUCK;
  if (status === 'happened' || status === 'ongoing') return SOLID;
  return status === 'planned' ? HOLLOW : DOTTED;
}

export function claimStatus({ status, polarity }: Claim): string {
  return polarity === 'negative' ? `not ${status}` : status;
}

const ENCOUNTER_MARK: Readonly<Record<EncounterState, string>> = {
  possible: DOTTED,
  proposed: DOTTED,
  planned: HOLLOW,
  'awaiting-report': HOLLOW,
  'under-way': SOLID,
  held: SOLID,
  postponed: STRUCK,
  'called-off': STRUCK,
  refused: STRUCK,
  'broken-off': STRUCK,
  suspended: STRUCK,
};

export function encounterMark(state: EncounterState): string {
  return ENCOUNTER_MARK[state];
}

/** A line that is whole, broken, parted or only dots. */
export const CHANNEL_MARK: Readonly<Record<Channel['state'], string>> = {
  open: '───',
  restricted: '─ ─',
  suspended: '┤ ├',
  unknown: '···',
};

export const LEVEL_WORDS: Readonly<Record<ChannelLevel, string>> = {
  leaders: 'leaders',
  'foreign-ministers': 'foreign ministers',
  'defence-ministers': 'defence ministers',
  military: 'military',
  economic: 'economic',
  'crisis-line': 'crisis line',
  'working-level': 'working level',
};

export const OUTCOME_MARK: Readonly<Record<Expectation['outcome'], string>> = {
  open: HOLLOW,
  'came-true': SOLID,
  'did-not': STRUCK,
  void: DOTTED,
};

export const STANCE_WORDS: Readonly<Record<Expectation['stance'], string>> = {
  planned: 'planned',
  expected: 'expected',
  'expected-not': 'not expected',
  possible: 'possible',
  wanted: 'wanted',
  feared: 'feared',
  hoped: 'hoped for',
  conditional: 'on a condition',
};

/**
 * Days in the fewest figures: `2023-06-18`, `2023-06-18 to 19`, `2023-06`, `2023`, `from 2023-06-16`,
 * `by 2023-06-16`, `no date`.
 */
export function whenWords({ beginMin, beginMax, endMin, endMax }: When): string {
  const first = beginMin;
  const last = endMax ?? endMin;
  if (first !== null && last !== null) return rangeWords(first, last);
  if (first !== null) return `from ${first}`;
  if (last !== null) return `by ${last}`;
  return beginMax === null ? 'no date' : `by ${beginMax}`;
}

function rangeWords(first: string, last: string): string {
  if (first === last) return first;
  const month = first.slice(0, 7) === last.slice(0, 7);
  const year = first.slice(0, 4) === last.slice(0, 4);
  if (year && first.endsWith('-01-01') && last.endsWith('-12-31')) return first.slice(0, 4);
  if (month && first.endsWith('-01') && Number(last.slice(8)) >= 28 && nextDayIsFirst(last))
    return first.slice(0, 7);
  return `${first} to ${month ? last.slice(8) : year ? last.slice(5) : last}`;
}

function nextDayIsFirst(day: string): boolean {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;
}

/** `Antony Blinken (USA), China`: the country is added where the name does not tell it. */
export function actorWords(actors: readonly ClaimActor[]): string {
  return actors
    .map(({ id, name, country }) =>
      safeText(country === null || id === country ? name : `${name} (${country})`),
    )
    .join(', ');
}

/** Who does it and to whom: `Antony Blinken (USA) → China`; without recipient the parties alone. */
export function partiesWords({ actors, recipients }: Claim): string {
  const left = actors.length === 0 ? 'nobody named' : actorWords(actors);
  return recipients.length === 0 ? left : `${left} → ${actorWords(recipients)}`;
}

/** Who says so, in the report's words where it names somebody. */
export function sourceWords({ kind, asWritten, actor }: Attribution): string {
  if (kind === 'narrator') return 'the report itself';
  const words = kind.replaceAll('-', ' ');
  const name = PRONOUN.test(asWritten ?? '') ? actor?.name : asWritten;
  return name == null ? words : `${safeText(name)} (${words})`;
}

/** A source that only points to somebody: "he", "who". */
const PRONOUN = /^(?:he|she|it|they|who|which|that|we|one)$/i;
