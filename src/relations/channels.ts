import type { Claim, ClaimActor } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import {
  type CodedReport,
  claimsInOrder,
  compare,
  countriesOf,
  type Guide,
  isOpen,
  partiesOf,
  type Told,
} from './coded.ts';
import type { Channel, ChannelLevel } from './dyad.ts';

const LEVELS: readonly ChannelLevel[] = [
  'leaders',
  'foreign-ministers',
  'defence-ministers',
  'military',
  'economic',
  'crisis-line',
  'working-level',
];

const LEADERS = new Set(
  'president prime-minister premier chancellor monarch political-leader military-ruler general-secretary'.split(
    ' ',
  ),
);
const ECONOMY = new Set(
  'finance-minister treasury-secretary commerce-minister trade-minister trade-representative vice-premier central-bank-governor'.split(
    ' ',
  ),
);

interface Line {
  state: Channel['state'];
  lastUsedOn: Day | null;
  readonly soughtBy: Set<string>;
  readonly refusedBy: Set<string>;
  readonly claims: string[];
}

/**
 * The lines of communication that the claims speak of, by level. Use opens a line; a refusal restricts it until
 * it is used; what was suspended stays so until it is used or resumed. A line that is only planned, possible or
 * sought is `unknown`: never the same as closed.
 */
export function findChannels(coded: readonly CodedReport[], asOf: Day, guide: Guide): Channel[] {
  const lines = new Map<ChannelLevel, Line>();
  for (const told of claimsInOrder(coded, asOf)) {
    const level = levelOf(told.claim, guide);
    if (level === null) continue;
    const line = lines.get(level) ?? {
      state: 'unknown',
      lastUsedOn: null,
      soughtBy: new Set(),
      refusedBy: new Set(),
      claims: [],
    };
    if (tell(line, told)) lines.set(level, line);
  }
  return LEVELS.flatMap((level) => {
    const line = lines.get(level);
    if (line === undefined) return [];
    const { state, lastUsedOn, claims } = line;
    return [
      {
        level,
        state,
        soughtBy: sorted(line.soughtBy),
        refusedBy: sorted(line.refusedBy),
        lastUsedOn,
        claims,
      },
    ];
  });
}

/** Adds what one claim says of a line; false where it says nothing of its state. */
function tell(line: Line, { claim, report }: Told): boolean {
  const { type, mode, status, polarity } = claim;
  const done = !isOpen(claim) && polarity === 'positive';
  if (type === 'CONSULT' && done) {
    use(line, claim.when.endMax ?? report.publishedOn);
  } else if (type === 'AGREE' && done && mode === 'resume') {
    line.state = 'open';
    line.refusedBy.clear();
  } else if (type === 'REJECT' && done && mode === 'suspend') {
    line.state = 'suspended';
    refuse(line, claim);
  } else if (type === 'REJECT' && done) {
    if (line.state !== 'suspended' && line.lastUsedOn === null) line.state = 'restricted';
    refuse(line, claim);
  } else if ((type === 'REQUEST' && done) || status === 'wanted') {
    const seekers = countriesOf(claim.actors);
    if (seekers.size === 1) for (const country of seekers) line.soughtBy.add(country);
  } else if (type !== 'CONSULT' || polarity === 'negative') {
    return false;
  }
  line.claims.push(claim.id);
  return true;
}

/** Only a refusal by one side is that side's: "talks were cancelled" does not say whose doing it was. */
function refuse(line: Line, claim: Claim): void {
  const countries = countriesOf(claim.actors);
  if (countries.size === 1) for (const country of countries) line.refusedBy.add(country);
}

function use(line: Line, on: Day): void {
  line.state = 'open';
  line.refusedBy.clear();
  if (line.lastUsedOn === null || line.lastUsedOn < on) line.lastUsedOn = on;
}

/** The level at which a claim's parties speak to one another, by their offices and by what is at issue. */
function levelOf(claim: Claim, guide: Guide): ChannelLevel | null {
  if (claim.kind !== 'event' || !/^(CONSULT|REJECT|REQUEST|AGREE)$/.test(claim.type ?? '')) return null;
  for (const issue of claim.issues) {
    const level = guide.issues.get(issue)?.level;
    if (level !== null && level !== undefined) return level as ChannelLevel;
  }
  const parties = partiesOf(claim);
  if (
    claim.type !== 'CONSULT' &&
    claim.mode !== 'meet' &&
    claim.mode !== 'suspend' &&
    claim.mode !== 'resume'
  )
    return null;
  if (countriesOf(parties).size < 2) return null;
  if (bothSides(parties, ({ office }) => office !== undefined && LEADERS.has(office))) return 'leaders';
  if (parties.some(({ office }) => office === 'foreign-minister')) return 'foreign-ministers';
  if (parties.some(({ office }) => office === 'defence-minister')) return 'defence-ministers';
  if (parties.some(({ sector }) => sector === 'MIL')) return 'military';
  if (parties.some(({ office }) => office !== undefined && ECONOMY.has(office))) return 'economic';
  if (claim.mode === 'talks' && parties.every(({ office }) => office === undefined)) return 'working-level';
  return null;
}

function bothSides(parties: readonly ClaimActor[], test: (party: ClaimActor) => boolean): boolean {
  return countriesOf(parties.filter(test)).size >= 2;
}

function sorted(countries: ReadonlySet<string>): string[] {
  return [...countries].sort(compare);
}
