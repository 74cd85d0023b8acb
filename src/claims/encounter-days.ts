import { dayNumber } from '../day.ts';
import type { When } from '../time/when.ts';
import type { Draft } from './draft.ts';
import { childrenBy, lemmaOf, type Reading, relationOf } from './reading.ts';
import { isOpen } from './reality.ts';
import { obliquesOf } from './slots.ts';
import { isDefinite } from './status.ts';
import { subjectsOf } from './subjects.ts';

/** Nouns that refer back to an encounter: "during the trip", "the talks could". */
const ENCOUNTER = new Set(
  'visit trip meeting talk summit call conversation tour stay encounter session dialogue'.split(' '),
);

/** Nouns for what an encounter may bring. */
const OUTCOME = new Set(
  'breakthrough progress agreement deal accord outcome result compromise thaw'.split(' '),
);

/**
 * Gives days to drafts whose own clause has none, from an encounter that the report dates: the same encounter
 * named again, an act that is part of it or its outcome, and what is to follow it.
 */
export function dateByEncounters(drafts: readonly Draft[]): void {
  const dated = drafts.filter((draft) => draft.type === 'CONSULT' && namesDays(draft.when));
  // "The two agreed on Friday ... They met for three hours": people agree where they meet.
  const agreed = drafts.filter(
    ({ type, recipients, when }) => type === 'AGREE' && recipients.length === 0 && namesDays(when),
  );
  for (const draft of drafts) {
    if (draft.when !== null && isWhatFollows(draft)) draft.when = clipped(draft.when, referred(draft, dated));
    if (draft.when !== null || draft.standing || isDenied(draft)) continue;
    const same = [...dated, ...agreed].find((other) => other !== draft && isSameEncounter(draft, other));
    const encounter = same ?? referred(draft, dated) ?? tripOf(draft, dated);
    const scene = encounter === undefined ? sceneOf(draft, drafts) : undefined;
    if (scene !== undefined) {
      draft.when = inherited(scene.when!, 'same-scene');
      draft.rules.push({ field: 'when', rule: draft.when.rule, span: scene.reading.tokens[scene.node]! });
    }
    if (encounter === undefined) continue;
    const follows = isOpen(draft.reality) && isWhatFollows(draft);
    draft.when = follows
      ? afterwards(encounter.when!)
      : inherited(encounter.when!, same === undefined ? 'part-of-encounter' : 'same-encounter');
    if (isPartyless(draft) || isOutcome(draft)) addParties(draft, encounter);
    else if (draft.type === 'CONSULT' && !follows) seatAtHost(draft, encounter);
    draft.rules.push({
      field: 'when',
      rule: draft.when.rule,
      span: encounter.reading.tokens[encounter.node]!,
    });
  }
}

/** What did not take place, and the word that calls it off, are not on the days of another encounter. */
function isDenied({ type, reality }: Draft): boolean {
  return type === 'REJECT' || (reality.polarity === 'negative' && reality.status === 'happened');
}

export function isPartyless({ actors, recipients }: Draft): boolean {
  return actors.length === 0 && recipients.length === 0;
}

/** The same visitor to the same host, or the same parties, in the same state of certainty. */
function isSameEncounter(draft: Draft, other: Draft): boolean {
  if (draft.type !== 'CONSULT' || !sameStance(draft, other)) return false;
  const people = ids(draft.actors);
  if (people.length === 0 || !people.every((id) => ids(other.actors).includes(id))) return false;
  const here = countries(draft);
  const there = countries(other);
  return here.length > 0 && here.every((country) => there.includes(country));
}

/** "arrived in Rome on Friday ... met the prime minister": a meeting of visitor and host that the report sets on the visit. */
function tripOf(draft: Draft, dated: readonly Draft[]): Draft | undefined {
  const { reading, clause } = draft;
  if (draft.type !== 'CONSULT') return undefined;
  // "had met", "have met since" tell of others.
  if (childrenBy(reading, clause, 'aux').some((aux) => lemmaOf(reading, aux) === 'have')) return undefined;
  const here = new Set(countries(draft));
  return dated.findLast(
    (trip) =>
      trip.mode === 'visit' &&
      sameStance(draft, trip) &&
      here.size === 2 &&
      countries(trip).every((country) => here.has(country)) &&
      new Set(countries(trip)).size === 2,
  );
}

