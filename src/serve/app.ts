import { extname } from 'node:path';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { isDay } from '../day.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Day } from '../report.ts';
import type { Ledger } from '../store/ledger.ts';
import { answerReport } from './answer-report.ts';
import type {
  ClaimAnswer,
  ClaimsAnswer,
  CodebookAnswer,
  DyadsAnswer,
  ReportsAnswer,
  SearchAnswer,
  Side,
} from './answers.ts';
import { cite, headOf, targetOf } from './cite.ts';
import { ABOUT, claimsAbout } from './claims-about.ts';
import { findCountry, NoSuchCountry, nameOfCountry } from './country-words.ts';
import { dyadPage } from './dyad-page.ts';
import { eventOf } from './event-of.ts';
import { guard } from './guard.ts';
import { analyseIntake, type Intake, recordIntake } from './intake.ts';
import { loadPages, PAGES } from './pages.ts';
import { pictureOf } from './picture-of.ts';
import { answerProblem, problem } from './problem.ts';

export interface AppOptions {
  readonly ledger: Ledger;
  readonly knowledge: Knowledge;
  /** Names of this machine, beside localhost, under which it may be asked. */
  readonly hosts?: readonly string[];
  /** This instant, ISO 8601 in UTC. */
  readonly now: () => string;
  /** The day it is; reports dated after it get a message. */
  readonly today: () => Day;
  /** Told of every error of our own, whose answer says nothing of where it arose. */
  readonly onFault?: (error: unknown) => void;
}

/** Most bytes of what is pasted or dropped. */
const MOST_BYTES = 16_000_000;
const MOST_ROWS = 500;

/**
 * The HTTP API, the same functions as the command line, and the pages over it. Everything about meaning is asked
 * of the store and the relations.
 *
 * @example createApp({ ledger, knowledge, now, today }).request('/v1/dyads')
 */
