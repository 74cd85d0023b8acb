/**
 * How well annotated texts are read: encounters, attributed statements, events between states, issues, and what
 * stands between them.
 *
 *     npm run -s bench:documents -- DIR [--verbose]
 *
 * DIR holds `*.gold.json` beside the texts that they name (`doc`). `--verbose` prints each encounter of the gold.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { analyse } from '../src/pipeline.ts';
import { readAnnotated, readOne } from './annotated.ts';
import {
  type AnnotatedDocument,
  type DocumentGold,
  documentsLines,
  f1,
  scoreDocuments,
} from './gold-documents.ts';
import {
  type StandingGold,
  type StandingScore,
  scoreStanding,
  standingLines,
  sumStanding,
} from './gold-standing.ts';
import { appendHistory } from './history.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', default: false } },
});
const folder = positionals[0];
const files =
  folder === undefined || !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.gold.json'))
        .sort();
if (folder === undefined || files.length === 0) {
  process.stderr.write('No *.gold.json found; use: npm run -s bench:documents -- DIR\n');
  process.exit(1);
}

const knowledge = loadKnowledge();
const documents: AnnotatedDocument[] = [];
const standings: StandingScore[] = [];
for (const file of files) {
  const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as DocumentGold & StandingGold;
  const path = join(folder, gold.doc);
  const analysis = { file: gold.doc, ...analyse(await readOne(path), knowledge) };
  const raw = readAnnotated(path);
  documents.push({ gold, raw, analysis });
  standings.push(scoreStanding(gold, raw, analysis, knowledge.guide));
}
const score = scoreDocuments(documents);
const standing = sumStanding(standings);

const print = (line: string) => process.stdout.write(`${line}\n`);
if (values.verbose) for (const row of score.rows) print(row.join(' | '));
for (const warning of score.warnings) process.stderr.write(`${warning}\n`);
for (const line of [...documentsLines(score), ...standingLines(standing)]) print(line);
const { encounters, encounterStates, encounterDates } = score;
const one = (value: number) => Math.round(value * 10) / 10;
const shareOfFound = (right: number) => (encounters.right === 0 ? 0 : one((100 * right) / encounters.right));
const figures = {
  encounters: one(f1(encounters).f1),
  states: shareOfFound(encounterStates),
  dates: shareOfFound(encounterDates),
  statements: one(f1(score.statements).f1),
  events: one(f1(score.events).f1),
  eventsOfAnyType: one(f1(score.eventsOfAnyType).f1),
  ...(score.issues.gold === 0 ? {} : { issues: one(f1(score.issues).f1) }),
  ...Object.fromEntries(
    Object.entries(standing).flatMap(([kind, { counts }]) =>
      counts.gold === 0 ? [] : [[kind, one(f1(counts).f1)]],
    ),
  ),
};
print(
  `documents: encounters F1 ${figures.encounters} (states ${figures.states}%, dates ${figures.dates}%) ` +
    `statements F1 ${figures.statements} events F1 ${figures.events} of any type F1 ${figures.eventsOfAnyType} ` +
    `${figures.issues === undefined ? '' : `issues F1 ${figures.issues} `}` +
    Object.entries(standing)
      .flatMap(([kind, { counts }]) => (counts.gold === 0 ? [] : `${kind} F1 ${one(f1(counts).f1)} `))
      .join('') +
    `(n = ${files.length} documents)`,
);
appendHistory({ bench: 'documents', figures, n: files.length, data: basename(resolve(folder)) });
