/**
 * Held encounters of two countries beside lists of visits:
 *
 *     npm run -s bench:encounters -- [REPORTS.jsonl[.gz] ...] [--visits FILE.csv ...] [--sides USA,CHN] [--sample N] [--seed S]
 *
 * The reports that name both countries are added to one picture. Each row of the lists is then found (somebody of that
 * name, held on those days, a day more or less), found on a wrong date (within a month), missed although a report of
 * those days names the person ("Bill Clinton" is not Hillary), or never reported in these sources. What is held and on no list is
 * counted too: whether it was invented only a reader can tell, and `--sample` prints some, drawn by seed, with
 * their sentences. Without arguments it runs on the example corpus and the list beside it.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Claim } from '../src/claims/claim.ts';
import { addDays } from '../src/day.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport, findMentions } from '../src/pipeline.ts';
import { readReports } from '../src/read/read-reports.ts';
import type { Encounter } from '../src/relations/dyad.ts';
import { drawDyad } from '../src/relations/picture.ts';
import { type Report, wordsOf } from '../src/report.ts';
import { appendHistory } from './history.ts';
import { type ListedEncounter, readVisitList } from './visit-list.ts';

const EXAMPLE = new URL('../examples/usa-china/', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    visits: { type: 'string', multiple: true },
    sides: { type: 'string', default: 'USA,CHN' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: 'detente-encounters' },
    list: { type: 'boolean', default: false },
  },
});
const isExample = positionals.length === 0;
const files = isExample ? [`${EXAMPLE}dispatches.jsonl`] : positionals;
const lists = values.visits ?? (isExample ? [`${EXAMPLE}encounters.csv`] : []);
const [a = '', b = ''] = values.sides.split(',');
const knowledge = loadKnowledge();
if (![a, b].every((side) => knowledge.actors.states.has(side)) || lists.length === 0) {
  process.stderr.write(
    'usage: npm run -s bench:encounters -- [REPORTS.jsonl ...] --visits FILE.csv [--sides USA,CHN] [--sample N]\n',
  );
  process.exit(2);
}

/** Words before a name in these lists. */
const TITLES: ReadonlySet<string> = new Set([
  'President',
  'Premier',
  'Vice',
  'Prime',
  'Minister',
  'Foreign',
  'Defense',
  'General',
  'State',
  'Councilor',
]);

const coded: { report: Report; claims: readonly Claim[] }[] = [];
for (const path of files) {
  for await (const outcome of readReports({ path })) {
    if (outcome.kind === 'refused' || !namesBoth(outcome.report)) continue;
    coded.push({ report: outcome.report, claims: codeReport(outcome.report, knowledge).claims });
  }
}
const days = coded.map(({ report }) => report.publishedOn).sort();
const first = days[0];
const last = days.at(-1);
if (first === undefined || last === undefined) {
  process.stderr.write(`no report of ${files.join(', ')} names both ${a} and ${b}\n`);
  process.exit(1);
}
const { encounters } = drawDyad(coded, [a, b], last, knowledge.guide);
const held = encounters.filter(
  ({ state }) => state === 'held' || state === 'under-way' || state === 'broken-off',
);

const listed = lists
  .flatMap((path) => readVisitList(path, a, knowledge.actors))
  .filter(({ from, to, start, end }) => isPair(from, to) && start >= first && end <= last);
const rows = [...new Map(listed.map((row) => [`${surnameOf(row)} ${row.start} ${row.kind}`, row])).values()];
const matched = new Set<Encounter>();
const counts = { found: 0, wrongDate: 0, missed: 0, neverReported: 0 };
for (const row of rows) {
  const verdict = verdictOn(row);
  counts[verdict]++;
  if (values.list)
    process.stdout.write(`${verdict.padEnd(14)} ${row.start} ${row.end} ${row.kind} ${row.person}\n`);
}
const unlisted = held.filter((encounter) => !matched.has(encounter));
const sample = Number(values.sample);
for (const encounter of byHash(held).slice(0, sample)) show(encounter);

