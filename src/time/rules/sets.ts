import { durationValue, setReading } from '../reading.ts';
import { captured, countOf, type Rule, rule, type Scan, wordAt } from '../rule.ts';

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
  rule('frequency-word', ['ADVERB'], 'The annual review was put off.', (scan, from, to) => {
    if ((scan.lexemes[from]!.capital && from > 0) || isRate(scan, from, to)) return null;
    return setReading(captured(scan, 'ADVERB')!.entry.unit!);
  }),
  rule(
    'plural-weekday',
    ['WEEKDAYS PART?', 'WEEKDAY parts:mornings/afternoons/evenings/nights'],
    'The commission sits on Tuesdays.',
    (scan, from) => {
      if (!scan.lexemes[from]!.capital) return null;
      const parts = captured(scan, 'parts')?.text;
      const part = parts === undefined ? captured(scan, 'PART')?.entry.part : PARTS[parts];
      const weekday = (captured(scan, 'WEEKDAYS') ?? captured(scan, 'WEEKDAY')!).entry.weekday + 1;
      return setReading('W', `XXXX-WXX-${weekday}${part ? `T${part}` : ''}`);
    },
  ),
  rule(
    'weekday-of-each-month',
    ['the? ORDINAL/last WEEKDAY of/in each/every UNIT'],
    'The envoys dine together on the first Monday of every month.',
    (scan) => setReading(captured(scan, 'UNIT')!.entry.unit!),
  ),
];

const PARTS: Readonly<Record<string, string>> = {
  mornings: 'MO',
  afternoons: 'AF',
  evenings: 'EV',
  nights: 'NI',
};

/** What is measured by the year and does not come again each year. */
const MEASURED =
  /^(rate|rates|sales|revenue|revenues|income|incomes|profit|profits|loss|losses|earnings|dividend|dividends|budget|budgets|interest|pace|salary|salaries|growth|inflation|output|production|cost|costs|turnover|fee|fees|wage|wages|consumption|capacity|deficit|surplus|yield|yields|payment|payments|net|increase|decline|savings|exports|imports|gain|gains|percentage|average)$/;

/** "Annual sales", "rise 8 percent annually": how much in a year, not how often. */
function isRate(scan: Scan, from: number, to: number): boolean {
  if (!/^(annual|annually|yearly|monthly|quarterly)$/.test(wordAt(scan, from))) return false;
  for (let at = to; at < to + 3; at++) {
    const next = wordAt(scan, at);
    if (MEASURED.test(next)) return true;
    if (!/^[a-z]+$/.test(next)) break;
  }
  if (!/^(annually|yearly|monthly)$/.test(wordAt(scan, from))) return false;
  for (let at = from - 1; at >= Math.max(0, from - 3); at--)
    if (/^\d|^(percent|million|billion)$/.test(wordAt(scan, at)) && scan.lexemes[at]!.entry?.bits !== 0)
      return true;
  return false;
}
