import type { Span } from '../report.ts';
import type { Actor } from './actor.ts';
import type { Draft } from './draft.ts';
import { stateActor } from './owners.ts';
import { isSentenceStart, matchAt, OPENERS } from './reader.ts';
import { type Story, type Told, toldSince } from './story.ts';
import { COMMA, POSSESSIVE, SPACE } from './words.ts';

export interface Antecedent {
  readonly actor: Actor;
  readonly span: Span;
}

/** How many sentences back a pronoun may look. */
const REACH = 4;

/** Whom "he", "her" or "himself" means: the subject before all, then the nearest; else the first person to come. */
export function antecedentOfPerson(story: Story, at: number): Antecedent | null {
  const { words } = story.reader;
  const key = words.keys[at]!;
  const sentence = words.sentences[at]!;
  const gender =
    key.startsWith('he') && key !== 'her' && key !== 'hers' && key !== 'herself'
      ? 'm'
      : key.startsWith('hi')
        ? 'm'
        : 'f';
  const people = toldSince(story, sentence - REACH).filter(
    (one) => isPerson(one) && (one.gender === null || one.gender === gender),
  );
  const here = people.filter((one) => one.sentence === sentence);
  const ahead = here.length === 0 && key !== 'him' ? namedAfterClause(story, at, gender) : null;
  if (ahead !== null) return ahead;
  const isObject = key === 'him' || (key === 'her' && !isBeforeNoun(story, at));
  if (isObject) {
    const doer = here.findLast(({ subject }) => subject);
    const other = here.find((one) => one.subject && one.mention.actor.id !== doer?.mention.actor.id);
    if (other !== undefined) return antecedent(other);
    return inEarlierSentences(people, sentence, (one) => one.mention.actor.id !== doer?.mention.actor.id);
  }
  const subjects = here.filter((one) => one.subject);
  const main = isJoined(story, at) ? subjects.filter((one) => !isSubordinate(story, one)) : [];
  const subject = main.at(-1) ?? subjects.at(-1);
  if (subject !== undefined) return antecedent(subject);
  const nearest = here.at(-1);
  if (nearest !== undefined && key !== 'he' && key !== 'she') return antecedent(nearest);
  const before = inEarlierSentences(people, sentence, () => true);
  if (before !== null) return before;
  if (nearest !== undefined) return antecedent(nearest);
  const first = story.firstPerson;
  return first === undefined || first.from <= at ? null : ofDraft(first);
}

function ofDraft({ actor, start, end }: Draft): Antecedent {
  return { actor: actor!, span: { start, end } };
}

const SUBORDINATORS = new Set(
  'before after when while as since once until although though because if whether with'.split(' '),
);

/** "Before he spoke, Narendra Modi ...": the name after the comma that ends the clause of the pronoun. */
function namedAfterClause(story: Story, at: number, gender: 'f' | 'm'): Antecedent | null {
  const { words, directory } = story.reader;
  const sentence = words.sentences[at]!;
  let opened = false;
  for (let i = at - 1; i >= Math.max(0, at - CLAUSE_REACH) && words.sentences[i] === sentence; i--)
    opened ||= SUBORDINATORS.has(words.keys[i]!);
  if (!opened) return null;
  for (const draft of story.drafts) {
    if (draft.from <= at) continue;
    if (words.sentences[draft.from] !== sentence) break;
    const before = words.keys[draft.from - 1] === 'the' ? draft.from - 1 : draft.from;
    if (draft.actor?.kind !== 'person' || words.gaps[before] !== COMMA) continue;
    const given = directory.givenNames.get(draft.actor.id.slice('person/'.length).split('-')[0]!);
    if (given === undefined || given === gender) return ofDraft(draft);
  }
  return null;
}

const CLAUSE_REACH = 6;

/** "her plan", not "told her that". */
function isBeforeNoun({ reader: { words } }: Story, at: number): boolean {
  return words.gaps[at + 1] === SPACE && !OPENERS.has(words.keys[at + 1]!);
}

/** ", and he": goes on with the main clause. */
function isJoined({ reader: { words } }: Story, at: number): boolean {
  return words.gaps[at - 1] === COMMA && /^(?:and|but)$/.test(words.keys[at - 1]!);
}

/** "minutes after his counterpart had spoken". */
function isSubordinate({ reader: { words } }: Story, { from }: Told): boolean {
  const before = words.keys[from - 1] === 'the' ? from - 2 : from - 1;
  return SUBORDINATORS.has(words.keys[before] ?? '');
}

