import type { Rule } from './rule.ts';
import { AGO_RULES } from './rules/ago.ts';
import { ANCHORED_RULES } from './rules/anchored.ts';
import { CALENDAR_RULES } from './rules/calendar.ts';
import { CLOCK_RULES } from './rules/clock.ts';
import { DURATION_RULES } from './rules/durations.ts';
import { MONTH_RULES } from './rules/months.ts';
import { NAMED_DAY_RULES } from './rules/named-days.ts';
import { NOT_TIME_RULES } from './rules/not-times.ts';
import { PART_RULES } from './rules/parts.ts';
import { QUARTER_RULES } from './rules/quarters.ts';
import { REFERENCE_RULES } from './rules/references.ts';
import { RELATIVE_PERIOD_RULES } from './rules/relative-periods.ts';
import { SEASON_RULES } from './rules/seasons.ts';
import { SET_RULES } from './rules/sets.ts';
import { TODAY_RULES } from './rules/today.ts';
import { WEEKDAY_RULES } from './rules/weekdays.ts';
import { YEAR_RULES } from './rules/years.ts';

/**
 * Every way of telling time that we read. At each word the longest match counts; among equals the rule that
 * stands first here.
 */
export const TIME_RULES: readonly Rule[] = [
  // What is no time goes first, so that at equal length it wins.
  ...NOT_TIME_RULES,
  ...CALENDAR_RULES,
  ...MONTH_RULES,
  // "the second half of 2022" before the year inside it.
  ...QUARTER_RULES,
  ...YEAR_RULES,
  ...CLOCK_RULES,
  ...WEEKDAY_RULES,
  ...TODAY_RULES,
  ...NAMED_DAY_RULES,
  ...SEASON_RULES,
  // What leans on the time last mentioned ("the previous month") before what leans on the report's day.
  ...ANCHORED_RULES,
  ...RELATIVE_PERIOD_RULES,
  ...AGO_RULES,
  ...SET_RULES,
  ...DURATION_RULES,
  ...REFERENCE_RULES,
  ...PART_RULES,
];
