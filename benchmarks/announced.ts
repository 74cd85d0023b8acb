/**
 * What became of encounters that were announced, beside what a reader found in the same releases:
 *
 *     npm run -s bench:announced -- RELEASES.jsonl[.gz] [--list]
 *
 * RELEASES is what announced/kremlin.tsv was written about; it names them by url. `--list` prints each row with the
 * verdict on it. The measures stand in `announced/README.md`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { readReports } from '../src/read/read-reports.ts';
import type { CodedReport } from '../src/relations/coded.ts';
import type { Encounter } from '../src/relations/dyad.ts';
import { findEncounters } from '../src/relations/encounters.ts';
import { drawDyad } from '../src/relations/picture.ts';
import { readTable } from '../src/table.ts';
import { type Announcement, judge, readAnnouncement, type Verdict } from './announcement.ts';
import { appendHistory } from './history.ts';

const HOME = 'RUS';
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false } },
});
const path = positionals[0];
if (path === undefined) {
  process.stderr.write('No file given; use: npm run -s bench:announced -- RELEASES.jsonl[.gz]\n');
  process.exit(1);
}
const table = join(import.meta.dirname, 'announced', 'kremlin.tsv');
const rows = readTable('kremlin.tsv', readFileSync(table, 'utf8')).map(readAnnouncement);

const knowledge = loadKnowledge();
const coded: CodedReport[] = [];
const urlOf = new Map<string, string>();
for await (const outcome of readReports({ path })) {
  if (outcome.kind === 'refused') continue;
  const { report } = outcome;
  if (report.url !== undefined) urlOf.set(report.id, report.url);
  coded.push({ report, claims: codeReport(report, knowledge).claims });
}
const last = coded
  .map(({ report }) => report.publishedOn)
  .sort()
  .at(-1);
if (last === undefined || !rows.some(({ announced }) => [...urlOf.values()].includes(announced))) {
  process.stderr.write(`${path} holds none of the releases that the table names\n`);
  process.exit(1);
}
const urlOfClaim = new Map(
  coded.flatMap(({ report, claims }) => claims.map(({ id }) => [id, urlOf.get(report.id) ?? ''] as const)),
);
const pictures = new Map<string, readonly Encounter[]>();

const verdicts = rows.map((row) => {
  const verdict = judge(row, encountersOf(row), urlOfClaim);
  if (values.list)
    process.stdout.write(
      `${verdict.padEnd(16)} ${row.outcome.padEnd(10)} ${row.announcedOn} ${row.kind} ${row.with.join('+') || '-'} due ${row.due ?? '-'} held ${row.heldOn ?? '-'} ${row.announced} ${row.reported ?? ''}\n`,
    );
  return { outcome: row.outcome, verdict };
});
const count = (outcome: 'held' | 'other', verdict: Verdict): number =>
  verdicts.filter((one) => (one.outcome === 'held') === (outcome === 'held') && one.verdict === verdict)
    .length;
const held = verdicts.filter(({ outcome }) => outcome === 'held').length;
const others = verdicts.length - held;
const joined = count('held', 'joined');
const wrongly = count('held', 'wrongly joined') + count('other', 'wrongly joined');
const left = count('other', 'left open');
const share = (part: number, all: number): number => Math.round((1000 * part) / all) / 10;
process.stdout.write(
  `of ${held} held: joined ${joined}, joined wrongly ${count('held', 'wrongly joined')}, left open ${count('held', 'left open')}, not found ${count('held', 'not found')}\n` +
    `of ${others} not held: left open ${left}, joined wrongly ${count('other', 'wrongly joined')}, not found ${count('other', 'not found')}\n` +
    `announced kremlin: joined ${share(joined, held)} %, wrongly joined ${share(wrongly, rows.length)} %, ` +
    `rightly left open ${share(left + count('other', 'not found'), others)} % (n = ${rows.length} announcements, ${held} held)\n`,
);
appendHistory({
  bench: 'announced',
  figures: {
    joined: share(joined, held),
    wronglyJoined: share(wrongly, rows.length),
    leftOpen: share(left + count('other', 'not found'), others),
    notFound: share(count('held', 'not found'), held),
  },
  n: rows.length,
  data: 'kremlin',
});

/** Encounters in the pictures of the states named, and those found among all parties: many rows are of organisations. */
function encountersOf(row: Announcement): readonly Encounter[] {
  const sides = [...row.with.filter((country) => country !== HOME), ''];
  return sides.flatMap((country) => {
    let encounters = pictures.get(country);
    if (encounters === undefined) {
      encounters =
        country === ''
          ? findEncounters(coded, last!)
          : drawDyad(coded, [HOME, country], last!, knowledge.guide).encounters;
      pictures.set(country, encounters);
    }
    return encounters;
  });
}
