import { addDays } from '../day.ts';
import type { Day } from '../report.ts';
import type { TimeMention, When } from '../time/when.ts';
import { isNominal } from './nominals.ts';
import {
  childrenBy,
  lemmaOf,
  markOf,
  prepositionOf,
  type Reading,
  relationOf,
  subtreeOf,
} from './reading.ts';
import type { Reality } from './reality.ts';

/** Relations by which an expression of time belongs to the clause above it. */
const WITHIN_CLAUSE = new Set([
  'obl',
  'nmod',
  'advmod',
  'conj',
  'nummod',
  'appos',
  'compound',
  'amod',
  'dep',
  'flat',
  'list',
  'obj',
  'det',
]);

/** How many words after a verb a day is looked for that the tree hangs elsewhere. */
const REACH = 24;

const NOWHERE: ReadonlySet<number> = new Set();

/**
 * The time that a clause gives for a node: mentions whose path to the node stays inside its clause, the last
 * of coordinated ones closing the interval ("on Sunday and Monday"). `apart` are tokens not to look into.
 */
export function timesNear(
  reading: Reading,
  node: number,
  apart: ReadonlySet<number> = NOWHERE,
): { when: When; mentions: TimeMention[] } | null {
  const mentions: TimeMention[] = [];
  const past = isPast(reading, node);
  for (let i = 0; i < reading.tokens.length; i++) {
    const mention = reading.timeAt[i];
    if (mention === undefined || !isDate(mention) || (past && isAhead(reading, mention))) continue;
    const over = overhead(reading, i, mention);
    if (over === null ? belongs(reading, i, node, apart) : over === node) mentions.push(mention);
  }
  const counted = countedFrom(reading, node);
  // "on Monday, a day after she landed", where the tree gives the Monday to the landing.
  if (counted !== null && mentions.every(({ start }) => start < reading.tokens[node]!.start)) return counted;
  if (mentions.length === 0)
    mentions.push(
      ...dayOfWhen(reading, node),
      ...headingDay(reading, node),
      ...scheduledFor(reading, node, apart),
    );
  if (mentions.length === 0) mentions.push(...nextTo(reading, node, apart));
  const first = mentions[0];
  if (first === undefined) return null;
  const length = lengthOf(reading, node);
  if (length !== null && mentions.length === 1)
    return { when: stretched(reading, node, first, length), mentions };
  const last = mentions.at(-1)!;
  const joined =
    mentions.length > 1 && mentions.every((mention) => mention.granularity === first.granularity);
  if (
    !joined ||
    last.when.endMax === null ||
    first.when.beginMin === null ||
    last.when.endMax < first.when.beginMin
  ) {
    return { when: first.when, mentions: [first] };
  }
  return { when: { ...first.when, endMin: last.when.endMin, endMax: last.when.endMax }, mentions };
}

/**
 * "announced on Tuesday, a day after they had met", "two days before talks in Bern": so many days from the day that
 * stands before them.
 */
function countedFrom(reading: Reading, node: number): { when: When; mentions: TimeMention[] } | null {
  const mark = childrenBy(reading, node, 'mark', 'case').find((word) =>
    /^(after|before)$/.test(lemmaOf(reading, word)),
  );
  const length = mark === undefined ? undefined : reading.timeAt[mark - 1];
  if (mark === undefined || length === undefined) return null;
  const days = daysIn(length.value);
  const anchor = reading.timeAt.findLast(
    (mention, i) => mention !== undefined && i < mark && mention !== length && isDate(mention),
  );
  const from = anchor?.when.beginMin ?? null;
  if (days === null || anchor === undefined || anchor.granularity !== 'day' || from === null) return null;
  const day = addDays(from, lemmaOf(reading, mark) === 'after' ? -days : days);
  const when: When = {
    beginMin: day,
    beginMax: day,
    endMin: day,
    endMax: day,
    certainty: 'implied',
    rule: 'dating/counted-days',
  };
  return { when, mentions: [anchor] };
}

