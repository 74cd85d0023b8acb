import { type Analysis, analyse } from '../../pipeline.ts';
import { EXIT, type ExitCode } from '../failure.ts';
import { type InputOptions, Rejects, readInputs } from '../inputs.ts';
import { loadKnowledgeWith, type OwnOptions, ownTablesOf } from '../own-tables.ts';
import { analysisPage } from '../show/analysis-page.ts';
import type { Terminal } from '../terminal.ts';

interface AnalyseOptions extends InputOptions, OwnOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

export async function analyseCommand(
  files: readonly string[],
  options: AnalyseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const knowledge = loadKnowledgeWith(ownTablesOf(options));
  const rejects = new Rejects(terminal);
  const print = printerOf(options, terminal);
  for await (const { file, outcome } of readInputs(files, options, terminal)) {
    if (outcome.kind === 'refused') {
      rejects.add(outcome.where, outcome.reason);
      continue;
    }
    let analysis: Analysis;
    try {
      analysis = analyse(outcome.report, knowledge);
    } catch (error) {
      rejects.addFault(file, error);
      continue;
    }
    print.one(file, { ...analysis, messages: [...outcome.messages, ...analysis.messages] });
  }
  print.end();
  return rejects.count > 0 ? EXIT.rejected : EXIT.ok;
}

/** How analyses leave the program: text, an array, or one object a line. */
function printerOf(
  { json, jsonl }: AnalyseOptions,
  terminal: Terminal,
): { one(file: string, analysis: Analysis): void; end(): void } {
  let printed = 0;
  if (jsonl) {
    return { one: (file, analysis) => terminal.print(JSON.stringify({ file, ...analysis })), end: () => {} };
  }
  if (json) {
    return {
      one: (file, analysis) =>
        terminal.print(`${printed++ === 0 ? '[' : ','}${JSON.stringify({ file, ...analysis })}`),
      end: () => terminal.print(printed === 0 ? '[]' : ']'),
    };
  }
  return {
    one: (file, analysis) =>
      terminal.print(`${printed++ === 0 ? '' : '\n\n'}${analysisPage(file, analysis, terminal)}`),
    end: () => {},
  };
}
