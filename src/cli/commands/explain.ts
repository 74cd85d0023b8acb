import { loadKnowledge } from '../../knowledge.ts';
import { isAbout } from '../../relations/correction.ts';
import { Ties } from '../../relations/ties.ts';
import { eventOf } from '../../serve/event-of.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { bookOf } from '../ledger-book.ts';
import { idPrefix, oneId, withLedger } from '../ledger-file.ts';
import { claimPage } from '../show/claim-page.ts';
import { eventBlock } from '../show/event-blocks.ts';
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
    const event = stored.withdrawn === null ? eventOf(ledger, loadKnowledge(), stored.claim) : null;
    if (options.json) {
      terminal.print(JSON.stringify({ ...stored, event, corrections: said }, null, 2));
      return EXIT.ok;
    }
    const overruled = new Set(new Ties(corrections).overruled);
    const page = { terminal, book: bookOf(ledger), rows: Number.POSITIVE_INFINITY };
    const others = event === null ? [] : eventBlock(page, event, id);
    terminal.print([claimPage(stored, said, overruled, terminal), ...others].join('\n\n'));
    return EXIT.ok;
  });
}
