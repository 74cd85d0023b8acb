import { Readable } from 'node:stream';
import type { Knowledge } from '../knowledge.ts';
import { analyse, codeReport } from '../pipeline.ts';
import { type ReadOptions, readReports } from '../read/read-reports.ts';
import type { Ledger } from '../store/ledger.ts';
import type { AnalysesAnswer, RecordedAnswer } from './answers.ts';
import { headOf } from './cite.ts';

/** What was pasted or dropped: the bytes of a file, with its name. */
export interface Intake {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
}

/** Reports that are analysed at once; a file of more is for the ledger. */
const MOST_ANALYSES = 20;

/** Shows what the reports of a file say, and keeps nothing. */
export async function analyseIntake(intake: Intake, knowledge: Knowledge): Promise<AnalysesAnswer> {
  const outcomes: AnalysesAnswer['outcomes'][number][] = [];
  let left = 0;
  for await (const outcome of outcomesOf(intake)) {
    if (outcomes.length >= MOST_ANALYSES) left++;
    else if (outcome.kind === 'refused') outcomes.push(outcome);
    else {
      const analysis = analyse(outcome.report, knowledge);
      const messages = [...outcome.messages, ...analysis.messages];
      outcomes.push({ kind: 'analysis', where: intake.name, analysis: { ...analysis, messages } });
      await breathe();
    }
  }
  return { outcomes, left };
}

/** Records the reports of a file; what a report says is stored with it. */
export async function recordIntake(
  intake: Intake,
  knowledge: Knowledge,
  ledger: Ledger,
  now: () => string,
): Promise<RecordedAnswer> {
  const outcomes: RecordedAnswer['outcomes'][number][] = [];
  for await (const outcome of outcomesOf(intake)) {
    if (outcome.kind === 'refused') {
      outcomes.push(outcome);
      continue;
    }
    const { report, messages } = outcome;
    const coding = codeReport(report, knowledge);
    const [added] = ledger.add([{ report, messages, coding }], now());
    outcomes.push({
      kind: 'recorded',
      outcome: added!,
      report: headOf(report),
      messages: [...messages, ...coding.messages],
    });
    await breathe();
  }
  return { outcomes };
}

function outcomesOf({ name, bytes, options }: Intake): ReturnType<typeof readReports> {
  return readReports({ name, stream: Readable.from([bytes]) }, options);
}

/** Lets other requests have their turn between reports. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
