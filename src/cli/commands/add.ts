import { type Knowledge, loadKnowledge } from '../../knowledge.ts';
import { codeReport } from '../../pipeline.ts';
import type { Ledger } from '../../store/ledger.ts';
import type { AddOutcome, Entry } from '../../store/records.ts';
import { coder } from '../../version.ts';
import { BATCH, Batch } from '../batch.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { type InputOptions, Rejects, readInputs } from '../inputs.ts';
import { withLedger } from '../ledger-file.ts';
import { Progress } from '../progress.ts';
import { count } from '../show/layout.ts';
import type { Terminal } from '../terminal.ts';

interface AddOptions extends InputOptions {
  readonly ledger: string;
  readonly jsonl?: boolean;
}

/** Warnings about dates and damaged text that are shown; all are stored. */
const SHOWN_WARNINGS = 20;

export async function addCommand(
  files: readonly string[],
  options: AddOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const knowledge = loadKnowledge();
  const add = (ledger: Ledger) => addAll(files, options, terminal, ledger, knowledge);
  return withLedger(options.ledger, add, { create: true });
}

async function addAll(
  files: readonly string[],
  options: AddOptions,
  terminal: Terminal,
  ledger: Ledger,
  knowledge: Knowledge,
): Promise<ExitCode> {
  const rejects = new Rejects(terminal);
  const progress = new Progress(terminal.watched);
  const batch = new Batch(ledger, rejects, (entry, outcome) => {
    if (options.jsonl) terminal.print(acknowledgement(entry, outcome));
  });
  const finish = (): void => {
    batch.flush();
    progress.clear();
    const say = options.jsonl ? terminal.say : terminal.print;
    say(summary(batch, rejects.count, options.ledger));
  };
  // Ctrl-C between two reports: what was read is stored.
  process.once('SIGINT', () => {
    finish();
    process.exit(EXIT.interrupted);
  });
  let warnings = 0;
  for await (const { file, outcome } of readInputs(files, options, terminal)) {
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
      try {
        // A report that this coder has read before is not read again.
        const coding = ledger.has(report.id, coder) ? KNOWN : codeReport(report, knowledge);
        batch.add({ report, messages, coding });
      } catch (error) {
        progress.clear();
        rejects.addFault(file, error);
      }
    }
    progress.update(batch.done + rejects.count);
    if (batch.done % BATCH === 0) await breathe();
  }
  if (warnings > SHOWN_WARNINGS) terminal.say(`and ${count(warnings - SHOWN_WARNINGS, 'more warning')}`);
  finish();
  return rejects.count > 0 ? EXIT.rejected : EXIT.ok;
}

const KNOWN: Entry['coding'] = {
  coder,
  claims: [],
  messages: [],
  coverage: { sentences: 0, withClaims: 0, withoutClaims: 0 },
};

/** Lets timers and signals have their turn between reports. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function acknowledgement({ report, messages }: Entry, outcome: AddOutcome): string {
  return JSON.stringify({
    outcome,
    id: report.id,
    publishedOn: report.publishedOn,
    readFrom: report.origin['readFrom'],
    messages,
  });
}

function summary({ counts: { added, recoded, known } }: Batch, refused: number, ledger: string): string {
  const parts = [
    `${count(added, 'report')} added`,
    ...(recoded > 0 ? [`${recoded} read anew`] : []),
    `${known} known already`,
    ...(refused > 0 ? [`${refused} refused`] : []),
  ];
  return `${parts.join(', ')}; ledger ${ledger}`;
}
