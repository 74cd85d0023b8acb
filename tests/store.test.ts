import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { Claim, ClaimActor } from '../src/claims/claim.ts';
import { identify } from '../src/identity.ts';
import type { Dyad } from '../src/relations/dyad.ts';
import type { Report } from '../src/report.ts';
import { Ledger } from '../src/store/ledger.ts';
import type { Entry } from '../src/store/records.ts';
import { APPLICATION_ID, MIGRATIONS } from '../src/store/schema.ts';
import { toSearchQuery } from '../src/store/search-query.ts';

const folder = mkdtempSync(join(tmpdir(), 'detente-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = '2024-07-01T10:00:00.000Z';
let made = 0;

function newPath(): string {
  return join(folder, `${made++}.ledger`);
}

function report(publishedOn: string, text: string, more: Partial<Report> = {}): Report {
  const id = identify({ publishedOn, text });
  return {
    id,
    publishedOn,
    text,
    language: 'en',
    origin: { readFrom: { file: 'a.jsonl', line: 1 } },
    ...more,
  };
}

function actor(country: string): ClaimActor {
  return { id: country, kind: 'state', name: country, country, span: { start: 0, end: 1 } };
}

function claim(of: Report, actors: readonly string[], recipients: readonly string[], ordinal = 0): Claim {
  const span = { start: 0, end: of.text.length };
  return {
    id: identify([of.id, ordinal]),
    reportId: of.id,
    kind: 'event',
    type: 'CONSULT',
    contexts: [],
    issues: [],
    span,
    trigger: { start: 0, end: 1 },
    actors: actors.map(actor),
    recipients: recipients.map(actor),
    when: {
      beginMin: null,
      beginMax: null,
      endMin: null,
      endMax: of.publishedOn,
      certainty: 'implied',
      rule: 'x',
    },
    status: 'happened',
    polarity: 'positive',
    source: {
      kind: 'narrator',
      asWritten: null,
      sourceSpan: null,
      cueSpan: null,
      contentSpan: null,
      quoted: 'none',
      saidOn: null,
      via: [],
    },
    evidence: [span],
    rules: [],
    coder: 'detente@0',
  };
}

function entry(of: Report, claims: readonly Claim[] = [], coder = 'detente@0'): Entry {
  const coverage = { sentences: 1, withClaims: claims.length, withoutClaims: 0 };
  const messages = [
    { rule: 'time/some-rule', severity: 'note' as const, text: 'so', span: { start: 0, end: 2 } },
  ];
  return {
    report: of,
    messages: [{ rule: 'read/some-rule', severity: 'warning', text: 'look' }],
    coding: { coder, claims, references: [], messages, coverage },
  };
}

const one = report('2023-06-16', 'The balloon crossed the Pacific.', {
  title: 'The balloon',
  titleEnd: 11,
  publisher: 'Herald',
  publisherCountry: 'CHN',
  url: 'https://example.org',
  licence: 'CC0',
});
const two = report('2023-06-18', 'Wang Yi met Blinken in Zürich.');
const three = report('2023-06-20', 'Nothing of note.');

describe('adding', () => {
  test('what was added comes back the same', () => {
    const ledger = Ledger.open(newPath(), { create: true });
    const coded = entry(one, [claim(one, ['USA'], ['CHN'])]);
    expect(ledger.add([coded], AT)).toEqual(['added']);
    expect(ledger.report(one.id)).toEqual({
      report: one,
      recordedAt: AT,
      withdrawn: null,
      copyOf: null,
      coder: 'detente@0',
      coverage: coded.coding.coverage,
      messages: [...coded.messages, ...coded.coding.messages],
      claims: coded.coding.claims,
    });
    expect(ledger.claim(coded.coding.claims[0]!.id)).toEqual({
      claim: coded.coding.claims[0],
      report: one,
      withdrawn: null,
    });
    ledger.close();
  });

  test('any text comes back the same', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const odd = report('2023-06-16', text);
        ledger.add([entry(odd)], AT);
        expect(ledger.report(odd.id)!.report).toEqual(odd);
      }),
    );
    ledger.close();
  });

  test('adding twice changes nothing; a new coder adds its reading beside the old', () => {
    const path = newPath();
    const ledger = Ledger.open(path, { create: true });
    const old = claim(one, ['USA'], ['CHN']);
    const fresh = claim(one, ['USA'], ['JPN'], 1);
    ledger.add([entry(one, [old])], AT);
    const before = ledger.counts();
    expect(ledger.add([entry(one, [old]), entry(one, [old])], '2025-01-01T00:00:00.000Z')).toEqual([
      'known',
      'known',
    ]);
    expect(ledger.counts()).toEqual(before);
    expect(ledger.add([entry(one, [fresh], 'detente@1')], AT)).toEqual(['recoded']);
    expect(ledger.report(one.id)!.claims).toEqual([fresh]);
    expect(ledger.claim(old.id)!.claim).toEqual(old);
    expect(ledger.dyads().map(({ sides }) => sides)).toEqual([['JPN', 'USA']]);
    expect([ledger.has(one.id, 'detente@0'), ledger.has(one.id, 'detente@2')]).toEqual([true, false]);
    ledger.close();
  });

  test('a batch is stored whole or not at all', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    const twice = claim(two, ['USA'], ['CHN']);
    expect(() => ledger.add([entry(one), entry(two, [twice, twice])], AT)).toThrow();
    expect(ledger.counts().reports).toBe(0);
    ledger.close();
  });
});

