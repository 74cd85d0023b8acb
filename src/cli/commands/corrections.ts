import { Ties } from '../../relations/ties.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { withLedger } from '../ledger-file.ts';
import { correctionRow } from '../show/correction-row.ts';
import { columns } from '../show/layout.ts';
import type { Terminal } from '../terminal.ts';

export async function correctionsCommand(
  { ledger: path, json }: { readonly ledger: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  return withLedger(path, (ledger) => {
    const corrections = ledger.corrections();
    const overruled = new Set(new Ties(corrections).overruled);
    if (json) terminal.print(JSON.stringify(corrections, null, 2));
    else if (corrections.length === 0) terminal.print('Nobody has corrected anything in this ledger.');
    else
      terminal.print(
        columns(
          corrections.map((said) => correctionRow(said, overruled)),
          terminal,
          0,
        ),
      );
    return EXIT.ok;
  });
}
