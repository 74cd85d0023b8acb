import type { Message } from '../../message.ts';
import type { Coverage } from '../../pipeline.ts';
import { type Report, wordsOf } from '../../report.ts';
import type { StoredReport } from '../../store/records.ts';
import type { Terminal } from '../terminal.ts';
import { type ClaimBook, claimsBlock } from './blocks.ts';
import { block, columns, count, wrap } from './layout.ts';
import { cut, safeLines, safeText } from './safe-text.ts';

/** Day, publisher, title; then id and what the coder got out of the text. */
export function reportHead(report: Report, { sentences, withClaims }: Coverage, { paint }: Terminal): string {
  const head = [report.publishedOn, report.publisher, report.title]
    .filter((part) => part !== undefined)
    .map((part) => safeText(part));
  const url = report.url === undefined ? [] : [safeText(report.url)];
  const read = `report ${report.id} · ${count(sentences, 'sentence')}, ${withClaims} with claims`;
  return [paint.bold(head.join('  ')), ...url, paint.dim(read)].join('\n');
}

/** A report of the ledger: its text, what was noticed, its claims. */
export function reportPage(stored: StoredReport, book: ClaimBook, terminal: Terminal): string {
  const { report, claims, messages, withdrawn, coverage } = stored;
  const page = { terminal, book, rows: Number.POSITIVE_INFINITY, oneReport: true };
  const said = withdrawn === null ? [] : [withdrawnLine(withdrawn)];
  return [
    reportHead(report, coverage, terminal),
    ...said,
    safeLines(report.text)
      .trim()
      .split('\n')
      .flatMap((line) => wrap(line, terminal.width))
      .join('\n'),
    claimsBlock(
      page,
      'Claims',
      `as ${stored.coder} reads it, in the order of the text`,
      claims.map(({ id }) => id),
    ),
    ...(messages.length === 0 ? [] : [messagesBlock(messages, report, terminal)]),
  ].join('\n\n');
}

export function withdrawnLine({ reason, by, recordedAt }: NonNullable<StoredReport['withdrawn']>): string {
  const name = by === null ? '' : ` by ${safeText(by)}`;
  return `Withdrawn on ${recordedAt.slice(0, 10)}${name}: ${safeText(reason)}. It no longer counts.`;
}

export function messagesBlock(messages: readonly Message[], report: Report, terminal: Terminal): string {
  const rows = messages.map(({ rule, severity, text, span }) => [
    severity,
    rule,
    span === undefined ? safeText(text) : `${safeText(text)}: “${cut(safeText(wordsOf(report, span)), 80)}”`,
  ]);
  return block(terminal, 'Noticed', 'what could not be settled; docs/messages.md', columns(rows, terminal));
}
