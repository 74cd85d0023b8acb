import type { Act, Encounter } from '../../relations/dyad.ts';
import { type Report, wordsOf } from '../../report.ts';
import { type ClaimBook, framed, idOf, type Page } from './blocks.ts';
import { columns, block as namedBlock } from './layout.ts';
import { safeText } from './safe-text.ts';
import { whenWords } from './words.ts';

type Event = Encounter | Act;

/** Events whose reports do not agree, latest first; none where all do. */
export function differencesBlock(page: Page, events: readonly Event[]): string[] {
  const differing = events
    .filter(({ differences }) => differences.length > 0)
    .map((event) => ({ event, on: page.book.claimOf(event.id)?.report.publishedOn ?? '' }))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  if (differing.length === 0) return [];
  const rows = differing
    .slice(0, page.rows)
    .map(({ event }) => [
      idOf(page, event.id),
      kindOf(event),
      whenWords(event.when),
      differenceWords(page.book, event),
    ]);
  const what = 'where reports of one event do not agree; nothing is settled';
  return [framed(page, 'Told differently', what, rows, differing.length, '')];
}

/**
 * The other claims that tell of the event of a claim, each with the rule that joined it, and the words that take it as known;
 * none where it stands alone.
 */
export function eventBlock(page: Page, event: Event, claim: string): string[] {
  if (event.claims.length === 1 && event.references.length === 0) return [];
  const ruleOf = new Map(event.joins.map((join) => [join.claim, join.rule]));
  const rows = event.claims.map((id) => {
    const told = page.book.claimOf(id)?.report ?? null;
    return [idOf(page, id), id === claim ? 'this claim' : originWords(told), ruleOf.get(id) ?? 'told first'];
  });
  const known = event.references.map(({ reportId, ...span }) => {
    const report = page.book.reportOf(reportId);
    const words = report === null ? '' : ` "${safeText(wordsOf(report, span))}"`;
    return ['', originWords(report), `takes it as known:${words}`];
  });
  const differences =
    event.differences.length === 0 ? '' : `\n  told differently: ${differenceWords(page.book, event)}`;
  return [
    namedBlock(
      page.terminal,
      `Event, ${kindOf(event)}`,
      'all claims that tell of it, and why each is taken to',
      `${columns([...rows, ...known], page.terminal)}${differences}`,
    ),
  ];
}

function originWords(report: Report | null): string {
  return report === null ? '' : `${report.publishedOn} ${safeText(report.publisher ?? '')}`.trim();
}

function kindOf(event: Event): string {
  return 'kind' in event ? event.kind : event.type;
}

/** `people 12 (1a2b3c4d), 20 (5e6f7a8b)` for each thing told differently. */
function differenceWords(book: ClaimBook, { differences }: Event): string {
  return differences
    .map(({ what, told }) => {
      const each = [...Map.groupBy(told, ({ value }) => value)].map(
        ([value, by]) => `${safeText(value)} (${by.map(({ claim }) => book.shortId(claim)).join(', ')})`,
      );
      return `${safeText(what.replace(/^figure /, ''))} ${each.join(', ')}`;
    })
    .join('; ');
}
