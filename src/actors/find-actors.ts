import type { Sentence } from '../language/sentence.ts';
import type { Report } from '../report.ts';
import type { Actor, ActorMention } from './actor.ts';
import type { ActorDirectory } from './directory.ts';
import type { Draft } from './draft.ts';
import { foldMentions } from './folds.ts';
import { phraseAt } from './noun-phrases.ts';
import { withProposed } from './proposed-drafts.ts';
import type { Reader } from './reader.ts';
import { resolveReferences } from './references.ts';
import { readWords } from './words.ts';

/**
 * Finds who is meant in a report: names, titles, demonyms, capitals and seats, then pronouns, counterparts and
 * pairs. Names proposed by the words of the sentences are told where they stand. In text order; mentions do not overlap, except that "the two countries" gives one for each side.
 */
export function findActors(
  report: Report,
  sentences: readonly Sentence[],
  directory: ActorDirectory,
  proposed: readonly ActorMention[] = [],
): ActorMention[] {
  const words = readWords(report.text, sentences);
  const reader: Reader = {
    report,
    words,
    directory,
    acquaintances: new Map<string, Actor>(),
    settled: new Map<string, boolean>(),
    strangers: new Set<string>(),
  };
  const drafts: Draft[] = [];
  for (let at = 0; at < words.keys.length; ) {
    const found = phraseAt(reader, at);
    if (found !== null) drafts.push(...found.drafts);
    at = found === null ? at + 1 : Math.max(at + 1, found.next);
  }
  return foldMentions(resolveReferences(reader, withProposed(words, drafts, proposed)), directory.folds);
}
