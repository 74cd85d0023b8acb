import { actorsNamed } from './actors-named.ts';
import { isNominal } from './nominals.ts';
import { childBy, childrenBy, lemmaOf, markOf, prepositionOf, type Reading, relationOf } from './reading.ts';
import { antecedentOf, isPassive, isVerbal, isVerbTakenForNoun, obliquesOf, ownersOf } from './slots.ts';
import { isVerbByOrder } from './word-order.ts';

/** Who does what a verb says, through passives, control, shared subjects, relative clauses and participles. */

const DEPTH = 8;

/** Verbs whose object acts in their infinitive: "Paris urged Ankara to release him". */
const OBJECT_CONTROL = new Set(
  'ask urge tell order press push call invite force allow help get want expect require request advise warn encourage persuade pressure instruct direct enable permit lead cause'.split(
    ' ',
  ),
);

/** Words that ask somebody behind a preposition to act. */
const CALLS = /^(call|appeal|plead|demand|request|ultimatum|plea)$/;

/**
 * Marks of a participle that is said of the object: "accused Moscow of shelling", "kept the ship from sailing". After
 * "for" and "over" it is so where the object is somebody ("thanked Oslo for hosting", but "used drones for spying").
 */
const SAID_OF_OBJECT = new Set(['of', 'from', 'against', 'into']);

const SAID_OF_SOMEBODY = new Set(['for', 'over']);

/** What speaks for those who issue it: "a resolution condemning the raid". */
export const PAPERS: RegExp =
  /^(advisory|alert|resolution|statement|declaration|letter|note|message|motion|petition|report|law|bill|decree|order|ruling|speech|campaign|offensive)$/;

/** The nodes that do what a verb says, nearest reading first; empty where the clause does not tell. */
export function agentsOf(reading: Reading, verb: number, depth: number = DEPTH): number[] {
  if (isPassive(reading, verb)) {
    const obliques = childrenBy(reading, verb, 'obl', 'obj', 'xcomp');
    const agents = obliques.filter((child) => prepositionOf(reading, child) === 'by');
    // "was listed as a threat by Peru": the tree may hang the agent on the noun before it.
    return agents.length > 0 ? agents : obliques.flatMap((child) => obliquesOf(reading, child, 'by'));
  }
  return subjectsOf(reading, verb, depth);
}

