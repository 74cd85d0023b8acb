import type { Actor } from '../../actors/actor.ts';
import type { Knowledge } from '../../knowledge.ts';
import { toConllu } from '../../language/conllu.ts';
import { readSentences } from '../../language/read-sentences.ts';
import { findMentions } from '../../pipeline.ts';
import { type Report, wordsOf } from '../../report.ts';
import { noteTimes } from '../../time/dateline.ts';
import { toEdtf } from '../../time/edtf.ts';
import { findTimes } from '../../time/find-times.ts';
import type { TimeMention } from '../../time/when.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { type InputOptions, Rejects, readInputs } from '../inputs.ts';
import { loadKnowledgeWith, type OwnOptions, ownTablesOf } from '../own-tables.ts';
import { columns } from '../show/layout.ts';
import { safeText } from '../show/safe-text.ts';
import { whenWords } from '../show/words.ts';
import type { Terminal } from '../terminal.ts';

/** The stages before claims, shown for one file: what the grammar, the times and the actors came to. */

interface ParseOptions {
  readonly conllu?: boolean;
}

/** Grammar does not depend on the day: a text without a date can be parsed too. */
const ANY_DAY: InputOptions = { date: '0001-01-01' };

export async function parseCommand(
  file: string,
  options: ParseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return forEachReport(file, ANY_DAY, terminal, (report, knowledge) => {
    const sentences = readSentences(report, knowledge.language);
    if (options.conllu) return toConllu(sentences).trimEnd().concat('\n');
    return sentences
      .map(({ tokens, tree }) =>
        columns(
          tokens.map(({ form, lemma, upos }, at) => {
            const head = tree.heads[at]!;
            const over = head < 0 ? '' : `of ${head + 1} ${safeText(tokens[head]!.form)}`;
            return [String(at + 1), safeText(form), safeText(lemma), upos, `${tree.relations[at]!} ${over}`];
          }),
          terminal,
          0,
        ),
      )
      .join('\n\n');
  });
}

interface TimesOptions extends InputOptions {
  readonly jsonl?: boolean;
}

/** Needs no grammar: sentences are enough, and of the knowledge only the named days. */
export async function timesCommand(
  file: string,
  options: TimesOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return forEachReport(file, options, terminal, (report, knowledge) => {
    const sentences = readSentences(report, knowledge.language);
    const times = findTimes(report, sentences, knowledge.times);
    const notes = noteTimes(report, sentences);
    if (options.jsonl) return times.map((time) => timeLine(report, time)).join('\n');
    const rows = times.map((time) => [
      `${time.start}-${time.end}`,
      whenWords(time.when),
      `${time.value}${time.mod === undefined ? '' : ` ${time.mod}`}`,
      `“${safeText(wordsOf(report, time))}” ${time.relation}, ${time.type}; ${time.when.rule}`,
      time.rejected === undefined ? '' : `not ${whenWords(time.rejected)}`,
    ]);
    const shown = rows.length === 0 ? 'No expression of time.' : columns(rows, terminal, 0);
    return [shown, ...notes.map(({ rule, text }) => `${rule}: ${safeText(text)}`)].join('\n');
  });
}

/** One mention as it leaves the program: its words and its days in EDTF beside the fields of the library. */
function timeLine(report: Report, time: TimeMention): string {
  const { id, publishedOn } = report;
  return JSON.stringify({
    reportId: id,
    publishedOn,
    words: wordsOf(report, time),
    ...time,
    edtf: toEdtf(time),
  });
}

interface ActorsOptions extends InputOptions, OwnOptions {
  readonly unlisted?: boolean;
}

export async function actorsCommand(
  file: string,
  options: ActorsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.unlisted) return unlistedCommand(file, options, terminal);
  return forEachReport(file, options, terminal, (report, knowledge) => {
    const rows = findMentions(report, knowledge).actors.map(({ start, end, actor, via, rule }) => [
      `${start}-${end}`,
      actor.id,
      actor.country ?? actor.organisation ?? '-',
      `“${safeText(wordsOf(report, { start, end }))}” by ${via}; ${rule}`,
    ]);
    return rows.length === 0 ? 'No actor.' : columns(rows, terminal, 0);
  });
}

/** Rules that name somebody whom no table has. */
const UNLISTED = new Set(['actors/proposed-name', 'actors/learnt-name', 'actors/learnt-apposition']);

/** The names of all reports that no table has, the most frequent first, with what a table would say of them. */
async function unlistedCommand(file: string, options: ActorsOptions, terminal: Terminal): Promise<ExitCode> {
  const names = new Map<string, { count: number; actor: Actor }>();
  const exit = await forEachReport(file, options, terminal, (report, knowledge) => {
    for (const { actor, rule } of findMentions(report, knowledge).actors) {
      if (!UNLISTED.has(rule) || knowledge.actors.people.has(actor.id)) continue;
      const known = names.get(actor.id);
      const better = known?.actor.country != null ? known.actor : actor;
      names.set(actor.id, { count: (known?.count ?? 0) + 1, actor: better });
    }
    return '';
  });
  const rows = [...names.values()]
    .sort((a, b) => b.count - a.count || (a.actor.id < b.actor.id ? -1 : 1))
    .map(({ count, actor: { kind, name, country, office } }) => [
      String(count),
      safeText(name),
      country ?? '-',
      office ?? '-',
      kind,
    ]);
  terminal.print(rows.length === 0 ? 'No name that the tables lack.' : columns(rows, terminal, 0));
  return exit;
}

async function forEachReport(
  file: string,
  options: InputOptions & OwnOptions,
  terminal: Terminal,
  show: (report: Report, knowledge: Knowledge) => string,
): Promise<ExitCode> {
  const knowledge = loadKnowledgeWith(ownTablesOf(options));
  const rejects = new Rejects(terminal);
  for await (const { outcome } of readInputs([file], options, terminal)) {
    if (outcome.kind === 'refused') rejects.add(outcome.where, outcome.reason);
    else {
      const shown = show(outcome.report, knowledge);
      if (shown !== '') terminal.print(shown);
    }
  }
  return rejects.count > 0 ? EXIT.rejected : EXIT.ok;
}
