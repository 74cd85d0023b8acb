import type { ActorMention } from './actor.ts';
import { leadingCountries } from './home.ts';
import { governmentActor, stateActor } from './owners.ts';
import { isWritten, matchAt, OPENERS } from './reader.ts';
import { type Story, type Told, toldSince } from './story.ts';
import { CAPITAL, COMMA, HYPHEN, POSSESSIVE, SPACE, type Words } from './words.ts';

/** Words for a state, and the offices that one needs for some of them. */
const REALMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['country', []],
  ['nation', []],
  ['republic', []],
  ['state', []],
  ['monarchy', ['monarch']],
  ['giant', []],
  ['superpower', []],
  ['kingdom', ['monarch']],
  ['sultanate', ['monarch']],
  ['emirate', ['monarch']],
  ['island', []],
  ['archipelago', []],
  ['capital', []],
]);

/** Rules of mentions that say where something is. */
const PLACES = new Set(['actors/state-name', 'actors/capital-as-place']);

/** Troops and parties in the country are of it; a state, its government or its people abroad speak of another. */
function isOther({ mention: { actor, rule } }: Told): boolean {
  if (rule === 'actors/demonym') return false;
  return (
    actor.kind === 'state' ||
    actor.kind === 'government' ||
    actor.kind === 'person' ||
    actor.kind === 'office'
  );
}

/** States that a report may call so. */
const ISLANDS = new Set(
  'TWN CUB LKA CYP HTI JAM MLT MDG MUS BHR ISL TLS NRU BRB DMA GRD LCA VCT TTO'.split(' '),
);
const ARCHIPELAGOS = new Set(
  'PHL IDN MDV BHS FJI SLB VUT TON WSM KIR TUV MHL FSM PLW COM CPV STP SYC'.split(' '),
);

const MODIFIERS_AFTER = new Set([
  'club',
  'team',
  'music',
  'house',
  'code',
  'director',
  'manager',
  'office',
  'head',
]);

const BLOCS = new Set(['bloc', 'alliance', 'organization', 'organisation', 'union']);

/** "the bloc", "the alliance": the organisation of states last named. */
function blocAt(story: Story, at: number): ActorMention | null {
  const { words } = story.reader;
  if (!BLOCS.has(words.keys[at]!) || (words.forms[at]! & CAPITAL) !== 0) return null;
  if (words.gaps[at + 1] === SPACE && /^(?:of|for)$/.test(words.keys[at + 1]!)) return null;
  const told = toldSince(story, 0).findLast(
    ({ mention: { actor } }) =>
      actor.country === null && actor.kind === 'organisation' && actor.organisation !== undefined,
  );
  if (told === undefined) return null;
  const { actor, start, end } = told.mention;
  const span = { start: words.starts[at]!, end: words.ends[at]! };
  return { ...span, actor, via: 'pronoun', rule: 'actors/the-country', antecedent: { start, end } };
}

const KOREAS: Readonly<Record<string, string>> = { north: 'PRK', south: 'KOR' };

/** "the South" in a report on the Koreas. */
function koreaAt({ reader }: Story, at: number): ActorMention | null {
  const { words, directory } = reader;
  const state = directory.states.get(KOREAS[words.keys[at]!] ?? '');
  if (state === undefined || (words.forms[at]! & CAPITAL) === 0) return null;
  if (words.gaps[at + 1] === SPACE && (words.forms[at + 1]! & CAPITAL) !== 0) return null;
  if (
    !isWritten(reader, 'North Korea') &&
    !isWritten(reader, 'South Korea') &&
    !isWritten(reader, 'South Korean')
  )
    return null;
  const span = { start: words.starts[at]!, end: words.ends[at]! };
  return { ...span, actor: stateActor(state), via: 'name', rule: 'actors/the-country' };
}

const HALVES: readonly { readonly north: string; readonly south: string }[] = [
  { north: 'PRK', south: 'KOR' },
  { north: 'SDN', south: 'SSD' },
];

