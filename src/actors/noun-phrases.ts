import type { Actor } from './actor.ts';
import { strangerWithApposition, withApposition } from './appositions.ts';
import { areaPhrase } from './areas.ts';
import { counterpartPhrase, ownCounterpart } from './counterpart-phrases.ts';
import type { Entry } from './directory.ts';
import type { Draft, Head, Owner } from './draft.ts';
import { closes, type Found, one } from './found.ts';
import { headActor, hintsOf } from './head-actors.ts';
import { headAt, ownerOfTitle } from './heads.ts';
import { findName, learnName, type Name } from './names.ts';
import { ownPhrase } from './own-phrases.ts';
import { bodyActor, governmentActor, ownerOf } from './owners.ts';
import { NO_HINTS } from './persons.ts';
import { isPlace, matchAt, OPENERS, type Reader } from './reader.ts';
import { regionalPhrase, titleOfRegion } from './regions.ts';
import { joinedAdjective, officesOfEach, sharedNoun } from './shared-nouns.ts';
import { namesOfTitle } from './shared-titles.ts';
import { isSought } from './sought.ts';
import type { Match } from './trie.ts';
import { CAPITAL, COMMA, HYPHEN, POSSESSIVE, SPACE, type Words } from './words.ts';

const BEFORE_LANGUAGES = new Set(['in', 'speak', 'spoke', 'speaks', 'speaking', 'fluent']);

/** Whether an adjective before `to` belongs to a noun: "in Chinese waters", "in Russian-held towns", not "in Russian." */
function isAttribute(words: Words, to: number): boolean {
  if (words.gaps[to] === HYPHEN) return !['speaking', 'language'].includes(words.keys[to]!);
  return words.gaps[to] === SPACE;
}

/** The actor phrase that begins at a word, if one does. */
export function phraseAt(reader: Reader, at: number): Found | null {
  const joined = joinedAdjective(reader, at);
  if (joined !== null) return joined;
  const match = matchAt(reader, at);
  if (match === null)
    return (
      regionalPhrase(reader, at) ??
      ownCounterpart(reader, at) ??
      ownPhrase(reader, at) ??
      nameAlone(reader, at)
    );
  const ofArea = areaPhrase(reader, at, match);
  if (ofArea !== null) return ofArea;
  if (match.entries.every(({ kind }) => kind === 'other' || kind === 'area'))
    return { drafts: [], next: match.end };
  const owner = ownerOf(reader.directory, match, at);
  if (owner !== null && !match.entries.some(({ kind }) => kind === 'title')) {
    return owner.form === 'body'
      ? (bodyPhrase(reader, at, owner) ?? ownedPhrase(reader, owner, match))
      : ownedPhrase(reader, owner, match);
  }
  const titled = titledPhrase(reader, at);
  if (titled !== null && titled.drafts.length > 0) return titled;
  return (
    ownerInTitle(reader, at) ??
    bodyOfState(reader, at) ??
    titled ??
    nameAlone(reader, at) ??
    (match.end > at + 1 ? { drafts: [], next: at + 1 } : null)
  );
}

/** "a UN envoy": no ambassador whose country somebody names, so an envoy of the UN. */
function ownerInTitle(reader: Reader, at: number): Found | null {
  const match = matchAt(reader, at, (entry) => entry.kind !== 'title');
  const owner = match === null ? null : ownerOf(reader.directory, match, at);
  return owner === null || owner.form === 'body' ? null : ownedPhrase(reader, owner, match!);
}

/** "the Government of Italy", "the Supreme Court of India": a body that its name gives to a state. */
function bodyOfState(reader: Reader, at: number): Found | null {
  const { words, directory } = reader;
  const match = matchAt(reader, at, (entry) => entry.kind === 'body' && entry.country === null);
  const body = match?.entries.find((entry) => entry.kind === 'body');
  if (body?.kind !== 'body' || words.keys[match!.end] !== 'of' || words.gaps[match!.end] !== SPACE)
    return null;
  const from = words.keys[match!.end + 1] === 'the' ? match!.end + 2 : match!.end + 1;
  const name = words.gaps[from] === SPACE ? matchAt(reader, from, ({ kind }) => kind === 'state') : null;
  const owner = name === null ? null : ownerOf(directory, name, from);
  if (owner === null || owner.country === null || owner.form !== 'name') return null;
  const actor =
    body.body === 'GOV'
      ? governmentActor(directory.states.get(owner.country)!)
      : bodyActor(directory, body, owner.country);
  return one(reader, at, owner.to, actor, 'name', 'actors/body', owner.country, owner.to);
}

