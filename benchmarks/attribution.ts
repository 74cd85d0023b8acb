/**
 * Who says what in articles with gold sources, cues and contents, beside a plain quotation finder:
 *
 *     npm run -s bench:attribution -- FILE.jsonl [--out PREDICTIONS.jsonl]
 *
 * Each line of FILE is an article `{ id, text, attributions: [{ source, cue, content }] }`, spans as lists of
 * half-open offsets in Unicode code points. The measures are those of `attribution-score.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { findActors } from '../src/actors/find-actors.ts';
import { addProposedNames } from '../src/actors/proposed-names.ts';
import { sayingsIn } from '../src/claims/attribution.ts';
import { findQuotations } from '../src/claims/quotations.ts';
import { readReading } from '../src/claims/reading.ts';
import { contentPieces } from '../src/claims/saying.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { contains, type Report, type Span } from '../src/report.ts';
import { findTimes } from '../src/time/find-times.ts';
import {
  type AnnotatedArticle,
  type AnnotatedSaying,
  type AttributionScore,
  type Piece,
  scoreAttributions,
} from './attribution-score.ts';
import { appendHistory } from './history.ts';
import { plainQuotations } from './plain-quotations.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' } },
});
const path = positionals[0];
if (path === undefined) {
  process.stderr.write(
    'No file given; use: npm run -s bench:attribution -- FILE.jsonl [--out PREDICTIONS.jsonl]\n',
  );
  process.exit(1);
}
const { language, actors: directory, codebook, times } = loadKnowledge();
const articles = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => inUtf16(JSON.parse(line) as AnnotatedArticle & { readonly date?: string }));
const every = articles.map(predict);
const ours = every.map(outermost);
const plain = articles.map(({ text }) => plainQuotations(text));
if (values.out !== undefined) {
  writeFileSync(
    values.out,
    articles
      .map(
        ({ id, text }, at) =>
          `${JSON.stringify({ id, attributions: ours[at]!.map((one) => inCodePoints(text, one)) })}\n`,
      )
      .join(''),
  );
}
const one = (value: number): number => Math.round(10 * value) / 10;
const shown = (name: string, score: AttributionScore): void => {
  const parts = (['source', 'cue', 'content', 'overlap', 'half'] as const).map(
    (part) => `${part} ${one(score[part])}`,
  );
  process.stdout.write(`${name.padEnd(16)} ${parts.join(' ')} (${score.predicted} for ${score.gold})\n`);
};
const all = scoreAttributions(articles, ours);
const quoted = scoreAttributions(articles, ours, { quoted: true });
const withInner = scoreAttributions(articles, every);
shown('all', all);
shown('quotations', quoted);
shown('with inner ones', withInner);
shown('plain, all', scoreAttributions(articles, plain));
shown('plain, quot.', scoreAttributions(articles, plain, { quoted: true }));
const figures = {
  source: one(all.source),
  cue: one(all.cue),
  content: one(all.content),
  overlap: one(all.overlap),
  half: one(all.half),
  quotations: one(quoted.overlap),
  /** Source and content, with what is said within what is said. */
  inner: one(withInner.overlap),
};
process.stdout.write(
  `attribution ${basename(path)}: overlap F1 source ${figures.source} cue ${figures.cue} content ${figures.content}, ` +
    `source + content ${figures.overlap} (half ${figures.half}), direct quotations ${figures.quotations} (n = ${all.gold} attributions)\n`,
);
appendHistory({ bench: 'attribution', figures, n: all.gold, data: basename(path) });

function predict({
  id,
  text,
  date = '2016-01-01',
}: AnnotatedArticle & { readonly date?: string }): AnnotatedSaying[] {
  const report: Report = { id, publishedOn: date, text, language: 'en', origin: {} };
  const sentences = readSentences(report, language);
  const actors = addProposedNames(report, sentences, findActors(report, sentences, directory), directory);
  const mentions = findTimes(report, sentences, times);
  const readings = sentences.map((sentence) =>
    readReading(
      report,
      sentence,
      actors.filter((mention) => contains(sentence, mention)),
      mentions.filter((mention) => contains(sentence, mention)),
    ),
  );
  return sayingsIn(report, readings, codebook, findQuotations(text)).flatMap((sayings, at) =>
    sayings
      .filter(({ cue }) => cue >= 0)
      .map((saying) => ({
        source: piecesOf(saying.attribution.sourceSpan),
        cue: piecesOf(saying.attribution.cueSpan),
        content: contentPieces(readings[at]!, saying).map(({ start, end }): Piece => [start, end]),
      })),
  );
}

/** The gold has only the outermost of what is said within what is said, so only those are compared with it. */
function outermost(sayings: readonly AnnotatedSaying[]): AnnotatedSaying[] {
  const isInside = ({ cue = [] }: AnnotatedSaying, { content = [] }: AnnotatedSaying): boolean =>
    cue.length > 0 && cue.every(([start, end]) => content.some(([from, to]) => from <= start && end <= to));
  return sayings.filter((inner, at) => {
    return !sayings.some(
      (outer, other) => other !== at && isInside(inner, outer) && (other < at || !isInside(outer, inner)),
    );
  });
}

function piecesOf(span: Span | null): Piece[] {
  return span === null ? [] : [[span.start, span.end]];
}

/** The gold counts code points, the program UTF-16 units. */
function inUtf16<T extends AnnotatedArticle>(article: T): T {
  const units: number[] = [];
  let at = 0;
  for (const sign of article.text) {
    units.push(at);
    at += sign.length;
  }
  units.push(at);
  return {
    ...article,
    attributions: article.attributions.map((saying) => moved(saying, (offset) => units[offset]!)),
  };
}

function inCodePoints(text: string, saying: AnnotatedSaying): AnnotatedSaying {
  return moved(saying, (offset) => [...text.slice(0, offset)].length);
}

function moved(
  { source = [], cue = [], content = [] }: AnnotatedSaying,
  move: (offset: number) => number,
): AnnotatedSaying {
  const all = (pieces: readonly Piece[]): Piece[] => pieces.map(([start, end]) => [move(start), move(end)]);
  return { source: all(source), cue: all(cue), content: all(content) };
}
