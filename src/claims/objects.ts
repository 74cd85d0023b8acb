import { childBy, childrenBy, prepositionOf, type Reading, relationOf } from './reading.ts';
import { antecedentOf, isPassive } from './slots.ts';
import { subjectsOf } from './subjects.ts';

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
