import type { Span } from '../report.ts';
import type { Actor } from './actor.ts';
import type { Draft } from './draft.ts';
import { isSentenceStart, matchAt, OPENERS } from './reader.ts';
import { antecedentsSince, isSpeech, type Story, type Told } from './story.ts';
import { COMMA, SPACE, type Words } from './words.ts';

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
  const told = antecedentsSince(story, sentence - REACH, at);
  const people = ofGender(story, told.filter(isPerson), gender);
  const owner = joinedOwner(story, at);
  if (owner !== undefined && people.includes(owner)) return antecedent(owner);
  const speaker = speakerOf(
    story,
    told.filter((one) => isOnePerson(story, one) && mayBeOf(story, one, gender)),
    at,
  );
  if (speaker !== undefined) return antecedent(speaker);
  const here = people.filter((one) => one.sentence === sentence);
  const ahead = here.length === 0 && key !== 'him' ? namedAfterClause(story, at, gender) : null;
  if (ahead !== null) return ahead;
  const isObject = key === 'him' || (key === 'her' && !isBeforeNoun(story, at));
  if (isObject) {
    const doer = here.findLast(({ subject }) => subject);
    if (doer !== undefined && isDoneByOthers(story, told, doer, at)) return antecedent(doer);
    const other = here.find((one) => one.subject && one.mention.actor.id !== doer?.mention.actor.id);
    if (other !== undefined) return antecedent(other);
    return inEarlierSentences(people, sentence, (one) => one.mention.actor.id !== doer?.mention.actor.id);
  }
  const subjects = here.filter((one) => one.subject);
  const main = isJoined(story, at) ? subjects.filter((one) => !isSubordinate(story, one)) : [];
  const subject = main.at(-1) ?? subjects.at(-1);
  if (subject !== undefined) return antecedent(subject);
  const nearest = here.at(-1);
  const isDependent = SUBORDINATORS.has(words.keys[at - 1] ?? '');
  if (nearest !== undefined && (isDependent || (key !== 'he' && key !== 'she'))) return antecedent(nearest);
  const before = inEarlierSentences(people, sentence, () => true);
  if (before !== null) return before;
  if (nearest !== undefined) return antecedent(nearest);
  const first = story.firstPerson;
  const isAhead = first !== undefined && first.from > at && mayBe(story, first, gender);
  return isAhead ? ofDraft(first) : null;
}

/** Whether nothing told so far speaks against a gender: "Rojas lost her seat" makes a woman of her. */
function mayBeOf({ genders }: Story, { gender, mention: { actor } }: Told, wanted: 'f' | 'm'): boolean {
  const known = genders.get(actor.id) ?? gender;
  return known === null || known === wanted;
}

/** Those who may be of a gender; for "she" the women among them, where there are any: most strangers in the news are men. */
function ofGender(story: Story, people: readonly Told[], wanted: 'f' | 'm'): readonly Told[] {
  const possible = people.filter((one) => mayBeOf(story, one, wanted));
  if (wanted === 'm') return possible;
  const women = possible.filter(
    ({ gender, mention: { actor } }) => (story.genders.get(actor.id) ?? gender) === 'f',
  );
  return women.length > 0 ? women : possible;
}

/** "Macron said that Washington had told him": a state that is not his own does it, so that he may be meant himself. */
function isDoneByOthers(
  { reader: { words } }: Story,
  told: readonly Told[],
  doer: Told,
  at: number,
): boolean {
  // "Macron spoke of Rome, accusing him": Macron does so.
  if (words.keys[at - 1]!.endsWith('ing')) return false;
  return told.some(
    ({ subject, from, sentence, mention: { actor, rule } }) =>
      subject &&
      sentence === words.sentences[at] &&
      from > doer.to &&
      rule !== 'actors/capital-as-place' &&
      (actor.kind === 'state' || actor.kind === 'government' || PLURAL_KINDS.has(actor.kind)) &&
      actor.country !== doer.mention.actor.country,
  );
}

/** "Biden and his wife", "praised Modi for his reforms": whom the words before the pronoun name. */
export function joinedOwner({ reader: { words }, told }: Story, at: number): Told | undefined {
  const last = told.at(-1);
  if (last === undefined || words.sentences[at] !== last.sentence || last.to !== at - 1) return undefined;
  // "his French counterpart and his Polish one": both are of somebody else.
  if (/^(?:his|her|its|their)$/.test(words.keys[last.from]!)) return undefined;
  const joins = words.gaps[at] === SPACE && words.gaps[at - 1] === SPACE;
  return joins && /^(?:and|for)$/.test(words.keys[at - 1]!) ? last : undefined;
}

/** "..., he added": who spoke last; "He said" at the start: who spoke in the sentence before. */
function speakerOf({ reader: { words } }: Story, people: readonly Told[], at: number): Told | undefined {
  if (!/^s?he$/.test(words.keys[at]!) || !isSpeech(words.keys[at + 1] ?? '')) return undefined;
  if (words.gaps[at + 1] !== SPACE || words.gaps[at] === SPACE) return undefined;
  const sentence = words.sentences[at]!;
  const reach = isSentenceStart(words, at) ? 1 : REACH;
  const last = people.findLast(
    ({ speaks, from, sentence: where }, i) =>
      where >= sentence - reach &&
      (speaks ||
        (leadsSentence(words, from) && people[i + 1]?.from !== from && people[i - 1]?.from !== from)),
  );
  return last?.speaks === true ? last : undefined;
}

