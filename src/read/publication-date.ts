import type { Message } from '../message.ts';
import { readWrittenDate } from './written-date.ts';

/** The date that several marks of an input name: the first that is a date. */
export interface PublicationDate {
  /** As written; absent where there is none. */
  readonly date?: string;
  readonly messages: readonly Message[];
}

/**
 * Settles between the dates an input gives for its publication, the most trusted first. A date that cannot be read
 * counts only where no other can; dates of different days are noticed, unless they are one instant.
 */
export function settlePublication(written: readonly string[]): PublicationDate {
  const readable = written.filter((date) => 'day' in readWrittenDate(date));
  const date = readable[0] ?? written[0];
  if (date === undefined) return { messages: [] };
  const other = readable.find((candidate) => !sameDay(date, candidate));
  if (other === undefined) return { date, messages: [] };
  const message: Message = {
    rule: 'read/dates-differ',
    severity: 'warning',
    text: `the input gives two dates of publication, ${quote(date)} and ${quote(other)}; the first was used; check it`,
  };
  return { date, messages: [message] };
}

/** 23:30 in New York and 03:30 UTC of the next day are one instant. */
function sameDay(one: string, other: string): boolean {
  const [first, second] = [readWrittenDate(one), readWrittenDate(other)];
  if ('day' in first && 'day' in second && first.day === second.day) return true;
  return one.includes(':') && other.includes(':') && Date.parse(one) === Date.parse(other);
}

function quote(text: string): string {
  return JSON.stringify(text.trim().slice(0, 40));
}
