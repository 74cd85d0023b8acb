import type { Codebook, Predicate } from './codebook.ts';
import { objectsOf } from './objects.ts';
import type { FoundPredicate } from './predicates.ts';
import { lemmaOf, type Reading } from './reading.ts';
import type { Parties } from './settle-parties.ts';
import { obliquesOf } from './slots.ts';

/** Words of force that tell of no force, and of help that tell of none: games, figures of speech, light verbs. */

const SCORE = /\b\d{1,2}[-–]\d{1,2}\b/;

/** "Peru beat Chile 2-1": between two lands in a game no word of force is an act. */
export function isGame(
  reading: Reading,
  codebook: Codebook,
  predicate: Predicate,
  { actors, recipients }: Parties,
): boolean {
  if (!codebook.games.play.has(predicate.head) || actors.length === 0) return false;
  if (![...actors, ...recipients].every(({ actor }) => actor.kind === 'state')) return false;
  if (SCORE.test(reading.report.text.slice(reading.sentence.start, reading.sentence.end))) return true;
  return reading.tokens.some((token, i) => {
    if (token.upos === 'ADJ') return false;
    const lemma = lemmaOf(reading, i);
    const next = i + 1 < reading.tokens.length ? lemmaOf(reading, i + 1) : '';
    return codebook.games.signs.has(lemma) || codebook.games.signs.has(`${lemma} ${next}`);
  });
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
