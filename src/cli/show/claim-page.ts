import type { Claim } from '../../claims/claim.ts';
import { amendClaim, type Correction } from '../../relations/correction.ts';
import { contains, type Report, type Span, wordsOf } from '../../report.ts';
import type { StoredClaim } from '../../store/records.ts';
import type { Terminal } from '../terminal.ts';
import { correctionRow } from './correction-row.ts';
import { block, columns, wrap } from './layout.ts';
import { withdrawnLine } from './report-page.ts';
import { cut, safeText } from './safe-text.ts';
import { actorWords, claimMark, claimStatus, sourceWords, whenWords } from './words.ts';

/** A claim walked back to its sentence, its source and the rule behind each field. */
export function claimPage(
  { claim, report, withdrawn }: StoredClaim,
  corrections: readonly Correction[],
  overruled: ReadonlySet<Correction>,
  terminal: Terminal,
): string {
  const { paint, width } = terminal;
  const origin = [report.publisher, report.publishedOn, report.title].filter((part) => part !== undefined);
  const counted = corrections.reduce(
    (amended, said) => (said.action === 'change' ? amendClaim(amended, said.change) : amended),
    claim,
  );
  const head = `${paint.bold(`${claimMark(counted)} ${claimStatus(counted)}  ${counted.type ?? counted.kind}`)}  ${paint.dim(claim.id)}`;
  const source = [
    sourceWords(claim.source),
    ...claim.source.via.map((name) => `via ${safeText(name)}`),
    ...(claim.source.saidOn === null ? [] : [`said ${whenWords(claim.source.saidOn)}`]),
  ];
  return [
    head,
    ...(withdrawn === null ? [] : [withdrawnLine(withdrawn)]),
    block(
      terminal,
      'Sentence',
      cut(`report ${report.id}: ${origin.map(safeText).join(', ')}`, width - 10),
      sentences(claim, report, terminal),
    ),
    block(terminal, 'Source', 'who says so', `  ${source.join('; ')}${cueOf(claim, report)}`),
    block(
      terminal,
      'Fields',
      'what was decided, by which rule, on which words',
      fields(claim, report, terminal),
    ),
    ...(corrections.length === 0
      ? []
      : [
          block(
            terminal,
            'Corrections',
            'what analysts say of it; pictures use the last word',
            columns(
              corrections.map((said) => correctionRow(said, overruled)),
              terminal,
            ),
          ),
        ]),
    paint.dim(`Coded by ${claim.coder}.${report.url === undefined ? '' : ` ${safeText(report.url)}`}`),
  ].join('\n\n');
}

/** The evidence with the trigger in brackets, so that it shows without colour too. */
function sentences(claim: Claim, report: Report, { paint, width }: Terminal): string {
  const spans = claim.evidence.length === 0 ? [claim.span] : claim.evidence;
  return spans
    .map((span) => {
      const within = contains(span, claim.trigger);
      if (!within) return safeText(wordsOf(report, span));
      const before = report.text.slice(span.start, claim.trigger.start);
      const after = report.text.slice(claim.trigger.end, span.end);
      const trigger = paint.bold(`[${safeText(wordsOf(report, claim.trigger))}]`);
      return `${safeText(before)}${spaceAt(before.at(-1))}${trigger}${spaceAt(after[0])}${safeText(after)}`;
    })
    .map((text) =>
      wrap(text, width - 2)
        .map((line) => `  ${line}`)
        .join('\n'),
    )
    .join('\n\n');
}

function spaceAt(character: string | undefined): string {
  return character !== undefined && /\s/.test(character) ? ' ' : '';
}

function cueOf({ source }: Claim, report: Report): string {
  return source.cueSpan === null ? '' : ` — “${safeText(wordsOf(report, source.cueSpan))}”`;
}

/** Each field with its value; one row for every rule that had a say in it. */
function fields(claim: Claim, report: Report, terminal: Terminal): string {
  const rows = Object.entries(valuesOf(claim)).flatMap(([field, value]) => {
    if (value === '') return [];
    const traces = claim.rules.filter((trace) => trace.field === field);
    if (traces.length === 0) return [[field, value, '', '']];
    return traces.map(({ rule, span }, at) => [
      at === 0 ? field : '',
      at === 0 ? value : '',
      rule,
      span === undefined ? '' : `“${quoteOf(report, span)}”`,
    ]);
  });
  const known = Object.keys(valuesOf(claim));
  const others = claim.rules.filter(({ field }) => !known.includes(field));
  for (const { field, rule, span } of others) {
    rows.push([field, '', rule, span === undefined ? '' : `“${quoteOf(report, span)}”`]);
  }
  return columns(rows, terminal);
}

function valuesOf(claim: Claim): Record<string, string> {
  return {
    kind: claim.kind,
    type: claim.type ?? 'none in PLOVER',
    mode: claim.mode ?? '',
    direction: claim.direction ?? '',
    status: claim.status,
    polarity: claim.polarity,
    mood: claim.mood ?? '',
    likelihood:
      claim.likelihood === undefined
        ? ''
        : `${claim.likelihood.low} to ${claim.likelihood.high} (${claim.likelihood.table})`,
    actors: actorWords(claim.actors) || 'none',
    recipients: actorWords(claim.recipients),
    when: `${whenWords(claim.when)}, ${claim.when.certainty}`,
    place: claim.place === undefined ? '' : safeText(claim.place.name),
    issues: claim.issues.join(', '),
    contexts: claim.contexts.join(', '),
    source: claim.source.kind,
  };
}

function quoteOf(report: Report, span: Span): string {
  return cut(safeText(wordsOf(report, span)), 60);
}