describe('questions', () => {
  const ledger = Ledger.open(':memory:', { create: true });
  const aboutOne = [claim(one, ['USA'], ['CHN']), claim(one, ['CHN', 'USA'], [], 1)];
  const aboutTwo = [claim(two, ['CHN'], []), claim(two, ['USA'], ['JPN'], 1)];
  ledger.add([entry(two, aboutTwo), entry(one, aboutOne), entry(three)], AT);

  test('reports by day, up to a day', () => {
    expect(ledger.reports().map(({ id, claims }) => [id, claims])).toEqual([
      [one.id, 2],
      [two.id, 2],
      [three.id, 0],
    ]);
    expect(ledger.reports('2023-06-17').map(({ id }) => id)).toEqual([one.id]);
  });

  test('coded reports of a pair: both countries speak or are spoken of', () => {
    expect(ledger.codedReports(['CHN', 'USA'], '2023-06-30')).toEqual([
      { report: one, claims: aboutOne, references: [] },
      { report: two, claims: aboutTwo, references: [] },
    ]);
    expect(ledger.codedReports(['CHN', 'USA'], '2023-06-17')).toHaveLength(1);
    expect(ledger.codedReports(['CHN', 'FRA'], '2023-06-30')).toEqual([]);
  });

  test('dyads count claims that hold both, once each', () => {
    expect(ledger.dyads()).toEqual([
      { sides: ['CHN', 'USA'], reports: 1, claims: 2 },
      { sides: ['JPN', 'USA'], reports: 1, claims: 1 },
    ]);
  });

  test('search folds accents, takes phrases, beginnings and hostile words', () => {
    const found = (words: string, asOf?: string) =>
      ledger.search(words, asOf === undefined ? {} : { asOf }).map(({ id }) => id);
    expect(found('zurich')).toEqual([two.id]);
    expect(found('"Wang Yi"')).toEqual([two.id]);
    expect(found('"Yi Wang"')).toEqual([]);
    expect(found('ball*')).toEqual([one.id]);
    expect(found('ball*', '2023-06-15')).toEqual([]);
    expect(found('balloon pacific')).toEqual([one.id]);
    for (const hostile of ['', '"', '* OR', 'NEAR(', 'text:x', "'; DROP TABLE reports", '()^-+']) {
      expect([hostile, found(hostile)]).toEqual([hostile, []]);
    }
    expect(ledger.search('balloon')[0]!.snippet).toContain('\u0002balloon\u0003');
  });

  test('short ids name one claim', () => {
    for (const { id } of [...aboutOne, ...aboutTwo]) {
      expect(ledger.claimIds(ledger.shortClaimId(id))).toEqual([id]);
    }
    expect(ledger.reportIds(one.id.slice(0, 6))).toEqual([one.id]);
    expect(ledger.claim('0000000000000000')).toBeNull();
    expect(ledger.report('0000000000000000')).toBeNull();
  });

  test('counts', () => {
    expect(ledger.counts()).toEqual({
      reports: 3,
      withdrawn: 0,
      publishers: 1,
      claims: 4,
      firstDay: '2023-06-16',
      lastDay: '2023-06-20',
    });
    expect(ledger.lastDay()).toBe('2023-06-20');
  });
});

