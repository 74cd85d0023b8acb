import type { AnnotatedSaying } from './attribution-score.ts';

const CUES = /\b(?:said|says|told|added|asked|wrote|noted|claimed|argued|announced|explained|tweeted)\b/;

/**
 * The plain quotation finder that ours is compared with: what stands between two quotation marks, the nearest word
 * of saying within 80 characters, and the capitalised words beside it.
 */
export function plainQuotations(text: string): AnnotatedSaying[] {
  const found: AnnotatedSaying[] = [];
  for (const { 0: quotation, index } of text.matchAll(/["“][^"“”]{3,2000}["”]/g)) {
    const end = index + quotation.length;
    const after = text.slice(end, end + 80).split('\n')[0]!;
    const before = text
      .slice(Math.max(0, index - 80), index)
      .split('\n')
      .at(-1)!;
    const behind = CUES.exec(after);
    const ahead = behind === null ? CUES.exec(before) : null;
    const cueStart =
      behind !== null ? end + behind.index : ahead !== null ? index - before.length + ahead.index : null;
    if (cueStart === null) continue;
    const cueEnd = cueStart + (behind ?? ahead)![0].length;
    const source = nameBeside(text, cueStart, cueEnd);
    found.push({
      content: [[index, end]],
      cue: [[cueStart, cueEnd]],
      ...(source === null ? {} : { source: [source] }),
    });
  }
  return found;
}

function nameBeside(text: string, cueStart: number, cueEnd: number): readonly [number, number] | null {
  const next = /^ ((?:[A-Z][\w’'-]{0,30} ?){1,4})/.exec(text.slice(cueEnd, cueEnd + 120));
  if (next !== null) return [cueEnd + 1, cueEnd + 1 + next[1]!.trimEnd().length];
  const before = text.slice(Math.max(0, cueStart - 120), cueStart);
  const last = Array.from(before.matchAll(/(?:[A-Z][\w’'-]{0,30} ?){1,4}|\b(?:he|she|they)\b/g)).at(-1);
  if (last === undefined) return null;
  const start = cueStart - before.length + last.index;
  return [start, start + last[0].trimEnd().length];
}