export function createApp({ ledger, knowledge, hosts = [], now, today, onFault }: AppOptions): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    if (!(error instanceof HTTPException)) onFault?.(error);
    return answerProblem(context, error);
  });
  app.use(guard(hosts));
  app.use('/v1/*', etag());
  app.notFound((context) => answerProblem(context, problem(404, `there is nothing at ${context.req.path}`)));

  app.get('/v1/codebook', only(), (context) => context.json(codebook(knowledge)));

  app.get('/v1/dyads', only('asOf', 'limit'), (context) => {
    const asOf = dayOf(context, 'asOf') ?? ledger.lastDay();
    const dyads = asOf === null ? [] : ledger.dyads(asOf);
    const shown = dyads.slice(0, limitOf(context, 100));
    const answer: DyadsAnswer = {
      asOf,
      counts: ledger.counts(asOf ?? undefined),
      dyads: shown.map(({ sides: [a, b], ...rest }) => ({ sides: [sideOf(a), sideOf(b)], ...rest })),
      total: dyads.length,
    };
    return context.json(answer);
  });

  app.get('/v1/dyads/:pair', only('asOf'), (context) => {
    const sides = sidesOf(context.req.param('pair'));
    return context.json(pictureOf(ledger, knowledge, [sides[0].code, sides[1].code], asOfOf(context)));
  });

  app.get('/v1/dyads/:pair/page', only('asOf', 'since', 'all'), (context) => {
    const since = dayOf(context, 'since');
    const all = new Set((context.req.query('all') ?? '').split(',').filter((name) => name !== ''));
    const options = { asOf: asOfOf(context), all, ...(since === undefined ? {} : { since }) };
    return context.json(dyadPage(ledger, knowledge, sidesOf(context.req.param('pair')), options));
  });

  app.get('/v1/dyads/:pair/claims', only('asOf', 'limit', ...ABOUT), (context) => {
    const sides = sidesOf(context.req.param('pair'));
    const asOf = asOfOf(context);
    const dyad = pictureOf(ledger, knowledge, [sides[0].code, sides[1].code], asOf);
    const selection = claimsAbout(dyad, context.req.query(), sides[0].code, knowledge);
    if (selection === null) throw problem(404, 'this picture has no such thing; it may be of another day');
    const claims = [...selection.claims].reverse().slice(0, limitOf(context, 100));
    const answer: ClaimsAnswer = {
      sides,
      asOf,
      about: selection.about,
      total: selection.claims.length,
      claims,
      citations: cite(ledger, claims),
    };
    return context.json(answer);
  });

  app.get('/v1/reports', only('asOf', 'limit', 'cursor'), (context) => {
    const limit = limitOf(context, 50);
    const cursor = context.req.query('cursor');
    const asOf = dayOf(context, 'asOf') ?? '9999-12-31';
    const reports = ledger.latestReports(asOf, limit, cursor === undefined ? null : placeOf(cursor));
    const last = reports.at(-1);
    const answer: ReportsAnswer = {
      reports,
      next: reports.length < limit || last === undefined ? null : `${last.publishedOn}.${last.id}`,
    };
    return context.json(answer);
  });

  app.get('/v1/reports/:id', only('asOf', 'dyad'), (context) => {
    const stored = ledger.report(
      idOf(context.req.param('id'), (prefix) => ledger.reportIds(prefix), 'report'),
    );
    const pair = context.req.query('dyad');
    const sides = pair === undefined ? null : sidesOf(pair);
    return context.json(
      answerReport(ledger, knowledge, stored!, { sides, asOf: dayOf(context, 'asOf') ?? null, sideOf }),
    );
  });

  app.get('/v1/claims/:id', only(), (context) => {
    const id = idOf(context.req.param('id'), (prefix) => ledger.claimIds(prefix), 'claim');
    const { claim, report, withdrawn } = ledger.claim(id)!;
    const answer: ClaimAnswer = {
      claim,
      report: headOf(report),
      withdrawn,
      target: targetOf(report, claim.span),
      event: eventOf(ledger, knowledge, claim),
    };
    return context.json(answer);
  });

  app.get('/v1/search', only('q', 'asOf', 'limit'), (context) => {
    const query = (context.req.query('q') ?? '').slice(0, 400);
    const asOf = dayOf(context, 'asOf');
    const options = { limit: limitOf(context, 30), ...(asOf === undefined ? {} : { asOf }) };
    const answer: SearchAnswer = { query, hits: ledger.search(query, options) };
    return context.json(answer);
  });

  const takes = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (context) =>
      answerProblem(
        context,
        problem(413, `at most ${MOST_BYTES} bytes at once; use "detente add" for large files`),
      ),
  });
  app.post('/v1/analyses', only('date', 'name'), takes, async (context) => {
    const answer = await analyseIntake(await intakeOf(context), knowledge);
    return context.json(answer, statusOf(answer));
  });
  app.post('/v1/reports', only('date', 'name'), takes, async (context) => {
    const answer = await recordIntake(await intakeOf(context), knowledge, ledger, now);
    return context.json(answer, statusOf(answer));
  });

  const pages = loadPages();
  const index = (context: Context, status: 200 | 404): Response => {
    const file = pages.get('/index.html');
    if (file === undefined) return context.text('The pages are not built; run: npm run build\n', 503);
    return context.body(file.body, status, file.headers);
  };
  app.get('/v1/*', (context) => context.notFound());
  for (const path of PAGES) app.get(path, (context) => index(context, 200));
  app.get('*', (context) => {
    const file = pages.get(context.req.path);
    if (file !== undefined) return context.body(file.body, 200, file.headers);
    // The pages say in words that there is nothing; the status says it to programs.
    return extname(context.req.path) === '' ? index(context, 404) : context.notFound();
  });
  return app;

  function sideOf(code: string): Side {
    return { code, name: nameOfCountry(code, knowledge.actors) };
  }

  /** `USA-CHN`, or any words for countries: `china-us`. The order is kept. */
  function sidesOf(pair: string): readonly [Side, Side] {
    const [a, b, ...more] = pair.split('-').map((word) => word.trim());
    if (!a || !b || more.length > 0)
      throw problem(400, `"${pair}" is no pair of countries; write it as USA-CHN`);
    try {
      const codes = [findCountry(a, knowledge.actors), findCountry(b, knowledge.actors)] as const;
      if (codes[0] === codes[1]) throw problem(400, `"${a}" and "${b}" are the same country, ${codes[0]}`);
      return [sideOf(codes[0]), sideOf(codes[1])];
    } catch (error) {
      throw error instanceof NoSuchCountry ? problem(404, error.message) : error;
    }
  }

  /** The day asked for, else the day of the last report that counts. */
  function asOfOf(context: Context): Day {
    const asOf = dayOf(context, 'asOf') ?? ledger.lastDay();
    if (asOf === null) throw problem(404, 'the ledger holds no report that counts; add one first');
    return asOf;
  }

  async function intakeOf(context: Context): Promise<Intake> {
    const date = dayOf(context, 'date');
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const name = (context.req.query('name') ?? 'pasted text').slice(0, 200);
    return { name, bytes, options: { now: today(), ...(date === undefined ? {} : { date }) } };
  }
}

