import { type PageNode, parsePage, walk } from './page.ts';

/** The text of a part of a page. */
export interface PageText {
  /** Paragraphs with a blank line between them; a `<br>` is a line end. */
  readonly text: string;
  /** How many of its characters stand in links. */
  readonly linked: number;
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'li main ol p pre section summary table tbody thead tr ul'
  ).split(' '),
);
/** What is no text of the article; the words below a picture often belong to another day. */
const LEFT_OUT = new Set(
  (
    'applet audio button canvas embed figcaption head iframe input math nav noscript object script select style svg ' +
    'template textarea title video'
  ).split(' '),
);
const SPACE = /[ \t\r\n\f\u00a0]+/g;
/** Soft hyphens and marks of zero width that cut words for the layout. */
const LAYOUT = /[\u00ad\u200b\ufeff]/g;

/** The text of an element as a reader sees it. */
export function textOf(root: PageNode): PageText {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  let line = '';
  let linked = 0;
  let links = 0;
  const endLine = () => {
    const words = line.replace(LAYOUT, '').replace(SPACE, ' ').trim();
    line = '';
    if (words !== '') lines.push(words);
    return words !== '';
  };
  const endParagraph = () => {
    endLine();
    if (lines.length > 0) paragraphs.push(lines.join('\n'));
    lines = [];
  };
  walk(root, {
    enter: ({ localName }) => {
      if (LEFT_OUT.has(localName)) return false;
      if (BLOCKS.has(localName)) endParagraph();
      else if (localName === 'br' && !endLine()) endParagraph();
      else if (localName === 'td' || localName === 'th') line += ' ';
      if (localName === 'a') links++;
      return true;
    },
    leave: ({ localName }) => {
      if (localName === 'a') links--;
      if (BLOCKS.has(localName)) endParagraph();
    },
    text: (data) => {
      line += data;
      if (links > 0) linked += data.trim().length;
    },
  });
  endParagraph();
  return { text: paragraphs.join('\n\n'), linked };
}

/** A piece of HTML, as feeds hold it, as plain text. */
export async function htmlToText(html: string): Promise<string | { readonly problem: string }> {
  if (!html.includes('<') && !html.includes('&')) return html.replace(LAYOUT, '').trim();
  const page = await parsePage(`<html><body>${html}</body></html>`);
  return 'problem' in page ? page : textOf(page.documentElement!).text;
}