/** A person, or one of a group: "a US official". */
function isOnePerson({ reader: { words } }: Story, one: Told): boolean {
  return isPerson(one) || (one.mention.actor.kind === 'group' && !words.keys[one.to - 1]!.endsWith('s'));
}

function leadsSentence(words: Words, from: number): boolean {
  return isSentenceStart(words, from) || (words.keys[from - 1] === 'the' && isSentenceStart(words, from - 1));
}

function ofDraft({ actor, start, end }: Draft): Antecedent {
  return { actor: actor!, span: { start, end } };
}

const SUBORDINATORS = new Set(
  'before after when while as since once until although though because if whether with'.split(' '),
);

/** "Before he spoke, Narendra Modi ...": the name after the comma that ends the clause of the pronoun. */
function namedAfterClause(story: Story, at: number, gender: 'f' | 'm'): Antecedent | null {
  const { words } = story.reader;
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
    if (mayBe(story, draft, gender)) return ofDraft(draft);
  }
  return null;
}

/** Whether no given name speaks against it. */
function mayBe({ reader: { directory } }: Story, { actor }: Draft, gender: 'f' | 'm'): boolean {
  const given = directory.givenNames.get(actor!.id.slice('person/'.length).split('-')[0]!);
  return given === undefined || given === gender;
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

export function isPerson({ mention: { actor } }: Told): boolean {
  return actor.kind === 'person' || actor.kind === 'office';
}

/** A mention as what a later word means; a pronoun gives what it stands for itself. */
export function antecedent({ mention: { actor, start, end, antecedent: earlier, via } }: Told): Antecedent {
  return { actor, span: via === 'pronoun' && earlier !== undefined ? earlier : { start, end } };
}

const PLURAL_KINDS: ReadonlySet<Actor['kind']> = new Set(['group', 'people']);

/** Whom "they" or "their" means: a group before it, or two joined by "and". Empty where a plural we do not know stands nearer. */
export function antecedentsOfGroup(story: Story, at: number): Antecedent[] {
  const { words } = story.reader;
  const sentence = words.sentences[at]!;
  const recent = antecedentsSince(story, sentence - 1, at);
  if (isSentenceStart(words, at)) {
    const lead = leadingPlural(recent.filter((one) => one.sentence === sentence - 1));
    if (lead.length > 0) return lead.map(antecedent);
  }
  for (const back of [sentence, sentence - 1]) {
    const there = recent.filter((one) => one.sentence === back);
    const lead = back === sentence ? [] : leadingPlural(there);
    if (lead.length > 0) return lead.map(antecedent);
    const pair = joinedPair(story, there);
    const group = there.findLast(
      ({ mention: { actor }, subject }) => PLURAL_KINDS.has(actor.kind) && subject,
    );
    const any =
      group ??
      there.findLast(
        ({ mention: { actor, rule } }) => PLURAL_KINDS.has(actor.kind) && rule !== 'actors/home-group',
      );
    const found = any ?? null;
    const stranger = lastUnknownPlural(story, there, back, at);
    if (stranger > (found?.from ?? -1) && stranger > (pair.at(-1)?.from ?? -1)) return [];
    if (found !== null && (pair.length === 0 || found.from > pair.at(-1)!.from)) return [antecedent(found)];
    if (pair.length > 0) return pair.map(antecedent);
    const two = twoWhoMeet(story, there, back === sentence);
    if (two.length > 0) return two.map(antecedent);
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

/** The last mentions joined by "and", or standing for a pair together. */
function joinedPair(story: Story, there: readonly Told[]): Told[] {
  const { words } = story.reader;
  for (let i = there.length - 1; i > 0; i--) {
    const [first, second] = [there[i - 1]!, there[i]!];
    if (first.from === second.from) return there.filter(({ from }) => from === first.from);
    if (first.to !== second.from - 1 || words.keys[first.to] !== 'and') continue;
    let head = i - 1;
    // "Chile, Peru and Bolivia": all of the list.
    while (head > 0 && words.gaps[there[head]!.from] === COMMA && there[head - 1]!.to === there[head]!.from)
      head--;
    return there.slice(head, i + 1);
  }
  return [];
}

const TOGETHER = new Set(
  (
    'met meet meets meeting telephoned phoned hosted hosts host hosting received receives welcomed welcomes hugged embraced ' +
    'greeted visited visits saw'
  ).split(' '),
);

/** "Abe met Xi. They ...", "Turkey signed a treaty with Syria. They ...": the only two people or states of a sentence, who do something together. */
function twoWhoMeet({ reader: { words } }: Story, there: readonly Told[], isHere: boolean): Told[] {
  const people = firstOfEach(there.filter(isPerson));
  const states = firstOfEach(
    there.filter(
      ({ mention: { actor, rule } }) =>
        (actor.kind === 'state' || actor.kind === 'government') &&
        rule !== 'actors/demonym' &&
        rule !== 'actors/capital-as-place',
    ),
  );
  const [first, second, ...others] = people.length > 0 || isHere ? people : states;
  if (first === undefined || second === undefined || others.length > 0) return [];
  if (first.mention.actor.country === second.mention.actor.country || !first.subject) return [];
  const between = words.keys.slice(first.to, second.from);
  if (between.length > MOST_BETWEEN) return [];
  const isWith = between.at(-1) === 'with' || (between.at(-1) === 'the' && between.at(-2) === 'with');
  return isWith || between.some((key) => TOGETHER.has(key)) ? [first, second] : [];
}

const MOST_BETWEEN = 10;

function firstOfEach(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(({ mention: { actor } }) => !seen.has(actor.id) && seen.add(actor.id));
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