/** "State Department spokesman Matthew Miller", "Pentagon officials": a body that needs no owner, with what follows. */
function bodyPhrase(reader: Reader, at: number, owner: Owner): Found | null {
  const head = headAt(reader, at, false);
  return head === null || head.kind === 'body' ? null : headPhrase(reader, at, owner, head);
}

/** "China's foreign minister", "US officials", "Chinese territory", "Beijing". */
function ownedPhrase(reader: Reader, owner: Owner, match: Match<Entry>): Found {
  const { words, directory } = reader;
  const { to } = owner;
  const possessive = (words.forms[to - 1]! & POSSESSIVE) !== 0;
  const gap = words.gaps[to];
  const attributive =
    !isStance(words, owner.from) &&
    (possessive || owner.form !== 'people') &&
    (gap === SPACE || (gap === HYPHEN && owner.form === 'adjective')) &&
    !(!possessive && isPlaceBefore(reader, owner));
  if (attributive) {
    const former = isFormer(reader, owner.from);
    const plain = headAt(reader, to, true);
    const told = plain !== null && former ? { ...plain, former } : plain;
    const head = isTopDiplomat(reader, owner.from, told) ? topDiplomat(reader, told!) : told;
    if (isCapital(words, to) && owner.country !== null) {
      const government = governmentActor(directory.states.get(owner.country)!);
      return one(
        reader,
        owner.from,
        to + 1,
        government,
        'metonym',
        'actors/capital-as-place',
        owner.country,
        to + 1,
      );
    }
    if (head !== null && !(head.kind === 'title' && takesNoOwner(head)))
      return headPhrase(reader, owner.from, owner, head);
    const name = findName(reader, to, hintsOf(owner, null));
    if (
      name !== null &&
      (possessive || owner.form === 'adjective' || owner.form === 'name') &&
      name.actor.country === owner.country
    ) {
      return one(
        reader,
        owner.from,
        name.to,
        name.actor,
        'name',
        'actors/country-name',
        owner.country,
        name.to,
      );
    }
  }
  return sharedNoun(reader, owner) ?? bareOwner(reader, owner, match);
}

/** "received at the Kremlin President of Chile Marta Rojas": the title says whose it is, and the seat is a place. */
function isPlaceBefore(reader: Reader, { form, to }: Owner): boolean {
  if (form !== 'seat' && form !== 'capital') return false;
  const head = headAt(reader, to, false);
  return head?.kind === 'title' && head.of !== null;
}

/** "the top Iranian diplomat" */
function isTopDiplomat({ words }: Reader, from: number, head: Head | null): boolean {
  const isTop = words.gaps[from] === SPACE && /^(?:top|chief)$/.test(words.keys[from - 1] ?? '');
  return isTop && head !== null && !head.plural && words.keys[head.to - 1] === 'diplomat';
}

function topDiplomat({ directory }: Reader, { to, former }: Head): Head {
  const titles = [{ office: directory.offices.get('foreign-minister')!, country: null }];
  return { kind: 'title', to, titles, plural: false, former, of: null, postedTo: null };
}

/** "the Georgian capital", not "Georgian capital flows". */
function isCapital(words: Words, at: number): boolean {
  if (words.keys[at] !== 'capital') return false;
  return (
    words.gaps[at + 1] !== SPACE || OPENERS.has(words.keys[at + 1]!) || (words.forms[at + 1]! & CAPITAL) !== 0
  );
}

/** "pro-Russian rebels", "anti-US activists" are nobody of that state. */
function isStance(words: Words, at: number): boolean {
  return at > 0 && words.gaps[at] === HYPHEN && /^(?:pro|anti|non)$/.test(words.keys[at - 1]!);
}

