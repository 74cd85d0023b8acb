import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type BadRow, judgeBad, readBadTable } from '../benchmarks/judge-bad.ts';
import { loadKnowledge } from '../src/knowledge.ts';

const kept = join(import.meta.dirname, 'bad');
const folder = mkdtempSync(join(tmpdir(), 'detente-bad-'));
afterAll(() => rmSync(folder, { recursive: true }));

const STORY =
  'Norwegian Foreign Minister Espen Barth Eide met Chilean Foreign Minister Alberto van Klaveren in Oslo on Tuesday.';
const dated = (text: string) => ` date 2024-03-12 ${text}`;

/** Files of bytes that editors and version control would change, or that are large. */
const GENERATED: Readonly<Record<string, string | Uint8Array>> = {
  '07_bom_crlf.txt': `\ufeff${dated(STORY)}\r\n\r\nThey agreed.\r\n`,
  '08_windows_1254.txt': Buffer.from(
    dated('Foreign Minister Ay\xfee \xc7a\xf0layan met Eide in Oslo \x96 no deal.'),
    'latin1',
  ),
  '10_utf16.txt': Buffer.from(`\ufeff${dated(STORY)}`, 'utf16le'),
  '11_nul_and_controls.txt': dated('Eide\0 met\u0007 Klaveren\u001b[31m in Oslo.\u202e He left.'),
  '12_one_line_200k.txt': dated(`${STORY} `.repeat(1770)),
  '13_no_spaces_1M.txt': dated('n'.repeat(1_000_000)),
  '22_binary_png.txt': Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    Buffer.from(Array.from({ length: 400 }, (_, at) => (at * 89) % 256)),
  ]),
  '33_nested_tags.html': `<html><body>${'<div>'.repeat(60_000)}${STORY}`,
  '34_utf16_without_mark.txt': Buffer.from(dated(STORY), 'utf16le'),
  '35_broken_utf8.txt': Buffer.concat([Buffer.from(dated('Støre møtte Müller i Ålesund')), Buffer.of(0xc3)]),
};

const knowledge = loadKnowledge();
const rows = readBadTable(readFileSync(join(kept, 'expected.tsv'), 'utf8'));

/** The file of a row, in the folder of this run. */
function put({ file }: Pick<BadRow, 'file'>): string {
  const path = join(folder, file);
  const generated = GENERATED[file];
  if (generated !== undefined) writeFileSync(path, generated);
  else if (existsSync(join(kept, file))) copyFileSync(join(kept, file), path);
  else throw new Error(`tests/bad/${file} is missing, and nothing generates it`);
  return path;
}

test.each(rows)('$file: $outcome $note', async (row) => {
  const original = row.outcome.endsWith('duplicate') ? [put({ file: '05_future_date.txt' })] : [];
  expect(await judgeBad(row, put(row), knowledge, original)).toBeNull();
});

test('every generated file has its row', () => {
  const files = new Set(rows.map(({ file }) => file));
  expect(Object.keys(GENERATED).filter((file) => !files.has(file))).toEqual([]);
});

test.each([
  ['read', '', '01_empty.txt', 'not read: there is no text'],
  ['refused', '', '09_mojibake.txt', 'it was read'],
  ['refused', 'names --date', '01_empty.txt', '--date is not named: there is no text'],
  ['read', 'language named', '09_mojibake.txt', 'language en'],
  ['read', 'encoding detected (windows-1250)', '08_windows_1254.txt', 'windows-1250 is not named'],
  ['partly', '', '09_mojibake.txt', 'nothing was refused, or not by its number'],
  ['duplicate', '', '09_mojibake.txt', 'it became a new report'],
])('a wrong outcome would be found: %s %s %s', async (outcome, note, file, problem) => {
  expect(await judgeBad({ file, outcome, note }, put({ file }), knowledge)).toBe(problem);
});
