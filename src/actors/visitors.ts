import type { Draft } from './draft.ts';
import { type Journey, type Story, type Told, toldSince } from './story.ts';
import { COMMA, SPACE, type Words } from './words.ts';

const TRAVELS = new Set(
  (
    'flew flies fly travelled traveled travels travel arrived arrives arrive landed lands visited visits visit visiting went goes ' +
    'came comes headed heads drove crossed returned journeyed'
  ).split(' '),
);

const RECEIVES = new Set(
  'welcomed welcomes received receives receive hosted hosts host greeted greets feted embraced'.split(' '),
);

/** How many words after a traveller the verb, and after the verb the place, may stand. */
const REACH = 8;

/** The people who travel to another state than their own, in text order. */
function journeysOf(story: Story): readonly Journey[] {
  story.journeys ??= story.drafts.flatMap((draft, i) => {
    const journey = journeyOf(story, draft, i) ?? receptionOf(story, draft, i);
    return journey === null ? [] : [journey];
  });
  return story.journeys;
}

/** "Ana Prado flew to Oslo": who, and to which state. */
function journeyOf({ reader: { words }, drafts }: Story, { actor, to }: Draft, i: number): Journey | null {
  if (actor?.kind !== 'person') return null;
  const verb = verbAfter(words, to, TRAVELS);
  if (verb < 0 || words.keys[verb] === 'returned') return null;
  for (let next = i + 1; next < drafts.length && drafts[next]!.from <= verb + REACH; next++) {
    const { actor: place, from } = drafts[next]!;
    if (from < verb || words.sentences[from] !== words.sentences[verb]) continue;
    const isPlace = place?.kind === 'state' || place?.kind === 'government';
    if (!isPlace || place.country === null) continue;
    return place.country === actor.country
      ? null
      : { visitor: actor.id, from: actor.country, host: place.country };
  }
  return null;
}

/** "Ana Prado welcomed Jonas Berg": the second visits the first. */
function receptionOf({ reader: { words }, drafts }: Story, { actor, to }: Draft, i: number): Journey | null {
  const next = drafts[i + 1];
  const host =
    actor?.kind === 'person' || actor?.kind === 'state' || actor?.kind === 'government'
      ? actor.country
      : null;
  const verb = verbAfter(words, to, RECEIVES);
  if (host === null || verb < 0 || next?.actor?.kind !== 'person') return null;
  const { actor: visitor, from } = next;
  const isObject = from - verb <= 2 && words.sentences[from] === words.sentences[verb];
  return isObject && visitor.country !== host ? { visitor: visitor.id, from: visitor.country, host } : null;
}

/** Index of the first of some verbs after a subject, past an apposition or words such as "on Monday"; -1 where none stands there. */
function verbAfter(words: Words, to: number, verbs: ReadonlySet<string>): number {
  for (let at = to; at < to + 4 && words.sentences[at] === words.sentences[to - 1]; at++) {
    if (verbs.has(words.keys[at]!)) return at;
    if (words.gaps[at] !== SPACE && words.gaps[at] !== COMMA) return -1;
    if (
      !/^(?:will|would|is|was|are|has|had|to|who|due|also|then|later|himself|herself|be|been|on|[a-z]+day)$/.test(
        words.keys[at]!,
      )
    )
      return -1;
  }
  return -1;
}

/** "the visitor", "her guest": the last one named of those who travel; null where the report tells of none. */
export function lastVisitor(story: Story): Told | null {
  const visitors = new Set(journeysOf(story).map(({ visitor }) => visitor));
  return lastOf(story, ({ mention: { actor } }) => visitors.has(actor.id));
}

/** "his host": the last person named of a state that is visited; null where the report tells of none. */
export function lastHost(story: Story): Told | null {
  const hosts = new Set(journeysOf(story).map(({ host }) => host));
  return lastOf(story, ({ mention: { actor } }) => actor.country !== null && hosts.has(actor.country));
}

/** Whether a person travels in the report, or belongs to a state that is visited; neither where nothing or both is told. */
export function partOf(
  story: Story,
  { id, country }: { readonly id: string; readonly country: string | null },
): 'visitor' | 'host' | null {
  const journeys = journeysOf(story);
  const visits = journeys.some(({ visitor }) => visitor === id);
  const hosts = country !== null && journeys.some(({ host }) => host === country);
  return visits === hosts ? null : visits ? 'visitor' : 'host';
}

function lastOf(story: Story, fits: (one: Told) => boolean): Told | null {
  return toldSince(story, 0).findLast((one) => one.mention.actor.kind === 'person' && fits(one)) ?? null;
}
