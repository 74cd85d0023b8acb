import type { Entry, TitleOf } from './directory.ts';
import type { Head, Owner } from './draft.ts';
import { ownerOf } from './owners.ts';
import { matchAt, OPENERS, type Reader } from './reader.ts';
import { isVerb } from './story.ts';
import { BREAK, CAPITAL, COMMA, POSSESSIVE, SPACE, type Words } from './words.ts';

/** Words between an owner and a title that change nothing for us. */
const MODIFIERS = new Set(
  (
    'top senior new newly outgoing incoming acting deputy interim high ranking highranking current visiting veteran long ' +
    'longtime serving key chief lead special then elect appointed designate late unnamed several many some most two three ' +
    'four five dozens hundreds thousands of young former ex first second local own powerful hardline hawkish federal national ' +
    'state ruling military civilian economic diplomatic political foreign major big large largest leading private public ' +
    'old elder younger departing retired deposed ousted toppled jailed exiled embattled reclusive populist leftist conservative liberal ' +
    'larger mightier richer poorer presidential royal landlocked northern southern eastern western giant bigger smaller powerful veteran congressional parliamentary visiting joint high-level level interim caretaker transitional provisional unity elected ' +
    'female male other more right defense defence security trade nuclear'
  ).split(' '),
);

/** Whether a word between an owner and a title changes nothing for us. */
export function isModifier(key: string): boolean {
  return MODIFIERS.has(key);
}

const FORMER = new Set([
  'former',
  'ex',
  'then',
  'late',
  'onetime',
  'ousted',
  'deposed',
  'toppled',
  'retired',
  'old',
]);

export function isFormerWord(key: string): boolean {
  return FORMER.has(key);
}

const POSTINGS = new Set(['to', 'in']);

/**
 * A title, body or group at a word, modifiers before it skipped: "top diplomat", "foreign ministry
 * spokeswoman", "senior officials", "ambassador to China", "president of Brazil". Null where there is none.
 */
export function headAt(reader: Reader, from: number, owned: boolean): Head | null {
  const { words } = reader;
  let at = from;
  let former = false;
  for (let steps = 0; steps < 5; steps++) {
    if (at > from && (words.gaps[at] === undefined || words.gaps[at] === BREAK || words.gaps[at] === COMMA))
      return null;
    const key = words.keys[at];
    if (key === undefined) return null;
    if (key === 'counterpart' || key === 'counterparts') return counterpartHead(reader, at + 1, key);
    if (key === 'opposite' && words.keys[at + 1] === 'number') return counterpartHead(reader, at + 2, key);
    if (key === 'colleague' && owned) return counterpartHead(reader, at + 1, key);
    const match = matchAt(reader, at);
    const head =
      match === null || isNoTitle(words, at, match.end)
        ? null
        : headOf(reader, match.entries, match.end, owned, former);
    if (head !== null) return isInsideName(words, head) ? null : head;
    if (!MODIFIERS.has(key) || words.forms[at]! & POSSESSIVE) return null;
    former ||= FORMER.has(key);
    at++;
  }
  return null;
}

/** "a general election", "Voters in Turkey head to the polls". */
function isNoTitle(words: Words, at: number, end: number): boolean {
  if (end !== at + 1 || words.gaps[end] !== SPACE || (words.forms[at]! & CAPITAL) !== 0) return false;
  const next = words.keys[end]!;
  if (words.keys[at] === 'general') return NOT_GENERALS.has(next);
  // "his official residence"
  if (words.keys[at] === 'official')
    return (
      (words.forms[end]! & CAPITAL) === 0 &&
      !OPENERS.has(next) &&
      !isVerb(next) &&
      !/^[a-z]{3,}ed$/.test(next)
    );
  return (
    words.keys[at] === 'head' && /^(?:to|into|for|towards?|back|home|off|north|south|east|west)$/.test(next)
  );
}

const NOT_GENERALS = new Set(
  'election elections strike strikes public population assembly council debate hospital mobilisation mobilization store manager aviation'.split(
    ' ',
  ),
);

