/** What an input holds, which decides the door it comes in by. */
export type Form = 'jsonl' | 'json feed' | 'feed' | 'page' | 'xml' | 'text';

/** What begins a page of HTML: not any tag, since a text may speak of one. */
const PAGE =
  /^(?:!doctype html|(?:html|head|body|title|meta|article|section|main|div|p|h1|table|center)[\s/>])/i;
const FEED = /^(?:[\w-]{1,40}:)?(?:rss|rdf|feed)[\s>]/i;
const JSON_FEED = /"https?:\/\/jsonfeed\.org\/version\//;
const SNIFFED = 8192;

/** JSONL by the name where it tells, else by the first character; it is read as a stream, so only bytes are seen. */
export function startsJsonl(name: string, head: Uint8Array): boolean {
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)) return true;
  if (/\.te?xt(?:\.gz)?$/i.test(name)) return false;
  const first = head.find((byte, at) => byte > 32 && !(at < 3 && byte >= 0xbb));
  return first === 0x7b && !JSON_FEED.test(Buffer.from(head.subarray(0, SNIFFED)).toString('latin1'));
}

/** The form of a text that is no JSONL: by what it begins with, and by the name where that does not tell. */
export function formOf(name: string, text: string): Exclude<Form, 'jsonl'> {
  const start = firstTag(text);
  if (start === null) {
    if (text[text.search(/\S/)] === '{' && JSON_FEED.test(text.slice(0, SNIFFED))) return 'json feed';
    return /\.x?html?(?:\.gz)?$/i.test(name) ? 'page' : 'text';
  }
  const tag = text.slice(start + 1, start + 60);
  if (FEED.test(tag)) return 'feed';
  if (PAGE.test(tag) || /\.x?html?(?:\.gz)?$/i.test(name)) return 'page';
  return /^\s*<(?:\?xml|!doctype)\b/i.test(text.slice(0, 200)) ||
    /\.(?:xml|rss|atom|rdf)(?:\.gz)?$/i.test(name)
    ? 'xml'
    : 'text';
}

/** Where the first tag is, behind declarations and comments; null where the text begins with something else. */
function firstTag(text: string): number | null {
  let at = skipSpace(text, 0);
  while (text[at] === '<') {
    const mark = text.slice(at, at + 14).toLowerCase();
    const end = mark.startsWith('<!--')
      ? endOf(text, '-->', at)
      : mark.startsWith('<?')
        ? endOf(text, '?>', at)
        : mark.startsWith('<!doctype') && mark !== '<!doctype html'
          ? endOfDoctype(text, at)
          : null;
    if (end === null) return at;
    at = skipSpace(text, end);
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}

function endOf(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at < 0 ? text.length : at + what.length;
}

/** A DOCTYPE may hold declarations in brackets. */
function endOfDoctype(text: string, from: number): number {
  const close = endOf(text, '>', from);
  const bracket = text.indexOf('[', from);
  return bracket < 0 || bracket > close ? close : endOf(text, '>', endOf(text, ']', bracket) - 1);
}
