import type { Span } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';
import type { Draft } from './draft.ts';
import { quotedWords } from './quoted-words.ts';
import type { Reader } from './reader.ts';
import { BREAK, COMMA, SPACE } from './words.ts';

/** A mention with what later words need to refer back to it. */
export interface Told {
  readonly mention: ActorMention;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** Whether it looks like the subject of its clause. */
  readonly subject: boolean;
  /** Whether it stands before or after a verb of saying. */
  readonly speaks: boolean;
  readonly owner: string | null;
  /** `f` or `m` where a word says so: "spokeswoman", "Mr", "Angela". */
  readonly gender: 'f' | 'm' | null;
  /** A name or title, not a pronoun. */
  readonly named: boolean;
}

/** Who travels in a report, and to which state. */
export interface Journey {
  readonly visitor: string;
  readonly from: string | null;
  readonly host: string;
}

/** The report's mentions while it is read once more from the start. */
export interface Story {
  readonly reader: Reader;
  readonly told: Told[];
  /** Every draft of the report, also those still ahead. */
  readonly drafts: readonly Draft[];
  /** What words have said of a person's gender, by id. */
  readonly genders: Map<string, 'f' | 'm'>;
  /** People whose country the report told only by where it speaks of them, by id. */
  readonly placed: Map<string, Actor>;
  /** The first person whom the report names. */
  readonly firstPerson: Draft | undefined;
  /** Which words stand in quotation marks, once somebody has asked. */
  quoted?: Uint8Array;
  /** Who travels where in the report, once somebody has asked. */
  journeys?: readonly Journey[];
  /** How often the report names each country, most often first, once somebody has asked. */
  leading?: readonly { readonly country: string; readonly count: number; readonly span: Span }[];
}

/** How many mentions back anything looks, so that a hostile text costs no more than its length. */
const WINDOW = 64;

/** The mentions from a sentence on, oldest first, at most the last 64. */
export function toldSince({ told }: Story, sentence: number): Told[] {
  let from = told.length;
  while (from > 0 && told.length - from < WINDOW && told[from - 1]!.sentence >= sentence) from--;
  return told.slice(from);
}

/**
 * The mentions that a word may mean, from a sentence on: one outside of quotation marks means nobody whom the same
 * sentence names inside. "We trust Russia," its government said.
 */
export function antecedentsSince(story: Story, sentence: number, at: number): Told[] {
  const told = toldSince(story, sentence);
  story.quoted ??= quotedIn(story.reader);
  const { quoted } = story;
  if (quoted[at] === 1) return told;
  const here = story.reader.words.sentences[at]!;
  return told.filter((one) => one.sentence !== here || quoted[one.from] === 0);
}

function quotedIn({ report, words: { starts, ends } }: Reader): Uint8Array {
  return quotedWords(
    report.text,
    starts.map((start, i) => ({ start, end: ends[i]! })),
  );
}

/** Adds a mention to the story. */
export function tell(
  story: Story,
  mention: ActorMention,
  from: number,
  to: number,
  owner: string | null,
  named: boolean,
): void {
  const { words } = story.reader;
  story.told.push({
    mention,
    from,
    to,
    sentence: words.sentences[from]!,
    subject: isSubject(story.reader, from, to),
    speaks:
      isSpeech(words.keys[to] ?? '') || /^(?:said|says|added|adds|replied)$/.test(words.keys[from - 1] ?? ''),
    owner,
    gender: genderOf(story, from, to, mention.actor),
    named,
  });
}

/** Words after which a subject begins. */
const CLAUSE_OPENERS = new Set(
  'that and but while as when after because if which who whom said says whether although though before since until where thus so or how why than'.split(
    ' ',
  ),
);

const VERBS = new Set(
  'said says told asked will would could may might must should can has have had is are was were did does do met held called wants wanted urged warned accused plans planned expects hopes agreed refused rejected announced added'.split(
    ' ',
  ),
);

/** Whether a word is one of those with which reports say what somebody does. */
export function isVerb(key: string): boolean {
  return VERBS.has(key);
}

const SPEECH = new Set(
  'said says told tells added adds warned argued insisted noted wrote replied claimed stated explained continued stressed'.split(
    ' ',
  ),
);

/** Whether a word is one with which reports give what somebody says. */
export function isSpeech(key: string): boolean {
  return SPEECH.has(key);
}

/** A guess from the words around: what opens a clause or stands before a verb is its subject. */
function isSubject({ words }: Reader, from: number, to: number): boolean {
  if (VERBS.has(words.keys[to] ?? '') && words.gaps[to] !== BREAK) return true;
  if (words.gaps[to] === SPACE && /^[a-z]{3,}ed$/.test(words.keys[to]!) && words.keys[to + 1] !== 'by')
    return true;
  let before = from - 1;
  if (before >= 0 && words.keys[before] === 'the') before--;
  if (before < 0 || words.sentences[before] !== words.sentences[from]) return true;
  if (words.gaps[before + 1] !== SPACE) return words.gaps[before + 1] !== COMMA || words.gaps[to] !== COMMA;
  return CLAUSE_OPENERS.has(words.keys[before]!);
}

const FEMININE = new Set(
  'spokeswoman mrs ms madame mme queen princess chairwoman congresswoman baroness she her'.split(' '),
);
const MASCULINE = new Set(
  'spokesman mr king prince sir lord chairman congressman pope he his him'.split(' '),
);

function genderOf(
  { reader: { words, directory }, genders }: Story,
  from: number,
  to: number,
  actor: Actor,
): 'f' | 'm' | null {
  if (actor.kind !== 'person') return null;
  for (let at = from; at < to; at++) {
    // "his counterpart" tells of the other one.
    if (at === from && to > from + 1 && (words.keys[at] === 'his' || words.keys[at] === 'her')) continue;
    if (FEMININE.has(words.keys[at]!)) genders.set(actor.id, 'f');
    else if (MASCULINE.has(words.keys[at]!)) genders.set(actor.id, 'm');
  }
  const known = genders.get(actor.id);
  if (known !== undefined) return known;
  const given = directory.givenNames.get(actor.id.slice('person/'.length).split('-')[0]!);
  if (given !== undefined) genders.set(actor.id, given);
  return given ?? null;
}
