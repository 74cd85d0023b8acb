import { readReports } from '../src/read/read-reports.ts';
import type { Report } from '../src/report.ts';

/** The one report of a file; ends the program with a line where there is none. */
export async function readOne(path: string): Promise<Report> {
  for await (const outcome of readReports({ path }, {})) {
    if (outcome.kind === 'report') return outcome.report;
    process.stderr.write(`Cannot read ${outcome.where}: ${outcome.reason}\n`);
    process.exit(1);
  }
  process.stderr.write(`Cannot read ${path}: there is no report in it\n`);
  process.exit(1);
}
