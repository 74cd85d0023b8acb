import type { Sentence, Word } from '../language/sentence.ts';
import type { Report, Span } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';
import type { ActorDirectory } from './directory.ts';
import { stateActor } from './owners.ts';
import { quotedWords } from './quoted-words.ts';
import type { Voice } from './voice.ts';

/** The rule of whom a first person means in a turn or speech. */
export const FIRST_PERSON = 'actors/first-person';

/** "I", "my" or "we", "our". */
export interface FirstPerson extends Span {
  readonly plural: boolean;
}

const SINGULAR = /^(?:I|[Mm]e|[Mm]y)$/;
const OWN = /^(?:my|our)$/i;
const PLURAL = /^(?:[Ww]e|us|[Oo]ur)$/;

/** "our allies", "my friend": others than those who speak; "our countries": theirs and another. */
const OTHERS =
  /^(?:ally|allies|friends?|partners?|colleagues?|counterparts?|neighbou?rs?|rivals?|adversar(?:y|ies)|enem(?:y|ies)|opponents?|guests?|hosts?|predecessors?|countries|nations|states|peoples|governments|both|two|three|sides)$/;
/** How many words a noun may stand behind "our". */
const NEAR = 3;

/** Every first person of a report, in text order. */
export function firstPersonsIn(
  { text }: Report,
  sentences: readonly Sentence[],
): (FirstPerson & { readonly quoted: boolean })[] {
  const found = sentences.flatMap(firstPersonsOf);
  const quoted = quotedWords(text, found);
  return found.map((word, i) => ({ ...word, quoted: quoted[i] === 1 }));
}

/** The first persons of a sentence, in quotations or not. */
export function firstPersonsOf(sentence: Sentence): FirstPerson[] {
  const found: FirstPerson[] = [];
  for (const [at, { form, start, end }] of sentence.words.entries()) {
    if (form.length > 3) continue;
    const plural = PLURAL.test(form);
    if (!plural && !SINGULAR.test(form)) continue;
    const owned = OWN.test(form) ? sentence.words.slice(at + 1, at + 1 + NEAR) : [];
    if (owned.some((word) => OTHERS.test(word.form))) continue;
    const before = sentence.words[at - 1];
    // "World War I", "Elizabeth I"
    if (form === 'I' && before !== undefined && isNumbered(before, sentence, at)) continue;
    found.push({ start, end, plural });
  }
  return found;
}

function isNumbered({ form }: Word, { tokens }: Sentence, at: number): boolean {
  return (
    /^(?:War|Title|Annex|Phase|Part)$/.test(form) || (/^\p{Lu}/u.test(form) && tokens[at]!.upos !== 'PRON')
  );
}

/**
 * Adds whom "I", "my", "we" and "our" mean in somebody's own words: "I" whoever speaks, "we" the state or organisation
 * that this person speaks for. In text order.
 */
export function addFirstPersons(
  report: Report,
  sentences: readonly Sentence[],
  mentions: readonly ActorMention[],
  voices: readonly Voice[],
  directory: ActorDirectory,
): ActorMention[] {
  if (voices.length === 0) return [...mentions];
  const added: ActorMention[] = [];
  let at = 0;
  let near = 0;
  for (const { start, end, plural, quoted } of firstPersonsIn(report, sentences)) {
    while (at < voices.length && voices[at]!.end <= start) at++;
    const voice = voices[at];
    if (voice === undefined || voice.start > start) continue;
    // A turn may stand in quotation marks as a whole.
    if (quoted && !/^\s*["“]/.test(report.text.slice(voice.start, voice.start + 4))) continue;
    // "our two countries"
    while (near < mentions.length && mentions[near]!.end <= start) near++;
    if ((mentions[near]?.start ?? end) < end) continue;
    for (const actor of meantBy(voice, plural, directory)) {
      added.push({
        start,
        end,
        actor,
        via: 'pronoun',
        rule: FIRST_PERSON,
        ...(voice.label === null ? {} : { antecedent: voice.label }),
      });
    }
  }
  return [...mentions, ...added].sort((a, b) => a.start - b.start || a.end - b.end);
}

function meantBy({ speakers }: Voice, plural: boolean, { states }: ActorDirectory): readonly Actor[] {
  if (!plural) return speakers.length === 1 && /^(?:person|office)$/.test(speakers[0]!.kind) ? speakers : [];
  return speakers.flatMap((speaker) => {
    // A singer's "we" is no state.
    if (speaker.kind === 'person' && speaker.office === undefined) return [];
    const state = states.get(speaker.country ?? '');
    return state === undefined ? [] : [stateActor(state)];
  });
}
