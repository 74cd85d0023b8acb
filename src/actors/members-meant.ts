import type { ActorMention } from './actor.ts';
import type { Draft } from './draft.ts';
import { leadingCountries, twoLead } from './home.ts';
import { isMemberOn } from './members.ts';
import { stateActor } from './owners.ts';
import { matchAt } from './reader.ts';
import { type Story, toldSince } from './story.ts';
import { SPACE } from './words.ts';

/** "the two NATO allies", "the two Gulf states": the two states of the report that belong to it, both over the same words; empty where nothing tells. */
export function membersMeant(story: Story, { end, from, actor }: Draft): readonly ActorMention[] {
  const { words, directory, report } = story.reader;
  if (actor === null || words.keys[from - 1] !== 'two' || words.gaps[from] !== SPACE) return [];
  const body = /^([A-Z][A-Z0-9_]*)\/allies$/.exec(actor.id)?.[1];
  const entry = matchAt(story.reader, from, ({ kind }) => kind === 'area')?.entries[0];
  const states = entry?.kind === 'area' && actor.id.endsWith('/states') ? entry.area.states : undefined;
  const two = leadingCountries(story).slice(0, 2);
  const fit = two.every(({ country }) =>
    body === undefined
      ? states?.has(country) === true
      : isMemberOn(directory, body, country, report.publishedOn),
  );
  if (two.length < 2 || !twoLead(story) || !fit) return [];
  const first = words.keys[from - 2] === 'the' ? from - 2 : from - 1;
  return two.map(({ country, span: antecedent }) => ({
    start: words.starts[first]!,
    end,
    actor: stateActor(directory.states.get(country)!),
    via: 'pronoun',
    rule: 'actors/pair-of-states',
    antecedent,
  }));
}

/** "the NATO ally", "the EU member": the state of it named last before, in no word of the sentence; null where there is none. */
export function memberMeant(story: Story, { start, from, to, actor }: Draft): ActorMention | null {
  const { words, directory, report } = story.reader;
  if (actor === null || words.keys[from - 1] !== 'the' || words.gaps[from] !== SPACE) return null;
  const code = /^([A-Z][A-Z0-9_]*)(?:\/allies)?$/.exec(actor.id)?.[1];
  if (code === undefined || !directory.members.has(code)) return null;
  const noun = actor.id === code ? to : to - 1;
  if (
    !/^(?:ally|member|country|nation|state)$/.test(words.keys[noun] ?? '') ||
    (noun === to && words.gaps[to] !== SPACE)
  )
    return null;
  const sentence = words.sentences[from]!;
  const told = toldSince(story, sentence - 2);
  const here = new Set(
    told.filter((one) => one.sentence === sentence).map(({ mention }) => mention.actor.country),
  );
  const found = told.findLast(
    ({
      mention: {
        actor: { country },
      },
    }) => country !== null && !here.has(country) && isMemberOn(directory, code, country, report.publishedOn),
  )?.mention;
  const state = directory.states.get(found?.actor.country ?? '');
  if (found === undefined || state === undefined) return null;
  const antecedent = { start: found.start, end: found.end };
  return {
    start,
    end: words.ends[noun]!,
    actor: stateActor(state),
    via: 'pronoun',
    rule: 'actors/the-country',
    antecedent,
  };
}
