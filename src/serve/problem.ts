import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from './answers.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  403: 'Not from here',
  404: 'There is no such thing',
  405: 'That is not done here',
  413: 'Too much at once',
  500: 'An error of our own',
};

/** What the asker can mend; answered as RFC 9457 problem details. */
export function problem(status: ContentfulStatusCode, detail: string): HTTPException {
  return new HTTPException(status, { message: detail });
}

/** Every error of the API has this one shape. */
export function answerProblem(context: Context, error: unknown): Response {
  const known = error instanceof HTTPException;
  const status = known ? error.status : 500;
  const body: Problem = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail: known
      ? error.message
      : 'detente met an error of its own; please report it with what was asked for',
  };
  return context.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}
