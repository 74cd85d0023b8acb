import { durationReading, type Reading, referenceReading, setReading } from '../reading.ts';
import { captured, countOf, type Rule, rule, type Scan, wordAt, wordBefore } from '../rule.ts';
import { CLASS } from '../vocabulary.ts';

/** TIMEX3 mod of the words before a length. */
const MODS: Readonly<Record<string, string>> = {
  about: 'APPROX',
  around: 'APPROX',
  approximately: 'APPROX',
  roughly: 'APPROX',
  some: 'APPROX',
  nearly: 'LESS_THAN',
  almost: 'LESS_THAN',
  under: 'LESS_THAN',
  over: 'MORE_THAN',
  'more than': 'MORE_THAN',
  'less than': 'LESS_THAN',
  'fewer than': 'LESS_THAN',
  'no more': 'EQUAL_OR_LESS',
  'up to': 'EQUAL_OR_LESS',
  'at least': 'EQUAL_OR_MORE',
  'at most': 'EQUAL_OR_LESS',
};

export const MODIFIERS =
  '( mod:about/around/approximately/roughly/nearly/almost/over | mod:more/less/fewer than | mod:no more than | mod:up to | mod:at least | mod:at most )';

/** The mod that the words before a length say, if any. */
export function modOf(scan: Scan): string | undefined {
  const mod = captured(scan, 'mod');
  if (mod === undefined) return undefined;
  return MODS[mod.text] ?? MODS[`${mod.text} ${wordAt(scan, mod.from + 1)}`];
}

/** Lengths of time, tied to no day. */
export const DURATION_RULES: readonly Rule[] = [
  rule(
    'duration',
    [
      `${MODIFIERS}? the? first/last? COUNT more/full/additional/consecutive/straight/trading/working/whole/long? UNITS/UNIT`,
      `${MODIFIERS}? COUNT - UNIT/UNITS`,
      `${MODIFIERS}? COUNT - UNIT - long`,
      `${MODIFIERS}? the? COUNT UNITS/UNIT`,
      `${MODIFIERS}? COUNT UNIT and a half`,
      `${MODIFIERS}? COUNT UNIT or so`,
      'the latest COUNT UNITS',
    ],
    'The summit lasted two days.',
    (scan, from, to) => counted(scan, from, to),
  ),
  rule('long-duration', ['UNITS - long', 'UNIT - long'], 'The months-long standoff is over.', (scan) => {
    const one = captured(scan, 'UNIT');
    const unit = (one ?? captured(scan, 'UNITS'))!.entry.unit!;
    return durationReading({ n: one === undefined ? null : 1 }, unit);
  }),
  rule(
    'quarter-century',
    ['a? quarter - century', 'a quarter of a century', 'a? half - century'],
    'They have quarrelled for a quarter of a century.',
    (scan, from, to) => {
      const quarter = scan.lexemes.slice(from, to).some(({ text }) => text === 'quarter');
      return durationReading({ n: quarter ? 25 : 50 }, 'Y');
    },
  ),
  rule(
    'bare-units',
    ['UNITS side:later/earlier/ago', 'UNITS'],
    'Diplomats haggled for weeks.',
    (scan, from, to) => {
      const unit = captured(scan, 'UNITS')!.entry.unit!;
      const before = wordBefore(scan, from);
      const next = wordAt(scan, to);
      // "hours after the blast", "days before the vote", "minutes later".
      const beside =
        captured(scan, 'side') !== undefined ||
        /^(before|after|afterwards?)$/.test(next) ||
        (next === 'or' && unitAt(scan, to + 1));
      if (beside) {
        // "174 million years ago" is no date.
        if (/^(million|billion|thousand|light|-)$/.test(before)) return null;
        const bare = unit === 'S' || unit === 'Q' || before === 'of' || before === 'the';
        return bare ? null : durationReading({ n: null }, unit);
      }
      if (
        !/^(for|in|after|over|of|within|by|many|with|until|than)$/.test(before) ||
        unit === 'S' ||
        unit === 'Q'
      )
        return null;
      if (
        before === 'of' &&
        !/^(dozens|hundreds|thousands|couple|number|matter)$/.test(wordBefore(scan, from - 1))
      )
        return null;
      if (next === 'of' && before !== 'after') return null;
      return durationReading({ n: null }, unit);
    },
  ),
  rule(
    'vague-duration',
    ['a while', 'some time', 'a long time', 'the years', 'decades'],
    'It will take a while.',
    (scan, from, to) => {
      const last = scan.lexemes[to - 1]!.text;
      if (last === 'years' || last === 'decades') {
        return wordBefore(scan, from) === 'over' || last === 'decades'
          ? durationReading({ n: null }, last === 'years' ? 'Y' : 'DE')
          : null;
      }
      if (last === 'time' && wordAt(scan, from) === 'some' && wordAt(scan, to) === 'ago') return null;
      return { ...durationReading({ n: null }, 'D'), value: 'PXX' };
    },
  ),
];

