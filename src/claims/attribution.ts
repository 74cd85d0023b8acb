import { FIRST_PERSON } from '../actors/first-persons.ts';
import type { Report, Span } from '../report.ts';
import type { When } from '../time/when.ts';
import type { Attribution } from './claim.ts';
import type { Codebook } from './codebook.ts';
import { hasParagraphEnd, type Quotation, quotationsIn } from './quotations.ts';
import { type Reading, tokensIn } from './reading.ts';
import type { Saying } from './saying.ts';
import { findSayings } from './sayings.ts';

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

/** Who says what stands at a node: the innermost saying around it, with the outer ones as its chain. */
export function sourceOf(sayings: readonly Saying[], node: number): Attribution {
  const around = sayings
    .filter(({ cue, inside, vouches }) => vouches && cue !== node && inside.has(node))
    .sort(inward);
  const inner = around.find(({ pronominal }, at) => !pronominal || at === around.length - 1);
  if (inner === undefined) return NARRATOR;
  return withChain(inner, sayings);
}

/** Who says it, with those on whose word it is known that they do, the innermost first. */
export function withChain(saying: Saying, sayings: readonly Saying[]): Attribution {
  const outer = sayings
    .filter(
      (other) =>
        !(isFirstPerson(saying) && other.cue < 0) &&
        other.vouches &&
        !other.pronominal &&
        isAround(other, saying),
    )
    .sort(inward);
  const via = outer.flatMap(({ attribution: { asWritten } }) => asWritten ?? []);
  return { ...saying.attribution, via: [...saying.attribution.via, ...via] };
}

/** "I said": nobody cites the one who speaks. */
function isFirstPerson({ speaker }: Saying): boolean {
  return speaker?.rule === FIRST_PERSON;
}

/** The innermost first; of two that say the same, whoever is cited. */
function inward(a: Saying, b: Saying): number {
  return a.inside.size - b.inside.size || b.cue - a.cue;
}

function isAround(outer: Saying, inner: Saying): boolean {
  if (outer === inner) return false;
  if (outer.inside.has(inner.cue)) return true;
  return (
    inward(inner, outer) < 0 && inner.inside.size > 0 && [...inner.inside].every((i) => outer.inside.has(i))
  );
}

/**
 * Every saying of some sentences of a report, sentence by sentence: those that begin in it, and those that run on from
 * another. `readings` are in text order.
 */
export function sayingsIn(
  { text }: Report,
  readings: readonly Reading[],
  codebook: Codebook,
  quotations: readonly Quotation[],
): Saying[][] {
  const begun = readings.map((reading) => findSayings(reading, codebook, quotations));
  return quotations.length === 0 ? begun : runOn(text, readings, begun, quotations);
}

/**
 * A quotation over several sentences belongs to one saying, and so does the next quotation in the same paragraph that
 * nobody else is named for.
 */
function runOn(
  text: string,
  readings: readonly Reading[],
  sayings: readonly (readonly Saying[])[],
  quotations: readonly Quotation[],
): Saying[][] {
  const speakers = new Map<Quotation, Saying>();
  for (const saying of sayings.flat()) {
    for (const quotation of saying.quotations) if (!speakers.has(quotation)) speakers.set(quotation, saying);
  }
  const cues = sayings
    .flat()
    .flatMap(({ attribution: { cueSpan } }) => cueSpan ?? [])
    .sort((a, b) => a.start - b.start);
  const added = new Map<Saying, Quotation[]>();
  let last: Quotation | null = null;
  for (const quotation of quotations) {
    const before = last === null ? undefined : speakers.get(last);
    if (before !== undefined && !speakers.has(quotation) && follows(text, last!, quotation, before, cues)) {
      speakers.set(quotation, before);
      added.set(before, [...(added.get(before) ?? []), quotation]);
    }
    if (speakers.has(quotation)) last = quotation;
  }
  return readings.map((reading, at) => {
    const own = sayings[at]!;
    const others = quotationsIn(quotations, reading.sentence).flatMap((quotation) => {
      const speaker = speakers.get(quotation);
      if (speaker === undefined || own.includes(speaker)) return [];
      const inside = new Set(tokensIn(reading.tokens, quotation));
      return [{ ...withMore(speaker, added.get(speaker)), cue: -1, inside }];
    });
    return [...own.map((saying) => withMore(saying, added.get(saying))), ...others];
  });
}

/** Shortest quotation that goes on by itself: a shorter one quotes a word. */
const LEAST = 12;
/** Most letters between the parts of what somebody says. */
const GAP = 200;

/** Whether a quotation goes on where another ended: in the same paragraph, with no other cue between them. */
function follows(
  text: string,
  last: Quotation,
  quotation: Quotation,
  speaker: Saying,
  cues: readonly Span[],
): boolean {
  if (quotation.end - quotation.start < LEAST || quotation.start - last.end > GAP) return false;
  if (hasParagraphEnd(text, last.end, quotation.start)) return false;
  const between = text.slice(last.end + 1, quotation.start - 1).trimEnd();
  if (between !== '' && !/[.?!,;:—–"”]$/.test(between)) return false;
  return !quotationsIn(cues, { start: last.end, end: quotation.start }).some(
    ({ start }) => start !== speaker.attribution.cueSpan!.start,
  );
}

function withMore(saying: Saying, more: readonly Quotation[] = []): Saying {
  if (more.length === 0) return saying;
  const quotations = [...saying.quotations, ...more];
  const content = saying.attribution.contentSpan!;
  const end = Math.max(content.end, ...more.map((quotation) => quotation.end));
  return { ...saying, quotations, attribution: { ...saying.attribution, contentSpan: { ...content, end } } };
}

/** The day something was said, as a single bound, where the source or the report tells. */
export function saidDay(attribution: Attribution, publishedOn: string): string {
  const said: When | null = attribution.saidOn;
  return said?.beginMin ?? said?.endMax ?? publishedOn;
}
