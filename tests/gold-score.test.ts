import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ScoredAnalysis, ScoredClaim } from '../benchmarks/gold.ts';
import { type AnnotatedDocument, documentsLines, scoreDocuments } from '../benchmarks/gold-documents.ts';
import { scoreSeed, seedLines } from '../benchmarks/gold-seed.ts';
import {
  DOCUMENT_FILE,
  documentAnalysis,
  documentGold,
  SEED_FILE,
  seedAnalysis,
  seedGold,
} from './gold/made-up.ts';

describe('a report annotated record by record', () => {
  const score = scoreSeed(seedGold, SEED_FILE, seedAnalysis);

  test('counts what is found, right and whole', () => {
    expect(seedLines(score)).toEqual([
      'seed: core records 4, found 3 (75.0%)',
      '  status     right 3/4 (75.0%)',
      '  actors     right 3/4 (75.0%)',
      '  recipients right 3/4 (75.0%)',
      '  identity   right 2/4 (50.0%)',
      '  source     right 3/4 (75.0%)',
      '  when       right 3/4 (75.0%)',
      '  type       right 2/4 (50.0%)',
      '  whole (all of these) 2/4 (50.0%)',
      '  claims 5, matching no record 2',
      '  picture: encounters 1/2, channels 1/4, issues 1/2, expectations listed 2 (gold 1)',
    ]);
  });

  test('tells record by record what is wrong, and which claims match none', () => {
    expect(score.rows.map(([id, , fields]) => `${id} ${fields}`)).toEqual([
      'R1 status actors recipients identity source when type',
      'R2 status actors recipients identity source when type',
      'R3 status actors recipients IDENTITY! source when TYPE!',
      'R4 MISSED',
      'R5 MISSED',
      'extra planned',
      'extra happened',
    ]);
    expect(score.warnings).toEqual([]);
  });

  test('a word that the gold does not know is an error, never a miss', () => {
    const records = seedGold.records.map((record) => ({ ...record, modality: 'certain' }));
    expect(() => scoreSeed({ ...seedGold, records }, SEED_FILE, seedAnalysis)).toThrow('"certain"');
  });
});

describe('annotated documents', () => {
  const document = { gold: documentGold, raw: DOCUMENT_FILE, analysis: documentAnalysis };

  test('counts encounters, statements and events', () => {
    expect(documentsLines(scoreDocuments([document]))).toEqual([
      'documents 1',
      'encounters        P 100.0 R 66.7 F1 80.0 | state right 1/2, dates right 1/2',
      'statements        P 50.0 R 50.0 F1 50.0',
      'events            P 50.0 R 50.0 F1 50.0',
      'events, any type  P 100.0 R 100.0 F1 100.0',
    ]);
  });

  test('says so where the text of a report is not in the annotated file', () => {
    const analysis = { ...documentAnalysis, report: { text: 'Another text.' } };
    expect(scoreDocuments([{ ...document, analysis }]).warnings).toHaveLength(1);
  });

  test('nothing given and nothing to find is no division by zero', () => {
    const gold = { doc: 'empty.txt', encounters: [], statements: [], events: [] };
    const analysis = { ...documentAnalysis, claims: [], encounters: [] };
    expect(documentsLines(scoreDocuments([{ gold, raw: DOCUMENT_FILE, analysis }]))[2]).toBe(
      'statements        P 0.0 R 0.0 F1 0.0',
    );
  });
});

