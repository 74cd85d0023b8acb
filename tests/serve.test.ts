import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/knowledge.ts';
import type { ClaimAnswer, DyadPage, Problem, RecordedAnswer, ReportsAnswer } from '../src/serve/answers.ts';
import { createApp } from '../src/serve/app.ts';
import { Ledger } from '../src/store/ledger.ts';

/** The HTTP API, without a socket. */

const ledger = Ledger.open(':memory:', { create: true });
const app = createApp({
  ledger,
  knowledge: loadKnowledge(),
  now: () => '2024-06-30T10:00:00.000Z',
  today: () => '2024-06-30',
});
const HERE = { host: '127.0.0.1:7890' };
const get = (path: string, headers: Record<string, string> = HERE) => app.request(path, { headers });
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', body, headers: { ...HERE, ...headers } });

const VISIT =
  'Publisher: Fjord Tidings\nDate: 3 May 2024\n\nNorwegian Prime Minister Jonas Gahr Støre will visit Finland next week.';

test('an empty ledger has no picture, and says so', async () => {
  expect((await get('/v1/dyads/NOR-FIN/page')).status).toBe(404);
  expect(await (await get('/v1/dyads')).json()).toMatchObject({ asOf: null, dyads: [], total: 0 });
});

test('what is recorded stands in the picture, and each item names its claim', async () => {
  const recorded = (await (await post('/v1/reports?name=a.txt', VISIT)).json()) as RecordedAnswer;
  expect(recorded.outcomes).toMatchObject([{ kind: 'recorded', outcome: 'added' }]);
  const again = (await (await post('/v1/reports?name=a.txt', VISIT)).json()) as RecordedAnswer;
  expect(again.outcomes).toMatchObject([{ outcome: 'known' }]);
  const page = (await (await get('/v1/dyads/finland-NO/page')).json()) as DyadPage;
  expect(page.sides.map(({ code }) => code)).toEqual(['FIN', 'NOR']);
  const planned = page.rungs.find(({ name }) => name === 'planned')!;
  expect(planned.total).toBe(1);
  const id = planned.rows[0]!.encounter.changes[0]!.claim;
  expect(page.citations[id]!.clause).toContain('will visit Finland');
  const claim = (await (await get(`/v1/claims/${id}`)).json()) as ClaimAnswer;
  const [position, quote] = claim.target.selector;
  expect(quote.exact).toHaveLength(position.end - position.start);
});

test('reading keeps nothing', async () => {
  const before = ledger.counts().reports;
  const answer = await post('/v1/analyses?date=2024-05-04', 'Sweden and Denmark signed a treaty on Monday.');
  expect(await answer.json()).toMatchObject({ outcomes: [{ kind: 'analysis' }], left: 0 });
  expect(ledger.counts().reports).toBe(before);
});

test('a bad report is refused in words and does not stop the others', async () => {
  const lines = ['{"text":"no date"}', '{"date":"2024-05-05","text":"Iceland thanked Norway."}', 'broken'];
  const answer = (await (await post('/v1/reports?name=b.jsonl', lines.join('\n'))).json()) as RecordedAnswer;
  expect(answer.outcomes.map(({ kind }) => kind)).toEqual(['refused', 'recorded', 'refused']);
});

test('where every report is refused the status says so', async () => {
  expect((await post('/v1/reports?name=c.jsonl', '{"text":"no date"}')).status).toBe(422);
  expect((await post('/v1/analyses', 'No day stands in this.')).status).toBe(422);
});

test('an address that the pages do not know is not found', async () => {
  for (const path of ['/', '/read', '/dyads/NOR-FIN', '/dyads/NOR-FIN/claims', '/reports/0123456789abcdef'])
    expect([path, (await get(path)).status]).not.toEqual([path, 404]);
  for (const path of ['/dyad', '/dyads/NOR-FIN/acts', '/assets/none.js'])
    expect([path, (await get(path)).status]).not.toEqual([path, 200]);
});

test('reports are listed page by page, each once', async () => {
  const first = (await (await get('/v1/reports?limit=1')).json()) as ReportsAnswer;
  const second = (await (await get(`/v1/reports?limit=1&cursor=${first.next}`)).json()) as ReportsAnswer;
  expect(first.reports[0]!.id).not.toBe(second.reports[0]!.id);
  expect(first.reports[0]!.publishedOn >= second.reports[0]!.publishedOn).toBe(true);
});

describe('an error has one shape', () => {
  test.each([
    ['/v1/dyads/NOR-FIN/page?asOf=2024-02-30', 400, 'no day that exists'],
    ['/v1/dyads/NOR-Finlund/page', 404, 'did you mean Finland'],
    ['/v1/dyads/NOR-NOR', 400, 'same country'],
    ['/v1/dyads/NOR', 400, 'no pair of countries'],
    ['/v1/reports?limit=0', 400, 'whole number'],
    ['/v1/reports?limt=5', 400, 'no parameter "limt" here; this takes only asOf, limit, cursor'],
    ['/v1/claims/ffffffff?as-of=2024-01-01', 400, 'takes no parameters'],
    ['/v1/reports?cursor=x', 400, 'none that was given out'],
    ['/v1/reports/zzzz', 404, 'no report'],
    ['/v1/claims/ffffffff', 404, 'no claim'],
    ['/v1/dyads/NOR-FIN/claims?issue=nothing', 404, 'no such thing'],
    ['/v1/none', 404, 'nothing at'],
  ])('%s: %i', async (path, status, words) => {
    const response = await get(path);
    const problem = (await response.json()) as Problem;
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({ status, type: 'about:blank' });
    expect(problem.detail).toContain(words);
  });
});

describe('who is let in', () => {
  test('nobody who asks for another host', async () => {
    expect((await get('/v1/dyads', { host: 'evil.example' })).status).toBe(403);
    expect((await get('/v1/dyads', { host: 'localhost:99' })).status).toBe(200);
    expect((await get('/v1/dyads', { host: '[::1]:99' })).status).toBe(200);
  });

  test('no other site sends reports', async () => {
    expect((await post('/v1/reports', VISIT, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/v1/reports', VISIT, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post('/v1/reports', VISIT, { origin: 'http://127.0.0.1:7890' })).status).toBe(200);
  });

  test('every answer carries the policy, and no path reaches the disk', async () => {
    const response = await get('/v1/dyads');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await get('/../../package.json')).status).not.toBe(200);
    expect((await get('/assets/%2e%2e/%2e%2e/package.json')).status).not.toBe(200);
  });
});
