import type { ActorMention } from '../actors/actor.ts';
import { FIRST_PERSON } from '../actors/first-persons.ts';
import type { Voice } from '../actors/voice.ts';
import { identify } from '../identity.ts';
import type { Sentence } from '../language/sentence.ts';
import { contains, type Report, type Span } from '../report.ts';
import type { TimeMention } from '../time/when.ts';
import { findAims } from './aims.ts';
import { sidesAmong } from './assessment.ts';
import { findAttempts } from './attempts.ts';
import { saidDay, sayingsIn } from './attribution.ts';
import type { Claim, Reference, RuleTrace } from './claim.ts';
import { claimActor } from './claim-actor.ts';
import type { Codebook } from './codebook.ts';
import { findComparisons } from './comparisons.ts';
import { findConcerns } from './concerns.ts';
import { impliedWhen, withinReport } from './dating.ts';
import { findDemands } from './demands.ts';
import type { Draft } from './draft.ts';
import { dateByEncounters, isPartyless } from './encounter-days.ts';
import { findEvents } from './events.ts';
import { findFigures } from './figures.ts';
import { findFootings } from './footings.ts';
import { findImpacts } from './impacts.ts';
import { findIssues, readTold, type Told } from './issues.ts';
import { foremostPair, leadingPair } from './leading-pair.ts';
import { isOfPlayer } from './not-acts.ts';
import { addressOther } from './only-other.ts';
import { findOutlooks } from './outlooks.ts';
import { isOfOneself } from './own-words.ts';
import { findPledges, isPledge } from './pledges.ts';
import { findPositions } from './positions.ts';
import { findPresence } from './presence.ts';
import { withDaysAhead } from './present-ahead.ts';
import { findProspects } from './prospects.ts';
import { findQuotations, type Quotation, quotationsIn } from './quotations.ts';
import { withQuotedPersons } from './quoted-persons.ts';
import { type Reading, readReading, spanOfTokens, spanUnder } from './reading.ts';
import type { Reality } from './reality.ts';
import { seatReferences } from './references.ts';
import { findAssessments } from './relationship.ts';
import { findStatements } from './statements.ts';
import { addressTakenUp } from './taken-up.ts';
import { findTones } from './tones.ts';
import { findTopics } from './topics.ts';
import { seatPair, tellsOfEncounter } from './unnamed-meetings.ts';
import { findSilences } from './unsaid.ts';
import { voiceSayings } from './voice-sayings.ts';

/** What a report tells, and what it takes as known, each in the order of the triggers. */
export interface FoundClaims {
  readonly claims: Claim[];
  readonly references: Reference[];
}

/**
 * Who says that who did what to whom in a report, and how real it is. Claims come in the order of their
 * triggers. Sentences that name no actor and in which nobody says anything are not read further; the trees of the
 * others are built here. `voices` are the turns and speeches of the report.
 */
