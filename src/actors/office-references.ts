import type { Span } from '../report.ts';
import type { Actor } from './actor.ts';
import type { TitleOf } from './directory.ts';
import type { Head } from './draft.ts';
import { type Story, type Told, toldSince } from './story.ts';
import { LEADERS } from './terms.ts';

/**
 * Who of the people named so far a title means: "the minister", "the Chinese minister", "the late president". The last
 * one named, of the country where one is known; null where nobody is.
 *
 * @param apart - Of two with such an office the one who is not meant: whose minister it is.
 * @param fits - What else must hold of the one meant.
 */
export function lastHolder(
  story: Story,
  { titles, former }: Pick<Head, 'titles' | 'former'>,
  country: string | null,
  apart?: Span,
  organisation?: string,
  fits: (actor: Actor) => boolean = () => true,
): Told | null {
  const found = toldSince(story, 0).findLast(
    ({ named, mention: { actor, start } }) =>
      named &&
      (actor.kind === 'person' || (actor.kind === 'office' && !former && !VAGUE.has(actor.office ?? ''))) &&
      (country === null || actor.country === country) &&
      (organisation === undefined || actor.organisation === organisation) &&
      start !== apart?.start &&
      fits(actor) &&
      titles.some((title) =>
        former ? heldBefore(story, actor, title) : answersTo(actor, title) || isGeneral(story, actor, title),
      ),
  );
  return found ?? null;
}

/** Offices that many hold in one state. */
const VAGUE = new Set(
  'chairman official analyst courtesy journalist businessman private-person adviser'.split(' '),
);

/** "the Iranian minister", "the Bosnian leader": an office nobody checked is listed for, held by somebody named before. */
export function namedHolder(
  story: Story,
  head: Head,
  { id, kind, country, organisation }: Actor,
): Told | null {
  if (head.plural) return null;
  // "the Serbian leader" where the report has named the prime minister and not the president.
  if (kind === 'person' && country !== null && isLeader(head)) {
    const isNamed = toldSince(story, 0).some(({ mention }) => mention.actor.id === id);
    return isNamed ? null : lastHolder(story, head, country);
  }
  if (kind !== 'office') return null;
  if (country !== null && isLeader(head))
    return lastHolder(story, head, country) ?? onlyPersonOf(story, country);
  return country === null && organisation !== undefined
    ? lastHolder(story, head, null, undefined, organisation)
    : country === null
      ? null
      : lastHolder(story, head, country);
}

/** "the Serbian leader": an office by no name of its own. */
function isLeader({ titles }: Head): boolean {
  return titles.some(({ office: { id } }) => id === 'supreme-leader' || id === 'leader');
}

/** "the Palestinian leader" of whom no table knows the office: the only person of that state whom the report has named. */
function onlyPersonOf(story: Story, country: string): Told | null {
  const people = toldSince(story, 0).filter(
    ({ mention: { actor } }) => actor.kind === 'person' && actor.country === country,
  );
  const isOne = people.every(
    ({ mention: { actor } }) => actor.office === undefined && actor.id === people[0]!.mention.actor.id,
  );
  return isOne ? (people.at(-1) ?? null) : null;
}

/** "the late president", "the former minister": holds no office now, and held that one. */
function heldBefore({ reader: { directory, report } }: Story, actor: Actor, { office }: TitleOf): boolean {
  if (actor.office !== undefined && answersTo(actor, { office, country: null })) return false;
  const terms = directory.people.get(actor.id)?.terms;
  if (terms === undefined) return actor.sector === 'ELI';
  return terms.some(
    (term) =>
      term.from < report.publishedOn &&
      answersTo({ ...actor, office: term.office }, { office, country: null }),
  );
}

/** "the general" who made himself president. */
function isGeneral({ reader: { directory } }: Story, { id }: Actor, { office }: TitleOf): boolean {
  if (office.id !== 'general') return false;
  return directory.people.get(id)?.terms.some(({ office: held }) => RANKED.has(held)) === true;
}

const RANKED = new Set(['military-ruler', 'army-chief', 'military-chief']);

/** Where a minister is called secretary. */
const WITH_SECRETARIES = new Set(['USA', 'GBR', 'PHL', 'MEX']);

const DIPLOMATS = /^(?:ambassador|un-ambassador|envoy|charge|consul-general|deputy-foreign-minister)/;

/** Whether somebody holds the office that a title names, or one that the title covers ("minister"). */
export function answersTo(
  { office = '', country, sector }: Actor,
  { office: { id }, country: only }: TitleOf,
): boolean {
  if (only !== null && only !== country) return false;
  if (office === id) return true;
  switch (id) {
    case 'minister':
      return office.endsWith('minister') && office !== 'prime-minister' && country !== 'USA';
    case 'secretary':
      return office.endsWith('minister') && WITH_SECRETARIES.has(country ?? '');
    case 'supreme-leader':
    case 'leader':
      return LEADERS.has(office);
    case 'president':
    case 'ceremonial-president':
      return office === 'president' || office === 'ceremonial-president';
    case 'spokesperson':
      return office.endsWith('spokesperson');
    case 'ambassador':
      return office.startsWith('ambassador') || office === 'un-ambassador';
    case 'envoy':
      return office.endsWith('envoy') || office.startsWith('ambassador') || office === 'un-ambassador';
    case 'official':
      return DIPLOMATS.test(office);
    case 'general':
      return office === 'military-ruler' || (sector === 'MIL' && office !== 'defence-minister');
    default:
      return false;
  }
}