/** "former US president", "ex-Japanese minister". */
function isFormer({ words }: Reader, at: number): boolean {
  const gap = words.gaps[at];
  return at > 0 && (gap === SPACE || gap === HYPHEN) && /^(?:former|ex|onetime)$/.test(words.keys[at - 1]!);
}

function takesNoOwner(head: Head): boolean {
  return head.titles.every(({ office }) => office.id === 'courtesy');
}

/** The state, government or organisation itself. */
function bareOwner(reader: Reader, owner: Owner, match: Match<Entry>): Found {
  const { words, directory } = reader;
  const { from, to, form, actor } = owner;
  const before = from > 0 && words.gaps[from] === SPACE ? words.keys[from - 1]! : '';
  switch (form) {
    case 'name':
      return one(reader, from, to, actor, 'name', 'actors/state-name', owner.country, to);
    case 'adjective':
      if (BEFORE_LANGUAGES.has(before) && !isAttribute(words, to)) return { drafts: [], next: to };
      return one(reader, from, to, actor, 'demonym', 'actors/demonym', owner.country, to);
    case 'people': {
      const { code, adjective } = directory.states.get(owner.country!)!;
      const people: Actor = {
        id: `${code}/people`,
        kind: 'people',
        name: `${adjective} people`,
        country: code,
        sector: 'CVL',
      };
      return one(reader, from, to, people, 'demonym', 'actors/people', owner.country, to);
    }
    case 'capital': {
      const rule =
        isPlace(words, from) || isBeforeItsState(reader, owner)
          ? 'actors/capital-as-place'
          : 'actors/capital';
      return one(reader, from, to, actor, 'metonym', rule, owner.country, to);
    }
    case 'seat':
      return one(reader, from, to, actor, 'metonym', 'actors/seat', owner.country, to);
    case 'organisation':
      return one(reader, from, to, actor, 'name', 'actors/organisation', owner.country, match.end);
    default:
      return one(reader, from, to, actor, 'name', 'actors/body', owner.country, to);
  }
}

/** "the streets of Baghdad, Iraq". */
function isBeforeItsState(reader: Reader, { to, country }: Owner): boolean {
  if (reader.words.gaps[to] !== COMMA) return false;
  const entries = matchAt(reader, to)?.entries ?? [];
  return entries.some(
    (entry) => entry.kind === 'state' && entry.form === 'name' && entry.state.code === country,
  );
}

/** "Secretary of State Antony Blinken", "the president of Brazil", "Mr. Lavrov", "spokesman John Kirby". */
function titledPhrase(reader: Reader, at: number): Found | null {
  const head = headAt(reader, at, false);
  if (head === null) return null;
  if (head.kind === 'group') return null;
  if (head.kind === 'counterpart') return null;
  const regional = titleOfRegion(reader, at, head);
  if (regional !== null) return regional;
  return headPhrase(reader, at, head.of, isFormer(reader, at) ? { ...head, former: true } : head);
}

