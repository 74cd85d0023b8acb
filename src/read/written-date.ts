import { makeDay } from '../day.ts';
import type { Day } from '../report.ts';

/** A date as an input writes it: the day it means, or why it means none. */
export type WrittenDate = { readonly day: Day } | { readonly problem: string };

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ]\d{2}:\d{2})/;
const ISO_MONTH = /^\d{4}(?:-\d{2})?$/;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i;
const DAY_FIRST = /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})(?:$|[ ,])/i;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2}), ?(\d{4})(?:$|[ ,])/i;
const MONTH_ALONE = /^([a-z]{3,9})\.?,? \d{4}$/i;
const DIGITS = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/;

/**
 * Reads the date of a header or a field. An instant gives the day in its own offset. Never guesses: a month
 * alone, digits that could be read two ways and days that do not exist are problems, not dates.
 *
 * @example readWrittenDate('Fri, 16 Jun 2023 22:10:00 -0400') // { day: '2023-06-16' }
 * @example readWrittenDate('2023-02-30') // { problem: 'the date "2023-02-30" does not exist' }
 */
export function readWrittenDate(written: string): WrittenDate {
  const text = written.trim().slice(0, 80);
  const iso = ISO_DAY.exec(text);
  if (iso !== null) return day(text, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (ISO_MONTH.test(text)) return noDay(text);
  const words = text.replace(WEEKDAY, '');
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst !== null && monthOf(dayFirst[2]!) > 0) {
    return day(text, Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  }
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst !== null && monthOf(monthFirst[1]!) > 0) {
    return day(text, Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  }
  const month = MONTH_ALONE.exec(words);
  if (month !== null && monthOf(month[1]!) > 0) return noDay(text);
  if (DIGITS.test(text)) return { problem: `the date ${quote(text)} can be read in more than one way` };
  return { problem: `${quote(text)} is not a date` };
}

function day(written: string, year: number, month: number, dayOfMonth: number): WrittenDate {
  const made = makeDay(year, month, dayOfMonth);
  return made === null ? { problem: `the date ${quote(written)} does not exist` } : { day: made };
}

function noDay(written: string): WrittenDate {
  return { problem: `the date ${quote(written)} names no day` };
}

/** 1 to 12 for a month's name or its beginning ("Jun", "Sept"); 0 for any other word. */
function monthOf(word: string): number {
  return MONTHS.findIndex((month) => month.startsWith(word.toLowerCase())) + 1;
}

function quote(text: string): string {
  return JSON.stringify(text);
}
