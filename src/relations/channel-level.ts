import type { Claim, ClaimActor } from '../claims/claim.ts';
import { countriesOf, type Guide, partiesOf } from './coded.ts';
import type { ChannelLevel } from './dyad.ts';

const LEADERS = new Set([
  'president',
  'prime-minister',
  'monarch',
  'crown-prince',
  'supreme-leader',
  'military-ruler',
  'party-chief',
  'cmc-chair',
]);
const ECONOMY = new Set([
  'finance-minister',
  'commerce-minister',
  'economy-minister',
  'trade-representative',
  'treasury-under-secretary',
  'vice-premier',
  'fed-chair',
  'central-bank-governor',
]);

/** Types of acts that open, use, ask for or close a line. */
const OF_LINES: ReadonlySet<string> = new Set(['CONSULT', 'REJECT', 'REQUEST', 'AGREE']);

/** Ways of REJECT and AGREE that are about meeting rather than about a demand. */
const ABOUT_MEETING = new Set(['meet', 'suspend', 'break-off', 'resume', 'call-off', 'postpone']);

/** Issues of trade in things: "cut trade ties" cuts no diplomatic ones. */
const IN_THINGS = new Set(['trade', 'energy', 'sanctions', 'tariffs', 'investment', 'oil', 'gas']);

/** Breaking diplomatic relations closes the line between foreign ministries, closing or emptying an embassy that between missions. */
function cutLine(
  { mode, issues, recipients }: Claim,
  sides: readonly string[] | undefined,
): ChannelLevel | null {
  // Two that break with a third do not break with one another.
  const struck = [...countriesOf(recipients)];
  if (sides !== undefined && struck.length > 0 && !struck.some((country) => sides.includes(country)))
    return null;
  if (issues.includes('consulates') && /^(withdraw|expel|discontinue)$/.test(mode ?? ''))
    return 'working-level';
  const isDiplomatic = issues.includes('relations-general') && !issues.some((issue) => IN_THINGS.has(issue));
  return mode === 'discontinue' && isDiplomatic ? 'foreign-ministers' : null;
}

/**
 * The level at which a claim's parties speak to one another: by what is at issue where that names a line, else
 * by the offices held that day. Null where it speaks of no line between two countries. `sides` leaves out the
 * offices of third parties.
 */
export function levelOf(claim: Claim, guide: Guide, sides?: readonly string[]): ChannelLevel | null {
  const { type, mode, kind, issues, status } = claim;
  if (kind === 'event' && type === 'SANCTION') return cutLine(claim, sides);
  const isAim = type === null && status === 'wanted';
  if (kind !== 'event' || !(isAim || (type !== null && OF_LINES.has(type)))) return null;
  for (const issue of issues) {
    const level = guide.issues.get(issue)?.level ?? null;
    if (level !== null) return level as ChannelLevel;
  }
  if (type !== 'CONSULT' && !ABOUT_MEETING.has(mode ?? '')) return null;
  const all = partiesOf(claim);
  const parties =
    sides === undefined ? all : all.filter(({ country }) => country !== null && sides.includes(country));
  if (countriesOf(parties).size < 2) return null;
  // Twenty heads of state at one table are no line between two of them.
  if (mode === 'multilateral' && countriesOf(all).size > 2) return null;
  const level = byOffice(parties, claim);
  // What two states open, keep or cut as a channel, with no word of who speaks, is the one between their ministries.
  const isLine = mode === 'contact' || type !== 'CONSULT';
  return level ?? (isLine && issues.includes('channels') ? 'foreign-ministers' : null);
}

function byOffice(parties: readonly ClaimActor[], { mode, contexts }: Claim): ChannelLevel | null {
  const holds = (offices: ReadonlySet<string>) => parties.filter((party) => offices.has(officeOf(party)));
  if (countriesOf(holds(LEADERS)).size >= 2) return 'leaders';
  if (parties.some((party) => officeOf(party) === 'foreign-minister')) return 'foreign-ministers';
  if (parties.some((party) => officeOf(party) === 'defence-minister')) return 'defence-ministers';
  if (parties.some(({ sector }) => sector === 'MIL')) return 'military';
  if (mode === 'summit' && !parties.some(isNamed)) return 'leaders';
  if (holds(ECONOMY).length > 0) return 'economic';
  if (parties.some(isNamed)) return null;
  if (contexts.includes('economic') && (mode === 'talks' || mode === 'meet')) return 'economic';
  return countriesOf(parties.filter(({ kind }) => kind === 'group')).size >= 2 ? 'working-level' : null;
}

/** Of a person, the office held that day; of an office without a holder, its own id (`CHN/commerce-minister`). */
function officeOf({ kind, id, office }: ClaimActor): string {
  return kind === 'office' ? id.slice(id.indexOf('/') + 1) : (office ?? '');
}

function isNamed({ kind }: ClaimActor): boolean {
  return kind === 'person' || kind === 'office';
}
