import type { ActorMention } from '../actors/actor.ts';
import { contains, type Span } from '../report.ts';
import type { When } from '../time/when.ts';
import type { Attribution, SourceKind } from './claim.ts';
import { claimActor } from './claim-actor.ts';
import type { Codebook, CueKind } from './codebook.ts';
import { timesNear } from './dating.ts';
import { actorsNamed, isPassive, subjectsOf } from './parties.ts';
import {
  childBy,
  childrenBy,
  isUnder,
  lemmaOf,
  type Reading,
  relationOf,
  spanOfTokens,
  spanUnder,
  subtreeOf,
  tokensIn,
} from './reading.ts';

/** Somebody says something in this sentence. */
export interface Saying {
  readonly cue: number;
  readonly cueKind: CueKind;
  /** The tokens of what is said. */
  readonly inside: ReadonlySet<number>;
  /** The subject is a pronoun: whoever speaks in the clause above is meant. */
  readonly pronominal: boolean;
  readonly attribution: Attribution;
}

/** The report speaking in its own voice. */
export const NARRATOR: Attribution = {
  kind: 'narrator',
  asWritten: null,
  sourceSpan: null,
  cueSpan: null,
  contentSpan: null,
  quoted: 'none',
  saidOn: null,
  via: [],
};

/** Every saying of a sentence: cue verbs with a clause or a quotation, and "according to". */
export function findSayings(reading: Reading, codebook: Codebook): Saying[] {
  const sayings: Saying[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    const saying = /^accord(?:ing)?$/.test(lemmaOf(reading, i))
      ? accordingTo(reading, codebook, i)
      : reading.tokens[i]!.upos === 'VERB'
        ? verbSaying(reading, codebook, i)
        : null;
    if (saying !== null) sayings.push(saying);
  }
  return sayings;
}

/** Who says what stands at a node: the innermost saying around it, with the outer ones as its chain. */
export function sourceOf(sayings: readonly Saying[], node: number): Attribution {
  const around = sayings
    .filter(({ cue, inside }) => cue !== node && inside.has(node))
    .sort((a, b) => a.inside.size - b.inside.size);
  const inner = around.find(({ pronominal }, at) => !pronominal || at === around.length - 1);
  if (inner === undefined) return NARRATOR;
  const outer = around.slice(around.indexOf(inner) + 1).filter(({ pronominal }) => !pronominal);
  return { ...inner.attribution, via: outer.map(({ attribution }) => attribution.asWritten ?? '') };
}

function verbSaying(reading: Reading, codebook: Codebook, verb: number): Saying | null {
  const kind = codebook.cues.get(`${lemmaOf(reading, verb)}/verb`);
  // "is expected to": the passive of a cue names no one who says so.
  if (kind === undefined || isPassive(reading, verb)) return null;
  const source = subjectsOf(reading, verb)[0];
  if (source === undefined) return null;
  const inside = contentOf(reading, verb, kind, source);
  if (inside.size === 0 || inside.has(source)) return null;
  return makeSaying(reading, codebook, verb, kind, inside, source, [verb, ...wordsOfCue(reading, verb)]);
}

/** The words that a cue verb reports: the quotation beside it, else the clause under it, else the one around it. */
function contentOf(reading: Reading, verb: number, kind: CueKind, source: number): Set<number> {
  const quoted = quotationBeside(reading, verb, source);
  if (quoted !== null) return quoted;
  const clause = childBy(reading, verb, 'ccomp', ...(kind === 'say' ? [] : ['xcomp']));
  if (clause !== null) return new Set(subtreeOf(reading, clause));
  const beside =
    relationOf(reading, verb) === 'parataxis' ? reading.heads[verb]! : childBy(reading, verb, 'parataxis');
  if (beside === null) return new Set();
  return new Set(
    subtreeOf(reading, beside).filter((i) => beside !== reading.heads[verb] || !isUnder(reading, i, verb)),
  );
}

/** “...,” the minister said; the minister said: “...”: the words between the marks nearest to the cue, or null. */
function quotationBeside(reading: Reading, verb: number, source: number): Set<number> | null {
  const { tokens } = reading;
  const isQuote = (i: number, marks: RegExp) => i >= 0 && i < tokens.length && marks.test(tokens[i]!.form);
  let before =
    Math.min(
      verb,
      ...subtreeOf(reading, source),
      ...tokensIn(tokens, widest([tokens[source]!, ...reading.actorsOn[source]!])),
    ) - 1;
  if (isQuote(before, COMMA)) before--;
  if (isQuote(before, CLOSING)) {
    for (let open = before - 1; open >= 0; open--) if (isQuote(open, OPENING)) return range(open + 1, before);
    return range(0, before);
  }
  let after = Math.max(verb, ...wordsOfCue(reading, verb)) + 1;
  if (isQuote(after, COMMA)) after++;
  if (!isQuote(after, OPENING)) return null;
  for (let close = after + 1; close < tokens.length; close++)
    if (isQuote(close, CLOSING)) return range(after + 1, close);
  return range(after + 1, tokens.length);
}

