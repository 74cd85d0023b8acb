import type { Day } from '../report.ts';
import type { Lexeme } from './lexemes.ts';
import { shift, shiftUnits } from './periods.ts';
import { type Bounds, OPEN, type Reading } from './reading.ts';
import type { Unit } from './vocabulary.ts';
import type { TimeMention, TimeRelation } from './when.ts';

/** A reading where it stands, before the words around it are looked at. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly reading: Reading;
  readonly rule: string;
}

const RELATIONS: ReadonlyMap<string, TimeRelation> = new Map([
  ['since', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['by', 'by'],
  ['before', 'before'],
  ['after', 'after'],
  ['within', 'within'],
  ['during', 'during'],
  ['throughout', 'during'],
  ['for', 'for'],
]);

const JOINS = new Set(['to', 'through', 'until', 'till', '-', 'and']);

/** Mentions with the relation that the words before them say, and ranges closed: "from Sunday to Monday". */
export function relate(found: readonly Found[], lexemes: readonly Lexeme[], anchor: Day): TimeMention[] {
  const ordered = inOrder(found, lexemes, anchor);
  return ordered.map((one, i) => {
    const { reading, from, to, rule } = one;
    const range = rangeOf(ordered, i, lexemes);
    const relation = range?.relation ?? reading.relation ?? fitting(relationBefore(lexemes, from), reading);
    const bounds = range?.bounds ?? bounded(reading, relation, anchor);
    return {
      start: lexemes[from]!.start,
      end: lexemes[to - 1]!.end,
      when: { ...bounds, certainty: 'stated', rule },
      granularity: reading.granularity,
      relation,
      anchor: reading.anchor ?? anchor,
      type: reading.type,
      value: reading.value,
      ...(reading.mod === undefined ? {} : { mod: reading.mod }),
      ...(reading.rejected === undefined
        ? {}
        : { rejected: { ...reading.rejected.bounds, certainty: 'stated' as const, rule } }),
    };
  });
}

/** In "Monday and Tuesday" and "Friday to Sunday" the second comes after the first: its other reading where it must. */
function inOrder(found: readonly Found[], lexemes: readonly Lexeme[], anchor: Day): Found[] {
  const ordered = [...found];
  for (let i = 1; i < ordered.length; i++) {
    const first = ordered[i - 1]!;
    const second = ordered[i]!;
    const join = lexemes[first.to]?.text ?? '';
    const { rejected } = second.reading;
    if (second.from !== first.to + 1 || !JOINS.has(join) || !rejected) continue;
    const begins = first.reading.beginMin;
    // "Friday and Thursday" of what is over need not stand in order.
    if (join === 'and' && begins !== null && begins <= anchor && first.reading.rejected !== undefined)
      continue;
    if (
      first.reading.granularity !== second.reading.granularity ||
      begins === null ||
      second.reading.beginMin! > begins ||
      // "from 10:00 to 12:30": one day.
      (second.reading.type === 'TIME' &&
        second.reading.beginMin! === begins &&
        second.reading.value > first.reading.value)
    )
      continue;
    if (rejected.bounds.beginMin !== null && rejected.bounds.beginMin > begins) {
      const { beginMin, beginMax, endMin, endMax } = second.reading;
      const other = { value: second.reading.value, bounds: { beginMin, beginMax, endMin, endMax } };
      const reading = { ...second.reading, ...rejected.bounds, value: rejected.value, rejected: other };
      ordered[i] = { ...second, reading };
    }
  }
  return ordered;
}

/** The whole interval, where this is one end of a range. */
function rangeOf(
  found: readonly Found[],
  i: number,
  lexemes: readonly Lexeme[],
): { readonly relation: TimeRelation; readonly bounds: Bounds } | null {
  for (const [a, b, relation] of [
    [i, i + 1, 'since'],
    [i - 1, i, 'until'],
  ] as const) {
    const first = found[a];
    const second = found[b];
    if (first === undefined || second === undefined || second.from !== first.to + 1) continue;
    const join = lexemes[first.to]!.text;
    const opened = lexemes[first.from - 1]?.text;
    // "2008/09" is a range of years; "Monday/Tuesday" is either.
    const stroke = join === '/' && first.reading.granularity === 'year';
    if (!(JOINS.has(join) || stroke) || (join === 'and' && opened !== 'between')) continue;
    const { beginMin, beginMax } = first.reading;
    const { endMin, endMax } = second.reading;
    if (
      !isDate(first.reading) ||
      !isDate(second.reading) ||
      beginMin === null ||
      endMax === null ||
      beginMin > endMax
    )
      continue;
    return { relation, bounds: { beginMin, beginMax, endMin, endMax } };
  }
  return null;
}

function isDate({ type }: Reading): boolean {
  return type === 'DATE' || type === 'TIME';
}

/** "Set for 31 October" is on that day; "for" and "within" go with lengths. */
function fitting(relation: TimeRelation, { type }: Reading): TimeRelation {
  if (type === 'SET') return 'at';
  return relation === 'for' && type !== 'DURATION' ? 'at' : relation;
}

function relationBefore(lexemes: readonly Lexeme[], from: number): TimeRelation {
  let at = from - 1;
  // "by early", "since about": a word between; "ahead of", "prior to", "no later than": several.
  if (/^(about|around|at|late|early|least|the)$/.test(lexemes[at]?.text ?? '')) at--;
  const text = lexemes[at]?.text ?? '';
  // "on or after 4 February" counts the day itself.
  if (lexemes[at - 1]?.text === 'or') {
    if (text === 'after') return 'since';
    if (text === 'before') return 'by';
  }
  const known = RELATIONS.get(text);
  if (known !== undefined) return known;
  const pair = `${lexemes[at - 1]?.text ?? ''} ${text}`;
  if (pair === 'ahead of' || pair === 'prior to') return 'before';
  if (pair === 'later than') return 'by';
  return 'at';
}

function bounded(reading: Reading, relation: TimeRelation, anchor: Day): Bounds {
  const { beginMin, beginMax, endMin, endMax } = reading;
  const plain = { beginMin, beginMax, endMin, endMax };
  if (!isDate(reading)) return relation === 'within' ? withinLength(reading, anchor) : plain;
  switch (relation) {
    case 'since':
      return beginMin === null ? plain : { ...OPEN, beginMin, beginMax: beginMin };
    case 'until':
    case 'by':
      return endMax === null ? plain : { ...OPEN, endMax };
    case 'before':
      // Some of the day may be meant ("before noon on Friday"), and "before the end of June" is all of June.
      if (reading.granularity === 'part-of-day' || reading.mod === 'END') return { ...OPEN, endMax };
      return beginMin === null ? plain : { ...OPEN, endMax: shift(beginMin, -1) };
    case 'after':
      if (reading.granularity === 'part-of-day') return { ...OPEN, beginMin };
      return endMax === null ? plain : { ...OPEN, beginMin: shift(endMax, 1) };
    default:
      return plain;
  }
}

/** "within three weeks": from the day of the report to three weeks from it. */
function withinLength({ value }: Reading, anchor: Day): Bounds {
  const parts = /^P(T?)(\d+|X)([A-Z]+)/.exec(value);
  if (parts === null) return OPEN;
  const unit = (parts[1] === 'T' && parts[3] === 'M' ? 'MIN' : parts[3]) as Unit;
  const last = parts[2] === 'X' ? null : shiftUnits(anchor, Number(parts[2]), unit);
  return { ...OPEN, beginMin: anchor, endMax: last };
}
