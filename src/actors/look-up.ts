import type { Day } from '../report.ts';
import type { Actor } from './actor.ts';
import type { ActorDirectory, Term } from './directory.ts';
import { bodyActor, governmentActor, stateActor } from './owners.ts';
import { personActor } from './persons.ts';
import { longestMatch } from './trie.ts';
import { readWords } from './words.ts';

/** What the directory knows under a name. */
export interface Known {
  readonly actor: Actor;
  /** A person's terms, oldest first; empty for all else. */
  readonly terms: readonly Term[];
}

/**
 * Everybody whom a name may mean, without a text around it: states, capitals, seats, organisations, bodies and
 * people. With a day, a person's office is the one held then; without, only the terms tell. Empty where the
 * directory does not know the name.
 *
 * @example lookUp(directory, 'Qin Gang', '2023-06-16')[0].actor.office // 'foreign-minister'
 */
export function lookUp(directory: ActorDirectory, name: string, on?: Day): Known[] {
  const words = readWords(name, [{ start: 0, end: name.length }]);
  if (words.keys.length === 0) return [];
  const match = longestMatch(directory.phrases, { ...words, forms: words.forms.map(() => 3) }, 0);
  if (match === null || match.end !== words.keys.length) return [];
  const found = new Map<string, Known>();
  for (const entry of match.entries) {
    const known = ((): Known | null => {
      switch (entry.kind) {
        case 'state':
          return {
            actor: entry.form === 'capital' ? governmentActor(entry.state) : stateActor(entry.state),
            terms: [],
          };
        case 'actor':
          return { actor: entry.actor, terms: [] };
        case 'body':
          return entry.country === null
            ? null
            : { actor: bodyActor(directory, entry, entry.country), terms: [] };
        case 'person': {
          const { person } = entry;
          return {
            actor: personActor(directory, person, on ?? person.terms.at(-1)!.from),
            terms: person.terms,
          };
        }
        default:
          return null;
      }
    })();
    if (known !== null && !found.has(known.actor.id)) found.set(known.actor.id, known);
  }
  return [...found.values()];
}
