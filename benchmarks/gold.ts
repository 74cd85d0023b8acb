/** What the scores of annotated reports share; `gold-seed.ts` and `gold-documents.ts` hold the two scores. */

/** Half-open offsets into an annotated file, in Unicode code points. */
export type GoldSpan = readonly [number, number];

interface SpanIn {
  readonly start: number;
  readonly end: number;
}

interface ActorIn {
  readonly name?: string;
  readonly country?: string | null;
}

type WhenIn = Readonly<Record<'beginMin' | 'beginMax' | 'endMin' | 'endMax', string | null>>;

/** The part of an analysis that is scored: what `detente analyse --jsonl` prints. */
export interface ScoredAnalysis {
  readonly file: string;
  readonly report: { readonly text: string };
  readonly claims: readonly {
    readonly kind: string;
    readonly type: string | null;
    readonly span: SpanIn;
    readonly trigger: SpanIn;
    readonly actors: readonly ActorIn[];
    readonly recipients: readonly ActorIn[];
    readonly status: string;
    readonly polarity: string;
    readonly when: WhenIn;
    readonly source: {
      readonly kind: string;
      readonly asWritten: string | null;
      readonly contentSpan: SpanIn | null;
    };
  }[];
  readonly encounters: readonly {
    readonly state: string;
    readonly participants: readonly ActorIn[];
    readonly when: WhenIn;
    readonly evidence: readonly SpanIn[];
  }[];
  readonly channels: readonly { readonly level: string }[];
  readonly issues: readonly { readonly id: string }[];
  readonly expectations: readonly unknown[];
}

export type ScoredClaim = ScoredAnalysis['claims'][number];

/**
 * Where the report's text begins in the annotated file, in code points. The text must be a part of the file,
 * unchanged; where it is not, the place is guessed by its first words and `warnings` gets a line.
 */
export function offsetOf(
  { file, report }: Pick<ScoredAnalysis, 'file' | 'report'>,
  raw: string,
  warnings: string[],
): number {
  const text = report.text.trimEnd();
  let at = text === '' ? -1 : raw.indexOf(text);
  if (at < 0) {
    warnings.push(`${file}: the report's text is not a part of the annotated file; spans may be shifted`);
    at = Math.max(0, raw.indexOf(report.text.trim().slice(0, 40)));
  }
  return [...raw.slice(0, at)].length;
}

export function shift({ start, end }: SpanIn, offset: number): GoldSpan {
  return [start + offset, end + offset];
}

export function overlap(a: GoldSpan, b: GoldSpan): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether days agree: where the gold has a first (last) day, it is one of the two bounds of the begin (end). */
export function dayOk(
  when: WhenIn | undefined,
  first: string | null | undefined,
  last: string | null | undefined,
): boolean {
  if (first == null && last == null) return true;
  if (when === undefined) return false;
  const begins = first == null || when.beginMin === first || when.beginMax === first;
  const ends = last == null || when.endMax === last || when.endMin === last;
  return begins && ends;
}

/** The countries among actors; null is none. */
export function countriesOf(actors: readonly ActorIn[]): Set<string> {
  return new Set(actors.flatMap(({ country }) => country || []));
}

/** Whether a code of the gold is a state's: three capitals that stand for no kind of organisation. */
export function isState(code: string | null | undefined): code is string {
  return code != null && /^[A-Z]{3}$/.test(code) && !['IGO', 'NGO', 'IMG'].includes(code);
}

export function isWithin(part: Iterable<string>, whole: ReadonlySet<string>): boolean {
  return [...part].every((member) => whole.has(member));
}

/** How one gold item fared: a row of `--verbose`. */
export type Row = readonly string[];
