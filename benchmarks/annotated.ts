import { readFileSync } from 'node:fs';
import { readReports } from '../src/read/read-reports.ts';
import type { Report } from '../src/report.ts';

/** The text that spans of a gold file point into: line ends count as one character, as the scorers read it. */
export function readAnnotated(path: string): string {
  return readFileSync(path, 'utf8').replace(/\r\n?/g, '\n');
}

/** The one report of a file; ends the program with a line where there is none. */
export async function readOne(path: string): Promise<Report> {
  let reason = 'there is no report in it';
  for await (const outcome of readReports({ path })) {
    if (outcome.kind === 'report') return outcome.report;
    reason = outcome.reason;
  }
  process.stderr.write(`Cannot read "${path}": ${reason}\n`);
  process.exit(1);
}
