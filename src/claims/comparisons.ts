import type { ActorMention } from '../actors/actor.ts';
import { unique } from './actors-named.ts';
import { sourceOf } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { childBy, lemmaOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import { partiesOf } from './relationship.ts';
import type { Saying } from './saying.ts';
import { subjectsOf } from './subjects.ts';

/** Words of a comparison at most, before the noun that it is made of: "most senior Chilean official". */
const MOST_WORDS = 8;
/** Words from the comparison to the span of time over which it holds. */
const REACH = 30;

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
  const { standing } = codebook;
  for (let word = 0; word < reading.tokens.length; word++) {
    const noun = isSuperlative(reading, word) ? nounOf(reading, word) : null;
    if (noun === null || noun <= word || noun - word > MOST_WORDS) continue;
    const ofRelationship = standing.relationship.has(lemmaOf(reading, noun));
    const since = sinceAfter(reading, noun);
    if (!ofRelationship && (since === null || !standing.precedent.has(lemmaOf(reading, noun)))) continue;
    const parties = ofRelationship
      ? partiesOf(reading, noun, pair)
      : sidesOf(reading, noun, since ?? noun, pair);
    if (new Set(parties.map(({ actor }) => actor.country)).size !== 2) continue;
    drafts.push({
      reading,
      kind: 'assessment',
      type: null,
      contexts: ['diplomatic'],
      node: noun,
      clause: noun,
      words: [word, noun],
      actors: parties,
      recipients: [],
      place: null,
      reality: { status: 'ongoing', polarity: 'positive', rule: 'status/standing' },
      attribution: sourceOf(sayings, noun),
      when: null,
      standing: false,
      issues: ['relations-general'],
      rules: [
        { field: 'kind', rule: 'assessments/comparison', span: reading.tokens[word]! },
        { field: 'status', rule: 'status/standing' },
      ],
    });
  }
  return drafts;
}

/** "highest", "first", and "most" before an adjective. */
function isSuperlative(reading: Reading, word: number): boolean {
  const { tag, form } = reading.tokens[word]!;
  return tag === 'JJS' || tag === 'RBS' || form.toLowerCase() === 'first';
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
    if (marker !== null && /^(in|for)$/.test(lemmaOf(reading, marker))) return marker;
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
  const words = [...subtreeOf(reading, noun), ...subjectsOf(reading, noun)].filter((word) => word < since);
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
