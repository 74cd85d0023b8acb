import isoCountries from 'i18n-iso-countries';
import type { ActorDirectory, State } from '../actors/directory.ts';
import { readWords } from '../actors/words.ts';

/** Changes that still count as a slip of the finger. */
const MOST_SLIPS = 2;

/** Words for which the directory knows no state; the message names the nearest. */
export class NoSuchCountry extends Error {}

/**
 * The state that somebody at a keyboard means by a name, an adjective or a code, in any case: "China", "chinese",
 * "CHN", "cn". Throws `NoSuchCountry`.
 */
export function findCountry(written: string, directory: ActorDirectory): string {
  const code = written.trim().toUpperCase();
  if (directory.states.has(code)) return code;
  const named = findByWords(written, directory);
  if (named !== null) return named;
  const alpha3 = code.length === 2 ? isoCountries.alpha2ToAlpha3(code) : undefined;
  if (alpha3 !== undefined && directory.states.has(alpha3)) return alpha3;
  const near = nearest(written, [...directory.states.values()]);
  const hint =
    near.length === 0
      ? 'write a name, an adjective or a code, as in China, Chinese, CHN'
      : `did you mean ${near.join(' or ')}?`;
  throw new NoSuchCountry(`there is no country "${written}"; ${hint}`);
}

export function nameOfCountry(code: string, directory: ActorDirectory): string {
  return directory.states.get(code)?.name ?? code;
}

/** As the directory lists them, but without asking for capitals, which people do not type. */
function findByWords(written: string, { phrases }: ActorDirectory): string | null {
  const { keys } = readWords(written, [{ start: 0, end: written.length }]);
  let node: typeof phrases | undefined = phrases;
  for (const key of keys[0] === 'the' ? keys.slice(1) : keys) node = node?.next.get(key);
  for (const { entry } of node?.entries ?? []) {
    if (entry.kind === 'state' && entry.form !== 'capital') return entry.state.code;
  }
  return null;
}

function nearest(written: string, states: readonly State[]): string[] {
  const wanted = written.trim().toLowerCase();
  return states
    .map(({ code, name, adjective }) => {
      const slips = [code, name, adjective].map((word) => slipsBetween(wanted, word.toLowerCase()));
      return { name, slips: Math.min(...slips) };
    })
    .filter(({ slips }) => slips <= Math.min(MOST_SLIPS, wanted.length - 2))
    .sort((a, b) => a.slips - b.slips)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** Letters added, left out or changed between two words (Levenshtein). */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_SLIPS) return MOST_SLIPS + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
