import type { Codebook, CueKind } from './codebook.ts';
import type { FoundCue } from './cues.ts';
import type { Quotation } from './quotations.ts';
import { quotedContent } from './quoted-content.ts';
import { childBy, childrenBy, lemmaOf, type Reading, relationOf, subtreeOf, tokensIn } from './reading.ts';
import { type Content, makeSaying, type Saying, told } from './saying.ts';
import { isSilence } from './silence.ts';
import { isPassive, obliquesOf } from './slots.ts';
import { isIn, speakerOf } from './speaker.ts';
import { spokenContent } from './spoken-content.ts';
import { agentsOf, subjectsOf } from './subjects.ts';

/** "the minister said that", “...,” she said, "were accused of": a verb and what it governs. */
export function verbSaying(
  reading: Reading,
  codebook: Codebook,
  found: FoundCue,
  quotations: readonly Quotation[],
): Saying | null {
  const { cue, node: verb, words } = found;
  if (!isSaid(reading, verb) && !isSilence(reading, verb)) return null;
  if (isWhatever(reading, verb) || isEnvoyRecalled(reading, verb)) return null;
  const around = quotations.find((quotation) => isIn(reading, verb, [quotation]));
  const others = quotations.filter((quotation) => quotation !== around);
  const asked = isAsked(reading, verb);
  const passive = asked || isPassive(reading, verb);
  const source = cue.raises
    ? null
    : passive
      ? ((asked ? obliquesOf(reading, verb, 'by') : agentsOf(reading, verb))[0] ?? null)
      : speakerOf(reading, codebook, verb, others);
  // "its F-16s warned two planes": a model of a thing says nothing.
  if (source !== null && /^\d+s$/.test(reading.tokens[source]!.form)) return null;
  if (source !== null && isSpeakerOf(reading, source, quotations)) return null;
  const content = cue.raises ? raisedContent(reading, verb) : within(reading, around, contentOf());
  if (content === null || content.inside.size === 0) return null;
  const cueWords = [
    ...words,
    ...childrenBy(reading, verb, 'aux', 'aux:pass').filter(
      (word) => word < verb && !(source !== null && word < source && source < verb),
    ),
    ...listenersOf(reading, verb),
  ].filter((word) => !content.inside.has(word));
  return makeSaying(reading, codebook, { cue: verb, cueKind: cue.kind, content, source, cueWords });

  function contentOf(): Content | null {
    const own = [...words, ...listenersOf(reading, verb)];
    const beside = asked ? null : quotedContent(reading, verb, own, source, others);
    if (beside !== null) return beside;
    if (cue.needsQuotation || (source === null && !passive)) return null;
    const spoken = spokenContent(reading, found, source);
    // "is expected to": where nobody is named who says so, only hearsay is somebody's word.
    const isNobodys = source === null && !isHearsay(cue.kind, lemmaOf(reading, verb));
    return spoken !== null && (cue.isKnown || isNobodys || isSilence(reading, verb))
      ? { ...spoken, vouches: false }
      : spoken;
  }
}

/** "Asked about the letter, he said": the participle that opens a sentence is done to whoever speaks. */
function isAsked(reading: Reading, verb: number): boolean {
  return (
    verb < 2 &&
    /^(ask|press|question)$/.test(lemmaOf(reading, verb)) &&
    childBy(reading, verb, 'nsubj', 'aux') === null
  );
}

/** "whatever he believes": open, so nobody's view. */
function isWhatever(reading: Reading, verb: number): boolean {
  return reading.tokens
    .slice(Math.max(0, verb - 4), verb)
    .some(({ form }) => /^(whatever|whichever)$/i.test(form));
}

/** "recalled its ambassador": called home, not remembered aloud. */
function isEnvoyRecalled(reading: Reading, verb: number): boolean {
  const object = lemmaOf(reading, verb) === 'recall' ? childBy(reading, verb, 'obj') : null;
  return (
    object !== null && /^(ambassador|envoy|diplomat|consul|attach[eé]|staff)$/.test(lemmaOf(reading, object))
  );
}

/** What is said by words in a quotation ends with it. */
function within(reading: Reading, around: Quotation | undefined, content: Content | null): Content | null {
  if (around === undefined || content === null) return content;
  const own = new Set(tokensIn(reading.tokens, around));
  return { ...content, inside: new Set([...content.inside].filter((i) => own.has(i))) };
}

/** "the talks seem to have failed": the subject is a part of what seems so, and nobody is named who says it. */
function raisedContent(reading: Reading, verb: number): Content | null {
  const clause = childBy(reading, verb, 'xcomp', 'ccomp', 'advcl');
  if (clause === null) return null;
  const subjects = subjectsOf(reading, verb).filter((subject) => subject < verb);
  return told(
    [...subjects, clause].flatMap((node) => subtreeOf(reading, node)).filter((i) => i !== verb),
    false,
  );
}

/** “I think ...”: whoever says "I" in a quotation is the one who is quoted. */
function isSpeakerOf(reading: Reading, source: number, quotations: readonly Quotation[]): boolean {
  return /^(I|we|you|me|us)$/i.test(reading.tokens[source]!.form) && isIn(reading, source, quotations);
}

/** "may say", "to say", "would argue": nobody has said it. */
function isSaid(reading: Reading, verb: number): boolean {
  if (reading.tokens[verb]!.tag !== 'VB') return true;
  // "went on to say".
  const above = reading.heads[verb]!;
  if (
    above >= 0 &&
    /^(xcomp|advcl)$/.test(relationOf(reading, verb)) &&
    /^(go|continue|proceed)$/.test(lemmaOf(reading, above))
  )
    return isSaid(reading, above);
  return !childrenBy(reading, verb, 'aux', 'mark').some(
    (child) => reading.tokens[child]!.tag === 'MD' || lemmaOf(reading, child) === 'to',
  );
}

function isHearsay(kind: CueKind, lemma: string): boolean {
  return kind === 'say' || /^(accuse|believe|think|suspect|blame|condemn|criticise|criticize)$/.test(lemma);
}

/** "told reporters": whom it was said to belongs to the cue. */
function listenersOf(reading: Reading, verb: number): number[] {
  const listener = childBy(reading, verb, 'iobj', 'obj');
  return listener !== null && /^(reporter|journalist)$/.test(lemmaOf(reading, listener)) ? [listener] : [];
}
