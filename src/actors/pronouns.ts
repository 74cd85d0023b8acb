import type { ActorMention } from './actor.ts';
import { type Antecedent, antecedentOfPerson, antecedentsOfGroup } from './antecedents.ts';
import { stateActor } from './owners.ts';
import { antecedentOfState } from './state-antecedents.ts';
import { type Story, tell, toldSince } from './story.ts';
import { SPACE } from './words.ts';

export type Pronoun = 'person' | 'group' | 'state';

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ...'he she him his her hers'.split(' ').map((word): [string, Pronoun] => [word, 'person']),
  ...'they them their theirs'.split(' ').map((word): [string, Pronoun] => [word, 'group']),
  ...'it its'.split(' ').map((word): [string, Pronoun] => [word, 'state']),
]);

/** The kind of pronoun at a word; undefined where there is none: "He Lifeng" is a name, "IT" a trade. */
export function pronounKind({ reader: { words } }: Story, at: number): Pronoun | undefined {
  const kind = PRONOUNS.get(words.keys[at]!);
  return kind !== undefined && words.ends[at]! - words.starts[at]! === 2 && (words.forms[at]! & 2) !== 0
    ? undefined
    : kind;
}

/** Whom a pronoun means; empty where nothing tells. */
export function antecedentsOf(story: Story, at: number): readonly Antecedent[] {
  const kind = pronounKind(story, at);
  if (kind === 'group') return antecedentsOfGroup(story, at);
  const one = kind === 'person' ? antecedentOfPerson(story, at) : antecedentOfState(story, at);
  return one === null ? [] : [one];
}

const HOMELANDS = new Set(['country', 'nation', 'homeland', 'countries', 'nations']);

/** Resolves a pronoun, "his country" and "their countries"; gives the word to go on with. */
export function pronounAt(story: Story, at: number, kind: Pronoun): number {
  const { words, directory } = story.reader;
  const key = words.keys[at]!;
  const found = antecedentsOf(story, at);
  const owns = key === 'his' || key === 'her' || key === 'their';
  const home = owns && words.gaps[at + 1] === SPACE && HOMELANDS.has(words.keys[at + 1] ?? '');
  const to = home ? at + 2 : at + 1;
  const antecedents = home && key === 'their' && found.length < 2 ? lastPeople(story) : found;
  for (const { actor, span } of antecedents) {
    const state = home && actor.country !== null ? directory.states.get(actor.country) : undefined;
    if (home && state === undefined) continue;
    const mention: ActorMention = {
      start: words.starts[at]!,
      end: words.ends[to - 1]!,
      actor: state === undefined ? actor : stateActor(state),
      via: 'pronoun',
      rule: home ? 'actors/own-country' : ruleOf(kind, span.start > words.starts[at]!),
      antecedent: span,
    };
    tell(story, mention, at, to, state?.code ?? null, false);
  }
  return to;
}

/** "Xie announced it first, Kerry an hour later: their countries ...": the last two people of two countries. */
function lastPeople(story: Story): Antecedent[] {
  const people = toldSince(story, 0).filter(
    ({ mention: { actor } }) => actor.kind === 'person' && actor.country !== null,
  );
  const last = people.at(-1);
  const other = people.findLast(({ mention }) => mention.actor.country !== last?.mention.actor.country);
  return last === undefined || other === undefined
    ? []
    : [other, last].map(({ mention: { actor, start, end } }) => ({ actor, span: { start, end } }));
}

function ruleOf(kind: Pronoun, isAhead: boolean): string {
  if (kind === 'person') return isAhead ? 'actors/pronoun-before-name' : 'actors/pronoun-person';
  return kind === 'state' ? 'actors/pronoun-state' : 'actors/pronoun-group';
}
