import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import { sidesAmong } from './assessment.ts';
import { NARRATOR, sourceOf } from './attribution.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import { objectsOf } from './objects.ts';
import { childrenBy, lemmaOf, prepositionOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import type { Saying } from './saying.ts';
import { obliquesOf, ownersOf } from './slots.ts';
import { realityOf } from './status.ts';
import { agentsOf, subjectsOf } from './subjects.ts';

export function findPositions(reading: Reading, codebook: Codebook, sayings: readonly Saying[]): Draft[] {
  const drafts: Draft[] = [];
  for (let node = 0; node < reading.tokens.length; node++) {
    const lemma = lemmaOf(reading, node);
    if (reading.tokens[node]!.upos === 'VERB' && codebook.standing.view.has(lemma))
      drafts.push(...standingView(reading, codebook, sayings, node));
    if (isDivide(reading, codebook, node)) drafts.push(...disputes(reading, codebook, sayings, node));
  }
  return drafts;
}

/** "Odds" is its own lemma, and not always "odd". */
function isDivide(reading: Reading, { standing }: Codebook, node: number): boolean {
  return (
    standing.divide.has(lemmaOf(reading, node)) ||
    standing.divide.has(reading.tokens[node]!.form.toLowerCase())
  );
}

/** A state's view of another state or territory, in the present tense. */
function standingView(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  verb: number,
): Draft[] {
  if (!isPresent(reading, verb)) return [];
  // "Trade between them supports jobs": whoever is only named beside the subject holds nothing.
  const holders = agentsOf(reading, verb).flatMap((agent) => reading.actorsOn[agent]!);
  const object = objectsOf(reading, verb)[0];
  const about =
    object === undefined || !isViewable(reading, codebook, verb, object) ? [] : actorsNamed(reading, object);
  if (!holders.some(({ actor }) => isSide(actor.kind)) || about.length === 0) return [];
  return [
    draft(
      reading,
      codebook,
      verb,
      [verb],
      unique(holders),
      unique(about),
      sourceOf(sayings, verb),
      'positions/view',
      true,
    ),
  ];
}

/** "sees Peru as a partner", "claims the islands": of a state itself; what is recognised is one, or what one may claim. */
function isViewable(reading: Reading, { standing }: Codebook, verb: number, object: number): boolean {
  const isActor = reading.actorsOn[object]!.length > 0;
  const lemma = lemmaOf(reading, verb);
  if (lemma === 'claim') return isActor;
  if (/^(see|view|treat)$/.test(lemma))
    return isActor && [verb, object].some((node) => obliquesOf(reading, node, 'as').length > 0);
  return !/^recogni[sz]e$/.test(lemma) || isActor || standing.title.has(lemmaOf(reading, object));
}

/** "considers", "does not recognise". */
function isPresent(reading: Reading, verb: number): boolean {
  const { tag } = reading.tokens[verb]!;
  if (/^VB[ZP]$/.test(tag)) return true;
  // "refuses to recognise"
  const head = reading.heads[verb]!;
  if (
    tag === 'VB' &&
    head >= 0 &&
    relationOf(reading, verb) === 'xcomp' &&
    /^(refuse|continue)$/.test(lemmaOf(reading, head))
  )
    return /^VB[ZP]$/.test(reading.tokens[head]!.tag);
  const auxiliaries = childrenBy(reading, verb, 'aux');
  return (
    tag === 'VB' &&
    auxiliaries.length === 1 &&
    lemmaOf(reading, auxiliaries[0]!) === 'do' &&
    /^VB[ZP]$/.test(reading.tokens[auxiliaries[0]!]!.tag)
  );
}

/** "A and B are at odds over trade and visas": each thing that divides them is a position of both. */
function disputes(reading: Reading, codebook: Codebook, sayings: readonly Saying[], node: number): Draft[] {
  // "clashes on the border" tells where.
  const words = lemmaOf(reading, node) === 'clash' ? ['over', 'about'] : ['over', 'on', 'about'];
  const things = words.flatMap((word) => [
    ...obliquesOf(reading, node, word),
    ...(reading.heads[node]! >= 0 && reading.tokens[node]!.upos === 'NOUN'
      ? obliquesOf(reading, reading.heads[node]!, word)
      : []),
  ]);
  const sides = unique(sidesOf(reading, node));
  if (sidesAmong(sides) < 2) return [];
  return (
    things
      // "declared their quarrel over at a summit": it is over.
      .filter((thing) => childrenBy(reading, thing, 'case').length === 1)
      .flatMap((thing) => itemsOf(reading, codebook, thing))
      // "tensions over visas and a row over fishing": the row has a thing of its own.
      .filter(
        (item) =>
          /^(NOUN|PROPN)$/.test(reading.tokens[item]!.upos) &&
          !isTime(reading, item) &&
          obliquesOf(reading, item, 'over').length === 0,
      )
      .map((item) =>
        draft(
          reading,
          codebook,
          item,
          nounWords(reading, item),
          sides,
          [],
          sourceOf(sayings, item),
          'positions/dispute',
          false,
        ),
      )
  );
}

function sidesOf(reading: Reading, node: number): ActorMention[] {
  const nominals = [
    ...subjectsOf(reading, node),
    ...ownersOf(reading, node),
    ...['between', 'with'].flatMap((word) => obliquesOf(reading, node, word)),
    ...(reading.heads[node]! >= 0 ? subjectsOf(reading, reading.heads[node]!) : []),
  ];
  return nominals.flatMap((nominal) => actorsNamed(reading, nominal));
}

/** "clashes over the past week": when, and not over what. */
function isTime(reading: Reading, item: number): boolean {
  return (
    reading.timeAt[item] !== undefined ||
    /^(day|week|month|year|decade|weekend|night)$/.test(lemmaOf(reading, item))
  );
}

/** The things of a list; a noun that only announces it gives way to what follows. */
function itemsOf(reading: Reading, codebook: Codebook, thing: number): number[] {
  const all = joinedTo(reading, thing);
  return all.flatMap((item) => {
    if (!codebook.standing.announce.has(lemmaOf(reading, item))) return [item];
    const named = childrenBy(reading, item, 'nmod', 'appos').filter((child) => {
      const preposition = prepositionOf(reading, child);
      return (
        preposition === 'such' ||
        preposition === 'like' ||
        preposition === 'including' ||
        preposition === 'as' ||
        preposition === null
      );
    });
    return named.flatMap((child) => joinedTo(reading, child));
  });
}

/** A thing and all that the list joins to it, also one to another. */
function joinedTo(reading: Reading, thing: number): number[] {
  return [thing, ...childrenBy(reading, thing, 'conj').flatMap((child) => joinedTo(reading, child))];
}

/** The item's own words: the noun with its compounds and adjectives. */
function nounWords(reading: Reading, noun: number): number[] {
  return [
    noun,
    ...childrenBy(reading, noun, 'compound', 'amod', 'nmod:poss').flatMap((child) =>
      subtreeOf(reading, child),
    ),
  ].sort((a, b) => a - b);
}

function isSide(kind: string): boolean {
  return kind === 'state' || kind === 'government';
}

function draft(
  reading: Reading,
  codebook: Codebook,
  node: number,
  words: readonly number[],
  actors: readonly ActorMention[],
  recipients: readonly ActorMention[],
  attribution: Draft['attribution'],
  rule: string,
  standing: boolean,
): Draft {
  const reality = standing ? realityOf(reading, codebook, node, null) : null;
  return {
    reading,
    kind: 'position',
    type: null,
    contexts: [],
    node,
    clause: node,
    words,
    actors,
    recipients,
    place: null,
    reality: { status: 'ongoing', polarity: reality?.polarity ?? 'positive', rule: 'status/standing' },
    attribution: attribution ?? NARRATOR,
    when: null,
    standing,
    issues: [],
    isItem: !standing,
    rules: [{ field: 'kind', rule, span: reading.tokens[node]! }],
  };
}
