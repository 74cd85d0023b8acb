import type { Actor } from './actor.ts';
import type { Entry } from './directory.ts';
import type { Draft, Head, Owner } from './draft.ts';
import { headAt } from './heads.ts';
import { bodyActor, governmentActor, ownerOf, stateActor } from './owners.ts';
import { findName, learnName, type Name } from './names.ts';
import { type Hints, personActor } from './persons.ts';
import { matchAt, type Reader } from './reader.ts';
import { holderOn } from './terms.ts';
import type { Match } from './trie.ts';
import { ALL_CAPITALS, BREAK, CAPITAL, COMMA, HYPHEN, POSSESSIVE, SPACE } from './words.ts';

/** What was found at a word, and where to go on. */
export interface Found {
  readonly drafts: readonly Draft[];
  readonly next: number;
}

const BEFORE_PLACES = new Set(
  'in at to from near outside around via through visit visited visiting toward towards inside leave left reach reached'.split(' '),
);

const BEFORE_LANGUAGES = new Set(['in', 'speak', 'spoke', 'speaks', 'speaking', 'fluent']);

/** The actor phrase that begins at a word, if one does. */
export function phraseAt(reader: Reader, at: number): Found | null {
  const match = matchAt(reader, at);
  if (match === null) return ownCounterpart(reader, at) ?? nameAlone(reader, at);
  if (match.entries.every(({ kind }) => kind === 'other')) return { drafts: [], next: match.end };
  const owner = ownerOf(reader.directory, match, at);
  if (owner !== null && !match.entries.some(({ kind }) => kind === 'title')) {
    return owner.form === 'body' ? (bodyPhrase(reader, at, owner) ?? ownedPhrase(reader, owner, match)) : ownedPhrase(reader, owner, match);
  }
  return titledPhrase(reader, at) ?? nameAlone(reader, at) ?? (match.end > at + 1 ? { drafts: [], next: at + 1 } : null);
}

/** "State Department spokesman Matthew Miller", "Pentagon officials": a body that needs no owner, with what follows. */
function bodyPhrase(reader: Reader, at: number, owner: Owner): Found | null {
  const head = headAt(reader, at, false);
  return head === null || head.kind === 'body' ? null : headPhrase(reader, at, owner, head);
}

/** "China's foreign minister", "US officials", "Chinese territory", "Beijing". */
function ownedPhrase(reader: Reader, owner: Owner, match: Match<Entry>): Found {
  const { words } = reader;
  const { to } = owner;
  const possessive = (words.forms[to - 1]! & POSSESSIVE) !== 0;
  const gap = words.gaps[to];
  const attributive = (possessive || owner.form !== 'people') && (gap === SPACE || (gap === HYPHEN && owner.form === 'adjective'));
  if (attributive) {
    const former = isFormer(reader, owner.from);
    const plain = headAt(reader, to, true);
    const head = plain !== null && former ? { ...plain, former } : plain;
    if (head !== null && !(head.kind === 'title' && takesNoOwner(head))) return headPhrase(reader, owner.from, owner, head);
    const name = findName(reader, to, hintsOf(owner, null));
    if (name !== null && (possessive || owner.form === 'adjective' || owner.form === 'name') && name.actor.country === owner.country) {
      return one(reader, owner.from, name.to, name.actor, 'name', 'actors/country-name', owner.country, name.to);
    }
  }
  return coordinatedOwner(reader, owner) ?? bareOwner(reader, owner, match);
}

/** "former US president", "ex-Japanese minister". */
function isFormer({ words }: Reader, at: number): boolean {
  const gap = words.gaps[at];
  return at > 0 && (gap === SPACE || gap === HYPHEN) && /^(?:former|ex|onetime)$/.test(words.keys[at - 1]!);
}

function takesNoOwner(head: Head): boolean {
  return head.titles.every(({ office }) => office.id === 'courtesy');
}

