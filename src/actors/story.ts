import type { Span } from '../report.ts';
import type { ActorMention } from './actor.ts';
import type { Draft } from './draft.ts';
import type { Reader } from './reader.ts';

/** A mention with what later words need to refer back to it. */
export interface Told {
  readonly mention: ActorMention;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** Whether it looks like the subject of its clause. */
  readonly subject: boolean;
  readonly owner: string | null;
  /** `f` or `m` where a word says so: "spokeswoman", "Mr". */
  readonly gender: 'f' | 'm' | null;
  /** A name or title, not a pronoun. */
  readonly named: boolean;
}

/** The report's mentions while it is read once more from the start. */
export interface Story {
  readonly reader: Reader;
  readonly told: Told[];
  /** Every draft of the report, also those still ahead. */
  readonly drafts: readonly Draft[];
  /** What words have said of a person's gender, by id. */
  readonly genders: Map<string, 'f' | 'm'>;
  /** The first person whom the report names. */
  readonly firstPerson: Draft | undefined;
  /** The two countries that the report names most often, once somebody has asked. */
  leading?: readonly { readonly country: string; readonly span: Span }[];
}

/** How many mentions back anything looks, so that a hostile text costs no more than its length. */
const WINDOW = 64;

/** The mentions from a sentence on, oldest first, at most the last 64. */
export function toldSince({ told }: Story, sentence: number): Told[] {
  let from = told.length;
  while (from > 0 && told.length - from < WINDOW && told[from - 1]!.sentence >= sentence) from--;
  return told.slice(from);
}
