import type { Message } from '../message.ts';
import type { Day, Report } from '../report.ts';

/** What became of one report of an input: read, or refused with what is wrong and what to do. */
export type ReadOutcome =
  | { readonly kind: 'report'; readonly report: Report; readonly messages: readonly Message[] }
  | Refusal;

export interface Refusal {
  readonly kind: 'refused';
  /** The file as it was named, with the line where there are several reports in it: `news.jsonl:12`. */
  readonly where: string;
  /** One line: what is wrong, the value quoted, and what to do. */
  readonly reason: string;
}

export interface ReadOptions {
  /** Publication day of reports that carry no usable date of their own. */
  readonly date?: Day;
  /** The day it is; a report dated after it gets a message. Without it nothing is checked. */
  readonly now?: Day;
}

/** Most UTF-16 units that the text of one report may have: two million, about a thick book. */
export const MAX_TEXT = 2_000_000;

/** Most bytes that one file of plain text or one line of JSON may have before it is decoded. */
export const MAX_BYTES = 8_000_000;

export function refuse(where: string, reason: string): Refusal {
  return { kind: 'refused', where, reason };
}