test('a query of any words runs', () => {
  const ledger = Ledger.open(':memory:', { create: true });
  ledger.add([entry(one)], AT);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(ledger.search(words).length).toBeLessThanOrEqual(1);
    }),
  );
  expect(toSearchQuery('balloon "Wang Yi" semicond*')).toBe('"balloon" "Wang Yi" "semicond"*');
  ledger.close();
});

describe('withdrawing', () => {
  test('a report stays readable and no longer counts', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    ledger.add([entry(one, [claim(one, ['USA'], ['CHN'])]), entry(two, [claim(two, ['USA'], ['CHN'])])], AT);
    const word = { reason: 'retracted', by: 'A. Analyst', recordedAt: AT };
    expect(ledger.correct({ action: 'withdraw', report: two.id, claim: null, ...word })).toBe(true);
    expect(
      ledger.correct({ action: 'withdraw', report: two.id, claim: null, ...word, reason: 'again' }),
    ).toBe(false);
    expect(ledger.report(two.id)!.withdrawn).toEqual(word);
    expect(ledger.codedReports(['CHN', 'USA'], '2023-06-30').map((coded) => coded.report.id)).toEqual([
      one.id,
    ]);
    expect(ledger.dyads()).toEqual([{ sides: ['CHN', 'USA'], reports: 1, claims: 1 }]);
    expect(ledger.lastDay()).toBe('2023-06-16');
    expect(ledger.counts()).toMatchObject({ reports: 2, withdrawn: 1, claims: 1 });
    expect(ledger.search('Blinken')).toMatchObject([{ id: two.id, withdrawn: true }]);
    ledger.close();
  });

  test('words that refer back come with the latest coding, and go with a withdrawn report', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    const about = claim(one, ['USA'], ['CHN']);
    const words = (id: string) => {
      const { kind: _, contexts: __, issues: ___, source: ____, ...reference } = about;
      return { ...reference, id };
    };
    const read = (coder: string, ids: readonly string[]): Entry => {
      const { coding, ...rest } = entry(one, [about], coder);
      return { ...rest, coding: { ...coding, references: ids.map(words) } };
    };
    const referring = () =>
      ledger
        .codedReports(['CHN', 'USA'], '2023-06-30')
        .map(({ references }) => references.map(({ id }) => id));
    ledger.add([read('detente@1', ['a', 'b'])], AT);
    expect(referring()).toEqual([['a', 'b']]);
    ledger.add([read('detente@2', ['c'])], AT);
    expect(referring()).toEqual([['c']]);
    ledger.correct({
      action: 'withdraw',
      report: one.id,
      claim: null,
      reason: 'x',
      by: null,
      recordedAt: AT,
    });
    expect(referring()).toEqual([]);
    ledger.close();
  });

  test('a claim alone can be withdrawn', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    const claims = [claim(one, ['USA'], ['CHN']), claim(one, ['CHN'], ['USA'], 1)];
    ledger.add([entry(one, claims)], AT);
    ledger.correct({
      action: 'withdraw',
      report: one.id,
      claim: claims[0]!.id,
      reason: 'misread',
      by: null,
      recordedAt: AT,
    });
    expect(ledger.codedReports(['CHN', 'USA'], '2023-06-30')).toEqual([
      { report: one, claims: [claims[1]], references: [] },
    ]);
    expect(ledger.claim(claims[0]!.id)!.withdrawn).toMatchObject({ reason: 'misread' });
    expect(ledger.report(one.id)!.withdrawn).toBeNull();
    ledger.close();
  });
});

