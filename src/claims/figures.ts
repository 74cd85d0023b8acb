import type { Figure } from './claim.ts';
import { childrenBy, lemmaOf, type Reading, relationOf, spanOfTokens, subtreeOf } from './reading.ts';

/**
 * The figures that a clause gives, in the order of the text: how many of what. Years, hours and other times are none;
 * nor are "first" and "one of". A number by itself ("killed 12") counts people.
 *
 * @example "Iran seized two tankers and 23 sailors" -> 2 tanker, 23 sailor
 */
export function findFigures(reading: Reading, clause: number): Figure[] {
  const figures: Figure[] = [];
  for (const i of subtreeOf(reading, clause)) {
    if (reading.tokens[i]!.upos !== 'NUM' || isTime(reading, i)) continue;
    const relation = relationOf(reading, i);
    const isCounted = relation === 'nummod';
    // "one between the two" stands for a thing named before.
    if (!isCounted && (!STANDS_ALONE.has(relation) || lemmaOf(reading, i) === 'one')) continue;
    const value = numberAt(reading, i);
    if (value === null) continue;
    const head = reading.heads[i]!;
    if (isCounted && isTime(reading, head)) continue;
    figures.push({
      value,
      of: isCounted ? countedOf(lemmaOf(reading, head)) : PEOPLE,
      span: spanOfTokens(reading, isCounted ? [i, head].sort((a, b) => a - b) : [i]),
    });
  }
  return figures;
}

const PEOPLE = 'people';

/** Persons are counted alike in whatever number. */
function countedOf(lemma: string): string {
  return lemma === 'person' ? PEOPLE : lemma;
}

/** Relations in which a number stands for those it counts. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['obj', 'nsubj', 'conj']);

function isTime({ timeAt, heads }: Reading, i: number): boolean {
  return timeAt[i] !== undefined || (heads[i]! >= 0 && timeAt[heads[i]!] !== undefined);
}

/** Digits or words, times what multiplies them: "12", "1,200", "1.5 million", "two dozen". Null for "several". */
function numberAt(reading: Reading, i: number): number | null {
  const parts = [...childrenBy(reading, i, 'compound', 'nummod', 'flat'), i].sort((a, b) => a - b);
  let value: number | null = null;
  for (const part of parts) {
    const number = numberOf(reading.tokens[part]!.form);
    if (number === null) return null;
    if (value === null) value = number;
    else value = number >= 100 || number === 12 ? value * number : value + number;
  }
  return value;
}

function numberOf(form: string): number | null {
  if (/^\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,3})?$/.test(form)) return Number(form.replaceAll(',', ''));
  if (/^\d{1,15}(?:\.\d{1,4})?$/.test(form)) return Number(form);
  const [tens = '', ones, ...more] = form.toLowerCase().split('-');
  const first = WORDS.get(tens);
  if (first === undefined || more.length > 0) return null;
  if (ones === undefined) return first;
  const second = WORDS.get(ones);
  return second !== undefined && second < 10 && first >= 20 && first < 100 ? first + second : null;
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ...[
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ].map((word, n) => [word, n] as const),
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'].map(
    (word, n) => [word, 13 + n] as const,
  ),
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, n) => [word, 20 + 10 * n] as const,
  ),
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
  ['billion', 1e9],
]);
