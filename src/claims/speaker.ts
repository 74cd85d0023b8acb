import type { Codebook } from './codebook.ts';
import {
  asidesAfter,
  isFiniteVerb,
  isNominal,
  isPhrasal,
  nominalOf,
  phraseHeadAt,
  topOf,
} from './nominals.ts';
import { objectsOf } from './objects.ts';
import type { Quotation } from './quotations.ts';
import { lemmaOf, type Reading, relationOf } from './reading.ts';
import { ownersOf } from './slots.ts';
import { isDocument } from './source-kind.ts';
import { agentsOf, subjectsOf } from './subjects.ts';

/**
 * Who speaks: whoever stands beside a quotation with the verb, else the subject; in "a statement saying" whoever
 * issued it. The token is the head of the words that name the speaker; null where nobody is named.
 */
export function speakerOf(
  reading: Reading,
  codebook: Codebook,
  verb: number,
  quotations: readonly Quotation[],
): number | null {
  const beside = besideQuotation(reading, verb, quotations);
  if (beside !== null) return beside;
  const thrownIn = betweenCommas(reading, verb);
  if (thrownIn !== null) return thrownIn;
  const relative = afterRelative(reading, verb);
  if (relative !== null) return relative;
  const quoted = quotedAs(reading, verb);
  if (quoted !== null) return quoted;
  const going = goingOn(reading, codebook, verb);
  if (going !== null) return speakerOf(reading, codebook, going, quotations);
  // "Russia, the White House said, will": of two subjects the nearest is the verb's.
  const subjects = subjectsOf(reading, verb).filter((subject) => !isIn(reading, subject, quotations));
  const found = subjects.findLast((subject) => subject < verb) ?? subjects[0] ?? nounBefore(reading, verb);
  if (found === null) return null;
  const subject = pastDateline(reading, found, verb);
  if (relationOf(reading, verb) === 'acl' && isDocument(reading, codebook, subject)) {
    const issuer = issuerOf(reading, subject);
    if (issuer !== null) return issuer;
  }
  return subject;
}

/** Whose a statement is: its owner, or whoever does what the verb says that it is the object of. */
export function issuerOf(reading: Reading, noun: number): number | null {
  const owner = ownersOf(reading, noun)[0];
  if (owner !== undefined) return owner;
  const verb = reading.heads[noun]!;
  if (verb < 0) return null;
  if (reading.relations[noun] === 'nsubj:pass') return agentsOf(reading, verb)[0] ?? null;
  return relationOf(reading, noun) === 'obj' ? (subjectsOf(reading, verb)[0] ?? null) : null;
}

export function isIn(reading: Reading, word: number, quotations: readonly Quotation[]): boolean {
  const { start } = reading.tokens[word]!;
  return quotations.some((quotation) => start >= quotation.start && start < quotation.end);
}

/** “...,” said Ambassador Okoye; “...,” the envoy, Ada Okoye, told them: by place, whatever the tree makes of it. */
function besideQuotation(reading: Reading, verb: number, quotations: readonly Quotation[]): number | null {
  const { tokens } = reading;
  let first = verb;
  while (first > 0 && /^(ADV|AUX)$/.test(tokens[first - 1]!.upos)) first--;
  const quotation = quotations.findLast(({ end }) => end <= tokens[first]!.start);
  if (quotation === undefined) return null;
  let from = first;
  while (from > 0 && tokens[from - 1]!.start >= quotation.end) from--;
  while (from < first && tokens[from]!.upos === 'PUNCT') from++;
  if (from === first) {
    if (/^(tell|inform|assure|remind)$/.test(lemmaOf(reading, verb))) return null;
    return phraseHeadAt(reading, verb + 1);
  }
  if (first - from > 30) return null;
  const way = [...Array(first - from).keys()].map((i) => from + i);
  if (
    way.some(
      (i) =>
        isFiniteVerb(reading, i) ||
        /^[.;:]$/.test(tokens[i]!.form) ||
        (tokens[i]!.tag === 'IN' && i === from),
    )
  )
    return null;
  return phraseHeadAt(reading, from);
}

