import type { ActorMention } from '../actors/actor.ts';
import { childBy, childrenBy, lemmaOf, prepositionOf, type Reading, relationOf } from './reading.ts';

/**
 * Who stands where around a word: the nominals that grammar gives as its subject, object and oblique, through
 * passives, control, shared subjects, relative clauses and participles. Nodes are token indexes.
 */

const DEPTH = 8;
/** The rule of a capital that only says where something happens: "talks in Vienna". */
const PLACE = 'actors/capital-as-place';
const PASSIVE = new Set(['aux:pass', 'nsubj:pass', 'csubj:pass']);

/** Verbs whose object acts in their infinitive: "Paris urged Ankara to release him". */
const OBJECT_CONTROL = new Set(
  'ask urge tell order press push call invite force allow help get want expect require request advise warn encourage persuade pressure instruct direct enable permit lead cause'.split(
    ' ',
  ),
);

/**
 * Marks of a participle that is said of the object: "accused Moscow of shelling", "kept the ship from sailing". After
 * "for" and "over" it is so where the object is somebody ("thanked Oslo for hosting", but "used drones for spying").
 */
const SAID_OF_OBJECT = new Set(['of', 'from', 'against', 'into']);
const SAID_OF_SOMEBODY = new Set(['for', 'over']);

export function isPassive(reading: Reading, verb: number): boolean {
  // "were shot and killed": the second shares the auxiliary of the first.
  if (
    reading.tokens[verb]!.tag === 'VBN' &&
    relationOf(reading, verb) === 'conj' &&
    childBy(reading, verb, 'obj', 'nsubj', 'aux') === null &&
    isPassive(reading, reading.heads[verb]!)
  )
    return true;
  return (
    reading.children[verb]!.some((child) => PASSIVE.has(reading.relations[child]!)) ||
    (reading.tokens[verb]!.tag === 'VBN' &&
      relationOf(reading, verb) === 'acl' &&
      reading.relations[verb] !== 'acl:relcl' &&
      childBy(reading, verb, 'obj') === null)
  );
}

