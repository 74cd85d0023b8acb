import { seasonPeriod, yearNumber } from '../periods.ts';
import { dateReading } from '../reading.ts';
import { captured, type Rule, rule, type Scan, wordBefore, yearOf } from '../rule.ts';
import type { SeasonName } from '../vocabulary.ts';

export const SEASON_RULES: readonly Rule[] = [
  rule(
    'season-of-year',
    [
      'the? SEASON of? YEARNUM',
      'the? SEASON of YEAR - NUMBER',
      'the? SEASON of ref:this/last/next year',
      'SEASON ref:last/next year',
    ],
    'The thaw began in the spring of 2014.',
    (scan) => {
      const ref = captured(scan, 'ref')?.text;
      const away = { this: 0, last: -1, next: 1 }[ref ?? 'this']!;
      const year = yearOf(scan) ?? captured(scan, 'YEAR')?.entry.number ?? yearNumber(scan.anchor) + away;
      return dateReading(seasonPeriod(year, captured(scan, 'SEASON')!.entry.season!));
    },
  ),
  rule(
    'last-or-next-season',
    [
      'ref:this/last/next/past/coming SEASON',
      'this ref:past/coming SEASON',
      'the? ref:following/previous SEASON',
    ],
    'The summit is planned for next spring.',
    (scan) => {
      const ref = captured(scan, 'ref')!.text;
      const [past, here, next] = near(scan, captured(scan, 'SEASON')!.entry.season!);
      if (ref === 'this') return dateReading(here);
      return dateReading(/^(next|coming|following)$/.test(ref) ? next : past);
    },
  ),
  rule('season', ['the? SEASON'], 'Delegations will travel in the autumn.', (scan, from) => {
    const before = wordBefore(scan, from);
    const { text, entry, from: at } = captured(scan, 'SEASON')!;
    const article = scan.lexemes[from]!.text === 'the';
    // "to fall", "a spring in his step": only behind a preposition of time.
    if (
      !/^(in|into|since|by|during|until|till|before|after|early|late)$/.test(before) ||
      (!article && text === 'fall' && before !== 'since' && before !== 'by')
    )
      return null;
    const after = scan.lexemes[at + 1];
    if (after?.text === 'of' || (after?.text === '-' && after.glued)) return null;
    // "the Winter Olympics", "the Spring Statement".
    if (scan.lexemes[at]!.capital && after?.capital) return null;
    const [past, here, next] = near(scan, entry.season!);
    if (scan.direction(from) === 'forward')
      return dateReading(here !== null && here.to >= scan.anchor ? here : next, past);
    return here !== null && here.from <= scan.anchor ? dateReading(here, next) : dateReading(past, here);
  }),
];

/** The season over last, this year's, and the one to begin next. */
function near(scan: Scan, season: SeasonName) {
  const year = yearNumber(scan.anchor);
  const all = [-2, -1, 0, 1].map((step) => seasonPeriod(year + step, season));
  const past = all.findLast((period) => period !== null && period.to < scan.anchor) ?? null;
  const next = all.find((period) => period !== null && period.from > scan.anchor) ?? null;
  return [past, all[2] ?? null, next] as const;
}
