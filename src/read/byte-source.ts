import { createReadStream, statSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Where reports come from: a file by its path, or a stream with the name to show for it. */
export type Source = { readonly path: string } | { readonly name: string; readonly stream: Readable };

/** A reason the user can mend, found before or while bytes are read. */
export class UnreadableSource extends Error {}

export function nameOf(source: Source): string {
  return 'path' in source ? source.path : source.name;
}

/** The bytes of a source in chunks, unzipped where they begin like gzip. Throws `UnreadableSource`. */
export async function* bytesOf(source: Source): AsyncGenerator<Uint8Array> {
  const stream = 'path' in source ? openFile(source.path) : source.stream;
  try {
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array | string>;
    const first = await nextBytes(chunks);
    if (first === null) return;
    if (first[0] === 0x1f && first[1] === 0x8b) {
      yield* unzip(first, chunks);
      return;
    }
    for (let chunk: Uint8Array | null = first; chunk !== null; chunk = await nextBytes(chunks)) yield chunk;
  } catch (error) {
    throw explain(error);
  } finally {
    stream.destroy();
  }
}

function openFile(path: string): Readable {
  try {
    if (statSync(path).isDirectory()) {
      throw new UnreadableSource('this is a folder; name the files in it');
    }
  } catch (error) {
    throw explain(error);
  }
  return createReadStream(path, { highWaterMark: 1 << 18 });
}

async function* unzip(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  async function* zipped(): AsyncGenerator<Uint8Array> {
    for (let chunk: Uint8Array | null = first; chunk !== null; chunk = await nextBytes(rest)) yield chunk;
  }
  // An error destroys the stream, so that the loop below throws it; the callback has nothing left to do.
  const gunzip = pipeline(zipped, createGunzip(), () => {});
  for await (const chunk of gunzip) yield chunk as Uint8Array;
}

async function nextBytes(chunks: AsyncIterator<Uint8Array | string>): Promise<Uint8Array | null> {
  const { done, value } = await chunks.next();
  if (done === true) return null;
  return typeof value === 'string' ? Buffer.from(value) : value;
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnreadableSource) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UnreadableSource('there is no such file; check the path');
  if (code === 'EACCES' || code === 'EPERM')
    return new UnreadableSource('the file may not be read; check its permissions');
  if (code.startsWith('Z_'))
    return new UnreadableSource('the compressed data is damaged or ends early; what came before was read');
  if (code === 'EIO' || code === 'EISDIR') return new UnreadableSource(`the file cannot be read (${code})`);
  return error;
}
