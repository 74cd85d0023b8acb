import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the build puts the pages; the same place from src/ and from dist/. */
const FOLDER = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Addresses that the pages know, beside the files that they are made of. */
export const PAGES = [
  '/',
  '/read',
  '/search',
  '/reports',
  '/reports/:id',
  '/dyads/:pair',
  '/dyads/:pair/claims',
] as const;

interface PageFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The files of the pages by path, held in memory: no path of a request ever reaches the disk. Empty where the
 * pages are not built.
 */
export function loadPages(): ReadonlyMap<string, PageFile> {
  if (!existsSync(FOLDER)) return new Map();
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => extname(name) in TYPES)
      .map((name) => {
        // The names of assets carry a hash of what is in them.
        const cache = name.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache';
        const headers = { 'content-type': TYPES[extname(name)]!, 'cache-control': cache };
        return [
          `/${name.replaceAll('\\', '/')}`,
          { body: new Uint8Array(readFileSync(FOLDER + name)), headers },
        ];
      }),
  );
}