/**
 * "Peru and Chile opened their embassies on Monday. The ministers signed a communique here.": what two states are told to
 * have done right after they did something together on a day of that week.
 */
function sceneOf(draft: Draft, drafts: readonly Draft[]): Draft | undefined {
  const { reading, clause, type, mode, reality } = draft;
  if (type !== 'CONSULT' && !(type === 'SUPPORT' && mode === 'sign')) return undefined;
  if (reality.status !== 'happened' || reality.polarity !== 'positive') return undefined;
  if (!/^VB[DN]$/.test(reading.tokens[clause]!.tag) || childrenBy(reading, clause, 'aux').length > 0)
    return undefined;
  const { publishedOn } = reading.report;
  const here = new Set(countries(draft));
  return drafts.findLast(({ reading: told, kind, reality: { status }, when, ...other }) => {
    const there = new Set(countries({ ...draft, ...other }));
    return (
      kind === 'event' &&
      status === 'happened' &&
      told.sentence.start < reading.sentence.start &&
      reading.sentence.start - told.sentence.end < NEAR &&
      when?.beginMin != null &&
      when.beginMin === when.endMax &&
      dayNumber(publishedOn) - dayNumber(when.beginMin) < WEEK &&
      here.size > 1 &&
      here.size === there.size &&
      [...here].every((country) => there.has(country))
    );
  });
}

/** Characters between the end of one sentence and the beginning of the other. */
const NEAR = 200;
const WEEK = 7;

/** The encounter that the draft's clause speaks of: joined to it, "during the visit", or the visit as its subject. */
function referred(draft: Draft, dated: readonly Draft[]): Draft | undefined {
  const { reading } = draft;
  const ahead = dated.filter((other) => sameStance(draft, other));
  if (relationOf(reading, draft.clause) === 'conj') {
    const joined = ahead.find(
      (other) => other.reading === reading && other.clause === reading.heads[draft.clause],
    );
    if (joined !== undefined) return joined;
  }
  // "will hold talks and may meet her, officials said", where the tree hangs both on the saying.
  if (relationOf(reading, draft.clause) === 'ccomp' && childrenBy(reading, draft.clause, 'cc').length > 0) {
    const beside = ahead.find(
      (other) =>
        other.reading === reading &&
        other.clause < draft.clause &&
        reading.heads[other.clause] === reading.heads[draft.clause],
    );
    if (beside !== undefined) return beside;
  }
  if (
    ['during', 'in', 'at'].some((word) =>
      obliquesOf(reading, draft.clause, word).some((i) => lemmaOf(reading, i) === 'which'),
    )
  ) {
    const before = dated.filter((other) => other.reading === reading && other.node < draft.node).at(-1);
    if (before !== undefined) return before;
  }
  if (!mentionsEncounter(reading, draft) && !isOutcome(draft) && !isPartyless(draft)) return undefined;
  // "Paris and Bern discussed Monday's talks between Lima and Quito": those of others give no day.
  const isOfOthers =
    ahead.length > 0 && draft.type === 'CONSULT' && !isPartyless(draft) && !isPartyless(ahead[0]!);
  return (
    ahead.filter((other) => shareParty(draft, other)).at(-1) ??
    ((ahead.length === 1 && !isOfOthers) || isOutcome(draft) ? ahead[0] : undefined)
  );
}