/** "Chinese and American officials": the first adjective shares the noun. */
function coordinatedOwner(reader: Reader, owner: Owner): Found | null {
  const { words, directory } = reader;
  if (owner.form !== 'adjective' && owner.form !== 'name') return null;
  const conjunction = words.keys[owner.to];
  const next = words.gaps[owner.to] === SPACE && (conjunction === 'and' || conjunction === 'or') ? owner.to + 1 : words.gaps[owner.to] === COMMA ? owner.to : -1;
  if (next < 0) return null;
  const match = matchAt(reader, next);
  const second = match === null ? null : ownerOf(directory, match, next);
  if (second === null || second.country === null || words.gaps[second.to] !== SPACE) return null;
  if (second.form !== 'adjective' && !(owner.form === 'name' && words.forms[owner.to - 1]! & ALL_CAPITALS)) return null;
  const head = headAt(reader, second.to, true);
  if (head === null || head.kind === 'counterpart') return null;
  const actor = headActor(reader, owner, head);
  if (actor === null) return null;
  return one(reader, owner.from, owner.to, actor, 'demonym', 'actors/shared-noun', owner.country, owner.to);
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
      if (BEFORE_LANGUAGES.has(before) && words.gaps[to] !== SPACE) return { drafts: [], next: to };
      return one(reader, from, to, actor, 'demonym', 'actors/demonym', owner.country, to);
    case 'people': {
      const { code, adjective } = directory.states.get(owner.country!)!;
      const people: Actor = { id: `${code}/people`, kind: 'people', name: `${adjective} people`, country: code, sector: 'CVL' };
      return one(reader, from, to, people, 'demonym', 'actors/people', owner.country, to);
    }
    case 'capital': {
      const rule = BEFORE_PLACES.has(before) ? 'actors/capital-as-place' : 'actors/capital';
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

/** "Secretary of State Antony Blinken", "the president of Brazil", "Mr. Lavrov", "spokesman John Kirby". */
function titledPhrase(reader: Reader, at: number): Found | null {
  const head = headAt(reader, at, false);
  if (head === null) return null;
  if (head.kind === 'group') return null;
  if (head.kind === 'counterpart') return null;
  return headPhrase(reader, at, head.of, head);
}

/** A title, body or group with its owner, and the name beside it where there is one. */
function headPhrase(reader: Reader, from: number, owner: Owner | null, head: Head): Found {
  const { words } = reader;
  const whose = owner ?? head.of;
  const country = whose?.country ?? null;
  if (head.kind === 'counterpart') return counterpartPhrase(reader, from, null, whose, head);
  if (head.kind === 'title') {
    const hints = hintsOf(whose, head);
    const adjacent = words.gaps[head.to] === SPACE || words.gaps[head.to] === HYPHEN;
    const ends = (words.forms[head.to - 1]! & POSSESSIVE) !== 0;
    if (adjacent && !ends && !head.plural) {
      const name = findName(reader, head.to, hints) ?? learnName(reader, head.to, hints);
      if (name !== null) return one(reader, from, name.to, name.actor, 'name', name.rule, country, name.to);
    }
    if (words.gaps[head.to] === COMMA && !ends && !head.plural && isPlain(head) && (whose !== null || head.titles.some(({ office }) => office.single))) {
      const name = findName(reader, head.to, hints);
      if (name !== null && closes(reader, name.to)) {
        return one(reader, from, name.to, name.actor, 'apposition', 'actors/title-apposition', country, name.to);
      }
    }
  }
  // "a US official" is one of a group; "US official Kurt Campbell" had a name.
  const unnamed: Head = head.kind === 'title' && head.group !== undefined ? { ...head, kind: 'group' } : head;
  const actor = headActor(reader, whose, unnamed);
  if (actor !== null) {
    const [via, rule] = headRule(unnamed, actor);
    return one(reader, from, head.to, actor, via, rule, country, head.to);
  }
  // Nobody known by title alone; the owner still stands.
  if (whose === null || whose !== owner) return { drafts: [], next: head.to };
  return bareOwner(reader, whose, { end: whose.to, entries: [] });
}

function isPlain(head: Head): boolean {
  return head.titles.every(({ office }) => office.id !== 'courtesy');
}

function headRule(head: Head, actor: Actor): [Draft['via'], string] {
  if (head.kind === 'body') return ['name', 'actors/body'];
  if (head.kind === 'group') return head.group!.foreign ? ['name', 'actors/neighbours'] : ['demonym', 'actors/group'];
  return ['office', actor.kind === 'person' ? 'actors/office-holder' : 'actors/office'];
}

/** What a head means with its owner and without a name; null where that is nobody. */
export function headActor(reader: Reader, owner: Owner | null, head: Head): Actor | null {
  const { directory, report } = reader;
  const country = owner?.country ?? head.body?.country ?? (head.kind === 'title' ? impliedCountry(head) : null);
  const organisation = owner?.organisation ?? null;
  const label = country === null ? (owner?.label ?? '') : (directory.states.get(country)?.adjective ?? country);
  if (head.kind === 'group') {
    if (country === null && organisation === null) return null;
    const { id, kind, sector, foreign } = head.group!;
    // "the Chinese side" is China.
    if (kind === 'state') return owner!.form === 'capital' ? owner!.actor : country === null ? owner!.actor : stateActor(directory.states.get(country)!);
    if (foreign) return { id: `${country ?? organisation}/${id}`, kind, name: `${label} ${id}`, country: null, ...(sector === undefined ? {} : { sector }) };
    const body = head.body;
    return {
      id: `${country ?? organisation}/${id}`,
      kind,
      name: `${label} ${id}`,
      country,
      ...(organisation === null ? {} : { organisation }),
      ...(body !== undefined && sector === 'GOV' ? { sector: body.sector } : sector === undefined ? {} : { sector }),
    };
  }
  if (head.kind === 'body') {
    if (country === null) return owner === null ? null : owner.actor;
    if (head.body!.id === 'GOV' && head.body!.country === null) return governmentActor(directory.states.get(country)!);
    return bodyActor(directory, { body: head.body!.id, label: head.body!.label, sector: head.body!.sector }, country);
  }
  const place = country ?? organisation ?? implied(head);
  if (place === null || head.titles.length === 0 || head.plural) return place === null ? null : pluralActor(place, country, label, head);
  const title = titleFor(reader, head, place);
  const { office } = title;
  if (office.id === 'courtesy' || office.id === 'supreme-leader' && head.titles.length === 1 && country !== null && !directory.terms.has(`${country}/supreme-leader`)) {
    return leaderOf(reader, country, label);
  }
  const id = head.postedTo === null ? office.id : `${office.id}-to-${head.postedTo}`;
  if (!head.former) {
    const term = holderOn(directory, place, id, report.publishedOn);
    if (term !== null) return personActor(directory, term.person, report.publishedOn, { country, organisation, titles: [title], former: false });
  }
  const states = directory.states.has(place);
  return {
    id: `${place}/${head.former ? 'former-' : ''}${id}`,
    kind: 'office',
    name: `${head.former ? 'former ' : ''}${label} ${id.replaceAll('-', ' ')}`.trim(),
    country: states ? place : null,
    ...(states ? {} : { organisation: place }),
    ...(head.former ? { sector: 'ELI' } : office.sector === undefined ? {} : { sector: office.sector }),
    ...(head.former ? {} : { office: id }),
  };
}

/** "the Chinese leader" is the head of state or government. */
function leaderOf(reader: Reader, country: string | null, label: string): Actor | null {
  if (country === null) return null;
  const { directory, report } = reader;
  for (const office of ['supreme-leader', 'president', 'prime-minister', 'monarch', 'military-ruler']) {
    const term = holderOn(directory, country, office, report.publishedOn);
    if (term !== null) return personActor(directory, term.person, report.publishedOn);
  }
  return { id: `${country}/leader`, kind: 'office', name: `${label} leader`, country, sector: 'GOV', office: 'leader' };
}

function pluralActor(place: string, country: string | null, label: string, head: Head): Actor {
  const sector = head.titles[0]?.office.sector;
  return {
    id: `${place}/officials`,
    kind: 'group',
    name: `${label} officials`,
    country,
    ...(country === null ? { organisation: place } : {}),
    ...(sector === undefined ? {} : { sector }),
  };
}

function impliedCountry(head: Head): string | null {
  const place = implied(head);
  return place !== null && /^[A-Z]{3}$/.test(place) && head.titles.every(({ country }) => country === place) ? place : null;
}

/** The one country or organisation that the title alone implies. */
function implied(head: Head): string | null {
  const places = new Set(head.titles.map(({ country }) => country));
  return places.size === 1 ? [...places][0]! : null;
}

/** The office that a title means in a country: its own word for it, else the one that somebody there holds. */
function titleFor(reader: Reader, head: Head, place: string): Head['titles'][number] {
  const { directory, report } = reader;
  const own = head.titles.find(({ country }) => country === place);
  if (own !== undefined) return own;
  const general = head.titles.filter(({ country }) => country === null);
  const held = general.find(({ office }) => holderOn(directory, place, office.id, report.publishedOn) !== null);
  const known = general.find(({ office }) => directory.terms.has(`${place}/${office.id}`));
  return held ?? known ?? general[0] ?? head.titles[0]!;
}

function hintsOf(owner: Owner | null, head: Head | null): Hints {
  const titles = head?.titles ?? [];
  const country = owner?.country ?? (head === null ? null : (head.body?.country ?? impliedCountry(head)));
  return { country, organisation: owner?.organisation ?? null, titles, former: head?.former ?? false };
}

/** A person named without title or country before the name, with an apposition after it where there is one. */
function nameAlone(reader: Reader, at: number): Found | null {
  const { words } = reader;
  if ((words.forms[at]! & CAPITAL) === 0) return null;
  const name = findName(reader, at, { country: null, organisation: null, titles: [], former: false });
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
  const owner: Owner = { from: at, to: name.to + 1, country, organisation: null, label: state.adjective, actor, form: 'seat' };
  if (words.gaps[name.to + 1] === SPACE) {
    const head = headAt(reader, name.to + 1, true);
    if (head !== null && head.kind !== 'counterpart') return headPhrase(reader, at, owner, head);
  }
  return one(reader, at, name.to + 1, actor, 'metonym', 'actors/administration', country, name.to + 1);
}

/** "Qin Gang, China's foreign minister,": title and name are one. */
function withApposition(reader: Reader, at: number, name: Name): Found {
  const apposed = appositionAfter(reader, name.to);
  if (apposed !== null) {
    const { owner, head } = apposed;
    const hints = hintsOf(owner ?? head.of, head);
    const fits = (hints.country === null && hints.organisation === null) || hints.country === name.actor.country || (hints.organisation !== null && hints.organisation === name.actor.organisation);
    if (fits) {
      const actor = name.actor.country === null && hints.country !== null ? { ...name.actor, country: hints.country } : name.actor;
      return one(reader, at, head.to, actor, 'apposition', 'actors/name-apposition', hints.country, head.to);
    }
  }
  return one(reader, at, name.to, name.actor, 'name', name.rule, null, name.to);
}

/** "Liu, a professor at Tsinghua University," teaches a person. */
function strangerWithApposition(reader: Reader, at: number): Found | null {
  const { words } = reader;
  if (words.gaps[at] !== BREAK && at > 0 && BEFORE_PLACES.has(words.keys[at - 1]!)) return null;
  const name = learnName(reader, at, { country: null, organisation: null, titles: [], former: false }, false);
  if (name === null || words.gaps[name.to] !== COMMA) return null;
  const apposed = appositionAfter(reader, name.to);
  if (apposed === null || apposed.head.titles.length === 0) return null;
  const hints = hintsOf(apposed.owner ?? apposed.head.of, apposed.head);
  const learnt = learnName(reader, at, hints);
  if (learnt === null) return null;
  return one(reader, at, learnt.to, learnt.actor, 'apposition', 'actors/learnt-apposition', null, apposed.head.to);
}

/** ", the Chinese foreign minister," after a name. */
function appositionAfter(reader: Reader, at: number): { owner: Owner | null; head: Head } | null {
  const { words, directory } = reader;
  if (words.gaps[at] !== COMMA) return null;
  const article = /^(?:the|a|an)$/.test(words.keys[at]!);
  const from = article ? at + 1 : at;
  const match = matchAt(reader, from);
  const first = match === null ? null : ownerOf(directory, match, from);
  const owner = first !== null && !match!.entries.some(({ kind }) => kind === 'title') ? first : null;
  if (owner !== null && owner.form === 'people') return null;
  const head = headAt(reader, owner?.to ?? from, owner !== null);
  if (head === null || head.kind !== 'title' || head.plural || !isPlain(head)) return null;
  if (owner === null && !article && head.of === null) return null;
  if (words.forms[head.to - 1]! & POSSESSIVE) return null;
  // "Blinken, Chinese Foreign Minister Qin Gang and ...": the title has a name of its own.
  if (words.gaps[head.to] === SPACE && (words.forms[head.to]! & CAPITAL) !== 0) return null;
  return closes(reader, head.to) || words.gaps[head.to] === SPACE ? { owner, head } : null;
}

/** A comma, stop or the end follows. */
function closes(reader: Reader, at: number): boolean {
  const gap = reader.words.gaps[at];
  return gap === undefined || gap === COMMA || gap === BREAK || reader.words.forms[at - 1]! & POSSESSIVE ? true : /^(?:and|said|says|told|has|had|will|would|is|was|in|on|at)$/.test(reader.words.keys[at]!);
}

/** "his counterpart Sergei Lavrov", "their Chinese counterparts", "Blinken's Chinese counterpart". */
function ownCounterpart(reader: Reader, at: number): Found | null {
  const { words, directory } = reader;
  const key = words.keys[at]!;
  if (key === 'counterpart' || key === 'counterparts') {
    const head = headAt(reader, at, false)!;
    return counterpartPhrase(reader, at, null, head.of, head);
  }
  if (!/^(?:his|her|their|its)$/.test(key)) return null;
  let from = at + 1;
  if (/^(?:new|then|own|former)$/.test(words.keys[from] ?? '') && words.gaps[from] === SPACE) from++;
  if (words.gaps[from] !== SPACE) return null;
  const match = matchAt(reader, from);
  const owner = match === null ? null : ownerOf(directory, match, from);
  const head = headAt(reader, owner?.to ?? from, owner !== null);
  if (head === null || head.kind !== 'counterpart') return null;
  return counterpartPhrase(reader, at, at, owner ?? head.of, head);
}

function counterpartPhrase(reader: Reader, from: number, pronoun: number | null, owner: Owner | null, head: Head): Found {
  const { words } = reader;
  const pending = { pronoun, country: owner?.country ?? null, plural: head.plural };
  const after = head.of?.to ?? head.to;
  if (!head.plural) {
    const gap = words.gaps[after];
    const hints = hintsOf(owner, null);
    const name = gap === SPACE ? (findName(reader, after, hints) ?? learnName(reader, after, hints)) : gap === COMMA ? findName(reader, after, hints) : null;
    if (name !== null && (gap === SPACE || closes(reader, name.to))) {
      const found = one(reader, from, name.to, name.actor, 'apposition', 'actors/counterpart-named', owner?.country ?? null, name.to);
      return { ...found, drafts: found.drafts.map((draft) => ({ ...draft, pending })) };
    }
  }
  const found = one(reader, from, after, null, 'counterpart', 'actors/counterpart', owner?.country ?? null, after);
  return { ...found, drafts: found.drafts.map((draft) => ({ ...draft, pending })) };
}

function one(
  reader: Reader,
  from: number,
  to: number,
  actor: Actor | null,
  via: Draft['via'],
  rule: string,
  owner: string | null,
  next: number,
): Found {
  const { words } = reader;
  return { drafts: [{ start: words.starts[from]!, end: words.ends[to - 1]!, from, to, actor, via, rule, owner }], next };
}


