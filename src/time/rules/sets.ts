import { durationValue, setReading } from '../reading.ts';
import { captured, countOf, type Rule, rule, wordAt } from '../rule.ts';

/** What comes again and again. */
export const SET_RULES: readonly Rule[] = [
  rule(
    'every',
    ['every/each other? UNIT', 'every/each COUNT UNITS'],
    'The hotline is tested every month.',
    (scan) => {
      const unit = (captured(scan, 'UNIT') ?? captured(scan, 'UNITS'))!.entry.unit!;
      if (unit === 'S') return null;
      const second =
        wordAt(scan, captured(scan, 'UNIT')?.from ?? 0) !== '' &&
        wordAt(scan, (captured(scan, 'UNIT')?.from ?? 1) - 1) === 'other';
      return setReading(unit, durationValue(second ? { n: 2 } : countOf(scan), unit));
    },
  ),
  rule(
    'every-weekday',
    ['every/each WEEKDAY PART?', 'every/each PART'],
    'The spokesman briefs reporters every Tuesday.',
    (scan) => {
      const weekday = captured(scan, 'WEEKDAY')?.entry.weekday;
      const part = captured(scan, 'PART')?.entry.part;
      const time = part ? `T${part}` : '';
      return setReading(
        weekday === undefined ? 'D' : 'W',
        weekday === undefined ? `XXXX-XX-XX${time}` : `XXXX-WXX-${weekday + 1}${time}`,
      );
    },
  ),
  rule(
    'every-month-name',
    ['every/each MONTH', 'every/each SEASON'],
    'The forum is held every September.',
    (scan) => {
      const month = captured(scan, 'MONTH')?.entry.month;
      const season = captured(scan, 'SEASON')?.entry.season;
      return setReading(
        'Y',
        month === undefined ? `XXXX-${season}` : `XXXX-${String(month).padStart(2, '0')}`,
      );
    },
  ),
  rule(
    'times-a-unit',
    ['once/twice a/an/every/each UNIT', 'COUNT times a/an/every/each UNIT'],
    'The commission meets twice a year.',
    (scan) => setReading(captured(scan, 'UNIT')!.entry.unit!),
  ),
  rule('frequency-word', ['ADVERB'], 'The annual review was put off.', (scan, from) =>
    scan.lexemes[from]!.capital && from > 0 ? null : setReading(captured(scan, 'ADVERB')!.entry.unit!),
  ),
];
