import { asidesAfter, isFiniteVerb, nominalOf } from './nominals.ts';
import { childrenBy, isUnder, lemmaOf, type Reading } from './reading.ts';
import { type Content, told } from './saying.ts';

/** "The deal, he says, is dead.", "The deal is dead, the groups said on Monday.": all but the words thrown in. */
export function aroundCue(reading: Reading, verb: number, source: number): Content | null {
  const { tokens } = reading;
  const own = [
    ...nominalOf(reading, source).filter((i) => Math.abs(i - verb) < 25),
    verb,
    ...childrenBy(reading, verb, 'aux', 'advmod').filter((i) => Math.abs(i - verb) < 4),
  ];
  const first = Math.min(...own);
  let last = Math.max(...own);
  if (last - first > 30 || tokens[first - 1]?.form !== ',' || reading.tokens[source]!.tag === 'WP')
    return null;
  if (takesObject(reading, verb)) return null;
  last = asidesAfter(reading, last);
  const next = tokens[last + 1]?.form ?? '.';
  if (!/^[,.;—–-]$/.test(next)) return null;
  const before = [...Array(first - 1).keys()];
  if (!before.some((i) => isFiniteVerb(reading, i) || /^VB/.test(tokens[i]!.tag)) && next !== ',')
    return null;
  if (isSubordinate(reading, first - 1) && next !== ',') return null;
  // "..., citing officials": the speaker goes on about the source.
  const aside = childrenBy(reading, verb, 'advcl').filter((child) => tokens[child]!.tag === 'VBG');
  const after = (next === ',' ? tokens.map((_, i) => i).filter((i) => i > last + 1) : []).filter(
    (i) => !aside.some((clause) => isUnder(reading, i, clause)),
  );
  const inside = [...before, ...after];
  return inside.length < 3 || /^(who|which)$/.test(tokens[0]!.form) ? null : told(inside);
}

/** "it threatened Moscow" says something of its own; "it told reporters" does not. */
function takesObject(reading: Reading, verb: number): boolean {
  if (/^(tell|inform|assure|remind|warn)$/.test(lemmaOf(reading, verb))) return false;
  return childrenBy(reading, verb, 'obj').some(
    (object) => object > verb && reading.timeAt[object] === undefined,
  );
}

/** "When the talks failed, he said": a clause that begins so and has no other comma leads up to what is said. */
function isSubordinate(reading: Reading, comma: number): boolean {
  const { tokens } = reading;
  if (
    !/^(after|when|as|if|while|although|though|because|since|before|until|once|asked|in|on|at)$/i.test(
      tokens[0]!.form,
    )
  )
    return false;
  return !tokens.some(({ form }, i) => i < comma && form === ',');
}
