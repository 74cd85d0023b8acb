import { CliFailure, EXIT, type ExitCode } from '../failure.ts';
import { idPrefix, oneId, withLedger } from '../ledger-file.ts';
import type { Terminal } from '../terminal.ts';

interface WithdrawOptions {
  readonly ledger: string;
  readonly reason: string;
  readonly by?: string;
}

export async function withdrawCommand(
  written: string,
  { ledger: path, reason, by }: WithdrawOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (reason.trim() === '')
    throw new CliFailure(EXIT.usage, 'a correction needs a reason; say it with --reason TEXT');
  return withLedger(path, (ledger) => {
    const prefix = idPrefix(written);
    const reports = ledger.reportIds(prefix);
    const id = oneId('report or claim', written, [...reports, ...ledger.claimIds(prefix)]);
    const target = reports.includes(id) ? { report: id } : { claim: id };
    const what = 'report' in target ? 'report' : 'claim';
    const recordedAt = new Date().toISOString();
    const fresh = ledger.withdraw(target, { reason: reason.trim(), by: by ?? null, recordedAt });
    if (fresh) terminal.print(`${what} ${id} no longer counts; it stays readable, and the reason with it`);
    else terminal.print(`${what} ${id} was withdrawn before; nothing changed`);
    return EXIT.ok;
  });
}
