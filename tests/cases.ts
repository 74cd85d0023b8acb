import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Readable examples under tests/cases/<stage>/*.txt. A file holds cases one after another:
 *
 *     # What the case shows
 *     date: 2023-06-16
 *
 *     The text, one or more lines.
 *
 *     ==>
 *     the expected lines, none where nothing may be found
 *
 * `UPDATE=1 npx vitest run` writes the expectations anew: review that diff as carefully as code. A case
 * without `==>` fails. `xfail: why` marks one that is not
 * solved yet: its expectation is what we want, and the test fails once it is met.
 */
export interface Case {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Null where the file has no expectation yet. */
  readonly expected: readonly string[] | null;
}

function parseCases(source: string): Case[] {
  const blocks = source.replaceAll('\r\n', '\n').split(/^(?=# )/m);
  return blocks.filter((block) => block.startsWith('# ')).map(parseCase);
}

function parseCase(block: string): Case {
  const [before, after] = splitOnce(block, /^==>$/m);
  const lines = before.split('\n');
  const title = lines[0]!.slice(2).trim();
  const headers: Record<string, string> = {};
  let at = 1;
  for (; at < lines.length; at++) {
    const header = /^([a-z]+): (.*)$/.exec(lines[at]!);
    if (header === null) break;
    headers[header[1]!] = header[2]!.trim();
  }
  const text = lines.slice(at).join('\n').trim();
  const expected = after === null ? null : after.split('\n').filter((line) => line.trim() !== '');
  return { title, headers, text, expected };
}

function printCase({ title, headers, text, expected }: Case): string {
  const head = Object.entries(headers).map(([key, value]) => `${key}: ${value}`);
  return `${[`# ${title}`, ...head, '', text, '', '==>', ...(expected ?? [])].join('\n')}\n`;
}

/** Runs every case of a stage; `run` gives the lines that the program gives for a case. */
export function runCases(stage: string, run: (example: Case) => readonly string[]): void {
  const folder = join(import.meta.dirname, 'cases', stage);
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const path = join(folder, file);
    const cases = parseCases(readFileSync(path, 'utf8'));
    if (process.env['UPDATE'] === '1') {
      const updated = cases.map((example) =>
        printCase(example.headers['xfail'] === undefined ? { ...example, expected: run(example) } : example),
      );
      writeFileSync(path, updated.join('\n'));
    }
    describe(`${stage}/${file}`, () => {
      for (const example of process.env['UPDATE'] === '1' ? parseCases(readFileSync(path, 'utf8')) : cases) {
        const check = () => {
          expect(
            example.expected,
            `"${example.title}" has no "==>": run with UPDATE=1, then review`,
          ).not.toBeNull();
          expect(run(example)).toEqual(example.expected);
        };
        if (example.headers['xfail'] === undefined) test(example.title, check);
        else test.fails(`${example.title} (not solved: ${example.headers['xfail']})`, check);
      }
    });
  }
}

function splitOnce(text: string, mark: RegExp): [string, string | null] {
  const match = mark.exec(text);
  return match === null
    ? [text, null]
    : [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}
