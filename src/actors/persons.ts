import type { Actor } from './actor.ts';
import type { ActorDirectory, Person, Term, TitleOf } from './directory.ts';
import { isMemberOn } from './members.ts';
import {
  isInTitle,
  isNameLike,
  isSentenceStart,
  isWritten,
  namesState,
  OPENERS,
  type Reader,
} from './reader.ts';
import { holds, LEADERS, termsOn } from './terms.ts';
import { POSSESSIVE, SPACE, type Words } from './words.ts';

/** Those among them that are words of the language too. */
const COMMON = new Set(
  'he may moon power price park young white brown long an ban ma she so you song day hope case page hall craft dan store turk to son fox'.split(
    ' ',
  ),
);

/** What the words around a name say about its bearer. */
export interface Hints {
  readonly country: string | null;
  readonly organisation: string | null;
  readonly titles: readonly TitleOf[];
  /** "former", "ex-". */
  readonly former: boolean;
}

export const NO_HINTS: Hints = { country: null, organisation: null, titles: [], former: false };

/** Family names that are common words as well: alone they need a title, or the full name before them. */
const ORDINARY = new Set(
  (
    'he may moon power price park young white brown bush rice burns miller baker cook wolf king long an ban ma she so you ' +
    'song wang li lee kim zhang chen liu wu lin yang zhao sun hu gao guo he johnson smith jones lin chan wong day hope frost ' +
    'fox gates ross case page hall lake lamb hunt reid singh khan ali ahmed hassan mohammed salman abbas francis craft dan store bruce turk fletcher fox dar gil to han mao fu son'
  ).split(' '),
);

/** A person as an actor on a day: the office is the one held then, by preference the one that a title names. */
export function personActor(
  directory: ActorDirectory,
  person: Person,
  on: string,
  hints: Hints = NO_HINTS,
): Actor {
  const now = termsOn(directory, person, on);
  const named = hints.former
    ? undefined
    : now.find(({ office }) => hints.titles.some((title) => isOffice(title, office)));
  const term = named ?? now[0];
  const told = hints.former ? undefined : hints.titles.find(({ office }) => !RANKS.has(office.id));
  if (term === undefined && told !== undefined) {
    const { country, organisation } = person.terms.findLast(({ from }) => from <= on) ?? person.terms[0]!;
    return {
      id: person.id,
      kind: 'person',
      name: person.name,
      country: hints.country ?? country,
      ...(organisation === null ? {} : { organisation }),
      ...(told.office.sector === undefined ? {} : { sector: told.office.sector }),
      office: told.office.id,
    };
  }
  if (term === undefined) {
    const last = person.terms.findLast(({ to }) => to !== null && to < on) ?? person.terms[0]!;
    const { country, organisation } = last;
    return {
      id: person.id,
      kind: 'person',
      name: person.name,
      country,
      ...(organisation === null ? {} : { organisation }),
      sector: last.from > on ? (directory.offices.get(last.office)?.sector ?? 'GOV') : 'ELI',
    };
  }
  const sector = directory.offices.get(term.office)?.sector ?? 'GOV';
  return {
    id: person.id,
    kind: 'person',
    name: person.name,
    country: term.country,
    ...(term.organisation === null ? {} : { organisation: term.organisation }),
    ...(term.organisation === null
      ? { sector }
      : { sector: directory.offices.get(term.office)?.sector ?? 'IGO' }),
    office: term.office,
  };
}

/** Titles that tell of no office. */
const RANKS = new Set([
  'courtesy',
  'chairman',
  'general',
  'supreme-leader',
  'official',
  'analyst',
  'president-elect',
]);

/** A person with the office that an apposition names, where the tables have none on the day. */
export function withTitle(actor: Actor, { country, organisation, titles, former }: Hints): Actor {
  const told =
    former || actor.office !== undefined ? undefined : titles.find(({ office }) => !RANKS.has(office.id));
  const placed = actor.country ?? country;
  return {
    ...actor,
    country: placed,
    ...(placed === null && organisation !== null ? { organisation } : {}),
    ...(told === undefined ? {} : { office: told.office.id }),
    ...(told?.office.sector === undefined ? {} : { sector: told.office.sector }),
  };
}

function isOffice(title: TitleOf, office: string): boolean {
  return (
    title.office.id === office || (title.office.id === 'ambassador' && office.startsWith('ambassador-to-'))
  );
}