const OPENING = /^(?:["“]|``)$/;
const CLOSING = /^(?:["”]|'')$/;
const COMMA = /^[,:]$/;

function range(from: number, to: number): Set<number> | null {
  return to <= from ? null : new Set(Array.from({ length: to - from }, (_, i) => from + i));
}

/** "told reporters", "said in a statement" keep only what belongs to the cue. */
function wordsOfCue(reading: Reading, verb: number): number[] {
  const listener = childBy(reading, verb, 'iobj', 'obj');
  return listener !== null && lemmaOf(reading, listener) === 'reporter' ? [listener] : [];
}

function accordingTo(reading: Reading, codebook: Codebook, word: number): Saying | null {
  const source =
    relationOf(reading, word) === 'case' ? reading.heads[word]! : childBy(reading, word, 'obl', 'nmod');
  if (source === null || source < 0) return null;
  const clause = relationOf(reading, word) === 'case' ? reading.heads[source]! : reading.heads[word]!;
  if (clause < 0) return null;
  const to = reading.tokens[word + 1]?.form.toLowerCase() === 'to' ? [word + 1] : [];
  const inside = new Set(subtreeOf(reading, clause).filter((i) => !isUnder(reading, i, source)));
  return makeSaying(reading, codebook, source, 'say', inside, source, [word, ...to]);
}

function makeSaying(
  reading: Reading,
  codebook: Codebook,
  cue: number,
  cueKind: CueKind,
  inside: ReadonlySet<number>,
  source: number,
  cueWords: readonly number[],
): Saying | null {
  const named = actorsNamed(reading, source);
  const kind = sourceKindOf(reading, codebook, source, named);
  if (kind === null) return null;
  const sourceSpan =
    named[0] !== undefined && contains(named[0], reading.tokens[source]!)
      ? widest(named)
      : spanUnder(reading, source);
  const contentSpan = spanOfTokens(
    reading,
    [...inside].sort((a, b) => a - b),
  );
  const cueSpan = spanOfTokens(
    reading,
    [...cueWords].sort((a, b) => a - b),
  );
  const pronominal = reading.tokens[source]!.upos === 'PRON';
  const said = timesNear(reading, cue, inside);
  return {
    cue,
    cueKind,
    inside,
    pronominal,
    attribution: {
      kind,
      ...(named[0] === undefined ? {} : { actor: claimActor(named[0]) }),
      asWritten: reading.report.text.slice(sourceSpan.start, sourceSpan.end),
      sourceSpan,
      cueSpan,
      contentSpan,
      quoted: quotationOf(reading.report.text, contentSpan),
      saidOn: said?.when ?? null,
      via: [],
    },
  };
}

/** What kind of source a nominal is, by the actor it names and the nouns in it; null where it cannot speak. */
function sourceKindOf(
  reading: Reading,
  codebook: Codebook,
  node: number,
  named: readonly ActorMention[],
): SourceKind | null {
  const words = [node, ...childrenBy(reading, node, 'compound', 'appos', 'amod', 'nmod', 'flat', 'conj')];
  const mention = named.find((candidate) => contains(candidate, reading.tokens[node]!));
  const nouns = (mention === undefined ? words : [...words, ...tokensIn(reading.tokens, mention)])
    .map((word) => codebook.sourceNouns.get(lemmaOf(reading, word)))
    .filter((kind) => kind !== undefined);
  if (mention === undefined) {
    const kind = codebook.sourceNouns.get(lemmaOf(reading, node));
    if (kind === 'named-official') return 'unnamed-officials';
    return kind ?? null;
  }
  const { actor } = mention;
  switch (actor.kind) {
    case 'person':
      if (nouns.includes('spokesperson') || actor.office?.includes('spokes')) return 'spokesperson';
      if (actor.office !== undefined || actor.sector !== undefined) return 'named-official';
      return nouns[0] ?? 'named-official';
    case 'office':
      return nouns.includes('spokesperson') ? 'spokesperson' : 'unnamed-officials';
    case 'group':
      return nouns[0] ?? 'unnamed-officials';
    case 'people':
      return nouns[0] ?? 'public';
    case 'organisation':
      return actor.sector === 'JRN' || nouns.includes('media') ? 'media' : 'organisation';
    default:
      return 'government';
  }
}

function widest(mentions: readonly Span[]): Span {
  return {
    start: Math.min(...mentions.map(({ start }) => start)),
    end: Math.max(...mentions.map(({ end }) => end)),
  };
}

/** Whether the content stands in quotation marks wholly, in part or not at all. */
function quotationOf(text: string, content: Span): Attribution['quoted'] {
  const before = text.slice(Math.max(0, content.start - 1), content.start + 1);
  const after = text.slice(content.end - 1, content.end + 2);
  if (/["“]/.test(before) && /["”]/.test(after)) return 'direct';
  return /["“”]/.test(text.slice(content.start, content.end)) ? 'mixed' : 'indirect';
}

/** The day something was said, as a single bound, where the source or the report tells. */
export function saidDay(attribution: Attribution, publishedOn: string): string {
  const said: When | null = attribution.saidOn;
  return said?.beginMin ?? said?.endMax ?? publishedOn;
}
