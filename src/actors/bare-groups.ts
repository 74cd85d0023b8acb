import type { Actor, ActorMention } from './actor.ts';
import type { Entry } from './directory.ts';
import { draftFrom } from './draft.ts';
import { isModifier } from './heads.ts';
import { actingNear, leadingCountries, onlyCountrySince } from './home.ts';
import { pairAt } from './pairs.ts';
import { CALENDAR, isSentenceStart, matchAt, OPENERS } from './reader.ts';
import { isVerb, type Story, type Told, toldSince } from './story.ts';
import { CAPITAL, COMMA, HYPHEN, POSSESSIVE, SPACE } from './words.ts';

type Group = Extract<Entry, { kind: 'group' }>;

/** A group without an owner of its own, and the words it covers. */
export interface BareGroup {
  /** One for each state that owns it: "delegations of India and Pakistan". */
  readonly mentions: readonly ActorMention[];
  readonly to: number;
}

/** Groups at home where they are named without an owner: no troops, diplomats or companies, who may be abroad. */
const AT_HOME = new Set([
  'lawmakers',
  'police',
  'prosecutors',
  'officials',
  'opposition',
  'activists',
  'citizens',
]);

/** Citizens who are spoken of as such; "men", "residents", "workers" may be anybody's. */
const CITIZENS = new Set('voters farmers taxpayers fishermen'.split(' '));

/** Words for one or for no more than one sort of people that need no plural ending. */
const COLLECTIVE = new Set('police opposition lawmakers'.split(' '));

/** Groups that a state sends, keeps and calls back. */
const SENT = new Set(['forces', 'diplomats', 'delegation', 'police', 'spies']);

const SENDING = new Set(
  (
    'send sends sent sending deploy deploys deployed deploying dispatch dispatches dispatched withdraw withdraws withdrew withdrawing ' +
    'pull pulls pulled pulling move moves moved moving mass masses massed massing station stations stationed keep keeps kept keeping ' +
    'mobilise mobilises mobilised mobilize mobilizes mobilized rush rushed redeploy redeployed commit commits committed pledge pledged contribute contributes contributed ' +
    'recall recalls recalled recalling amass amassed bring brings brought'
  ).split(' '),
);

/** How many sentences back "the hackers" looks for hackers. */
const REACH = 4;

/**
 * "police in Hong Kong", "Norway sent troops", "lawmakers" in a report on one state, "the hackers" after Chinese ones:
 * whose a group is that no adjective or owner places. Null where nothing tells.
 */
export function bareGroupAt(story: Story, at: number, limit: number): BareGroup | null {
  const { words } = story.reader;
  // No group is called so; sparing the look-up makes up for half of what this rule costs.
  if (OPENERS.has(words.keys[at]!)) return null;
  const match = matchAt(story.reader, at, (entry) => entry.kind === 'group');
  const group = match?.entries.find((entry) => entry.kind === 'group');
  if (group?.kind !== 'group' || group.actorKind === 'state' || match!.end > limit) return null;
  const to = match!.end;
  const last = words.keys[to - 1]!;
  const isPlural = /(?:s|men|people)$/.test(last) || COLLECTIVE.has(last);
  const definite = words.keys[at - 1] === 'the' && words.gaps[at] === SPACE;
  if ((!isPlural && !definite) || (words.forms[to - 1]! & POSSESSIVE) !== 0) return null;
  // "amid opposition from Oslo": being against something.
  if (!definite && last === 'opposition') return null;
  // "police station", "opposition-held": no group of its own.
  if (words.gaps[to] === HYPHEN || (words.gaps[to] === SPACE && isNounAfter(story, to, last))) return null;
  if (!definite && !standsBare(story, at)) return null;
  const places = group.foreign || !isPlural ? [] : placesAfter(story, group, to);
  if (places.length > 0) return told(story, at, to, group, places);
  if (words.keys[to] === 'in' && isNameAfter(story, to)) return null;
  // "officials of the Red Movement": somebody's whom no table knows.
  if (words.gaps[to] === SPACE && /^(?:of|from)$/.test(words.keys[to]!)) return null;
  if (definite) {
    // "the foreign ministers" are no officials of just any sort, but soldiers may be called troops.
    const before = toldSince(story, words.sentences[at]! - REACH).findLast(
      ({ mention, to: end }) =>
        (mention.actor.id.endsWith(`/${group.group}`) ||
          (group.group === 'forces' && mention.actor.id.endsWith('/MIL'))) &&
        ((isPlural && (SENT.has(group.group) || group.group === 'rebels')) || words.keys[end - 1] === last),
    );
    if (before !== undefined) return again(story, at, to, before);
  }
  if (group.foreign || !isPlural) return null;
  const sender = SENT.has(group.group) ? senderOf(story, at) : null;
  if (sender !== null) return told(story, at, to, group, [sender]);
  const other = group.group === 'diplomats' ? expelledFrom(story, at) : null;
  if (other !== null) return told(story, at, to, group, [other]);
  const near = countryInContext(story, at, to, group.group);
  if (near !== null) return told(story, at, to, group, [near]);
  if (!AT_HOME.has(group.group) || (group.group === 'citizens' && !CITIZENS.has(last))) return null;
  const home = onlyCountrySince(story, 0);
  return home === null ? null : told(story, at, to, group, [home]);
}