/** The grammatical subjects of a verb, found upwards where the clause has none of its own. */
export function subjectsOf(reading: Reading, verb: number, depth: number = DEPTH): number[] {
  const own = childrenBy(reading, verb, 'nsubj');
  if (own.length > 0)
    return [...joinedToSubject(reading, verb, own[0]!), ...own].flatMap((subject) => {
      const speakers = isSpeakerAgain(reading, subject, verb) ? speakersOf(reading, verb, depth) : [];
      return speakers.length > 0 ? speakers : [antecedentOf(reading, subject)];
    });
  const joined = joinedBefore(reading, verb);
  if (joined !== null) return [joined];
  const left = leftToThrownIn(reading, verb);
  if (left !== null) return [left];
  // "The Peruvian navy raids a port", where the tagger has a noun and the tree its owner.
  if (reading.tokens[verb]!.upos === 'NOUN' && childBy(reading, verb, 'obj') !== null) {
    const owners = ownersOf(reading, verb);
    if (owners.length > 0) return owners;
  }
  // "Peru protests to Chile.", where the tagger has a noun.
  if (isVerbByOrder(reading, verb) && reading.actorsOn[verb - 1]!.length > 0) return [verb - 1];
  const head = reading.heads[verb]!;
  if (head < 0 || depth === 0) return [];
  switch (relationOf(reading, verb)) {
    case 'conj':
    case 'parataxis':
      if (isVerbal(reading, head)) return subjectsOf(reading, head, depth - 1);
      // "President Moon meets his guest", where the tree has two parts side by side.
      return head < verb && /^VB[ZDP]$/.test(reading.tokens[verb]!.tag) && isNominal(reading, head)
        ? [head]
        : [];
    case 'xcomp':
    case 'ccomp':
    case 'advcl': {
      // "will hold talks and may meet her, officials said", where the tree hangs both verbs on the saying.
      const joined = childBy(reading, verb, 'cc') === null ? null : clauseBefore(reading, verb, head);
      if (joined !== null) return subjectsOf(reading, joined, depth - 1);
      const controller = controllerOf(reading, verb, head);
      if (controller !== null) return [controller];
      return isVerbal(reading, head) ? subjectsOf(reading, head, depth - 1) : ownersOf(reading, head);
    }
    case 'acl':
      // "Obama to meet Castro" is a headline's clause: the name is its subject.
      if (reading.relations[verb] === 'acl:relcl' || reading.tokens[head]!.upos === 'PROPN') return [head];
      // "The assembly votes to leave", where the tagger has a noun.
      if (isVerbTakenForNoun(reading, head)) return subjectsOf(reading, head, depth - 1);
      // "he will be the first official to visit": the subject of the clause is the one who visits.
      if (childBy(reading, head, 'cop') !== null) return subjectsOf(reading, head, depth - 1);
      // "Peru, Chile and others recognise it", where the tree hangs the verb on the last of them.
      if (/^VB[ZPD]$/.test(reading.tokens[verb]!.tag)) return [firstJoined(reading, head)];
      // "officials visiting Seoul" act themselves; "China's plan to build a port" is China's to build, and "adopted a
      // resolution condemning Peru" is said by those who adopt it.
      if (reading.tokens[verb]!.tag === 'VBG')
        return PAPERS.test(lemmaOf(reading, head)) ? plannersOf(reading, head, depth - 1) : [head];
      return reading.actorsOn[head]!.length > 0
        ? summonersOf(reading, head, depth - 1)
        : plannersOf(reading, head, depth - 1);
    case 'cop':
    case 'aux':
      return subjectsOf(reading, head, depth - 1);
    default:
      return [];
  }
}

/** "The ministry and the army deny it", where the tree hangs a clause of the second on the first. */
function joinedToSubject(reading: Reading, verb: number, subject: number): number[] {
  const first = reading.heads[verb]!;
  const and = childBy(reading, verb, 'cc');
  return relationOf(reading, verb) === 'conj' &&
    and !== null &&
    first === and - 1 &&
    and < subject &&
    subject < verb &&
    isNominal(reading, first)
    ? [first]
    : [];
}

/** "raised tariffs on Friday and Lima retaliated", where the tree joins the second subject to what stands before it. */
function joinedBefore(reading: Reading, verb: number): number | null {
  if (
    !/^VB[DZ]$/.test(reading.tokens[verb]!.tag) ||
    !/^(advcl|conj|parataxis)$/.test(relationOf(reading, verb))
  )
    return null;
  let before = verb - 1;
  while (before > 0 && reading.tokens[before]!.upos === 'ADV') before--;
  if (before < 1 || reading.actorsOn[before]!.length === 0) return null;
  while (/^(flat|compound)/.test(reading.relations[before]!) && Math.abs(reading.heads[before]! - verb) < 6)
    before = reading.heads[before]!;
  return relationOf(reading, before) === 'conj' && childBy(reading, before, 'cc') !== null ? before : null;
}

/** The clause with a subject that hangs before another on the same verb. */
function clauseBefore(reading: Reading, verb: number, head: number): number | null {
  const before = childrenBy(reading, head, 'ccomp').filter((clause) => clause < verb);
  return before.findLast((clause) => childBy(reading, clause, 'nsubj') !== null) ?? null;
}

