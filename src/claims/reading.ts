import type { Actor, ActorMention } from '../actors/actor.ts';
import type { Sentence, Token } from '../language/sentence.ts';
import type { Report, Span } from '../report.ts';
import type { TimeMention } from '../time/when.ts';
import { withDue } from './due-to.ts';
import { nameRunsIn } from './name-runs.ts';
import { cutTree, datelineLength } from './past-dateline.ts';
import { findPlaces } from './places.ts';
import { withSpeechBeside } from './said-beside.ts';

/** A sentence with its tree, actors and times side by side: what every rule of this stage reads. */
export interface Reading {
  readonly report: Report;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly heads: Int16Array;
  readonly relations: readonly string[];
  readonly children: readonly (readonly number[])[];
  /** Actor mentions that cover a token; several where one word means several ("the two countries"). */
  readonly actorsOn: readonly (readonly ActorMention[])[];
  /** The members of each actor's list, where it stands in one of three or more ("Iran, Iraq and Oman"). */
  readonly listed: ReadonlyMap<ActorMention, readonly ActorMention[]>;
  /** Regions and towns at their words, as the state that they lie in; nobody acts by them. */
  readonly placeAt: readonly (ActorMention | undefined)[];
  /** The time mention whose words hang together under this token, if it is their head. */
  readonly timeAt: readonly (TimeMention | undefined)[];
  /** How many tokens at the start only say where it was written, or who speaks. */
  readonly opening: number;
}

const NOBODY: readonly ActorMention[] = [];
const NOWHERE: ReadonlyMap<string, Actor> = new Map();

export function readReading(
  report: Report,
  sentence: Sentence,
  actors: readonly ActorMention[],
  times: readonly TimeMention[],
  places: ReadonlyMap<string, Actor> = NOWHERE,
  label: Span | null = null,
): Reading {
  const { tokens, tree: whole } = sentence.around(nameRunsIn(sentence.words, actors));
  const actorsOn: (readonly ActorMention[])[] = new Array(tokens.length).fill(NOBODY);
  for (const mention of actors) {
    if (isCredit(report.text, mention)) continue;
    for (const i of tokensIn(tokens, mention)) actorsOn[i] = [...actorsOn[i]!, mention];
  }
  const dateline = label === null ? datelineLength(tokens, actorsOn) : tokensIn(tokens, label).length + 1;
  actorsOn.fill(NOBODY, 0, dateline);
  const tree = withSpeechBeside(tokens, withDue(tokens, dateline === 0 ? whole : cutTree(whole, dateline)));
  const children: number[][] = tokens.map(() => []);
  for (let i = 0; i < tokens.length; i++) if (tree.heads[i]! >= 0) children[tree.heads[i]!]!.push(i);
  const timeAt: (TimeMention | undefined)[] = new Array(tokens.length).fill(undefined);
  for (const mention of times) {
    const head = headOf(tokensIn(tokens, mention), tree.heads);
    if (head !== null) timeAt[head] = mention;
  }
  return {
    report,
    sentence,
    tokens,
    heads: tree.heads,
    relations: tree.relations,
    children,
    actorsOn,
    listed: listsOf(report.text, actors),
    placeAt: findPlaces(sentence.words, actors, places),
    timeAt,
    opening: dateline,
  };
}

/** "(BBC)" behind a sentence says where it was read: nobody in brackets by themselves takes part. */
function isCredit(text: string, { start, end, actor }: ActorMention): boolean {
  return text[start - 1] === '(' && text[end] === ')' && actor.kind === 'organisation';
}

/** Lists of three or more actors with nothing but commas and one "and" between them, whatever the tree makes of them. */
function listsOf(text: string, actors: readonly ActorMention[]): Map<ActorMention, readonly ActorMention[]> {
  const lists = new Map<ActorMention, readonly ActorMention[]>();
  let list: ActorMention[] = [];
  for (const mention of actors) {
    const before = list.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, mention.start);
    if (/^, (?:the )?$/.test(gap)) {
      list.push(mention);
    } else if (list.length >= 2 && /^,? (?:and|or) (?:the )?$/.test(gap)) {
      list.push(mention);
      for (const member of list) lists.set(member, list);
      list = [];
    } else {
      list = [mention];
    }
  }
  return lists;
}

