import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed, unique } from './actors-named.ts';
import { NARRATOR, sourceOf } from './attribution.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { timesNear } from './dating.ts';
import type { Draft } from './draft.ts';
import { isPartyless } from './encounter-days.ts';
import { issuesIn } from './issues.ts';
import { findPredicates } from './predicates.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf, subtreeOf } from './reading.ts';
import type { Reality } from './reality.ts';
import type { Saying } from './saying.ts';
import { ownersOf } from './slots.ts';

/** Verbs that only carry what is aimed at: "to have frank talks". */
const CARRIERS = new Set(['have', 'hold', 'make', 'get', 'see', 'find', 'achieve', 'reach', 'secure', 'win']);
/** Aims only where it is something to do: "their second goal was a gift". */
const GAMES = new Set(['goal', 'target', 'mission', 'task']);
/** Words of a trigger at most. */
const MOST_WORDS = 6;

/**
 * What somebody is after: "Her main goal is to win their release", "Opening a hotline is a top priority". Wanted by the
 * owner of the aim, else by whoever speaks of it. An act that is coded already is
 * coded as wanted; where what is aimed at holds another act, nothing is added.
 */
export function findAims(
  reading: Reading,
  codebook: Codebook,
  sayings: readonly Saying[],
  drafts: readonly Draft[],
): Draft[] {
  const found: Draft[] = [];
  for (let aim = 0; aim < reading.tokens.length; aim++) {
    if (reading.tokens[aim]!.upos !== 'NOUN' || !codebook.standing.aim.has(lemmaOf(reading, aim))) continue;
    const goal = goalOf(reading, aim);
    if (goal === null) continue;
    const { node: top, words } = goal;
    const saying = sayings.find(({ inside }) => inside.has(aim));
    const holders = unique(
      [
        ...ownersOf(reading, aim, true).flatMap((owner) => actorsNamed(reading, owner)),
        saying?.speaker ?? [],
      ].flat(),
    ).slice(0, 1);
    if (holders.length === 0) continue;
    const carries = CARRIERS.has(lemmaOf(reading, top));
    const act = findPredicates(reading, codebook).find(
      ({ node, carrier }) => node === top || carrier === top || (carries && words.includes(node)),
    );
    const node = act?.node ?? (carries ? childBy(reading, top, 'obj') : null) ?? top;
    if (act === undefined && reading.tokens[top]!.upos !== 'VERB' && GAMES.has(lemmaOf(reading, aim)))
      continue;
    const reality: Reality = {
      status: 'wanted',
      polarity: 'positive',
      rule: 'status/aim',
      span: reading.tokens[aim]!,
    };
    const told = drafts.filter((draft) => words.includes(draft.node) && !isPartyless(draft));
    const same = told.find((draft) => draft.node === node);
    if (same !== undefined) found.push({ ...same, reality, rules: [...same.rules, ruleOf(reality)] });
    if (told.length > 0) continue;
    found.push({
      reading,
      kind: 'event',
      ...codeOf(act?.predicate),
      node,
      clause: top,
      words: triggerWords(reading, node),
      actors: holders,
      recipients: othersAmong(reading, words, holders),
      place: null,
      reality,
      attribution: sourceOf(sayings, aim) ?? NARRATOR,
      when: timesNear(reading, top)?.when ?? null,
      standing: false,
      issues: issuesIn(reading, words, codebook),
      rules: [{ field: 'kind', rule: 'aims/goal', span: reading.tokens[aim]! }, ruleOf(reality)],
    });
  }
  return found;
}

function ruleOf({ rule, span }: Reality): Draft['rules'][number] {
  return { field: 'status', rule, ...(span === undefined ? {} : { span }) };
}

interface Goal {
  readonly node: number;
  readonly words: readonly number[];
}

/** What is aimed at: the predicate of which the aim is the subject, or the subject of which the aim is said. */
function goalOf(reading: Reading, aim: number): Goal | null {
  const copula = childBy(reading, aim, 'cop');
  const head = reading.heads[aim]!;
  if (copula !== null) {
    const subject = childBy(reading, aim, 'csubj', 'nsubj');
    return subject === null ? goalBefore(reading, copula) : goalUnder(reading, subject, aim);
  }
  if (head < 0 || !/^nsubj/.test(reading.relations[aim]!) || childBy(reading, head, 'cop') === null)
    return null;
  return goalUnder(reading, head, aim);
}

/** The words under a node that do not belong to the aim. */
function goalUnder(reading: Reading, node: number, aim: number): Goal {
  const words = subtreeOf(reading, node).filter((word) => {
    for (let at = word; at >= 0 && at !== node; at = reading.heads[at]!) if (at === aim) return false;
    return true;
  });
  return { node, words };
}

/** "opening a line to lower tensions was a priority", where the tree loses the subject: what stands before the copula. */
function goalBefore(reading: Reading, copula: number): Goal | null {
  let first = copula;
  while (first > 0 && !/^(SCONJ|PUNCT)$/.test(reading.tokens[first - 1]!.upos)) first--;
  const words = Array.from({ length: copula - first }, (_, at) => first + at);
  const node = words.find((word) => /^(VBG|NNS?)$/.test(reading.tokens[word]!.tag));
  return node === undefined ? null : { node, words };
}

/** An act that the lexicon knows keeps its type. */
function codeOf(known: Predicate | undefined): Pick<Draft, 'type' | 'mode' | 'contexts'> {
  if (known === undefined) return { type: null, contexts: ['diplomatic'] };
  const { type, mode, contexts } = known;
  return { type, ...(mode === undefined ? {} : { mode }), contexts };
}

function triggerWords(reading: Reading, node: number): number[] {
  // "opening channels" may be taken for channels that open.
  const isGerund = reading.tokens[node]!.tag === 'VBG' && relationOf(reading, node) === 'amod';
  const object = isGerund ? reading.heads[node]! : childBy(reading, node, 'obj');
  const words = [node, ...(object === null ? [] : [object])];
  for (const inner of object === null ? [] : childrenBy(reading, object, 'nmod').slice(0, 1))
    words.push(...subtreeOf(reading, inner));
  return [...new Set(words)].sort((a, b) => a - b).slice(0, MOST_WORDS);
}

function othersAmong(
  reading: Reading,
  words: readonly number[],
  holders: readonly ActorMention[],
): ActorMention[] {
  const own = new Set(holders.map(({ actor }) => actor.country));
  return unique(words.flatMap((word) => reading.actorsOn[word]!)).filter(
    ({ actor }) => actor.country !== null && !own.has(actor.country),
  );
}
