import type { Claim } from '../../claims/claim.ts';
import type { Channel, Encounter, EncounterState, Expectation, Issue } from '../../relations/dyad.ts';
import { type Report, wordsOf } from '../../report.ts';
import type { Terminal } from '../terminal.ts';
import { block, columns } from './layout.ts';
import { cut, safeText } from './safe-text.ts';
import {
  actorWords,
  CHANNEL_MARK,
  claimMark,
  claimStatus,
  encounterMark,
  LEVEL_WORDS,
  OUTCOME_MARK,
  partiesWords,
  STANCE_WORDS,
  sourceWords,
  whenWords,
} from './words.ts';

interface BookedClaim {
  readonly claim: Claim;
  readonly report: Report;
  /** Set where an analyst has withdrawn it. */
  readonly withdrawn?: unknown;
}

/** Where the blocks look claims up: a ledger, or one report read by itself. */
export interface ClaimBook {
  claimOf(id: string): BookedClaim | null;
  reportOf(id: string): Report | null;
  /** The short id that `detente explain` takes. */
  shortId(id: string): string;
}

export interface Page {
  readonly terminal: Terminal;
  readonly book: ClaimBook;
  /** Most rows of a block; what is left out is said. */
  readonly rows: number;
  /** All claims are of one report, which stands above: its day and publisher are not repeated. */
  readonly oneReport?: boolean;
}

/** The order of the rungs: what lies ahead, what was, what came to nothing. */
const LADDER: readonly EncounterState[] = [
  'under-way',
  'planned',
  'proposed',
  'possible',
  'awaiting-report',
  'held',
  'postponed',
  'suspended',
  'broken-off',
  'called-off',
  'refused',
];

export function encountersBlock(page: Page, encounters: readonly Encounter[]): string {
  const begin = ({ when }: Encounter) => when.beginMin ?? when.endMax ?? '';
  const ordered = [...encounters].sort(
    (a, b) =>
      LADDER.indexOf(a.state) - LADDER.indexOf(b.state) ||
      (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0),
  );
  const rows = capEach(ordered, page.rows, ({ state }) => state).map((encounter) => {
    const place = encounter.place === undefined ? '' : `, ${safeText(encounter.place)}`;
    const part = encounter.partOf === undefined ? '' : ' (part of another)';
    return [
      idOf(page, encounter.claims[0] ?? encounter.id),
      `${encounterMark(encounter.state)} ${encounter.state.replaceAll('-', ' ')}`,
      whenWords(encounter.when),
      `${encounter.kind}: ${actorWords(encounter.participants)}${place}${part}`,
    ];
  });
  return framed(
    page,
    'Encounters',
    'who meets whom, when, and whether it came about',
    rows,
    encounters.length,
    'none announced, none reported',
  );
}

export function channelsBlock(page: Page, channels: readonly Channel[]): string {
  const rows = channels.map((channel) => {
    const asked = [
      channel.soughtBy.length === 0 ? '' : `sought by ${channel.soughtBy.join(', ')}`,
      channel.refusedBy.length === 0 ? '' : `refused by ${channel.refusedBy.join(', ')}`,
    ].filter((words) => words !== '');
    return [
      idOf(page, channel.claims.at(-1)),
      LEVEL_WORDS[channel.level],
      `${CHANNEL_MARK[channel.state]} ${channel.state}`,
      channel.lastUsedOn === null ? 'no use reported' : `last used ${channel.lastUsedOn}`,
      asked.join('; '),
    ];
  });
  return framed(
    page,
    'Channels',
    'which lines are open; unknown is not closed',
    rows,
    channels.length,
    'none spoken of in these reports',
  );
}

