/** Scores attributions as `attribution_score.py` does: over words, so that marks and commas never count. */

/** Half-open offsets. */
export type Piece = readonly [number, number];
const ROLES = ['source', 'cue', 'content'] as const;
type Role = (typeof ROLES)[number];

export type AnnotatedSaying = Readonly<Partial<Record<Role, readonly Piece[]>>>;
export interface AnnotatedArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly AnnotatedSaying[];
}

/** F1 in per cent: spans of a role that share a word, attributions whose parts do. */
export interface AttributionScore extends Readonly<Record<Role, number>> {
  /** Source and content each share a word. */
  readonly overlap: number;
  /** The same source, and content with Dice of at least a half. */
  readonly half: number;
  readonly gold: number;
  readonly predicted: number;
}

type Words = ReadonlySet<number>;
type Saying = Readonly<Record<Role, Words>>;

/** With `quoted`, only attributions whose content holds a quotation mark are compared. */
export function scoreAttributions(
  articles: readonly AnnotatedArticle[],
  predictions: readonly (readonly AnnotatedSaying[])[],
  { quoted = false }: { readonly quoted?: boolean } = {},
): AttributionScore {
  const hits: Record<string, number> = {};
  const add = (name: string, count: number): void => {
    hits[name] = (hits[name] ?? 0) + count;
  };
  for (const [at, { text, attributions }] of articles.entries()) {
    const offsets = wordsOf(text);
    const keep = ({ content = [] }: AnnotatedSaying): boolean =>
      !quoted || content.some(([start, end]) => /["“”]/.test(text.slice(start, end)));
    const read = (sayings: readonly AnnotatedSaying[]): Saying[] =>
      sayings
        .filter(keep)
        .map((saying) => {
          const [source, cue, content] = ROLES.map((role) => wordsIn(offsets, saying[role] ?? []));
          return { source: source!, cue: cue!, content: content! };
        })
        .filter((saying) => ROLES.some((role) => saying[role].size > 0));
    const gold = read(attributions);
    const ours = read(predictions[at]!);
    add('gold', gold.length);
    add('predicted', ours.length);
    for (const role of ROLES) {
      const golden = gold.map((saying) => saying[role]).filter(({ size }) => size > 0);
      const found = ours.map((saying) => saying[role]).filter(({ size }) => size > 0);
      add(`${role} gold`, golden.length);
      add(`${role} predicted`, found.length);
      add(role, oneToOne(golden, found, (a, b) => (share(a, b) ? dice(a, b) : 0)).length);
    }
    const fit = (a: Saying, b: Saying): number =>
      share(a.content, b.content) || share(a.cue, b.cue)
        ? ROLES.reduce((sum, role) => sum + dice(a[role], b[role]), 0)
        : 0;
    for (const [a, b] of oneToOne(gold, ours, fit)) {
      const sameSource = (a.source.size === 0 && b.source.size === 0) || share(a.source, b.source);
      if (sameSource && share(a.content, b.content)) add('overlap', 1);
      if (sameSource && dice(a.content, b.content) >= 0.5) add('half', 1);
    }
  }
  const f1 = (name: string, of = ''): number => {
    const all = (hits[`${of}gold`] ?? 0) + (hits[`${of}predicted`] ?? 0);
    return all === 0 ? 0 : (200 * (hits[name] ?? 0)) / all;
  };
  return {
    source: f1('source', 'source '),
    cue: f1('cue', 'cue '),
    content: f1('content', 'content '),
    overlap: f1('overlap'),
    half: f1('half'),
    gold: hits['gold'] ?? 0,
    predicted: hits['predicted'] ?? 0,
  };
}

function wordsOf(text: string): Piece[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}_]+(?:['’.&-][\p{L}\p{N}_]+)*/gu), ({ 0: word, index }) => [
    index,
    index + word.length,
  ]);
}

function wordsIn(offsets: readonly Piece[], pieces: readonly Piece[]): Words {
  const found = new Set<number>();
  for (const [at, [start, end]] of offsets.entries()) {
    if (pieces.some(([from, to]) => start < to && end > from)) found.add(at);
  }
  return found;
}

function share(a: Words, b: Words): boolean {
  return common(a, b) > 0;
}

function dice(a: Words, b: Words): number {
  return a.size + b.size === 0 ? 1 : (2 * common(a, b)) / (a.size + b.size);
}

function common(a: Words, b: Words): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

/** Pairs by falling fit, each member at most once; among equals those that stand at the same place in their lists. */
function oneToOne<T>(golden: readonly T[], found: readonly T[], fitOf: (a: T, b: T) => number): [T, T][] {
  const pairs = golden.flatMap((_, i) =>
    found.flatMap((_, j) => {
      const fit = fitOf(golden[i]!, found[j]!);
      return fit > 0 ? [{ i, j, fit }] : [];
    }),
  );
  pairs.sort((a, b) => b.fit - a.fit || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || b.i - a.i || b.j - a.j);
  const taken = { i: new Set<number>(), j: new Set<number>() };
  const chosen: [T, T][] = [];
  for (const { i, j } of pairs) {
    if (taken.i.has(i) || taken.j.has(j)) continue;
    taken.i.add(i);
    taken.j.add(j);
    chosen.push([golden[i]!, found[j]!]);
  }
  return chosen;
}
