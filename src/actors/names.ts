import type { Actor } from './actor.ts';
import type { Person } from './directory.ts';
import { familyNameOf, slugOf } from './people.ts';
import { choosePerson, type Hints, personActor, standsAlone } from './persons.ts';
import { CALENDAR, isInTitle, isSentenceStart, matchAt, OPENERS, type Reader } from './reader.ts';
import { ALL_CAPITALS, CAPITAL, HYPHEN, keyOf, POSSESSIVE, SPACE } from './words.ts';

/** A name of a person at a word. */
export interface Name {
  readonly actor: Actor;
  /** Index of the word after it. */
  readonly to: number;
  readonly rule: string;
}

const PARTICLES = new Set(
  'de da del della van von der den bin ibn al el la le ben dos di du ul ur y abu'.split(' '),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const LONGEST_NAME = 5;

/** Words of institutions and places: "General Council" is no general. */
const INSTITUTIONS = new Set(
  (
    'council assembly act court committee commission party union university ministry hospital institute agency congress ' +
    'conference association bank company group corporation base airport island islands city province county street square ' +
    'house building prize award league cup games election elections law bill treaty day war front movement army force forces ' +
    'strip sea river mountain office staff department bureau centre center school college church club foundation trust fund ' +
    'board authority service services secretariat republic state states district region summit meeting session talks forum dialogue initiative ' +
    'plan program programme times post news television radio press motors electric airlines administration government parliament senate ' +
    'directorate justice certificate metro railway railways police business academy festival society union alliance network group'
  ).split(' '),
);

/** Words that follow the name of a person in the name of a thing. */
const NAMED_AFTER = new Set(
  (
    'international airport university college school institute hospital library foundation museum stadium arena bridge dam ' +
    'boulevard avenue street highway prize award medal park mosque building memorial'
  ).split(' '),
);

/** A person of the directory, or one whom this report has introduced; null where the name settles on nobody. */
export function findName(reader: Reader, at: number, hints: Hints): Name | null {
  const { words, report, directory, acquaintances } = reader;
  if (at >= words.keys.length || (words.forms[at]! & CAPITAL) === 0) return null;
  const match = matchAt(reader, at);
  const entries = match?.entries.flatMap((entry) => (entry.kind === 'person' ? [entry] : [])) ?? [];
  if (match !== null && entries.length > 0) {
    if (isNameOfPlace(reader, match.end)) return null;
    const short = entries.every((entry) => entry.short);
    const titled = hints.titles.length > 0 || hints.country !== null;
    if (!short || titled ? !short || endsName(reader, match.end) : standsAlone(reader, at, match.end)) {
      const candidates = entries.map(({ person }) => person);
      const person = choosePerson(reader, candidates, hints, at, short);
      if (person !== null) {
        const actor = personActor(directory, person, report.publishedOn, hints);
        remember(reader, actor, person);
        const rule = titled ? 'actors/title-name' : short ? 'actors/family-name' : 'actors/full-name';
        return { actor, to: pastSuffix(reader, match.end), rule };
      }
    }
  }
  // "James" in "Letitia James" is nobody's family name alone.
  if (match !== null && entries.length === 0) return null;
  const learnt = acquaintances.get(words.keys[at]!);
  if (learnt === undefined || !standsAlone(reader, at, at + 1)) return null;
  if (hints.country !== null && learnt.country !== null && hints.country !== learnt.country) return null;
  if (directory.people.has(learnt.id) && isSentenceStart(words, at) && OPENERS.has(words.keys[at]!))
    return null;
  return { actor: learnt, to: at + 1, rule: 'actors/family-name' };
}

/** "Hamid Karzai International Airport": what is named after somebody is not he. */
function isNameOfPlace(reader: Reader, end: number): boolean {
  const { words } = reader;
  return (
    words.gaps[end] === SPACE &&
    (words.forms[end - 1]! & POSSESSIVE) === 0 &&
    (words.forms[end]! & CAPITAL) !== 0 &&
    NAMED_AFTER.has(words.keys[end]!)
  );
}

/** No further capital follows that would belong to the name: not "President Xi" in "President Xi Zhongxun". */
function endsName(reader: Reader, end: number): boolean {
  return (
    isInTitle(reader, end - 1) ||
    (reader.words.forms[end - 1]! & POSSESSIVE) !== 0 ||
    !isNameWord(reader, end)
  );
}

function pastSuffix(reader: Reader, to: number): number {
  const { words } = reader;
  return words.gaps[to] === SPACE && SUFFIXES.has(words.keys[to]!) ? to + 1 : to;
}

/** Where people are called by their given names. */
const BY_GIVEN_NAME = new Set('THA MMR ETH ERI IDN MYS LAO ISL'.split(' '));

/** Keeps a person under the words that will name him or her alone from now on. */
function remember(reader: Reader, actor: Actor, person: Person | null): void {
  const country = person?.terms[0]?.country ?? actor.country;
  // "Lee Sang-ock": a given name of two parts stands last.
  const isGivenLast = country === null && /^\S+ [A-Z][a-z]+-[a-z]+$/.test(actor.name);
  const family = isGivenLast ? actor.name.split(' ')[0]! : familyNameOf(actor.name, country);
  const parts = keyOf(family).split(/[ -]/);
  reader.acquaintances.set(keyOf(family).split(' ')[0]!, actor);
  if ((person === null || BY_GIVEN_NAME.has(country ?? '')) && actor.name.includes(' '))
    reader.acquaintances.set(`given ${keyOf(actor.name.split(' ')[0]!)}`, actor);
  // "Adel al-Jubeir" is "Mr. Jubeir" as well.
  if (person === null && parts.length === 2 && /^[ae]l$/.test(parts[0]!))
    reader.acquaintances.set(parts[1]!, actor);
}

/** A name that nobody listed, where the words around it say that a person follows; the report learns it. */
export function learnName(reader: Reader, at: number, hints: Hints, keep = true): Name | null {
  const { words, report } = reader;
  if (at >= words.keys.length || isInTitle(reader, at)) return null;
  const to = endOfName(reader, at);
  if (to === at) return null;
  for (let i = at; i < to; i++) if (INSTITUTIONS.has(words.keys[i]!)) return null;
  // "the Turkish chief Istanbul prosecutor": one word after so vague a title is a place as often.
  if (
    to === at + 1 &&
    hints.titles.length > 0 &&
    hints.titles.every(({ office }) => office.id === 'official')
  )
    return null;
  if (to === at + 1 && (OPENERS.has(words.keys[at]!) || words.keys[at]!.length < 2)) return null;
  const written = report.text.slice(words.starts[at], words.ends[to - 1]);
  const office = hints.titles.find(({ office }) => office.id !== 'courtesy')?.office;
  const sector = hints.former ? 'ELI' : office?.sector;
  const actor: Actor = {
    id: `person/${slugOf(written)}`,
    kind: 'person',
    name: written.replace(/\s+/g, ' '),
    country: hints.country,
    ...(hints.organisation === null ? {} : { organisation: hints.organisation }),
    ...(sector === undefined ? (hints.organisation === null ? {} : { sector: 'IGO' }) : { sector }),
    ...(office === undefined || hints.former ? {} : { office: office.id }),
  };
  const courteous = hints.country === null && hints.titles.length > 0 && office === undefined;
  // "Mr. Phumtham" after "Phumtham Wechayachai": where given names stand for people.
  const met = courteous && to === at + 1 ? reader.acquaintances.get(`given ${words.keys[at]}`) : undefined;
  if (met !== undefined) return { actor: met, to, rule: 'actors/family-name' };
  if (keep) remember(reader, actor, null);
  return { actor, to: pastSuffix(reader, to), rule: 'actors/learnt-name' };
}

/** Index after the run of capitalised words that may be a name; `at` itself where there is none. */
function endOfName(reader: Reader, at: number): number {
  const { words } = reader;
  if (!isNameWord(reader, at, true)) return at;
  let to = at + 1;
  while (to - at < LONGEST_NAME && (words.forms[to - 1]! & POSSESSIVE) === 0) {
    if (isNameWord(reader, to)) to++;
    // "Kim Ji-eun" writes the last part small.
    else if (words.gaps[to] === HYPHEN && (words.forms[to]! & CAPITAL) === 0 && to > at + 1) to++;
    else {
      const after = pastParticles(reader, to);
      if (after === to || !isNameWord(reader, after)) break;
      to = after + 1;
    }
  }
  return to;
}

/** "van der" in "Peter van der Berg". */
function pastParticles(reader: Reader, from: number): number {
  let to = from;
  while (to - from < 3 && PARTICLES.has(reader.words.keys[to] ?? '') && joined(reader, to)) to++;
  return to;
}

function joined(reader: Reader, at: number): boolean {
  const gap = reader.words.gaps[at];
  return gap === SPACE || gap === HYPHEN;
}

/** A capitalised word that can be part of a name: no day, acronym, state, organisation or title. */
function isNameWord(reader: Reader, at: number, first = false): boolean {
  const { words } = reader;
  const form = words.forms[at];
  if (form === undefined || (form & CAPITAL) === 0 || (!first && !joined(reader, at))) return false;
  const key = words.keys[at]!;
  if (CALENDAR.has(key) && key !== 'may' && key !== 'june' && key !== 'april') return false;
  if ((form & ALL_CAPITALS) !== 0 && words.ends[at]! - words.starts[at]! > 2) return false;
  if (/^\d/.test(key)) return false;
  const match = matchAt(reader, at);
  return match === null || match.entries.some(({ kind }) => kind === 'person');
}