/** Who of several people with a name is meant; null where the words do not settle it. */
export function choosePerson(
  reader: Reader,
  candidates: readonly Person[],
  hints: Hints,
  at: number,
  short: boolean,
): Person | null {
  const { directory, report, words } = reader;
  const on = report.publishedOn;
  const fits = candidates.filter((person) => fitsHints(person, hints));
  const unique = [...new Set(fits)];
  if (!short) return unique.length === 0 ? null : best(directory, unique, on);
  if (isMonth(words, at)) return null;
  const named = hints.titles.filter(({ office }) => office.id !== 'courtesy');
  if (named.length > 0 && !hints.former) {
    // "President Clinton" in 1995 is the one who was president, "King Hussein" nobody who was no king.
    const bearers = unique.filter(({ terms }) =>
      terms.some(({ office }) => named.some((title) => isOffice(title, office))),
    );
    const then = bearers.filter(({ terms }) =>
      terms.some((term) => holds(term, on) && named.some((title) => isOffice(title, term.office))),
    );
    if (then.length === 1) return then[0]!;
    if (bearers.length === 0 && named.every(({ office }) => CROWNED.has(office.id))) return null;
    const before = bearers.filter(({ terms }) => terms.some(({ from }) => from <= on));
    if (then.length === 0 && before.length === 1) return before[0]!;
  }
  const known = reader.acquaintances.get(words.keys[at]!);
  const ordinary = ORDINARY.has(words.keys[at]!);
  const titled = hints.titles.length > 0 || hints.country !== null;
  /** "Lee", "Mr. Lee": nothing but the name. */
  const isPlain = hints.country === null && named.length === 0;
  if (known !== undefined && (!ordinary || titled || !isSentenceStart(words, at) || speaks(words, at))) {
    const met = unique.find(({ id }) => id === known.id);
    if (met !== undefined) return met;
    if (isPlain) return null;
  }
  // "No date has been set." is no Mr No.
  const opens = COMMON.has(words.keys[at]!) || OPENERS.has(words.keys[at]!);
  if (!titled && opens && isSentenceStart(words, at)) return null;
  // "Wang" before "Wang Yi" has been named: the report itself tells further on.
  if (!titled) {
    const named = unique.filter(({ name }) => name.includes(' ') && isWritten(reader, name));
    if (named.length === 1) return named[0]!;
  }
  const serving = unique.filter((person) => person.terms.some((term) => holds(term, on)));
  if (ordinary && !titled) return COMMON.has(words.keys[at]!) ? null : leaderNamed(reader, serving, on);
  const titledNow = serving.filter((person) =>
    person.terms.some(
      (term) => holds(term, on) && hints.titles.some((title) => isOffice(title, term.office)),
    ),
  );
  if (titledNow.length === 1) return titledNow[0]!;
  if (isPlain && reader.strangers.has(words.keys[at]!)) return null;
  if (serving.length > 0) {
    // Of several Millers the one whose country the report is about.
    const near = titled ? serving : serving.filter((person) => isOfNamedPlace(reader, person));
    const person = likeliest(directory, near.length === 0 ? serving : near, on);
    return person === null ||
      titled ||
      near.length > 0 ||
      isKnownWidely(directory, termsOn(directory, person, on), 1)
      ? person
      : null;
  }
  const [only] = unique;
  return unique.length === 1 &&
    only!.terms.some(({ office }) => tierOf(directory, office) > 0) &&
    (titled || isOfNamedPlace(reader, only!) || isKnownWidely(directory, only!.terms, 2))
    ? only!
    : null;
}

/** "May told parliament": a word that is also a name, before what only people do. */
function speaks(words: Words, at: number): boolean {
  if (words.keys[at] === 'he' || words.keys[at] === 'she' || words.gaps[at + 1] !== SPACE) return false;
  return /^(?:told|said|says|has|had|met|wants|was|is|[a-z]{3,}ed)$/.test(words.keys[at + 1]!);
}

/** "in May", "since May", "May 3": the month. */
function isMonth(words: Words, at: number): boolean {
  if (words.keys[at] !== 'may') return false;
  const before = words.gaps[at] === SPACE ? words.keys[at - 1]! : '';
  const after = words.gaps[at + 1] === SPACE ? words.keys[at + 1]! : '';
  return (
    /^(?:in|since|until|till|by|last|next|this|early|late|mid|of|from|before|after|\d+)$/.test(before) ||
    /^\d/.test(after)
  );
}

