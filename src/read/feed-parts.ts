/** A feed cut into the items it holds, each of which stands for itself. */
export interface FeedParts {
  /** What stands before the first item, made whole: it tells of the feed. */
  readonly head: string;
  readonly items: readonly FeedPart[];
}

export interface FeedPart {
  /** The item alone in a feed of its own; of a cut one, what of it is whole. */
  readonly xml: string;
  /** `cut`: the file ends, or the next item begins, before its end. `long`: more than one report may be. */
  readonly state: 'whole' | 'cut' | 'long';
}

/** Items are taken apart one by one, so that a file that ends early, or one bad item, costs no other item. */
const MAX_HEAD = 100_000;
const MAX_ITEM = 2_000_000;
/** The first tag goes before every item. Feeds with many namespaces have two thousand characters of it. */
const MAX_ROOT = 10_000;
const MAX_ITEMS = 10_000;

/**
 * Cuts a feed (RSS, RDF, Atom) into its items in one pass. Declared entities are refused unread: expanded, a few
 * lines of them can fill the memory.
 */
export function cutFeed(source: string): FeedParts | { readonly problem: string } {
  let root: Tag | null = null;
  let itemName = '';
  let item: { start: number; depth: number; complete: number } | null = null;
  let headEnd = -1;
  const spans: { start: number; end: number; whole: boolean }[] = [];
  const endItem = (end: number, whole: boolean) => {
    spans.push({ start: item!.start, end, whole });
    item = null;
  };
  for (const tag of tagsOf(source)) {
    if (tag.kind === 'doctype') {
      if (/<!ENTITY/i.test(source.slice(tag.start, tag.end))) return { problem: ENTITIES };
    } else if (root === null) {
      if (tag.kind !== 'open') return { problem: 'this feed is empty or broken; get it anew' };
      if (tag.end - tag.start > MAX_ROOT)
        return { problem: `the first tag has more than ${MAX_ROOT} characters` };
      root = tag;
      itemName = itemNameOf(tag.name);
    } else if (tag.name === itemName) {
      if (headEnd < 0) headEnd = tag.start;
      if (item !== null) endItem(tag.kind === 'close' ? tag.end : item.complete, tag.kind === 'close');
      if (spans.length >= MAX_ITEMS)
        return { problem: `the feed has more than ${MAX_ITEMS} items; cut it in parts` };
      if (tag.kind === 'open') item = { start: tag.start, depth: 0, complete: tag.end };
    } else if (item !== null) {
      if (tag.kind === 'open') item.depth++;
      if (tag.kind === 'close') item.depth--;
      if (item.depth === 0 && tag.kind !== 'open') item.complete = tag.end;
    }
  }
  if (root === null) return { problem: 'this feed is empty or broken; get it anew' };
  if (item !== null) endItem((item as { complete: number }).complete, false);
  const before = source.slice(root.start, root.end);
  const channel = /(?:^|:)rss$/i.test(root.name) ? '<channel>' : '';
  const after = `${channel === '' ? '' : '</channel>'}</${root.name}>`;
  const head = source.slice(root.end, headEnd < 0 ? source.length : headEnd).slice(0, MAX_HEAD);
  return {
    head: `${before}${head}${after}`,
    items: spans.map(({ start, end, whole }) => {
      const long = end - start > MAX_ITEM;
      const xml = long ? `<${itemName}>` : source.slice(start, end);
      const close = whole && !long ? '' : `</${itemName}>`;
      return {
        xml: `${before}${channel}${xml}${close}${after}`,
        state: long ? 'long' : whole ? 'whole' : 'cut',
      };
    }),
  };
}

const ENTITIES = 'the feed declares entities of its own, which are not expanded; get it without a DOCTYPE';

/** `item`, or in Atom `entry`; with the root's prefix where that has one, as in `atom:feed`. */
function itemNameOf(root: string): string {
  const colon = root.indexOf(':');
  if (!root.toLowerCase().endsWith('feed')) return 'item';
  return colon < 0 ? 'entry' : `${root.slice(0, colon + 1)}entry`;
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty' | 'doctype';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A `<` before anything else is no mark-up: "profits < 5 %". */
const TAG_BEGINS = /[\p{L}_:/]/u;

/** The tags of a document in their order; one that is cut off ends them. Comments and CDATA hold none. */
function* tagsOf(xml: string): Generator<Tag> {
  for (let start = xml.indexOf('<'); start >= 0; ) {
    const first = xml[start + 1];
    const end = endOf(xml, start);
    if (end < 0) return;
    if (first === '!') {
      if (/^<!doctype/i.test(xml.slice(start, start + 9))) yield { kind: 'doctype', name: '', start, end };
    } else if (first !== undefined && TAG_BEGINS.test(first)) {
      const close = first === '/';
      const name = /^[^\s/>]{0,100}/.exec(xml.slice(start + (close ? 2 : 1), start + 102))![0];
      yield { kind: close ? 'close' : xml[end - 2] === '/' ? 'empty' : 'open', name, start, end };
    }
    start = xml.indexOf('<', end);
  }
}

/** Where the mark-up that begins here ends; -1 where the file does so before. */
function endOf(xml: string, start: number): number {
  const behind = (what: string, from: number) => {
    const at = xml.indexOf(what, from);
    return at < 0 ? -1 : at + what.length;
  };
  if (xml.startsWith('<!--', start)) return behind('-->', start + 4);
  if (xml.startsWith('<![CDATA[', start)) return behind(']]>', start + 9);
  if (xml.startsWith('<?', start)) return behind('?>', start + 2);
  return xml[start + 1] === '!' ? endOfDeclaration(xml, start) : endOfTag(xml, start);
}

/** A quote that is never closed ends at the next tag: no `<` may stand in one. */
function endOfTag(xml: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < xml.length; at++) {
    const sign = xml[at]!;
    if (sign === '<') return at;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return -1;
}

/** A DOCTYPE may hold declarations of its own in brackets. */
function endOfDeclaration(xml: string, start: number): number {
  let brackets = 0;
  for (let at = start + 1; at < xml.length; at++) {
    const sign = xml[at]!;
    if (sign === '[') brackets++;
    else if (sign === ']') brackets--;
    else if (sign === '>' && brackets <= 0) return at + 1;
  }
  return -1;
}
