import type { Coded } from '../../coding/coded.ts';
import { CodingLine, DEFAULT_WORKERS } from '../../coding/coding-line.ts';
import { CodingPool } from '../../coding/coding-pool.ts';
import type { Knowledge, OwnTables } from '../../knowledge.ts';
import type { Message } from '../../message.ts';
import type { Report } from '../../report.ts';
import type { Ledger } from '../../store/ledger.ts';
import type { AddOutcome, Entry } from '../../store/records.ts';
import { BATCH, Batch } from '../batch.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { type InputOptions, Rejects, readInputs } from '../inputs.ts';
import { withLedger } from '../ledger-file.ts';
import { loadKnowledgeWith, type OwnOptions, ownTablesOf } from '../own-tables.ts';
import { Progress } from '../progress.ts';
import { count } from '../show/layout.ts';
import type { Terminal } from '../terminal.ts';

interface AddOptions extends InputOptions, OwnOptions {
  readonly ledger: string;
  readonly jsonl?: boolean;
  readonly workers?: number;
}

/** A report on its way into the ledger. */
interface Read {
  readonly file: string;
  readonly report: Report;
  readonly messages: readonly Message[];
}

/** Warnings about dates and damaged text that are shown; all are stored. */
const SHOWN_WARNINGS = 20;

export async function addCommand(
  files: readonly string[],
  options: AddOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const own = ownTablesOf(options);
  const knowledge = loadKnowledgeWith(own);
  const add = (ledger: Ledger) => addAll(files, options, terminal, ledger, knowledge, own);
  return withLedger(options.ledger, add, { create: true });
}

async function addAll(
  files: readonly string[],
  options: AddOptions,
  terminal: Terminal,
  ledger: Ledger,
  knowledge: Knowledge,
  own: OwnTables,
): Promise<ExitCode> {
  const rejects = new Rejects(terminal);
  const progress = new Progress(terminal.watched);
  const { coder } = knowledge;
  const coverage = { sentences: 0, withClaims: 0, withoutClaims: 0 };
  const known: Coded = { coding: { coder, claims: [], references: [], messages: [], coverage } };
  const batch = new Batch(ledger, rejects, (entry, outcome) => {
    if (options.jsonl) terminal.print(acknowledgement(entry, outcome, ledger));
  });
  const take = ({ file, report, messages }: Read, coded: Coded): void => {
    if ('coding' in coded) batch.add({ report, messages, coding: coded.coding });
    else {
      progress.clear();
      rejects.addFault(file, coded.fault);
    }
    progress.update(batch.done + rejects.count);
  };
  const startPool = (threads: number): CodingPool => new CodingPool(threads, undefined, own);
  const line = new CodingLine<Read>(knowledge, options.workers ?? DEFAULT_WORKERS, take, startPool);
  const finish = async (): Promise<void> => {
    await line.end();
    batch.flush();
    progress.clear();
    const say = options.jsonl ? terminal.say : terminal.print;
    say(summary(batch, rejects.count, options.ledger));
  };
  // Ctrl-C between two reports: what was read is stored.
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    finish().then(
      () => process.exit(EXIT.interrupted),
      (error: unknown) => {
        terminal.say(`detente: what was read last could not be stored: ${String(error)}`);
        process.exit(EXIT.failure);
      },
    );
  };
  process.once('SIGINT', stop);
  try {
    let warnings = 0;
    for await (const { file, outcome } of readInputs(files, options, terminal)) {
      if (isStopped) await forEver();
      if (outcome.kind === 'refused') {
        progress.clear();
        rejects.add(outcome.where, outcome.reason);
      } else {
        const { report, messages } = outcome;
        for (const { severity, text } of messages) {
          if (severity !== 'warning' || warnings++ >= SHOWN_WARNINGS) continue;
          progress.clear();
          terminal.say(`warning ${file}: ${text}`);
        }
        // A report that this coder has read before is not read again.
        if (ledger.has(report.id, coder)) line.pass({ file, report, messages }, known);
        else await line.put({ file, report, messages }, report);
      }
      if (batch.done % BATCH === 0) await breathe();
    }
    if (isStopped) await forEver();
    if (warnings > SHOWN_WARNINGS) terminal.say(`and ${count(warnings - SHOWN_WARNINGS, 'more warning')}`);
    await finish();
    return rejects.count > 0 ? EXIT.rejected : EXIT.ok;
  } finally {
    process.off('SIGINT', stop);
    await line.close();
  }
}

/** For those whom the end of the process overtakes. */
function forEver(): Promise<never> {
  return new Promise(() => {});
}

/** Lets timers and signals have their turn between reports. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function acknowledgement({ report, messages }: Entry, outcome: AddOutcome, ledger: Ledger): string {
  const nearCopy = ledger.nearCopy(report.id);
  return JSON.stringify({
    outcome,
    id: report.id,
    publishedOn: report.publishedOn,
    readFrom: report.origin['readFrom'],
    copyOf: nearCopy?.copyOf ?? null,
    messages: nearCopy === null ? messages : [...messages, nearCopy.message],
  });
}

function summary({ counts, nearCopies }: Batch, refused: number, ledger: string): string {
  const { added, recoded, known } = counts;
  const copies =
    nearCopies === 0
      ? ''
      : nearCopies === 1
        ? ' (1 near copy of a report that is there already)'
        : ` (${nearCopies} near copies of reports that are there already)`;
  const parts = [
    `${count(added, 'report')} added${copies}`,
    ...(recoded > 0 ? [`${recoded} read anew`] : []),
    `${known} known already`,
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  return `${parts.join(', ')}; ledger ${ledger}`;
}