/** Whole days in a length of days, weeks or hours: hours later is the same day. */
function daysIn(value: string): number | null {
  const [, count, unit] = /^P(\d{1,2})([DW])$/.exec(value) ?? [];
  if (count !== undefined) return Number(count) * (unit === 'W' ? 7 : 1);
  return /^PT(\d+|X)[HM]$/.test(value) ? 0 : null;
}

/** "It changed on Saturday, when he telephoned them": the day that stands before "when" is that of its clause. */
function dayOfWhen(reading: Reading, node: number): TimeMention[] {
  const when = reading.children[node]!.find((child) => lemmaOf(reading, child) === 'when');
  if (when === undefined || when > node) return [];
  const before = reading.tokens[when - 1]?.upos === 'PUNCT' ? when - 2 : when - 1;
  const mention = reading.timeAt[before];
  return mention !== undefined && isDate(mention) && mention.relation === 'at' ? [mention] : [];
}

/** "On 3 May, the king will visit Rome", where the tree makes the day the head of the sentence. */
function headingDay(reading: Reading, node: number): TimeMention[] {
  const head = relationOf(reading, node) === 'parataxis' ? reading.heads[node]! : -1;
  const mention = head < 0 || head > node ? undefined : reading.timeAt[head];
  if (mention === undefined || !isDate(mention) || (isPast(reading, node) && isAhead(reading, mention)))
    return [];
  const first = reading.sentence.start === mention.start || /^(?:on|in|by)$/.test(lemmaOf(reading, 0));
  return first ? [mention] : [];
}

/** "talks set for Monday", "a round of talks is planned for June": the day for which the noun is said to be arranged. */
function scheduledFor(reading: Reading, noun: number, apart: ReadonlySet<number>): TimeMention[] {
  if (reading.tokens[noun]!.upos !== 'NOUN') return [];
  let subject = noun;
  while (relationOf(reading, subject) === 'nmod') subject = reading.heads[subject]!;
  const above = relationOf(reading, subject) === 'nsubj' ? [reading.heads[subject]!] : [];
  const arranged = [...childrenBy(reading, noun, 'acl'), ...above]
    .filter((verb) =>
      /^(plan|schedule|set|slate|fix|arrange|timetable|due|expect)$/.test(lemmaOf(reading, verb)),
    )
    // "are scheduled to begin on Monday"
    .flatMap((verb) => [verb, ...childrenBy(reading, verb, 'xcomp')]);
  return reading.timeAt.filter(
    (mention, i): mention is TimeMention =>
      mention !== undefined &&
      isDate(mention) &&
      arranged.some((verb) => i > verb && belongs(reading, i, verb, apart)),
  );
}

/**
 * "discussed a visit to Chad in April": a day that is still to come is not that of a past verb, so it is that of the
 * noun before it. Null where the words stand as they should.
 */
function overhead(reading: Reading, time: number, mention: TimeMention): number | null {
  const verb = reading.heads[time]!;
  if (verb < 0 || !isPast(reading, verb) || relationOf(reading, time) !== 'obl') return null;
  if (!isAhead(reading, mention)) return null;
  return (
    childrenBy(reading, verb, 'obj', 'obl').findLast((noun) => noun < time && isThing(reading, noun)) ?? null
  );
}

/**
 * "will meet her in Bonn on Monday, the ministry announced": where the tree gives a day to a verb further on, or to a
 * participle ("a group led by ..."), the verb that stands before it in the text has it.
 */
