import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { readReports } from '../src/read/read-reports.ts';
import { createApp } from '../src/serve/app.ts';
import { Ledger } from '../src/store/ledger.ts';
import { startBrowser } from './browser.ts';

/** The pages in a real browser over the example corpus; `npm test` builds them first. */

const knowledge = loadKnowledge();
const ledger = Ledger.open(':memory:', { create: true });
const now = () => '2026-01-02T03:04:05.000Z';
const app = createApp({ ledger, knowledge, now, today: () => '2026-01-02' });
let server: ServerType;
let base: string;
let browser: Browser;
let page: Page;
const faults: string[] = [];

/** Two papers that do not agree where two heads of government met. */
const SUMMITS = [
  [
    'Algarve Post',
    'Pedro Sanchez met Luis Montenegro in Portugal on Wednesday. Ties between Spain and Portugal have improved, diplomats said.',
  ],
  ['Douro Herald', 'Pedro Sanchez met Luis Montenegro in Spain on Wednesday.'],
] as const;

beforeAll(async () => {
  for await (const outcome of readReports({ path: 'examples/usa-china/dispatches.jsonl' })) {
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const { report, messages } = outcome;
    ledger.add([{ report, messages, coding: codeReport(report, knowledge) }], now());
  }
  const lines = SUMMITS.map(([publisher, text]) => JSON.stringify({ date: '2024-10-24', publisher, text }));
  const body = lines.join('\n');
  await app.request('/v1/reports?name=summits.jsonl', {
    method: 'POST',
    body,
    headers: { host: 'localhost' },
  });
  server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started));
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  // Browsers report every answer of 400 and more; that a report was refused is one the page expects.
  page.on('console', (message) => {
    const refused = /status of 422/.test(message.text());
    if (message.type() === 'error' && !refused) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  ledger.close();
});

test('from the picture to the sentence behind an encounter and back, in one click each', async () => {
  await page.goto(`${base}/dyads/USA-CHN?asOf=2023-06-21`);
  const title = page.locator('.rung.held .who a').first();
  await title.click();
  await page.waitForURL(/\/reports\/[0-9a-f]{16}\?claim=/);
  const inHand = page.locator('.number[aria-current="true"]');
  await inHand.waitFor();
  expect(await page.locator('.now b').count()).toBeGreaterThan(0);
  expect(await page.locator('.card .verdict').innerText()).toMatch(/\w/);
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/dyads\/USA-CHN\?asOf=2023-06-21$/);
  await title.waitFor();
});

test('the day decides what the picture knows', async () => {
  const rung = async (asOf: string, name: string) => {
    await page.goto(`${base}/dyads/USA-CHN?asOf=${asOf}&all=held,planned`);
    return page.locator(`.rung.${name}`).innerText();
  };
  expect(await rung('2023-06-16', 'planned')).toContain('Antony Blinken');
  const after = await rung('2023-06-21', 'held');
  expect(after).toMatch(/18\s–\s19 June 2023/);
  expect(after).toMatch(/Antony Blinken/);
  expect(after).toMatch(/held/);
  await page.locator('#as-of').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/asOf=2023-06-20/);
  await page.keyboard.press('PageDown');
  await page.waitForURL(/asOf=2023-06-13/);
});

test('what reports tell differently is one click from the sentences that tell it, and an assessment says which way it goes', async () => {
  await page.goto(`${base}/dyads/ESP-PRT`);
  const differences = page.locator('.rung.held .path', { hasText: 'told differently' });
  expect(await differences.innerText()).toBe('told differently: place Portugal or Spain');
  expect(await page.locator('.why').innerText()).toContain('improving: ');
  await differences.locator('a', { hasText: 'Spain' }).click();
  await page.waitForURL(/\/reports\/[0-9a-f]{16}\?claim=/);
  await page.locator('main', { hasText: 'Douro Herald' }).waitFor();
});

test('j and k walk the claims, f shows one family, the address carries it', async () => {
  await page.goto(`${base}/dyads/USA-CHN`);
  await page.locator('.claims .words').first().click();
  await page.locator('.number[aria-current="true"]').waitFor();
  await page.goto(page.url().replace(/claim=[0-9a-f]+&?/, ''));
  await page.locator('.number').first().waitFor();
  await page.keyboard.press('j');
  await page.waitForURL(/claim=/);
  await page.keyboard.press('f');
  await page.waitForURL(/only=/);
  await page.keyboard.press('f');
  await page.waitForURL((url) => !url.searchParams.has('only'));
});

describe('a pasted report', () => {
  const TEXT =
    'France and Germany held talks in Paris on Tuesday. President Macron will visit Berlin next week.';

  test('without a date is refused in words, and the date field is never filled in', async () => {
    await page.goto(`${base}/read`);
    await page.getByLabel('Report', { exact: true }).fill(TEXT);
    expect(await page.getByLabel('Published on').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.refusal').waitFor();
    expect(await page.locator('.refusal').innerText()).toContain('date');
    expect(await page.getByLabel('Published on').inputValue()).toBe('');
  });

  test('with a date shows its claims, and is kept only when asked', async () => {
    const before = ledger.counts().reports;
    await page.getByLabel('Published on').fill('2024-05-22');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.card').waitFor();
    expect(await page.locator('.number').count()).toBeGreaterThan(0);
    expect(ledger.counts().reports).toBe(before);
    await page.getByRole('button', { name: 'Keep in the ledger' }).click();
    await page.waitForURL(/\/reports\/[0-9a-f]{16}/);
    expect(ledger.counts().reports).toBe(before + 1);
  });

  test('that holds markup stays text', async () => {
    await page.goto(`${base}/read`);
    const hostile =
      'The <img src=x onerror="document.title=1"> minister of Japan met <script>document.title=2</script> the Korean president on Monday. </textarea><b>';
    await page.getByLabel('Report', { exact: true }).fill(hostile);
    await page.getByLabel('Published on').fill('2024-05-22');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.locator('.prose').waitFor();
    expect(await page.locator('.prose').innerText()).toContain('<script>');
    expect(await page.locator('.prose img, .prose script').count()).toBe(0);
    expect(await page.title()).toContain('Detente');
  });
});

test('words of the reports are found, with the address of the search', async () => {
  await page.goto(`${base}/`);
  await page.keyboard.press('/');
  await page.keyboard.type('balloon');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=balloon/);
  await page.locator('mark').first().waitFor();
});

describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
  test.each([
    ['/', 1280],
    ['/read', 1280],
    ['/reports', 1280],
    ['/dyads/USA-CHN', 1280],
    ['/dyads/USA-CHN?asOf=2023-06-16', 390],
    ['/dyads/USA-CHN/claims?channel=leaders', 390],
  ])('%s, %i px wide: nothing that axe finds, nothing that scrolls sideways', async (path, width) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const own = await context.newPage();
    await own.goto(base + path);
    await own.locator('main h1').first().waitFor();
    const { violations } = await new AxeBuilder({ page: own }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await own.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await context.close();
  });

  test('a report with a claim in hand', async () => {
    const claim = ledger.claimIds('', 1)[0]!;
    const { report } = ledger.claim(claim)!;
    const context = await browser.newContext({ colorScheme });
    const own = await context.newPage();
    await own.goto(`${base}/reports/${report.id}?claim=${claim}`);
    await own.locator('.card').waitFor();
    const { violations } = await new AxeBuilder({ page: own }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await context.close();
  });
});

test('no page broke its security policy or threw', () => {
  expect(faults).toEqual([]);
  expect(readFileSync('dist/web/index.html', 'utf8')).not.toMatch(/<script>|<style|style=/);
});
