import { parseFeed } from 'feedsmith';
import { isWebAddress } from './page-facts.ts';

/** One item in the words of no format; texts still as they are written. */
export interface FeedItem {
  readonly title?: Marked;
  readonly body?: Marked;
  readonly url?: string;
  /** Dates of publication as written, the most trusted first. */
  readonly dates: readonly string[];
  readonly publisher?: Marked;
}

/** Text and whether it is HTML. */
export interface Marked {
  readonly value: string;
  readonly html: boolean;
}

type Parsed = ReturnType<typeof parseFeed>;

/** Reads the head of a feed; one that is broken says nothing. */
export function readFeedFacts(head: string): { readonly title?: Marked; readonly language?: string } {
  const parsed = parse(head);
  if (parsed === null) return {};
  const { feed } = parsed;
  const title = typeof feed.title === 'string' ? html(feed.title) : marked(feed.title);
  const language =
    ('language' in feed ? feed.language : undefined) ??
    ('xml' in feed ? feed.xml?.lang : undefined) ??
    ('dc' in feed ? feed.dc?.languages?.[0] : undefined);
  return { ...defined('title', title), ...defined('language', language) };
}

/** The one item of a feed made by `cutFeed`; null where it is no whole XML or empty. */
export function readFeedItem(xml: string): FeedItem | null {
  const parsed = parse(xml);
  if (parsed === null) return null;
  if (parsed.format === 'atom') {
    const [entry] = parsed.feed.entries ?? [];
    if (entry === undefined) return null;
    const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
    // The day of the last change is taken only where no day of publication is given.
    const dates = list(entry.published, ...(entry.dc?.dates ?? []));
    return {
      ...defined('title', marked(entry.title)),
      ...defined('body', full(marked(entry.content)) ?? marked(entry.summary)),
      ...webAddress(link),
      dates: dates.length > 0 ? dates : list(entry.updated),
      ...defined('publisher', marked(entry.source?.title)),
    };
  }
  if (parsed.format !== 'rss' && parsed.format !== 'rdf') return null;
  const [item] = parsed.feed.items ?? [];
  if (item === undefined) return null;
  const rss = parsed.format === 'rss' ? parsed.feed.items![0]! : undefined;
  return {
    ...defined('title', html(item.title)),
    ...defined('body', full(html(item.content?.encoded)) ?? html(item.description)),
    ...webAddress(item.link ?? (rss?.guid?.isPermaLink === false ? undefined : rss?.guid?.value)),
    dates: list(rss?.pubDate, ...(item.dc?.dates ?? []), item.atom?.published, item.atom?.updated),
    ...defined('publisher', html(rss?.source?.title)),
  };
}

function parse(xml: string): Parsed | null {
  try {
    return parseFeed(xml);
  } catch {
    // feedsmith throws at XML it cannot read; the caller says which item it was.
    return null;
  }
}

/** RSS does not say whether a text is HTML; it mostly is. */
function html(value: string | undefined): Marked | undefined {
  return value === undefined ? undefined : { value, html: true };
}

function marked(text: { readonly value?: string; readonly type?: string } | undefined): Marked | undefined {
  if (text?.value === undefined) return undefined;
  return { value: text.value, html: text.type?.includes('html') ?? false };
}

function full(text: Marked | undefined): Marked | undefined {
  return text === undefined || text.value.trim() === '' ? undefined : text;
}

function list(...dates: readonly unknown[]): string[] {
  return dates.filter((date) => typeof date === 'string').filter((date) => date.trim() !== '');
}

function webAddress(url: string | undefined): { url?: string } {
  return url !== undefined && isWebAddress(url.trim()) ? { url: url.trim() } : {};
}

function defined<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { [Key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: Value });
}
