import type { Sentence } from '../language/sentence.ts';
import type { Report } from '../report.ts';
import type { ActorMention } from './actor.ts';
import type { ActorDirectory } from './directory.ts';
import { firstPersonsIn } from './first-persons.ts';
import { turnsIn } from './turns.ts';
import type { Voice } from './voice.ts';
import { wholeVoice } from './whole-voice.ts';

/**
 * Whose words a report is made of, in text order. "SECRETARY RUBIO: We met on Monday." is his turn up to the next name with a
 * colon; where nobody takes turns, a text may be one person's or one government's from start to end.
 */
export function findVoices(
  report: Report,
  sentences: readonly Sentence[],
  mentions: readonly ActorMention[],
  directory: ActorDirectory,
): Voice[] {
  const all = firstPersonsIn(report, sentences);
  if (all.length === 0) return [];
  const own = all.filter(({ quoted }) => !quoted);
  const turns = turnsIn(report, sentences, mentions, own, directory);
  if (turns.length > 0) return turns;
  const whole = wholeVoice(report, sentences, mentions, own, directory);
  return whole === null ? [] : [whole];
}
