/**
 * Who is meant, in reports with every mention of an actor marked:
 *
 *     npm run -s bench:actors [-- FOLDER] [--errors] [--out FILE.jsonl]
 *
 * Without FOLDER the half that is kept aside. `--errors` prints what was missed, wrong or too much, for folders that
 * may be studied; `--out` writes what was found. The form of the files stands in `actors/README.md`, the measures in
 * `README.md`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ActorMention } from '../src/actors/actor.ts';
import { findActors } from '../src/actors/find-actors.ts';
import { lookUp } from '../src/actors/look-up.ts';
import { addProposedNames } from '../src/actors/proposed-names.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import type { Report } from '../src/report.ts';
import { type GoldReport, readGoldReport } from './actor-gold.ts';
import { type Match, matchMentions, scoreActors } from './actor-score.ts';
import { appendHistory } from './history.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean', default: false }, out: { type: 'string' } },
});
const folder = resolve(positionals[0] ?? join(import.meta.dirname, 'actors', 'kept-aside'));
const keptAside = basename(folder) === 'kept-aside';
if (keptAside && values.errors) {
  process.stderr.write(
    'kept-aside is scored, not studied; use --errors with benchmarks/actors/development\n',
  );
  process.exit(1);
}
const { language, actors: directory } = loadKnowledge();
const known = new Map<string, ReadonlySet<string>>();

/** Whether the gold's name is one under which we know the person, or how the report writes a stranger. */
const isSamePerson = (id: string, name: string): boolean => {
  if (id === `person/${name}`) return true;
  const ids =
    known.get(name) ?? new Set(lookUp(directory, name.replaceAll('-', ' ')).map(({ actor }) => actor.id));
  known.set(name, ids);
  return ids.has(id);
};

const matches: Match[] = [];
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort();
for (const file of files) {
  const gold = readGoldReport(readFileSync(join(folder, file), 'utf8'));
  const found = findMentions(gold);
  if (values.out !== undefined) {
    const line = JSON.stringify({ file, mentions: found });
    writeFileSync(values.out, `${line}\n`, { flag: file === files[0] ? 'w' : 'a' });
  }
  const judged = matchMentions(gold, found, isSamePerson);
  matches.push(...judged);
  if (values.errors) process.stdout.write(errorsOf(file, gold, judged));
}

const { figures, n, sides, ways } = scoreActors(matches);
const row = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell, at) => (at === 0 ? String(cell).padEnd(14) : String(cell).padStart(10))).join('')}\n`;
process.stdout.write(row(['', 'F1', 'precision', 'recall', 'n']));
for (const key of ['span', 'country', 'identity', 'pronouns'] as const) {
  process.stdout.write(row([key, figures[key], ...sides[key], n[key]]));
}
process.stdout.write(`\n${row(['named by', 'marked', 'found', 'right'])}`);
for (const [how, cells] of ways) process.stdout.write(row([how, ...cells]));
process.stdout.write(
  `\nexact ${figures.exact} % of the spans found; sector ${figures.sector} % of ${n.sector}\n` +
    `actors ${basename(folder)}: country ${figures.country} identity ${figures.identity} pronouns ${figures.pronouns} ` +
    `(n = ${n.span} mentions, ${files.length} reports)\n`,
);
appendHistory({ bench: 'actors', figures, n: n.span, data: basename(folder) });

function findMentions({ text, publishedOn, titleEnd }: GoldReport): ActorMention[] {
  const report: Report = {
    id: '',
    publishedOn,
    text,
    ...(titleEnd === undefined ? {} : { title: text.slice(0, titleEnd), titleEnd }),
    language: 'en',
    origin: {},
  };
  const sentences = readSentences(report, language);
  return addProposedNames(report, sentences, findActors(report, sentences, directory), directory);
}

function errorsOf(file: string, { text }: GoldReport, judged: readonly Match[]): string {
  return judged
    .filter(
      ({ gold, isCountryRight, isIdentityRight }) => gold === null || !isCountryRight || !isIdentityRight,
    )
    .map(({ gold, finding, isCountryRight }) => {
      const verdict =
        gold === null ? 'TOO MUCH' : finding === null ? 'MISSED' : isCountryRight ? 'IDENTITY' : 'COUNTRY';
      const { start, end } = (gold ?? finding)!;
      const wanted =
        gold === null
          ? ''
          : ` wanted ${gold.kind} ${gold.countries.join('+') || '-'} ${gold.identity?.map(({ name, office }) => `${name}:${office}`).join('+') ?? '-'} (${gold.how})`;
      const got =
        finding === null
          ? ''
          : ` found ${finding.mentions.map(({ actor, rule }) => `${actor.id} ${actor.country ?? actor.organisation ?? '-'} ${actor.office ?? '-'} ${rule}`).join(' + ')} "${text.slice(finding.start, finding.end)}"`;
      const context = text.slice(Math.max(0, start - 30), end + 30).replace(/\s+/g, ' ');
      return `${verdict} ${file}: "${text.slice(start, end)}"${wanted}${got} | ${context}\n`;
    })
    .join('');
}
