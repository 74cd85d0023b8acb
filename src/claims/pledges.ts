import { unique } from './actors-named.ts';
import { NARRATOR, sourceOf } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { nominalOf } from './nominals.ts';
import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import type { Saying } from './saying.ts';
import { isPassive } from './slots.ts';
import { realityOf } from './status.ts';
import { subjectsOf } from './subjects.ts';

const RULE = 'events/pledge';

export function isPledge({ rules }: Draft): boolean {
  return rules.some(({ rule }) => rule === RULE);
}

/** Verbs that by themselves tell of no deed. */
const LIGHT = new Set(
  'be have do make take get go come become remain continue resume keep begin start seem appear need want say tell know think believe hope expect face see find let use try join host'.split(
    ' ',
  ),
);

/** Rules of a status by which whoever is the subject says what they will do. */
const AHEAD = new Set([
  'status/auxiliary-planned',
  'status/backshift',
  'status/be-to',
  'status/going-to',
  'status/governed-planned',
  'status/governed-reported',
]);

/**
 * What a state will do to another, where the lexicon knows no act in the verb: "Lima will also end the preferential treatment of
 * Chilean goods", "Seoul would drop Japan from its own list". A claim without a type.
 */
export function findPledges(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  told: readonly Draft[],
): Draft[] {
  return reading.tokens.flatMap(({ upos }, verb) => {
    if (
      upos !== 'VERB' ||
      !isToDo(reading, verb) ||
      LIGHT.has(lemmaOf(reading, verb)) ||
      isPassive(reading, verb)
    )
      return [];
    if (
      !/^(root|ccomp|conj|xcomp)$/.test(relationOf(reading, verb)) ||
      childBy(reading, verb, 'obj') === null
    )
      return [];
    const actors = unique(
      subjectsOf(reading, verb)
        .flatMap((subject) => reading.actorsOn[subject]!)
        .filter(({ actor }) => /^(state|government|office)$/.test(actor.kind) || actor.office !== undefined),
    );
    const own = new Set(actors.map(({ actor }) => actor.country));
    if (actors.length === 0 || own.has(null)) return [];
    const words = new Set(
      childrenBy(reading, verb, 'obj', 'obl')
        .filter(
          (child) =>
            child > verb &&
            !/^(over|after|following|since|amid|despite|during)$/.test(prepositionOf(reading, child) ?? ''),
        )
        .flatMap((child) => nominalOf(reading, child)),
    );
    const others = unique([...words].flatMap((word) => reading.actorsOn[word]!)).filter(
      ({ actor }) =>
        actor.country !== null &&
        !own.has(actor.country) &&
        /^(state|government|people|group)$/.test(actor.kind),
    );
    if (others.length === 0 || told.some(({ node, words: act }) => act.includes(verb) || words.has(node)))
      return [];
    const reality = realityOf(reading, codebook, verb, null);
    if (reality.status !== 'planned' || !AHEAD.has(reality.rule)) return [];
    return [
      {
        reading,
        kind: 'event',
        type: null,
        contexts: ['diplomatic'],
        node: verb,
        clause: verb,
        words: [verb],
        actors,
        recipients: others.slice(0, 1),
        place: null,
        reality,
        attribution: sourceOf(sayings, verb) ?? NARRATOR,
        when: timesNear(reading, verb)?.when ?? null,
        standing: false,
        issues: [],
        rules: [
          { field: 'kind', rule: RULE, span: reading.tokens[verb]! },
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

/** "will cut", "pledged to cut", "is cutting": no participle that only hangs somewhere. */
function isToDo(reading: Reading, verb: number): boolean {
  const { tag } = reading.tokens[verb]!;
  return tag === 'VB' || (tag === 'VBG' && childBy(reading, verb, 'aux') !== null);
}
