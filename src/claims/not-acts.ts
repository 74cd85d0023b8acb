import type { ActorMention } from '../actors/actor.ts';
import { actorsNamed } from './actors-named.ts';
import type { Codebook, Predicate } from './codebook.ts';
import { objectsOf } from './objects.ts';
import type { FoundPredicate } from './predicates.ts';
import { childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import type { Parties } from './settle-parties.ts';
import { obliquesOf } from './slots.ts';
import { agentsOf } from './subjects.ts';

/** Words of force that tell of no force, and of help that tell of none: games, figures of speech, light verbs. */

const SCORE = /\b\d{1,2}[-–]\d{1,2}\b/;

/** "Peru beat Chile 2-1": between two lands, or persons without an office, in a game no word of force is an act. */
export function isGame(
  reading: Reading,
  codebook: Codebook,
  predicate: Predicate,
  { actors, recipients }: Parties,
): boolean {
  if (!codebook.games.play.has(predicate.head) || actors.length === 0) return false;
  const isPlayer = ({ actor: { kind, office } }: ActorMention): boolean =>
    kind === 'state' || (kind === 'person' && office === undefined);
  return [...actors, ...recipients].every(isPlayer) && isOfSport(reading, codebook);
}

/** Whether a sentence is about sport: a score or a sign of a game stands in it, or two words that hint at one. */
function isOfSport(reading: Reading, { games }: Codebook): boolean {
  if (SCORE.test(reading.report.text.slice(reading.sentence.start, reading.sentence.end))) return true;
  const hints = new Set<string>();
  return reading.tokens.some(({ upos }, i) => {
    // "after the final", but not "the final talks".
    if (upos === 'ADJ' && !/^(obl|obj|nsubj|nmod)$/.test(relationOf(reading, i))) return false;
    const lemma = lemmaOf(reading, i);
    const next = i + 1 < reading.tokens.length ? lemmaOf(reading, i + 1) : '';
    if (games.hints.has(lemma) && upos !== 'VERB') hints.add(lemma);
    return (
      hints.size >= 2 ||
      games.signs.has(lemma) ||
      games.signs.has(`${lemma} ${next}`) ||
      (upos === 'VERB' && games.feats.has(lemma))
    );
  });
}

/** "The coach of Peru criticised Chile": whoever plays or trains speaks for no state. */
export function isOfPlayer(reading: Reading, codebook: Codebook, verb: number): boolean {
  const { players } = codebook.games;
  const agents = agentsOf(reading, verb).map((agent) => lemmaOf(reading, agent));
  if (agents.length === 0) return false;
  // A captain or a manager may be one of a ship or a firm.
  return (
    agents.every((agent) => players.has(agent)) ||
    (agents.every((agent) => /^(captain|manager|player|champion)$/.test(agent)) &&
      isOfSport(reading, codebook))
  );
}

/** What a word of violence is turned on without violence ("attacked the plan": words, "fight poverty": ills), or null. */
export function figureOf(
  reading: Reading,
  codebook: Codebook,
  { predicate: { head, type, pos, rest }, node, words }: FoundPredicate,
): 'words' | 'ills' | null {
  const turned = [head, ...rest.map((part) => part.replace('=', ''))].some(
    (word) => codebook.figures.get(word) === 'turned',
  );
  if (type !== 'ASSAULT' || !turned) return null;
  const things = [
    ...(pos === 'verb' ? objectsOf(reading, node) : []),
    ...words.flatMap((word) =>
      ['on', 'against', 'at', 'over', 'with'].flatMap((slot) => obliquesOf(reading, word, slot)),
    ),
  ];
  for (const thing of things) {
    const kind = codebook.figures.get(lemmaOf(reading, thing));
    if (words.includes(thing) || reading.actorsOn[thing]!.length > 0) continue;
    if (kind === 'words' || kind === 'ills') return kind;
  }
  return null;
}

/** "gave an account of it", "provided assessments": a verb of giving is help only by what is given. */
export function isNothingGiven(
  reading: Reading,
  codebook: Codebook,
  { predicate: { type, pos, rest }, node }: FoundPredicate,
): boolean {
  if (type !== 'AID' || pos !== 'verb' || rest.length > 0) return false;
  return objectsOf(reading, node).some(
    (thing) =>
      reading.actorsOn[thing]!.length === 0 &&
      /^(given|words)$/.test(codebook.figures.get(lemmaOf(reading, thing)) ?? ''),
  );
}

const OFTEN = /^(regularly|frequently|routinely|often|usually|habitually)$/;

/** "a law negotiated by Peru and Chile", "they meet regularly": dealings of which no single encounter is told. */
export function isDealing(reading: Reading, { predicate: { type, mode }, node }: FoundPredicate): boolean {
  if (type !== 'CONSULT' || (mode !== 'meet' && mode !== 'talks')) return false;
  const isMade = mode === 'talks' && reading.relations[node] === 'acl' && reading.tokens[node]!.tag === 'VBN';
  return isMade || childrenBy(reading, node, 'advmod').some((word) => OFTEN.test(lemmaOf(reading, word)));
}

/** "both spoke at the assembly", "the king, speaking in Peru": before an audience, and with nobody. */
export function isToAudience(
  reading: Reading,
  { predicate: { head, type, rest }, node }: FoundPredicate,
  { actors }: Parties,
): boolean {
  if (head !== 'speak' || type !== 'CONSULT' || rest.length > 0) return false;
  const has = (word: string): boolean => obliquesOf(reading, node, word).length > 0;
  const isAlone = new Set(actors.map(({ actor }) => actor.country)).size < 2;
  return (has('at') || has('before') || (has('in') && isAlone)) && !has('to') && !has('with');
}

/** "evacuated its citizens from Sudan" is no help to anybody else, "demilitarising Chile" no retreat of whoever does it. */
export function isTurnedAround(
  reading: Reading,
  { predicate: { head, pos, mode }, node }: FoundPredicate,
  { actors }: Parties,
): boolean {
  if (pos !== 'verb' || (mode !== 'disarm' && head !== 'evacuate')) return false;
  const own = new Set(actors.map(({ actor }) => actor.country));
  const things = objectsOf(reading, node);
  const named = things.flatMap((thing) => actorsNamed(reading, thing));
  if (mode === 'disarm')
    return named.some(({ actor: { country } }) => own.size > 0 && country !== null && !own.has(country));
  const isOwn = things.some((thing) =>
    childrenBy(reading, thing, 'nmod:poss').some((owner) => reading.tokens[owner]!.tag === 'PRP$'),
  );
  return isOwn || (named.length > 0 && named.every(({ actor }) => own.has(actor.country)));
}
