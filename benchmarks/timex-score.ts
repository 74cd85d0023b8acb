/** Scores of expressions of time by the definitions of TempEval-3, with intervals. */

export interface Timex {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export interface GoldDocument {
  readonly id: string;
  /** A day or an instant. */
  readonly dct: string;
  readonly text: string;
  readonly gold: readonly Timex[];
}

const MEASURES = ['value', 'strict', 'relaxed', 'type'] as const;
type Measure = (typeof MEASURES)[number];
type Counts = Record<Measure | 'gold' | 'found', number>;

export interface Score {
  readonly figures: Readonly<Record<Measure, number>>;
  /** 95 % intervals over documents drawn with replacement, from a fixed seed. */
  readonly intervals: Readonly<Record<Measure, readonly [number, number]>>;
  readonly expressions: number;
  readonly documents: number;
}

/**
 * F1 in percent: relaxed is an overlap, strict the same extent, type and value are relaxed F1 times the share of
 * matched pairs that agree.
 */
export function scoreTimes(
  documents: readonly GoldDocument[],
  predictions: ReadonlyMap<string, readonly Timex[]>,
): Score {
  const counts = documents.map((document) => count(document, predictions.get(document.id) ?? []));
  const samples = draw(counts);
  const interval = (measure: Measure): readonly [number, number] => {
    const sorted = samples.map((sample) => f1(sample, measure)).sort((a, b) => a - b);
    return [sorted[Math.floor(sorted.length * 0.025)]!, sorted[Math.ceil(sorted.length * 0.975) - 1]!];
  };
  const total = sum(counts);
  return {
    figures: byMeasure((measure) => f1(total, measure)),
    intervals: byMeasure(interval),
    expressions: total.gold,
    documents: documents.length,
  };
}

/** One line: `all  value 80.10 [78.00, 82.00]  strict ...`. */
export function scoreLine(name: string, { figures, intervals, expressions, documents }: Score): string {
  const shown = MEASURES.map(
    (measure) =>
      `${measure} ${figures[measure].toFixed(2)} [${intervals[measure].map((one) => one.toFixed(1)).join(', ')}]`,
  );
  return `${name.padEnd(11)} ${shown.join('  ')}  (n = ${expressions} expressions, ${documents} documents)\n`;
}

function byMeasure<T>(of: (measure: Measure) => T): Record<Measure, T> {
  return { value: of('value'), strict: of('strict'), relaxed: of('relaxed'), type: of('type') };
}

function f1(counts: Counts, measure: Measure): number {
  return Math.round((20_000 * counts[measure]) / Math.max(1, counts.gold + counts.found)) / 100;
}

/** One-to-one in text order: each prediction takes the first free gold expression that it overlaps. */
function count({ text, gold }: GoldDocument, found: readonly Timex[]): Counts {
  const counts: Counts = { gold: gold.length, found: found.length, relaxed: 0, strict: 0, type: 0, value: 0 };
  const taken = new Set<Timex>();
  for (const one of found) {
    const match = gold.find((other) => !taken.has(other) && one.begin < other.end && other.begin < one.end);
    if (match === undefined) continue;
    taken.add(match);
    counts.relaxed++;
    if (extent(text, match) === extent(text, one)) counts.strict++;
    if (match.type === one.type) counts.type++;
    if (match.value === one.value) counts.value++;
  }
  return counts;
}

/** White space at either end does not count. */
function extent(text: string, { begin, end }: Timex): string {
  const words = text.slice(begin, end);
  return `${begin + words.length - words.trimStart().length}-${end - words.length + words.trimEnd().length}`;
}

function sum(all: readonly Counts[]): Counts {
  const total: Counts = { gold: 0, found: 0, relaxed: 0, strict: 0, type: 0, value: 0 };
  for (const one of all) for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += one[key];
  return total;
}

function draw(counts: readonly Counts[]): Counts[] {
  let state = 2024;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: 1000 }, () =>
    sum(counts.map(() => counts[Math.floor(next() * counts.length)]!)),
  );
}
