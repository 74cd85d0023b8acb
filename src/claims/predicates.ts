import { actorsNamed } from './actors-named.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { isAppeal, isNaming, namesBad } from './naming.ts';
import { objectsOf } from './objects.ts';
import {
  childBy,
  childrenBy,
  lemmaOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import { refusesToSpeak } from './silence.ts';
import { isPassive, obliquesOf, subjectsAsked } from './slots.ts';
import { agentsOf } from './subjects.ts';
import { isVerbByOrder } from './word-order.ts';

/** A word of the lexicon in a sentence. */
export interface FoundPredicate {
  readonly predicate: Predicate;
  /** The token that carries the meaning: the verb, or the noun of an event. */
  readonly node: number;
  /** The verb that says that a nominal event takes place ("hold talks", "talks began"), or null. */
  readonly carrier: number | null;
  /** The words of the predicate, carrier included, in text order. */
  readonly words: readonly number[];
}

const POS: Readonly<Record<string, Predicate['pos']>> = {
  VERB: 'verb',
  NOUN: 'noun',
  PROPN: 'noun',
  ADJ: 'adj',
  NUM: 'noun',
};

/** A noun with a subject or object of its own is a verb that the tagger misread ("The raid kills two"). */
function partOfSpeech(reading: Reading, node: number): Predicate['pos'] | undefined {
  const { upos, tag } = reading.tokens[node]!;
  if (isGerundSubject(reading, node)) return 'noun';
  // "renewed demands that Peru leave", where the tagger has a verb.
  if (tag === 'VBZ' && reading.relations[node] === 'obj') return 'noun';
  if (upos !== 'NOUN') return POS[upos];
  const verbal = childBy(reading, node, 'nsubj', 'obj') !== null && childBy(reading, node, 'cop') === null;
  return verbal || isVerbByOrder(reading, node) ? 'verb' : 'noun';
}

/** "Fighting broke out": a subject by itself, which the tagger has as a verb. */
function isGerundSubject(reading: Reading, node: number): boolean {
  return (
    reading.tokens[node]!.tag === 'VBG' &&
    reading.tokens[node - 1]?.form !== '-' &&
    relationOf(reading, node) === 'nsubj' &&
    childBy(reading, node, 'obj', 'nsubj', 'mark') === null
  );
}

/** The word under which the lexicon has a token: its lemma, of a gerund its form. */
function headOf(reading: Reading, node: number): string {
  return isGerundSubject(reading, node) ? reading.tokens[node]!.form.toLowerCase() : lemmaOf(reading, node);
}

/** What forces act by: "a Turkish drone targeted". */
const ARMS =
  /^(drone|jet|plane|aircraft|warplane|fighter|bomber|helicopter|missile|rocket|artillery|tank|gunboat|warship)$/;

/** "Peruvian troops entered", "Peruvian jets targeted": forces and their arms, and none of their generals. */
function isDoneByForces(reading: Reading, verb: number): boolean {
  const agents = agentsOf(reading, verb);
  if (agents.length > 0 && agents.every((agent) => ARMS.test(lemmaOf(reading, agent)))) return true;
  const actors = agents.flatMap((agent) => actorsNamed(reading, agent));
  return (
    actors.length > 0 &&
    actors.every(({ actor }) => actor.sector === 'MIL' && !/^(person|office)$/.test(actor.kind))
  );
}

/** "Thousands protested", "students of Peru protested": people, and nobody who speaks for a state. */
function isDoneByCrowd(reading: Reading, verb: number): boolean {
  const actors = agentsOf(reading, verb).flatMap((agent) => actorsNamed(reading, agent));
  return actors.every(({ actor }) => actor.kind === 'people' || actor.kind === 'group');
}

/** "welcomed the election of the king": what happens to a thing is no dealing with a person. */
function isDoneToThing(reading: Reading, verb: number): boolean {
  const objects = objectsOf(reading, verb);
  const isThing = (object: number): boolean =>
    reading.tokens[object]!.upos === 'NOUN' && reading.actorsOn[object]!.length === 0;
  return objects.length > 0 && objects.every(isThing);
}

/** Every word of the sentence that the lexicon knows as an act, in text order. */
export function findPredicates(reading: Reading, codebook: Codebook): FoundPredicate[] {
  const found: FoundPredicate[] = [];
  const taken = new Set<number>();
  for (let node = 0; node < reading.tokens.length; node++) {
    const pos = partOfSpeech(reading, node);
    // "visiting diplomats" says what kind of diplomats they are, not that somebody visits.
    if (pos === 'verb' && (reading.relations[node] === 'amod' || isGlued(reading, node))) continue;
    if (pos === 'verb' && refusesToSpeak(reading, node)) continue;
    if (pos === undefined || (reading.tokens[node]!.upos === 'PROPN' && reading.actorsOn[node]!.length > 0))
      continue;
    const named =
      lemmaOf(reading, node) === 'one'
        ? repeated(reading, node, found)
        : codebook.predicates.get(`${headOf(reading, node)}/${pos}`);
    for (const predicate of named ?? []) {
      // "the treaty that both signed", but "the visit that she made" is the noun's own act.
      const mayBeBehind = predicate.type === 'SUPPORT' || predicate.type === 'AGREE';
      const rest = matchRest(reading, node, predicate.rest, mayBeBehind);
      if (rest === null || hasOtherParticle(reading, node, rest)) continue;
      if (predicate.noAct) break;
      if (predicate.ofBlame ? !namesBad(reading, codebook, node) : isNaming(reading, node, predicate))
        continue;
      if (isAppeal(reading, node, predicate)) continue;
      if (predicate.ofCrowds && !isDoneByCrowd(reading, node)) continue;
      if (predicate.ofPersons && isDoneToThing(reading, node)) continue;
      if (predicate.ofForces && !isDoneByForces(reading, node)) continue;
      if (
        predicate.objectIsActor &&
        objectsOf(reading, node).every((object) => reading.actorsOn[object]!.length === 0)
      )
        continue;
      const things = predicate.transitive || predicate.intransitive ? objectsOf(reading, node).length : 0;
      if (predicate.transitive && things === 0) continue;
      if (predicate.intransitive && things > 0) continue;
      const carrier =
        pos === 'noun'
          ? (carrierOf(reading, codebook, node) ?? carrierBehind(reading, codebook, node))
          : null;
      for (const word of rest) taken.add(word);
      const words = [node, ...rest, ...(carrier === null ? [] : [carrier])].sort((a, b) => a - b);
      found.push({ predicate, node, carrier, words });
      break;
    }
  }
  // "lifted sanctions" is one act: the noun in it does not tell of sanctions once more, nor "gave" of "gave a warning".
  const emptied = new Set(
    found.flatMap(({ carrier, predicate: { type } }) => (carrier === null || isHelp(type) ? [] : [carrier])),
  );
  return found.filter(
    ({ node, predicate: { rest, needsRecipient } }) =>
      !taken.has(node) && !(needsRecipient && rest.length === 0 && emptied.has(node)),
  );
}

/** "the so-called envoy", "the Peruvian-brokered truce": a participle behind a hyphen says what kind of thing it is. */
function isGlued(reading: Reading, node: number): boolean {
  const before = reading.tokens[node - 1];
  const { tag, start } = reading.tokens[node]!;
  return tag === 'VBN' && before?.form === '-' && before.end === start;
}

/** "gave support": what is given is as well told by the verb. */
function isHelp(type: Predicate['type']): boolean {
  return type === 'AID' || type === 'SUPPORT' || type === 'COOPERATE';
}

/** "other talks, including one between Xi and Biden": one of what was named last. */
function repeated(reading: Reading, node: number, found: readonly FoundPredicate[]): Predicate[] {
  const last = found.findLast(({ predicate }) => predicate.pos === 'noun' && predicate.symmetric);
  return last !== undefined && obliquesOf(reading, node, 'between').length > 0 ? [last.predicate] : [];
}

/** "give up" is no giving: a particle that the lexicon's phrase does not have makes another verb. */
function hasOtherParticle(reading: Reading, node: number, rest: readonly number[]): boolean {
  return childrenBy(reading, node, 'compound:prt').some((particle) => !rest.includes(particle));
}

/** Tokens that fill the rest of a phrase ("call off", "recall =ambassador", "take ~into =custody"), or null. */
export function matchRest(
  reading: Reading,
  node: number,
  rest: readonly string[],
  mayBeBehind = false,
): number[] | null {
  const words: number[] = [];
  for (let at = 0; at < rest.length; at++) {
    const part = rest[at]!;
    if (part.startsWith('~')) {
      const noun = rest[at + 1]?.startsWith('=') ? rest[++at]!.slice(1) : null;
      // "recognised the raids of Peru as a crime": the tree may hang it on any word of the object.
      const hosts = part === '~as' ? subtreeOf(reading, node) : [node, ...words];
      const oblique = hosts
        .flatMap((host) => childrenBy(reading, host, 'obl', 'nmod'))
        .find(
          (child) =>
            prepositionOf(reading, child) === part.slice(1) &&
            reading.timeAt[child] === undefined &&
            (noun === null || isOneOf(noun, lemmaOf(reading, child))),
        );
      const asked = part === '~for' && noun === null && subjectsAsked(reading, node).length > 0;
      if (oblique === undefined && !asked) return null;
      if (noun !== null) words.push(oblique!);
    } else if (part.startsWith('=')) {
      const own = childrenBy(reading, node, 'obj', 'iobj', 'nsubj:pass', 'nmod', 'obl', 'xcomp');
      // "the treaty that both signed": what the clause hangs on.
      const isBehind = mayBeBehind && reading.relations[node]!.startsWith('acl');
      const behind = isBehind ? objectsOf(reading, node) : [];
      const object = [...own, ...behind]
        .filter((child) => isFixedObject(reading, child, words))
        .map((child) => countedBy(reading, child))
        .find((child) => isOneOf(part.slice(1), lemmaOf(reading, child)));
      if (object === undefined) return null;
      words.push(object);
    } else {
      const particle =
        reading.children[node]!.find(
          (child) =>
            isOneOf(part, lemmaOf(reading, child)) &&
            (/^(compound|amod|advmod|obl|case|xcomp)/.test(reading.relations[child]!) ||
              (child > node && reading.relations[child] === 'advcl' && reading.tokens[child]!.tag === 'VB')),
        ) ??
        // "gave them two days to leave": the infinitive may hang on the object.
        words
          .flatMap((word) => childrenBy(reading, word, 'acl'))
          .find((child) => isOneOf(part, lemmaOf(reading, child))) ??
        particleBefore(reading, node, part);
      if (particle === null) return null;
      words.push(particle);
    }
  }
  return words;
}

/** Whether a lemma is one of those that a part of a phrase allows: "pact|treaty". */
function isOneOf(allowed: string, lemma: string): boolean {
  return allowed === lemma || (allowed.includes('|') && allowed.split('|').includes(lemma));
}

/** "called off the strike", but not "opened fire along the border" for "open the border". */
function isFixedObject(reading: Reading, child: number, words: readonly number[]): boolean {
  if (relationOf(reading, child) !== 'obl') return true;
  const marker = childBy(reading, child, 'case');
  return marker === null || words.includes(marker);
}

const AMOUNTS = new Set(
  'barrage batch couple dozen flurry handful hundred number pair range salvo series set shipment string thousand volley wave'.split(
    ' ',
  ),
);

/** "fired dozens of rounds": what is counted, not the count. */
function countedBy(reading: Reading, noun: number): number {
  // "10% tariffs", where the tree makes the per cent the head.
  if (/^(%|percent)$/.test(lemmaOf(reading, noun))) return childBy(reading, noun, 'nmod') ?? noun;
  if (!AMOUNTS.has(lemmaOf(reading, noun))) return noun;
  return obliquesOf(reading, noun, 'of')[0] ?? noun;
}

/** Particles that hardly ever are prepositions. */
const PARTICLES = /^(off|up|out|down|away|back)$/;

/** "called off the strike", "called in the envoy": a particle right behind its verb that the tree takes for a preposition. */
function particleBefore(reading: Reading, verb: number, particle: string): number | null {
  const next = verb + 1;
  if (next >= reading.tokens.length || relationOf(reading, next) !== 'case') return null;
  const noun = reading.heads[next]!;
  if (lemmaOf(reading, next) !== particle || noun < 0 || reading.heads[noun] !== verb) return null;
  const isSomebody = reading.actorsOn[noun]!.some(({ actor }) => /^(person|office)$/.test(actor.kind));
  return isSomebody || PARTICLES.test(particle) ? next : null;
}

/** The verb through which a noun is said to take place: its light verb, or the verb it is the subject of. */
export function carrierOf(reading: Reading, codebook: Codebook, noun: number): number | null {
  let first = noun;
  while (reading.relations[first] === 'conj' || isMeasured(reading, first)) first = reading.heads[first]!;
  const verb = reading.heads[first]!;
  if (verb < 0 || reading.tokens[verb]!.upos !== 'VERB') return null;
  const relation = reading.relations[first]!;
  const lemma = lemmaOf(reading, verb);
  const phrase = phraseOf(reading, verb);
  if (relationOf(reading, first) === 'obl') {
    return codebook.lightVerbs.has(`${lemma} ~${prepositionOf(reading, first)}`) ? verb : null;
  }
  // "put a question" carries it, "put off a trip" does not: with a particle it is another verb.
  if ((relation === 'obj' || relation === 'nsubj:pass') && codebook.lightVerbs.has(phrase))
    return lemma === 'call' && isKnown(reading, first) ? null : verb;
  if (relationOf(reading, first) === 'nsubj' && relation !== 'nsubj:pass') {
    const object = childBy(reading, verb, 'obj');
    const whole = object === null ? lemma : `${lemma} =${lemmaOf(reading, object)}`;
    if ([whole, lemma, phrase].some((words) => codebook.happenVerbs.has(words))) return verb;
  }
  return reading.relations[first] === 'acl' && codebook.lightVerbs.has(lemma) ? verb : null;
}

/** "the visit that she was to make to Rome", "talks they held in Bern": the verb of the clause on a noun that has it for object. */
function carrierBehind(reading: Reading, codebook: Codebook, noun: number): number | null {
  return (
    reading.children[noun]!.find(
      (verb) =>
        relationOf(reading, verb) === 'acl' &&
        codebook.lightVerbs.has(lemmaOf(reading, verb)) &&
        !isPassive(reading, verb) &&
        childrenBy(reading, verb, 'nsubj').some((subject) => !/^W/.test(reading.tokens[subject]!.tag)) &&
        childBy(reading, verb, 'obj') === null,
    ) ?? null
  );
}

/** "ended two days of talks", "held a series of meetings": what is carried is the talks. */
function isMeasured(reading: Reading, noun: number): boolean {
  const head = reading.heads[noun]!;
  return (
    head >= 0 &&
    relationOf(reading, noun) === 'nmod' &&
    prepositionOf(reading, noun) === 'of' &&
    MEASURES.has(lemmaOf(reading, head))
  );
}

const MEASURES = new Set([
  'hour',
  'day',
  'week',
  'month',
  'year',
  'round',
  'series',
  'session',
  'set',
  'number',
  'couple',
]);

/** "called the talks candid" holds none; "called talks" does. */
function isKnown(reading: Reading, noun: number): boolean {
  return childrenBy(reading, noun, 'det', 'nmod:poss').some(
    (child) => !/^an?$/.test(lemmaOf(reading, child)),
  );
}

/** A verb with its particle: "break off". */
export function phraseOf(reading: Reading, verb: number): string {
  const particle = childBy(reading, verb, 'compound:prt');
  return particle === null
    ? lemmaOf(reading, verb)
    : `${lemmaOf(reading, verb)} ${lemmaOf(reading, particle)}`;
}