function isNounAfter({ reader: { words } }: Story, to: number, last: string): boolean {
  const next = words.keys[to]!;
  if ((words.forms[to]! & CAPITAL) !== 0) return true;
  return COLLECTIVE.has(last) && !OPENERS.has(next) && !isVerb(next) && !/^[a-z]{3,}ed$/.test(next);
}

/** Nothing before it says which ones: "Kurdish rebels", "foreign troops" are others. */
function standsBare({ reader: { words } }: Story, at: number): boolean {
  for (let i = at - 1; ; i--) {
    if (i < 0 || words.sentences[i] !== words.sentences[at] || words.gaps[i + 1] !== SPACE)
      return words.gaps[i + 1] !== HYPHEN;
    const key = words.keys[i]!;
    if (/^(?:foreign|other|some|many|western|more|rebel|islamist)$/.test(key)) return false;
    if (/^(?:our|your|my|his|her|their|its|these|those|such|a|an|whose)$/.test(key)) return false;
    if (
      /^(?:\d.*|hundreds|thousands|dozens|of|two|three|four|five|six|seven|eight|nine|ten|several)$/.test(key)
    )
      continue;
    if (isModifier(key) && (words.forms[i]! & CAPITAL) === 0) continue;
    return OPENERS.has(key) || isVerb(key) || SENDING.has(key) || /^[a-z]{2,}(?:ed|ing)$/.test(key);
  }
}

/** "prosecutors in New York": at a place that no table knows. */
function isNameAfter({ reader: { words } }: Story, at: number): boolean {
  const from = words.keys[at + 1] === 'the' ? at + 2 : at + 1;
  return ((words.forms[from] ?? 0) & CAPITAL) !== 0 && !CALENDAR.has(words.keys[from]!);
}

/** The countries that "in", "of" or "from" names after a group; of "in" only for those who are at home there. */
function placesAfter(story: Story, { group, actorKind }: Group, to: number): string[] {
  const { reader, drafts } = story;
  const { words } = reader;
  const preposition = words.gaps[to] === SPACE ? words.keys[to]! : '';
  const isHome = preposition === 'in' && (AT_HOME.has(group) || group === 'rebels');
  if (!isHome && (actorKind === 'people' || !/^(?:of|from|on)$/.test(preposition))) return [];
  const places: string[] = [];
  // "officials from both sides", "soldiers of the two countries"
  const both = isHome ? null : pairAt(story, words.keys[to + 1] === 'the' ? to + 2 : to + 1);
  if (both !== null)
    return both.mentions.flatMap(({ actor: { country } }) => (country === null ? [] : [country]));
  for (let from = to + 1; ; from++) {
    while (/^(?:the|northern|southern|eastern|western|central)$/.test(words.keys[from] ?? '')) from++;
    const next = draftFrom(drafts, from);
    const isState = next?.actor?.kind === 'state' || next?.actor?.kind === 'government';
    if (next === undefined || !isState || next.actor!.country === null) return places;
    places.push(next.actor!.country);
    from = next.to;
    if (words.gaps[from] !== COMMA && words.keys[from] !== 'and') return places;
    if (words.keys[from] !== 'and') from--;
  }
}

