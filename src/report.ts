/** The main type: everything the program says points into the text of a report. */

/** Half-open UTF-16 offsets into `Report.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A calendar day, `YYYY-MM-DD`. Years 0001 to 9999; compares as a string. */
export type Day = string;

/**
 * A dated text by one publisher. `text` never changes after reading: title, blank line, body, with the
 * white space of the file; `titleEnd` is the offset at which the title ends.
 */
export interface Report {
  /** First 16 hex digits of SHA-256 over canonical JSON of `{publishedOn, publisher, title, text}`. */
  readonly id: string;
  readonly publishedOn: Day;
  readonly title?: string;
  readonly titleEnd?: number;
  readonly text: string;
  readonly publisher?: string;
  /** ISO 3166-1 alpha-3, where the publisher is known to us. */
  readonly publisherCountry?: string;
  readonly url?: string;
  /** BCP 47; `und` where nobody has said and nothing has detected it. */
  readonly language: string;
  readonly licence?: string;
  /** Where it came from, and the fields of the input that we have no name for. */
  readonly origin: Readonly<Record<string, unknown>>;
}

/** The words a span covers. */
export function wordsOf(report: { readonly text: string }, span: Span): string {
  return report.text.slice(span.start, span.end);
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