export function findClaims(
  report: Report,
  sentences: readonly Sentence[],
  times: readonly TimeMention[],
  actors: readonly ActorMention[],
  codebook: Codebook,
  coder: string,
  voices: readonly Voice[] = [],
): FoundClaims {
  const drafts: Draft[] = [];
  const known: Draft[] = [];
  // "(BBC)": what a newsroom tells is not about its own land.
  // How often speakers say "we" tells nothing of what they speak about.
  const parties = actors.filter(({ actor, rule }) => actor.sector !== 'JRN' && rule !== FIRST_PERSON);
  const pair = leadingPair(parties);
  const foremost = pair.length > 0 ? pair : foremostPair(parties);
  const timesBySentence = bySentence(sentences, times);
  const actorsBySentence = bySentence(sentences, actors);
  const isAbroad = sidesAmong(parties) >= 2;
  const quotations = findQuotations(report.text);
  // "MINISTER ROJAS: We agree."
  const labels = new Map(
    voices.filter(({ label, start }) => label?.end === start - 1).map(({ label }) => [label!.start, label]),
  );
  const plain = sentences.flatMap((sentence, at) =>
    actorsBySentence[at]!.length > 0 ||
    runsOver(sentence, quotations) ||
    (pair.length > 0 && mayConcern(sentence, codebook))
      ? [
          readReading(
            report,
            sentence,
            actorsBySentence[at]!,
            timesBySentence[at]!,
            codebook.places,
            labels.get(sentence.start),
          ),
        ]
      : [],
  );
  const dated = withDaysAhead(plain);
  const sayings = sayingsIn(report, dated, codebook, quotations).map((said, at) => [
    ...said,
    ...voiceSayings(dated[at]!, voices),
  ]);
  const readings = dated.map((reading, at) => withQuotedPersons(reading, sayings[at]!, actors));
  for (const [at, reading] of readings.entries()) {
    const said = sayings[at]!;
    const found = findEvents(reading, codebook, said);
    const events = found.filter(({ refersBack }) => !refersBack);
    known.push(...found.filter(({ refersBack }) => refersBack));
    // Where only one state is named, an aim is a matter of home affairs.
    const aims = isAbroad ? findAims(reading, codebook, said, events) : [];
    // "Rejects the offer" is an act; "does not recognise", what a side never did, is its view and no act.
    const positions = findPositions(reading, codebook, said).filter(
      ({ standing, reality, node }) =>
        !standing ||
        reality.polarity === 'negative' ||
        !events.some((event) => event.type === 'REJECT' && event.node === node),
    );
    const views = positions.filter(({ standing, reality }) => standing && reality.polarity === 'negative');
    // To sever relations is an act, and no word of how they stand.
    const assessments = findAssessments(reading, codebook, said, pair).filter(
      ({ node }) => !events.some((event) => event.type === 'SANCTION' && event.node === node),
    );
    drafts.push(
      ...events.filter(({ node }) => ![...aims, ...views].some((other) => other.node === node)),
      ...aims,
      ...findProspects(reading, codebook, said, [...events, ...assessments], foremost),
      ...findPledges(reading, codebook, said, events),
      ...findPresence(reading, codebook, said),
      ...findDemands(reading, codebook, said),
      ...findAttempts(reading, codebook, said),
      ...assessments,
      ...findComparisons(reading, codebook, said, pair),
      ...findOutlooks(reading, codebook, said, pair),
      ...findImpacts(reading, codebook, said, pair),
      ...findTones(reading, codebook, said, pair),
      ...findFootings(reading, codebook, said),
      ...findConcerns(reading, codebook, said),
      ...(isAbroad ? findSilences(reading, said) : []),
      ...positions,
    );
  }
  addressTakenUp(drafts, codebook);
  addressOther(drafts, parties, pair);
  dateByEncounters(drafts);
  seatPair(drafts, pair, parties);
  const withParties = drafts.filter(
    (draft) =>
      !isPartyless(draft) && !isOfOneself(draft) && !isOfPlayer(draft.reading, codebook, draft.clause),
  );
  const told = [...withParties, ...findTopics(withParties, codebook)];
  // A pledge is a statement too.
  const statements = findStatements(
    readings,
    sayings,
    told.filter((draft) => !isPledge(draft)),
    pair,
  );
  const all = [
    ...told,
    ...statements.filter(({ reading, clause }) => !isOfPlayer(reading, codebook, clause)),
  ];
  const toldIn = new Map<Reading, Told>();
  for (const [reading, group] of Map.groupBy(all, (draft) => draft.reading))
    toldIn.set(reading, readTold(group));
  const claims = all.map((draft) =>
    finish(report, draft, findIssues(draft, codebook, toldIn.get(draft.reading)!), coder),
  );
  const references = seatReferences(known, withParties, parties, pair).map((draft) =>
    finish(report, draft, [], coder),
  );
  return { claims: withIds(claims), references: withIds(references).map(referenceOf) };
}

function referenceOf(claim: Claim): Reference {
  const { kind: _, contexts, issues, alternatives, figures, source, ...reference } = claim;
  return reference;
}

/** Whether a quotation begins or ends in a sentence that does not hold the whole of it: who speaks may be named there. */
function runsOver(sentence: Span, quotations: readonly Quotation[]): boolean {
  return quotationsIn(quotations, sentence).some((quotation) => !contains(sentence, quotation));
}

/**
 * Whether a sentence without a name may be about the two states of the report: by a verb of saying ("analysts said"), an
 * encounter ("the next meeting will be held on Monday") or their relationship ("ties have soured").
 */
function mayConcern(sentence: Sentence, codebook: Codebook): boolean {
  const concerns = sentence.tokens.some(({ upos, lemma }) => {
    const word = lemma.toLowerCase();
    if (upos === 'NOUN') return codebook.standing.relationship.has(word);
    return upos === 'VERB' && /^(say|think)$/.test(codebook.cues.get(`${word}/verb`)?.[0]?.kind ?? '');
  });
  return concerns || tellsOfEncounter(sentence, codebook);
}

