import type { Codebook, Predicate } from './codebook.ts';
import { objectsOf } from './objects.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf, subtreeOf } from './reading.ts';

const FAR = 14;

/** "called the raid a provocation", "described it as absurd": a word of blame behind the object of a verb of naming. */
export function namesBad(reading: Reading, { blame }: Codebook, verb: number): boolean {
  const [object] = objectsOf(reading, verb);
  if (object === undefined) return saysBad(reading, blame, verb);
  const end = Math.min(reading.tokens.length, object + FAR);
  // The tagger may take "reckless" for a verb, and then its lemma is none.
  const isBlame = (i: number): boolean =>
    blame.has(lemmaOf(reading, i)) || blame.has(reading.tokens[i]!.form.toLowerCase());
  // What is joined to the verb, or is its purpose, is said of something else.
  return reading.children[verb]!.filter(
    (child) =>
      /^(obj|iobj|xcomp|obl|nmod)$/.test(relationOf(reading, child)) &&
      childBy(reading, child, 'mark') === null,
  )
    .flatMap((child) => subtreeOf(reading, child))
    .some((i) => i > Math.max(object, verb) && i < end && isBlame(i));
}

/** "said the ban was unlawful": a word of blame that what is said says of its subject. */
function saysBad(reading: Reading, blame: ReadonlySet<string>, verb: number): boolean {
  const said = childBy(reading, verb, 'ccomp');
  return (
    said !== null &&
    childBy(reading, said, 'cop') !== null &&
    [said, ...childrenBy(reading, said, 'amod')].some((word) => blame.has(lemmaOf(reading, word))) &&
    !childrenBy(reading, said, 'advmod').some((word) => /^(not|n't|never)$/.test(lemmaOf(reading, word)))
  );
}

/** "called Berlin a bad ally", "called the raid punishment for a strike": naming is neither a telephone call nor a demand. */
export function isNaming(reading: Reading, verb: number, { head, rest }: Predicate): boolean {
  if (head !== 'call') return false;
  const objects = childrenBy(reading, verb, 'obj', 'iobj').length;
  // "called the Peruvian raid a crime": nobody is on the line where the object is no somebody.
  const things = childrenBy(reading, verb, 'obj', 'iobj').filter(
    (object) => reading.actorsOn[object]!.length === 0,
  );
  if (rest.length === 0 && (things.length > 0 || isNamed(reading, verb))) return true;
  const complement = childrenBy(reading, verb, 'xcomp').some(
    (child) => reading.tokens[child]!.upos !== 'VERB',
  );
  return complement || objects > 1 || (objects === 1 && rest[0] === '~for');
}

/** "called Peru a "failed state"", where the tree loses the name given, and "a bill that calls for", taken for a noun. */
function isNamed(reading: Reading, verb: number): boolean {
  const { tokens } = reading;
  if (/^(for|on|upon)$/.test(tokens[verb + 1]?.form ?? '')) return true;
  const [object] = childrenBy(reading, verb, 'obj');
  const named = object === undefined ? undefined : reading.actorsOn[object]!.at(-1);
  const next = named === undefined ? undefined : tokens.find(({ start }) => start >= named.end);
  return next !== undefined && /^(["“'‘]|an?)$/.test(next.form);
}

/** "called on the king to act" asks something of him; only "called on the king" is a visit to him. */
export function isAppeal(reading: Reading, verb: number, { head, rest, type }: Predicate): boolean {
  if (head !== 'call' || rest[0] !== '~on' || type !== 'CONSULT') return false;
  const { tokens } = reading;
  for (let i = verb + 1; i < tokens.length && !/^[,.;]$/.test(tokens[i]!.form); i++)
    if (/^(to|for)$/.test(tokens[i]!.form)) return true;
  return false;
}
