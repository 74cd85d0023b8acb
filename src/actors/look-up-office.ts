import type { Day } from '../report.ts';
import type { Actor } from './actor.ts';
import type { ActorDirectory, Entry, Term, TitleOf } from './directory.ts';
import { ownerOf } from './owners.ts';
import { holds } from './terms.ts';
import { longestMatch } from './trie.ts';
import type { Words } from './words.ts';

/** An office of a country or organisation, and who held it. */
export interface KnownOffice {
  readonly actor: Actor;
  readonly terms: readonly Term[];
}

/** A country or an organisation that an office belongs to. */
interface Place {
  readonly country: string | null;
  readonly organisation: string | null;
  readonly label: string;
  /** Index of the word after it. */
  readonly to: number;
}

/**
 * The offices that words name by themselves: "US secretary of state", "president of France", "Chinese
 * ambassador to the US", "EU foreign policy chief". With a day, their holders on that day.
 */
export function lookUpOffice(directory: ActorDirectory, words: Words, on: Day | undefined): KnownOffice[] {
  const found = new Map<string, KnownOffice>();
  const end = words.keys.length;
  const add = (titles: readonly TitleOf[], place: Place | null, host: string | null): void => {
    for (const { office, country } of titles) {
      const owner = place?.country ?? place?.organisation ?? country;
      if (owner === null || (country !== null && country !== owner)) continue;
      const known = knownOffice(directory, owner, host === null ? office.id : `ambassador-to-${host}`, on);
      if (known !== null) found.set(known.actor.id, known);
    }
  };
  const opening = placeAt(directory, words, pastThe(words, 0));
  for (const place of opening === null ? [null] : [opening, null]) {
    const title = titleAt(directory, words, place === null ? pastThe(words, 0) : place.to);
    if (title === null) continue;
    if (title.end === end) add(title.titles, place, null);
    else if (place !== null && words.keys[title.end] === 'to') {
      const host = placeAt(directory, words, pastThe(words, title.end + 1));
      const code = host?.to === end ? (host.country ?? host.organisation) : null;
      if (code !== null && title.titles.some(({ office }) => office.id === 'ambassador')) {
        add(title.titles, place, code);
      }
    } else if (place === null && ['of', 'for', 'at'].includes(words.keys[title.end]!)) {
      const owner = placeAt(directory, words, pastThe(words, title.end + 1));
      if (owner?.to === end) add(title.titles, owner, null);
    }
  }
  // "president" is two offices; a country has one of them.
  const held = [...found.values()].filter(({ terms }) => terms.length > 0);
  return held.length > 0 ? held : [...found.values()].slice(0, 1);
}

function knownOffice(
  directory: ActorDirectory,
  place: string,
  office: string,
  on: Day | undefined,
): KnownOffice | null {
  const state = directory.states.get(place);
  const organisation = directory.organisations.get(place);
  const label = state?.adjective ?? organisation?.name;
  if (label === undefined) return null;
  const terms = (directory.terms.get(`${place}/${office}`) ?? []).filter(
    (term) => on === undefined || holds(term, on),
  );
  const sector = directory.offices.get(office)?.sector;
  const actor: Actor = {
    id: `${place}/${office}`,
    kind: 'office',
    name: `${label} ${office.replaceAll('-', ' ')}`,
    country: state === undefined ? null : place,
    ...(state === undefined ? { organisation: place } : {}),
    ...(sector === undefined ? {} : { sector }),
    office,
  };
  return { actor, terms };
}

function titleAt(
  directory: ActorDirectory,
  words: Words,
  from: number,
): { readonly titles: readonly TitleOf[]; readonly end: number } | null {
  const match = longestMatch(
    directory.phrases,
    words,
    from,
    (entry: Entry) => entry.kind === 'title' && !entry.plural,
  );
  if (match === null) return null;
  const titles = match.entries.flatMap((entry) => (entry.kind === 'title' ? [entry.title] : []));
  return { titles, end: match.end };
}

function placeAt(directory: ActorDirectory, words: Words, from: number): Place | null {
  const match = longestMatch(
    directory.phrases,
    words,
    from,
    (entry) => entry.kind === 'state' || entry.kind === 'actor',
  );
  const owner = match === null ? null : ownerOf(directory, match, from);
  return owner === null ? null : { ...owner };
}

function pastThe(words: Words, at: number): number {
  return words.keys[at] === 'the' ? at + 1 : at;
}
