import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../src/identity.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { readReports } from '../src/read/read-reports.ts';
import type { Correction } from '../src/relations/correction.ts';
import { pictureOf } from '../src/serve/picture-of.ts';
import { Ledger } from '../src/store/ledger.ts';
import type { Entry } from '../src/store/records.ts';

/** Reports of June and July 2023 from the example corpus, in random orders, some of them twice, some withdrawn. */

const knowledge = loadKnowledge();
const AT = '2024-07-01T10:00:00.000Z';
const WORD = { reason: 'tried', by: null, recordedAt: AT };
const entries: Entry[] = [];

beforeAll(async () => {
  for await (const outcome of readReports({ path: 'examples/usa-china/dispatches.jsonl' })) {
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const { report, messages } = outcome;
    if (!/^2023-0[67]/.test(report.publishedOn)) continue;
    entries.push({ report, messages, coding: codeReport(report, knowledge) });
  }
  // A paper that prints another's dispatch, so that copies are among them.
  const { report, coding } = entries[0]!;
  const reprint = { ...report, id: 'f'.repeat(16), publisher: 'Quay Herald', publishedOn: '2023-06-30' };
  const claims = coding.claims.map((claim, at) => ({
    ...claim,
    reportId: reprint.id,
    id: `f${at}`.padEnd(16, '0'),
  }));
  entries.push({ report: reprint, messages: [], coding: { ...coding, claims } });
});

function pictureAfter(order: readonly Entry[], corrections: readonly Correction[]): string {
  const ledger = Ledger.open(':memory:', { create: true });
  for (const entry of order) ledger.add([entry], AT);
  for (const said of corrections) ledger.correct(said);
  const picture = pictureOf(ledger, knowledge, ['CHN', 'USA'], '2023-12-31');
  ledger.close();
  return canonicalJson(picture);
}

test('a thousand orders of arrival, with duplicates and corrections, give the same bytes', () => {
  const claims = entries.flatMap(({ coding }) => coding.claims.map(({ id }) => id));
  const reportIds = entries.map(({ report }) => report.id);
  const pair = fc.shuffledSubarray(claims, { minLength: 2, maxLength: 2 }).map(([a, b]) => [a!, b!] as const);
  const correction: fc.Arbitrary<Correction> = fc.oneof(
    fc
      .constantFrom(...reportIds)
      .map((report) => ({ action: 'withdraw' as const, report, claim: null, ...WORD })),
    fc.tuple(fc.constantFrom('same' as const, 'apart' as const), pair).map(([action, both]) => ({
      action,
      claims: both,
      ...WORD,
    })),
    fc.constantFrom(...claims).map((claim) => ({
      action: 'change' as const,
      claim,
      change: { status: 'planned' as const },
      ...WORD,
    })),
  );
  // Twenty ledgers, each told by fifty orders.
  fc.assert(
    fc.property(
      fc.array(correction, { maxLength: 5 }),
      fc.array(
        fc.tuple(
          fc.shuffledSubarray(entries, { minLength: entries.length }),
          fc.array(fc.constantFrom(...entries), { maxLength: 4 }),
        ),
        { minLength: 50, maxLength: 50 },
      ),
      (corrections, orders) => {
        const expected = pictureAfter(entries, corrections);
        for (const [order, again] of orders)
          expect(pictureAfter([...order, ...again], corrections)).toBe(expected);
      },
    ),
    { numRuns: 20 },
  );
});

test('a report withdrawn leaves the picture that would be without it', () => {
  const [gone, ...kept] = entries;
  const withdrawn: Correction = { action: 'withdraw', report: gone!.report.id, claim: null, ...WORD };
  // The copy of the withdrawn report stays, and is then the first of its words.
  const claimsOf = (text: string): string[] => (JSON.parse(text) as { claims: string[] }).claims;
  expect(claimsOf(pictureAfter(entries, [withdrawn]))).toEqual(claimsOf(pictureAfter(kept, [])));
});
