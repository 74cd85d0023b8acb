import type { NameKind } from '../src/language/sentence.ts';

/** A name in a sentence of a treebank, by its words. */
export interface NameLabel {
  readonly kind: NameKind;
  readonly from: number;
  readonly to: number;
}

const KINDS: Readonly<Record<string, NameKind>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
};

/** Words of a treebank's sentence that may stand inside a name beside proper nouns. */
const JOINERS = new Set(['of', 'for', 'and', 'the', 'de', 'del', 'la', '&', '-', '–', "'s", '’s', '.']);

/** What stands before a person's name and is no part of it. */
const TITLES = new Set(
  (
    'mr mrs ms miss dr prof professor sir lord lady dame king queen emperor empress prince princess president chancellor ' +
    'minister senator governor mayor general colonel captain major lieutenant judge justice saint st rev reverend father ' +
    'pope bishop archbishop cardinal'
  ).split(' '),
);

interface Row {
  readonly form: string;
  readonly proper: boolean;
  readonly head: number;
  readonly entity: string;
}

/**
 * The names of each sentence of a CoNLL-U text with entities in MISC, as GUM has them: of every mention of a person,
 * organisation or place headed by a proper noun, the proper nouns around its head. The longest where they nest.
 */
export function readNames(source: string): NameLabel[][] {
  const sentences: NameLabel[][] = [];
  for (const block of source.replaceAll('\r\n', '\n').split(/\n\n+/)) {
    const rows: Row[] = [];
    for (const line of block.split('\n')) {
      const cells = line.split('\t');
      if (cells.length < 10 || !/^\d+$/.test(cells[0]!)) continue;
      const entity = cells[9]!.split('|').find((part) => part.startsWith('Entity='));
      rows.push({
        form: cells[1]!,
        proper: cells[3] === 'PROPN' || cells[4]!.startsWith('NNP'),
        head: Number(cells[6]) - 1,
        entity: entity?.slice(7) ?? '',
      });
    }
    if (rows.length > 0) sentences.push(namesIn(rows));
  }
  return sentences;
}

function namesIn(rows: readonly Row[]): NameLabel[] {
  const found: NameLabel[] = [];
  const open: { group: string; kind: string; from: number }[] = [];
  rows.forEach(({ entity }, i) => {
    for (const part of entity.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      let mention: (typeof open)[number] | undefined;
      if (part.startsWith('(')) {
        const [group, kind] = part.slice(1).split('-');
        mention = { group: group!, kind: kind ?? '', from: i };
        if (!part.endsWith(')')) {
          open.push(mention);
          continue;
        }
      } else {
        const group = part.slice(0, -1).split('-')[0];
        const at = open.findLastIndex((one) => one.group === group);
        mention = at < 0 ? undefined : open.splice(at, 1)[0];
      }
      const kind = mention === undefined ? undefined : KINDS[mention.kind];
      const name = kind === undefined ? null : nameAround(rows, mention!.from, i + 1);
      while (name !== null && kind === 'person' && name.to - name.from > 1 && isTitle(rows[name.from]!))
        name.from++;
      if (name !== null) found.push({ kind: kind!, ...name });
    }
  });
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.filter((name, i) => !found.slice(0, i).some((other) => other.to > name.from));
}

/** The proper nouns around the head of a mention; null where the head is none. */
function nameAround(rows: readonly Row[], start: number, end: number): { from: number; to: number } | null {
  let head = start;
  while (head < end && rows[head]!.head >= start && rows[head]!.head < end) head++;
  if (head === end || !rows[head]!.proper) return null;
  const isNamed = (i: number): boolean =>
    i >= start && i < end && /^\p{Lu}/u.test(rows[i]!.form) && rows[i]!.proper;
  let from = head;
  for (let i = head - 1; i >= start; i--) {
    if (isNamed(i)) from = i;
    else if (!JOINERS.has(rows[i]!.form) || from - i > 2) break;
  }
  let to = head + 1;
  for (let i = head + 1; i < end; i++) {
    if (isNamed(i)) to = i + 1;
    else if (!JOINERS.has(rows[i]!.form) || i - to > 1) break;
  }
  return { from, to };
}

function isTitle({ form }: Row): boolean {
  return TITLES.has(form.toLowerCase().replace('.', ''));
}