/** Tokens that lie in a span, in order. */
export function tokensIn(tokens: readonly Token[], span: Span): number[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const inside: number[] = [];
  for (let i = low; i < tokens.length && tokens[i]!.start < span.end; i++) inside.push(i);
  return inside;
}

/** The one among these tokens that hangs on a token outside them; the first where there are several. */
function headOf(inside: readonly number[], heads: Int16Array): number | null {
  if (inside.length === 0) return null;
  const first = inside[0]!;
  const last = inside.at(-1)!;
  return inside.find((i) => heads[i]! < first || heads[i]! > last) ?? first;
}

/** The relation without its subtype: `nmod` for `nmod:poss`. */
export function relationOf(reading: Reading, i: number): string {
  const relation = reading.relations[i]!;
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

export function lemmaOf(reading: Reading, i: number): string {
  return reading.tokens[i]!.lemma.toLowerCase();
}

/** The first child that hangs by one of these relations (without subtype, unless one is named). */
export function childBy(reading: Reading, i: number, ...relations: readonly string[]): number | null {
  for (const child of reading.children[i]!) {
    if (relations.includes(reading.relations[child]!) || relations.includes(relationOf(reading, child)))
      return child;
  }
  return null;
}

export function childrenBy(reading: Reading, i: number, ...relations: readonly string[]): number[] {
  return reading.children[i]!.filter(
    (child) =>
      relations.includes(reading.relations[child]!) || relations.includes(relationOf(reading, child)),
  );
}

/** The preposition of a nominal ("to", "with", "because of" -> "because"), or null. */
export function prepositionOf(reading: Reading, i: number): string | null {
  const marker = childBy(reading, i, 'case');
  return marker === null ? null : lemmaOf(reading, marker);
}

/** The word that marks a clause ("that", "to", "if"), or null. */
export function markOf(reading: Reading, node: number): string | null {
  const mark = childBy(reading, node, 'mark');
  return mark === null ? null : lemmaOf(reading, mark);
}

/** Tokens under a node, itself included, in text order. */
export function subtreeOf(reading: Reading, node: number): number[] {
  const found: number[] = [node];
  for (let at = 0; at < found.length; at++) found.push(...reading.children[found[at]!]!);
  return found.sort((a, b) => a - b);
}

/** Words that tie a clause to what stands before it and change nothing in it: not "without", "unless", "to" of a verb. */
const TIES = /^(?:and|but|that|as|while|when|after|of|at|to|in|on|for|about|over|by|with|from|during)$/;

/** From the first to the last word under a node, without marks at the edges and without the word that ties it on. */
export function spanUnder(reading: Reading, node: number): Span {
  const inside = subtreeOf(reading, node);
  const tied = inside.findIndex((i) => i === node || (!isMark(reading, i) && !isTie(reading, i, node)));
  return spanOfTokens(reading, inside.slice(tied));
}

function isTie(reading: Reading, i: number, node: number): boolean {
  const relation = reading.relations[i]!;
  const ties =
    relation === 'case' || relation === 'cc' || (relation === 'mark' && lemmaOf(reading, i) !== 'to');
  return ties && reading.heads[i] === node && TIES.test(lemmaOf(reading, i));
}

export function spanOfTokens(reading: Reading, inside: readonly number[]): Span {
  let first = 0;
  let last = inside.length - 1;
  while (first < last && isMark(reading, inside[first]!)) first++;
  while (last > first && isMark(reading, inside[last]!)) last--;
  return { start: reading.tokens[inside[first]!]!.start, end: reading.tokens[inside[last]!]!.end };
}

/** Whether `node` is `ancestor` or lies under it. */
export function isUnder(reading: Reading, node: number, ancestor: number): boolean {
  for (let at = node; at >= 0; at = reading.heads[at]!) if (at === ancestor) return true;
  return false;
}

function isMark(reading: Reading, i: number): boolean {
  return reading.tokens[i]!.upos === 'PUNCT';
}