const { found, wrongDate, missed, neverReported } = counts;
process.stdout.write(
  `encounters ${a}-${b}: of ${rows.length} listed found ${found}, wrong date ${wrongDate}, missed ${missed}, never reported ${neverReported}; ` +
    `held ${held.length}, on no list ${unlisted.length} (n = ${coded.length} reports)\n`,
);
appendHistory({
  bench: 'encounters',
  figures: { ...counts, held: held.length, onNoList: unlisted.length },
  n: rows.length,
  data: isExample ? 'example' : `${a}-${b}`,
});

function verdictOn(row: ListedEncounter): keyof typeof counts {
  const theirs = held.filter(({ kind, participants }) => {
    if ((row.kind === 'call') !== (kind === 'call')) return false;
    return participants.some(
      ({ kind: one, name, country }) => one === 'person' && country === row.from && isNamed(name, row),
    );
  });
  for (const encounter of theirs) if (meets(encounter, row, 1)) matched.add(encounter);
  if (theirs.some((encounter) => meets(encounter, row, 1))) return 'found';
  if (theirs.some((encounter) => meets(encounter, row, 31))) return 'wrongDate';
  const surname = new RegExp(`(?:(\\p{Lu}\\p{L}+)\\s)?\\b${surnameOf(row)}\\b`, 'gu');
  const told = coded.some(
    ({ report: { publishedOn, text } }) =>
      publishedOn >= addDays(row.start, -1) &&
      publishedOn <= addDays(row.end, 4) &&
      [...text.matchAll(surname)].some(([, before]) => mayBe(before, row)),
  );
  return told ? 'missed' : 'neverReported';
}

function meets(
  { when: { beginMin, endMax } }: Encounter,
  { start, end }: ListedEncounter,
  slack: number,
): boolean {
  const to = endMax ?? beginMin;
  const from = beginMin ?? to;
  return from !== null && to !== null && from <= addDays(end, slack) && to >= addDays(start, -slack);
}

function namesBoth(report: Report): boolean {
  const countries = new Set(findMentions(report, knowledge).actors.map(({ actor }) => actor.country));
  return countries.has(a) && countries.has(b);
}

function isPair(from: string, to: string): boolean {
  return (from === a && to === b) || (from === b && to === a);
}

/** The family name: the last word, of Chinese names the first after the titles. */
function surnameOf({ person, from }: ListedEncounter): string {
  const words = person.split(/[\s.]+/).filter((word) => /^\p{Lu}\p{L}+$/u.test(word) && !TITLES.has(word));
  return (from === 'CHN' ? words[0] : words.at(-1)) ?? person;
}

/** Whether the word before the family name fits: none, a title, or a given name with the same initial ("Mike" for Michael). */
function mayBe(before: string | undefined, { person, from }: ListedEncounter): boolean {
  if (before === undefined || from === 'CHN' || TITLES.has(before) || /^(Secretary|Mr|Ms)$/.test(before))
    return true;
  return person.split(' ').some((word) => !TITLES.has(word) && word[0] === before[0]);
}

function isNamed(name: string, row: ListedEncounter): boolean {
  return name.split(' ').includes(surnameOf(row));
}

function byHash(all: readonly Encounter[]): Encounter[] {
  const key = ({ id }: Encounter) => createHash('sha256').update(`${values.seed}:${id}`).digest('hex');
  return [...all].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function show({ id, kind, state, when, participants, claims }: Encounter): void {
  const who = participants.map(({ name, country }) => `${name} (${country})`).join(', ');
  process.stdout.write(`\n${id} ${kind} ${state} ${when.beginMin ?? ''}..${when.endMax ?? ''} ${who}\n`);
  for (const { report, claims: its } of coded) {
    for (const claim of its) {
      if (claims.includes(claim.id))
        process.stdout.write(
          `  ${report.publishedOn} [${wordsOf(report, claim.trigger)}] ${wordsOf(report, claim.evidence[0] ?? claim.span)}\n`,
        );
    }
  }
}
