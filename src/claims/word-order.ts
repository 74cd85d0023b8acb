import type { ActorMention } from '../actors/actor.ts';
import { isPhrasal } from './nominals.ts';
import { lemmaOf, type Reading } from './reading.ts';

/** Who stands before and behind a verb by the order of words alone, where the tree does not tell. */

const REACH = 12;

/**
 * Whether a word that the tagger has as a noun is the verb of a clause: it agrees with the actor before it and has an
 * object behind it ("Turkish jets target a depot", "the navy boards the ship").
 */
export function isVerbByOrder(reading: Reading, node: number): boolean {
  const [before, word, behind] = [node - 1, node, node + 1].map((i) => reading.tokens[i]);
  if (before === undefined || word === undefined || behind === undefined) return false;
  const agrees =
    word.tag === 'NN' ? isMany(reading, node - 1) : word.tag === 'NNS' && !isMany(reading, node - 1);
  if (!agrees || subjectBefore(reading, node).length === 0 || reading.timeAt[node + 1] !== undefined)
    return false;
  return (
    isOnlyVerb(reading, node) ||
    /^(DT|PRP\$|CD|PRP)$/.test(behind.tag) ||
    reading.actorsOn[node + 1]!.length > 0 ||
    behind.form === 'dead'
  );
}

/** "Peru protests to Chile over the raid.": what a sentence without a verb of its own hangs on, right behind a name. */
function isOnlyVerb(reading: Reading, node: number): boolean {
  return (
    reading.heads[node]! < 0 &&
    /^(IN|TO)$/.test(reading.tokens[node + 1]!.tag) &&
    reading.tokens.at(-1)!.form === '.' &&
    reading.actorsOn[node - 1]!.some(({ via }) => via !== 'demonym')
  );
}

function isMany(reading: Reading, i: number): boolean {
  return /S$/.test(reading.tokens[i]!.tag) || /^(police|troops)$/.test(lemmaOf(reading, i));
}

/** The actors of the noun phrase that ends right before a verb and its auxiliaries, where no preposition stands before it. */
export function subjectBefore(reading: Reading, verb: number): readonly ActorMention[] {
  let last = verb - 1;
  while (last >= 0 && /^(AUX|ADV|PART)$/.test(reading.tokens[last]!.upos)) last--;
  if (last < 0 || !/^(NOUN|PROPN|PRON)$/.test(reading.tokens[last]!.upos)) return [];
  let first = last;
  const joins = (i: number): boolean => /^(and|or|,)$/.test(reading.tokens[i]!.form);
  // "On Friday Prime Minister Haddad came": what stands before the day is the day's.
  const isDay = (i: number): boolean => reading.timeAt[i] !== undefined && reading.actorsOn[i]!.length === 0;
  while (
    first > 0 &&
    last - first < REACH &&
    !isDay(first - 1) &&
    (isPhrasal(reading, first - 1) || joins(first - 1))
  )
    first--;
  if (first > 0 && reading.tokens[first - 1]!.upos === 'ADP') return [];
  return actorsAmong(reading, last, first);
}

/** The actors of the noun phrase that begins right behind a verb, else of the one that a preposition ties to it. */
export function objectBehind(reading: Reading, verb: number): readonly ActorMention[] {
  const { tokens } = reading;
  let at = verb + 1;
  const end = Math.min(tokens.length, verb + REACH);
  while (at < end && isPhrasal(reading, at)) at++;
  const named = actorsAmong(reading, verb + 1, at - 1);
  if (named.length > 0 || at === verb + 1 || !/^(of|in|from|at)$/.test(tokens[at]?.form ?? '')) return named;
  const from = at + 1;
  for (at = from; at < end && isPhrasal(reading, at); ) at++;
  return actorsAmong(reading, from, at - 1);
}

/** "closed its border with Peru following a row", where the tree loses Peru: who stands behind a preposition right behind a word. */
export function slotBehind(
  reading: Reading,
  word: number,
  prepositions: readonly string[],
): readonly ActorMention[] {
  const { tokens } = reading;
  if (!prepositions.includes(tokens[word + 1]?.form ?? '')) return [];
  let at = word + 2;
  while (at < tokens.length && isPhrasal(reading, at)) at++;
  return actorsAmong(reading, word + 2, at - 1);
}

/** "between the United States and Peru", where the tree loses the second: who stands behind the "and" after a word. */
export function joinedBehind(reading: Reading, word: number): readonly ActorMention[] {
  if (reading.tokens[word + 1]?.form !== 'and') return [];
  const from = word + 2;
  let at = from;
  while (at < reading.tokens.length && isPhrasal(reading, at)) at++;
  return actorsAmong(reading, from, at - 1);
}

/** The first actors on the words from one to another, in that direction. */
function actorsAmong(reading: Reading, from: number, to: number): readonly ActorMention[] {
  const step = from <= to ? 1 : -1;
  for (let i = from; step > 0 ? i <= to : i >= to; i += step) {
    const found = (reading.actorsOn[i] ?? []).filter(({ actor }) => actor.country !== null);
    if (found.length > 0) return found.flatMap((mention) => reading.listed.get(mention) ?? [mention]);
  }
  return [];
}
