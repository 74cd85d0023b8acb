import type { ActorMention } from '../src/actors/actor.ts';

/** A sentence in which two actors are marked: `<s>` who may act, `<t>` towards whom. */
export interface MarkedPair {
  readonly text: string;
  /** Null where the sentence marks none. */
  readonly source: ActorMention | null;
  readonly target: ActorMention | null;
}

/** Takes the marks out of a sentence. */
export function readMarkedPair(marked: string): MarkedPair {
  let text = '';
  const at = { '<s>': -1, '</s>': -1, '<t>': -1, '</t>': -1 };
  for (const part of marked.split(/(<\/?[st]>)/)) {
    if (part in at) at[part as keyof typeof at] = text.length;
    else text += part;
  }
  return {
    text,
    source: mentionOf(text, 'source', at['<s>'], at['</s>']),
    target: mentionOf(text, 'target', at['<t>'], at['</t>']),
  };
}

function mentionOf(text: string, id: string, start: number, end: number): ActorMention | null {
  if (start < 0 || end <= start) return null;
  const actor = { id, kind: 'group', name: text.slice(start, end), country: null } as const;
  return { start, end, actor, via: 'name', rule: 'given' };
}
