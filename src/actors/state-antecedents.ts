import { type Antecedent, antecedent, isPerson, joinedOwner } from './antecedents.ts';
import { stateActor } from './owners.ts';
import { CALENDAR, isSentenceStart } from './reader.ts';
import { antecedentsSince, isVerb, type Story, type Told } from './story.ts';
import { CAPITAL, COMMA, HYPHEN, POSSESSIVE, SPACE, type Words } from './words.ts';

/** What "it" or "its" means: a state, government or organisation, subject before possessor before neighbour. */
export function antecedentOfState(story: Story, at: number): Antecedent | null {
  const { reader } = story;
  const { words } = reader;
  const key = words.keys[at]!;
  const sentence = words.sentences[at]!;
  const told = antecedentsSince(story, sentence - 1, at);
  const here = told.filter((one) => one.sentence === sentence);
  const bodies = here.filter(isBody);
  const apart = bodies.filter((one) => !isAttribute(words, one));
  const states = apart.length > 0 ? apart : bodies;
  const owner = joinedOwner(story, at);
  if (key === 'its' && owner !== undefined && states.includes(owner)) return antecedent(owner);
  const subject = states.findLast((one) => one.subject);
  if (key === 'it') {
    if (isExpletive(story, at)) return null;
    // "drove it", "of it": only the subject of a clause is told apart from a thing.
    if (!isSentenceStart(words, at) && !BEFORE_IT.has(words.keys[at - 1]!) && !acts(story, at)) return null;
    if (subject !== undefined) return antecedent(subject);
    const state = stateOfSpeaker(story, here, at);
    if (state !== null) return state;
    return at > 0 && words.sentences[at - 1] === sentence ? null : firstSubjectBefore(told, sentence);
  }
  if (subject !== undefined) return antecedent(subject);
  const possessor = here.findLast(
    (one) => one.owner !== null && one.mention.actor.kind !== 'person' && hasPossessor(story, one),
  );
  const owned = possessor === undefined ? undefined : reader.directory.states.get(possessor.owner!);
  const nearest = states.at(-1);
  if (owned !== undefined && (nearest === undefined || nearest.from < possessor!.from)) {
    return {
      actor: stateActor(owned),
      span: { start: possessor!.mention.start, end: possessor!.mention.end },
    };
  }
  if (nearest !== undefined) return antecedent(nearest);
  return firstSubjectBefore(told, sentence);
}

/** "On Saturday it announced", "in 2011, it had": what does something at the head of a clause. */
function acts({ reader: { words } }: Story, at: number): boolean {
  const before = words.keys[at - 1]!;
  const opened =
    words.gaps[at] === COMMA || CALENDAR.has(before) || /^(?:\d+|ago|later|week|month|year)$/.test(before);
  const next = words.keys[at + 1] ?? '';
  return opened && words.gaps[at + 1] === SPACE && (isVerb(next) || /^[a-z]{3,}ed$/.test(next));
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

/** "Dublin-based", "the UK Conservative Party": a name that only tells of another. */
function isAttribute({ gaps, forms }: Words, { to, mention: { rule } }: Told): boolean {
  if (gaps[to] === HYPHEN) return true;
  const isOwner = (forms[to - 1]! & POSSESSIVE) !== 0;
  return rule === 'actors/state-name' && !isOwner && gaps[to] === SPACE && (forms[to]! & CAPITAL) !== 0;
}

/** A bare adjective or a capital that is a place names a state in passing: "an American company ... it" is the company. */
function isBody({ mention: { actor, rule } }: Told): boolean {
  if (rule === 'actors/demonym' || rule === 'actors/capital-as-place') return false;
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
  // "It has not been determined whether"
  const been = words.keys[at + 2] === 'not' ? at + 3 : at + 2;
  if (isSentenceStart(words, at) && words.keys[at + 1] === 'has' && words.keys[been] === 'been') return true;
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