/** "summoned the envoy to protest": whoever acts on somebody has the purpose, where the verb does not give it to them. */
function summonersOf(reading: Reading, somebody: number, depth: number): number[] {
  const verb = reading.heads[somebody]!;
  if (verb < 0 || relationOf(reading, somebody) !== 'obj' || !isVerbal(reading, verb)) return [somebody];
  return OBJECT_CONTROL.has(lemmaOf(reading, verb)) ? [somebody] : subjectsOf(reading, verb, depth);
}

function firstJoined(reading: Reading, node: number): number {
  let at = node;
  while (relationOf(reading, at) === 'conj') at = reading.heads[at]!;
  return at;
}

/** "The ministry says it will": a pronoun that nobody else was found for, in what somebody says. */
function isSpeakerAgain(reading: Reading, subject: number, verb: number): boolean {
  if (reading.actorsOn[subject]!.length > 0 || relationOf(reading, verb) !== 'ccomp') return false;
  return /^(it|they|he|she|we)$/.test(reading.tokens[subject]!.form.toLowerCase());
}

function speakersOf(reading: Reading, verb: number, depth: number): number[] {
  const saying = reading.heads[verb]!;
  return saying < 0 || depth === 0
    ? []
    : subjectsOf(reading, saying, depth - 1).filter((subject) => actorsNamed(reading, subject).length > 0);
}

/** Whose a plan is: its owner's, else theirs who announce it ("Peru announced plans to tax copper"). */
function plannersOf(reading: Reading, noun: number, depth: number): number[] {
  const owners = ownersOf(reading, noun);
  const verb = reading.heads[noun]!;
  if (owners.length > 0 || verb < 0 || relationOf(reading, noun) !== 'obj') return owners;
  return isVerbal(reading, verb) ? subjectsOf(reading, verb, depth) : owners;
}

/** The object that acts in what is said of it: of "urge" or "allow" in their infinitive, of "accuse" in what it is accused of. */
function controllerOf(reading: Reading, verb: number, head: number): number | null {
  const called = calledUpon(reading, verb, head);
  if (called !== null) return called;
  const object = childBy(reading, head, 'obj', 'iobj');
  if (object === null || object > verb) return null;
  const marks = childrenBy(reading, verb, 'mark', 'case').map((mark) => lemmaOf(reading, mark));
  if (reading.tokens[verb]!.tag === 'VBG' && marks.length > 0) {
    if (marks.some((mark) => SAID_OF_OBJECT.has(mark))) return object;
    const somebody = marks.some((mark) => SAID_OF_SOMEBODY.has(mark));
    return somebody && actorsNamed(reading, object).length > 0 ? object : null;
  }
  if (!OBJECT_CONTROL.has(lemmaOf(reading, head))) return null;
  return marks.includes('to') || relationOf(reading, verb) !== 'advcl' ? object : null;
}

/** "called on Peru to leave", "appealed to it to talk", "made a demand for Peru to leave": whoever is to act. */
function calledUpon(reading: Reading, verb: number, head: number): number | null {
  if (markOf(reading, verb) !== 'to') return null;
  const isCall = (word: number): boolean => CALLS.test(lemmaOf(reading, word));
  const call = isCall(head) ? head : childrenBy(reading, head, 'obj').find(isCall);
  if (call === undefined) return null;
  return (
    childrenBy(reading, call, 'obl', 'nmod').find(
      (party) =>
        party < verb &&
        /^(on|upon|for|to|with)$/.test(prepositionOf(reading, party) ?? '') &&
        actorsNamed(reading, party).length > 0,
    ) ?? null
  );
}

/** "Russia, the White House said, will stay": the first of two subjects that the tree gives the words thrown in. */
function leftToThrownIn(reading: Reading, verb: number): number | null {
  for (const thrownIn of childrenBy(reading, verb, 'parataxis')) {
    const subjects = childrenBy(reading, thrownIn, 'nsubj');
    if (subjects.length === 2 && subjects[1]! < thrownIn && thrownIn < verb) return subjects[0]!;
  }
  return null;
}
