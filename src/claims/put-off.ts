import type { Codebook } from './codebook.ts';
import { objectsOf } from './objects.ts';
import { childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import { obliquesOf } from './slots.ts';

/** Nouns that stand for an encounter without telling of one. */
const MEETINGS = new Set(
  'event ceremony signing invitation plan programme program schedule arrival round appearance engagement'.split(
    ' ',
  ),
);

/**
 * Whether what a verb puts off or calls off is an encounter: "postponed the visit", "called it off", but not
 * "postponed a vote", "cancelled the order". So too where nothing is said to be put off.
 */
export function isOfEncounter(reading: Reading, codebook: Codebook, node: number): boolean {
  const noun = reading.tokens[node]!.upos === 'NOUN';
  const things = noun ? obliquesOf(reading, node, 'of') : objectsOf(reading, node);
  return things.length === 0 || things.some((thing) => isEncounter(reading, codebook, thing));
}

function isEncounter(reading: Reading, codebook: Codebook, thing: number): boolean {
  const { upos } = reading.tokens[thing]!;
  if (upos === 'PRON' || upos === 'DET') return true;
  const lemma = lemmaOf(reading, thing);
  if (MEETINGS.has(lemma) || isConsulting(codebook, `${lemma}/noun`)) return true;
  if (upos === 'VERB' && isConsulting(codebook, `${lemma}/verb`)) return true;
  // "a series of meetings", "plans to travel", "trip and talks"
  return childrenBy(reading, thing, 'nmod', 'acl', 'conj').some(
    (child) => relationOf(reading, child) !== 'nmod:poss' && isEncounter(reading, codebook, child),
  );
}

function isConsulting(codebook: Codebook, key: string): boolean {
  return codebook.predicates.get(key)?.some(({ type }) => type === 'CONSULT') ?? false;
}
