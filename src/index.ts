/** The public API, listed by name; nothing else is public. */

export type { Actor, ActorKind, ActorMention, ActorVia } from './actors/actor.ts';
export { findActors } from './actors/find-actors.ts';
export type {
  Attribution,
  Claim,
  ClaimActor,
  ClaimKind,
  EventType,
  Likelihood,
  Polarity,
  Reference,
  RuleTrace,
  SourceKind,
  Status,
} from './claims/claim.ts';
export { findClaims } from './claims/find-claims.ts';
export { type Knowledge, loadKnowledge, loadTimes } from './knowledge.ts';
export { toConllu } from './language/conllu.ts';
export { readSentences } from './language/read-sentences.ts';
export type { Sentence, Token, Tree } from './language/sentence.ts';
export type { Message } from './message.ts';
export {
  type Analysis,
  analyse,
  type Coding,
  type Coverage,
  codeReport,
  findMentions,
  type Mentions,
} from './pipeline.ts';
export { type ReadOptions, type ReadOutcome, readReports } from './read/read-reports.ts';
export type {
  Act,
  Channel,
  ChannelLevel,
  Difference,
  Dyad,
  Encounter,
  EncounterKind,
  EncounterState,
  Expectation,
  Issue,
  Join,
  Series,
} from './relations/dyad.ts';
export { drawDyad } from './relations/picture.ts';
export type { Day, Report, Span } from './report.ts';
export { Ledger } from './store/ledger.ts';
export { toEdtf } from './time/edtf.ts';
export { findTimes } from './time/find-times.ts';
export type { TimeGrammar } from './time/grammar.ts';
export type { Granularity, TimeMention, TimeRelation, When } from './time/when.ts';
export { version } from './version.ts';
