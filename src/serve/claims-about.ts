import type { Knowledge } from '../knowledge.ts';
import type { Dyad } from '../relations/dyad.ts';
import { balanceOf } from './dyad-page.ts';

/** Which claims of a picture are asked for; the first that is given counts. */
export interface About {
  readonly issue?: string;
  readonly encounter?: string;
  readonly channel?: string;
  readonly outcome?: string;
  readonly voice?: string;
  readonly acts?: string;
  readonly assessments?: string;
  /** Bounds of `acts`, as days. */
  readonly since?: string;
  readonly until?: string;
}

/** The names of all of them, as the address of a question has them. */
export const ABOUT: readonly (keyof About)[] = [
  'issue',
  'encounter',
  'channel',
  'outcome',
  'voice',
  'acts',
  'assessments',
  'since',
  'until',
];

export interface Selection {
  /** What they are, in words that follow "Claims". */
  readonly about: string;
  readonly claims: readonly string[];
}

/** The claims that stand behind one figure of a picture; null where the picture has no such thing. */
export function claimsAbout(dyad: Dyad, about: About, first: string, { guide }: Knowledge): Selection | null {
  const { issue, encounter, channel, outcome, voice, acts, assessments } = about;
  if (issue !== undefined) {
    const found = dyad.issues.find(({ id }) => id === issue);
    return found === undefined
      ? null
      : { about: `on ${guide.issues.get(issue)?.label ?? issue}`, claims: found.claims };
  }
  if (encounter !== undefined) {
    const found = dyad.encounters.find(({ id }) => id === encounter);
    return found === undefined ? null : { about: `on one ${found.kind}`, claims: found.claims };
  }
  if (channel !== undefined) {
    const found = dyad.channels.find(({ level }) => level === channel);
    return found === undefined
      ? null
      : { about: `on the line of ${channel.replaceAll('-', ' ')}`, claims: found.claims };
  }
  if (outcome !== undefined) {
    const found = dyad.expectations.filter((expectation) => expectation.outcome === outcome);
    return {
      about: `on the future: ${outcome.replaceAll('-', ' ')}`,
      claims: found.map(({ claim }) => claim),
    };
  }
  if (voice !== undefined) return voiceOf(dyad, voice, first);
  if (acts !== undefined) {
    const balance = balanceOf(dyad, about.since ?? '0001-01-01', about.until ?? dyad.asOf);
    if (acts !== 'cooperative' && acts !== 'conflictual') return null;
    return { about: `of ${acts} acts that happened`, claims: balance[acts] };
  }
  if (assessments !== undefined)
    return { about: 'on how the two stand', claims: [...dyad.assessments].reverse() };
  return { about: 'on the two', claims: dyad.claims };
}

function voiceOf({ voices, sides }: Dyad, name: string, first: string): Selection | null {
  const inOrder = sides[0] === first;
  const [of, about] =
    name === 'first'
      ? [inOrder ? voices.sideA : voices.sideB, 'by the first side']
      : name === 'second'
        ? [inOrder ? voices.sideB : voices.sideA, 'by the second side']
        : name === 'third-parties'
          ? [voices.thirdParties, 'by third parties']
          : name === 'narrators'
            ? [voices.narrators, 'by the reports themselves']
            : [null, ''];
  return of === null ? null : { about, claims: of };
}
