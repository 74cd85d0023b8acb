import type { Report } from '../report.ts';
import type { Actor } from './actor.ts';
import type { ActorDirectory, Entry, State } from './directory.ts';
import { longestMatch, type Match } from './trie.ts';
import { ALL_CAPITALS, BREAK, CAPITAL, COMMA, HYPHEN, POSSESSIVE, SPACE, type Words } from './words.ts';

/** A report while its actors are being found: its words, and what it has told so far. */
export interface Reader {
  readonly report: Report;
  readonly words: Words;
  readonly directory: ActorDirectory;
  /** People named so far, by the words that name them alone (`blinken`); later ones replace earlier ones. */
  readonly acquaintances: Map<string, Actor>;
  /** Family names that this report gives to people whom the directory does not know: "Jill Biden". */
  readonly strangers: Set<string>;
  /** Whether a word of several meanings is the listed one in this report. */
  readonly settled: Map<string, boolean>;
}

/** The longest phrase of the directory at a word, with the readings that this report allows and the caller wants. */
export function matchAt(
  reader: Reader,
  at: number,
  wanted: (entry: Entry) => boolean = () => true,
): Match<Entry> | null {
  return longestMatch(
    reader.directory.phrases,
    reader.words,
    at,
    (entry, end) => wanted(entry) && isMeant(reader, entry, at, end),
  );
}

function isMeant(reader: Reader, entry: Entry, at: number, end: number): boolean {
  if (entry.kind === 'state') {
    if (entry.form !== 'people' && isPartOfName(reader, at, end)) return false;
    // "US$100" is money.
    if (reader.report.text[reader.words.ends[end - 1]!] === '$') return false;
    if (entry.hesitant && !namesState(reader, entry.state)) return false;
    if (entry.form === 'capital' && SHARED_SEATS.has(reader.words.keys[at]!)) return isBelgian(reader, at);
  }
  // "at 3 PM Obama said": no prime minister.
  if (entry.kind === 'title') return end > at + 1 || reader.words.keys[at] !== 'pm' || !isHour(reader, at);
  if (entry.kind === 'actor' && SHARED_SEATS.has(reader.words.keys[at]!) && end === at + 1)
    return !isBelgian(reader, at);
  if (entry.kind === 'person' || entry.kind === 'group' || entry.kind === 'area' || entry.kind === 'other')
    return true;
  if (isShouted(reader, at, end)) return false;
  const doubt = reader.directory.doubts.get(reader.words.keys.slice(at, end).join(' '));
  if (doubt === undefined) return true;
  if (entry.kind === 'actor' && entry.actor.sector === 'JRN' && isCited(reader, at, end)) return true;
  if (doubt.personal && isPersonal(reader, at, end)) return false;
  return isSettled(reader, at, end);
}

/** Capitals that stand for an organisation where they act: "Brussels warned", "in Brussels". */
const SHARED_SEATS = new Set(['brussels']);

/** "in Brussels", "the streets of Brussels, Belgium". */
function isBelgian({ words }: Reader, at: number): boolean {
  return isPlace(words, at) || (words.gaps[at + 1] === COMMA && words.keys[at + 1] === 'belgium');
}

function isHour({ words }: Reader, at: number): boolean {
  return at > 0 && /^\d/.test(words.keys[at - 1]!);
}

/** "(Time)", "(AFP via Time)": brackets that hold nothing but a name give a source. */
function isCited({ report: { text }, words }: Reader, at: number, end: number): boolean {
  const opens = text[words.starts[at]! - 1] === '(' || (at > 0 && words.keys[at - 1] === 'via');
  return opens && text[words.ends[end - 1]!] === ')';
}

/** "US" in a line of capitals may be the pronoun: only where the words around it are written otherwise. */
function isShouted(reader: Reader, at: number, end: number): boolean {
  const { words } = reader;
  if (words.keys[at] !== 'us' || end !== at + 1 || words.ends[at]! - words.starts[at]! > 2) return false;
  const loud = (i: number): boolean =>
    i >= 0 &&
    words.sentences[i] === words.sentences[at] &&
    words.ends[i]! - words.starts[i]! > 3 &&
    (words.forms[i]! & ALL_CAPITALS) !== 0;
  return loud(at - 1) && loud(at + 1);
}

/** "Bank of Korea", "Qatar Airways": the state only lends its name. */
function isPartOfName(reader: Reader, at: number, end: number): boolean {
  const { words, directory } = reader;
  const { before, after } = directory.nameParts;
  if (isJoined(words, end) && words.forms[end]! & CAPITAL && after.has(words.keys[end]!)) return true;
  if (at > 0 && words.gaps[at] !== BREAK && before.has(words.keys[at - 1]!)) return true;
  return (
    at > 1 &&
    words.gaps[at] === SPACE &&
    words.gaps[at - 1] === SPACE &&
    before.has(`${words.keys[at - 2]} ${words.keys[at - 1]}`)
  );
}

function isJoined(words: Words, at: number): boolean {
  return words.gaps[at] === SPACE || words.gaps[at] === HYPHEN;
}

/** A neighbour with a capital that the directory does not know: "Denzel Washington", "Jordan Spieth". */
function isPersonal(reader: Reader, at: number, end: number): boolean {
  const { words } = reader;
  if (isInTitle(reader, at) || isOwnerOfOffice(words, at)) return false;
  // "Israel's Ashkelon region": what follows a possessive is no part of the name.
  const isOpen = (words.forms[end - 1]! & POSSESSIVE) === 0;
  return (
    (isOpen && isUnknownName(reader, end, end)) ||
    (at > 0 && isUnknownName(reader, at - 1, at) && !isSentenceStart(words, at - 1))
  );
}

