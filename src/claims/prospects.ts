import type { ActorMention } from '../actors/actor.ts';
import { unique } from './actors-named.ts';
import { withChain } from './attribution.ts';
import type { Codebook, Effect } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { isPartyless } from './encounter-days.ts';
import { issuesIn } from './issues.ts';
import { childBy, lemmaOf, type Reading, subtreeOf } from './reading.ts';
import { isOpen, type Reality } from './reality.ts';
import type { Saying } from './saying.ts';
import { realityOf } from './status.ts';

/** What a word of expecting makes of its clause, where that is to come. */
const AHEAD: ReadonlySet<Effect> = new Set(['expected', 'expected-not', 'feared', 'hoped', 'believed']);

/** Verbs by which a state gives its word for what the lexicon knows no act in. */
const PROMISES = /^(promise|pledge|vow|swear|undertake)$/;

/**
 * What somebody expects, hopes, fears or doubts, where the clause holds no act that is coded already: "Traders hope
 * that the border will reopen for good", "analysts doubt that the peace will last". It is about the states that the clause names, else
 * about the two of the report.
 */
export function findProspects(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  told: readonly Draft[],
  pair: readonly ActorMention[],
): Draft[] {
  const coded = told.filter(
    (draft) => !isPartyless(draft) && (isOpen(draft.reality) || draft.reality.mood !== undefined),
  );
  return sayings.flatMap((saying) => {
    const { cue, speaker } = saying;
    // "Is projected to" says nobody's expectation.
    if (cue < 0 || reading.tokens[cue]!.upos !== 'VERB' || saying.attribution.asWritten === null) return [];
    const effect = codebook.governors.get(`${lemmaOf(reading, cue)}/verb`);
    const isPromise = PROMISES.test(lemmaOf(reading, cue));
    // To warn is to say something, and more often a threat than a fear.
    if (effect === undefined || !(isPromise || AHEAD.has(effect)) || lemmaOf(reading, cue) === 'warn')
      return [];
    const node =
      childBy(reading, cue, 'ccomp', 'xcomp') ?? (pair.length > 0 ? childBy(reading, cue, 'obj') : null);
    if (node === null || node < cue) return [];
    const words = subtreeOf(reading, node);
    if (coded.some((draft) => words.includes(draft.node))) return [];
    const reality = realityOf(reading, codebook, node, null);
    if (!isOpen(reality) && reality.mood === undefined) return [];
    // What somebody believes of "if they were president" is no prospect.
    if (effect === 'believed' && words.some((word) => lemmaOf(reading, word) === 'if')) return [];
    // "I hope you find it useful": talk across a table is about the two only where it names them.
    const isTalk = /^(i|we|you|they|he|she|who)$/i.test(saying.attribution.asWritten);
    // A third state's promise to one of the two is none to the other.
    const isThird =
      isPromise && !pair.some(({ actor }) => actor.country === (speaker?.actor.country ?? null));
    const parties = partiesIn(reading, words, node, speaker, isTalk || isThird ? [] : pair);
    if (parties.length < 2) return [];
    if (isPromise && !(speaker !== null && isToOthers(reading, codebook, node, words, reality, speaker)))
      return [];
    return [
      {
        reading,
        kind: 'event',
        type: null,
        contexts: ['diplomatic'],
        node,
        clause: node,
        words: [node],
        actors: isPromise ? [speaker!] : parties,
        recipients: isPromise ? parties.filter(({ actor }) => actor.country !== speaker!.actor.country) : [],
        place: null,
        reality,
        attribution: withChain(saying, sayings),
        when: timesNear(reading, node)?.when ?? null,
        standing: false,
        issues: [],
        rules: [
          { field: 'kind', rule: 'events/prospect', span: reading.tokens[cue]! },
          {
            field: 'status',
            rule: reality.rule,
            ...(reality.span === undefined ? {} : { span: reality.span }),
          },
        ],
      } satisfies Draft,
    ];
  });
}

/**
 * "promised that such a raid would not be repeated", "vowed to retaliate", "pledged to keep its moratorium on tests":
 * a promise to another state, which it names, or by its matter; "promised to build schools" is made at home.
 */
function isToOthers(
  reading: Reading,
  codebook: Codebook,
  node: number,
  words: readonly number[],
  { polarity }: Reality,
  { actor }: ActorMention,
): boolean {
  if (actor.country === null || reading.tokens[node]!.upos !== 'VERB') return false;
  const namesOthers = words.some((word) =>
    reading.actorsOn[word]!.some(({ actor: { country } }) => country !== null && country !== actor.country),
  );
  return (
    namesOthers ||
    polarity === 'negative' ||
    /^(respond|retaliate|react|reciprocate)$/.test(lemmaOf(reading, node)) ||
    issuesIn(reading, words, codebook).length > 0
  );
}

/** The states that a clause names with that of whoever speaks; where it names none but the pair's, the pair. */
function partiesIn(
  reading: Reading,
  words: readonly number[],
  node: number,
  speaker: ActorMention | null,
  pair: readonly ActorMention[],
): ActorMention[] {
  const named = unique(words.flatMap((word) => reading.actorsOn[word]!)).filter(
    ({ actor }) => actor.country !== null,
  );
  const countries = new Set(named.map(({ actor }) => actor.country));
  if (countries.size >= 2) return named;
  const ofPair = new Set(pair.map(({ actor }) => actor.country));
  if (pair.length > 0 && [...countries].every((country) => ofPair.has(country))) {
    const { start, end } = reading.tokens[node]!;
    const implied = pair
      .filter(({ actor }) => !countries.has(actor.country))
      .map(
        (mention): ActorMention => ({ ...mention, start, end, via: 'pronoun', rule: 'claims/leading-pair' }),
      );
    return [...named, ...implied];
  }
  const own = speaker?.actor.country ?? null;
  return own !== null && named.length > 0 && !countries.has(own) ? [...named, speaker!] : [];
}
