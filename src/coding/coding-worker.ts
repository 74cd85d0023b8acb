import { parentPort, workerData } from 'node:worker_threads';
import { loadKnowledge, type OwnTables } from '../knowledge.ts';
import { codeReport } from '../pipeline.ts';
import type { Report } from '../report.ts';
import type { Coded } from './coded.ts';

/** One thread of `CodingPool`: says that it is ready, then answers every load of reports with what they say. */
const knowledge = loadKnowledge((workerData as OwnTables | null) ?? {});
parentPort!.on('message', (reports: readonly Report[]) => parentPort!.postMessage(reports.map(code)));
parentPort!.postMessage('ready');

function code(report: Report): Coded {
  try {
    return { coding: codeReport(report, knowledge) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