const HEADS_OF_STATES = new Set(
  'president minister chancellor premier king queen emperor sultan emir government parliament republic state'.split(
    ' ',
  ),
);

/** "the Prime Minister of Israel Ehud Olmert": a country stands between an office and its holder. */
function isOwnerOfOffice(words: Words, at: number): boolean {
  return (
    at > 1 &&
    words.keys[at - 1] === 'of' &&
    words.gaps[at] === SPACE &&
    words.gaps[at - 1] === SPACE &&
    HEADS_OF_STATES.has(words.keys[at - 2]!)
  );
}

function isUnknownName(reader: Reader, at: number, gap: number): boolean {
  return reader.words.gaps[gap] === SPACE && isNameLike(reader, at);
}

/** A capitalised word that is no acronym, day or opener and begins no phrase of the directory but a person's name. */
export function isNameLike(reader: Reader, at: number): boolean {
  const { words, directory } = reader;
  if ((words.forms[at]! & (CAPITAL | ALL_CAPITALS)) !== CAPITAL) return false;
  const key = words.keys[at]!;
  if (CALENDAR.has(key) || OPENERS.has(key) || DIRECTIONS.has(key)) return false;
  const match = longestMatch(directory.phrases, words, at);
  return match === null || match.entries.every(({ kind }) => kind === 'person');
}

function isSettled(reader: Reader, at: number, end: number): boolean {
  const word = reader.words.keys.slice(at, end).join(' ');
  const settled = reader.settled.get(word);
  if (settled !== undefined) return settled;
  const { byDefault, speaksFor, speaksAgainst } = reader.directory.doubts.get(word)!;
  const heard = (words: readonly string[]): number =>
    words.filter((other) => holdsWord(reader.report.text, other)).length;
  const balance = heard(speaksFor) - heard(speaksAgainst);
  const meant = balance > 0 || (balance === 0 && byDefault);
  reader.settled.set(word, meant);
  return meant;
}

/** Whether the report names a state other than by its capital. */
export function namesState(reader: Reader, state: State): boolean {
  const key = `state ${state.code}`;
  const settled = reader.settled.get(key);
  if (settled !== undefined) return settled;
  const { text } = reader.report;
  const meant =
    holdsWord(text, state.name) || (state.adjective !== state.name && holdsWord(text, state.adjective));
  reader.settled.set(key, meant);
  return meant;
}

/** Whether the report writes these words anywhere; asked of the text once. */
export function isWritten(reader: Reader, phrase: string): boolean {
  const key = `text ${phrase}`;
  const settled = reader.settled.get(key) ?? holdsWord(reader.report.text, phrase);
  reader.settled.set(key, settled);
  return settled;
}

/** Whether a text holds a word or phrase, written so and not inside a longer word. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + word.length] ?? ' ')) return true;
  }
  return false;
}

export function isSentenceStart(words: Words, at: number): boolean {
  return at === 0 || words.sentences[at - 1] !== words.sentences[at];
}

/** Titles are often written with capitals throughout, so capitals tell nothing there. */
export function isInTitle(reader: Reader, at: number): boolean {
  const { titleEnd } = reader.report;
  return titleEnd !== undefined && reader.words.starts[at]! < titleEnd;
}

/** Days, months and seasons: capitals that are no names. */
export const CALENDAR: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
    'september october november december jan feb mar apr jun jul aug sept sep oct nov dec easter christmas ramadan'
  ).split(' '),
);

/** "Southern Israel", "Greater Jordan": a part of the state. */
const DIRECTIONS = new Set(
  'northern southern eastern western central upper lower greater northeastern northwestern southeastern southwestern'.split(
    ' ',
  ),
);

/** Words that begin a sentence without being a name. */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those he she it they we you i his her its their our my in on at by for from to with of as ' +
    'after before during since until while when where why how what who which whose if although though because but and or ' +
    'nor so yet however meanwhile instead also then there here thus therefore moreover still earlier later today yesterday ' +
    'tomorrow tonight last next both all some many most several few more other others another each every no not only even ' +
    'under over between among amid against without within about above across along around behind beyond despite following ' +
    'including like near off onto out outside past per through throughout toward towards up upon via according asked told ' +
    'speaking said says does did do has have had was were is are will would could should may might must can once whether ' +
    'nearly almost just now neither either than unlike unless whereas again separately additionally addressing likewise ' +
    'furthermore similarly indeed accordingly conversely consequently nonetheless nevertheless otherwise perhaps'
  ).split(' '),
);

const BEFORE_PLACES = new Set(
  'in at to for from near outside around via through visit visited visiting toward towards inside leave left reach reached'.split(
    ' ',
  ),
);

/** Whether a place stands here: "in Beijing", "visited Paris", "SEOUL - ". */
export function isPlace(words: Words, at: number): boolean {
  const first = isSentenceStart(words, at) && at < 3;
  if (first && (words.forms[at]! & ALL_CAPITALS) !== 0 && words.gaps[at + 1] !== SPACE) return true;
  return at > 0 && words.gaps[at] === SPACE && BEFORE_PLACES.has(words.keys[at - 1]!);
}