/** Which half of Korea or Sudan "northern" or "southern" tells: null where the report names no such two, undefined for other words. */
export function halfMeant(story: Story, key: string): string | null | undefined {
  if (key === 'eastern' || key === 'western') return null;
  if (key !== 'northern' && key !== 'southern') return undefined;
  const codes = new Set(leadingCountries(story).map(({ country }) => country));
  const halves = HALVES.find(({ north, south }) => codes.has(north) && codes.has(south));
  return halves === undefined ? null : halves[key === 'northern' ? 'north' : 'south'];
}

/** Words between "the" and a word for a state, besides an area: "the tiny island nation", "the former Soviet republic". */
const OF_REALMS = new Set(
  (
    'tiny small large big oil gas rich producing landlocked poor wealthy troubled war torn former nuclear armed communist ' +
    'isolated reclusive populous neighbouring neighboring smaller larger whole entire host island archipelago majority led conflict hit ' +
    'impoverished democratic desert mountainous strategic'
  ).split(' '),
);

const MOST_WORDS = 4;

interface RealmNoun {
  /** Index of the noun. */
  readonly at: number;
  /** The states that an adjective leaves: "Gulf". */
  readonly area: ReadonlySet<string> | null;
  readonly isIsland: boolean;
}

/** "country", "tiny island nation", "Gulf state"; null where no word for a state follows. A bare "state" is a part of one. */
function realmNoun({ reader }: Story, from: number): RealmNoun | null {
  const { words } = reader;
  let at = from;
  let area: ReadonlySet<string> | null = null;
  let isIsland = false;
  for (
    let steps = 0;
    steps < MOST_WORDS && (at === from || words.gaps[at] === SPACE || words.gaps[at] === HYPHEN);
    steps++
  ) {
    const key = words.keys[at] ?? '';
    if (key === 'superpower') return { at, area: SUPERPOWERS, isIsland };
    if (REALMS.has(key) && !(key === 'island' && REALMS.has(words.keys[at + 1] ?? ''))) {
      // "the Republic of Tatarstan", "the Himalayan state of Assam"
      if (key !== 'capital' && isNamedAfter(words, at)) return null;
      const isNation = key === 'giant' ? area !== null : key !== 'state' || at > from;
      return isNation ? { at, area, isIsland } : null;
    }
    if (key === 'city' && words.keys[at + 1] === 'state') return { at: at + 1, area: CITY_STATES, isIsland };
    const named = NAMED_BY.get(key);
    if (named !== undefined) {
      area = named;
      at++;
      continue;
    }
    const entry = matchAt(reader, at, ({ kind }) => kind === 'area');
    const first = entry?.entries[0];
    if (first?.kind === 'area' && !first.people) {
      area = first.area.states;
      at = entry!.end;
    } else if (OF_REALMS.has(key)) {
      isIsland ||= key === 'island';
      at++;
    } else return null;
  }
  return null;
}

/** "of Tatarstan", not "of 5 million people". */
function isNamedAfter({ keys, forms }: Words, at: number): boolean {
  const name = keys[at + 2] === 'the' ? at + 3 : at + 2;
  return keys[at + 1] === 'of' && ((forms[name] ?? 0) & CAPITAL) !== 0;
}

/** Adjectives that leave few states: "the Islamic republic", "the Jewish state". */
const NAMED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['islamic', new Set(['IRN', 'PAK', 'MRT', 'AFG'])],
  ['jewish', new Set(['ISR'])],
]);

const SUPERPOWERS = new Set('USA RUS CHN'.split(' '));

const CITY_STATES = new Set('SGP VAT MCO HKG'.split(' '));

/** A phrase for a state, and the word after it. */
export interface Realm {
  readonly mention: ActorMention;
  readonly to: number;
}

