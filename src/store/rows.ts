import type { Claim, ClaimActor } from '../claims/claim.ts';
import type { Message } from '../message.ts';
import type { Report } from '../report.ts';
import type { Withdrawal } from './records.ts';

/** Rows of the database as values, and back. */

export interface ReportRow {
  readonly seq: number;
  readonly id: string;
  readonly published_on: string;
  readonly title: string | null;
  readonly title_end: number | null;
  readonly text: string;
  readonly publisher: string | null;
  readonly publisher_country: string | null;
  readonly url: string | null;
  readonly language: string;
  readonly licence: string | null;
  readonly origin: string;
  readonly recorded_at: string;
}

export interface MessageRow {
  readonly rule: string;
  readonly severity: string;
  readonly text: string;
  readonly span_start: number | null;
  readonly span_end: number | null;
}

export interface CorrectionRow {
  readonly reason: string;
  readonly made_by: string | null;
  readonly recorded_at: string;
}

export function toReport(row: ReportRow): Report {
  return {
    id: row.id,
    publishedOn: row.published_on,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.title_end === null ? {} : { titleEnd: row.title_end }),
    text: row.text,
    ...(row.publisher === null ? {} : { publisher: row.publisher }),
    ...(row.publisher_country === null ? {} : { publisherCountry: row.publisher_country }),
    ...(row.url === null ? {} : { url: row.url }),
    language: row.language,
    ...(row.licence === null ? {} : { licence: row.licence }),
    origin: JSON.parse(row.origin) as Report['origin'],
  };
}

export function fromReport(report: Report, recordedAt: string): Omit<ReportRow, 'seq'> {
  return {
    id: report.id,
    published_on: report.publishedOn,
    title: report.title ?? null,
    title_end: report.titleEnd ?? null,
    text: report.text,
    publisher: report.publisher ?? null,
    publisher_country: report.publisherCountry ?? null,
    url: report.url ?? null,
    language: report.language,
    licence: report.licence ?? null,
    origin: JSON.stringify(report.origin),
    recorded_at: recordedAt,
  };
}

export function toMessage(row: MessageRow): Message {
  return {
    rule: row.rule,
    severity: row.severity as Message['severity'],
    text: row.text,
    ...(row.span_start === null ? {} : { span: { start: row.span_start, end: row.span_end! } }),
  };
}

export function toWithdrawal(row: CorrectionRow | undefined): Withdrawal | null {
  return row === undefined ? null : { reason: row.reason, by: row.made_by, recordedAt: row.recorded_at };
}

export function toClaim(body: string): Claim {
  return JSON.parse(body) as Claim;
}

/** The columns of a claim that queries need; the rest stays in its body. */
export function fromClaim(claim: Claim): Record<string, string | null> {
  const { beginMin, beginMax, endMin, endMax } = claim.when;
  return {
    id: claim.id,
    kind: claim.kind,
    type: claim.type,
    status: claim.status,
    polarity: claim.polarity,
    begin_day: beginMin ?? beginMax,
    end_day: endMax ?? endMin,
    body: JSON.stringify(claim),
  };
}

export function countriesOf(actors: readonly ClaimActor[]): Set<string> {
  return new Set(actors.flatMap(({ country }) => (country === null ? [] : [country])));
}
