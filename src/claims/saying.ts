import type { ActorMention } from '../actors/actor.ts';
import { FIRST_PERSON } from '../actors/first-persons.ts';
import type { Span } from '../report.ts';
import { actorsNamed } from './actors-named.ts';
import type { Attribution } from './claim.ts';
import { claimActor } from './claim-actor.ts';
import type { Codebook, CueKind } from './codebook.ts';
import { timesNear } from './dating.ts';
import { MARK, type Quotation } from './quotations.ts';
import { type Reading, spanOfTokens } from './reading.ts';
import { sourceKindOf } from './source-kind.ts';
import { affiliationOf, relaysOf, sourceSpanOf } from './source-span.ts';

/** Somebody says something in this sentence. */
export interface Saying {
  readonly cue: number;
  readonly cueKind: CueKind;
  /** The tokens of what is said, as far as it stands in this sentence. */
  readonly inside: ReadonlySet<number>;
  /** The subject is a pronoun: whoever speaks in the clause above is meant. */
  readonly pronominal: boolean;
  /** Whether what is said rests on the source; not so where it is known anyway ("condemned the strike"). */
  readonly vouches: boolean;
  /** Quotations, in order, that are content of it. */
  readonly quotations: readonly Quotation[];
  /** Who speaks, where it is an actor. */
  readonly speaker: ActorMention | null;
  /** All states that speak together: "Oslo and Lima said". */
  readonly speakers: readonly ActorMention[];
  readonly attribution: Attribution;
}

/** What is said, and whether it rests on whoever says it. */
export interface Content {
  readonly inside: ReadonlySet<number>;
  readonly quotations: readonly Quotation[];
  readonly vouches: boolean;
}

interface Parts {
  readonly cue: number;
  readonly cueKind: CueKind;
  readonly content: Content;
  /** The head of the words that name who speaks. */
  readonly source: number | null;
  readonly cueWords: readonly number[];
}

/** Content of nothing but words that the sentence itself holds. */
export function told(words: Iterable<number>, vouches = true): Content {
  return { inside: new Set(words), quotations: [], vouches };
}

export function makeSaying(reading: Reading, codebook: Codebook, parts: Parts): Saying | null {
  const { cue, cueKind, content, source, cueWords } = parts;
  const { inside, quotations, vouches } = content;
  if (inside.size === 0 && quotations.length === 0) return null;
  if (source !== null && inside.has(source)) return null;
  const { text } = reading.report;
  const of = source === null ? [] : affiliationOf(reading, source, inside);
  const own = source === null ? [] : actorsNamed(reading, source);
  const named = own.length > 0 ? own : of.flatMap((word) => reading.actorsOn[word]!);
  const sourceSpan = source === null ? null : sourceSpanOf(reading, source, named, inside, cueWords, of);
  const contentSpan = contentSpanOf(reading, inside, quotations);
  return {
    cue,
    cueKind,
    inside,
    pronominal:
      source !== null &&
      reading.tokens[source]!.upos === 'PRON' &&
      !named.some(({ rule }) => rule === FIRST_PERSON),
    vouches,
    quotations,
    speaker: named.find(({ actor }) => actor.country !== null) ?? named[0] ?? null,
    speakers: own.filter(({ actor }) => actor.country !== null),
    attribution: {
      kind: source === null ? 'unnamed-sources' : sourceKindOf(reading, codebook, source, named),
      ...(named[0] === undefined ? {} : { actor: claimActor(named[0]) }),
      asWritten: sourceSpan === null ? null : text.slice(sourceSpan.start, sourceSpan.end),
      sourceSpan,
      cueSpan: spanOfTokens(
        reading,
        [...new Set(cueWords)].sort((a, b) => a - b),
      ),
      contentSpan,
      quoted: quotationOf(text, contentSpan, quotations),
      saidOn: saidOn(reading, cue, inside),
      via: source === null ? [] : relaysOf(reading, source),
    },
  };
}

/** The parts of what is said with their quotation marks, in text order: the cue may stand in its middle. */
export function contentPieces(reading: Reading, { inside, quotations }: Saying): Span[] {
  const words = [...inside].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const word of words) {
    if (runs.at(-1)?.at(-1) === word - 1) runs.at(-1)!.push(word);
    else runs.push([word]);
  }
  const { start, end } = reading.sentence;
  const beyond = quotations.filter((quotation) => quotation.start < start || quotation.end > end);
  return [...runs.map((run) => spanOfTokens(reading, run)), ...beyond]
    .map((piece) => withMarks(reading.report.text, piece))
    .sort((a, b) => a.start - b.start);
}

function withMarks(text: string, { start, end }: Span): Span {
  const before = /(?:["“«‘]|'')$/.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0;
  const behind = /^[.,?!]{0,2}(?:["”»’]|'')/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  return { start: start - before, end: end + behind };
}

function contentSpanOf(
  reading: Reading,
  inside: ReadonlySet<number>,
  quotations: readonly Quotation[],
): Span {
  const words = [...inside].sort((a, b) => a - b);
  const spans = [...(words.length === 0 ? [] : [spanOfTokens(reading, words)]), ...quotations];
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** Whether the content stands in quotation marks wholly, in part or not at all. */
function quotationOf(text: string, content: Span, quotations: readonly Quotation[]): Attribution['quoted'] {
  const first = quotations[0];
  if (first !== undefined) return first.start - content.start < 4 ? 'direct' : 'mixed';
  const before = text.slice(Math.max(0, content.start - 2), content.start + 1);
  const after = text.slice(content.end - 1, content.end + 3);
  if (MARK.test(before) && MARK.test(after)) return 'direct';
  return /["“”«»‘]|''/.test(text.slice(content.start, content.end)) ? 'mixed' : 'indirect';
}

/** When it was said; a day after the report's belongs to what is said. */
function saidOn(reading: Reading, cue: number, inside: ReadonlySet<number>): Attribution['saidOn'] {
  const when = timesNear(reading, cue, inside)?.when ?? null;
  return when?.beginMin != null && when.beginMin > reading.report.publishedOn ? null : when;
}