/** "..., the defence ministry said, ...": the noun phrase that fills the place between a comma and the verb. */
function betweenCommas(reading: Reading, verb: number): number | null {
  const { tokens } = reading;
  const next = tokens[asidesAfter(reading, verb) + 1]?.form ?? '.';
  if (!/^[,.;]$/.test(next)) return null;
  let last = verb - 1;
  while (last > 0 && /^(ADV|AUX)$/.test(tokens[last]!.upos)) last--;
  let comma = last;
  while (comma > 0 && last - comma < 12 && (isPhrasal(reading, comma) || tokens[comma]!.form === 'of'))
    comma--;
  if (comma === last || comma < 2 || tokens[comma]!.form !== ',') return null;
  return [...Array(comma).keys()].some((i) => isFiniteVerb(reading, i))
    ? phraseHeadAt(reading, comma + 1)
    : null;
}

/** "which the ministry said was signed", "what officials call a spy ship": who stands between pronoun and verb. */
function afterRelative(reading: Reading, verb: number): number | null {
  const { tokens } = reading;
  let last = verb - 1;
  while (last > 0 && /^(ADV|AUX)$/.test(tokens[last]!.upos)) last--;
  for (let at = last; at > 0 && last - at < 8; at--) {
    if (!/^(WDT|WP)$/.test(tokens[at]!.tag)) continue;
    const head = at === last ? null : phraseHeadAt(reading, at + 1);
    return head !== null && head <= last && phraseEnd(reading, head) >= last ? head : null;
  }
  return null;
}

function phraseEnd(reading: Reading, head: number): number {
  let at = head;
  while (/^(NNP|NN|NNS|POS)$/.test(reading.tokens[at + 1]?.tag ?? '')) at++;
  return at;
}

/** "quoted an official as saying", "was quoted as saying": whoever is quoted. */
function quotedAs(reading: Reading, verb: number): number | null {
  if (reading.tokens[verb]!.tag !== 'VBG' || reading.tokens[verb - 1]?.form.toLowerCase() !== 'as')
    return null;
  const quoting = reading.heads[verb]!;
  return quoting < 0 || !/^(quote|cite|report)$/.test(lemmaOf(reading, quoting))
    ? null
    : (objectsOf(reading, quoting)[0] ?? null);
}

/** "..., adding that": the verb whose speaker goes on, where the tree hangs the participle into what that one says. */
function goingOn(reading: Reading, codebook: Codebook, verb: number): number | null {
  if (reading.tokens[verb]!.tag !== 'VBG' || reading.tokens[verb - 1]?.form !== ',') return null;
  for (let at = reading.heads[verb]!, steps = 0; at >= 0 && steps < 12; at = reading.heads[at]!, steps++) {
    if (
      reading.tokens[at]!.upos === 'VERB' &&
      codebook.cues.get(`${lemmaOf(reading, at)}/verb`)?.[0]?.kind === 'say'
    )
      return at;
  }
  return null;
}

/** "GENEVA — Envoys said": where the tree takes the dateline for the subject, the noun at the verb. */
function pastDateline(reading: Reading, subject: number, verb: number): number {
  for (let at = verb - 1; at > subject; at--) {
    if (/^(?:—|–|--|-)$/.test(reading.tokens[at]!.form))
      return nounBefore(reading, verb, at) ?? actorBefore(reading, verb, at) ?? subject;
  }
  return subject;
}

function actorBefore(reading: Reading, verb: number, past: number): number | null {
  for (let at = verb - 1; at > past; at--) {
    if (reading.actorsOn[at]!.length > 0) return topOf(reading, at, verb, past);
  }
  return null;
}

/** The noun right before the verb, where the tree gives no subject. */
function nounBefore(reading: Reading, verb: number, past = -1): number | null {
  let before = verb - 1;
  while (before >= 0 && /^(ADV|AUX)$/.test(reading.tokens[before]!.upos)) before--;
  return before >= 0 && isNominal(reading, before) ? topOf(reading, before, verb, past) : null;
}

/** The words of a source that stands near its verb. */
export function wordsNear(reading: Reading, source: number, verb: number): number[] {
  return Math.abs(source - verb) > 25 ? [] : nominalOf(reading, source);
}
