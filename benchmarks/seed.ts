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
import type { Claim } from '../src/claims/claim.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { analyse } from '../src/pipeline.ts';
import { contains, wordsOf } from '../src/report.ts';
import { readAnnotated, readOne } from './annotated.ts';
import { offsetOf } from './gold.ts';
import { type SeedGold, scoreSeed, seedLines } from './gold-seed.ts';
import { appendHistory } from './history.ts';
import { scoreSeedAttributions } from './seed-attributions.ts';

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
if (values.table) printTable(analysis.claims);
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

/** What each sentence gives, as a careful reader would note it down. */
function printTable(claims: readonly Claim[]): void {
  for (const sentence of readSentences(report, knowledge.language)) {
    print(`\n${sentence.index} ${wordsOf(report, sentence).replace(/\s+/g, ' ')}`);
    for (const claim of claims.filter(({ trigger }) => contains(sentence, trigger))) {
      print(`  ${cellsOf(claim).join(' | ')}`);
    }
  }
  print('');
}

function cellsOf(claim: Claim): string[] {
  const { kind, type, mode, status, polarity, mood, when, source } = claim;
  const names = (parties: Claim['actors']) => parties.map(({ name }) => name).join(', ') || '-';
  return [
    `"${wordsOf(report, claim.trigger)}"`,
    [type ?? kind, mode].filter(Boolean).join('/'),
    [polarity === 'negative' ? 'not' : '', status, mood].filter(Boolean).join(' '),
    `${names(claim.actors)} -> ${names(claim.recipients)}`,
    `${when.beginMin ?? when.beginMax ?? ''}..${when.endMax ?? when.endMin ?? ''} ${when.certainty} (${when.rule})`,
    source.asWritten === null ? source.kind : `${source.kind} "${source.asWritten}"`,
    claim.issues.join(' '),
  ];
}