const scorer = join(import.meta.dirname, '../../shared/score/gold_score.py');
const hasReference = existsSync(scorer) && spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasReference)('the reference scorer in Python says the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-gold-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the reference prints for gold files and analyses, a line each. */
  function reference(name: string, files: Readonly<Record<string, string>>, analyses: readonly unknown[]) {
    const here = join(folder, name);
    mkdirSync(here);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(here, file), text);
    const lines = join(here, 'analyses.jsonl');
    writeFileSync(lines, analyses.map((analysis) => `${JSON.stringify(analysis)}\n`).join(''));
    const gold = existsSync(join(here, 'gold.json')) ? join(here, 'gold.json') : here;
    const { stdout, stderr } = spawnSync('python3', [scorer, gold, '--analyses', lines], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return stdout.trimEnd().split('\n');
  }

  test('of the seed', () => {
    const analyses = [seedAnalysis, ...fc.sample(wrongSeed, { numRuns: 20, seed: 2 })];
    for (const [at, analysis] of analyses.entries()) {
      const files = { 'report.txt': SEED_FILE, 'gold.json': JSON.stringify(seedGold) };
      const lines = seedLines(scoreSeed(seedGold, SEED_FILE, analysis));
      expectSameLines(lines, reference(`seed-${at}`, files, [analysis]));
    }
  });

  test('of documents', () => {
    const analyses = [documentAnalysis, ...fc.sample(wrongDocument, { numRuns: 60, seed: 2 })];
    const documents: AnnotatedDocument[] = analyses.map((analysis, at) => ({
      gold: { ...documentGold, doc: `${at}.txt` },
      raw: DOCUMENT_FILE,
      analysis: { ...analysis, file: `${at}.txt` },
    }));
    const files = Object.fromEntries(
      documents.flatMap(({ gold }) => [
        [gold.doc, DOCUMENT_FILE],
        [`${gold.doc}.gold.json`, JSON.stringify(gold)],
      ]),
    );
    for (const [at, document] of documents.entries()) {
      const { doc } = document.gold;
      const one = { [doc]: files[doc]!, [`${doc}.gold.json`]: files[`${doc}.gold.json`]! };
      if (at < 10)
        expectSameLines(
          documentsLines(scoreDocuments([document])),
          reference(`one-${at}`, one, [document.analysis]),
        );
    }
    const all = documents.map(({ analysis }) => analysis);
    expectSameLines(documentsLines(scoreDocuments(documents)), reference('all', files, all));
  });
});

/** The same words; figures may differ by a rounding of the last place. */
function expectSameLines(ours: readonly string[], theirs: readonly string[]): void {
  const number = /\d+(?:\.\d+)?/g;
  const words = (lines: readonly string[]) => lines.map((line) => line.replace(number, '#'));
  const figures = (lines: readonly string[]) => lines.join(' ').match(number)!.map(Number);
  expect(words(ours)).toEqual(words(theirs));
  const expected = figures(theirs);
  for (const [at, figure] of figures(ours).entries()) {
    expect(Math.abs(figure - expected[at]!), theirs.join('\n')).toBeLessThan(0.11);
  }
}

const day = fc.constantFrom(null, '2031-05-05', '2031-05-08', '2031-05-09', '2031-06-01', '2031-06-30');
const when = fc.record({ beginMin: day, beginMax: day, endMin: day, endMax: day });
const party = fc.constantFrom('RUR', 'PER', 'CHL', null).map((country) => ({ name: 'Xi', country }));

/** An analysis with its parts changed at random: other spans, parties, days, sources. */
function changed({ report, claims, encounters, ...rest }: ScoredAnalysis): fc.Arbitrary<ScoredAnalysis> {
  const span = fc
    .tuple(fc.nat(report.text.length - 1), fc.integer({ min: 1, max: 70 }))
    .map(([start, length]) => ({ start, end: Math.min(report.text.length, start + length) }));
  const source = fc.record({
    kind: fc.constantFrom('narrator', 'named-official', 'analysts', 'public'),
    asWritten: fc.constantFrom('Ana Cruz', 'Ruritania', 'traders'),
    contentSpan: fc.option(span),
  });
  const parties = fc.uniqueArray(party, { maxLength: 2, selector: ({ country }) => country });
  const claim: fc.Arbitrary<ScoredClaim> = fc.constantFrom(...claims).chain((base) => {
    const status = fc.constantFrom(base.status, 'possible', 'ongoing');
    const polarity = fc.constantFrom('positive', 'negative');
    const recipients = fc.array(party, { maxLength: 1 });
    return fc
      .record({ span, trigger: span, actors: parties, recipients, source, status, polarity, when })
      .chain((other) => fc.constantFrom(base, { ...base, ...other }));
  });
  const state = fc.constantFrom('held', 'planned', 'possible', 'proposed', 'called-off');
  const encounter = fc.record({ state, participants: parties, when, evidence: fc.array(span) });
  return fc.record({
    file: fc.constant('report.txt'),
    report: fc.constant(report),
    claims: fc.array(claim, { maxLength: 8 }),
    encounters: fc.array(fc.oneof(fc.constantFrom(...encounters), encounter), { maxLength: 4 }),
    channels: fc.constant(rest.channels),
    issues: fc.constant(rest.issues),
    expectations: fc.constant(rest.expectations),
  });
}

const wrongSeed = changed(seedAnalysis);
const wrongDocument = changed(documentAnalysis);
