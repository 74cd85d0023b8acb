/**
 * Which reports tell of one happening, beside what their writer marked:
 *
 *     npm run -s bench:coreference [-- FOLDER] [--errors]
 *
 * Without FOLDER the half that is kept aside. `--errors` prints each group with the happenings that the program makes of
 * it, for folders that may be studied. The form of the files stands in `coreference/README.md`, the measures there and
 * in `README.md`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { readGroup } from './coreference-groups.ts';
import { type AnsweredGroup, answerGroup } from './coreference-response.ts';
import { type CoreferenceScores, scoreCoreference } from './coreference-score.ts';
import { appendHistory } from './history.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean', default: false } },
});
const folder = resolve(positionals[0] ?? join(import.meta.dirname, 'coreference', 'kept-aside'));
const data = basename(folder);
if (data === 'kept-aside' && values.errors) {
  process.stderr.write(
    'kept-aside is scored, not studied; use --errors with benchmarks/coreference/development\n',
  );
  process.exit(1);
}
const knowledge = loadKnowledge();
const groups = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) =>
    answerGroup(readGroup(readFileSync(join(folder, name), 'utf8')), (report) =>
      codeReport(report, knowledge),
    ),
  );
if (groups.length === 0) {
  process.stderr.write(`no group in ${folder}; expected files *.txt\n`);
  process.exit(1);
}
if (values.errors) for (const group of groups) process.stdout.write(show(group));

const program = scoreOf(groups, 'response');
const baseline = scoreOf(groups, 'baseline');
const [low, high] = intervalOf(groups);
const marks = groups.flatMap(({ marks }) => marks);
const covered = (100 * marks.filter(({ claim }) => claim !== null).length) / marks.length;
const one = (value: number): number => Math.round(10 * value) / 10;
const row = (name: string, { bCubed, muc, ceafE, conll }: CoreferenceScores): string =>
  `${name.padEnd(36)}B-cubed ${bCubed.toFixed(1)}  MUC ${muc.toFixed(1)}  CEAF-e ${ceafE.toFixed(1)}  CoNLL F1 ${conll.toFixed(1)}\n`;
process.stdout.write(row('program', program));
process.stdout.write(row('same pair, same type, same day', baseline));
process.stdout.write(
  `coreference ${data}: CoNLL F1 ${one(program.conll)} [${one(low)}, ${one(high)}], baseline ${one(baseline.conll)}, ` +
    `${one(covered)} % of the marks have a claim (n = ${marks.length} marks, ${groups.length} groups)\n`,
);
appendHistory({
  bench: 'coreference',
  figures: {
    conll: one(program.conll),
    bCubed: one(program.bCubed),
    muc: one(program.muc),
    ceafE: one(program.ceafE),
    baseline: one(baseline.conll),
    covered: one(covered),
  },
  n: marks.length,
  interval: [one(low), one(high)],
  data,
});

function scoreOf(all: readonly AnsweredGroup[], by: 'response' | 'baseline'): CoreferenceScores {
  return scoreCoreference(all.map((group) => ({ key: group.key, response: group[by] })));
}

/** 95 % interval of the program's CoNLL F1 over groups drawn with replacement, from a fixed seed. */
function intervalOf(all: readonly AnsweredGroup[]): [number, number] {
  let state = 2024;
  const draw = (): AnsweredGroup => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return all[Math.floor((state / 2 ** 32) * all.length)]!;
  };
  const sorted = Array.from({ length: 1000 }, () => scoreOf(all.map(draw), 'response').conll).sort(
    (a, b) => a - b,
  );
  return [sorted[24]!, sorted[974]!];
}

/** Each mark with its letter, the happening that the program gives it, and the claim that it rests on. */
function show({ title, marks, response }: AnsweredGroup): string {
  const lines = marks.map(({ id, happening, words, report, claim }) => {
    const { actors, recipients, type, mode, status, polarity, when } = claim ?? {};
    const names = (all: typeof actors): string =>
      (all ?? []).map(({ name, country }) => `${name} ${country}`).join(' + ');
    const told =
      claim === null
        ? 'no claim'
        : `${type}/${mode ?? ''} ${status}${polarity === 'negative' ? ' not' : ''} | ${names(actors)} > ${names(recipients)} | ${when!.beginMin ?? ''}..${when!.endMax ?? ''}`;
    return `  ${happening.padEnd(2)} ${(response.get(id) ?? '').slice(0, 6).padEnd(7)} ${report.publishedOn} "${words}" ${told}\n`;
  });
  return `${title}\n${lines.sort().join('')}\n`;
}
