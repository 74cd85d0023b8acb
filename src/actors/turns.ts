import type { Sentence, Word } from '../language/sentence.ts';
import { contains, type Report, type Span } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';
import type { ActorDirectory } from './directory.ts';
import type { FirstPerson } from './first-persons.ts';
import { namedSpeaker, publishingState } from './issuers.ts';
import { personActor } from './persons.ts';
import { holderOn } from './terms.ts';
import type { Voice } from './voice.ts';

/** Most words before the colon that says who speaks. */
const LONGEST = 16;

/** Small words inside a title or name. */
const JOINERS = /^(?:of|the|and|for|to|in|on|de|la|del|al|el|bin|ibn|van|von|der|da|dos|du|[-–—,.()])$/;

interface Label extends Span {
  readonly speaker: Actor | null;
}

/**
 * The turns of a transcript, each from its colon to the next label: "President of Chile Marta Rojas: Welcome." One label
 * alone makes a transcript only where it begins a line, as crossheads do, and a first person follows.
 */
export function turnsIn(
  report: Report,
  sentences: readonly Sentence[],
  mentions: readonly ActorMention[],
  own: readonly FirstPerson[],
  directory: ActorDirectory,
): Voice[] {
  const labels = labelsIn(report, sentences, mentions, directory);
  if (labels.every(({ speaker }) => speaker === null)) return [];
  const turns = labels.map(({ start, end, speaker }, i): Voice => {
    const to = labels[i + 1]?.start ?? report.text.length;
    const label = { start, end: end - 1 };
    return { start: end, end: to, speakers: speaker === null ? [] : [speaker], label, spoken: true };
  });
  if (turns.length > 1) return turns;
  const [turn] = turns;
  const begins = turn!.label!.start === 0 || report.text[turn!.label!.start - 1] === '\n';
  return begins && own.some((word) => contains(turn!, word)) ? turns : [];
}

function labelsIn(
  report: Report,
  sentences: readonly Sentence[],
  mentions: readonly ActorMention[],
  directory: ActorDirectory,
): Label[] {
  const labels: Label[] = [];
  let next = 0;
  for (const sentence of sentences) {
    while (next < mentions.length && mentions[next]!.end <= sentence.start) next++;
    const colon = colonOf(report, sentence);
    if (colon === null) continue;
    const inside: ActorMention[] = [];
    for (let i = next; i < mentions.length && mentions[i]!.end <= colon.start; i++) inside.push(mentions[i]!);
    const named = speakerIn(report.text, inside, colon.start);
    const isBare = named !== null && isBareOffice(named);
    const speaker = isBare ? homeHolder(report, named, directory) : (named?.actor ?? null);
    labels.push({ start: sentence.start, end: colon.end, speaker });
  }
  return labels;
}

/** The colon after words that are all written as names and titles are; a line without a stop at its end is a heading. */
function colonOf({ text, titleEnd = 0 }: Report, { words, start, end }: Sentence): Word | null {
  if (start < titleEnd) return null;
  const at = words.findIndex(({ form }, i) => i <= LONGEST && form === ':');
  if (at < 1 || at === words.length - 1) return null;
  if (!/[.?!…,;:–—\-"”)]$/.test(text.slice(start, end))) return null;
  let depth = 0;
  for (const { form } of words.slice(0, at)) {
    if (form === '(') depth++;
    else if (form === ')') depth--;
    else if (depth === 0 && !/^\p{Lu}/u.test(form) && !JOINERS.test(form)) return null;
  }
  return words[at]!;
}

/** The last person named before the colon, with nothing but brackets or more of the same name behind. */
function speakerIn(text: string, inside: readonly ActorMention[], colon: number): ActorMention | null {
  const named = inside.findLast(({ actor }) => actor.kind === 'person' || actor.kind === 'office');
  if (named === undefined || named.actor.country === null) return null;
  const behind = text.slice(named.end, colon).trim();
  const first = /^[\p{L}'’-]+/u.exec(behind)?.[0];
  return first === undefined || named.actor.name.split(' ').includes(first) ? named : null;
}

/** "THE PRESIDENT": an office without its state. */
function isBareOffice({ via, rule }: ActorMention): boolean {
  return via === 'office' && rule !== 'actors/office-holder';
}

/** Who an office is in a transcript: the speaker of the text, else its holder in the state that publishes it. */
function homeHolder(
  report: Report,
  { actor: { office } }: ActorMention,
  directory: ActorDirectory,
): Actor | null {
  const speaker = namedSpeaker(report, directory);
  if (speaker !== null) return speaker;
  const home = publishingState(report, directory)?.country ?? null;
  const { publishedOn } = report;
  const term = home === null || office === undefined ? null : holderOn(directory, home, office, publishedOn);
  return term === null ? null : personActor(directory, term.person, publishedOn);
}
