import { findPublications } from './linked-data.ts';
import type { Page } from './page.ts';

/** What a page says about itself in its head and its marks, never in its text. */
export interface PageFacts {
  /** Dates of publication as written, the most trusted first. */
  readonly dates: readonly string[];
  readonly headline?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly language?: string;
}

const PUBLISHED = ['article:published_time', 'og:article:published_time', 'og:published_time'];
const DATED = [
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.issued',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
];

/** Dates come from article:published_time, JSON-LD, `<meta name=date>` and the like, then `<time>` marked as such. */
export function findPageFacts(page: Page): PageFacts {
  const metas = readMetas(page);
  const published = findPublications(page);
  const first = (...names: readonly string[]) =>
    names.flatMap((name) => metas.get(name) ?? []).find((value) => value !== '');
  const dates = [
    ...PUBLISHED.flatMap((name) => metas.get(name) ?? []),
    ...published.flatMap(({ date }) => date ?? []),
    ...DATED.flatMap((name) => metas.get(name) ?? []),
    ...markedDates(page),
  ].filter((date) => date !== '');
  const canonical = attributesOf(page, 'link[rel~="canonical"]', 'href');
  return {
    dates,
    ...defined('headline', first('og:title', 'dc.title', 'dcterms.title') ?? titleOf(page)),
    ...defined(
      'publisher',
      first('og:site_name') ??
        published.find(({ publisher }) => publisher !== undefined)?.publisher ??
        first('publisher', 'dc.publisher', 'dcterms.publisher', 'citation_publisher'),
    ),
    ...defined('url', [...canonical, ...(metas.get('og:url') ?? [])].find(isWebAddress)),
    ...defined('language', languageOf(page, first('content-language', 'og:locale'))),
  };
}

/** An address that a reader may follow; `javascript:` and its like are none. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]/i.test(url) && URL.canParse(url);
}

function titleOf(page: Page): string | undefined {
  for (const title of page.querySelectorAll('title'))
    return (title.textContent ?? '').replace(/\s+/g, ' ').trim();
  return undefined;
}

function readMetas(page: Page): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = ['property', 'name', 'http-equiv']
      .map((kind) => meta.getAttribute(kind))
      .find((is) => is !== null);
    const content = meta.getAttribute('content')?.trim();
    if (name === undefined || content === undefined) continue;
    const key = name!.trim().toLowerCase();
    const known = metas.get(key);
    if (known === undefined) metas.set(key, [content]);
    else if (known.length < 10) known.push(content);
  }
  return metas;
}

/** `<time pubdate>` and what microdata calls datePublished. */
function markedDates(page: Page): string[] {
  return [
    ...attributesOf(page, 'time[pubdate]', 'datetime'),
    ...attributesOf(page, '[itemprop~="datePublished"]', 'datetime'),
    ...attributesOf(page, '[itemprop~="datePublished"]', 'content'),
  ].slice(0, 20);
}

function attributesOf(page: Page, selector: string, name: string): string[] {
  return [...page.querySelectorAll(selector)].flatMap((element) => element.getAttribute(name)?.trim() ?? []);
}

function languageOf(page: Page, declared: string | undefined): string | undefined {
  const root = page.documentElement;
  const stated = root?.getAttribute('lang') || root?.getAttribute('xml:lang') || declared;
  return stated?.split(',', 1).join('').trim().replaceAll('_', '-');
}

function defined<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  return value === undefined || value === '' ? {} : ({ [name]: value } as { [Key in Name]?: string });
}
