import type { Message } from '../message.ts';
import { bytesOf, nameOf, type Source, UnreadableSource } from './byte-source.ts';
import { decodeText } from './decode.ts';
import { detectLanguage } from './detect-language.ts';
import { formOf, startsJsonl } from './form.ts';
import { readHtml } from './html.ts';
import { readJsonFeed } from './json-feed.ts';
import { readJsonLine } from './json-line.ts';
import { linesOf } from './lines.ts';
import { makeReport, type RawReport } from './make-report.ts';
import { MAX_BYTES, type ReadOptions, type ReadOutcome, type Refusal, refuse } from './outcome.ts';
import { readPlainText } from './plain-text.ts';

export type { Source } from './byte-source.ts';
export type { ReadOptions, ReadOutcome } from './outcome.ts';

/**
 * Reads the reports of a source, one after the other: plain text with a dateline or header lines, a page of HTML, a
 * feed (RSS, Atom, JSON Feed), or JSONL, any of them gzipped. JSONL is streamed; one line, or one file of another
 * form, is the most that is held in memory. A bad report gives a refusal and the rest is read; only our own faults
 * are thrown.
 *
 * @example for await (const outcome of readReports({ path: 'news.jsonl' }, { now: '2024-07-01' })) { … }
 */
export async function* readReports(source: Source, options: ReadOptions = {}): AsyncGenerator<ReadOutcome> {
  const name = nameOf(source);
  try {
    const chunks = bytesOf(source);
    const { head, whole } = await peek(chunks);
    if (startsJsonl(name, head)) yield* readJsonl(name, whole, options);
    else yield* readFile(name, whole, options);
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

/** A file that is held as a whole: text, a page or a feed. */
async function* readFile(
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
  if ('problem' in decoded) {
    yield refuse(name, decoded.problem);
    return;
  }
  for await (const found of takeApart(name, decoded.text))
    yield await finish(found, decoded.messages, options);
}

async function* takeApart(name: string, text: string): AsyncGenerator<RawReport | Refusal> {
  const form = formOf(name, text);
  if (form === 'feed') {
    // Loaded late, like the parsers behind pages: most inputs need none of them.
    const { readFeed } = await import('./feed.ts');
    yield* readFeed(name, text);
  } else if (form === 'json feed') yield* readJsonFeed(name, text);
  else if (form === 'page') {
    const page = await readHtml(name, text);
    yield 'problem' in page ? refuse(name, page.problem) : page;
  } else if (form === 'xml') {
    yield refuse(name, 'this is XML, but neither a feed nor a page; save the article as plain text');
  } else yield* readPlainText(name, text);
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
    if ('problem' in decoded) {
      yield refuse(where, decoded.problem);
      continue;
    }
    const raw = readJsonLine(name, number, decoded.text);
    yield 'problem' in raw ? refuse(where, raw.problem) : await finish(raw, decoded.messages, options);
  }
  if (!any) yield refuse(name, 'there is no text');
}

/** Checks what a door has found, and detects the language where the input does not say it. */
async function finish(
  found: RawReport | Refusal,
  messages: readonly Message[],
  options: ReadOptions,
): Promise<ReadOutcome> {
  if ('kind' in found) return found;
  const raw =
    messages.length === 0 ? found : { ...found, messages: [...messages, ...(found.messages ?? [])] };
  const outcome = makeReport(raw, options);
  if (outcome.kind === 'refused' || outcome.report.language !== 'und') return outcome;
  const language = await detectLanguage(outcome.report.text);
  return { ...outcome, report: { ...outcome.report, language } };
}
