import type { Actor } from './actor.ts';
import type { Draft } from './draft.ts';
import type { Reader } from './reader.ts';
import { BREAK, COMMA, POSSESSIVE } from './words.ts';

/** What was found at a word, and where to go on. */
export interface Found {
  readonly drafts: readonly Draft[];
  readonly next: number;
}

export function one(
  reader: Reader,
  from: number,
  to: number,
  actor: Actor | null,
  via: Draft['via'],
  rule: string,
  owner: string | null,
  next: number,
): Found {
  const { words } = reader;
  return {
    drafts: [{ start: words.starts[from]!, end: words.ends[to - 1]!, from, to, actor, via, rule, owner }],
    next,
  };
}

/** A comma, stop or the end follows. */
export function closes(reader: Reader, at: number): boolean {
  const gap = reader.words.gaps[at];
  return gap === undefined || gap === COMMA || gap === BREAK || reader.words.forms[at - 1]! & POSSESSIVE
    ? true
    : /^(?:and|said|says|told|has|had|will|would|is|was|in|on|at)$/.test(reader.words.keys[at]!);
}
