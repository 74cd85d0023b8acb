import type { Claim } from '../claims/claim.ts';
import type { Day } from '../report.ts';
import { levelOf } from './channel-level.ts';
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
import type { Channel, ChannelLevel, Encounter } from './dyad.ts';

const LEVELS: readonly ChannelLevel[] = [
  'leaders',
  'foreign-ministers',
  'defence-ministers',
  'military',
  'economic',
  'crisis-line',
  'working-level',
];

type Act = 'use' | 'resume' | 'suspend' | 'refuse' | 'seek' | 'speak';

/** What one claim says of a line, on the day on which it was so. */
interface Word {
  readonly act: Act;
  readonly on: Day;
  readonly by: readonly string[];
  readonly claim: string;
}

/**
 * The lines of communication that the claims speak of, by level. Use opens a line; a refusal restricts it until
 * it is used again; what was suspended stays so until it is used or resumed. Later days win, then later words.
 * A line that is only planned, possible or sought is `unknown`: never the same as closed.
 */
export function findChannels(
  coded: readonly CodedReport[],
  asOf: Day,
  guide: Guide,
  encounters: readonly Encounter[],
  sides?: readonly string[],
): Channel[] {
  const lives = new Map(encounters.flatMap((life) => life.claims.map((claim) => [claim, life] as const)));
  const words = new Map<ChannelLevel, Word[]>();
  for (const told of claimsInOrder(coded, asOf)) {
    const level = levelOf(told.claim, guide, sides);
    const word = level === null ? null : wordOf(told, lives.get(told.claim.id));
    if (level !== null && word !== null) words.set(level, [...(words.get(level) ?? []), word]);
  }
  return LEVELS.flatMap((level) => {
    const said = words.get(level);
    return said === undefined ? [] : [drawLine(level, said)];
  });
}

function wordOf({ claim, report }: Told, life: Encounter | undefined): Word | null {
  const act = actOf(claim, life);
  if (act === null) return null;
  const told = claim.when.endMax ?? report.publishedOn;
  const day = act === 'use' ? (life?.when.endMax ?? told) : told;
  const on = day > report.publishedOn ? report.publishedOn : day;
  return { act, on, by: act === 'seek' ? seekersOf(claim) : refusersOf(claim), claim: claim.id };
}

function actOf(claim: Claim, life: Encounter | undefined): Act | null {
  const { type, mode, status, polarity } = claim;
  const done = !isOpen(claim) && polarity === 'positive';
  if (polarity === 'negative') return type === 'CONSULT' && status === 'wanted' ? 'refuse' : null;
  if (status === 'wanted') return 'seek';
  if (type === 'CONSULT') return done && isUse(claim, life) ? 'use' : 'speak';
  if (!done) return type === 'SANCTION' ? null : 'speak';
  if (type === 'SANCTION') return mode === 'discontinue' ? 'suspend' : 'refuse';
  if (type === 'REQUEST') return 'seek';
  if (type === 'AGREE') return mode === 'resume' ? 'resume' : null;
  if (mode === 'postpone') return 'speak';
  return mode === 'suspend' || mode === 'break-off' ? 'suspend' : 'refuse';
}

/** It takes two; and "his trip", of a visit that was put off, is no use of a line. */
function isUse(claim: Claim, life: Encounter | undefined): boolean {
  if (countriesOf(partiesOf(claim)).size < 2) return false;
  return (
    life === undefined || life.state === 'held' || life.state === 'under-way' || life.state === 'broken-off'
  );
}

/** "Talks were cancelled", with both as actors, does not say whose doing it was. */
function refusersOf({ actors }: Claim): string[] {
  const countries = [...countriesOf(actors)];
  return countries.length === 1 ? countries : [];
}

/** Who seeks: the one side that acts; where both are to meet, the side that says it wants to. */
function seekersOf({ actors, recipients, source }: Claim): string[] {
  const seekers = [...countriesOf(actors)];
  if (seekers.length === 1 && (recipients.length > 0 || seekers[0] === source.actor?.country)) return seekers;
  const said = source.actor?.country ?? null;
  if (said !== null) return countriesOf([...actors, ...recipients]).has(said) ? [said] : [];
  return seekers.length === 1 ? seekers : [];
}

function drawLine(level: ChannelLevel, said: readonly Word[]): Channel {
  let state: Channel['state'] = 'unknown';
  let stateBy: string | null = null;
  let lastUse: Word | null = null;
  const soughtBy = new Set<string>();
  const refusedBy = new Set<string>();
  for (const word of [...said].sort((a, b) => compare(a.on, b.on))) {
    const { act, by, claim } = word;
    if (act === 'use' || act === 'resume') {
      state = 'open';
      stateBy = claim;
      refusedBy.clear();
    }
    if (act === 'use') {
      lastUse = word;
      soughtBy.clear();
    } else if (act === 'suspend' || act === 'refuse') {
      state = closedBy(act, state);
      stateBy = claim;
      for (const country of by) refusedBy.add(country);
    } else if (act === 'seek') {
      for (const country of by) soughtBy.add(country);
    }
  }
  return {
    level,
    state,
    soughtBy: [...soughtBy].sort(compare),
    refusedBy: [...refusedBy].sort(compare),
    lastUsedOn: lastUse?.on ?? null,
    lastUse: lastUse?.claim ?? null,
    stateBy,
    claims: said.map(({ claim }) => claim),
  };
}

/** One more refusal does not lift a suspension. */
function closedBy(act: Act, before: Channel['state']): Channel['state'] {
  return act === 'suspend' || before === 'suspended' ? 'suspended' : 'restricted';
}