/** A title, body or group with its owner, and the name beside it where there is one. */
function headPhrase(reader: Reader, from: number, owner: Owner | null, head: Head): Found {
  const { words } = reader;
  const whose = ownerOfTitle(owner, head);
  const country = whose?.country ?? null;
  if (head.kind === 'counterpart') return counterpartPhrase(reader, from, null, whose, head);
  const each = owner === head.of ? officesOfEach(reader, from, head) : null;
  if (each !== null) return each;
  if (head.kind === 'title') {
    const shared = head.plural && words.gaps[head.to] === SPACE ? namesOfTitle(reader, whose, head) : null;
    if (shared !== null) return shared;
    const hints = hintsOf(whose, head);
    const adjacent = words.gaps[head.to] === SPACE || words.gaps[head.to] === HYPHEN;
    const ends = (words.forms[head.to - 1]! & POSSESSIVE) !== 0;
    if (adjacent && !ends && !head.plural) {
      const name =
        findName(reader, head.to, hints) ??
        (whose === null ? fullName(reader, head.to) : null) ??
        learnName(reader, head.to, hints);
      if (name !== null && whose === null && !isPlain(head)) return withApposition(reader, from, name);
      if (name !== null) return one(reader, from, name.to, name.actor, 'name', name.rule, country, name.to);
    }
    if (
      words.gaps[head.to] === COMMA &&
      !ends &&
      !head.plural &&
      isPlain(head) &&
      (whose !== null || head.titles.some(({ office }) => office.single))
    ) {
      const name = findName(reader, head.to, hints);
      if (name !== null && closes(reader, name.to)) {
        return one(
          reader,
          from,
          name.to,
          name.actor,
          'apposition',
          'actors/title-apposition',
          country,
          name.to,
        );
      }
    }
  }
  // "a US official" is one of a group; "US official Kurt Campbell" had a name.
  const unnamed: Head = head.kind === 'title' && head.group !== undefined ? { ...head, kind: 'group' } : head;
  const sought: Head = isSought(reader, from, head.to) ? { ...unnamed, sought: true } : unnamed;
  const actor = headActor(reader, whose, sought);
  if (actor !== null) {
    const [via, rule] = headRule(unnamed, actor);
    const found = one(reader, from, head.to, actor, via, rule, country, head.to);
    return unnamed.kind === 'title' && sought.sought !== true && isDefinite(reader, from)
      ? { ...found, drafts: found.drafts.map((draft) => ({ ...draft, head })) }
      : found;
  }
  // Nobody known by title alone; the owner still stands.
  if (whose === null || whose !== owner) return { drafts: [], next: head.to };
  return bareOwner(reader, whose, { end: whose.to, entries: [] });
}

/** "Trade chief Valdis Dombrovskis": the name tells more than the country that a title alone implies. */
function fullName(reader: Reader, at: number): Name | null {
  const name = findName(reader, at, NO_HINTS);
  return name?.rule === 'actors/full-name' ? { ...name, rule: 'actors/title-name' } : null;
}

/** "the Chinese minister", "China's minister", not "a Chinese minister". */
function isDefinite({ words }: Reader, from: number): boolean {
  return !(
    from > 0 &&
    words.gaps[from] === SPACE &&
    /^(?:an?|one|another|some)$/.test(words.keys[from - 1]!)
  );
}

function isPlain(head: Head): boolean {
  return head.titles.every(({ office }) => office.id !== 'courtesy');
}

function headRule(head: Head, actor: Actor): [Draft['via'], string] {
  if (head.kind === 'body') return ['name', 'actors/body'];
  if (head.kind === 'group')
    return head.group!.foreign ? ['name', 'actors/neighbours'] : ['demonym', 'actors/group'];
  return ['office', actor.kind === 'person' ? 'actors/office-holder' : 'actors/office'];
}

/** A person named without title or country before the name, with an apposition after it where there is one. */
function nameAlone(reader: Reader, at: number): Found | null {
  const { words } = reader;
  if ((words.forms[at]! & CAPITAL) === 0) return null;
  const name = findName(reader, at, NO_HINTS);
  if (name !== null) return administrationOf(reader, at, name) ?? withApposition(reader, at, name);
  return strangerWithApposition(reader, at);
}

/** "the Biden administration": the government that the person leads. */
function administrationOf(reader: Reader, at: number, name: Name): Found | null {
  const { words, directory } = reader;
  const key = words.keys[name.to];
  if (words.gaps[name.to] !== SPACE || words.forms[name.to - 1]! & POSSESSIVE) return null;
  if (key !== 'administration' && key !== 'government' && key !== 'cabinet' && key !== 'regime') return null;
  const { country } = name.actor;
  if (country === null) return null;
  const state = directory.states.get(country)!;
  const actor = governmentActor(state);
  const owner: Owner = {
    from: at,
    to: name.to + 1,
    country,
    organisation: null,
    label: state.adjective,
    actor,
    form: 'seat',
  };
  if (words.gaps[name.to + 1] === SPACE) {
    const head = headAt(reader, name.to + 1, true);
    if (head !== null && head.kind !== 'counterpart') return headPhrase(reader, at, owner, head);
  }
  return one(reader, at, name.to + 1, actor, 'metonym', 'actors/administration', country, name.to + 1);
}
