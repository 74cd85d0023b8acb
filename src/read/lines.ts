import { MAX_BYTES } from './outcome.ts';

/** One line of a stream; `bytes` is null where the line is longer than may be held in memory. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Cuts a stream of bytes into lines, holding no more than one line of at most `MAX_BYTES` at a time. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let number = 1;
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (last: Uint8Array): Line => {
    size += last.length;
    const bytes = size > MAX_BYTES ? null : held.length === 0 ? last : Buffer.concat([...held, last]);
    held = [];
    size = 0;
    return { number: number++, bytes };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield take(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from === chunk.length) continue;
    size += chunk.length - from;
    if (size > MAX_BYTES) held = [];
    else held.push(chunk.subarray(from));
  }
  if (size > 0) yield take(new Uint8Array());
}
