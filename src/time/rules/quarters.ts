import {
  halfPeriod,
  monthNumber,
  type Period,
  quarterPeriod,
  shift,
  yearNumber,
  yearPeriod,
} from '../periods.ts';
import { dateReading, type Reading } from '../reading.ts';
import { captured, innerOf, type Rule, rule, type Scan, wordAt, yearOf } from '../rule.ts';

export const QUARTER_RULES: readonly Rule[] = [
  rule(
    'quarter',
    [
      'the? fiscal? ORDINAL fiscal? quarter ( of? YEARNUM )?',
      'fiscal? -? ORDINAL - quarter ( of? YEARNUM )?',
      "the? YEAR 's ORDINAL quarter",
      "the ref:year 's ORDINAL quarter",
      'the? YEAR fiscal? ORDINAL -? quarter',
      'the? ORDINAL -? quarter of fiscal YEAR',
      "ref:this/last/next year 's ORDINAL quarter",
      'the? ORDINAL -? quarter of? ref:this/last/next year',
      'the? ORDINAL quarter of the ref:year',
      'the? final:last/final/closing/opening quarter of YEARNUM',
      'the? final:last/final/closing/opening quarter of ref:this/last/next year',
      'the? final:last/final/closing/opening quarter of the ref:year',
    ],
    'Exports to Japan fell in the third quarter.',
    (scan, from, to) => {
      // "the first quarter final" is a match.
      if (/^finals?$/.test(wordAt(scan, wordAt(scan, to) === '-' ? to + 1 : to))) return null;
      const side = captured(scan, 'final')?.text;
      const number =
        side === undefined ? captured(scan, 'ORDINAL')!.entry.number : side === 'opening' ? 1 : 4;
      return numberedQuarter(scan, number, from);
    },
  ),
  rule(
    'short-quarter',
    ['q DAY ( of? YEARNUM )?', 'DAY q YEARNUM?'],
    'The deal is to close in Q3 2023.',
    (scan, from) => {
      const digit = captured(scan, 'DAY')!;
      const glued = scan.lexemes[from + 1]!.glued;
      return glued ? numberedQuarter(scan, digit.entry.number, from) : null;
    },
  ),
  rule('short-half', ['h DAY of? YEARNUM'], 'Exports should recover in H2 2023.', (scan, from) => {
    const half = captured(scan, 'DAY')!.entry.number;
    // With its year: H1 alone is as often a virus or a visa.
    return scan.lexemes[from + 1]!.glued && half <= 2 ? dateReading(halfPeriod(yearOf(scan)!, half)) : null;
  }),
  rule(
    'year-earlier-quarter',
    [
      'the? comparable? year - ago/earlier quarter/period',
      'the? comparable? year - ago/earlier ORDINAL -? quarter',
      'year - earlier/ago',
    ],
    'Shipments rose from the first quarter of 2023 and beat the year-earlier quarter.',
    (scan) => {
      const quarter = lastQuarter(scan);
      const reading = dateReading(
        quarterPeriod(yearNumber(quarter.from) - 1, Math.ceil(monthNumber(quarter.from) / 3)),
      );
      // Only compared with: "the quarter" after it is still the later one.
      return reading === null ? null : { ...reading, dated: false };
    },
  ),
  rule(
    'same-quarter-last-year',
    [
      'the same/like/corresponding quarter last year',
      'the same/like/corresponding quarter ( of | in ) last year',
      'the same/like/corresponding quarter a year ago/earlier/before',
    ],
    'Trade fell in the third quarter of 2022 from the same quarter a year earlier.',
    (scan) => {
      const { from } = lastQuarter(scan);
      const reading = dateReading(quarterPeriod(yearNumber(from) - 1, Math.ceil(monthNumber(from) / 3)));
      return reading === null ? null : { ...reading, dated: false };
    },
  ),
  rule(
    'quarter-of-that-year',
    ['the YEAR quarter/period'],
    'Imports grew in the second quarter and beat the 2022 quarter.',
    (scan) => {
      const year = captured(scan, 'YEAR')!.entry.number;
      const day = scan.quarter?.beginMin ?? null;
      const reading = dateReading(
        day === null ? yearPeriod(year) : quarterPeriod(year, Math.ceil(monthNumber(day) / 3)),
      );
      return reading === null ? null : { ...reading, dated: false };
    },
  ),
  rule(
    'the-quarter',
    ['the latest? quarter', 'the latest period', 'that quarter', 'the same quarter'],
    'Trade shrank in the first quarter of 2023; prices fell in the quarter.',
    (scan, from, to) => {
      const latest = scan.lexemes.slice(from, to).some(({ text }) => text === 'latest');
      return dateReading(lastQuarter(scan, latest));
    },
  ),
  rule(
    'half',
    [
      'the? which:first/second/last half of YEARNUM',
      'the YEAR which:first/second half',
      'the? which:first/second/last half of INNER',
      'the? which:first/second/last half of ref:this/last/next year',
    ],
    'Talks stalled in the second half of 2022.',
    (scan) => {
      const half = captured(scan, 'which')!.text === 'first' ? 1 : 2;
      const inner = innerOf(scan);
      if (inner !== null && inner.granularity !== 'year') return null;
      const year =
        yearOf(scan) ??
        captured(scan, 'YEAR')?.entry.number ??
        (inner?.beginMin ? yearNumber(inner.beginMin) : refYear(scan));
      return year === null ? null : dateReading(halfPeriod(year, half));
    },
  ),
];

function refYear(scan: Scan): number | null {
  const ref = captured(scan, 'ref')?.text;
  // "of the year" is of the year last mentioned.
  if (ref === 'year')
    return yearNumber(scan.focus?.granularity === 'year' ? scan.focus.beginMin! : scan.anchor);
  return ref === undefined ? null : yearNumber(scan.anchor) + { this: 0, last: -1, next: 1 }[ref]!;
}

function numberedQuarter(scan: Scan, quarter: number, at: number): Reading | null {
  if (quarter < 1 || quarter > 4) return null;
  const year = yearOf(scan) ?? captured(scan, 'YEAR')?.entry.number ?? refYear(scan);
  if (year !== null) return dateReading(quarterPeriod(year, quarter));
  const here = yearNumber(scan.anchor);
  const now = Math.ceil(monthNumber(scan.anchor) / 3);
  const back = quarterPeriod(quarter <= now ? here : here - 1, quarter);
  const forward = quarterPeriod(quarter >= now ? here : here + 1, quarter);
  // Results of a quarter just over are announced ahead ("expects to report a third-quarter loss").
  const justOver = back !== null && quarter !== now && shift(back.to, 100)! >= scan.anchor;
  return scan.direction(at) === 'forward' && !justOver
    ? dateReading(forward, back)
    : dateReading(back, forward);
}

/** The quarter last mentioned, else the last one that is over; `latest` leaves out one that is not over. */
function lastQuarter(scan: Scan, latest = false): Period {
  const { quarter, anchor } = scan;
  const day = quarter?.beginMin ?? null;
  if (day !== null && !(latest && quarter?.endMax && quarter.endMax >= anchor))
    return quarterPeriod(yearNumber(day), Math.ceil(monthNumber(day) / 3))!;
  return (
    quarterPeriod(yearNumber(anchor), Math.ceil(monthNumber(anchor) / 3) - 1) ??
    quarterPeriod(yearNumber(anchor), 1)!
  );
}
