import type { EventType, Polarity, Status } from '../../claims/claim.ts';
import { isDay } from '../../day.ts';
import { loadKnowledge } from '../../knowledge.ts';
import { amendClaim, type ClaimChange, type Correction } from '../../relations/correction.ts';
import { Ties } from '../../relations/ties.ts';
import type { Ledger } from '../../store/ledger.ts';
import { CliFailure, EXIT, type ExitCode } from '../failure.ts';
import { idPrefix, oneId, withLedger } from '../ledger-file.ts';
import type { Terminal } from '../terminal.ts';

interface WordOptions {
  readonly ledger: string;
  readonly reason: string;
  readonly by?: string;
}

interface ChangeOptions extends WordOptions {
  readonly type?: EventType;
  readonly mode?: string;
  readonly status?: Status;
  readonly polarity?: Polarity;
  readonly days?: string;
}

export async function withdrawCommand(
  written: string,
  options: WordOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return say(options, terminal, (ledger, word) => {
    const prefix = idPrefix(written);
    const reports = ledger.reportIds(prefix);
    const id = oneId('report or claim', written, [...reports, ...ledger.claimIds(prefix)]);
    const claim = reports.includes(id) ? null : id;
    const report = claim === null ? id : ledger.claim(claim)!.report.id;
    if (claim !== null && ledger.report(report)!.withdrawn !== null)
      throw new CliFailure(EXIT.usage, `report ${report} is withdrawn, and claim ${claim} with it`);
    const what = `${claim === null ? 'report' : 'claim'} ${id}`;
    return [
      { action: 'withdraw', report, claim, ...word },
      `${what} no longer counts; it stays readable, and the reason with it`,
    ];
  });
}

export async function changeCommand(
  written: string,
  options: ChangeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const change = changeOf(options);
  return say(options, terminal, (ledger, word) => {
    const claim = claimId(ledger, written);
    checkFits(ledger, claim, change);
    const said = Object.entries(change).map(([field, value]) => `${field} ${[value].flat().join(' to ')}`);
    return [
      { action: 'change', claim, change, ...word },
      `claim ${claim} counts with ${said.join(', ')}; what the coder read stays beside it`,
    ];
  });
}

export async function tieCommand(
  action: 'same' | 'apart',
  written: readonly [string, string],
  options: WordOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  return say(options, terminal, (ledger, word) => {
    const [a, b] = [claimId(ledger, written[0]), claimId(ledger, written[1])];
    if (a === b) throw new CliFailure(EXIT.usage, `both are the claim ${a}; name two`);
    for (const id of [a, b]) checkTells(ledger, id);
    const said = { action, claims: [a, b], ...word } as const;
    const effect = `${a} and ${b} tell of ${action === 'same' ? 'one event' : 'two events'}`;
    return [said, [effect, ...overruledBy(said, ledger.corrections())].join('\n')];
  });
}

/** Throws where a claim tells of no event. */
function checkTells(ledger: Ledger, id: string): void {
  const { kind } = ledger.claim(id)!.claim;
  if (kind !== 'event')
    throw new CliFailure(EXIT.usage, `claim ${id} is of kind ${kind}, which tells of no event`);
}

/** A line for each older word that a new one leaves no room for. */
function overruledBy(said: Correction, corrections: readonly Correction[]): string[] {
  const before = new Set(new Ties(corrections).overruled);
  const after = new Ties([...corrections, said]).overruled;
  return after
    .filter((word) => !before.has(word))
    .map(
      ({ action, claims, recordedAt }) =>
        `this overrules the word of ${recordedAt.slice(0, 10)}: ${action} ${claims.join(' ')}`,
    );
}

/** Records what the analyst says and prints what it does. */
async function say(
  { ledger: path, reason, by }: WordOptions,
  terminal: Terminal,
  wordOn: (
    ledger: Ledger,
    word: Pick<Correction, 'reason' | 'by' | 'recordedAt'>,
  ) => [said: Correction, effect: string],
): Promise<ExitCode> {
  if (reason.trim() === '')
    throw new CliFailure(EXIT.usage, 'a correction needs a reason; say it with --reason TEXT');
  return withLedger(path, (ledger) => {
    const recordedAt = new Date().toISOString();
    const [said, effect] = wordOn(ledger, { reason: reason.trim(), by: by ?? null, recordedAt });
    terminal.print(ledger.correct(said) ? effect : 'this was said before; nothing changed');
    return EXIT.ok;
  });
}

/** The id of a claim that counts: of one that is withdrawn nothing more can be said. */
function claimId(ledger: Ledger, written: string): string {
  const id = oneId('claim', written, ledger.claimIds(idPrefix(written)));
  if (ledger.claim(id)!.withdrawn !== null)
    throw new CliFailure(EXIT.usage, `claim ${id} is withdrawn, so a correction of it changes nothing`);
  return id;
}

/** Throws where the claim has no type to change, or where its type has no such mode. */
function checkFits(ledger: Ledger, id: string, change: ClaimChange): void {
  if (change.type === undefined && change.mode === undefined) return;
  const { claim } = ledger.claim(id)!;
  if (claim.kind !== 'event')
    throw new CliFailure(EXIT.usage, `claim ${id} is of kind ${claim.kind}, which has no type and no mode`);
  if (change.mode === undefined) return;
  const earlier = ledger
    .corrections()
    .flatMap((word) => (word.action === 'change' && word.claim === id ? [word.change] : []));
  const type = change.type ?? earlier.reduce(amendClaim, claim).type;
  const modes = Object.keys((type && loadKnowledge().guide.types.get(type)?.modes) || {});
  if (!modes.includes(change.mode))
    throw new CliFailure(
      EXIT.usage,
      `"${change.mode}" is no mode of ${type ?? 'a claim without type'}; ${modes.length === 0 ? 'it has none' : `it has ${modes.join(', ')}`}`,
    );
}

function changeOf({ type, mode, status, polarity, days }: ChangeOptions): ClaimChange {
  if (type !== undefined && !loadKnowledge().guide.types.has(type))
    throw new CliFailure(EXIT.usage, `"${type}" is no type of PLOVER; write one like CONSULT`);
  const change: ClaimChange = {
    ...(type === undefined ? {} : { type }),
    ...(mode === undefined ? {} : { mode }),
    ...(status === undefined ? {} : { status }),
    ...(polarity === undefined ? {} : { polarity }),
    ...(days === undefined ? {} : { days: daysOf(days) }),
  };
  if (Object.keys(change).length === 0)
    throw new CliFailure(EXIT.usage, 'nothing to change; say it with --status, --type, --days ...');
  return change;
}

/** `2023-06-18`, or `2023-06-18..2023-06-19`. */
function daysOf(written: string): [string, string] {
  const [first = '', last = first, ...more] = written.split('..');
  if (!isDay(first) || !isDay(last) || last < first || more.length > 0) {
    throw new CliFailure(
      EXIT.usage,
      `--days "${written}" are no days; write 2023-06-18 or 2023-06-18..2023-06-19`,
    );
  }
  return [first, last];
}