/** Refuses a question with parameters that would change nothing, since a misspelt one looks as if it had. */
function only(...known: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const unknown = Object.keys(context.req.query()).find((name) => !known.includes(name));
    if (unknown !== undefined) {
      const names = known.length === 0 ? 'no parameters' : `only ${known.join(', ')}`;
      throw problem(400, `there is no parameter "${unknown.slice(0, 40)}" here; this takes ${names}`);
    }
    await next();
  };
}

/** 422 where everything was refused: whoever looks at the status alone must not take it for read. */
function statusOf({ outcomes }: { readonly outcomes: readonly { readonly kind: string }[] }): 200 | 422 {
  return outcomes.every(({ kind }) => kind === 'refused') ? 422 : 200;
}

function codebook({ guide }: Knowledge): CodebookAnswer {
  return {
    types: Object.fromEntries(guide.types),
    issues: Object.fromEntries([...guide.issues].map(([id, { label }]) => [id, label])),
  };
}

function dayOf(context: Context, name: string): Day | undefined {
  const day = context.req.query(name);
  if (day === undefined || day === '') return undefined;
  if (!isDay(day))
    throw problem(400, `${name} "${day.slice(0, 40)}" is no day that exists; write it as YYYY-MM-DD`);
  return day;
}

function limitOf(context: Context, otherwise: number): number {
  const written = context.req.query('limit');
  if (written === undefined) return otherwise;
  const limit = Number(written);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) {
    throw problem(400, `limit "${written.slice(0, 40)}" is no whole number from 1 to ${MOST_ROWS}`);
  }
  return limit;
}

/** A place in the list of reports, as the answer before gave it. */
function placeOf(cursor: string): { publishedOn: Day; id: string } {
  const [publishedOn = '', id = ''] = cursor.split('.');
  if (!isDay(publishedOn) || !/^[0-9a-f]{16}$/.test(id)) {
    throw problem(400, `cursor "${cursor.slice(0, 40)}" is none that was given out`);
  }
  return { publishedOn, id };
}

/** An id, or the beginning of one that no other has. */
function idOf(written: string, find: (prefix: string) => string[], what: string): string {
  const prefix = written.toLowerCase();
  const found = /^[0-9a-f]{4,16}$/.test(prefix) ? find(prefix) : [];
  if (found.length > 1) throw problem(400, `"${written.slice(0, 40)}" begins more than one ${what}`);
  if (found.length === 0) throw problem(404, `there is no ${what} "${written.slice(0, 40)}" in this ledger`);
  return found[0]!;
}
