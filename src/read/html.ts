import type { RawReport } from './make-report.ts';
import { type Page, type PageNode, parsePage } from './page.ts';
import { findPageFacts } from './page-facts.ts';
import { textOf } from './page-text.ts';
import { settlePublication } from './publication-date.ts';

/** Fewer characters outside of links are no article. */
const LEAST = 60;
const NO_ARTICLE = 'no article was found in this page; save its text as plain text with a "Date:" line';

/**
 * Takes a page of HTML apart: the article's title and paragraphs, its publisher, address and language, and the
 * date that the page is marked with. A date in the text is never taken.
 */
export async function readHtml(
  file: string,
  html: string,
): Promise<RawReport | { readonly problem: string }> {
  const page = await parsePage(html);
  if ('problem' in page) return page;
  const { dates, headline, ...facts } = findPageFacts(page);
  const article = await findArticle(page);
  if (article === null) return { problem: NO_ARTICLE };
  const { text, linked } = textOf(article.content);
  const own = text.length - linked;
  if (own < LEAST || own < linked) return { problem: NO_ARTICLE };
  const title = withoutPublisher(article.title || (headline ?? ''), facts.publisher);
  return {
    where: file,
    ...settlePublication(dates),
    ...facts,
    ...(title === '' ? {} : { title }),
    body: text,
    origin: { readFrom: { file } },
  };
}

interface Article {
  readonly title: string;
  readonly content: PageNode;
}

/** Readability changes the page, so all else has to be read before. */
async function findArticle(page: Page): Promise<Article | null> {
  const { Readability } = await import('@mozilla/readability');
  try {
    // biome-ignore lint/suspicious/noExplicitAny: the library's types are those of browsers
    const reader = new Readability<PageNode>(page as any, {
      serializer: (node) => node as unknown as PageNode,
    });
    const article = reader.parse();
    if (article?.content === null || article?.content === undefined) return null;
    return { title: (article.title ?? '').replace(/\s+/g, ' ').trim(), content: article.content };
  } catch {
    // It was written for the pages of browsers and may fail on others; a page it cannot read holds no article.
    return null;
  }
}

/** "Talks resume | Harbour Herald" is the title "Talks resume". */
function withoutPublisher(title: string, publisher: string | undefined): string {
  if (publisher === undefined || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length).trimEnd();
  return /[|–—·-]$/.test(rest) ? rest.slice(0, -1).trimEnd() : title;
}
