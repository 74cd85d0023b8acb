import type { Page } from './page.ts';

/** An article as schema.org describes it in a page (JSON-LD). */
export interface Publication {
  readonly date?: string;
  readonly publisher?: string;
}

const MAX_SCRIPTS = 20;
const MAX_SCRIPT = 500_000;
const MAX_OBJECTS = 200;
/** NewsArticle, BlogPosting, Report ... but not the WebPage or the VideoObject around it. */
const ARTICLE = /(?:Article|Posting|Report|Statement)$/;

/** Articles named at the top of a page's JSON-LD; what it links to, such as further reading, is left out. */
export function findPublications(page: Page): Publication[] {
  const found: Publication[] = [];
  let scripts = 0;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    if (++scripts > MAX_SCRIPTS) break;
    for (const object of objectsOf(parse(script.textContent ?? ''))) {
      if (![object['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))) continue;
      const { datePublished: date, publisher } = object;
      const name = [publisher].flat()[0];
      found.push({
        ...(typeof date === 'string' ? { date } : {}),
        ...(isObject(name) && typeof name['name'] === 'string' ? { publisher: name['name'] } : {}),
      });
    }
  }
  return found;
}

function parse(json: string): unknown {
  if (json.length > MAX_SCRIPT) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function objectsOf(value: unknown): Record<string, unknown>[] {
  const top = Array.isArray(value) ? value.slice(0, MAX_OBJECTS) : [value];
  return top.filter(isObject).flatMap((object) => {
    const graph = object['@graph'];
    return Array.isArray(graph) ? graph.slice(0, MAX_OBJECTS).filter(isObject) : [object];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
