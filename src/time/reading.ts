import type { Day } from '../report.ts';
import type { Count } from './count.ts';
import { type Period, shiftUnits } from './periods.ts';
import type { Part, Unit } from './vocabulary.ts';
import type { Granularity, TimeMention, TimeRelation } from './when.ts';

/** The four bounds of a `When`. */
export interface Bounds {
  readonly beginMin: Day | null;
  readonly beginMax: Day | null;
  readonly endMin: Day | null;
  readonly endMax: Day | null;
}

/** What a rule makes of the words it matched, before prepositions are looked at. */
export interface Reading extends Bounds {
  readonly type: TimeMention['type'];
  readonly value: string;
  readonly mod?: string;
  readonly granularity: Granularity;
  /** The reading that grammar allows too. */
  readonly rejected?: { readonly value: string; readonly bounds: Bounds };
  /** Later expressions ("the same week") can lean on it. */
  readonly dated: boolean;
  /** Where it was read from, if not from the publication day. */
  readonly anchor?: Day;
  /** Where the words before it do not say it better. */
  readonly relation?: TimeRelation;
}

export const OPEN: Bounds = { beginMin: null, beginMax: null, endMin: null, endMax: null };

/** A sure interval. */
export function boundsOf({ from, to }: { readonly from: Day; readonly to: Day }): Bounds {
  return { beginMin: from, beginMax: from, endMin: to, endMax: to };
}

/** A `DATE`; the other period, where there is one, is kept as rejected. */
export function dateReading(period: Period | null, other?: Period | null): Reading | null {
  if (period === null) return null;
  return {
    ...boundsOf(period),
    type: 'DATE',
    value: period.value,
    granularity: period.granularity,
    dated: true,
    ...(other && other.value !== period.value
      ? { rejected: { value: other.value, bounds: boundsOf(other) } }
      : {}),
  };
}

/** "Tuesday evening": the day with a part of day. */
export function partReading(date: Reading, part: Part): Reading | null {
  if (date.granularity !== 'day' || date.value.length !== 10) return null;
  return timeReading(date, part);
}

/** "10:35 a.m. Friday". */
export function clockReading(date: Reading, clock: string): Reading | null {
  if (date.granularity !== 'day' || date.value.length !== 10) return null;
  return timeReading(date, clock);
}

function timeReading(date: Reading, time: string): Reading {
  const { rejected } = date;
  return {
    ...date,
    type: 'TIME',
    value: `${date.value}T${time}`,
    granularity: 'part-of-day',
    ...(rejected === undefined ? {} : { rejected: { ...rejected, value: `${rejected.value}T${time}` } }),
  };
}

const REFERENCES = {
  PRESENT_REF: (day: Day): Bounds => ({ beginMin: null, beginMax: day, endMin: day, endMax: null }),
  PAST_REF: (day: Day): Bounds => ({ ...OPEN, endMax: day }),
  FUTURE_REF: (day: Day): Bounds => ({ ...OPEN, beginMin: day }),
};

/** "now", "recently", "soon". */
export function referenceReading(value: keyof typeof REFERENCES, anchor: Day): Reading {
  return { ...REFERENCES[value](anchor), type: 'DATE', value, granularity: 'vague', dated: false };
}

const UNIT_SIZE: Record<Unit, Granularity> = {
  S: 'part-of-day',
  MIN: 'part-of-day',
  H: 'part-of-day',
  D: 'day',
  WE: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
  DE: 'decade',
  CE: 'century',
};

function granularityOf(unit: Unit): Granularity {
  return UNIT_SIZE[unit];
}

/** TIMEX3 duration: `P2D`, `PT3H`, `PXY`; halves become the next smaller unit, `P2Y6M`. */
export function durationValue(count: Count, unit: Unit): string {
  const letter = {
    S: 'S',
    MIN: 'M',
    H: 'H',
    D: 'D',
    WE: 'WE',
    W: 'W',
    M: 'M',
    Q: 'Q',
    Y: 'Y',
    DE: 'DE',
    CE: 'CE',
  }[unit];
  const prefix = unit === 'S' || unit === 'MIN' || unit === 'H' ? 'PT' : 'P';
  if (count.n === null) return `${prefix}X${letter}`;
  if (unit === 'DE') return `P${count.n * 10}Y`;
  if (unit === 'CE') return `P${count.n * 100}Y`;
  const whole = Math.floor(count.n);
  if (whole === count.n || count.n - whole !== 0.5) return `${prefix}${count.n}${letter}`;
  const rest = { H: '30M', MIN: '30S', Y: '6M' }[unit as string];
  if (rest === undefined) return `${prefix}${count.n}${letter}`;
  return `${prefix}${whole === 0 ? '' : whole + letter}${rest}`;
}

/** "three days": a length, tied to no day. */
export function durationReading(count: Count, unit: Unit, mod?: string): Reading {
  return {
    ...OPEN,
    type: 'DURATION',
    value: durationValue(count, unit),
    granularity: granularityOf(unit),
    dated: false,
    ...(mod === undefined ? {} : { mod }),
  };
}

/** "the past two years": a length that ends, or begins, with the anchor. */
export function anchoredDuration(
  anchor: Day,
  count: Count,
  unit: Unit,
  side: 'back' | 'forward',
  mod?: string,
): Reading {
  const reading = durationReading(count, unit, mod);
  const far = count.n === null ? null : shiftUnits(anchor, side === 'back' ? -count.n : count.n, unit);
  const bounds: Bounds =
    side === 'back'
      ? { beginMin: far, beginMax: far, endMin: anchor, endMax: anchor }
      : { beginMin: anchor, beginMax: anchor, endMin: far, endMax: far };
  return { ...reading, ...bounds };
}

/** "every day", "twice a year". */
export function setReading(unit: Unit, value: string = durationValue({ n: 1 }, unit)): Reading {
  return { ...OPEN, type: 'SET', value, granularity: granularityOf(unit), dated: false };
}

export function withMod(reading: Reading | null, mod: string | undefined): Reading | null {
  return reading === null || mod === undefined ? reading : { ...reading, mod };
}
