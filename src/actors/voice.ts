import type { Span } from '../report.ts';
import type { Actor } from './actor.ts';

/** Words of a report that are somebody's own: a turn of a transcript, or all of a speech. */
export interface Voice extends Span {
  /** Whoever speaks; several of a joint statement, nobody where the label is no one we know ("QUESTION: ..."). */
  readonly speakers: readonly Actor[];
  /** Where it is shown who speaks: the words before the colon, a name in the title, the first "I". */
  readonly label: Span | null;
  /** Whether all of it is said by the speaker: not so of a release that only says "we". */
  readonly spoken: boolean;
}
