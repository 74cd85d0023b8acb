import { expect, test } from 'vitest';
import { readGroup } from '../benchmarks/coreference-groups.ts';
import { type AnsweredGroup, answerGroup } from '../benchmarks/coreference-response.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { wordsOf } from '../src/report.ts';

const knowledge = loadKnowledge();

function answer(source: string): AnsweredGroup {
  return answerGroup(readGroup(source), (report) => codeReport(report, knowledge));
}

/** Groups of words, `arrested = seized` for words of one happening. */
function groupsOf({ marks }: AnsweredGroup, by: ReadonlyMap<string, string>): string[] {
  return [...Map.groupBy(marks, ({ id }) => by.get(id)).values()].map((group) =>
    group.map(({ words }) => words).join(' = '),
  );
}

const TRAWLERS = `# Two trawlers
== 2024-05-06 | Callao Post | PER
Peru [impounded|a] a Chilean trawler on Sunday. Chile [protested|b] to Peru on Monday.

== 2024-05-07 | Maule Gazette | CHL
Peru [seized|a] a trawler of Chile on Sunday. On Monday Peru [seized|c] a second Chilean trawler.
`;

const CALLS = `# A visit and a call
== 2024-03-04 | Nile Herald | EGY
Egypt's foreign minister will [visit|a] Turkey on 10 March.

== 2024-03-11 | Straits Mail | TUR
Egypt's foreign minister [visited|a] Turkey on Sunday. Thunder was heard, and the [journey|a] was long.
`;

test('a group is read with its marks taken out of the text', () => {
  const { title, reports } = readGroup(TRAWLERS);
  expect(title).toBe('Two trawlers');
  expect(
    reports.map(({ report }) => [report.publishedOn, report.publisher, report.publisherCountry]),
  ).toEqual([
    ['2024-05-06', 'Callao Post', 'PER'],
    ['2024-05-07', 'Maule Gazette', 'CHL'],
  ]);
  const [first] = reports;
  expect(first!.report.text).toBe(
    'Peru impounded a Chilean trawler on Sunday. Chile protested to Peru on Monday.',
  );
  expect(first!.marks.map((mark) => [wordsOf(first!.report, mark), mark.happening])).toEqual([
    ['impounded', 'a'],
    ['protested', 'b'],
  ]);
});

test('a line or a mark in another form is refused', () => {
  expect(() => readGroup('Two trawlers\n')).toThrow('no title');
  expect(() => readGroup('# T\n== 6 May 2024 | Post | PER\nText.\n')).toThrow('not "== day');
  expect(() => readGroup('# T\n== 2024-05-06 | Post | PER\nPeru [seized] it.\n')).toThrow(
    'not "[words|letter]"',
  );
});

test('what the program and the baseline take for one', () => {
  const trawlers = answer(TRAWLERS);
  expect(groupsOf(trawlers, trawlers.response)).toEqual(['impounded = seized', 'protested', 'seized']);
  expect(groupsOf(trawlers, trawlers.baseline)).toEqual(['impounded = seized', 'protested', 'seized']);
});

test('a plan and what became of it are one for the program alone, a mark without a claim is one by itself', () => {
  const calls = answer(CALLS);
  expect(groupsOf(calls, calls.response)).toEqual(['visit = visited', 'journey']);
  expect(groupsOf(calls, calls.key)).toEqual(['visit = visited = journey']);
});