function mentionsEncounter(reading: Reading, draft: Draft): boolean {
  const { clause, node } = draft;
  const before = verbBefore(draft);
  const nominals = [node, clause].flatMap((at) => [
    ...['during', 'on', 'at', 'from', 'after', 'of'].flatMap((word) => obliquesOf(reading, at, word)),
    ...childrenBy(reading, at, 'nsubj', 'obj'),
    ...childrenBy(reading, at, 'acl').flatMap((acl) => childrenBy(reading, acl, 'nsubj')),
  ]);
  if (before !== null) nominals.push(...subjectsOf(reading, before));
  const above = reading.heads[clause]!;
  if (above >= 0)
    nominals.push(...childrenBy(reading, above, 'nsubj', 'obj'), ...obliquesOf(reading, above, 'during'));
  return nominals.some((i) => ENCOUNTER.has(lemmaOf(reading, i)) && isDefinite(reading, i));
}

function isOutcome({ reading, node }: Draft): boolean {
  return OUTCOME.has(lemmaOf(reading, node));
}

/** "pave the way for", "lead to": what comes after the encounter, not on its days. */
function isWhatFollows(draft: Draft): boolean {
  return verbBefore(draft) !== null;
}

/** The verb that says that one thing follows from another. */
function verbBefore({ reading, node }: Draft): number | null {
  for (let at = node, steps = 0; at >= 0 && steps < 8; at = reading.heads[at]!, steps++) {
    if (/^(lead|pave|follow|prepare|precede)$/.test(lemmaOf(reading, at))) return at;
  }
  return null;
}

function sameStance(draft: Draft, other: Draft): boolean {
  const over = other.reality.status === 'happened' || other.reality.status === 'ongoing';
  const done = draft.reality.status === 'happened' || draft.reality.status === 'ongoing';
  return over === done && other.reality.polarity === 'positive' && wasBefore(draft) === wasBefore(other);
}

/** "They had met in June": before what the report tells. */
function wasBefore({ reading, clause }: Draft): boolean {
  return childrenBy(reading, clause, 'aux').some((aux) => reading.tokens[aux]!.form.toLowerCase() === 'had');
}

function shareParty(draft: Draft, other: Draft): boolean {
  const there = countries(other);
  return countries(draft).some((country) => there.includes(country));
}

/** The outcome of an encounter is one of all its parties. */
function addParties(draft: Draft, encounter: Draft): void {
  draft.actors = [...encounter.actors, ...encounter.recipients];
  draft.recipients = [];
}

/** A meeting on a visit has the visit's host as recipient, also where only the guest is named. */
function seatAtHost(draft: Draft, { recipients }: Draft): void {
  if (draft.recipients.length > 0 || recipients.length === 0) return;
  const host = (mention: Draft['actors'][number]) =>
    recipients.some(({ actor }) => actor.country === mention.actor.country);
  const guests = draft.actors.filter((mention) => !host(mention));
  if (guests.length === 0) return;
  const hosts = draft.actors.filter(host);
  draft.actors = guests;
  draft.recipients = hosts.length > 0 ? hosts : recipients;
}

function ids(mentions: Draft['actors']): string[] {
  return mentions.map(({ actor }) => actor.id);
}

function countries(draft: Draft): string[] {
  return [...draft.actors, ...draft.recipients].flatMap(({ actor }) => actor.country ?? []);
}

/** Days of an encounter, rather than a season or "this year". */
function namesDays(when: When | null): boolean {
  const begin = when?.beginMin ?? when?.endMax ?? null;
  const end = when?.endMax ?? begin;
  return begin !== null && end !== null && dayNumber(end) - dayNumber(begin) < MONTH;
}

const MONTH = 31;

/** "could lead to one this year", said of a visit: not before the visit is over. */
function clipped(when: When, encounter: Draft | undefined): When {
  const over = encounter?.when?.endMax ?? null;
  if (over === null || when.beginMin === null || when.beginMin >= over) return when;
  if (when.endMax !== null && when.endMax < over) return when;
  return { ...when, beginMin: over, beginMax: null, certainty: 'implied', rule: 'dating/after-encounter' };
}

function inherited(when: When, rule: string): When {
  return { ...when, certainty: 'implied', rule: `dating/${rule}` };
}

function afterwards(when: When): When {
  return {
    beginMin: when.endMax,
    beginMax: null,
    endMin: null,
    endMax: null,
    certainty: 'implied',
    rule: 'dating/after-encounter',
  };
}
