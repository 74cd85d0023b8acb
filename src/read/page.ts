/** What is used of a parsed page: its nodes, without a window, scripts or the network. */
export interface PageNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly data?: string;
  readonly textContent: string | null;
  readonly parentNode: PageNode | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly attributes: { readonly length: number };
  getAttribute(name: string): string | null;
}

export interface Page extends PageNode {
  readonly documentElement: PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

const ELEMENT = 1;
const TEXT = 3;
/** Most characters of one page. News pages have a tenth of it. */
const MAX_PAGE = 3_000_000;
/** Elements inside one another: the search for the article takes cubic time on nesting. News pages have thirty. */
const MAX_DEPTH = 120;
const MAX_ELEMENTS = 50_000;
const MAX_ATTRIBUTES = 500;
/** Tags and other `<`: the parser takes quadratic time on tags that are never closed. News pages have some thousands. */
const MAX_OPENINGS = 80_000;

/** Parses HTML, or says in one line why it is not safe to. Nothing is run and nothing is fetched. */
export async function parsePage(html: string): Promise<Page | { readonly problem: string }> {
  if (html.length > MAX_PAGE) {
    return {
      problem: `the page has ${html.length} characters, more than ${MAX_PAGE}; save its text as plain text`,
    };
  }
  if (countOpenings(html) > MAX_OPENINGS) return tooMuch('tags', MAX_OPENINGS);
  const { parseHTML } = await import('linkedom');
  const page = parseHTML(withBody(html)).document as unknown as Page;
  return page.documentElement === null
    ? { problem: 'this is no whole page of HTML; save its text as plain text' }
    : (checkBounds(page.documentElement) ?? page);
}

/** HTML may leave out `<html>`, `<head>` and `<body>`; the parser does not put them in. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const start = html.search(/<\/head>/i);
  const tag = start < 0 ? html.search(/<html[\s>]/i) : start;
  if (tag < 0) return `<html><body>${html}</body></html>`;
  const end = html.indexOf('>', tag) + 1;
  return `${html.slice(0, end)}<body>${html.slice(end)}</body>`;
}

function countOpenings(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++;
  return count;
}

function checkBounds(root: PageElement): { readonly problem: string } | null {
  let depth = 0;
  let elements = 0;
  let problem: { readonly problem: string } | null = null;
  walk(root, {
    enter: (element) => {
      depth++;
      elements++;
      if (depth > MAX_DEPTH) problem = tooMuch('levels of tags', MAX_DEPTH);
      else if (elements > MAX_ELEMENTS) problem = tooMuch('tags', MAX_ELEMENTS);
      else if (element.attributes.length > MAX_ATTRIBUTES)
        problem = tooMuch('attributes on one tag', MAX_ATTRIBUTES);
      return problem === null;
    },
    leave: () => depth--,
  });
  return problem;
}

function tooMuch(what: string, most: number): { readonly problem: string } {
  return { problem: `the page has more than ${most} ${what}; save its text as plain text` };
}

/** What to do at the nodes of a page; `enter` says whether to go inside. */
export interface Visitor {
  enter(element: PageElement): boolean;
  leave?(element: PageElement): void;
  text?(data: string): void;
}

/** Visits an element and what is in it, in the order of the text, whatever the depth. */
export function walk(root: PageNode, visitor: Visitor): void {
  let node: PageNode | null = root;
  while (node !== null) {
    if (node.nodeType === TEXT) visitor.text?.(node.data ?? '');
    let next: PageNode | null = null;
    if (node.nodeType === ELEMENT) {
      if (visitor.enter(node as PageElement)) next = node.firstChild;
      if (next === null) visitor.leave?.(node as PageElement);
    }
    while (next === null && node !== root) {
      next = node.nextSibling;
      if (next !== null) break;
      node = node.parentNode!;
      visitor.leave?.(node as PageElement);
    }
    if (next === null) return;
    node = next;
  }
}
