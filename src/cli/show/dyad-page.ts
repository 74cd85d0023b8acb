import type { Dyad, Series } from '../../relations/dyad.ts';
import type { Terminal } from '../terminal.ts';
import {
  type ClaimBook,
  channelsBlock,
  claimsBlock,
  encountersBlock,
  expectationsBlock,
  issuesBlock,
  type Page,
} from './blocks.ts';
import { differencesBlock } from './event-blocks.ts';
import { block, columns, count, wrap } from './layout.ts';

/** Rows of a block, of the first and of the last one, unless all are asked for. */
const ROWS = 8;
const MOVES = 3;
const LATEST = 10;

/** The picture of two countries as text: state line, then blocks, each row with the id that proves it. */
export function dyadPage(
  dyad: Dyad,
  names: readonly [string, string],
  book: ClaimBook,
  terminal: Terminal,
  all: boolean,
): string {
  if (dyad.reports === 0) return emptyPage(dyad, names, terminal);
  const page: Page = { terminal, book, rows: all ? Number.POSITIVE_INFINITY : ROWS };
  const latest = [...dyad.claims].reverse().slice(0, all ? dyad.claims.length : LATEST);
  return [
    stateLine(dyad, names, terminal),
    claimsBlock(
      page,
      'How it moves',
      'what the reports say of the relationship itself, latest first',
      dyad.assessments.slice(0, all ? page.rows : MOVES),
      dyad.assessments.length,
      'not said in these reports',
    ),
    encountersBlock(page, dyad.encounters),
    channelsBlock(page, dyad.channels),
    issuesBlock(page, dyad.issues, dyad.sides),
    expectationsBlock(page, dyad.expectations),
    seriesBlock(dyad, terminal),
    ...differencesBlock(page, [...dyad.encounters, ...dyad.acts]),
    claimsBlock(
      page,
      'Latest claims',
      'of all on these two, by day of publication',
      latest,
      dyad.claims.length,
    ),
    terminal.paint.dim('Any id above: detente explain ID'),
  ].join('\n\n');
}

/** Without a report there is no picture, and no row of noughts either. */
function emptyPage(
  { asOf, sides }: Dyad,
  [a, b]: readonly [string, string],
  { paint, width }: Terminal,
): string {
  const text = `No report published up to ${asOf} says anything of ${sides[0]} and ${sides[1]} together; "detente reports" lists what there is.`;
  return `${paint.bold(`${a} – ${b}`)}, as of ${asOf}\n${wrap(text, width).join('\n')}`;
}

function stateLine(dyad: Dyad, [a, b]: readonly [string, string], { paint, width }: Terminal): string {
  const { sideA, sideB, thirdParties, narrators } = dyad.voices;
  const [codeA, codeB] = dyad.sides;
  const copies = dyad.copies === 0 ? '' : ` (${dyad.copies} of them copied from others)`;
  const held = `${count(dyad.reports, 'report')} by ${count(dyad.publishers, 'publisher')}${copies}, ${count(dyad.claims.length, 'claim')}`;
  const voices = `${sideA.length} by ${codeA}, ${sideB.length} by ${codeB}, ${thirdParties.length} by third parties, ${narrators.length} by the reports themselves`;
  return `${paint.bold(`${a} – ${b}`)}, as of ${dyad.asOf}\n${wrap(`${held}: ${voices}.`, width).join('\n')}`;
}

function seriesBlock({ series }: Dyad, terminal: Terminal): string {
  return block(
    terminal,
    'Acts',
    'distinct events that happened, by who acts towards whom',
    columns(series.map(seriesRow), terminal),
  );
}

function seriesRow({ from, to, byType, score, note }: Series): string[] {
  const types = Object.entries(byType)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([type, number]) => `${type} ${number}`);
  const total = Object.values(byType).reduce((sum, number) => sum + number, 0);
  const mean =
    score === null
      ? (note ?? 'too few events for a score')
      : `mean score ${score.mean.toFixed(1)} (${score.low.toFixed(1)} to ${score.high.toFixed(1)}, n = ${score.n})`;
  return [
    `${from} → ${to}`,
    String(total),
    [types.join(', '), mean].filter((words) => words !== '').join('; '),
  ];
}
