import { addDays } from '../day.ts';
import type { TimeMention } from '../time/when.ts';
import { childrenBy, type Reading } from './reading.ts';

/**
 * "The ministers meet on Monday", in a report told in the past: what the present tells with a weekday is still to come. In one
 * told in the present throughout, and in titles, the day that was read stays.
 */
export function withDaysAhead(readings: readonly Reading[]): readonly Reading[] {
  return isToldInPast(readings) ? readings.map(lookAhead) : readings;
}

function isToldInPast(readings: readonly Reading[]): boolean {
  let past = 0;
  let present = 0;
  for (const reading of readings) {
    if (isTitle(reading)) continue;
    const root = reading.heads.indexOf(-1);
    const tenses = [root, ...childrenBy(reading, root, 'aux', 'cop')].map((i) => reading.tokens[i]?.tag);
    if (tenses.includes('VBD')) past++;
    else if (tenses.includes('VBZ') || tenses.includes('VBP')) present++;
  }
  return past > 0 && past >= present;
}

function isTitle({ report, sentence }: Reading): boolean {
  return sentence.start < (report.titleEnd ?? 0);
}

const WEEK = 7;

function lookAhead(reading: Reading): Reading {
  if (isTitle(reading)) return reading;
  const { publishedOn } = reading.report;
  const isOfPresent = (mention: TimeMention | undefined, at: number): boolean =>
    mention?.rejected?.beginMin != null &&
    mention.rejected.beginMin > publishedOn &&
    mention.rejected.beginMin <= addDays(publishedOn, WEEK) &&
    mention.relation === 'at' &&
    isPresent(reading, at);
  if (!reading.timeAt.some(isOfPresent)) return reading;
  return {
    ...reading,
    timeAt: reading.timeAt.map((mention, at) =>
      isOfPresent(mention, at)
        ? {
            ...mention!,
            when: { ...mention!.rejected!, certainty: 'implied', rule: 'dating/present-ahead' },
            rejected: mention!.when,
          }
        : mention,
    ),
  };
}

/** Whether a time is that of a plain present: "meets on Monday", not "has met on Monday" or "meets after Monday's raid". */
function isPresent(reading: Reading, time: number): boolean {
  const verb = reading.heads[time]!;
  return (
    verb >= 0 &&
    /^VB[ZP]$/.test(reading.tokens[verb]!.tag) &&
    childrenBy(reading, verb, 'aux', 'aux:pass').length === 0
  );
}
