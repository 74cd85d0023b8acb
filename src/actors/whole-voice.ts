import type { Sentence } from '../language/sentence.ts';
import type { Report } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';
import type { ActorDirectory } from './directory.ts';
import type { FirstPerson } from './first-persons.ts';
import { namedSpeaker, publishingState } from './issuers.ts';
import { stateActor } from './owners.ts';
import type { Voice } from './voice.ts';

/** Words of a title that make a text its speaker's own. */
const SPEECH =
  /\b(?:remarks|address|speech|statement|testimony|interview|press (?:availability|conference))\b/i;

/** What several issue together. */
const JOINT = /\b(?:joint|communiqu[eé]|declaration|leaders['’]? statement)\b/i;

/**
 * A text that is one person's or one government's from start to end: by the speaker whom its source names, by a title
 * ("Remarks by President Rojas"), or by the office that publishes it ("We urge Lima to ..."); null where nothing tells.
 */
export function wholeVoice(
  report: Report,
  sentences: readonly Sentence[],
  mentions: readonly ActorMention[],
  own: readonly FirstPerson[],
  directory: ActorDirectory,
): Voice | null {
  const { text, title = '', titleEnd = 0 } = report;
  const voice = { start: titleEnd, end: text.length, label: null };
  const inTitle = mentions.filter(({ end }) => end <= titleEnd);
  const first = sentences.find(({ start }) => start >= titleEnd)?.start ?? titleEnd;
  if (JOINT.test(title) || /^we,? the |^we, /i.test(text.slice(first, first + 10))) {
    const speakers = issuersOf(title, inTitle, directory);
    return speakers.length < 2 ? null : { ...voice, speakers, spoken: false };
  }
  const publisher = publishingState(report, directory);
  const titled = publisher === null ? null : titledSpeaker(title, inTitle);
  const speaker = namedSpeaker(report, directory) ?? titled?.actor ?? null;
  if (speaker === null) return publisher === null ? null : { ...voice, speakers: [publisher], spoken: false };
  const told = mentions.filter(
    ({ actor, via, start }) => start >= titleEnd && via !== 'pronoun' && actor.id === speaker.id,
  );
  const singular = own.filter(({ plural }) => !plural);
  const spoken = singular.length > told.length;
  return { ...voice, speakers: [speaker], label: titled ?? singular[0] ?? null, spoken };
}

/** "Remarks by President Rojas", "Secretary Rojas remarks to the press": the first person of a title that tells of speech. */
function titledSpeaker(title: string, inTitle: readonly ActorMention[]): ActorMention | null {
  const first = inTitle[0];
  if (first === undefined || first.actor.kind !== 'person' || !SPEECH.test(title)) return null;
  const before = title.slice(0, first.start).trim();
  return before === '' || /\b(?:by|of|from)(?: the)?$/i.test(before) ? first : null;
}

/** "Joint Statement by Peru and Chile on fishing": the states of those named between "by" and what it is about. */
function issuersOf(title: string, inTitle: readonly ActorMention[], { states }: ActorDirectory): Actor[] {
  const by = /\b(?:by|of|from|between)\b/i.exec(title);
  if (by === null) return [];
  const about =
    / (?:on|about|regarding|concerning|to|for)\b|—/i.exec(title.slice(by.index))?.index ?? title.length;
  const among = inTitle.filter(({ start }) => start > by.index && start < by.index + about);
  // "Leaders of the Group of Seven": more than those named.
  if (among.some(({ actor }) => actor.country === null)) return [];
  return [...new Set(among.flatMap(({ actor }) => states.get(actor.country ?? '') ?? []))].map(stateActor);
}
