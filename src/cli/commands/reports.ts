import type { Day } from '../../report.ts';
import type { Ledger } from '../../store/ledger.ts';
import type { ReportEntry } from '../../store/records.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { bookOf } from '../ledger-book.ts';
import { idPrefix, oneId, withLedger } from '../ledger-file.ts';
import { columns, count } from '../show/layout.ts';
import { reportPage } from '../show/report-page.ts';
import { cut, safeText } from '../show/safe-text.ts';
import type { Terminal } from '../terminal.ts';

interface ReportsOptions {
  readonly ledger: string;
  readonly asOf?: Day;
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

export async function reportsCommand(
  written: string | undefined,
  options: ReportsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return withLedger(options.ledger, (ledger) => {
    if (written === undefined) list(ledger, options, terminal);
    else {
      const stored = ledger.report(oneId('report', written, ledger.reportIds(idPrefix(written))))!;
      if (options.jsonl) terminal.print(JSON.stringify(stored));
      else if (options.json) terminal.print(JSON.stringify(stored, null, 2));
      else terminal.print(reportPage(stored, bookOf(ledger), terminal));
    }
    return EXIT.ok;
  });
}

function list(ledger: Ledger, { asOf, json, jsonl }: ReportsOptions, terminal: Terminal): void {
  const reports = ledger.reports(asOf);
  if (jsonl) for (const entry of reports) terminal.print(JSON.stringify(entry));
  else if (json) terminal.print(JSON.stringify(reports, null, 2));
  else if (reports.length === 0) terminal.print('No reports.');
  else
    terminal.print(
      columns(
        reports.map((entry) => row(entry, terminal)),
        terminal,
        0,
      ),
    );
}

function row(
  { id, publishedOn, publisher, title, opening, claims, withdrawn }: ReportEntry,
  { paint }: Terminal,
): string[] {
  return [
    paint.dim(id),
    publishedOn,
    cut(safeText(publisher ?? ''), 18),
    withdrawn ? '⊘ withdrawn' : count(claims, 'claim'),
    cut(safeText(title ?? opening), 37),
  ];
}
