import type { Span } from '../src/report.ts';

/** A mention as somebody marked it; the fields are those of benchmarks/actors/README.md. */
export interface GoldMention extends Span {
  readonly kind: string;
  /** Codes; empty where none is known. */
  readonly countries: readonly string[];
  /** Who is meant, in which office; null where the kind has no identity. */
  readonly identity: readonly GoldIdentity[] | null;
  /** Null where it is not scored. */
  readonly sector: string | null;
  readonly how: string;
}

export interface GoldIdentity {
  /** `antony-blinken`, or `-` where nobody can be named. */
  readonly name: string;
  /** `foreign-minister`, or `-`. */
  readonly office: string;
}

/** A report with every mention of an actor marked. */
export interface GoldReport {
  readonly publishedOn: string;
  readonly text: string;
  readonly titleEnd?: number;
  readonly mentions: readonly GoldMention[];
}

/** Reads `[surface|kind|country|identity|sector|how]` out of a text. Throws where a bracket has not six fields. */
export function readGoldReport(source: string): GoldReport {
  const opening = /^# [^\n]*\ndate: (\d{4}-\d{2}-\d{2})\n\n/.exec(source);
  if (opening === null) throw new Error('no title and date; expected "# title" and "date: YYYY-MM-DD"');
  const mentions: GoldMention[] = [];
  let text = '';
  for (const piece of source
    .slice(opening[0].length)
    .trimEnd()
    .split(/(?=\[)|(?<=\])/)) {
    if (!piece.startsWith('[')) {
      text += piece;
      continue;
    }
    const fields = piece.slice(1, -1).split('|');
    if (fields.length !== 6 || !piece.endsWith(']')) throw new Error(`not six fields: ${piece}`);
    const [surface = '', kind = '', country = '', identity = '', sector = '', how = ''] = fields;
    mentions.push({
      start: text.length,
      end: text.length + surface.length,
      kind,
      countries: country === '-' ? [] : country.split('+'),
      identity: identity === '-' ? null : identity.split('+').map(readIdentity),
      sector: sector === '-' ? null : sector,
      how,
    });
    text += surface;
  }
  const headline = /^[^\n]*[^\n.](?=\n\n)/.exec(text)?.[0];
  return {
    publishedOn: opening[1]!,
    text,
    ...(headline === undefined ? {} : { titleEnd: headline.length }),
    mentions,
  };
}

function readIdentity(pair: string): GoldIdentity {
  const [name = '', office = ''] = pair.split(':');
  return { name, office };
}

const WORD = /(?<!['’])[\p{L}\p{N}.]+(?:['’](?!s\b)[\p{L}\p{N}.]+)*/gu;

/** Words that end the part of a noun phrase in which its head stands. */
const AFTER_HEAD = new Set(
  'of in from to at for on with behind between who which that trained holding'.split(' '),
);

/**
 * The words of which a finding has to cover one: the last before a preposition in each part between commas
 * ("the US *envoy*, Linda *Thomas*-*Greenfield*"), and the words that the identity names.
 */
export function headsOf(text: string, { start, end, identity }: GoldMention): Span[] {
  const names = new Set((identity ?? []).flatMap(({ name }) => name.split('-')));
  const heads: Span[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(',')) {
    let last: Span | null = null;
    let past = false;
    for (const match of part.matchAll(WORD)) {
      const word = { start: from + match.index, end: from + match.index + match[0].length };
      const key = plain(match[0]);
      past ||= last !== null && AFTER_HEAD.has(key);
      if (!past) last = word;
      if (names.has(key) && key.length > 1) heads.push(word);
    }
    if (last !== null) heads.push(last);
    from += part.length + 1;
  }
  return heads;
}

/** Small letters without accents, points and possessive ending. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
}