describe('corrections', () => {
  const word = { reason: 'as the ministry has it', by: null, recordedAt: AT };
  const claims = [claim(one, ['USA'], ['CHN']), claim(one, ['CHN'], ['USA'], 1)];
  const [a, b] = claims.map(({ id }) => id) as [string, string];

  test('are read back in the order in which they were said', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    ledger.add([entry(one, claims)], AT);
    const pair = [a, b].sort() as [string, string];
    const said = [
      {
        action: 'change',
        claim: a,
        change: { status: 'planned', days: ['2023-06-18', '2023-06-19'] },
        ...word,
      },
      { action: 'same', claims: pair, ...word },
      { action: 'apart', claims: pair, ...word, by: 'B. Analyst' },
      { action: 'withdraw', report: one.id, claim: b, ...word },
    ] as const;
    for (const correction of said) expect(ledger.correct(correction)).toBe(true);
    expect(ledger.corrections()).toEqual(said);
    ledger.close();
  });

  test('said again change nothing; the last word on a pair counts, named in either order', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    ledger.add([entry(one, claims)], AT);
    const said = (action: 'same' | 'apart', ...pair: [string, string]) =>
      ledger.correct({ action, claims: pair, ...word });
    expect([said('same', a, b), said('same', b, a), said('apart', b, a), said('same', a, b)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    ledger.close();
  });

  test('of what is not in the ledger are refused', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    const lost = { action: 'withdraw', report: '0123456789abcdef', claim: null, ...word } as const;
    expect(() => ledger.correct(lost)).toThrow('a report or a claim of this ledger');
    ledger.close();
  });
});

test('a picture is drawn anew for what is recorded of its two countries, and not for others', () => {
  const ledger = Ledger.open(':memory:', { create: true });
  ledger.add([entry(one, [claim(one, ['USA'], ['CHN'])])], AT);
  let drawn = 0;
  const picture = () =>
    ledger.picture(['CHN', 'USA'], '2023-06-30', 'x', () => ({ drawn: ++drawn }) as unknown as Dyad);
  expect(picture()).toEqual({ drawn: 1 });
  ledger.add([entry(two, [claim(two, ['FRA'], ['CHN'])])], AT);
  expect(picture()).toEqual({ drawn: 1 });
  const three = report('2023-06-21', 'France and the United States spoke of China.');
  ledger.add([entry(three, [claim(three, ['FRA'], ['USA']), claim(three, ['FRA'], ['CHN'], 1)])], AT);
  expect(picture()).toEqual({ drawn: 2 });
  // A better coder no longer finds the two: what it read before no longer counts.
  const again = entry(one, []);
  ledger.add([{ ...again, coding: { ...again.coding, coder: 'detente@1' } }], AT);
  expect(picture()).toEqual({ drawn: 3 });
  ledger.close();
});

test('pictures are kept until something is recorded, and come back the same when dropped', () => {
  const path = newPath();
  const ledger = Ledger.open(path, { create: true });
  ledger.add([entry(one, [claim(one, ['USA'], ['CHN'])])], AT);
  let drawn = 0;
  const draw = () => ({ asOf: '2023-06-30', drawn: ++drawn }) as unknown as Dyad;
  const picture = () => ledger.picture(['CHN', 'USA'], '2023-06-30', 'detente@0', draw);
  expect([picture(), picture()]).toEqual([
    { asOf: '2023-06-30', drawn: 1 },
    { asOf: '2023-06-30', drawn: 1 },
  ]);
  ledger.correct({ action: 'withdraw', report: one.id, claim: null, reason: 'x', by: null, recordedAt: AT });
  expect(picture()).toMatchObject({ drawn: 2 });
  new Database(path).exec('DELETE FROM pictures');
  expect(picture()).toMatchObject({ drawn: 3 });
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  expect(ledger.picture(['CHN', 'USA'], '2023-06-29', 'detente@0', draw)).toMatchObject({ drawn: 4 });
  other.close();
  ledger.close();
});

const WIRE =
  'The ministers of trade of the two coasts met in the old harbour on Tuesday and spoke for six hours about the' +
  ' price of grain, the tolls of the canal and the fate of eleven ships that lie at anchor since the spring.';
const wire = report('2024-06-04', WIRE, { publisher: 'Delta Press', url: 'https://example.org/1' });
const reprint = report('2024-06-05', `From our correspondent. ${WIRE}`, { publisher: 'Herald' });
const longer = report('2024-06-06', `From our correspondent. ${WIRE} Nobody spoke to the press.`);
const corrected = report('2024-06-04', WIRE.replace('eleven', '12'), {
  url: 'https://example.org/1',
});
const again = report('2024-06-09', WIRE.toUpperCase());
const apart = report('2024-06-05', WIRE.replace('harbour', 'castle').replace('Tuesday', 'Friday the 7th'));

