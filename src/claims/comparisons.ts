import type { ActorMention } from '../actors/actor.ts';
import { unique } from './actors-named.ts';
import { draftAssessment, STANDS } from './assessment.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import { isRelationship, partiesOf } from './relationship.ts';
import type { Saying } from './saying.ts';
import { obliquesOf } from './slots.ts';
import { subjectsOf } from './subjects.ts';

/** Words of a comparison at most, before the noun that it is made of: "most senior Chilean official". */
const MOST_WORDS = 8;
/** Words from the comparison to the span of time over which it holds. */
const REACH = 30;
/** Words after "since" within which somebody's taking office stands. */
const OWN = 6;

/**
 * What has no like, between two states: "the first visit by a Chilean minister in 12 years", "her highest-level talks
 * with Lima since 2010", "the most important relationship in the region". Of an encounter, an act or a
 * visitor it counts with the time over which it holds, of a relationship also without.
 */
export function findComparisons(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  pair: readonly ActorMention[],
): Draft[] {
  const drafts: Draft[] = [];
  for (let word = 0; word < reading.tokens.length; word++) {
    const noun = isSuperlative(reading, word) ? nounOf(reading, word) : null;
    if (noun === null || noun <= word || noun - word > MOST_WORDS) continue;
    const ofRelationship = isRelationship(reading, codebook, noun);
    const since = sinceAfter(reading, noun);
    if (since !== null && isOwnFirst(reading, since)) continue;
    if (!ofRelationship && !isPrecedent(reading, codebook, noun, since)) continue;
    // An interview or a threat may be the first of many things: between two states only where both are named.
    const implied = ofRelationship || codebook.standing.precedent.has(lemmaOf(reading, noun)) ? pair : [];
    const parties = ofRelationship
      ? partiesOf(reading, noun, implied)
      : sidesOf(reading, noun, since ?? noun, implied);
    if (new Set(parties.map(({ actor }) => actor.country)).size !== 2) continue;
    drafts.push(
      draftAssessment(reading, sayings, {
        rule: 'comparison',
        cue: word,
        node: noun,
        words: [word, noun],
        parties,
        reality: STANDS,
      }),
    );
  }
  return drafts;
}

/** What the lexicon knows as an act, or may be the first of its kind, with a time; "the first Chilean president to land in Lima" also without. */
function isPrecedent(
  reading: Reading,
  { standing, predicates }: Codebook,
  noun: number,
  since: number | null,
): boolean {
  const lemma = lemmaOf(reading, noun);
  // "the first time that Peru has fined Chile since 2010"
  if (lemma === 'time') return since !== null && childBy(reading, noun, 'acl', 'ccomp') !== null;
  if (!standing.precedent.has(lemma) && !predicates.has(`${lemma}/noun`)) return false;
  // "It was the first meeting between the two": the first ever.
  const isFirstBetween =
    childBy(reading, noun, 'cop') !== null && obliquesOf(reading, noun, 'between').length > 0;
  return (
    since !== null ||
    isFirstBetween ||
    childrenBy(reading, noun, 'acl').some(
      (clause) =>
        reading.relations[clause] === 'acl' &&
        reading.tokens[clause]!.tag === 'VB' &&
        childBy(reading, clause, 'mark') !== null,
    )
  );
}

/** "his first trip since taking office": the first of somebody's own, and not between two states. */
function isOwnFirst(reading: Reading, since: number): boolean {
  if (reading.tokens[since + 1]?.tag === 'VBG') return true;
  for (let at = since + 1; at < Math.min(reading.tokens.length, since + OWN); at++)
    if (
      /^(assume|take|become|win|appointment|appoint|election|inauguration|office|power)$/.test(
        lemmaOf(reading, at),
      )
    )
      return true;
  return false;
}

/** "highest", "first", and "most" before an adjective. */
function isSuperlative(reading: Reading, word: number): boolean {
  const { tag, form } = reading.tokens[word]!;
  return tag === 'JJS' || tag === 'RBS' || /^(first|second|third|fourth)$/i.test(form);
}

/** The noun that a superlative stands before. */
function nounOf(reading: Reading, word: number): number | null {
  let at = word;
  for (let steps = 0; steps < 3; steps++) {
    if (!/^(amod|advmod|compound|nummod|nmod)$/.test(relationOf(reading, at))) return null;
    at = reading.heads[at]!;
    if (at < 0) return null;
    if (reading.tokens[at]!.upos === 'NOUN' && relationOf(reading, at) !== 'compound') return at;
  }
  return null;
}

/** Where the time begins over which a comparison holds: "since 2010", "in 12 years", "ever". */
function sinceAfter(reading: Reading, noun: number): number | null {
  const end = Math.min(reading.tokens.length, noun + REACH);
  for (let at = noun + 1; at < end; at++) {
    const lemma = lemmaOf(reading, at);
    if (lemma === 'since' || lemma === 'ever') return at;
    if (!/^(year|decade|month|century|generation|history|time)$/.test(lemma)) continue;
    const marker = childBy(reading, at, 'case');
    const isAhead = childrenBy(reading, at, 'amod').some((word) =>
      /^(come|coming|next)$/.test(lemmaOf(reading, word)),
    );
    if (marker !== null && !isAhead && /^(in|for)$/.test(lemmaOf(reading, marker))) return marker;
  }
  return null;
}

/** Who takes part: those named under the noun and before the span of time, its subject, and whoever is left of the pair. */
function sidesOf(
  reading: Reading,
  noun: number,
  since: number,
  pair: readonly ActorMention[],
): ActorMention[] {
  // "first ever": here the time comes before the parties.
  const last = since === noun || lemmaOf(reading, since) === 'ever' ? reading.tokens.length : since;
  const head = reading.heads[noun]!;
  // "the first summit ever held between": the parties may hang on the verb behind the noun.
  const between =
    head > noun ? obliquesOf(reading, head, 'between').flatMap((node) => subtreeOf(reading, node)) : [];
  const words = [...subtreeOf(reading, noun), ...subjectsOf(reading, noun), ...between].filter(
    (word) => word < last,
  );
  const named = unique(words.flatMap((word) => reading.actorsOn[word]!)).filter(
    ({ actor }) => actor.country !== null,
  );
  const countries = new Set(named.map(({ actor }) => actor.country));
  if (countries.size !== 1 || !pair.some(({ actor }) => countries.has(actor.country))) return named;
  const { start, end } = reading.tokens[noun]!;
  return [
    ...named,
    ...pair
      .filter(({ actor }) => !countries.has(actor.country))
      .map(
        (mention): ActorMention => ({ ...mention, start, end, via: 'pronoun', rule: 'claims/leading-pair' }),
      ),
  ];
}
