import { FIRST_PERSON } from '../actors/first-persons.ts';
import type { EventType } from './claim.ts';
import type { Draft } from './draft.ts';

/** Types of acts of which a speech is full, and that concern another state only where one is named. */
const WITH_OTHERS = new Set<EventType | null>([
  null,
  'CONSULT',
  'AGREE',
  'SUPPORT',
  'COOPERATE',
  'AID',
  'CONCEDE',
]);

/** Whether nobody does an act but whoever says so in a turn or speech: "we reject this", "I told them". */
export function isByFirstPerson({ actors }: Draft): boolean {
  return actors.length > 0 && actors.every(({ rule }) => rule === FIRST_PERSON);
}

/** "I would like to talk about growth": what speakers say of their own doing, with nobody else in it. */
export function isOfOneself(draft: Draft): boolean {
  const countries = new Set(draft.actors.map(({ actor }) => actor.country));
  return (
    draft.kind === 'event' &&
    WITH_OTHERS.has(draft.type) &&
    isByFirstPerson(draft) &&
    draft.recipients.every(({ actor }) => countries.has(actor.country)) &&
    countries.size === 1
  );
}
