/**
 * How fast reports are read, and which stage takes how much of it:
 *
 *     npm run -s bench:speed [-- FILE.jsonl[.gz]] [--limit N] [--threads N]
 *
 * One thread in this process by stages, then all cores, each a worker with its own knowledge. Reading the file
 * is not counted. Without a file the example corpus is read, many times over.
 */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findActors } from '../src/actors/find-actors.ts';
import { addProposedNames } from '../src/actors/proposed-names.ts';
import { findClaims } from '../src/claims/find-claims.ts';
import { nameRunsIn } from '../src/claims/name-runs.ts';
import { CodingPool } from '../src/coding/coding-pool.ts';
import { type Knowledge, loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { readReports } from '../src/read/read-reports.ts';
import { relateOne } from '../src/relations/picture.ts';
import { contains, type Report } from '../src/report.ts';
import { findTimes } from '../src/time/find-times.ts';
import { appendHistory } from './history.ts';

const EXAMPLE = new URL('../examples/usa-china/dispatches.jsonl', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: 'string', default: '5000' },
    threads: { type: 'string', default: String(availableParallelism()) },
  },
});
const path = positionals[0] ?? EXAMPLE;
const limit = Number(values.limit);
const threads = Number(values.threads);
if (!(limit >= 1 && threads >= 1)) {
  process.stderr.write('--limit and --threads take a number from 1\n');
  process.exit(2);
}

const reports = await take(path, limit);
if (reports.length === 0) {
  process.stderr.write(`No report found in "${path}"; use: npm run -s bench:speed -- FILE.jsonl[.gz]\n`);
  process.exit(1);
}
const knowledge = loadKnowledge();
const warm = reports.slice(0, 200);
readByStages(warm, knowledge);
const { seconds, tokens, shares, sentences, parsed } = readByStages(reports, knowledge);
const total = Object.values(seconds).reduce((sum, part) => sum + part, 0);
for (const [stage, share] of Object.entries(shares)) {
  process.stdout.write(
    `${stage.padEnd(10)} ${(1000 * seconds[stage]!).toFixed(0).padStart(8)} ms ${share.toFixed(1).padStart(6)} %\n`,
  );
}
const coded = Math.round(parsed / seconds['claims']!);
process.stdout.write(
  `${parsed} of ${sentences} sentences were parsed; with trees given, ${coded} sentences/s are coded\n`,
);
const together = await readInThreads(reports, threads);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
const figures = {
  reportsPerSecond: Math.round(reports.length / total),
  tokensPerSecond: Math.round(tokens / total),
  sentencesCodedPerSecond: coded,
  reportsPerSecondAllCores: Math.round(reports.length / together),
  threads,
  peakMb,
  ...Object.fromEntries(
    Object.entries(shares).map(([stage, share]) => [`${stage}Share`, Math.round(share * 10) / 10]),
  ),
};
process.stdout.write(
  `speed ${basename(path)}: ${figures.reportsPerSecond} reports/s ${figures.tokensPerSecond} tokens/s on one thread, ` +
    `${figures.reportsPerSecondAllCores} reports/s on ${threads}, peak ${peakMb} MB (n = ${reports.length} reports, ${tokens} tokens)\n`,
);
appendHistory({ bench: 'speed', figures, n: reports.length, data: basename(path) });

/** The first `most` reports of a file, repeated where the file is the built-in example. */
async function take(file: string, most: number): Promise<Report[]> {
  const found: Report[] = [];
  for await (const outcome of readReports({ path: file }, {})) {
    if (outcome.kind === 'report') found.push(outcome.report);
    if (found.length === most) break;
  }
  if (file !== EXAMPLE) return found;
  return Array.from({ length: Math.min(most, 20 * found.length) }, (_, at) => found[at % found.length]!);
}

/** Runs the stages in the order of the road and times each; a tree is counted as language, whoever asks for it. */
function readByStages(some: readonly Report[], known: Knowledge) {
  const seconds: Record<string, number> = { language: 0, time: 0, actors: 0, claims: 0, relations: 0 };
  let tokens = 0;
  let all = 0;
  let read = 0;
  let began = 0;
  const lap = (stage: string): void => {
    const now = performance.now();
    seconds[stage] = seconds[stage]! + (now - began) / 1000;
    began = now;
  };
  for (const report of some) {
    began = performance.now();
    const found = readSentences(report, known.language);
    lap('language');
    const times = findTimes(report, found, known.times);
    lap('time');
    const actors = addProposedNames(report, found, findActors(report, found, known.actors), known.actors);
    lap('actors');
    for (const sentence of found) {
      all++;
      tokens += sentence.words.length;
      const named = actors.filter((mention) => contains(sentence, mention));
      if (named.length === 0) continue;
      read += sentence.around(nameRunsIn(sentence.words, named)).tree.heads.length > 0 ? 1 : 0;
    }
    lap('language');
    const { claims, references } = findClaims(report, found, times, actors, known.codebook, known.coder);
    lap('claims');
    relateOne({ report, claims, references }, known.guide);
    lap('relations');
  }
  const total = Object.values(seconds).reduce((sum, part) => sum + part, 0);
  const shares = Object.fromEntries(
    Object.entries(seconds).map(([stage, part]) => [stage, (100 * part) / total]),
  );
  return { seconds, shares, tokens, sentences: all, parsed: read };
}

/** Seconds for all reports on the threads of `detente add`; the clock starts when each has loaded its knowledge. */
async function readInThreads(some: readonly Report[], count: number): Promise<number> {
  const pool = new CodingPool(count);
  while (pool.ready < count) await setTimeout(10);
  const began = performance.now();
  await Promise.all(some.map((report) => pool.code(report)));
  const elapsed = (performance.now() - began) / 1000;
  await pool.close();
  return elapsed;
}
