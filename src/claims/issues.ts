import type { Actor, ActorKind } from '../actors/actor.ts';
import type { Codebook } from './codebook.ts';
import type { Draft } from './draft.ts';
import type { IssueCue } from './issue-table.ts';
import { childrenBy, lemmaOf, prepositionOf, type Reading, relationOf, subtreeOf } from './reading.ts';

/** Words between the two parts of a cue at most. */
const NEAR = 8;

/** In a cue: whoever is named as of a state ("two Canadians"). */
const PEOPLE = '<people>';

/** Kinds of actors whose names hold words like any other. */
const NAMED: ReadonlySet<ActorKind> = new Set(['government', 'person', 'office', 'organisation']);

/** Which words of a sentence are told of by which claims. */
export interface Told {
  /** Words whose clause holds a claim, at them or below. */
  readonly above: ReadonlySet<number>;
  /** Words under no claim. */
  readonly free: readonly number[];
  /** The first clause that no other claim stands above. */
  readonly first: number;
}

/** What the claims of a sentence leave to one another. */
export function readTold(drafts: readonly Draft[]): Told {
  const { reading } = drafts[0]!;
  const clauses = new Set(drafts.map(({ clause }) => clause));
  const above = new Set<number>();
  const topmost = new Set<number>();
  for (const clause of clauses) {
    let isTop = true;
    for (let at = clause; at >= 0; at = reading.heads[at]!) {
      above.add(at);
      if (at !== clause && clauses.has(at)) isTop = false;
    }
    if (isTop) topmost.add(clause);
  }
  const told = new Set([...topmost].flatMap((clause) => subtreeOf(reading, clause)));
  const free = reading.tokens.flatMap((_, i) => (told.has(i) ? [] : i));
  return { above, free, first: Math.min(...topmost) };
}

/**
 * The issues that a claim is about: cues among the words of its clause, also of a side clause that makes no claim of
 * its own. Words above all claims of a sentence count for the first: "the dam, which Peru rejects".
 */
export function findIssues(draft: Draft, codebook: Codebook, told: Told): string[] {
  const { reading, kind, type } = draft;
  const words = draft.isItem ? draft.words : wordsOfClaim(draft, told);
  const parties = new Set([...draft.actors, ...draft.recipients]);
  // Who takes part is not what is at issue: "China shelled Taiwan" is no claim about the Taiwan question; but
  // "Americans detained" is about detained Americans, and "expelled the troops" about troops.
  const isParty = (i: number): boolean =>
    kind !== 'position' &&
    (reading.actorsOn[i] ?? []).some(
      (mention) => parties.has(mention) && !(isMany(mention.actor) && reading.tokens[i]!.upos === 'NOUN'),
    );
  const isNothing = (i: number): boolean =>
    isParty(i) || isDoer(reading, i) || isAddressed(draft, i) || (type === 'CONSULT' && isVenue(reading, i));
  const found = issuesIn(reading, words, codebook, isNothing);
  // Who is killed, and with what, is not what two states fight over.
  const kept = type === 'ASSAULT' ? found.filter((id) => codebook.foughtOver.has(id)) : found;
  return [...new Set([...draft.issues, ...kept])].sort();
}

/**
 * The issues whose cues stand among some words of a sentence, in order of their ids; words that `skips` are no cue by
 * themselves. A cue within a longer one gives way: "oil exports" are no matter of exports.
 */
export function issuesIn(
  reading: Reading,
  words: readonly number[],
  codebook: Codebook,
  skips: (word: number) => boolean = () => false,
): string[] {
  const inside = new Set(words);
  const standsAt = (run: readonly string[], at: number): boolean =>
    run.every((word, offset) => inside.has(at + offset) && isWord(reading, at + offset, word));
  const issues = new Set<string>();
  const runs: { readonly issue: string | null; readonly start: number; readonly end: number }[] = [];
  /** How long the longest run is that holds a word. */
  const longest = new Map<number, number>();
  for (const start of words) {
    for (const { issue, lemmas, near } of cuesAt(reading, start, codebook)) {
      if (!standsAt(lemmas, start)) continue;
      if (near === null) {
        const end = start + lemmas.length;
        runs.push({ issue, start, end });
        for (let i = start; i < end; i++) longest.set(i, Math.max(longest.get(i) ?? 0, lemmas.length));
      } else if (issue !== null && isNear(start, near, standsAt)) issues.add(issue);
    }
  }
  for (const { issue, start, end } of runs) {
    if (issue === null || isSkipped(reading, start, end, skips)) continue;
    if (isPartOfName(reading, start, end)) continue;
    if (spanned(start, end).some((i) => longest.get(i) === end - start)) issues.add(issue);
  }
  return [...issues].sort();
}

function cuesAt(reading: Reading, at: number, { issueCues }: Codebook): readonly IssueCue[] {
  return waysOf(reading, at).flatMap((way) => issueCues.get(way) ?? []);
}

function isWord(reading: Reading, at: number, word: string): boolean {
  if (word === PEOPLE)
    return reading.actorsOn[at]!.some(({ actor }) => isMany(actor) && actor.sector !== 'MIL');
  return waysOf(reading, at).includes(word);
}