/** Titles that only those bear who hold the office. */
const CROWNED = new Set(['monarch', 'pope', 'crown-prince']);

/** "Kim" in a report that names North Korea: the only leader of that name. */
function leaderNamed(reader: Reader, serving: readonly Person[], on: string): Person | null {
  const { directory } = reader;
  const near = serving.filter((person) =>
    person.terms.some(
      ({ country }) => country !== null && namesState(reader, directory.states.get(country)!),
    ),
  );
  const person = near.length === 0 ? null : likeliest(directory, near, on, 0);
  const term = person?.terms.find((one) => holds(one, on) && LEADERS.has(one.office));
  const state = term?.country === null || term === undefined ? undefined : directory.states.get(term.country);
  return state === undefined ? null : person;
}

function fitsHints(person: Person, hints: Hints): boolean {
  if (hints.country !== null) return person.terms.some(({ country }) => country === hints.country);
  if (hints.organisation !== null)
    return person.terms.some(({ organisation }) => organisation === hints.organisation);
  return true;
}

function best(directory: ActorDirectory, people: readonly Person[], on: string): Person {
  return people.find((person) => termsOn(directory, person, on).length > 0) ?? people[0]!;
}

/** The only one in the highest kind of office, where nobody stands in the kinds that near it. */
function likeliest(
  directory: ActorDirectory,
  people: readonly Person[],
  on: string,
  nearness = 1,
): Person | null {
  const tiers = people.map((person) =>
    Math.max(...termsOn(directory, person, on).map(({ office }: Term) => tierOf(directory, office))),
  );
  const top = Math.max(...tiers);
  const near = people.filter((_, i) => tiers[i]! >= top - nearness);
  return near.length === 1 ? near[0]! : null;
}

/**
 * Serves a state that the report names, or an organisation; an ambassador is known where the report names the
 * host as well: "Perdue" in a report on America alone may be anybody.
 */
function isOfNamedPlace(reader: Reader, person: Person): boolean {
  const { directory } = reader;
  const isNamed = (code: string | null | undefined): boolean => {
    const state = code === null || code === undefined ? undefined : directory.states.get(code);
    return state !== undefined && namesState(reader, state);
  };
  return person.terms.some(({ office, country }) => {
    if (country === null) return true;
    if (!isNamed(country)) return false;
    const host = /^ambassador-to-(.+)$/.exec(office)?.[1];
    return host === undefined || isNamed(host);
  });
}

/** Terms that somebody has checked, in offices of at least this tier, of one of the G20: "Putin", "Blinken". */
function isKnownWidely(directory: ActorDirectory, terms: readonly Term[], tier: number): boolean {
  return terms.some(
    ({ office, country, from, to, checked }) =>
      checked &&
      tierOf(directory, office) >= tier &&
      (country === null || isMemberOn(directory, 'G20', country, to ?? from)),
  );
}

/** How surely an office is what its holder is known by: 3 where nobody stands beside him, 2 leaders, 1 single-holder offices. */
function tierOf(directory: ActorDirectory, office: string): number {
  if (office === 'supreme-leader') return 3;
  if (LEADERS.has(office)) return 2;
  return directory.offices.get(office)?.single === true ? 1 : 0;
}

/** Words inside a longer name: "Hussein bin Abdullah". */
const INSIDE_NAMES = new Set(['bin', 'ibn', 'bint', 'al', 'el', 'y', 'de', 'da']);

const MEDIA = new Set(
  'broadcaster newspaper daily weekly agency magazine website channel outlet station tabloid'.split(' '),
);

/** Whether a family name stands alone: not "Jill Biden", not "Sullivan Square". */
export function standsAlone(reader: Reader, at: number, end: number): boolean {
  if (isInTitle(reader, at)) return true;
  const { words } = reader;
  // "the broadcaster Kan" is no Mr Kan.
  if (at > 0 && words.gaps[at] === SPACE && MEDIA.has(words.keys[at - 1]!)) return false;
  if (at > 0 && words.gaps[at] === SPACE && isNameLike(reader, at - 1)) {
    if (!isSentenceStart(words, at - 1) || !/(?:ed|ing|ly)$/.test(words.keys[at - 1]!)) {
      reader.strangers.add(words.keys[at]!);
      return false;
    }
  }
  if ((words.forms[end - 1]! & POSSESSIVE) !== 0 || words.gaps[end] !== SPACE) return true;
  return !isNameLike(reader, end) && !INSIDE_NAMES.has(words.keys[end]!);
}