function nextTo(reading: Reading, node: number, apart: ReadonlySet<number>): TimeMention[] {
  if (reading.tokens[node]!.upos !== 'VERB') return [];
  for (let i = node + 1; i < reading.tokens.length && i - node < REACH; i++) {
    if (apart.has(i) || opensClause(reading, i)) return [];
    const mention = reading.timeAt[i];
    if (mention === undefined || !isDate(mention)) continue;
    const owner = verbOver(reading, i);
    // "are scheduled to meet in Bonn on Monday", where the tree gives the day to what stands before.
    const isOver = relationOf(reading, node) === 'xcomp' && reading.heads[node] === owner;
    const isFar = owner > i || isOver || (owner > node && reading.relations[owner] === 'acl');
    return isFar && mention.relation === 'at' ? [mention] : [];
  }
  return [];
}

function opensClause(reading: Reading, i: number): boolean {
  const { upos, tag } = reading.tokens[i]!;
  if (upos === 'VERB' || upos === 'AUX') return tag !== 'VBN' || reading.relations[i] !== 'acl';
  return (
    tag.startsWith('W') ||
    /^(that|if|because|after|before|since|while|until|although|as)$/.test(lemmaOf(reading, i))
  );
}

/** The verb under which a word hangs; -1 where there is none. */
function verbOver(reading: Reading, word: number): number {
  let at = reading.heads[word]!;
  for (let steps = 0; at >= 0 && steps < 12 && reading.tokens[at]!.upos !== 'VERB'; steps++)
    at = reading.heads[at]!;
  return at;
}