/** The lemma, the word as written, and without a plural s: "troops" and "bases" keep theirs, or are of "basis". */
function waysOf(reading: Reading, at: number): string[] {
  const form = reading.tokens[at]!.form.toLowerCase();
  return [...new Set([lemmaOf(reading, at), form, form.endsWith('s') ? form.slice(0, -1) : form])];
}

function isMany({ kind, sector }: Actor): boolean {
  return kind === 'group' || kind === 'people' || sector === 'MIL';
}

function isNear(
  start: number,
  near: NonNullable<IssueCue['near']>,
  standsAt: (run: readonly string[], at: number) => boolean,
): boolean {
  return spanned(start - NEAR, start + NEAR + 1).some((at) => near.some((run) => standsAt(run, at)));
}

/** "over Iran" is no cue where Iran takes part: a preposition does not count. */
function isSkipped(reading: Reading, start: number, end: number, skips: (word: number) => boolean): boolean {
  return spanned(start, end).every((i) => skips(i) || reading.tokens[i]!.upos === 'ADP');
}

/** "the trade minister", "the Peace Council": a word in the name of somebody is about nothing. */
function isPartOfName(reading: Reading, start: number, end: number): boolean {
  const first = reading.tokens[start]!.start;
  const last = reading.tokens[end - 1]!.end;
  return reading.actorsOn[start]!.some(
    ({ actor, ...mention }) =>
      NAMED.has(actor.kind) &&
      actor.sector !== 'MIL' &&
      mention.start <= first &&
      last <= mention.end &&
      (mention.start < first || last < mention.end),
  );
}

function spanned(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function wordsOfClaim(draft: Draft, { above, free, first }: Told): number[] {
  const { reading, clause } = draft;
  const own = subtreeOf(reading, clause).filter((i) => !inOwnClause(draft, i, above));
  if (clause === first) return [...free, ...own].sort((a, b) => a - b);
  const head = reading.heads[clause]!;
  // "the engineers detained in Peru": the participle hangs on those it is done to.
  return relationOf(reading, clause) === 'acl' && head >= 0 ? [...phraseOf(reading, head), ...own] : own;
}

/** A noun with what is said of it, without clauses and what is joined to it. */
function phraseOf(reading: Reading, noun: number): number[] {
  const own = childrenBy(reading, noun, 'compound', 'amod', 'nmod', 'flat');
  return [noun, ...own.flatMap((child) => subtreeOf(reading, child))].sort((a, b) => a - b);
}

/** Whether a word under a clause stands in a joined or a side clause that makes a claim of its own. */
function inOwnClause(draft: Draft, word: number, above: ReadonlySet<number>): boolean {
  const { reading, clause, node } = draft;
  for (let at = word; at >= 0 && at !== clause && at !== node; at = reading.heads[at]!) {
    if (!above.has(at)) continue;
    const relation = reading.relations[at]!;
    if (/^(acl:relcl|advcl|parataxis)$/.test(relation) && !isMatterOf(draft, at)) return true;
    if (relation === 'conj' && reading.tokens[at]!.upos === 'VERB') return true;
  }
  return false;
}

/** "condemned Peru for fishing", "urged Peru to leave the reef": what somebody is blamed for or asked to do is what it is about. */
function isMatterOf({ reading, node, type }: Draft, clause: number): boolean {
  if (reading.heads[clause] !== node || relationOf(reading, clause) !== 'advcl' || clause < node)
    return false;
  const markers = childrenBy(reading, clause, 'mark', 'case').map((marker) => lemmaOf(reading, marker));
  if (type === 'ACCUSE') return markers.some((marker) => /^(for|of|over)$/.test(marker));
  return type === 'REQUEST' && markers.includes('to');
}

/** "Taiwan said": a state that does or says something is not what is at issue. */
function isDoer(reading: Reading, word: number): boolean {
  return relationOf(reading, word) === 'nsubj' && reading.actorsOn[word]!.some(({ actor }) => isState(actor));
}

/** "demanded from Ukraine an apology": whom somebody speaks to is not what they speak about. */
function isAddressed({ reading, kind, node, recipients }: Draft, word: number): boolean {
  return (
    kind === 'position' &&
    reading.heads[word] === node &&
    (/^i?obj$/.test(relationOf(reading, word)) || prepositionOf(reading, word) === 'from') &&
    reading.actorsOn[word]!.some((mention) => isState(mention.actor) && !recipients.includes(mention))
  );
}

function isState({ kind }: Actor): boolean {
  return kind === 'state' || kind === 'government';
}

/** "met at the border", "talks in the embassy": where people meet is not what they meet about. */
function isVenue(reading: Reading, word: number): boolean {
  let noun = word;
  while (/^(compound|amod|flat|det|case)$/.test(relationOf(reading, noun)) && reading.heads[noun]! >= 0)
    noun = reading.heads[noun]!;
  return (
    relationOf(reading, noun) === 'obl' &&
    /^(at|in|near|outside|inside|aboard)$/.test(prepositionOf(reading, noun) ?? '')
  );
}
