import type { Day } from '../report.ts';
import type { TimeMention } from './when.ts';

/** EDTF's codes of what is shorter than a year and longer than a month: seasons, quarters, halves. */
const SUB_YEARS: Readonly<Record<string, string>> = {
  SP: '21',
  SU: '22',
  FA: '23',
  WI: '24',
  Q1: '33',
  Q2: '34',
  Q3: '35',
  Q4: '36',
  H1: '40',
  H2: '41',
};

/**
 * The days of a mention in EDTF (ISO 8601-2, up to level 2), null where it is tied to no day: a bare length, a set.
 * A date keeps how exact it is (`2023-06`, `199X`, season `2014-21`, quarter `2022-35`, half `2022-41`); `~` marks
 * "about"; a range, a week or a part of a period is an interval of days; `..` is an end left open ("since
 * January 2021"), an empty end one that is not known ("by July").
 *
 * @example toEdtf(mention) // '2021-01/..' for "since January 2021"
 */
export function toEdtf(mention: TimeMention): string | null {
  const { when, relation } = mention;
  const { beginMin, beginMax, endMin, endMax } = when;
  if (mention.type === 'SET' || (beginMin ?? beginMax ?? endMin ?? endMax) === null) return null;
  if (mention.value === 'PRESENT_REF') return beginMax === null ? null : `${beginMax}~`;
  // A range carries both ends, whichever of them the mention is.
  const closed = beginMax !== null && endMin !== null;
  if (closed && (relation === 'since' || relation === 'until')) return interval(beginMin, endMax);
  const own = ownValue(mention);
  switch (relation) {
    case 'since':
      return `${own ?? beginMin ?? ''}/..`;
    case 'until':
    case 'by':
      return `/${own ?? endMax ?? ''}`;
    case 'before':
      return `/${endMax ?? ''}`;
    case 'after':
      return `${beginMin ?? ''}/`;
    default:
      return own ?? interval(beginMin ?? beginMax, endMax ?? endMin);
  }
}

/** The value of the words themselves, as exact as they are; null where only an interval says it. */
function ownValue({ value, mod, type, when }: TimeMention): string | null {
  const about = mod === 'APPROX' ? '~' : '';
  const stated = edtfOf(value, type);
  if (stated === null) return null;
  // "Late June" is some days of June; a day has no parts.
  const parted = mod === 'START' || mod === 'MID' || mod === 'END';
  const oneDay = when.beginMin !== null && when.beginMin === when.endMax;
  return parted && !oneDay ? null : stated + about;
}

function edtfOf(value: string, type: TimeMention['type']): string | null {
  if (type === 'DURATION') return null;
  // Clock times are written out to the second; parts of a day have no code.
  const clock = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?$/.exec(value);
  if (clock !== null) return `${clock[1]}T${clock[2]}${clock[3] ?? ':00'}`;
  const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(value);
  if (day !== null) return day[0];
  const part = /^(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$/.exec(value);
  if (part !== null) return `${part[1]}-${SUB_YEARS[part[2]!]}`;
  if (/^\d{4}(-\d\d)?$/.test(value)) return value;
  return /^\d{2,3}$/.test(value) ? value.padEnd(4, 'X') : null;
}

function interval(from: Day | null, to: Day | null): string {
  return from !== null && from === to ? from : `${from ?? ''}/${to ?? ''}`;
}
