import type { Day } from '../report.ts';
import type { TimeMention, When } from '../time/when.ts';
import { lemmaOf, type Reading, relationOf } from './reading.ts';
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
  for (let i = 0; i < reading.tokens.length; i++) {
    const mention = reading.timeAt[i];
    if (mention === undefined || !isDate(mention) || !belongs(reading, i, node, apart)) continue;
    mentions.push(mention);
  }
  const first = mentions[0];
  if (first === undefined) return null;
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

function isDate(mention: TimeMention): boolean {
  if (mention.type === 'DURATION' || mention.type === 'SET') return false;
  return mention.when.beginMin !== null || mention.when.endMax !== null;
}

function belongs(reading: Reading, time: number, node: number, apart: ReadonlySet<number>): boolean {
  for (let at = time, steps = 0; at >= 0 && steps < 12; at = reading.heads[at]!, steps++) {
    if (at === node) return true;
    if (apart.has(at)) return false;
    if (!WITHIN_CLAUSE.has(relationOf(reading, at))) return false;
    // "talks in Geneva and a dinner on Friday": a conjunct's day is its own, unless both are days.
    if (relationOf(reading, at) === 'conj' && reading.timeAt[reading.heads[at]!] === undefined) return false;
    if (/^(since|after|before)$/.test(lemmaOf(reading, at))) return false;
  }
  return false;
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
  if (beginMin === null || endMax === null || beginMin !== beginMax || endMin !== endMax) return when;
  if (beginMin > publishedOn || endMax < publishedOn) return when;
  if (status === 'happened' || behind) return { ...when, endMin: publishedOn, endMax: publishedOn };
  return status === 'ongoing' ? when : { ...when, beginMin: publishedOn, beginMax: publishedOn };
}