function unitAt(scan: Scan, at: number): boolean {
  return ((scan.lexemes[at]?.entry?.bits ?? 0) & CLASS.UNITS) !== 0;
}

const MONEY =
  /^(dollars|euros|pounds|francs|marks|yen|yuan|renminbi|roubles|rubles|rupees|lire|lira|won|riyals|dinars|pesos|cents|pence|dlrs)$/;

/** What is counted by the unit: a sum ("$3 million a year", "3 million francs a year") or things ("nine talks a year"). */
function rateBefore(scan: Scan, from: number): 'money' | 'things' | null {
  const isFigure = (word: string) => /^\d|^(hundred|thousand|million|billion|trillion)$/.test(word);
  const [before, earlier] = [wordBefore(scan, from), wordBefore(scan, from - 1)];
  if (isFigure(before)) return 'money';
  if (MONEY.test(before)) return isFigure(earlier) ? 'money' : null;
  const bare = scan.lexemes[from - 1]?.entry ?? null;
  return bare === null && /^[a-z]+s$/.test(before) && isFigure(earlier) ? 'things' : null;
}

/** "will one day be". */
function isSomeDay(scan: Scan, from: number, to: number): boolean {
  const modal = /^(will|would|may|could|can|might)$/;
  return modal.test(wordBefore(scan, from)) || modal.test(wordAt(scan, to));
}

function counted(scan: Scan, from: number, to: number): Reading | 'nothing' | null {
  const captures = captured(scan, 'UNITS') ?? captured(scan, 'UNIT')!;
  const unit = captures.entry.unit!;
  const count = countOf(scan);
  const plural = captured(scan, 'UNITS') !== undefined;
  const hyphen = wordAt(scan, captures.from - 1) === '-';
  const number = captured(scan, 'COUNT')!;
  // "over the past month": no "more than".
  if (captured(scan, 'mod')?.text === 'over' && wordAt(scan, captured(scan, 'mod')!.to) === 'the')
    return null;
  // "$3 million a year": a rate, no length; "three-quarters of its food": a share.
  if (unit === 'Q' && wordAt(scan, to) === 'of') return null;
  if (/^an?$/.test(number.text) && !plural && !hyphen && captured(scan, 'mod') === undefined) {
    const rate = rateBefore(scan, from);
    if (rate !== null) return rate === 'money' ? 'nothing' : setReading(unit);
  }
  if (unit === 'D' && number.text === 'one' && !hyphen && isSomeDay(scan, from, to))
    return referenceReading('FUTURE_REF', scan.anchor);
  // "the year", "two year" without a hyphen are no lengths; "a second", "a quarter" are mostly something else.
  if (number.text === 'some' && !plural) return null;
  if (count.n === null && !plural && !hyphen) return null;
  if ((unit === 'S' || unit === 'Q') && (number.text === 'a' || number.text === 'one' || !(plural || hyphen)))
    return null;
  // "a day" is one day, but "the day" and "a weekend" are dates of their own.
  if (unit === 'WE') return null;
  if (wordAt(scan, to) === 'ago') return null;
  // "a year-earlier loss" is of the year earlier.
  if (wordAt(scan, to) === '-' && /^(earlier|ago|round|long)$/.test(wordAt(scan, to + 1))) return null;
  // "first day", "one day he may": a day, no length.
  if (unit === 'D' && number.text === 'one' && !hyphen && /^(the|this|that)$/.test(wordBefore(scan, from)))
    return null;
  const half = wordAt(scan, to - 1) === 'half' && wordAt(scan, to - 2) === 'a' && captures.to < to ? 0.5 : 0;
  const n = count.n === null ? null : count.n + half;
  const approximate = count.approximate === true || wordAt(scan, to - 1) === 'so';
  return durationReading({ n }, unit, modOf(scan) ?? (approximate ? 'APPROX' : undefined));
}