/** One row for each position; a side without one is "not in these reports". */
export function issuesBlock(page: Page, issues: readonly Issue[], sides: readonly string[]): string {
  const shown = [...issues]
    .sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1))
    .slice(0, page.rows);
  const rows = shown.flatMap((issue) => {
    const wanted = sides.length === 0 ? [...new Set(issue.positions.map(({ side }) => side))].sort() : sides;
    const label = `${cut(safeText(issue.label), 28)} (${issue.claims.length})`;
    if (issue.positions.length === 0) {
      return [[idOf(page, issue.claims.at(-1)), label, '', 'spoken of; no position in these reports']];
    }
    return wanted.map((side, at) => {
      const position = issue.positions.findLast((candidate) => candidate.side === side);
      const words = position === undefined ? 'not in these reports' : clauseWords(page, position.claim);
      return [idOf(page, position?.claim ?? issue.claims.at(-1)), at === 0 ? label : '', side, words];
    });
  });
  return framed(
    page,
    'Issues',
    'what is in dispute and who says what, latest words of each side',
    rows,
    issues.length,
    'none spoken of in these reports',
    shown.length,
  );
}

export function expectationsBlock(page: Page, expectations: readonly Expectation[]): string {
  const said = (expectation: Expectation) => page.book.claimOf(expectation.claim)?.report.publishedOn ?? '';
  const shown = [...expectations]
    .sort((a, b) => (said(a) < said(b) ? 1 : said(a) > said(b) ? -1 : 0))
    .slice(0, page.rows);
  const rows = shown.map((expectation) => [
    idOf(page, expectation.claim),
    `${OUTCOME_MARK[expectation.outcome]} ${expectation.outcome.replaceAll('-', ' ')}`,
    STANCE_WORDS[expectation.stance],
    expectation.by === null ? '' : `by ${expectation.by}`,
    `${clauseWords(page, expectation.claim)} — ${expectation.holder === 'narrator' ? 'the report itself' : safeText(expectation.holder)}${
      expectation.resolvedBy === undefined ? '' : `; settled by ${page.book.shortId(expectation.resolvedBy)}`
    }`,
  ]);
  return framed(
    page,
    'Expectations',
    'what was said of the future and what became of it',
    rows,
    expectations.length,
    'none in these reports',
    shown.length,
  );
}

/** Claims in the order given, with who, whom, when and the words of the clause. */
export function claimsBlock(
  page: Page,
  name: string,
  what: string,
  ids: readonly string[],
  of: number = ids.length,
  nothing = 'none',
): string {
  const rows = ids.flatMap((id) => {
    const found = page.book.claimOf(id);
    if (found === null) return [];
    const { claim, report, withdrawn } = found;
    const status = withdrawn ? '⊘ withdrawn' : `${claimMark(claim)} ${claimStatus(claim)}`;
    const clause = `${partiesWords(claim)}, ${whenWords(claim.when)}: “${clauseOf(claim, report)}”`;
    const origin = page.oneReport ? '' : `, ${originOf(report)}`;
    return [
      [idOf(page, id), status, claim.type ?? claim.kind, `${clause} — ${sourceWords(claim.source)}${origin}`],
    ];
  });
  return framed(page, name, what, rows, of, nothing, rows.length);
}

export function framed(
  { terminal }: Page,
  name: string,
  what: string,
  rows: readonly (readonly string[])[],
  total: number,
  nothing: string,
  shown: number = rows.length,
): string {
  if (rows.length === 0) return block(terminal, name, what, `  ${nothing}`);
  const left = total - shown;
  const more = left > 0 ? `\n  ${terminal.paint.dim(`and ${left} more: --all`)}` : '';
  return block(terminal, `${name} ${total}`, what, columns(rows, terminal) + more);
}

/** The last `most` of each group, so that a long past does not hide what lies ahead. */
function capEach<T>(items: readonly T[], most: number, groupOf: (item: T) => string): T[] {
  const groups = Map.groupBy(items, groupOf);
  return [...groups.values()].flatMap((group) => group.slice(-most));
}

export function idOf({ terminal, book }: Page, id: string | undefined): string {
  return id === undefined ? '' : terminal.paint.dim(book.shortId(id));
}

function originOf({ publisher, publishedOn }: Report): string {
  return publisher === undefined ? publishedOn : `${safeText(publisher)} ${publishedOn}`;
}

function clauseWords({ book }: Page, id: string): string {
  const found = book.claimOf(id);
  return found === null ? '' : `“${clauseOf(found.claim, found.report)}”`;
}

/** The source's own words, cut to the clause, never rewritten. */
function clauseOf(claim: Claim, report: Report): string {
  return cut(safeText(wordsOf(report, claim.span)), 130);
}
