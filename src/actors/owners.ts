import type { Actor } from './actor.ts';
import type { ActorDirectory, Entry, State } from './directory.ts';
import type { Owner } from './draft.ts';
import type { Match } from './trie.ts';

export function stateActor({ code, name }: State): Actor {
  return { id: code, kind: 'state', name, country: code, sector: 'GOV' };
}

/** The government of a state, as its capital or its leader's name stands for it. */
export function governmentActor({ code, adjective }: State): Actor {
  return {
    id: `${code}/GOV`,
    kind: 'government',
    name: `${adjective} government`,
    country: code,
    sector: 'GOV',
  };
}

/** A state as the owner of what no word of the text joins to it. */
export function ownerOfState(state: State): Owner {
  return {
    from: 0,
    to: 1,
    country: state.code,
    organisation: null,
    label: state.adjective,
    actor: stateActor(state),
    form: 'name',
  };
}

/** Whom a match names as a possible owner; null for titles, groups and people. */
export function ownerOf(directory: ActorDirectory, match: Match<Entry>, from: number): Owner | null {
  const { end: to, entries } = match;
  const stated = entries.filter((entry) => entry.kind === 'state');
  const state = stated.find(({ form }) => form === 'adjective') ?? stated[0];
  if (state !== undefined) {
    const { form } = state;
    const actor = form === 'capital' ? governmentActor(state.state) : stateActor(state.state);
    return {
      from,
      to,
      country: state.state.code,
      organisation: null,
      label: state.state.adjective,
      actor,
      form,
    };
  }
  const entry = entries.find((one) => one.kind === 'actor' || (one.kind === 'body' && one.country !== null));
  if (entry?.kind === 'actor') {
    const { actor, form } = entry;
    const label =
      actor.country === null ? actor.name : (directory.states.get(actor.country)?.adjective ?? actor.name);
    const organisation = actor.country === null ? (actor.organisation ?? actor.id) : null;
    return { from, to, country: actor.country, organisation, label, actor, form };
  }
  if (entry?.kind === 'body' && entry.country !== null) {
    const actor = bodyActor(directory, entry, entry.country);
    const label = directory.states.get(entry.country)!.adjective;
    return { from, to, country: entry.country, organisation: null, label, actor, form: 'body' };
  }
  return null;
}

/** A ministry, army or parliament of a state. */
export function bodyActor(
  directory: ActorDirectory,
  body: { readonly body: string; readonly label: string; readonly sector: string },
  country: string,
): Actor {
  const adjective = directory.states.get(country)?.adjective ?? country;
  const name = /^[A-Z]/.test(body.label) ? body.label : `${adjective} ${body.label}`;
  return { id: `${country}/${body.body}`, kind: 'government', name, country, sector: body.sector };
}
