import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/** Nothing but our own files, no inline script or style, no frame around us, no request elsewhere. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const OURSELVES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Answers only who asks for this machine by its own name, so that a page elsewhere cannot reach the ledger by
 * naming a host that leads here (DNS rebinding), and takes nothing in that another site sends.
 */
export function guard(hosts: readonly string[]): MiddlewareHandler {
  const names = new Set([...OURSELVES, ...hosts]);
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!names.has(URL.parse(`http://${host}`)?.hostname ?? '')) {
      throw problem(403, `this server does not answer for "${host.slice(0, 80)}"`);
    }
    if (
      context.req.method === 'POST' &&
      !isOwn(context.req.header('origin'), host, context.req.header('sec-fetch-site'))
    ) {
      throw problem(403, 'reports are taken only from the pages of this server and from programs');
    }
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  };
}

/** A browser names the page that sends; a program sends neither header. */
function isOwn(origin: string | undefined, host: string, site: string | undefined): boolean {
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || origin === `http://${host}`;
}