/** Mentions of each sentence; both lists are in text order. */
function bySentence<T extends Span>(sentences: readonly Sentence[], mentions: readonly T[]): T[][] {
  const groups: T[][] = sentences.map(() => []);
  let at = 0;
  for (const mention of mentions) {
    while (at < sentences.length && sentences[at]!.end <= mention.start) at++;
    if (at < sentences.length && contains(sentences[at]!, mention)) groups[at]!.push(mention);
  }
  return groups;
}

function finish(report: Report, draft: Draft, issues: readonly string[], coder: string): Omit<Claim, 'id'> {
  const { reading, attribution } = draft;
  const reality = withoutOwnFear(draft);
  const figures = draft.kind === 'event' ? findFigures(reading, draft.clause) : [];
  const when =
    draft.when === null
      ? impliedWhen(report.publishedOn, saidDay(attribution, report.publishedOn), reality, draft.standing)
      : withinReport(draft.when, report.publishedOn, reality);
  const isAhead = draft.when !== null && when.beginMin !== null && when.beginMin > report.publishedOn;
  const isToCome = /^(happened|ongoing)$/.test(reality.status) && reality.polarity === 'positive' && isAhead;
  const status = isToCome && reality.rule !== 'status/governed-presupposed' ? 'planned' : reality.status;
  return {
    reportId: report.id,
    kind: draft.kind,
    type: draft.type,
    ...(draft.mode === undefined ? {} : { mode: draft.mode }),
    ...(draft.direction === undefined ? {} : { direction: draft.direction }),
    ...(draft.alternatives === undefined ? {} : { alternatives: draft.alternatives }),
    contexts: draft.contexts,
    issues,
    span: spanUnder(reading, draft.clause),
    trigger: triggerOf(reading, draft),
    actors: draft.actors.map(claimActor),
    recipients: draft.recipients.map(claimActor),
    when,
    ...(draft.place === null ? {} : { place: placeOf(draft.place) }),
    status,
    polarity: reality.polarity,
    ...(reality.mood === undefined ? {} : { mood: reality.mood }),
    ...(reality.likelihood === undefined ? {} : { likelihood: reality.likelihood }),
    ...(figures.length === 0 ? {} : { figures }),
    source: attribution,
    evidence: [{ start: reading.sentence.start, end: reading.sentence.end }],
    rules: [...draft.rules.map(traceOf), { field: 'when', rule: when.rule }],
    coder,
  };
}

/** "Moscow warned that it will leave": what somebody warns of doing is no fear of theirs. */
function withoutOwnFear({ reality, attribution, actors }: Draft): Reality {
  const speaker = attribution.actor?.country ?? null;
  if (reality.mood !== 'feared' || speaker === null) return reality;
  if (!actors.some(({ actor }) => actor.country === speaker)) return reality;
  const { mood: _, ...rest } = reality;
  return { ...rest, status: 'planned' };
}

/** A rule with the bounds of its words alone: what decided it may be a token, which holds more. */
function traceOf({ field, rule, span }: RuleTrace): RuleTrace {
  return { field, rule, ...(span === undefined ? {} : { span: { start: span.start, end: span.end } }) };
}

/** The words of the act if they stand together within eight words, else the one that carries the meaning. */
function triggerOf(reading: Reading, { words, node }: Draft): Span {
  const first = words[0]!;
  const last = words.at(-1)!;
  const narrow = last - first < 8 ? words : [node];
  return spanOfTokens(reading, narrow);
}

function placeOf({ actor, start, end }: ActorMention): NonNullable<Claim['place']> {
  return { name: actor.name, country: actor.country, span: { start, end } };
}

/** Ids in the order of the triggers, so that a reading added later does not rename the claims before it. */
function withIds(claims: readonly Omit<Claim, 'id'>[]): Claim[] {
  const ordinals = new Map<string, number>();
  return [...claims]
    .sort(
      (a, b) =>
        a.trigger.start - b.trigger.start ||
        a.trigger.end - b.trigger.end ||
        (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0),
    )
    .map((claim) => {
      const { reportId, kind, trigger } = claim;
      const key = `${kind} ${trigger.start} ${trigger.end}`;
      const ordinal = ordinals.get(key) ?? 0;
      ordinals.set(key, ordinal + 1);
      return { id: identify({ reportId, kind, start: trigger.start, end: trigger.end, ordinal }), ...claim };
    });
}
