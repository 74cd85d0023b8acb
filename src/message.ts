import type { Span } from './report.ts';

/**
 * What we noticed but could not settle: never an exception, stored and shown beside the sentence.
 * `rule` is a findable name such as `read/date-after-now`; docs/messages.md lists every one.
 */
export interface Message {
  readonly rule: string;
  readonly severity: 'note' | 'warning';
  /** One line that says what is so and what to do about it. */
  readonly text: string;
  readonly span?: Span;
}
