import type { Span } from '../report.ts';
import type { Actor } from './actor.ts';
import type { Head } from './draft.ts';
import { headActor } from './head-actors.ts';
import { leadingCountries } from './home.ts';
import { answersTo } from './office-references.ts';
import { ownerOfState } from './owners.ts';
import { single } from './shared-nouns.ts';
import { type Story, type Told, toldSince } from './story.ts';
import { LEADERS } from './terms.ts';
import { SPACE } from './words.ts';

/** One of a pair, and where the report named it. */
export interface Side {
  readonly actor: Actor;
  readonly antecedent: Span;
}

/** "the two leaders", "both men": the last two people of different countries, of the kind of office that the noun names. */
export function lastTwoNamed(story: Story, noun: string, at: number): Side[] {
  const fits = (one: Told): boolean => {
    const { kind, office } = one.mention.actor;
    if (kind !== 'person') return false;
    if (noun === 'leaders' || noun === 'presidents' || noun === 'heads')
      return office !== undefined && LEADERS.has(office) && one.mention.actor.country !== null;
    if (noun === 'ministers') return office?.endsWith('minister') === true;
    return true;
  };
  const told = othersThanSubject(story, at);
  const found = lastTwo(story, told.filter(fits));
  // "The two leaders" of whom the tables know one.
  return found.length > 0
    ? found
    : lastTwo(
        story,
        told.filter(({ mention }) => mention.actor.kind === 'person'),
      );
}

/**
 * "the two foreign ministers", "both presidents": the last two named in that office, else the office in each of the
 * two states; null where the words name no office that one person holds.
 */
export function pairInOffice(story: Story, head: Head, states: readonly Side[], at: number): Side[] | null {
  const { kind, plural, titles } = head;
  const isOffice = titles.some(({ office }) => office.single && office.id !== 'supreme-leader');
  if (kind !== 'title' || !plural || !isOffice || head.of !== null) return null;
  const found = lastTwo(
    story,
    othersThanSubject(story, at).filter(
      ({ mention: { actor } }) => actor.kind === 'person' && titles.some((title) => answersTo(actor, title)),
    ),
  );
  if (found.length > 0 || states.length !== 2) return found;
  return states.flatMap(({ actor: { country }, antecedent }) => {
    const state = story.reader.directory.states.get(country ?? '');
    const actor = state === undefined ? null : headActor(story.reader, ownerOfState(state), single(head));
    return actor === null ? [] : [{ actor, antecedent }];
  });
}

/** All told so far; "Pompeo sat down with both ministers": after a verb or preposition nobody who acts in the sentence. */
function othersThanSubject(story: Story, at: number): Told[] {
  const { words } = story.reader;
  const told = toldSince(story, 0);
  const before = words.keys[at - 1] === 'the' ? at - 2 : at - 1;
  const isObject =
    words.sentences[before] === words.sentences[at] &&
    words.gaps[before + 1] === SPACE &&
    OBJECT_OF.has(words.keys[before] ?? '');
  if (!isObject) return told;
  const doers = new Set(
    told
      .filter(({ subject, sentence }) => subject && sentence === words.sentences[at])
      .map(({ mention }) => mention.actor.id),
  );
  return told.filter(({ mention }) => !doers.has(mention.actor.id));
}

const OBJECT_OF = new Set(
  'with to of by for from against told urged praised thanked invited met telephoned called asked between brought pushed joined welcomed congratulated pressed warned helped got left saw'.split(
    ' ',
  ),
);

/** The last ones of the two states that the report is about; else the last two of different countries. */
function lastTwo(story: Story, people: readonly Told[]): Side[] {
  const [first, second, third] = leadingCountries(story);
  // "shook hands across their host": the two states are named more often than his.
  if (first !== undefined && second !== undefined && third !== undefined && second.count >= 2 * third.count) {
    const of = (country: string): Told | undefined =>
      people.findLast(({ mention }) => mention.actor.country === country);
    const [one, other] = [of(first.country), of(second.country)];
    if (one !== undefined && other !== undefined)
      return [one, other].sort((a, b) => a.from - b.from).map(sideOfPerson);
  }
  const last = people.at(-1);
  const other = people.findLast(
    ({ mention: { actor } }) =>
      actor.id !== last?.mention.actor.id &&
      (actor.country === null || actor.country !== last?.mention.actor.country),
  );
  return last === undefined || other === undefined ? [] : [other, last].map(sideOfPerson);
}

/** The last people named, each once: "the pair", "the trio". */
export function lastPeople(story: Story, count: number, at: number): Side[] {
  const found: Told[] = [];
  for (const one of othersThanSubject(story, at).reverse()) {
    if (found.length === count) break;
    const { kind, id } = one.mention.actor;
    if (kind === 'person' && found.every(({ mention }) => mention.actor.id !== id)) found.unshift(one);
  }
  return found.length === count ? found.map(sideOfPerson) : [];
}

function sideOfPerson({ mention: { actor, start, end } }: Told): Side {
  return { actor, antecedent: { start, end } };
}
