/**
 * How well annotated reports are read: encounters, attributed statements, events between states.
 *
 *     npm run -s bench:documents -- DIR
 *
 * DIR holds `*.gold.json` beside the texts that they name (`doc`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadKnowledge } from '../src/knowledge.ts';
import { analyse } from '../src/pipeline.ts';
import { type DocumentGold, f1Of, newDocumentsScore, scoreDocument } from './gold.ts';
import { appendHistory } from './history.ts';
import { readOne } from './read-one.ts';

const folder = process.argv[2];
const files = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.gold.json')).sort();
if (folder === undefined || files.length === 0) {
  process.stderr.write('No annotated reports found; use: npm run -s bench:documents -- DIR (with *.gold.json files)\n');
  process.exit(1);
}
const knowledge = loadKnowledge();
const score = newDocumentsScore();
for (const file of files) {
  const gold = JSON.parse(readFileSync(join(folder, file), 'utf8')) as DocumentGold & { doc: string };
  const path = join(folder, gold.doc);
  scoreDocument(score, gold, readFileSync(path, 'utf8'), analyse(await readOne(path), knowledge));
}
const { encounters, encounterStates, encounterDates, statements, events, pairs } = score;
const one = (value: number) => Math.round(value * 10) / 10;
for (const [name, counts] of Object.entries({ encounters, statements, events, 'events, any type': pairs })) {
  const { precision, recall, f1 } = f1Of(counts);
  process.stdout.write(`${name.padEnd(18)} P ${one(precision)} R ${one(recall)} F1 ${one(f1)} (gold ${counts.gold})\n`);
}
const figures = {
  encounters: one(f1Of(encounters).f1),
  states: encounters.hits === 0 ? 0 : one((100 * encounterStates) / encounters.hits),
  dates: encounters.hits === 0 ? 0 : one((100 * encounterDates) / encounters.hits),
  statements: one(f1Of(statements).f1),
  events: one(f1Of(events).f1),
  pairs: one(f1Of(pairs).f1),
};
process.stdout.write(
  `documents: encounters F1 ${figures.encounters} (states ${figures.states}%, dates ${figures.dates}%) statements F1 ${figures.statements} ` +
    `events F1 ${figures.events} pairs F1 ${figures.pairs} (n = ${files.length} documents)\n`,
);
appendHistory({ bench: 'documents', figures, n: files.length, data: basename(folder) });