describe('near copies', () => {
  test('a near copy is kept in full and marked', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    expect(ledger.record([entry(wire), entry(reprint), entry(wire), entry(one)], AT)).toEqual([
      { outcome: 'added', isNearCopy: false },
      { outcome: 'added', isNearCopy: true },
      { outcome: 'known', isNearCopy: false },
      { outcome: 'added', isNearCopy: false },
    ]);
    const stored = ledger.report(reprint.id)!;
    expect(stored.report).toEqual(reprint);
    expect(stored.copyOf).toEqual({ id: wire.id, similarity: 43 / 52 });
    expect(stored.messages.at(-1)).toEqual({
      rule: 'store/near-copy',
      severity: 'note',
      text: `a near copy of report ${wire.id} of 2024-06-04: 82 % of their runs of four words are shared`,
    });
    expect(ledger.nearCopy(reprint.id)).toEqual({
      copyOf: stored.copyOf,
      message: stored.messages.at(-1),
    });
    expect([ledger.report(wire.id)!.copyOf, ledger.nearCopy(wire.id), ledger.nearCopy('none')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(ledger.reports().map(({ id, copyOf }) => [id, copyOf?.id])).toEqual([
      [one.id, undefined],
      [wire.id, undefined],
      [reprint.id, wire.id],
    ]);
    ledger.close();
  });

  test('another text at the same address is another version', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    ledger.add([entry(wire), entry(corrected)], AT);
    const [first, second] = [wire.id, corrected.id].sort();
    expect(ledger.report(second!)).toMatchObject({ copyOf: { id: first } });
    expect(ledger.report(second!)!.messages.map(({ rule }) => rule)).toContain('store/other-version');
    expect(ledger.report(first!)!.copyOf).toBeNull();
    ledger.close();
  });

  test('the marks are the same in whatever order the reports came', () => {
    const all = [wire, reprint, longer, corrected, again, apart, one, two];
    const marksOf = (order: readonly Report[]) => {
      const ledger = Ledger.open(':memory:', { create: true });
      for (const some of order) ledger.add([entry(some)], AT);
      const marks = Object.fromEntries(ledger.reports().map(({ id, copyOf }) => [id, copyOf]));
      for (const { id, copyOf } of ledger.latestReports('2025-01-01', 20, null)) {
        expect([id, copyOf]).toEqual([id, marks[id]]);
        expect(ledger.report(id)!.copyOf).toEqual(marks[id]);
      }
      ledger.close();
      return marks;
    };
    const marks = marksOf(all);
    const [first] = [wire.id, corrected.id].sort();
    expect([reprint, longer, again].map(({ id }) => marks[id]?.id)).toEqual([first, first, first]);
    expect([apart, one, two].map(({ id }) => marks[id])).toEqual([null, null, null]);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(marksOf(order)).toEqual(marks);
      }),
    );
  });

  test('a flood of one text leaves the keys of one', () => {
    const path = newPath();
    const ledger = Ledger.open(path, { create: true });
    const days = Array.from({ length: 200 }, (_, at) => `2${String(at).padStart(3, '0')}-01-01`);
    ledger.add(
      days.map((day) => entry(report(day, WIRE))),
      AT,
    );
    expect(ledger.reports().filter(({ copyOf }) => copyOf?.similarity === 1)).toHaveLength(199);
    const raw = new Database(path, { readonly: true });
    const count = (table: string) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect([count('fingerprints'), count('fingerprint_keys'), count('copies')]).toEqual([200, 6, 398]);
    raw.close();
    ledger.close();
  });

  test('reports for a picture name the first that they copy, with its publisher', () => {
    const ledger = Ledger.open(':memory:', { create: true });
    const first = { ...wire, publisher: 'Harbor Wire' };
    ledger.add(
      [first, reprint].map((of) => entry(of, [claim(of, ['USA'], ['CHN'])])),
      AT,
    );
    const coded = ledger.codedReports(['CHN', 'USA'], '2030-01-01');
    expect(coded.map(({ report: { copyOf } }) => copyOf)).toEqual([
      undefined,
      { id: wire.id, publisher: 'Harbor Wire' },
    ]);
    ledger.close();
  });

  test('a ledger of the second version learns which reports name which two countries', () => {
    const path = newPath();
    const older = Ledger.open(path, { create: true });
    older.add([entry(one, [claim(one, ['USA'], ['CHN'])])], AT);
    older.close();
    const raw = new Database(path);
    raw.exec(
      'DROP TABLE dyad_codings; ALTER TABLE corrections DROP COLUMN other; ALTER TABLE corrections DROP COLUMN change; ' +
        'ALTER TABLE codings DROP COLUMN refers_back',
    );
    raw.pragma('user_version = 2');
    raw.close();
    Ledger.open(path).close();
    const opened = new Database(path, { readonly: true });
    expect(opened.prepare('SELECT * FROM dyad_codings').all()).toEqual([
      { side_a: 'CHN', side_b: 'USA', coding: 1 },
    ]);
    opened.close();
  });

  test('a ledger of the first version is looked through when it is opened', () => {
    const path = newPath();
    const raw = new Database(path);
    raw.exec(MIGRATIONS[0]!);
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    raw.pragma('user_version = 1');
    for (const { id, publishedOn, text } of [reprint, one, wire]) {
      raw
        .prepare(
          "INSERT INTO reports (id, published_on, text, language, origin, recorded_at) VALUES (?, ?, ?, 'en', '{}', ?)",
        )
        .run(id, publishedOn, text, AT);
    }
    raw.close();
    const ledger = Ledger.open(path);
    expect(ledger.reports().map(({ id, copyOf }) => [id, copyOf?.id])).toEqual([
      [one.id, undefined],
      [wire.id, undefined],
      [reprint.id, wire.id],
    ]);
    ledger.close();
  });
});

