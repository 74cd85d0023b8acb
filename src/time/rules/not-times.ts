import { type Rule, rule } from '../rule.ts';

/** Words that look like an expression of time and are none. They take their words away from the other rules. */
export const NOT_TIME_RULES: readonly Rule[] = [
  rule(
    'not-an-age',
    [
      'COUNT -? UNIT/UNITS -? old',
      'COUNT -? UNIT/UNITS -? olds',
      'UNITS/UNIT - old',
      'COUNT -? UNIT/UNITS of age',
      'aged COUNT',
    ],
    'The 44-year-old envoy arrived alone.',
    () => 'nothing',
  ),
  rule(
    'not-a-phrase',
    [
      'last - minute',
      'last - ditch',
      'day - to - day',
      'day by day',
      'per second',
      'kilometers/kilometres/miles/metres/meters an hour',
      'a second time',
      'second - hand',
      'quarter - point',
      'a quarter of the',
      'three quarters of the',
      'COUNT -? quarters of',
      'year of the',
      'a? year/day/all - round',
      'once in a while',
      'every now and then/again',
      'now and then/again',
      'call/called/calling/calls it a day',
    ],
    'A last-minute objection held up the communique.',
    () => 'nothing',
  ),
  rule(
    'not-a-name',
    [
      'usa today',
      'bloody sunday',
      'super tuesday/sunday/saturday',
      'cyber monday',
      'black monday/wednesday/thursday/friday/september',
      'sunday times',
    ],
    'USA Today ran the interview on its front page.',
    (scan, from) => (scan.lexemes[from]!.capital ? 'nothing' : null),
  ),
];