/** Who sends, keeps or calls back what stands after the verb: "Norway has sent 300 troops". */
function senderOf(story: Story, at: number): string | null {
  const { words } = story.reader;
  for (let i = at - 1; i >= Math.max(0, at - 5) && words.sentences[i] === words.sentences[at]; i--) {
    // "37,000 soldiers"
    if (words.gaps[i + 1] === COMMA && !/^\d/.test(words.keys[i + 1]!)) return null;
    if (!SENDING.has(words.keys[i]!)) continue;
    // "warned Moscow against sending troops"
    if (
      words.keys[i]!.endsWith('ing') &&
      !/^(?:is|are|was|were|be|been|began|starts?|started|considers?|considering)$/.test(
        words.keys[i - 1] ?? '',
      )
    )
      return null;
    const doer = toldSince(story, words.sentences[at]!).findLast(({ subject, to }) => subject && to <= i);
    // "sought others to contribute troops"
    if (words.keys[i - 1] === 'to' && (doer === undefined || doer.to < i - 2)) return null;
    return doer?.mention.actor.country ?? null;
  }
  return null;
}

/** "Norway expelled three diplomats": of the other one of the two states. */
function expelledFrom(story: Story, at: number): string | null {
  const { words } = story.reader;
  const states = leadingCountries(story);
  if (states.length !== 2) return null;
  const from = Math.max(0, at - 4);
  const verb = words.keys.slice(from, at).findLastIndex((key) => /^expel(?:s|led|ling)?$/.test(key));
  if (verb < 0 || words.sentences[from + verb] !== words.sentences[at]) return null;
  const doer = toldSince(story, words.sentences[at]!).findLast(
    ({ subject, to }) => subject && to <= from + verb,
  );
  const host = doer?.mention.actor.country ?? null;
  return host === null ? null : (states.find(({ country }) => country !== host)?.country ?? null);
}

/** Groups of whom a sentence that begins with them speaks as of those of the state in hand. */
const IN_HAND = new Set(['officials', 'lawmakers', 'prosecutors', 'police', 'forces']);

/** "she told lawmakers", "Officials said ...": of whoever speaks to them, or of the state that acts beside them. */
function countryInContext(story: Story, at: number, to: number, group: string): string | null {
  const { words } = story.reader;
  const before = words.keys[at - 1] ?? '';
  const inSentence = !isSentenceStart(words, at);
  if (inSentence && words.gaps[at] === SPACE && OWN_LISTENERS.has(group) && TELLING.has(before)) {
    const doer = toldSince(story, words.sentences[at]!).findLast(({ subject }) => subject);
    return doer?.mention.actor.country ?? null;
  }
  if (!IN_HAND.has(group) || words.gaps[to] !== SPACE || !isFiniteVerb(words.keys[to]!)) return null;
  return !inSentence || before === 'that' ? actingNear(story, at) : null;
}

const OWN_LISTENERS = new Set(['lawmakers', 'officials', 'forces']);
const TELLING = new Set(
  'told ordered briefed instructed assured ordering telling briefing reminded'.split(' '),
);

function isFiniteVerb(key: string): boolean {
  return isVerb(key) || /^[a-z]{3,}ed$/.test(key);
}

function again({ reader: { words } }: Story, from: number, to: number, { mention }: Told): BareGroup {
  const { actor, start, end } = mention;
  const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
  const antecedent = { start, end };
  return { mentions: [{ ...span, actor, via: 'pronoun', rule: 'actors/the-group', antecedent }], to };
}

function told(
  { reader }: Story,
  from: number,
  to: number,
  group: Group,
  countries: readonly string[],
): BareGroup {
  const { words, directory } = reader;
  const mentions = countries.map((country): ActorMention => {
    const actor: Actor = {
      id: `${country}/${group.group}`,
      kind: group.actorKind,
      name: `${directory.states.get(country)!.adjective} ${group.group}`,
      country,
      ...(group.sector === undefined ? {} : { sector: group.sector }),
    };
    const span = { start: words.starts[from]!, end: words.ends[to - 1]! };
    return { ...span, actor, via: 'name', rule: 'actors/home-group' };
  });
  return { mentions, to };
}
