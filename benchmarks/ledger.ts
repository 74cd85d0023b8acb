/**
 * How long a large file takes into a ledger, how big that gets, and how fast it answers:
 *
 *     npm run -s bench:ledger -- FILE.jsonl[.gz] [--workers N]
 *
 * The file is added to a new ledger in a temporary folder by the code of `detente add`; the questions are asked of
 * the ledger opened anew. "First" is the first time that anybody asks.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { addCommand } from '../src/cli/commands/add.ts';
import { EXIT } from '../src/cli/failure.ts';
import { openTerminal } from '../src/cli/terminal.ts';
import { DEFAULT_WORKERS } from '../src/coding/coding-line.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { pictureOf } from '../src/serve/picture-of.ts';
import { Ledger } from '../src/store/ledger.ts';
import { appendHistory } from './history.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string', default: String(DEFAULT_WORKERS) } },
});
const file = positionals[0];
const workers = Number(values.workers);
if (file === undefined || !(workers >= 0)) {
  process.stderr.write('usage: npm run -s bench:ledger -- FILE.jsonl[.gz] [--workers N]\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'detente-ledger-'));
try {
  await measure(join(folder, 'bench.ledger'), file);
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(path: string, source: string): Promise<void> {
  const began = performance.now();
  const code = await addCommand([source], { ledger: path, workers }, openTerminal({ color: false }));
  const seconds = (performance.now() - began) / 1000;
  if (code !== EXIT.ok && code !== EXIT.rejected) throw new Error(`add left with code ${code}`);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const bytes = statSync(path).size;

  const knowledge = loadKnowledge();
  const ledger = Ledger.open(path);
  const times: Record<string, number> = {};
  const ask = <T>(name: string, question: () => T): T => {
    const asked = performance.now();
    const answer = question();
    times[name] = Math.round(10 * (performance.now() - asked)) / 10;
    process.stdout.write(`${name.padEnd(14)} ${times[name].toFixed(1).padStart(8)} ms\n`);
    return answer;
  };
  const asOf = ledger.lastDay();
  if (asOf === null) throw new Error(`no report of "${source}" was added`);
  const dyads = ask('msDyads', () => ledger.dyads(asOf));
  const { reports, claims } = ask('msCounts', () => ledger.counts(asOf));
  const busiest = dyads[0];
  if (busiest !== undefined) {
    const { sides } = busiest;
    ask('msFirstPicture', () => pictureOf(ledger, knowledge, sides, asOf));
    ask('msKeptPicture', () => pictureOf(ledger, knowledge, sides, asOf));
    process.stdout.write(`the busiest dyad is ${sides.join(' ')}, ${busiest.claims} claims\n`);
  }
  ask('msSearch', () => ledger.search('president visit'));
  const [latest] = ask('msLatest', () => ledger.latestReports(asOf, 50, null));
  ask('msReport', () => ledger.report(latest!.id));
  const copies = ask('msReports', () => ledger.reports()).filter(({ copyOf }) => copyOf !== null).length;
  ledger.close();

  const figures = {
    minutes: Math.round(seconds / 0.6) / 100,
    reportsPerSecond: Math.round(reports / seconds),
    workers,
    ledgerMb: Math.round(bytes / 1e5) / 10,
    bytesPerReport: Math.round(bytes / reports),
    peakMb,
    claims,
    copies,
    ...times,
  };
  process.stdout.write(
    `ledger ${basename(source)}: ${figures.minutes} min, ${figures.reportsPerSecond} reports/s with ${workers} workers, ` +
      `${figures.ledgerMb} MB, peak ${peakMb} MB, list of dyads ${times['msDyads']} ms, ` +
      `first picture ${times['msFirstPicture'] ?? '-'} ms (n = ${reports} reports, ${claims} claims, ${copies} copies)\n`,
  );
  appendHistory({ bench: 'ledger', figures, n: reports, data: basename(source) });
}
