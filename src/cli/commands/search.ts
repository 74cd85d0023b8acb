import type { Day } from '../../report.ts';
import type { SearchHit } from '../../store/records.ts';
import { CliFailure, EXIT, type ExitCode } from '../failure.ts';
import { withLedger } from '../ledger-file.ts';
import { columns } from '../show/layout.ts';
import { cut, safeText } from '../show/safe-text.ts';
import type { Terminal } from '../terminal.ts';

interface SearchOptions {
  readonly ledger: string;
  readonly asOf?: Day;
  readonly limit: number;
  readonly json?: boolean;
}

export async function searchCommand(
  words: readonly string[],
  { ledger: path, asOf, limit, json }: SearchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (words.every((word) => word.trim() === ''))
    throw new CliFailure(EXIT.usage, 'nothing to search for; give one word or more');
  return withLedger(path, (ledger) => {
    // A word of the command line that holds a space was quoted there: it is a phrase.
    const query = words
      .map((word) => (words.length > 1 && word.includes(' ') ? `"${word}"` : word))
      .join(' ');
    const hits = ledger.search(query, { limit, ...(asOf === undefined ? {} : { asOf }) });
    if (json) terminal.print(JSON.stringify(hits, null, 2));
    else if (hits.length === 0) terminal.say(`no report holds all of: ${safeText(words.join(' '))}`);
    else
      terminal.print(
        columns(
          hits.map((hit) => row(hit, terminal)),
          terminal,
          0,
        ),
      );
    return EXIT.ok;
  });
}

function row(
  { id, publishedOn, publisher, title, snippet, withdrawn }: SearchHit,
  { paint }: Terminal,
): string[] {
  const head = [title, publisher].filter((part) => part !== null).map((part) => cut(safeText(part), 70));
  const found = snippet
    .split('\u0002')
    .map((piece, at) => (at === 0 ? spaced(piece) : mark(piece, paint.bold)))
    .join('')
    .trim();
  return [
    paint.dim(id),
    publishedOn,
    [withdrawn ? '⊘ withdrawn' : '', head.join(' — '), found].filter((part) => part !== '').join('\n'),
  ];
}

function mark(piece: string, bold: Terminal['paint']['bold']): string {
  const [hit = '', rest = ''] = piece.split('\u0003');
  return bold(`[${safeText(hit)}]`) + spaced(rest);
}

/** `safeText` with the white space at both ends kept, as words follow on both sides. */
function spaced(text: string): string {
  return safeText(`x${text}x`).slice(1, -1);
}
