/**
 * Which acts between states are found in short reports, beside what a reader wrote down:
 *
 *     npm run -s bench:acts -- REPORTS.jsonl[.gz] [--errors]
 *
 * REPORTS is what the tables of benchmarks/acts/ were written about; they name its lines. `--errors` prints what was
 * missed and what was added in the part that may be looked at.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { readReports } from '../src/read/read-reports.ts';
import type { Report } from '../src/report.ts';
import { type Row, readTable } from '../src/table.ts';
import {
  type Act,
  type ActCounts,
  actsInClaims,
  matchItem,
  type ScoredItem,
  scoreActs,
} from './act-score.ts';
import { appendHistory } from './history.ts';

const TABLES = join(import.meta.dirname, 'acts');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean', default: false } },
});
const path = positionals[0];
if (path === undefined) {
  process.stderr.write('No file given; use: npm run -s bench:acts -- REPORTS.jsonl[.gz]\n');
  process.exit(1);
}
const tables = readdirSync(TABLES)
  .filter((name) => name.endsWith('.tsv'))
  .sort()
  .map((name) => ({
    name: basename(name, '.tsv'),
    rows: Map.groupBy(readTable(name, readFileSync(join(TABLES, name), 'utf8')), (row) =>
      Number(row['line']),
    ),
  }));
const reports = await take(path, new Set(tables.flatMap(({ rows }) => [...rows.keys()])));
const knowledge = loadKnowledge();

for (const { name, rows } of tables) {
  const items = [...rows].flatMap(([line, acts]) => {
    const report = reports.get(line);
    if (report === undefined || !isSame(report, acts[0]!)) {
      process.stderr.write(
        `${name}: line ${line} of the reports is not the one the table was written about\n`,
      );
      return [];
    }
    const { claims } = codeReport(report, knowledge);
    return [{ report, gold: acts.flatMap(readActs), given: actsInClaims(claims) }];
  });
  if (values.errors && name === 'looked-at')
    for (const { report, ...item } of items) printMisses(report, item);
  const { typed, loose, pairs, statusRight } = scoreActs(items);
  const one = (value: number): number => Math.round(10 * value) / 10;
  const share = (right: number, all: number): number => one(all === 0 ? 0 : (100 * right) / all);
  const words = ({ right, given, gold }: ActCounts): string =>
    `P ${share(right, given)} R ${share(right, gold)} (${right} of ${given} and of ${gold})`;
  process.stdout.write(`${name}: actor, type and recipient ${words(typed)}\n`);
  process.stdout.write(`${name}: second types allowed ${words(loose)}\n`);
  process.stdout.write(`${name}: pair alone ${words(pairs)}\n`);
  process.stdout.write(
    `acts ${name}: precision ${share(typed.right, typed.given)} recall ${share(typed.right, typed.gold)}, pair alone ` +
      `${share(pairs.right, pairs.given)} and ${share(pairs.right, pairs.gold)}, status right ` +
      `${share(statusRight, typed.right)} (n = ${items.length} reports, ${typed.gold} acts)\n`,
  );
  appendHistory({
    bench: 'acts',
    figures: {
      precision: share(typed.right, typed.given),
      recall: share(typed.right, typed.gold),
      precisionLoose: share(loose.right, loose.given),
      recallLoose: share(loose.right, loose.gold),
      pairPrecision: share(pairs.right, pairs.given),
      pairRecall: share(pairs.right, pairs.gold),
      status: share(statusRight, typed.right),
    },
    n: items.length,
    data: name,
  });
}

/** The reports of some lines of a file, which are counted from 0. */
async function take(file: string, lines: ReadonlySet<number>): Promise<Map<number, Report>> {
  const found = new Map<number, Report>();
  for await (const outcome of readReports({ path: file }, {})) {
    if (outcome.kind !== 'report') continue;
    const line = (outcome.report.origin['readFrom'] as { readonly line: number }).line - 1;
    if (lines.has(line)) found.set(line, outcome.report);
    if (found.size === lines.size) break;
  }
  return found;
}

function isSame({ text }: Report, row: Row): boolean {
  return createHash('sha256').update(text).digest('hex').startsWith(row['sha']!);
}

function readActs(row: Row): Act[] {
  const list = (column: string, mark: string): string[] =>
    row[column] === '-' ? [] : row[column]!.split(mark);
  if (row['actors'] === 'none') return [];
  const open = ['possible', 'conditional', 'wanted'].includes(row['status']!);
  return [
    {
      actors: list('actors', '+'),
      recipients: list('recipients', '+'),
      type: row['type']!,
      alternatives: list('alternative', ','),
      symmetric: row['symmetric'] === 'yes',
      status: row['status']!,
      optional: row['optional'] === 'yes' || open,
    },
  ];
}

function printMisses(report: Report, item: ScoredItem): void {
  const { missed, extra } = matchItem(item);
  if (missed.length + extra.length === 0) return;
  const words = ({ actors, type, recipients, status }: Act): string =>
    `${actors.join('+')} ${type} ${recipients.join('+') || '-'} ${status}`;
  process.stdout.write(`${report.text.replace(/\s+/g, ' ')}\n`);
  for (const act of missed) process.stdout.write(`  missed ${words(act)}\n`);
  for (const act of extra) process.stdout.write(`  added  ${words(act)}\n`);
}
