import type { Span } from '../report.ts';
import type { Actor, ActorVia } from './actor.ts';
import type { TitleOf } from './directory.ts';

/** A mention on its way: found, perhaps not yet resolved. */
export interface Draft {
  readonly start: number;
  readonly end: number;
  /** Words it covers, by index. */
  readonly from: number;
  readonly to: number;
  /** Null where only the report as a whole can tell ("his Chinese counterpart"). */
  readonly actor: Actor | null;
  readonly via: ActorVia;
  readonly rule: string;
  /** The state that owns it: CHN in "China's neighbours". */
  readonly owner: string | null;
  readonly pending?: Counterpart | Own | Role;
  readonly antecedent?: Span;
  /** The title of somebody whom it does not name: "the Iranian minister". */
  readonly head?: Head;
}

/** "his Chinese counterpart": whose, of which country, and how many. */
export interface Counterpart {
  readonly kind: 'counterpart';
  /** The word that says whose: a pronoun by index, or null where a mention stands before it. */
  readonly pronoun: number | null;
  readonly country: string | null;
  readonly plural: boolean;
}

/** "its troops", "his foreign minister": what belongs to whom the pronoun means. */
export interface Own {
  readonly kind: 'own';
  /** Index of the pronoun. */
  readonly pronoun: number;
  readonly head: Head;
}

/** "her boss", "his successor": somebody who stands in a relation to whom the pronoun means. */
export interface Role {
  readonly kind: 'role';
  /** Index of the pronoun; the noun follows it. */
  readonly pronoun: number;
}

/** A title or its like read off the words. */
export interface Head {
  readonly kind: 'title' | 'body' | 'group' | 'counterpart';
  /** Index of the word after it. */
  readonly to: number;
  readonly titles: readonly TitleOf[];
  readonly plural: boolean;
  readonly former: boolean;
  /** What somebody is to become, whoever holds it now. */
  readonly sought?: boolean;
  readonly body?: {
    readonly id: string;
    readonly label: string;
    readonly country: string | null;
    readonly sector: string;
  };
  readonly group?: {
    readonly id: string;
    readonly kind: Actor['kind'];
    readonly sector: string | undefined;
    readonly foreign: boolean;
  };
  /** Named after it: "ambassador to China", "president of Brazil". */
  readonly of: Owner | null;
  /** The country that "ambassador to" names. */
  readonly postedTo: string | null;
}

/** Whose something is. */
export interface Owner {
  readonly from: number;
  readonly to: number;
  readonly country: string | null;
  readonly organisation: string | null;
  /** The adjective or name to build a name from: "Chinese", "UN". */
  readonly label: string;
  readonly actor: Actor;
  readonly form: 'name' | 'adjective' | 'people' | 'capital' | 'seat' | 'organisation' | 'body';
}

/** The draft that begins at a word; they are in order. */
export function draftFrom(drafts: readonly Draft[], from: number): Draft | undefined {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drafts[middle]!.from < from) low = middle + 1;
    else high = middle;
  }
  return drafts[low]?.from === from ? drafts[low] : undefined;
}
