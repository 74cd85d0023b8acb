import { bytesOf, nameOf, type Source, UnreadableSource } from './byte-source.ts';
import { decodeText } from './decode.ts';
import { readJsonLine } from './json-line.ts';
import { linesOf } from './lines.ts';
import { makeReport } from './make-report.ts';
import { MAX_BYTES, type ReadOptions, type ReadOutcome, refuse } from './outcome.ts';
import { readPlainText } from './plain-text.ts';

export type { Source } from './byte-source.ts';
export type { ReadOptions, ReadOutcome } from './outcome.ts';

/**
 * Reads the reports of a source, one after the other: plain text with a dateline or header lines, or JSONL, either
 * of them gzipped. JSONL is streamed; one line, or one file of plain text, is the most that is held in memory.
 * A bad report gives a refusal and the rest is read; only our own faults are thrown.
 *
 * @example for await (const outcome of readReports({ path: 'news.jsonl' }, { now: '2024-07-01' })) { … }
 */
export async function* readReports(source: Source, options: ReadOptions = {}): AsyncGenerator<ReadOutcome> {
  const name = nameOf(source);
  try {
    const chunks = bytesOf(source);
    const { head, whole } = await peek(chunks);
    if (isJsonl(name, head)) yield* readJsonl(name, whole, options);
    else yield* readText(name, whole, options);
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    yield refuse(name, error.message);
  }
}

/** The first bytes of a stream, and the stream with them put back. */
async function peek(
  chunks: AsyncGenerator<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const first = await chunks.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    yield* chunks;
  }
  return { head, whole: whole() };
}

/** By the name where it tells, else by the first character that is no white space. */
function isJsonl(name: string, head: Uint8Array): boolean {
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)) return true;
  if (/\.te?xt(?:\.gz)?$/i.test(name)) return false;
  const first = head.find((byte, at) => byte > 32 && !(at < 3 && byte >= 0xbb));
  return first === 0x7b;
}

async function* readText(
  name: string,
  chunks: AsyncGenerator<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadOutcome> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      yield refuse(
        name,
        `the file has more than ${MAX_BYTES} bytes; put large collections in JSONL, one report a line`,
      );
      return;
    }
    pieces.push(chunk);
  }
  const decoded = decodeText(Buffer.concat(pieces));
  const found = 'problem' in decoded ? decoded : readPlainText(name, decoded.text);
  if ('problem' in found) yield refuse(name, found.problem);
  else for (const raw of found) yield makeReport(raw, options);
}

async function* readJsonl(
  name: string,
  chunks: AsyncGenerator<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadOutcome> {
  let any = false;
  for await (const { number, bytes } of linesOf(chunks)) {
    const where = `${name}:${number}`;
    if (bytes === null) {
      any = true;
      yield refuse(where, `the line has more than ${MAX_BYTES} bytes`);
      continue;
    }
    const decoded = decodeText(bytes);
    if ('text' in decoded && decoded.text.trim() === '') continue;
    any = true;
    const raw = 'problem' in decoded ? decoded : readJsonLine(name, number, decoded.text);
    yield 'problem' in raw ? refuse(where, raw.problem) : makeReport(raw, options);
  }
  if (!any) yield refuse(name, 'there is no text');
}
