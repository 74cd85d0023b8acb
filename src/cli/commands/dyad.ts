import type { Knowledge } from '../../knowledge.ts';
import type { Day } from '../../report.ts';
import { findCountry, NoSuchCountry, nameOfCountry } from '../../serve/country-words.ts';
import { pictureOf } from '../../serve/picture-of.ts';
import type { Ledger } from '../../store/ledger.ts';
import { CliFailure, EXIT, type ExitCode } from '../failure.ts';
import { bookOf } from '../ledger-book.ts';
import { withLedger } from '../ledger-file.ts';
import { loadKnowledgeWith, type OwnOptions, ownTablesOf } from '../own-tables.ts';
import { dyadPage } from '../show/dyad-page.ts';
import { columns, count } from '../show/layout.ts';
import type { Terminal } from '../terminal.ts';

interface DyadOptions extends Pick<OwnOptions, 'issues'> {
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
    const knowledge = loadKnowledgeWith(ownTablesOf(options));
    const [first, second] = [a, b].map((written) => countryOf(written, knowledge)) as [string, string];
    if (first === second)
      throw new CliFailure(EXIT.usage, `"${a}" and "${b}" are the same country, ${first}`);
    const sides: readonly [string, string] = first < second ? [first, second] : [second, first];
    const dyad = pictureOf(ledger, knowledge, sides, asOf);
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

function countryOf(written: string, { actors }: Knowledge): string {
  try {
    return findCountry(written, actors);
  } catch (error) {
    throw error instanceof NoSuchCountry ? new CliFailure(EXIT.notFound, error.message) : error;
  }
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
