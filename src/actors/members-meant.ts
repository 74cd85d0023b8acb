import type { ActorMention } from './actor.ts';
import type { Draft } from './draft.ts';
import { isMemberOn } from './members.ts';
import { stateActor } from './owners.ts';
import { type Story, toldSince } from './story.ts';
import { SPACE } from './words.ts';

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
