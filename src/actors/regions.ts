import type { Actor } from './actor.ts';
import type { ActorDirectory, TitleOf } from './directory.ts';
import type { Head, Owner } from './draft.ts';
import { type Found, one } from './found.ts';
import { headAt } from './heads.ts';
import { findName, learnName } from './names.ts';
import { stateActor } from './owners.ts';
import type { Hints } from './persons.ts';
import type { Reader } from './reader.ts';
import { CAPITAL, POSSESSIVE, SPACE } from './words.ts';

const LONGEST = 3;

/** The part of a state that begins at a word: "Ohio", "New South Wales"; null where there is none. */
function regionAt({ words, directory }: Reader, at: number): Owner | null {
  if (((words.forms[at] ?? 0) & CAPITAL) === 0) return null;
  for (let to = at + LONGEST; to > at; to--) {
    const country = directory.regions.get(words.keys.slice(at, to).join(' '));
    const state = country === undefined ? undefined : directory.states.get(country);
    if (state === undefined || words.gaps.slice(at + 1, to).some((gap) => gap !== SPACE)) continue;
    const { code, adjective } = state;
    return {
      from: at,
      to,
      country: code,
      organisation: null,
      label: adjective,
      actor: stateActor(state),
      form: 'name',
    };
  }
  return null;
}

/** "the Ohio secretary of state", "Texas Governor Greg Abbott": an office of a part of a state. */
export function regionalPhrase(reader: Reader, at: number): Found | null {
  const region = regionAt(reader, at);
  if (region === null || reader.words.gaps[region.to] !== SPACE) return null;
  const head = headAt(reader, region.to, false);
  return head === null || head.kind !== 'title' || head.plural
    ? null
    : officeOf(reader, at, region, head, head.to);
}

/** "the secretary of state of Ohio", "Governor of Texas Greg Abbott". */
export function titleOfRegion(reader: Reader, from: number, head: Head): Found | null {
  const { words } = reader;
  if (head.kind !== 'title' || head.plural || words.gaps[head.to] !== SPACE) return null;
  if (words.keys[head.to] !== 'of' && words.keys[head.to] !== 'for' && words.keys[head.to] !== 'in')
    return null;
  const region = regionAt(reader, head.to + 1);
  return region === null ? null : officeOf(reader, from, region, head, region.to);
}

function officeOf(reader: Reader, from: number, region: Owner, head: Head, to: number): Found {
  const { words, directory } = reader;
  const { country } = region;
  const titles = regionalTitles(directory, head.titles);
  const hints: Hints = { country, organisation: null, titles, former: head.former };
  const isOpen = (words.forms[to - 1]! & POSSESSIVE) === 0 && words.gaps[to] === SPACE;
  const name = isOpen ? (findName(reader, to, hints) ?? learnName(reader, to, hints)) : null;
  if (name !== null) return one(reader, from, name.to, name.actor, 'name', name.rule, country, name.to);
  const { id, sector } = titles[0]!.office;
  const actor: Actor = {
    id: `${country}/regional-${id}`,
    kind: 'office',
    name: `${region.label} regional ${id.replaceAll('-', ' ')}`,
    country,
    ...(sector === undefined ? {} : { sector }),
    office: id,
  };
  return one(reader, from, to, actor, 'office', 'actors/regional-office', country, to);
}

/** A governor stays one and a premier becomes one; the rest are officials. */
function regionalTitles({ offices }: ActorDirectory, titles: readonly TitleOf[]): TitleOf[] {
  const ids = new Set(titles.map(({ office }) => office.id));
  const kept = titles.filter(({ office }) => OWN.has(office.id));
  if (kept.length > 0) return kept.map(({ office }) => ({ office, country: null }));
  return [{ office: offices.get(ids.has('prime-minister') ? 'governor' : 'official')!, country: null }];
}

/** Offices that regions have under the same name. */
const OWN = new Set([
  'governor',
  'mayor',
  'legislator',
  'prosecutor',
  'spokesperson',
  'adviser',
  'analyst',
  'chairman',
]);