/** "the country", "the Gulf kingdom", "the bloc", "the South"; null where nothing tells. */
export function realmAt(story: Story, from: number): Realm | null {
  const noun = realmNoun(story, from);
  if (noun === null) {
    const mention = koreaAt(story, from) ?? blocAt(story, from);
    return mention === null ? null : { mention, to: from + 1 };
  }
  const mention = stateMeant(story, from, noun);
  return mention === null ? null : { mention, to: noun.at + 1 };
}

/** The last state named in the sentence that is not its subject, else the report's main one. */
function stateMeant(story: Story, from: number, { at, area, isIsland }: RealmNoun): ActorMention | null {
  const { words, directory, report } = story.reader;
  const offices = REALMS.get(words.keys[at]!)!;
  const isCapital = words.keys[at] === 'capital';
  if (isCapital && words.gaps[at + 1] === SPACE && !OPENERS.has(words.keys[at + 1]!)) return null;
  if (
    isCapital &&
    (words.keys[at + 1] === 'of' || words.keys[at + 1] === 'from' || words.gaps[at + 1] === COMMA)
  )
    return null;
  if (words.gaps[at + 1] === SPACE && MODIFIERS_AFTER.has(words.keys[at + 1]!)) return null;
  const islands = isIsland
    ? new Set([...ISLANDS, ...ARCHIPELAGOS])
    : words.keys[at] === 'island'
      ? ISLANDS
      : words.keys[at] === 'archipelago'
        ? ARCHIPELAGOS
        : null;
  const fits = (country: string | null): country is string =>
    country !== null &&
    (islands === null || islands.has(country)) &&
    (area === null || area.has(country)) &&
    // Nobody calls the United Kingdom so.
    !(country === 'GBR' && offices.length > 0) &&
    (offices.length === 0 ||
      offices.some((office) =>
        directory.terms
          .get(`${country}/${office}`)
          ?.some(({ from, to }) => from <= report.publishedOn && (to === null || report.publishedOn <= to)),
      ));
  const sentence = words.sentences[at]!;
  const recent = toldSince(story, sentence - 2).filter(
    ({ mention: { actor } }) => actor.kind !== 'organisation' && fits(actor.country),
  );
  const here = recent.filter((told) => told.sentence === sentence);
  const subject = here.findLast((told) => told.subject && isOther(told))?.mention.actor.country ?? null;
  const isMain = (country: string | null): boolean => country === main?.country;
  const main = leadingCountries(story).find(({ country }) => fits(country) && country !== subject);
  const owns = (words.forms[at]! & POSSESSIVE) !== 0;
  // "The Danish prime minister says the country will": nobody near names another, and the report is about it.
  const isOwn =
    subject !== null &&
    leadingCountries(story)[0]?.country === subject &&
    toldSince(story, sentence - 1).every(
      ({ mention: { actor } }) => actor.country === null || actor.country === subject,
    );
  const found =
    owns || isOwn
      ? (here.find((told) => told.subject) ?? recent.findLast(({ mention }) => isMain(mention.actor.country)))
      : (here.findLast(({ mention: { actor, rule } }) => actor.country !== subject && PLACES.has(rule)) ??
        here.findLast(({ mention: { actor } }) => actor.country !== subject) ??
        recent.findLast(({ mention }) => isMain(mention.actor.country)));
  // "the Gulf state" before any has been named tells nothing.
  if (area !== null && found === undefined) return null;
  const country = found?.mention.actor.country ?? main?.country ?? subject;
  const state = country === null || country === undefined ? undefined : directory.states.get(country);
  if (state === undefined) return null;
  const antecedent =
    found?.mention ?? recent.findLast(({ mention }) => mention.actor.country === country)?.mention;
  return {
    start: words.starts[from]!,
    end: words.ends[at]!,
    actor: isCapital ? governmentActor(state) : stateActor(state),
    via: isCapital ? 'metonym' : 'pronoun',
    rule: isCapital ? 'actors/capital-as-place' : 'actors/the-country',
    ...(antecedent === undefined ? {} : { antecedent: { start: antecedent.start, end: antecedent.end } }),
  };
}
