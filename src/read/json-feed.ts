import type { RawReport } from './make-report.ts';
import { type Refusal, refuse } from './outcome.ts';
import { isWebAddress } from './page-facts.ts';
import { htmlToText } from './page-text.ts';

/** Takes a JSON Feed apart (jsonfeed.org, versions 1 and 1.1): each item is a report of its own. */
export async function* readJsonFeed(file: string, json: string): AsyncGenerator<RawReport | Refusal> {
  const feed = parse(json);
  if (feed === null || !Array.isArray(feed['items'])) {
    yield refuse(file, 'this JSON Feed is not whole JSON or has no list of "items"; get it anew');
    return;
  }
  let number = 0;
  for (const item of feed['items'] as readonly unknown[]) {
    const where = `${file} (item ${++number})`;
    if (item === null || typeof item !== 'object') {
      yield refuse(where, 'the item is no object');
      continue;
    }
    const text = (name: string): string | undefined => textOf(item as Record<string, unknown>, name);
    const html = text('content_html');
    const body =
      text('content_text') ?? (html === undefined ? text('summary') : await htmlToText(html)) ?? '';
    if (typeof body !== 'string') {
      yield refuse(where, body.problem);
      continue;
    }
    const url = text('url');
    const fields = {
      date: text('date_published') ?? text('date_modified'),
      title: text('title'),
      url: url !== undefined && isWebAddress(url) ? url : undefined,
      publisher: textOf(feed, 'title'),
      language: text('language') ?? textOf(feed, 'language'),
    };
    const found = Object.entries(fields).filter(([, value]) => value !== undefined);
    yield { where, ...Object.fromEntries(found), body, origin: { readFrom: { file, item: number } } };
  }
  if (number === 0) yield refuse(file, 'the feed holds no items');
}

function parse(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function textOf(object: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = object[name];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
