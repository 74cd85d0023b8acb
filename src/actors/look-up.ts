import type { Day } from '../report.ts';
import type { Actor } from './actor.ts';
import type { ActorDirectory, Entry, State, Term } from './directory.ts';
import { lookUpOffice } from './look-up-office.ts';
import { membersOn, organisationsOf } from './members.ts';
import { bodyActor, governmentActor, stateActor } from './owners.ts';
import { personActor } from './persons.ts';
import { holds, LEADERS } from './terms.ts';
import { longestMatch } from './trie.ts';
import { readWords } from './words.ts';

/** What the directory knows under a name. */
export interface Known {
  readonly actor: Actor;
  /**
   * Oldest first: of a person all terms; of an office its holders, with a day the one of that day; of a state
   * or government who led it on the day, or leads it now; empty for all else.
   */
  readonly terms: readonly Term[];
  /** Codes of the states that belong to an organisation on the day, or now. */
  readonly members: readonly string[];
  /** Codes of the organisations to which a state belongs on the day, or now. */
  readonly memberOf: readonly string[];
}

/** A day after all that ended, for those who ask of no day. */
const NOW: Day = '9999-12-31';

/** Offices that are shown for a state beside those that lead it. */
const MINISTERS: readonly string[] = ['foreign-minister', 'defence-minister'];

/**
 * Everybody whom a name may mean, without a text around it: states, capitals, seats, organisations, bodies,
 * people, codes, and offices with their country. With a day, a person's office is the one held then; without,
 * only the terms tell. Empty where the directory does not know the name.
 *
 * @example lookUp(directory, 'Qin Gang', '2023-06-16')[0].actor.office // 'foreign-minister'
 * @example lookUp(directory, 'US secretary of state', '2023-06-16')[0].terms[0].person.name // 'Antony Blinken'
 */
export function lookUp(directory: ActorDirectory, name: string, on?: Day): Known[] {
  const words = readWords(name, [{ start: 0, end: name.length }]);
  // People who ask do not type capitals.
  const asked = { ...words, forms: words.forms.map(() => 3) };
  const coded = byCode(directory, name.trim(), on);
  if (coded !== null) return [coded];
  if (asked.keys.length === 0) return [];
  const match = longestMatch(directory.phrases, asked, 0);
  const found = new Map<string, Known>();
  if (match !== null && match.end === asked.keys.length) {
    for (const entry of match.entries) {
      const known = knownAs(directory, entry, on);
      if (known !== null && !found.has(known.actor.id)) found.set(known.actor.id, known);
    }
  }
  for (const { actor, terms } of lookUpOffice(directory, asked, on)) {
    found.set(actor.id, { actor, terms, members: [], memberOf: [] });
  }
  return [...found.values()];
}

function byCode(directory: ActorDirectory, code: string, on: Day | undefined): Known | null {
  const state = directory.states.get(code);
  if (state !== undefined) return knownState(directory, state, stateActor(state), on);
  const organisation = directory.organisations.get(code);
  return organisation === undefined ? null : knownActor(directory, organisation, on);
}

function knownAs(directory: ActorDirectory, entry: Entry, on: Day | undefined): Known | null {
  switch (entry.kind) {
    case 'state': {
      const { state } = entry;
      return knownState(
        directory,
        state,
        entry.form === 'capital' ? governmentActor(state) : stateActor(state),
        on,
      );
    }
    case 'actor':
      return knownActor(directory, entry.actor, on);
    case 'body':
      return entry.country === null
        ? null
        : knownActor(directory, bodyActor(directory, entry, entry.country), on);
    case 'person': {
      const { person } = entry;
      const actor = personActor(directory, person, on ?? person.terms.at(-1)!.from);
      return { actor, terms: person.terms, members: [], memberOf: [] };
    }
    default:
      return null;
  }
}

function knownActor(directory: ActorDirectory, actor: Actor, on: Day | undefined): Known {
  const state = actor.country === null ? undefined : directory.states.get(actor.country);
  if (state !== undefined && actor.id === `${state.code}/GOV`) return knownState(directory, state, actor, on);
  return { actor, terms: [], members: membersOn(directory, actor.id, on ?? NOW), memberOf: [] };
}

function knownState(directory: ActorDirectory, state: State, actor: Actor, on: Day | undefined): Known {
  const terms = [...LEADERS, ...MINISTERS].flatMap((office) =>
    (directory.terms.get(`${state.code}/${office}`) ?? []).filter((term) => holds(term, on ?? NOW)),
  );
  return { actor, terms, members: [], memberOf: organisationsOf(directory, state.code, on ?? NOW) };
}
