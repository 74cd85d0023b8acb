import type { Codebook } from './codebook.ts';
import { objectsOf } from './objects.ts';
import { childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import { obliquesOf } from './slots.ts';

/** Nouns that stand for an encounter without telling of one. */
const MEETINGS: ReadonlySet<string> = new Set(
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
  return (
    things.length === 0 ||
    things.some((thing) => isPronoun(reading, thing) || isEncounter(reading, codebook, thing, MEETINGS))
  );
}

/** Nouns that are of an encounter, where one hangs on them. */
const OFFERS = new Set(
  'offer proposal request idea possibility prospect suggestion invitation plan intention round series set start date leg part session'.split(
    ' ',
  ),
);

const SAYS_NO = /^(reject|refuse|decline|turn|rebuff|spurn|snub|rule|dismiss|shun|boycott)$/;

const INVITATION: ReadonlySet<string> = new Set(['invitation']);

/** "turned down an offer of talks", "rejected the invitation": what is refused is an encounter. */
export function refusesToMeet(reading: Reading, codebook: Codebook, verb: number): boolean {
  return (
    SAYS_NO.test(lemmaOf(reading, verb)) &&
    [...objectsOf(reading, verb), ...childrenBy(reading, verb, 'xcomp')].some(
      // Calls to do something are refused more often than calls by telephone.
      (thing) => lemmaOf(reading, thing) !== 'call' && isEncounter(reading, codebook, thing, INVITATION),
    )
  );
}

function isEncounter(
  reading: Reading,
  codebook: Codebook,
  thing: number,
  besides: ReadonlySet<string>,
): boolean {
  const { upos } = reading.tokens[thing]!;
  const lemma = lemmaOf(reading, thing);
  if (besides.has(lemma) || isConsulting(codebook, `${lemma}/noun`)) return true;
  if (upos === 'VERB' && isConsulting(codebook, `${lemma}/verb`)) return true;
  // "a series of meetings", "an offer of talks", "plans to travel", "the trip and the talks"
  const of = OFFERS.has(lemma) ? childrenBy(reading, thing, 'nmod', 'acl') : [];
  return [...of, ...childrenBy(reading, thing, 'conj')].some(
    (child) => relationOf(reading, child) !== 'nmod:poss' && isEncounter(reading, codebook, child, besides),
  );
}

function isPronoun(reading: Reading, thing: number): boolean {
  return /^(PRON|DET)$/.test(reading.tokens[thing]!.upos) && !/thing$/i.test(reading.tokens[thing]!.form);
}

function isConsulting(codebook: Codebook, key: string): boolean {
  return codebook.predicates.get(key)?.some(({ type }) => type === 'CONSULT') ?? false;
}
