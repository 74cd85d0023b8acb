import { dayNumber, makeDay } from '../day.ts';
import type { Message } from '../message.ts';
import type { Day, Report, Span } from '../report.ts';
import { type Lexeme, lex } from './lexemes.ts';
import { yearNumber } from './periods.ts';
import { CLASS } from './vocabulary.ts';

/** The day a text says it was written on: "BEIJING, June 18 (Xinhua) --". */
export interface Dateline {
  readonly day: Day;
  readonly span: Span;
}

/** A dateline stands at the beginning of one of the first lines. */
const SENTENCES = 4;
const LONGEST = 240;
/** A day without a year is the nearest such day; further away than this it is no dateline. */
const NEAR = 31;
/** A text can be dated a day ahead of its publication, by its time zone. */
const AHEAD = 1;

/**
 * The dateline of a report, null where there is none: a place in capital letters, a day, perhaps an agency in
 * brackets, then a dash; or a line that is nothing but a date with its year. A day after the publication day is no dateline, nor one more than a month before it
 * that leaves out its year.
 *
 * @example findDateline({ text: 'ROME, June 15 (ANSA) -- Talks began.', publishedOn: '2023-06-16' }, [{ start: 0, end: 36 }])?.day // '2023-06-15'
 */
export function findDateline(
  report: Pick<Report, 'text' | 'publishedOn'>,
  sentences: readonly Span[],
): Dateline | null {
  for (const { start, end } of sentences.slice(0, SENTENCES)) {
    const lexemes = lex(report.text, start, Math.min(end, start + LONGEST));
    for (let at = 0; at < lexemes.length; at++) {
      if (at > 0 && !beginsLine(report.text, lexemes[at]!)) continue;
      const found =
        datelineAt(lexemes, at, report.publishedOn) ??
        dateLineAt(report.text, lexemes, at, report.publishedOn);
      if (found !== null) return found;
    }
  }
  return null;
}

/**
 * What the time stage noticed about a report: `time/dateline-differs` where its dateline is not the day of
 * publication. Times are then counted from the dateline.
 */
export function noteTimes(
  report: Pick<Report, 'text' | 'publishedOn'>,
  sentences: readonly Span[],
): Message[] {
  const dateline = findDateline(report, sentences);
  if (dateline === null || dateline.day === report.publishedOn) return [];
  const text = `The dateline says ${dateline.day}, the report is dated ${report.publishedOn}; "today" and its like are counted from the dateline. If the dateline is wrong, correct the date of the report.`;
  return [{ rule: 'time/dateline-differs', severity: 'note', text, span: dateline.span }];
}

function beginsLine(text: string, { start }: Lexeme): boolean {
  let at = start - 1;
  while (at >= 0 && (text[at] === ' ' || text[at] === '\t')) at--;
  return at < 0 || text[at] === '\n' || text[at] === '\r';
}

function endsLine(text: string, { end }: Lexeme): boolean {
  let at = end;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '.') at++;
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}

function datelineAt(lexemes: readonly Lexeme[], from: number, publishedOn: Day): Dateline | null {
  const place = placeEnd(lexemes, from);
  if (place === null) return null;
  const date = dateAt(lexemes, place);
  if (date === null || !endsDateline(lexemes, date.end)) return null;
  const day = nearest(date, publishedOn);
  if (day === null) return null;
  return { day, span: { start: lexemes[place]!.start, end: lexemes[date.end - 1]!.end } };
}

/** A line that is nothing but a full date: "Friday, August 21, 2015". */
function dateLineAt(
  text: string,
  lexemes: readonly Lexeme[],
  from: number,
  publishedOn: Day,
): Dateline | null {
  let at = from;
  if (((lexemes[at]?.entry?.bits ?? 0) & CLASS.WEEKDAY) !== 0) at++;
  if (at > from && lexemes[at]?.text === ',') at++;
  const date = dateAt(lexemes, at);
  if (date === null || date.year === null) return null;
  const next = lexemes[date.end];
  const ends = next === undefined ? endsLine(text, lexemes[date.end - 1]!) : beginsLine(text, next);
  const day = ends ? nearest(date, publishedOn) : null;
  return day === null ? null : { day, span: { start: lexemes[at]!.start, end: lexemes[date.end - 1]!.end } };
}

/** Behind "BEIJING," or "Washington, D.C.,": one to six capitalised words, the first of three letters or more. */
function placeEnd(lexemes: readonly Lexeme[], from: number): number | null {
  if (!(lexemes[from]?.capital && lexemes[from]!.text.length >= 3)) return null;
  for (let at = from + 1; at < from + 8; at++) {
    const { text = '', capital = false, entry = null } = lexemes[at] ?? {};
    const before = lexemes[at - 1]!;
    if (isMonthOrDay(entry) && (before.text === ',' || before.text === '/')) return at;
    if (!capital && !/^[,./-]$/.test(text)) return null;
  }
  return null;
}

function isMonthOrDay(entry: Lexeme['entry']): boolean {
  return entry !== null && (entry.bits & (CLASS.MONTH | CLASS.DAY)) !== 0;
}

interface DatelineDate {
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

function dateAt(lexemes: readonly Lexeme[], at: number): DatelineDate | null {
  const [first, second] = [lexemes[at], lexemes[at + 1]];
  const month = [first, second].find((one) => ((one?.entry?.bits ?? 0) & CLASS.MONTH) !== 0);
  const day = [first, second].find((one) => ((one?.entry?.bits ?? 0) & CLASS.DAY) !== 0);
  if (month === undefined || day === undefined) return null;
  const comma = lexemes[at + 2]?.text === ',' ? 1 : 0;
  const year = lexemes[at + 2 + comma]?.entry;
  const stated = year !== null && year !== undefined && (year.bits & CLASS.YEAR) !== 0;
  return {
    end: at + 2 + (stated ? comma + 1 : 0),
    year: stated ? year.number : null,
    month: month.entry!.month,
    day: day.entry!.number,
  };
}

/** "(Xinhua) --", "/PRNewswire/ -", a dash or a colon. */
function endsDateline(lexemes: readonly Lexeme[], from: number): boolean {
  for (let at = from; at < from + 10; at++) {
    const { text = '', glued = false, capital = false } = lexemes[at] ?? {};
    if ((text === '-' || text === '_') && (!glued || lexemes[at + 1]?.text === '-')) return true;
    if (text === ':') return true;
    // "MOSCOW, April 14. /TASS/. Talks ...".
    if (text === '.' && at > from + 1 && lexemes[at - 1]!.text === '/') return true;
    const inBrackets = at > from && /^[(/,.]$/.test(lexemes[from]!.text);
    if (!/^[(/),.]$/.test(text) && !(inBrackets && (capital || /^[a-z.]+$/.test(text)))) return false;
  }
  return false;
}

function nearest({ year, month, day }: DatelineDate, publishedOn: Day): Day | null {
  const here = yearNumber(publishedOn);
  const away = (candidate: Day) => dayNumber(publishedOn) - dayNumber(candidate);
  const candidates = (year === null ? [here - 1, here, here + 1] : [year])
    .flatMap((y) => makeDay(y, month, day) ?? [])
    .filter((candidate) => away(candidate) >= -AHEAD && (year !== null || away(candidate) <= NEAR));
  return candidates.at(-1) ?? null;
}
