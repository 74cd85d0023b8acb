import { addDays } from '../src/day.ts';
import { countriesOf } from '../src/relations/coded.ts';
import type { Encounter } from '../src/relations/dyad.ts';
import type { Row } from '../src/table.ts';

/** An encounter that a release says is to come, and what a later release says of it. */
export interface Announcement {
  readonly announced: string;
  readonly announcedOn: string;
  readonly kind: string;
  readonly with: readonly string[];
  /** EDTF; null where no date was given. */
  readonly due: string | null;
  readonly outcome: string;
  readonly reported: string | null;
  readonly heldOn: string | null;
}

/** `not found`: no encounter of the program is told as one to come by the release that announces it. */
export type Verdict = 'joined' | 'wrongly joined' | 'left open' | 'not found';

export function readAnnouncement(row: Row): Announcement {
  const some = (column: string): string | null => (row[column] === '' ? null : (row[column] ?? null));
  return {
    announced: row['announced_url']!,
    announcedOn: row['announced_on']!,
    kind: row['kind']!,
    with: some('with')?.split(';') ?? [],
    due: some('due'),
    outcome: row['outcome']!,
    reported: some('outcome_url'),
    heldOn: some('held_on'),
  };
}

const HELD: ReadonlySet<string> = new Set(['held', 'under-way', 'broken-off']);

/**
 * Among the encounters that a claim of the announcing release tells of, `joined` is one that a claim of the outcome
 * release tells of too, held on the day, one more or less. Where there is none, those that the release tells as to
 * come, on the days due, are looked at, of all states named and of the kind where there are such: `wrongly joined` if one
 * of them is held by another release.
 */
export function judge(
  row: Announcement,
  encounters: readonly Encounter[],
  urlOfClaim: ReadonlyMap<string, string>,
): Verdict {
  const isOf = (url: string | null) => (claim: string) => urlOfClaim.get(claim) === url;
  const own = encounters.filter(({ claims }) => claims.some(isOf(row.announced)));
  const isJoined = ({ claims, state, when }: Encounter) =>
    HELD.has(state) && claims.some(isOf(row.reported)) && meets(when, row.heldOn!, row.heldOn!);
  if (row.outcome === 'held' && own.some(isJoined)) return 'joined';
  const toCome = own.filter((encounter) => isToCome(row, encounter, isOf(row.announced)));
  const ahead = narrow(
    narrow(toCome, ({ participants }) => {
      const countries = countriesOf(participants);
      return row.with.every((country) => countries.has(country));
    }),
    (encounter) => kindOf(encounter) === kindOf(row),
  );
  if (ahead.length === 0) return 'not found';
  return ahead.some(({ state }) => HELD.has(state)) ? 'wrongly joined' : 'left open';
}

/** Those that fit, where any does. */
function narrow(all: readonly Encounter[], fits: (one: Encounter) => boolean): readonly Encounter[] {
  const fitting = all.filter(fits);
  return fitting.length > 0 ? fitting : all;
}

function kindOf({ kind }: { readonly kind: string }): string {
  return kind === 'visit' || kind === 'call' ? kind : 'meeting';
}

/** Whether the announcing release tells of it as to come, on days that can be those due. */
function isToCome(
  row: Announcement,
  { when, changes, claims }: Encounter,
  isOwn: (claim: string) => boolean,
): boolean {
  const told = claims.find(isOwn)!;
  const before = changes.filter(({ claim }) => claims.indexOf(claim) <= claims.indexOf(told)).at(-1);
  const isAhead = before !== undefined && !HELD.has(before.state);
  if (!isAhead || row.due === null) return isAhead;
  const [from, to] = boundsOf(row.due);
  return meets(when, from, to);
}

function meets({ beginMin, endMax }: Encounter['when'], from: string, to: string): boolean {
  return (
    (endMax === null || endMax >= addDays(from, -1)) && (beginMin === null || beginMin <= addDays(to, 1))
  );
}

/** First and last day of a day, month, year or interval. */
function boundsOf(edtf: string): [string, string] {
  const [from = '', to = from] = edtf.split('/');
  return [`${from}-01-01`.slice(0, 10), `${to}${'-12-31'.slice(to.length - 4)}`.slice(0, 10)];
}
