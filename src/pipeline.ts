import type { ActorMention } from './actors/actor.ts';
import { findActors } from './actors/find-actors.ts';
import { findVoices } from './actors/find-voices.ts';
import { addFirstPersons } from './actors/first-persons.ts';
import { addProposedNames } from './actors/proposed-names.ts';
import type { Voice } from './actors/voice.ts';
import type { Claim, Reference } from './claims/claim.ts';
import { findClaims } from './claims/find-claims.ts';
import type { Knowledge } from './knowledge.ts';
import { readSentences } from './language/read-sentences.ts';
import type { Sentence } from './language/sentence.ts';
import type { Message } from './message.ts';
import { isListing } from './read/listing.ts';
import type { Act, Channel, Encounter, Expectation, Issue } from './relations/dyad.ts';
import { relateOne } from './relations/picture.ts';
import { overlaps, type Report } from './report.ts';
import { noteTimes } from './time/dateline.ts';
import { findTimes } from './time/find-times.ts';
import type { TimeMention } from './time/when.ts';

/** What one report says, as it is stored: the work of one coder version. */
export interface Coding {
  readonly coder: string;
  readonly claims: readonly Claim[];
  /** Words that take an event as known: they tell of none. */
  readonly references: readonly Reference[];
  readonly messages: readonly Message[];
  readonly coverage: Coverage;
}

/** How much of a report's text gave claims. */
export interface Coverage {
  readonly sentences: number;
  readonly withClaims: number;
  readonly withoutClaims: number;
}

/** A report read by itself, without a ledger. */
export interface Analysis {
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly encounters: readonly Encounter[];
  readonly acts: readonly Act[];
  readonly channels: readonly Channel[];
  readonly issues: readonly Issue[];
  readonly expectations: readonly Expectation[];
  readonly messages: readonly Message[];
  readonly coverage: Coverage;
}

/** The stages up to mentions: sentences, times and actors of a report, and whose words it is made of. */
export interface Mentions {
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeMention[];
  readonly actors: readonly ActorMention[];
  readonly voices: readonly Voice[];
}

/** report -> sentences -> mentions. */
export function findMentions(report: Report, knowledge: Knowledge): Mentions {
  const sentences = readSentences(report, knowledge.language);
  const times = findTimes(report, sentences, knowledge.times);
  const found = findActors(report, sentences, knowledge.actors);
  const named = addProposedNames(report, sentences, found, knowledge.actors);
  const voices = findVoices(report, sentences, named, knowledge.actors);
  const actors = addFirstPersons(report, sentences, named, voices, knowledge.actors);
  return { sentences, times, actors, voices };
}

/**
 * report -> sentences -> mentions -> claims. A report in another language than English, or one that is no article,
 * gives a message and no claims.
 */
export function codeReport(report: Report, knowledge: Knowledge): Coding {
  const { coder } = knowledge;
  const unread = noticeOtherLanguage(report) ?? noticeListing(report);
  if (unread !== null)
    return { coder, claims: [], references: [], messages: [unread], coverage: coverageOf([], []) };
  const { sentences, times, actors, voices } = findMentions(report, knowledge);
  const { claims, references } = findClaims(
    report,
    sentences,
    times,
    actors,
    knowledge.codebook,
    coder,
    voices,
  );
  return {
    coder,
    claims,
    references,
    messages: noteTimes(report, sentences),
    coverage: coverageOf(sentences, claims),
  };
}

/** report -> claims -> the picture that this one report gives. */
export function analyse(report: Report, knowledge: Knowledge): Analysis {
  const { claims, references, messages, coverage } = codeReport(report, knowledge);
  return {
    report,
    claims,
    ...relateOne({ report, claims, references }, knowledge.guide),
    messages,
    coverage,
  };
}

const NAMES_OF_LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });

function noticeOtherLanguage({ language }: Report): Message | null {
  const primary = primaryOf(language);
  if (primary === 'en' || primary === 'und') return null;
  const name = NAMES_OF_LANGUAGES.of(primary);
  return {
    rule: 'read/other-language',
    severity: 'warning',
    text: `this report is in ${name ?? primary}; only English is read, so it holds no claims`,
  };
}

function noticeListing({ text }: Report): Message | null {
  if (!isListing(text)) return null;
  return {
    rule: 'read/listing',
    severity: 'warning',
    text: 'this is a list of headlines and menus, not an article, so it holds no claims; add the articles themselves',
  };
}

/** "eng-US" is English by its longer code; a language that is no BCP 47 says nothing. */
function primaryOf(language: string): string {
  if (language === 'en' || language === 'und') return language;
  try {
    // Some versions of Node give the empty string for "und-Latn".
    return new Intl.Locale(language).language || 'und';
  } catch {
    return 'und';
  }
}

function coverageOf(sentences: readonly Sentence[], claims: readonly Claim[]): Coverage {
  const withClaims = sentences.filter((sentence) =>
    claims.some(({ trigger }) => overlaps(sentence, trigger)),
  ).length;
  return { sentences: sentences.length, withClaims, withoutClaims: sentences.length - withClaims };
}
