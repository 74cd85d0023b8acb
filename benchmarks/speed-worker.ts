import { parentPort } from 'node:worker_threads';
import { loadKnowledge } from '../src/knowledge.ts';
import { analyse } from '../src/pipeline.ts';
import type { Report } from '../src/report.ts';

const knowledge = loadKnowledge();
parentPort!.on('message', (reports: readonly Report[]) => {
  for (const report of reports) analyse(report, knowledge);
  parentPort!.postMessage('done');
});
parentPort!.postMessage('ready');