describe('the file', () => {
  test('nothing recorded can be changed or deleted', () => {
    const path = newPath();
    const ledger = Ledger.open(path, { create: true });
    ledger.add([entry(one, [claim(one, ['USA'], ['CHN'])])], AT);
    ledger.correct({
      action: 'withdraw',
      report: one.id,
      claim: null,
      reason: 'x',
      by: null,
      recordedAt: AT,
    });
    ledger.add([entry(wire), entry(reprint)], AT);
    const raw = new Database(path);
    const columns = {
      reports: 'seq',
      codings: 'seq',
      claims: 'seq',
      claim_countries: 'country',
      messages: 'seq',
      corrections: 'seq',
      fingerprints: 'report',
      fingerprint_keys: 'key',
      copies: 'similarity',
    };
    for (const [table, column] of Object.entries(columns)) {
      expect(() => raw.exec(`DELETE FROM ${table}`)).toThrow('append-only');
      expect(() => raw.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow('append-only');
    }
    raw.close();
    ledger.close();
  });

  test('one reads while another writes', () => {
    const path = newPath();
    const writer = Ledger.open(path, { create: true });
    writer.add([entry(one)], AT);
    const raw = new Database(path);
    raw.exec('BEGIN IMMEDIATE');
    const reader = Ledger.open(path);
    expect(reader.counts().reports).toBe(1);
    raw.exec('COMMIT');
    writer.add([entry(two)], AT);
    expect(reader.counts().reports).toBe(2);
    for (const opened of [raw, reader, writer]) opened.close();
  });

  test('a missing, a foreign and a newer file are told apart', () => {
    expect(() => Ledger.open(join(folder, 'none.ledger'))).toThrow(
      expect.objectContaining({ kind: 'missing' }),
    );
    const text = newPath();
    writeFileSync(
      text,
      'This is not a database, though it is long enough to be looked at as one. '.repeat(20),
    );
    expect(() => Ledger.open(text)).toThrow(expect.objectContaining({ kind: 'foreign' }));
    const foreign = newPath();
    new Database(foreign).exec('CREATE TABLE t (x)').close();
    expect(() => Ledger.open(foreign, { create: true })).toThrow(
      expect.objectContaining({ kind: 'foreign' }),
    );
    const newer = newPath();
    Ledger.open(newer, { create: true }).close();
    const raw = new Database(newer);
    raw.pragma('user_version = 99');
    raw.close();
    expect(() => Ledger.open(newer)).toThrow(expect.objectContaining({ kind: 'newer' }));
  });
});
