/**
 * How much of a report, annotated record by record, the program reads:
 *
 *     npm run -s bench:seed [-- DIR] [--table] [--verbose]
 *
 * DIR holds `report.txt` and `gold.json` (default ../shared/seed). `--table` prints what each sentence gives,
 * `--verbose` each record of the gold and each claim that matches none.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { analyse } from '../src/pipeline.ts';
import { readAnnotated, readOne } from './annotated.ts';
import { offsetOf } from './gold.ts';
import { type SeedGold, scoreSeed, seedLines } from './gold-seed.ts';
import { appendHistory } from './history.ts';
import { scoreSeedAttributions } from './seed-attributions.ts';
import { sentenceTable } from './sentence-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { table: { type: 'boolean', default: false }, verbose: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? '../shared/seed';
const path = join(folder, 'report.txt');
const knowledge = loadKnowledge();
const report = await readOne(path);
const analysis = analyse(report, knowledge);
const gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as SeedGold;
const score = scoreSeed(gold, readAnnotated(path), { file: path, ...analysis });

const print = (line: string) => process.stdout.write(`${line}\n`);
if (values.table) for (const line of sentenceTable(report, analysis.claims, knowledge.language)) print(line);
if (values.verbose) for (const row of score.rows) print(row.join(' | '));
for (const warning of score.warnings) process.stderr.write(`${warning}\n`);
for (const line of seedLines(score)) print(line);
const offset = offsetOf({ file: path, ...analysis }, readAnnotated(path), []);
const { right, falseOnes, missed, ...attributions } = scoreSeedAttributions(
  gold.records,
  analysis.claims,
  offset,
);
print(
  `  attributions right ${right}/${attributions.gold}${missed.length === 0 ? '' : ` (not: ${missed.join(', ')})`}, ` +
    `false ${falseOnes.length}${falseOnes.length === 0 ? '' : ` (${falseOnes.join(', ')})`}`,
);
const { core, found, whole, extra, encounters, channels, issues, expectations } = score;
print(
  `seed: found ${found}/${core} whole ${whole}/${core} extra ${extra} encounters ${encounters.join('/')} ` +
    `channels ${channels.join('/')} issues ${issues.join('/')} expectations ${expectations[0]}`,
);
appendHistory({
  bench: 'seed',
  figures: {
    found,
    whole,
    extra,
    attributions: right,
    falseAttributions: falseOnes.length,
    encounters: encounters[0],
    channels: channels[0],
    issues: issues[0],
    expectations: expectations[0],
  },
  n: core,
  data: basename(resolve(folder)),
});