function inEarlierSentences(
  people: readonly Told[],
  sentence: number,
  fits: (one: Told) => boolean,
): Antecedent | null {
  for (let back = sentence - 1; back >= Math.max(0, sentence - REACH); back--) {
    const there = people.filter((one) => one.sentence === back && fits(one));
    const found = there.find(({ subject }) => subject) ?? there[0];
    if (found !== undefined) return antecedent(found);
  }
  return null;
}

function isPerson({ mention: { actor } }: Told): boolean {
  return actor.kind === 'person' || actor.kind === 'office';
}

function antecedent({ mention: { actor, start, end, antecedent: earlier, via } }: Told): Antecedent {
  return { actor, span: via === 'pronoun' && earlier !== undefined ? earlier : { start, end } };
}

const PLURAL_KINDS: ReadonlySet<Actor['kind']> = new Set(['group', 'people']);

/** Whom "they" or "their" means: a group before it, or two joined by "and". Empty where a plural we do not know stands nearer. */
export function antecedentsOfGroup(story: Story, at: number): Antecedent[] {
  const { words } = story.reader;
  const sentence = words.sentences[at]!;
  const recent = toldSince(story, sentence - 1);
  if (isSentenceStart(words, at)) {
    const lead = leadingPlural(recent.filter((one) => one.sentence === sentence - 1));
    if (lead.length > 0) return lead.map(antecedent);
  }
  for (const back of [sentence, sentence - 1]) {
    const there = recent.filter((one) => one.sentence === back);
    const pair = joinedPair(story, there);
    const group = there.findLast(
      ({ mention: { actor }, subject }) => PLURAL_KINDS.has(actor.kind) && subject,
    );
    const any = group ?? there.findLast(({ mention: { actor } }) => PLURAL_KINDS.has(actor.kind));
    const found = any ?? null;
    const stranger = lastUnknownPlural(story, there, back, at);
    if (stranger > (found?.from ?? -1) && stranger > (pair[1]?.from ?? -1)) return [];
    if (found !== null && (pair.length === 0 || found.from > pair[1]!.from)) return [antecedent(found)];
    if (pair.length > 0) return pair.map(antecedent);
    const organisation = there.findLast(
      ({ mention: { actor }, subject }) => actor.kind === 'organisation' && subject,
    );
    if (organisation !== undefined) return [antecedent(organisation)];
  }
  return [];
}

/** "The two ministers spoke of Moscow and Minsk. They ...": the subject of the sentence before, if it is a pair. */
function leadingPlural(there: readonly Told[]): Told[] {
  const first = there.find(({ subject }) => subject);
  const same = there.filter(({ from }) => from === first?.from);
  return same.length > 1 ? same : [];
}

/** The last two mentions joined by "and", or standing for a pair together. */
function joinedPair(story: Story, there: readonly Told[]): Told[] {
  const { words } = story.reader;
  for (let i = there.length - 1; i > 0; i--) {
    const [first, second] = [there[i - 1]!, there[i]!];
    if (first.from === second.from) return there.filter(({ from }) => from === first.from);
    if (first.to === second.from - 1 && words.keys[first.to] === 'and') return [first, second];
  }
  return [];
}

/** How many words back a plural is looked for. */
const PLURAL_REACH = 80;

/** Index of the last "sources", "analysts", "companies" of a sentence that no mention covers; -1 where none. */
function lastUnknownPlural(
  { reader }: Story,
  there: readonly Told[],
  sentence: number,
  before: number,
): number {
  const { words } = reader;
  for (
    let at = before - 1;
    at >= Math.max(0, before - PLURAL_REACH) && words.sentences[at]! >= sentence;
    at--
  ) {
    if (words.sentences[at] !== sentence || !words.keys[at]!.endsWith('s')) continue;
    if (there.some((one) => one.from <= at && at < one.to)) continue;
    if (words.keys[at] === 'sources' || matchAt(reader, at)?.entries.some(({ kind }) => kind === 'group'))
      return at;
  }
  return -1;
}