/** "the Swiss People's Party", "the US men's national team": the group is part of a longer name. */
function isInsideName(words: Words, { kind, to }: Head): boolean {
  const form = words.forms[to - 1]!;
  // "Hungary's opposition to the talks" is a view.
  if (kind === 'group' && words.keys[to - 1] === 'opposition' && words.keys[to] === 'to') return true;
  // "the Border Guard Service"
  const isNamed = words.gaps[to] === SPACE && (form & words.forms[to]! & CAPITAL) !== 0;
  if (kind === 'group' && isNamed && (form & POSSESSIVE) === 0) return true;
  if (kind !== 'group' || (form & POSSESSIVE) === 0 || words.gaps[to] !== SPACE) return false;
  return words.keys[to] === 'national' || (form & words.forms[to]! & CAPITAL) !== 0;
}

function counterpartHead(reader: Reader, to: number, key: string): Head {
  const plural = key === 'counterparts';
  const of = ofAfter(reader, to, 'from') ?? ofAfter(reader, to, 'in');
  return { ...EMPTY, kind: 'counterpart', to, plural, of };
}

const EMPTY = { titles: [], plural: false, former: false, of: null, postedTo: null } as const;

function headOf(
  reader: Reader,
  entries: readonly Entry[],
  to: number,
  owned: boolean,
  former: boolean,
): Head | null {
  const titles = entries.flatMap((entry): TitleOf[] => (entry.kind === 'title' ? [entry.title] : []));
  if (titles.length > 0) {
    const plural = entries.some((entry) => entry.kind === 'title' && entry.plural);
    const group = groupOf(entries);
    const head = titleHead(reader, titles, pastRanks(reader, to), plural, former);
    return group === null ? head : { ...head, group };
  }
  const bodies = entries.filter((entry) => entry.kind === 'body');
  // "the Treasury" alone is the American one; "the British Treasury" is any.
  const body =
    bodies.find(({ country }) => (country === null) === owned) ??
    bodies.find(({ country }) => country !== null);
  if (body !== undefined) return bodyHead(reader, body, to, former);
  const group = groupOf(entries);
  return group === null ? null : { ...EMPTY, kind: 'group', to, former, group };
}

function groupOf(entries: readonly Entry[]): NonNullable<Head['group']> | null {
  const entry = entries.find(({ kind }) => kind === 'group');
  if (entry?.kind !== 'group') return null;
  return { id: entry.group, kind: entry.actorKind, sector: entry.sector, foreign: entry.foreign };
}

/** Ranks and courtesies between a title and the name: "spokesman Brig. Gen. Pat Ryder". */
function pastRanks(reader: Reader, from: number): number {
  let to = from;
  for (let steps = 0; steps < 3 && reader.words.gaps[to] === SPACE; steps++) {
    const match = matchAt(reader, to);
    const rank =
      match?.entries.some(({ kind }) => kind === 'person') === false &&
      match.entries.some((entry) => entry.kind === 'title' && RANKS.has(entry.title.office.id));
    if (!rank || (reader.words.forms[to]! & CAPITAL) === 0) return to;
    to = match!.end;
  }
  return to;
}

const RANKS = new Set(['general', 'courtesy']);

