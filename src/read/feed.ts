import { type FeedItem, type Marked, readFeedFacts, readFeedItem } from './feed-item.ts';
import { cutFeed, type FeedPart } from './feed-parts.ts';
import type { RawReport } from './make-report.ts';
import { type Refusal, refuse } from './outcome.ts';
import { htmlToText } from './page-text.ts';
import { settlePublication } from './publication-date.ts';
import { readWrittenDate } from './written-date.ts';

const MAX_TITLE = 1000;

/** What the items of a feed have from the feed. */
interface Shared {
  readonly file: string;
  readonly publisher?: string;
  readonly language?: string;
}

/**
 * Takes a feed apart (RSS 0.9 to 2.0, RDF, Atom): each item is a report of its own, or refused by its number and
 * title. Every item is parsed alone, so a file that ends early loses its last item only.
 */
export async function* readFeed(file: string, xml: string): AsyncGenerator<RawReport | Refusal> {
  const parts = cutFeed(xml);
  if ('problem' in parts) {
    yield refuse(file, parts.problem);
    return;
  }
  if (parts.items.length === 0) yield refuse(file, 'the feed holds no items');
  const facts = readFeedFacts(parts.head);
  const publisher = await inline(facts.title);
  const shared: Shared = {
    file,
    ...(publisher === undefined ? {} : { publisher }),
    ...(facts.language === undefined ? {} : { language: facts.language }),
  };
  let number = 0;
  for (const part of parts.items) yield await readItem(shared, ++number, part);
}

async function readItem(shared: Shared, number: number, part: FeedPart): Promise<RawReport | Refusal> {
  const { file, ...facts } = shared;
  const item = readFeedItem(part.xml);
  const title = await inline(item?.title);
  const quoted =
    title === undefined ? '' : ` ${JSON.stringify(title.length > 60 ? `${title.slice(0, 59)}…` : title)}`;
  const where = `${file} (item ${number}${quoted})`;
  if (part.state === 'long') return refuse(where, 'the item is longer than one report may be');
  if (part.state === 'cut') return refuse(where, cutReason(item));
  if (item === null) return refuse(where, 'the item is broken XML; get the feed anew');
  const body = item.body === undefined ? '' : await plain(item.body);
  if (typeof body !== 'string') return refuse(where, body.problem);
  const publisher = await inline(item.publisher);
  return {
    where,
    ...facts,
    ...settlePublication(item.dates),
    ...(title === undefined || isBeginning(title, body) ? {} : { title }),
    ...(item.url === undefined ? {} : { url: item.url }),
    ...(publisher === undefined ? {} : { publisher }),
    body,
    origin: { readFrom: { file, item: number } },
  };
}

/** Many feeds cut the first words of the text off for a title; it would say the same things twice. */
function isBeginning(title: string, body: string): boolean {
  const words = title.replace(/(?:…|\.\.\.)$/, '').trimEnd();
  return body.startsWith(words) && body[words.length] !== '\n';
}

/** Both things that are wrong with an item that is cut off are said: its end, and a date that is none. */
function cutReason(item: FeedItem | null): string {
  const cut = 'the item is cut off or not closed, so it is not read; get the feed anew';
  const date = item?.dates[0];
  const read = date === undefined ? undefined : readWrittenDate(date);
  return read !== undefined && 'problem' in read ? `${cut} (${read.problem})` : cut;
}

async function plain({ value, html }: Marked): Promise<string | { readonly problem: string }> {
  return html ? await htmlToText(value) : value.trim();
}

/** A text of one line. */
async function inline(text: Marked | undefined): Promise<string | undefined> {
  const found = text === undefined ? '' : await plain({ ...text, value: text.value.slice(0, MAX_TITLE * 4) });
  const line = typeof found === 'string' ? found.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE) : '';
  return line === '' ? undefined : line;
}