/** What "it" or "its" means: a state, government or organisation, subject before possessor before neighbour. */
export function antecedentOfState(story: Story, at: number): Antecedent | null {
  const { reader } = story;
  const { words } = reader;
  const key = words.keys[at]!;
  const sentence = words.sentences[at]!;
  const told = toldSince(story, sentence - 1);
  const here = told.filter((one) => one.sentence === sentence);
  const states = here.filter(isBody);
  const subject = states.findLast((one) => one.subject);
  if (key === 'it') {
    if (isExpletive(story, at)) return null;
    // "drove it", "of it": only the subject of a clause is told apart from a thing.
    if (!isSentenceStart(words, at) && !BEFORE_IT.has(words.keys[at - 1]!)) return null;
    if (subject !== undefined) return antecedent(subject);
    const state = stateOfSpeaker(story, here, at);
    if (state !== null) return state;
    return at > 0 && words.sentences[at - 1] === sentence ? null : firstSubjectBefore(told, sentence);
  }
  if (subject !== undefined) return antecedent(subject);
  const owner = here.findLast(
    (one) => one.owner !== null && one.mention.actor.kind !== 'person' && hasPossessor(story, one),
  );
  const owned = owner === undefined ? undefined : reader.directory.states.get(owner.owner!);
  const nearest = states.at(-1);
  if (owned !== undefined && (nearest === undefined || nearest.from < owner!.from)) {
    return { actor: stateActor(owned), span: { start: owner!.mention.start, end: owner!.mention.end } };
  }
  if (nearest !== undefined) return antecedent(nearest);
  return firstSubjectBefore(told, sentence);
}

/** "A Kremlin spokesman said it would wait": the state for which the subject speaks. */
function stateOfSpeaker(
  { reader: { words, directory } }: Story,
  here: readonly Told[],
  at: number,
): Antecedent | null {
  if (!/^(?:said|says|saying|that)$/.test(words.keys[at - 1] ?? '')) return null;
  const speaker = here.findLast((one) => one.subject && isPerson(one));
  const { office, country } = speaker?.mention.actor ?? {};
  if (speaker === undefined || office?.endsWith('spokesperson') !== true) return null;
  const state = country === null || country === undefined ? undefined : directory.states.get(country);
  return state === undefined ? null : { ...antecedent(speaker), actor: stateActor(state) };
}

/** "China's neighbours", not "an American company". */
function hasPossessor({ reader: { words } }: Story, { from, to }: Told): boolean {
  return words.forms.slice(from, to - 1).some((form) => (form & POSSESSIVE) !== 0);
}

function firstSubjectBefore(told: readonly Told[], sentence: number): Antecedent | null {
  const before = told.filter((one) => one.sentence === sentence - 1 && isBody(one));
  const found = before.find(({ subject }) => subject);
  return found === undefined ? null : antecedent(found);
}

/** A bare adjective names a state in passing: "an American company ... it" is the company. */
function isBody({ mention: { actor, rule } }: Told): boolean {
  if (rule === 'actors/demonym') return false;
  return actor.kind === 'state' || actor.kind === 'government' || actor.kind === 'organisation';
}

const BEFORE_IT = new Set(
  'that said says say saying and but as when while after because if where although'.split(' '),
);

const LINKING = new Set('is was seems seemed appears appeared remains remained takes took became'.split(' '));

const MODALS = new Set('would will may might could should must can'.split(' '));

const IMPERSONAL = new Set(
  'clear unclear likely unlikely possible impossible important necessary known unknown not time too up hard difficult raining believed reported understood'.split(
    ' ',
  ),
);

/** "It was the Americans who": nobody. */
function isCleft({ reader: { words } }: Story, at: number): boolean {
  if (words.keys[at + 1] !== 'was' && words.keys[at + 1] !== 'is') return false;
  for (let next = at + 3; next < at + 9 && words.sentences[next] === words.sentences[at]; next++) {
    if (words.keys[next] === 'who') return words.gaps[next] === SPACE;
  }
  return false;
}

/** "It is clear that", "it was not immediately known": nobody. */
function isExpletive(story: Story, at: number): boolean {
  const { words } = story.reader;
  if (words.gaps[at + 1] !== SPACE) return true;
  if (isCleft(story, at)) return true;
  let verb = at + 1;
  // "It would ask" is somebody, "it would be wise" nobody.
  if (MODALS.has(words.keys[verb]!) && words.gaps[verb + 1] === SPACE) {
    verb++;
    if (words.keys[verb] === 'not') verb++;
    if (words.keys[verb] !== 'be' && words.keys[verb] !== 'take') return false;
  }
  if (
    /^t(?:akes?|ook)$/.test(words.keys[verb]!) &&
    /^(?:\d.*|time|years|months|weeks|days|several|more|another)$/.test(words.keys[verb + 1] ?? '')
  )
    return true;
  if (verb === at + 1 && !LINKING.has(words.keys[verb]!)) return false;
  return isSentenceStart(words, at) || words.gaps[at] !== SPACE || IMPERSONAL.has(words.keys[verb + 1] ?? '');
}
