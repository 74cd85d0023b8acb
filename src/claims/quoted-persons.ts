import type { ActorMention } from '../actors/actor.ts';
import { firstPersonsOf } from '../actors/first-persons.ts';
import { contains } from '../report.ts';
import { type Reading, tokensIn } from './reading.ts';
import type { Saying } from './saying.ts';

/**
 * A sentence in which "I" and "we" inside a quotation mean whoever is quoted: “We will sign,” the Chilean minister said.
 * `actors` are those of the whole report, for the state that "we" is.
 */
export function withQuotedPersons(
  reading: Reading,
  sayings: readonly Saying[],
  actors: readonly ActorMention[],
): Reading {
  const quoting = sayings.filter(({ quotations, speaker }) => quotations.length > 0 && speaker !== null);
  if (quoting.length === 0) return reading;
  const actorsOn = [...reading.actorsOn];
  for (const { plural, start, end } of firstPersonsOf(reading.sentence)) {
    const span = { start, end };
    const said = quoting.find(({ quotations }) => quotations.some((quotation) => contains(quotation, span)));
    const speaker = said?.speaker ?? null;
    if (speaker === null) continue;
    const actor = plural
      ? speaksFor(speaker, actors)
      : /^(?:person|office)$/.test(speaker.actor.kind)
        ? speaker.actor
        : null;
    if (actor === null) continue;
    const mention: ActorMention = {
      ...span,
      actor,
      via: 'pronoun',
      rule: 'actors/quoted-person',
      antecedent: speaker,
    };
    for (const i of tokensIn(reading.tokens, span)) if (actorsOn[i]!.length === 0) actorsOn[i] = [mention];
  }
  return { ...reading, actorsOn };
}

/** The state of whoever speaks, as the report names it; an official stands for a state that it does not name. */
function speaksFor({ actor }: ActorMention, actors: readonly ActorMention[]): ActorMention['actor'] | null {
  if (
    actor.country === null ||
    (actor.kind === 'person' && actor.office === undefined) ||
    actor.kind === 'people'
  )
    return null;
  const state = actors.find((one) => one.actor.kind === 'state' && one.actor.country === actor.country);
  return state?.actor ?? actor;
}
