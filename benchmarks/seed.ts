/**
 * How much of the first report, whose every statement is annotated, the program reads:
 *
 *     npm run -s bench:seed [-- DIR] [--table] [--verbose]
 *
 * DIR holds `report.txt` and `gold.json` (default ../shared/seed). `--table` prints what each sentence gives,
 * `--verbose` each record of the gold and each claim that matches none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { type Analysis, analyse, findMentions } from '../src/pipeline.ts';
import { contains } from '../src/report.ts';
import { FIELDS, type SeedGold, scoreSeed } from './gold.ts';
import { appendHistory } from './history.ts';
import { readOne } from './read-one.ts';

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
const score = scoreSeed(gold, readFileSync(path, 'utf8'), analysis);

if (values.table) printTable(analysis);
if (values.verbose) for (const row of score.rows) process.stdout.write(`${row}\n`);
for (const field of FIELDS) process.stdout.write(`${field.padEnd(12)} ${score.right[field]}/${score.core}\n`);
const { core, found, whole, extra, encounters, channels, issues, expectations } = score;
process.stdout.write(
  `seed: found ${found}/${core} whole ${whole}/${core} extra ${extra} encounters ${encounters}/${gold.encounters.length} ` +
    `channels ${channels}/4 issues ${issues}/${Object.keys(gold.issues).length} expectations ${expectations} (gold ${gold.forecasts.length})\n`,
);
appendHistory({ bench: 'seed', figures: { found, whole, extra, encounters, channels, issues, expectations }, n: core, data: 'seed' });

/** What each sentence gives, as a careful reader would note it down. */
function printTable({ claims }: Analysis): void {
  for (const sentence of findMentions(report, knowledge).sentences) {
    process.stdout.write(`\n${report.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}\n`);
    for (const claim of claims.filter(({ trigger }) => contains(sentence, trigger))) {
      const { trigger, type, kind, mode, status, polarity, mood, actors, recipients, when, source, issues: about } = claim;
      const cells = [
        `  "${report.text.slice(trigger.start, trigger.end)}"`,
        [type ?? kind, mode].filter(Boolean).join('/'),
        [polarity === 'negative' ? 'not' : '', status, mood].filter(Boolean).join(' '),
        `${actors.map(({ name }) => name).join(', ') || '-'} > ${recipients.map(({ name }) => name).join(', ') || '-'}`,
        `${when.beginMin ?? when.beginMax ?? ''}..${when.endMax ?? when.endMin ?? ''} (${when.rule})`,
        source.asWritten === null ? source.kind : `${source.kind} "${source.asWritten}"`,
        about.join(' '),
      ];
      process.stdout.write(`${cells.join(' | ')}\n`);
    }
  }
}
