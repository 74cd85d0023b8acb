import { isAbout } from '../../relations/correction.ts';
import { Ties } from '../../relations/ties.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { idPrefix, oneId, withLedger } from '../ledger-file.ts';
import { claimPage } from '../show/claim-page.ts';
import type { Terminal } from '../terminal.ts';

export async function explainCommand(
  written: string,
  options: { readonly ledger: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  return withLedger(options.ledger, (ledger) => {
    const id = oneId('claim', written, ledger.claimIds(idPrefix(written)));
    const stored = ledger.claim(id)!;
    const corrections = ledger.corrections();
    const said = corrections.filter((word) => isAbout(word, id));
    if (options.json) terminal.print(JSON.stringify({ ...stored, corrections: said }, null, 2));
    else terminal.print(claimPage(stored, said, new Set(new Ties(corrections).overruled), terminal));
    return EXIT.ok;
  });
}
