import { identify } from '../src/identity.ts';
import type { Report, Span } from '../src/report.ts';

/** Words that carry an act, with the letter of the happening that they tell of. */
export interface Mark extends Span {
  readonly happening: string;
}

/** Short reports of the same days with every act between states marked. */
export interface CoreferenceGroup {
  readonly title: string;
  readonly reports: readonly { readonly report: Report; readonly marks: readonly Mark[] }[];
}

const HEAD = /^== (\d{4}-\d{2}-\d{2}) \| (.+) \| ([A-Z]{3})$/;

/** Reads a group in the form of coreference/README.md. Throws where a line or a mark has another form. */
export function readGroup(source: string): CoreferenceGroup {
  const [opening = '', ...parts] = source.split(/^(?=== )/m);
  const title = /^# (.+)\n/.exec(opening)?.[1];
  if (title === undefined) throw new Error('no title; expected "# title"');
  return { title, reports: parts.map(readMarked) };
}

function readMarked(part: string): CoreferenceGroup['reports'][number] {
  const [line = '', ...lines] = part.split('\n');
  const [, publishedOn, publisher, publisherCountry] = HEAD.exec(line) ?? [];
  if (publishedOn === undefined || publisher === undefined || publisherCountry === undefined)
    throw new Error(`not "== day | publisher | country": ${line}`);
  const marks: Mark[] = [];
  let text = '';
  for (const piece of lines
    .join('\n')
    .trim()
    .split(/(?=\[)|(?<=\])/)) {
    if (!piece.startsWith('[')) {
      text += piece;
      continue;
    }
    const [, words, happening] = /^\[([^|\]]+)\|([^|\]]+)\]$/.exec(piece) ?? [];
    if (words === undefined || happening === undefined) throw new Error(`not "[words|letter]": ${piece}`);
    marks.push({ start: text.length, end: text.length + words.length, happening });
    text += words;
  }
  const id = identify({ publishedOn, publisher, text });
  return {
    report: { id, publishedOn, publisher, publisherCountry, text, language: 'en', origin: {} },
    marks,
  };
}
