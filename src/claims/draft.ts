import type { ActorMention } from '../actors/actor.ts';
import type { When } from '../time/when.ts';
import type { Alternative, Attribution, ClaimKind, Direction, EventType, RuleTrace } from './claim.ts';
import type { Reading } from './reading.ts';
import type { Reality } from './reality.ts';

/** A claim in the making: its words are known, its days may still come from another sentence. */
export interface Draft {
  readonly reading: Reading;
  readonly kind: ClaimKind;
  readonly type: EventType | null;
  readonly mode?: string;
  readonly direction?: Direction;
  /** Where the words leave a choice. */
  readonly alternatives?: readonly Alternative[];
  readonly contexts: readonly string[];
  /** The token that carries the meaning. */
  readonly node: number;
  /** The top token of the clause. */
  readonly clause: number;
  /** Words of the trigger, in text order. */
  readonly words: readonly number[];
  actors: readonly ActorMention[];
  recipients: readonly ActorMention[];
  readonly place: ActorMention | null;
  readonly reality: Reality;
  readonly attribution: Attribution;
  /** What the clause itself says of the time, or null. */
  when: When | null;
  /** The claim is a standing view, not a state of things: it has no days. */
  readonly standing: boolean;
  issues: readonly string[];
  /** One thing of a list: it is about its own words. */
  readonly isItem?: boolean;
  /** Its words do not say whose act it is: they refer back to one told elsewhere. */
  readonly refersBack?: true;
  readonly rules: RuleTrace[];
}
