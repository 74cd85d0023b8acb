import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import { sourceOf } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import type { Reality } from './reality.ts';
import type { Saying } from './saying.ts';
import { obliquesOf, ownersOf } from './slots.ts';
import { realityOf } from './status.ts';

/**
 * How the relationship stands or moves: "Relations between Tokyo and Seoul are improving", "a visit to repair
 * ties". The verb or adjective that says it is the trigger, with its particle and complement. `pair` are the two
 * states that the report is about: a relationship without parties is theirs.
 */
export function findAssessments(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  pair: readonly ActorMention[],
): Draft[] {
  const drafts: Draft[] = [];
  for (let noun = 0; noun < reading.tokens.length; noun++) {
    if (reading.tokens[noun]!.upos !== 'NOUN' || !codebook.standing.relationship.has(lemmaOf(reading, noun)))
      continue;
    const predicates = predicatesOn(reading, codebook, noun).filter((node) => !isDate(reading, node));
    // "Tense relations with Lima": what the noun's own adjective says.
    const level = predicates.length > 0 ? null : levelOf(reading, codebook, noun);
    if (predicates.length === 0 && level === null) continue;
    const parties = partiesOf(reading, noun, pair);
    if (new Set(parties.map(({ actor }) => actor.country ?? actor.id)).size < 2) continue;
    for (const node of level === null ? predicates : [noun]) {
      const reality = level === null ? realityOf(reading, codebook, node, null) : STANDS;
      drafts.push({
        reading,
        kind: 'assessment',
        type: null,
        contexts: ['diplomatic'],
        node,
        clause: node,
        words: level === null ? wordsOf(reading, node) : [level, noun],
        actors: parties,
        recipients: [],
        place: null,
        reality: goesOn(reading, node, reality) ? { ...reality, status: 'ongoing' } : reality,
        attribution: sourceOf(sayings, node),
        when: timesNear(reading, node)?.when ?? null,
        standing: false,
        issues: ['relations-general'],
        rules: [
          { field: 'kind', rule: 'assessments/relationship', span: reading.tokens[noun]! },
          {
            field: 'status',
            rule: reality.rule,
            ...(reality.span === undefined ? {} : { span: reality.span }),
          },
        ],
      });
    }
  }
  return drafts;
}

/** "the lowest point since relations were established": says when, and nothing of how they stand. */
function isDate(reading: Reading, node: number): boolean {
  return childrenBy(reading, node, 'mark').some((mark) =>
    /^(since|when|until|before|after)$/.test(lemmaOf(reading, mark)),
  );
}

/**
 * The two sides of a relationship: "between A and B", "with B", "US-China ties", "the two countries"; where it
 * names only one or none, the rest comes from the two states that the report is about.
 */
export function partiesOf(reading: Reading, noun: number, pair: readonly ActorMention[]): ActorMention[] {
  const nominals = [
    ...ownersOf(reading, noun, true),
    ...['between', 'with', 'of', 'to'].flatMap((word) => obliquesOf(reading, noun, word)),
  ];
  const named = unique(nominals.flatMap((nominal) => actorsNamed(reading, nominal)));
  const countries = new Set(named.map(({ actor }) => actor.country));
  if (countries.size >= 2) return named;
  // "trade ties across the region" are not those of the two.
  if (/^(across|among|throughout)$/.test(reading.tokens[noun + 1]?.form ?? '')) return named;
  if (named.length > 0 && !pair.some(({ actor }) => countries.has(actor.country))) return named;
  const { start, end } = reading.tokens[noun]!;
  const implied = pair
    .filter(({ actor }) => !countries.has(actor.country))
    .map(
      (mention): ActorMention => ({ ...mention, start, end, via: 'pronoun', rule: 'claims/leading-pair' }),
    );
  return [...named, ...implied];
}

/** "is improving", "was improving", "continues to improve". */
function goesOn(reading: Reading, node: number, { rule, status }: Reality): boolean {
  const head = reading.heads[node]!;
  return (
    rule === 'status/progressive' ||
    (status === 'happened' &&
      relationOf(reading, node) === 'xcomp' &&
      /^VB[ZP]$/.test(reading.tokens[head]!.tag))
  );
}

const STANDS: Reality = { status: 'ongoing', polarity: 'positive', rule: 'status/standing' };

/** The adjective before the noun that says how it stands: "strained ties", "worsening relations". */
function levelOf(reading: Reading, codebook: Codebook, noun: number): number | null {
  const before = childrenBy(reading, noun, 'amod').find((child) =>
    [lemmaOf(reading, child), reading.tokens[child]!.form.toLowerCase()].some((word) =>
      codebook.standing.level.has(word),
    ),
  );
  return before ?? null;
}

/** What is said of a relationship: the predicate it is the subject of, or the verb that moves it. */
function predicatesOn(reading: Reading, codebook: Codebook, noun: number): number[] {
  const head = reading.heads[noun]!;
  if (head < 0) return [];
  if (relationOf(reading, noun) === 'nsubj') return predicatesOver(reading, head);
  return relationOf(reading, noun) === 'obj' && codebook.standing.move.has(lemmaOf(reading, head))
    ? [head]
    : [];
}

/** The predicate of a subject and those joined to it. */
function predicatesOver(reading: Reading, head: number): number[] {
  const joined = childrenBy(reading, head, 'conj').filter(
    (child) => childBy(reading, child, 'nsubj') === null,
  );
  return [head, ...joined].map((node) => moved(reading, node));
}

/** "continue to deteriorate", "began to thaw": what is said is the verb under it. */
function moved(reading: Reading, node: number): number {
  if (!/^(continue|begin|start|keep|seem|appear)$/.test(lemmaOf(reading, node))) return node;
  return childBy(reading, node, 'xcomp') ?? node;
}

/** The predicate with its particle and a complement by "into", "to" or "from" ("turn into a conflict"). */
function wordsOf(reading: Reading, node: number): number[] {
  const complement = ['into', 'to'].flatMap((word) => obliquesOf(reading, node, word))[0];
  const words = [
    node,
    ...childrenBy(reading, node, 'amod').filter((child) => /^(JJS|RBS)$/.test(reading.tokens[child]!.tag)),
    ...childrenBy(reading, node, 'compound:prt'),
    ...(complement === undefined ? [] : [complement]),
  ];
  return words.sort((a, b) => a - b);
}
