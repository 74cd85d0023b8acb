import { centuryPeriod, decadePeriod, yearNumber, yearPeriod } from '../periods.ts';
import { dateReading } from '../reading.ts';
import { captured, followsPreposition, type Rule, rule, type Scan, wordBefore, yearOf } from '../rule.ts';

export const YEAR_RULES: readonly Rule[] = [
  rule(
    'year-range',
    ['YEAR -/to/through/until last:YEAR', 'YEAR - short:NUMBER'],
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
    ['the? fiscal year? YEAR'],
    'Aid was cut in fiscal 2024.',
    (scan) => dateReading(yearPeriod(captured(scan, 'YEAR')!.entry.number)),
  ),
  rule(
    'decade',
    ["the? '? DECADE", 'the DECADEWORD'],
    'Trade grew in the 1990s.',
    (scan) => {
      const { entry } = captured(scan, 'DECADE') ?? captured(scan, 'DECADEWORD')!;
      const { number } = entry;
      const start = number >= 1000 ? number : (number <= Number(scan.anchor.slice(2, 4)) ? 2000 : 1900) + number;
      if (number < 1000 && !followsPreposition(scan, captured(scan, 'DECADE')?.from ?? 0) && wordBefore(scan, 1) !== 'the') return null;
      return dateReading(decadePeriod(start));
    },
  ),
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

function shortYear(first: number, text: string): number | null {
  return text.length === 2 ? first - (first % 100) + Number(text) : null;
}

/** Whether four figures are a year: not a sum, a count ("1701 people"), a number of something ("Boeing 1701"). */
function isYear(scan: Scan, from: number, to: number): boolean {
  const { lexemes } = scan;
  const year = lexemes[from]!.entry!.number;
  const before = lexemes[from - 1];
  const next = lexemes[to];
  if (before !== undefined && /^[$€£¥#+]$|^(no|resolution|article|section|flight|boeing|room|page|about|nearly|almost|over)$/.test(before.text)) return false;
  if (before?.glued === false && before.capital && !followsPreposition(scan, from) && before.entry === null && from > 1) {
    // "Olympics 2008" against "Orion 1980": a name with a number, unless the number is of our age.
    return year >= 1950 && year <= yearNumber(scan.anchor) + 30;
  }
  if (next !== undefined && /^[%°]$|^(percent|per|people|men|women|troops|dollars|euros|km|miles|metres|meters|feet|tons|tonnes)$/.test(next.text)) return false;
  if (next !== undefined && (next.text === ',' || next.text === '.') && next.glued && /^\d/.test(lexemes[to + 1]?.text ?? '') && lexemes[to + 1]!.glued) return false;
  const counting = next !== undefined && next.entry === null && !next.capital && /^[a-z]{3,}s$/.test(next.text);
  if (counting && (wordBefore(scan, from) !== 'the' || year % 1000 === 0)) return year > 1900 && year % 100 !== 0 && followsPreposition(scan, from);
  if (followsPreposition(scan, from)) return year >= 1400 && year < 2200;
  return year >= 1900 && year < 2100;
}
