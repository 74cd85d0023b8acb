import type { Reader } from './reader.ts';
import { isVerb } from './story.ts';
import { SPACE } from './words.ts';

/** Words after which a title says what somebody is to be, not who. */
const BECOMING = new Set(
  (
    'become becomes became becoming be been being elect elects elected electing name named names appoint appointed appoints ' +
    'nominate nominated nominates candidate candidates bid nominee'
  ).split(' '),
);

const NEXT_IN_OFFICE = new Set('new next interim acting future'.split(' '));

/** "nominated to be President of the World Bank", "elect a new president": the office, not its holder. */
export function isSought({ words }: Reader, from: number, to: number): boolean {
  let at = from - 1;
  for (let steps = 0; steps < 4 && at >= 0 && words.gaps[at + 1] === SPACE; steps++, at--) {
    const key = words.keys[at]!;
    // "as the German president said" is the one who holds it.
    if (key === 'as') return !isVerb(words.keys[to] ?? '') && !/^[a-z]{3,}ed$/.test(words.keys[to] ?? '');
    if (BECOMING.has(key)) return true;
    if (!NEXT_IN_OFFICE.has(key) && !/^(?:the|a|an|its|their|his|her|for|to|of)$/.test(key)) return false;
  }
  return false;
}