/** A title, further titles joined to it ("foreign minister and state councillor"), and what follows it. */
function titleHead(
  reader: Reader,
  titles: readonly TitleOf[],
  to: number,
  plural: boolean,
  former: boolean,
): Head {
  const { words } = reader;
  const posting = titles.some(
    ({ office }) => office.id === 'ambassador' || office.id === 'envoy' || office.id === 'charge',
  );
  if (posting && words.gaps[to] !== undefined && words.gaps[to] !== BREAK && POSTINGS.has(words.keys[to]!)) {
    const place = ofAfter(reader, to, words.keys[to]!);
    if (place !== null)
      return {
        ...EMPTY,
        kind: 'title',
        titles,
        to: place.to,
        plural,
        former,
        postedTo: place.country ?? place.organisation,
      };
  }
  const of = ofAfter(reader, to, 'of') ?? ofAfter(reader, to, 'for');
  if (of !== null) return { ...EMPTY, kind: 'title', titles, to: of.to, plural, former, of };
  if (words.keys[to] === 'and' && words.gaps[to] === SPACE) {
    const match = matchAt(reader, to + 1);
    const more =
      match?.entries.flatMap((entry): TitleOf[] => (entry.kind === 'title' ? [entry.title] : [])) ?? [];
    const named =
      match === null
        ? false
        : (matchAt(reader, match.end)?.entries.some(({ kind }) => kind === 'person') ?? false);
    if (more.length > 0 && named)
      return { ...EMPTY, kind: 'title', titles: [...titles, ...more], to: match!.end, plural, former };
  }
  return { ...EMPTY, kind: 'title', titles, to, plural, former };
}

function bodyHead(reader: Reader, body: Extract<Entry, { kind: 'body' }>, to: number, former: boolean): Head {
  const { words } = reader;
  const inner =
    words.gaps[to] === SPACE || words.forms[to - 1]! & POSSESSIVE ? headAfterBody(reader, to) : null;
  const { body: id, label, country, sector } = body;
  const named = { id, label, country, sector };
  if (inner !== null) return { ...inner, body: named, former: former || inner.former };
  return { ...EMPTY, kind: 'body', to, former, body: named };
}

/** "foreign ministry spokeswoman", "army officers", "embassy officials". */
function headAfterBody(reader: Reader, at: number): Head | null {
  const match = matchAt(reader, at);
  const direct = match === null ? null : headOf(reader, match.entries, match.end, false, false);
  if (direct !== null && (direct.kind === 'title' || direct.kind === 'group')) return direct;
  const key = reader.words.keys[at];
  if (key === undefined || !MODIFIERS.has(key) || reader.words.gaps[at + 1] !== SPACE) return null;
  const next = matchAt(reader, at + 1);
  const head = next === null ? null : headOf(reader, next.entries, next.end, false, FORMER.has(key));
  return head !== null && (head.kind === 'title' || head.kind === 'group') ? head : null;
}

/** Whose office it is: "the Chadian chairman of the African Union" speaks for the organisation. */
export function ownerOfTitle(owner: Owner | null, { of }: Pick<Head, 'of'>): Owner | null {
  return of !== null && of.organisation !== null && owner?.form !== 'organisation' ? of : (owner ?? of);
}

/** "the head of the United Nations body" heads no United Nations. */
const PARTS = new Set(
  'body agency mission force committee panel team branch arm unit office division delegation tribunal'.split(
    ' ',
  ),
);

function isTitleAt(reader: Reader, at: number): boolean {
  const match = matchAt(reader, at, ({ kind }) => kind === 'title');
  return match !== null && (reader.words.forms[at]! & CAPITAL) === 0;
}

/** The state or organisation that "of", "for" or "to" names after a title. */
function ofAfter(reader: Reader, at: number, preposition: string): Owner | null {
  const { words, directory } = reader;
  if (words.keys[at] !== preposition || words.gaps[at] !== SPACE) return null;
  const after = words.keys[at + 1] === 'the' ? at + 2 : at + 1;
  if (words.gaps[after] !== SPACE) return null;
  const match = matchAt(reader, after);
  if (match === null) return null;
  const owner = ownerOf(directory, match, after);
  if (owner !== null && words.gaps[owner.to] === SPACE && PARTS.has(words.keys[owner.to]!)) return null;
  // "a representative of the US president"
  if (owner !== null && words.gaps[owner.to] === SPACE && isTitleAt(reader, owner.to)) return null;
  // "the leader of Canada's New Democratic Party" leads the party.
  if (owner === null || (words.forms[owner.to - 1]! & POSSESSIVE) !== 0) return null;
  return owner.form === 'adjective' || owner.form === 'people' ? null : owner;
}