/** "met", "have met", "were called off"; not "was to meet". */
function isPast(reading: Reading, verb: number): boolean {
  const { upos, tag } = reading.tokens[verb]!;
  if (upos !== 'VERB') return false;
  if (tag === 'VBD') return true;
  const [first] = childrenBy(reading, verb, 'aux');
  return (
    tag === 'VBN' && first !== undefined && /^(was|were|has|have|had|'ve)$/i.test(reading.tokens[first]!.form)
  );
}

function isAhead(reading: Reading, { when }: TimeMention): boolean {
  return when.beginMin !== null && when.beginMin > reading.report.publishedOn;
}

function isThing(reading: Reading, noun: number): boolean {
  return reading.tokens[noun]!.upos === 'NOUN' && reading.timeAt[noun] === undefined;
}

/** The days that an event is said to last, at the noun or at one that its verb carries: 2 for "began a two-day visit". */
function lengthOf(reading: Reading, node: number): number | null {
  for (const noun of [node, ...childrenBy(reading, node, 'obj', 'nsubj', 'obl')]) {
    // "for three days", "a three-day visit"
    for (const at of [noun, ...childrenBy(reading, noun, 'compound', 'amod', 'nummod')]) {
      const days = /^P(\d{1,2})D$/.exec(reading.timeAt[at]?.value ?? '')?.[1];
      if (days !== undefined && (at !== noun || prepositionOf(reading, at) === 'for')) return Number(days);
    }
  }
  return null;
}

/** The day on which an event of some days begins, or ends ("ended a two-day visit on Sunday"), with the others. */
function stretched(reading: Reading, node: number, { when, granularity }: TimeMention, days: number): When {
  const { beginMin, endMax } = when;
  if (granularity !== 'day' || beginMin === null || beginMin !== endMax) return when;
  const verb = reading.tokens[node]!.upos === 'VERB' ? node : reading.heads[node]!;
  const ends =
    verb >= 0 && /^(end|conclude|finish|close|complete|wrap|leave|return)$/.test(lemmaOf(reading, verb));
  const first = ends ? addDays(beginMin, 1 - days) : beginMin;
  const last = ends ? beginMin : addDays(beginMin, days - 1);
  return { ...when, beginMin: first, beginMax: first, endMin: last, endMax: last };
}

/** "said on Monday after meeting the king": whoever tells of it straight after did it on that day. */
export function dayJustAfter(reading: Reading, verb: number): ReturnType<typeof timesNear> {
  const head = reading.heads[verb]!;
  const isJustAfter =
    head >= 0 &&
    relationOf(reading, verb) === 'advcl' &&
    reading.tokens[verb]!.tag === 'VBG' &&
    reading.tokens[head]!.tag === 'VBD' &&
    markOf(reading, verb) === 'after' &&
    childrenBy(reading, verb, 'aux').length === 0;
  const near = isJustAfter ? timesNear(reading, head) : null;
  return near?.mentions.every(({ granularity }) => /day$/.test(granularity)) ? near : null;
}

/** "one between Lima and Quito this year": the time right behind a noun phrase, where the tree hangs it elsewhere. */
export function timeBehind(reading: Reading, noun: number): ReturnType<typeof timesNear> {
  const past = Math.max(...subtreeOf(reading, noun)) + 1;
  const next = reading.tokens[reading.tokens[past]?.upos === 'ADP' ? past + 1 : past];
  const mention = reading.timeAt.find((time) => time !== undefined && time.start === next?.start);
  return mention === undefined || !isDate(mention) ? null : { when: mention.when, mentions: [mention] };
}

function isDate(mention: TimeMention): boolean {
  if (mention.type === 'DURATION' || mention.type === 'SET') return false;
  return mention.when.beginMin !== null || mention.when.endMax !== null;
}

/** Prepositions of what an act is about or comes after, which has a day of its own: "regret over the raid on Friday". */
const OF_ANOTHER = new Set([
  'over',
  'about',
  'regarding',
  'concerning',
  'follow',
  'following',
  'since',
  'despite',
  'amid',
  'before',
  'ahead',
]);

/** "condemned Monday's raid", "talked about the raid on Monday": the day is that of the raid. */
function isOfAnother(reading: Reading, noun: number, time: number): boolean {
  if (reading.timeAt[noun] !== undefined) return false;
  const relation = relationOf(reading, noun);
  if (/^(obl|nmod)$/.test(relation)) return OF_ANOTHER.has(prepositionOf(reading, noun) ?? '');
  // "won Monday's vote", "attended Monday's talks" was on that day.
  return (
    relation === 'obj' &&
    reading.relations[time] === 'nmod:poss' &&
    reading.heads[time] === noun &&
    !/^(win|lose|attend|join|host|hold|end|boycott|miss)$/.test(lemmaOf(reading, reading.heads[noun]!))
  );
}

/** "In 1983 marines were killed", where the tree counts the marines: the verb above has the year. */
function isCountedYear(reading: Reading, time: number): boolean {
  return (
    time === 1 && lemmaOf(reading, 0) === 'in' && /^(nummod|compound|amod)$/.test(relationOf(reading, time))
  );
}

/** "met at the 2013 summit", "amid the 2017 crisis": the year in the name of a thing is no day of what goes on beside it. */
function isInName(reading: Reading, time: number, node: number): boolean {
  const head = reading.heads[time]!;
  const mention = reading.timeAt[time]!;
  if (mention.granularity !== 'year' || head <= time || !isNominal(reading, head)) return false;
  if (
    !/^(nummod|compound|amod|nmod)$/.test(relationOf(reading, time)) ||
    prepositionOf(reading, time) !== null
  )
    return false;
  // "the 2016 vote" was in that year; "this year's" and "the 2013 summit", told in 2013, say no more than the report's day.
  const isTold = head === node || reading.relations[head] === 'obj';
  return !isTold || isAround(mention, reading.report.publishedOn);
}

/** "the first to meet her since the vote on Monday": the day is that of the vote, whatever the tree hangs it on. */
function isBehindSince(reading: Reading, time: number): boolean {
  const start = reading.timeAt[time]!.start;
  let before = reading.tokens.findIndex((token) => token.start >= start) - 1;
  if (before > 0 && reading.tokens[before]!.upos === 'ADP') before--;
  for (let at = before, steps = 0; at >= 0 && steps < 6; at = reading.heads[at]!, steps++)
    if (isNominal(reading, at) && prepositionOf(reading, at) === 'since')
      return reading.timeAt[at] === undefined;
  return false;
}

function isAround({ when: { beginMin, endMax } }: TimeMention, day: Day): boolean {
  return beginMin !== null && endMax !== null && beginMin <= day && day <= endMax;
}

function belongs(reading: Reading, time: number, node: number, apart: ReadonlySet<number>): boolean {
  if (isCountedYear(reading, time)) return verbOver(reading, time) === node;
  if (isInName(reading, time, node) || isBehindSince(reading, time)) return false;
  for (let at = time, steps = 0; at >= 0 && steps < 12; at = reading.heads[at]!, steps++) {
    if (at === node) return true;
    if (apart.has(at) || isOfAnother(reading, at, time)) return false;
    if (at !== time && isDoerBefore(reading, at, node)) return true;
    if (!WITHIN_CLAUSE.has(relationOf(reading, at))) return false;
    // "talks in Geneva and a dinner on Friday": a conjunct's day is its own, unless both are days.
    if (relationOf(reading, at) === 'conj' && reading.timeAt[reading.heads[at]!] === undefined) return false;
    if (/^(since|after|before)$/.test(lemmaOf(reading, at))) return false;
    // "the first call since the one on 5 May"
    if (at !== time && prepositionOf(reading, at) === 'since') return false;
  }
  return false;
}

/** "Raimondo on Monday met", "the ministry today said": between somebody and their verb a day is the verb's. */
function isDoerBefore(reading: Reading, at: number, node: number): boolean {
  const isDoer = reading.actorsOn[at]!.length > 0 || reading.tokens[at]!.upos === 'PRON';
  const isClose = node > at && node - at < 6;
  return isDoer && isClose && relationOf(reading, at) === 'nsubj' && reading.heads[at] === node;
}

/** The days of a claim whose clause gives none, by the laws of the vocabulary (docs: how a claim is dated). */
export function impliedWhen(
  publishedOn: Day,
  saidOn: Day,
  { status, mood, behind }: Reality,
  standing: boolean,
): When {
  const when = (rule: string, bounds: Partial<When>): When => ({
    beginMin: null,
    beginMax: null,
    endMin: null,
    endMax: null,
    ...bounds,
    certainty: 'implied',
    rule: `dating/${rule}`,
  });
  if (standing) return when('standing-view', {});
  // "may have attacked", "feared that they had left": not sure, and past all the same.
  if (behind) return when('past-act', { endMax: publishedOn });
  if (mood !== undefined) return when('looks-ahead', { beginMin: saidOn });
  switch (status) {
    case 'ongoing':
      return when('state-reported', { beginMax: publishedOn, endMin: publishedOn, endMax: publishedOn });
    case 'happened':
      return when('past-act', { endMax: publishedOn });
    default:
      return when('looks-ahead', { beginMin: saidOn });
  }
}

/** "met twice this year", "will meet this year": of a window around the day of the report the part so far, or the rest. */
export function withinReport(when: When, publishedOn: Day, { status, behind }: Reality): When {
  const { beginMin, beginMax, endMin, endMax } = when;
  const isAhead = status !== 'happened' && status !== 'ongoing' && !behind;
  // "will travel before the end of May": not before it is said.
  if (isAhead && beginMin === null && beginMax === null && endMax !== null && endMax > publishedOn)
    return { ...when, beginMin: publishedOn };
  // "have met four times since May"
  if (
    status === 'happened' &&
    endMax === null &&
    endMin === null &&
    beginMin !== null &&
    beginMin < publishedOn
  )
    return { ...when, endMax: publishedOn };
  if (beginMin === null || endMax === null || beginMin !== beginMax || endMin !== endMax) return when;
  if (beginMin > publishedOn || endMax < publishedOn) return when;
  if (status === 'happened' || behind) return { ...when, endMin: publishedOn, endMax: publishedOn };
  return status === 'ongoing' ? when : { ...when, beginMin: publishedOn, beginMax: publishedOn };
}
