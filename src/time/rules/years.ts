import { centuryPeriod, decadePeriod, type Period, yearNumber, yearPeriod } from '../periods.ts';
import { dateReading } from '../reading.ts';
import { captured, followsPreposition, type Rule, rule, type Scan, wordBefore, yearOf } from '../rule.ts';

export const YEAR_RULES: readonly Rule[] = [
  rule(
    'year-range',
    ['YEAR -/to/through/until last:YEAR', 'YEAR - short:NUMBER', 'YEAR / short:NUMBER', 'YEAR / last:YEAR'],
    'The 2015-2019 talks led nowhere.',
    (scan, from, to) => {
      const first = captured(scan, 'YEAR')!.entry.number;
      const last = captured(scan, 'last')?.entry.number ?? shortYear(first, captured(scan, 'short')!.text);
      if (last === null || last <= first || last - first > 200 || !isYear(scan, from, from + 1)) return null;
      return [
        { from, to: from + 1, reading: dateReading(yearPeriod(first))! },
        { from: to - 1, to, reading: dateReading(yearPeriod(last))! },
      ];
    },
  ),
  rule(
    'year',
    ['YEAR', 'the year YEARNUM', 'in YEARNUM'],
    'The treaty was signed in 1995.',
    (scan, from, to) => {
      const year = yearOf(scan) ?? captured(scan, 'YEAR')!.entry.number;
      // "in" only shows that the words that follow are a year; the span leaves it out.
      if (scan.lexemes[from]!.text === 'in') {
        if (to - from === 2) return null;
        return [{ from: from + 1, to, reading: dateReading(yearPeriod(year))! }];
      }
      if (yearOf(scan) === null && !isYear(scan, from, to)) return null;
      return dateReading(yearPeriod(year));
    },
  ),
  rule(
    'fiscal-year',
    [
      'the? fiscal year? YEAR',
      'the? YEAR fiscal/financial/calendar/academic year',
      'the? financial year YEAR',
      'fy YEAR',
    ],
    'Aid was cut in fiscal 2024.',
    (scan) => dateReading(yearPeriod(captured(scan, 'YEAR')!.entry.number)),
  ),
  rule('decade', ["the? '? DECADE", 'the? DECADEWORD'], 'Trade grew in the 1990s.', (scan, from) => {
    const { entry } = captured(scan, 'DECADE') ?? captured(scan, 'DECADEWORD')!;
    const { number } = entry;
    const here = yearNumber(scan.anchor);
    // The last decade of that name that has begun.
    const inCentury = here - (here % 100) + number;
    const start = number >= 1000 ? number : inCentury <= here ? inCentury : inCentury - 100;
    // "in his 40s" and "F-16s": only behind "the", an apostrophe or a preposition of time.
    const figures = captured(scan, 'DECADE');
    if (
      number < 1000 &&
      figures !== undefined &&
      !/^(the|'|early|late|mid|-)$/.test(wordBefore(scan, figures.from))
    )
      return null;
    if (wordBefore(scan, from) === 'in' && figures === undefined)
      return number < 30 ? null : dateReading(decadePeriod(start));
    // "her eighties" is an age.
    if (figures === undefined && !isDecadeWord(scan, from)) return null;
    // "the 1800s" are a century; "the 2000s" mostly the decade.
    if (start % 100 === 0 && number >= 1000 && start < 2000) return dateReading(hundredYears(start));
    return dateReading(decadePeriod(start));
  }),
  rule(
    'century',
    ['the? ORDINAL -? century', 'this:this/last/next/the century'],
    'The border was drawn in the 19th century.',
    (scan) => {
      const ordinal = captured(scan, 'ORDINAL');
      if (ordinal !== undefined) return dateReading(centuryPeriod(ordinal.entry.number));
      const ref = { this: 0, the: 0, last: -1, next: 1 }[captured(scan, 'this')!.text]!;
      return dateReading(centuryPeriod(Math.ceil(yearNumber(scan.anchor) / 100) + ref));
    },
  ),
];

/** Behind "the", or "the early", "the mid-". */
function isDecadeWord(scan: Scan, from: number): boolean {
  if (scan.lexemes[from]!.text === 'the') return true;
  let at = from - 1;
  while (at >= 0 && from - at < 4 && /^(early|mid|late|-)$/.test(scan.lexemes[at]!.text)) at--;
  return at < from - 1 && scan.lexemes[at]?.text === 'the';
}

function hundredYears(start: number): Period | null {
  const period = centuryPeriod(start / 100 + 1);
  return period === null ? null : { ...period, from: `${start}-01-01`, to: `${start + 99}-12-31` };
}

function shortYear(first: number, text: string): number | null {
  return text.length === 2 ? first - (first % 100) + Number(text) : null;
}

/** Whether four figures are a year: not a sum, a count ("1701 people"), a number of something ("Boeing 1701"). */
function isYear(scan: Scan, from: number, to: number): boolean {
  const { lexemes } = scan;
  const year = lexemes[from]!.entry!.number;
  const before = lexemes[from - 1];
  const next = lexemes[to];
  if (
    before !== undefined &&
    /^[$€£¥#+]$|^(no|resolution|article|section|flight|boeing|room|page|about|nearly|almost|over)$/.test(
      before.text,
    )
  )
    return false;
  // "the patrol boat BRP-1991", but "mid-1991", "pre-1991".
  if (before?.text === '-' && before.glued && lexemes[from]!.glued) {
    const owner = lexemes[from - 2];
    if (owner?.capital && owner.entry === null) return false;
  }
  // "Highway 1984", "Tokyo 2020": a name with a number.
  if (before?.capital === true && before.entry === null && !followsPreposition(scan, from)) return false;
  if (
    next !== undefined &&
    /^[%°]$|^(percent|per|people|men|women|troops|dollars|euros|km|miles|metres|meters|feet|tons|tonnes)$/.test(
      next.text,
    )
  )
    return false;
  if (
    next !== undefined &&
    (next.text === ',' || next.text === '.') &&
    next.glued &&
    /^\d/.test(lexemes[to + 1]?.text ?? '') &&
    lexemes[to + 1]!.glued
  )
    return false;
  const counting =
    next !== undefined && next.entry === null && !next.capital && /^[a-z]{3,}s$/.test(next.text);
  if (counting && (wordBefore(scan, from) !== 'the' || year % 1000 === 0))
    return year > 1900 && year % 100 !== 0 && followsPreposition(scan, from);
  if (followsPreposition(scan, from)) return year >= 1400 && year < 2200;
  return year >= 1900 && year < 2100;
}
