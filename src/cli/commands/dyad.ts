import { loadKnowledge } from '../../knowledge.ts';
import { drawDyad } from '../../relations/picture.ts';
import type { Day } from '../../report.ts';
import type { Ledger } from '../../store/ledger.ts';
import { coder } from '../../version.ts';
import { findCountry, nameOfCountry } from '../country-words.ts';
import { CliFailure, EXIT, type ExitCode } from '../failure.ts';
import { bookOf } from '../ledger-book.ts';
import { withLedger } from '../ledger-file.ts';
import { dyadPage } from '../show/dyad-page.ts';
import { columns, count } from '../show/layout.ts';
import type { Terminal } from '../terminal.ts';

interface DyadOptions {
  readonly ledger: string;
  readonly asOf?: Day;
  readonly json?: boolean;
  readonly all?: boolean;
}

export async function dyadCommand(
  a: string | undefined,
  b: string | undefined,
  options: DyadOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return withLedger(options.ledger, (ledger) => {
    const asOf = options.asOf ?? ledger.lastDay();
    if (asOf === null) {
      throw new CliFailure(
        EXIT.notFound,
        'the ledger holds no report that counts; add some with "detente add FILE"',
      );
    }
    if (a === undefined) return listDyads(ledger, asOf, options, terminal);
    if (b === undefined) {
      throw new CliFailure(EXIT.usage, `a picture has two sides; name a second country beside "${a}"`);
    }
    const knowledge = loadKnowledge();
    const first = findCountry(a, knowledge.actors);
    const second = findCountry(b, knowledge.actors);
    if (first === second)
      throw new CliFailure(EXIT.usage, `"${a}" and "${b}" are the same country, ${first}`);
    const sides: readonly [string, string] = first < second ? [first, second] : [second, first];
    const draw = () => drawDyad(ledger.codedReports(sides, asOf), sides, asOf, knowledge.guide);
    const dyad = ledger.picture(sides, asOf, coder, draw);
    if (options.json) terminal.print(JSON.stringify(dyad, null, 2));
    else {
      const names = [
        nameOfCountry(sides[0], knowledge.actors),
        nameOfCountry(sides[1], knowledge.actors),
      ] as const;
      terminal.print(dyadPage(dyad, names, bookOf(ledger), terminal, options.all ?? false));
    }
    return EXIT.ok;
  });
}

function listDyads(ledger: Ledger, asOf: Day, { json, all }: DyadOptions, terminal: Terminal): ExitCode {
  const dyads = ledger.dyads(asOf);
  if (json) {
    terminal.print(JSON.stringify(dyads, null, 2));
    return EXIT.ok;
  }
  if (dyads.length === 0) {
    terminal.print(`No claim up to ${asOf} names two countries.`);
    return EXIT.ok;
  }
  const shown = all ? dyads : dyads.slice(0, 40);
  const rows = shown.map(({ sides, reports, claims }) => [
    sides.join(' '),
    count(claims, 'claim'),
    count(reports, 'report'),
  ]);
  terminal.print(columns(rows, terminal, 0));
  if (shown.length < dyads.length) terminal.print(`and ${dyads.length - shown.length} more: --all`);
  return EXIT.ok;
}
