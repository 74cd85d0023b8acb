import type { ActorMention } from '../actors/actor.ts';
import { contains, type Span } from '../report.ts';
import type { When } from '../time/when.ts';
import type { Attribution, SourceKind } from './claim.ts';
import { claimActor } from './claim-actor.ts';
import type { Codebook, CueKind } from './codebook.ts';
import { timesNear } from './dating.ts';
import { actorsNamed, subjectsOf } from './parties.ts';
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
} from './reading.ts';

/** Somebody says something in this sentence. */
export interface Saying {
  readonly cue: number;
  readonly cueKind: CueKind;
  /** The node under which the content lies; -1 where the cue interrupts the sentence and the rest is content. */
  readonly content: number;
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
    const { upos } = reading.tokens[i]!;
    const saying =
      upos === 'VERB'
        ? verbSaying(reading, codebook, i)
        : lemmaOf(reading, i) === 'accord' || lemmaOf(reading, i) === 'according'
          ? accordingTo(reading, codebook, i)
          : null;
    if (saying !== null) sayings.push(saying);
  }
  return sayings;
}

/** Who says what stands at a node: the innermost saying around it, with the outer ones as its chain. */
export function sourceOf(reading: Reading, sayings: readonly Saying[], node: number): Attribution {
  const around = sayings
    .filter(({ cue, content }) => cue !== node && isContent(reading, cue, content, node))
    .sort((a, b) => depthOf(reading, b.content) - depthOf(reading, a.content));
  const inner = around.find(({ pronominal }, at) => !pronominal || at === around.length - 1);
  if (inner === undefined) return NARRATOR;
  const outer = around.slice(around.indexOf(inner) + 1).filter(({ pronominal }) => !pronominal);
  return { ...inner.attribution, via: outer.map(({ attribution }) => attribution.asWritten ?? '') };
}

function isContent(reading: Reading, cue: number, content: number, node: number): boolean {
  return isUnder(reading, node, content) && (content !== reading.heads[cue] || !isUnder(reading, node, cue));
}

function verbSaying(reading: Reading, codebook: Codebook, verb: number): Saying | null {
  const kind = codebook.cues.get(`${lemmaOf(reading, verb)}/verb`);
  if (kind === undefined) return null;
  const source = subjectsOf(reading, verb)[0];
  if (source === undefined) return null;
  // "..., the minister said": the cue hangs beside what it reports.
  const beside = relationOf(reading, verb) === 'parataxis' && childBy(reading, verb, 'ccomp') === null;
  const content = beside ? reading.heads[verb]! : childBy(reading, verb, 'ccomp', ...(kind === 'say' ? ['parataxis'] : ['xcomp']));
  if (content === null || isUnder(reading, source, content)) return null;
  return makeSaying(reading, codebook, verb, kind, content, source, [verb, ...wordsOfCue(reading, verb)]);
}

/** "told reporters", "said in a statement" keep only what belongs to the cue. */
function wordsOfCue(reading: Reading, verb: number): number[] {
  const listener = childBy(reading, verb, 'iobj', 'obj');
  return listener !== null && lemmaOf(reading, listener) === 'reporter' ? [listener] : [];
}

function accordingTo(reading: Reading, codebook: Codebook, word: number): Saying | null {
  const source = relationOf(reading, word) === 'case' ? reading.heads[word]! : childBy(reading, word, 'obl', 'nmod');
  if (source === null || source < 0) return null;
  const clause = relationOf(reading, word) === 'case' ? reading.heads[source]! : reading.heads[word]!;
  if (clause < 0) return null;
  const to = reading.tokens[word + 1]?.form.toLowerCase() === 'to' ? [word + 1] : [];
  return makeSaying(reading, codebook, source, 'say', clause, source, [word, ...to]);
}

function makeSaying(
  reading: Reading,
  codebook: Codebook,
  cue: number,
  cueKind: CueKind,
  content: number,
  source: number,
  cueWords: readonly number[],
): Saying | null {
  const named = actorsNamed(reading, source);
  const kind = sourceKindOf(reading, codebook, source, named);
  if (kind === null) return null;
  const sourceSpan = named[0] !== undefined && contains(named[0], reading.tokens[source]!) ? widest(named) : spanUnder(reading, source);
  const inContent = subtreeOf(reading, content).filter((i) => content !== reading.heads[cue] || !isUnder(reading, i, cue));
  const contentSpan = spanOfTokens(reading, inContent);
  const cueSpan = spanOfTokens(reading, [...cueWords].sort((a, b) => a - b));
  const pronominal = reading.tokens[source]!.upos === 'PRON';
  const said = timesNear(reading, cue, content);
  return {
    cue,
    cueKind,
    content,
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
export function sourceKindOf(
  reading: Reading,
  codebook: Codebook,
  node: number,
  named: readonly ActorMention[],
): SourceKind | null {
  const words = [node, ...childrenBy(reading, node, 'compound', 'appos', 'amod', 'nmod', 'flat', 'conj')];
  const mention = named.find((candidate) => contains(candidate, reading.tokens[node]!));
  const nouns = (mention === undefined ? words : [...words, ...tokensOf(reading, mention)])
    .map((word) => codebook.sourceNouns.get(lemmaOf(reading, word)))
    .filter((kind) => kind !== undefined);
  if (mention === undefined) {
    const kind = codebook.sourceNouns.get(lemmaOf(reading, node));
    if (kind === 'named-official') return 'unnamed-officials';
    return kind ?? null;
  }
  const { actor, via } = mention;
  switch (actor.kind) {
    case 'person':
      if (nouns.includes('spokesperson') || actor.office?.includes('spokes')) return 'spokesperson';
      if (actor.office !== undefined || actor.sector !== undefined) return via === 'office' && actor.id.includes('?') ? 'unnamed-officials' : 'named-official';
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

function tokensOf(reading: Reading, span: Span): number[] {
  return reading.tokens.flatMap((token, i) => (contains(span, token) ? [i] : []));
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

function depthOf(reading: Reading, node: number): number {
  let depth = 0;
  for (let at = node; at >= 0; at = reading.heads[at]!) depth++;
  return depth;
}

/** The day something was said, as a single bound, where the source or the report tells. */
export function saidDay(attribution: Attribution, publishedOn: string): string {
  const said: When | null = attribution.saidOn;
  return said?.beginMin ?? said?.endMax ?? publishedOn;
}
