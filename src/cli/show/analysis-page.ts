import type { Analysis } from '../../pipeline.ts';
import type { Terminal } from '../terminal.ts';
import {
  channelsBlock,
  claimsBlock,
  encountersBlock,
  expectationsBlock,
  issuesBlock,
  type Page,
} from './blocks.ts';
import { messagesBlock, reportHead } from './report-page.ts';

/** One report read by itself, as text. Blocks with nothing in them are left out. */
export function analysisPage(file: string, analysis: Analysis, terminal: Terminal): string {
  const { report, claims, encounters, channels, issues, expectations, messages, coverage } = analysis;
  const byId = new Map(claims.map((claim) => [claim.id, { claim, report }]));
  const page: Page = {
    terminal,
    book: { claimOf: (id) => byId.get(id) ?? null, reportOf: () => report, shortId: (id) => id.slice(0, 8) },
    rows: Number.POSITIVE_INFINITY,
    oneReport: true,
  };
  const ids = claims.map(({ id }) => id);
  return [
    `${terminal.paint.dim(file)}\n${reportHead(report, coverage, terminal)}`,
    claims.length === 0
      ? 'No claim that we can read.'
      : claimsBlock(page, 'Claims', 'in the order of the text', ids),
    ...(encounters.length === 0 ? [] : [encountersBlock(page, encounters)]),
    ...(channels.length === 0 ? [] : [channelsBlock(page, channels)]),
    ...(issues.length === 0 ? [] : [issuesBlock(page, issues, [])]),
    ...(expectations.length === 0 ? [] : [expectationsBlock(page, expectations)]),
    ...(messages.length === 0 ? [] : [messagesBlock(messages, report, terminal)]),
  ].join('\n\n');
}