/** The nodes that do what a verb says, nearest reading first; empty where the clause does not tell. */
export function agentsOf(reading: Reading, verb: number, depth: number = DEPTH): number[] {
  if (isPassive(reading, verb)) {
    const obliques = childrenBy(reading, verb, 'obl');
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
    return own.flatMap((subject) => {
      const speakers = isSpeakerAgain(reading, subject, verb) ? speakersOf(reading, verb, depth) : [];
      return speakers.length > 0 ? speakers : [antecedentOf(reading, subject)];
    });
  const left = leftToThrownIn(reading, verb);
  if (left !== null) return [left];
  // "The Peruvian navy raids a port", where the tagger has a noun and the tree its owner.
  if (reading.tokens[verb]!.upos === 'NOUN' && childBy(reading, verb, 'obj') !== null)
    return ownersOf(reading, verb);
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
      // "he will be the first official to visit": the subject of the clause is the one who visits.
      if (childBy(reading, head, 'cop') !== null) return subjectsOf(reading, head, depth - 1);
      // "Peru, Chile and others recognise it", where the tree hangs the verb on the last of them.
      if (/^VB[ZPD]$/.test(reading.tokens[verb]!.tag)) return [firstJoined(reading, head)];
      // "officials visiting Seoul" act themselves; "China's plan to build a port" is China's to build.
      if (reading.tokens[verb]!.tag === 'VBG') return [head];
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

/** "Russia, the White House said, will stay": the first of two subjects that the tree gives the words thrown in. */
function leftToThrownIn(reading: Reading, verb: number): number | null {
  for (const thrownIn of childrenBy(reading, verb, 'parataxis')) {
    const subjects = childrenBy(reading, thrownIn, 'nsubj');
    if (subjects.length === 2 && subjects[1]! < thrownIn && thrownIn < verb) return subjects[0]!;
  }
  return null;
}

/** What a verb is done to: its object, or the subject of its passive. */
export function objectsOf(reading: Reading, verb: number): number[] {
  if (isPassive(reading, verb)) {
    const own = childrenBy(reading, verb, 'nsubj').map((subject) => antecedentOf(reading, subject));
    if (own.length > 0) return own;
    if (relationOf(reading, verb) === 'acl') return [reading.heads[verb]!];
    // "was hurt after being shot": who was hurt was shot.
    if (relationOf(reading, verb) === 'advcl') {
      const head = reading.heads[verb]!;
      return isPassive(reading, head) ? childrenBy(reading, head, 'nsubj') : subjectsOf(reading, head);
    }
    return relationOf(reading, verb) === 'conj' && isPassive(reading, reading.heads[verb]!)
      ? objectsOf(reading, reading.heads[verb]!)
      : [];
  }
  const objects = bareObjects(reading, verb).map((object) => antecedentOf(reading, object));
  if (objects.length > 0 || reading.relations[verb] !== 'acl:relcl') return objects;
  // "the envoy Tokyo expelled": the gap is the object where the clause has a subject of its own.
  const subject = childBy(reading, verb, 'nsubj');
  return subject === null || antecedentOf(reading, subject) !== subject ? [] : [reading.heads[verb]!];
}

/** What a verb is done to by its own right; an "object" with a preposition is an oblique. */
function bareObjects(reading: Reading, verb: number): number[] {
  // "missiles strike Kyiv", where the tagger has a noun and the tree a name of two parts.
  if (reading.tokens[verb]!.upos === 'NOUN') {
    const behind = childrenBy(reading, verb, 'obj', 'flat', 'appos').filter((child) => child > verb);
    return behind.filter((object) => prepositionOf(reading, object) === null);
  }
  return childrenBy(reading, verb, 'obj', 'iobj').filter((object) => prepositionOf(reading, object) === null);
}

/** Nominals that hang on a node by a preposition, whatever the parser calls the relation. */
export function obliquesOf(reading: Reading, node: number, preposition: string): number[] {
  return childrenBy(reading, node, 'obl', 'nmod', 'obj').filter(
    (child) => prepositionOf(reading, child) === preposition,
  );
}

/** Whose a noun is: possessor, adjective of a state, "by", and "of" where asked. */
export function ownersOf(reading: Reading, noun: number, withOf = false): number[] {
  const owners: number[] = [];
  for (const child of reading.children[noun]!) {
    const relation = reading.relations[child]!;
    const named = reading.actorsOn[child]!.length > 0;
    if (relation === 'nmod:poss') owners.push(child);
    else if ((relation === 'amod' || relation === 'compound' || relation === 'nmod:desc') && named)
      owners.push(child);
    else if (relationOf(reading, child) === 'nmod') {
      const preposition = prepositionOf(reading, child);
      if (preposition === 'by' || (preposition === 'from' && named) || (withOf && preposition === 'of'))
        owners.push(child);
    }
  }
  return owners;
}

/** "who", "which" and "that" stand for the noun that their clause hangs on. */
function antecedentOf(reading: Reading, node: number): number {
  const { tag } = reading.tokens[node]!;
  if (tag !== 'WDT' && tag !== 'WP' && !(tag === 'IN' && lemmaOf(reading, node) === 'that')) return node;
  for (let at = reading.heads[node]!, steps = 0; at >= 0 && steps < 4; at = reading.heads[at]!, steps++) {
    if (!reading.relations[at]!.endsWith(':relcl')) continue;
    const head = reading.heads[at]!;
    if (isNominal(reading, head)) return head;
    break;
  }
  return nounBefore(reading, node) ?? node;
}

/** The noun just before a relative pronoun, where the tree hangs the clause elsewhere. */
function nounBefore(reading: Reading, node: number): number | null {
  let at = node - 1;
  while (at >= 0 && reading.tokens[at]!.upos === 'PUNCT') at--;
  if (at < 0 || !isNominal(reading, at)) return null;
  while (/^(flat|compound|fixed)$/.test(relationOf(reading, at)) && reading.heads[at]! >= 0)
    at = reading.heads[at]!;
  return at;
}

function isNominal(reading: Reading, i: number): boolean {
  return /^(NOUN|PROPN|PRON)$/.test(reading.tokens[i]!.upos);
}

function isVerbal(reading: Reading, i: number): boolean {
  const { upos } = reading.tokens[i]!;
  return upos === 'VERB' || upos === 'AUX' || childBy(reading, i, 'cop') !== null;
}

/** Actors that a nominal names: itself, those joined to it, else those it belongs to ("a Chinese warship"). */
export function actorsNamed(reading: Reading, node: number): ActorMention[] {
  const found: ActorMention[] = [];
  for (const part of [node, ...childrenBy(reading, node, 'conj'), ...joinedByWords(reading, node)]) {
    const own = reading.actorsOn[part]!;
    if (own.length > 0) found.push(...own, ...joinedInside(reading, part));
    else found.push(...actorsWithin(reading, part));
  }
  return unique(found.flatMap((mention) => reading.listed.get(mention) ?? [mention]));
}

/** "the leaders of Peru and Chile": whoever is joined to a name inside a nominal is one of those it names. */
function joinedInside(reading: Reading, node: number): ActorMention[] {
  return childrenBy(reading, node, 'nmod')
    .filter((inner) => reading.actorsOn[inner]!.some((mention) => reading.actorsOn[node]!.includes(mention)))
    .flatMap((inner) => childrenBy(reading, inner, 'conj'))
    .flatMap((joined) => reading.actorsOn[joined]!);
}

/** "Japan and South Korea": actors beside the node with only "and" between, whatever the tree calls the relation. */
function joinedByWords(reading: Reading, node: number): number[] {
  const own = reading.actorsOn[node]![0];
  if (own === undefined) return [];
  return reading.children[node]!.filter((child) => {
    const other = reading.actorsOn[child]![0];
    if (other === undefined || other === own) return false;
    const [first, second] = other.start < own.start ? [other, own] : [own, other];
    return /^,? (?:and|or) (?:the )?$/.test(reading.report.text.slice(first.end, second.start));
  });
}

/** Prepositions that tie a thing to those it belongs to ("a depot in Peru", "towns across Chile"). */
const TIES = /^(of|from|between|among|including|in|across|inside|within|throughout)$/;

/** "a report published by": whose a document is. */
const ISSUED = /^(publish|issue|release|write|draft|sign|back|sponsor|lead)$/;

/** Actors inside a nominal that does not name one itself: possessor and adjective first, then "of", "from", "in". */
function actorsWithin(reading: Reading, noun: number, depth = 2): ActorMention[] {
  const named: ActorMention[] = [];
  const tied: ActorMention[] = [];
  for (const child of reading.children[noun]!) {
    const relation = relationOf(reading, child);
    if (relation === 'acl' && ISSUED.test(lemmaOf(reading, child)))
      named.push(...agentsOf(reading, child).flatMap((agent) => reading.actorsOn[agent]!));
    const isTied =
      relation === 'nmod' &&
      prepositionOf(reading, child) !== null &&
      reading.relations[child] !== 'nmod:poss';
    if (isTied && !TIES.test(prepositionOf(reading, child) ?? '')) continue;
    if (!isTied && !/^(nmod|amod|compound|appos|flat)$/.test(relation)) continue;
    for (const part of [child, ...childrenBy(reading, child, 'conj')]) {
      const own = reading.actorsOn[part]!.filter(({ rule }) => rule !== PLACE);
      (isTied ? tied : named).push(...own);
      if (isTied && own.length === 0 && depth > 0) tied.push(...actorsWithin(reading, part, depth - 1));
    }
  }
  return named.length > 0 ? named : tied;
}

export function unique(mentions: readonly ActorMention[]): ActorMention[] {
  const seen = new Set<string>();
  return mentions.filter((mention) => !seen.has(mention.actor.id) && seen.add(mention.actor.id));
}
