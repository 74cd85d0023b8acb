import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim, ClaimActor } from '../src/claims/claim.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { codeReport } from '../src/pipeline.ts';
import { contains, type Report } from '../src/report.ts';
import { runCases } from './cases.ts';

const knowledge = loadKnowledge();

function reportOf(text: string, publishedOn: string): Report {
  return { id: 'test', publishedOn, text, language: 'en', origin: {} };
}

/** `CONSULT/visit "visited" happened | Subrahmanyam Jaishankar IND > Australia AUS | 2024-02-08..2024-02-08 | narrator` */
function lineOf(claim: Claim, text: string): string {
  const type = [claim.type ?? claim.kind, claim.mode ?? claim.direction]
    .filter((part) => part !== undefined)
    .join('/');
  const likely = claim.likelihood;
  const real = [
    claim.polarity === 'negative' ? 'not' : '',
    claim.status,
    claim.mood ?? '',
    likely === undefined ? '' : `"${likely.words}" ${likely.low}-${likely.high}`,
  ].filter((part) => part !== '');
  const parties = `${namesOf(claim.actors)} > ${namesOf(claim.recipients)}`;
  const begin = claim.when.beginMin ?? claim.when.beginMax ?? '';
  const end = claim.when.endMax ?? claim.when.endMin ?? '';
  const source =
    claim.source.kind === 'narrator'
      ? 'narrator'
      : `${claim.source.kind} "${claim.source.asWritten}" ${claim.source.quoted}`;
  const issues = claim.issues.filter((issue) => issue !== 'relations-general').join(' ');
  const parts = [
    `${type} "${wordsAt(text, claim)}" ${real.join(' ')}`,
    parties,
    `${begin}..${end}`,
    source,
    issues,
  ];
  return parts.filter((part) => part !== '').join(' | ');
}

function namesOf(actors: readonly ClaimActor[]): string {
  return actors.map(({ name, country }) => `${name} ${country ?? '-'}`).join(', ') || '-';
}

function wordsAt(text: string, { trigger }: Claim): string {
  return text.slice(trigger.start, trigger.end);
}

runCases('claims', ({ text, headers: { date, speaker, url } }) => {
  const report = {
    ...reportOf(text, date!),
    ...(url === undefined ? {} : { url }),
    ...(speaker === undefined ? {} : { origin: { speaker } }),
  };
  const { claims } = codeReport(report, knowledge);
  return claims.map((claim) => lineOf(claim, text));
});

describe('figures of a claim', () => {
  const figuresIn = (text: string): string[] =>
    codeReport(reportOf(text, '2023-06-16'), knowledge).claims.flatMap(({ figures = [] }) =>
      figures.map(({ value, of }) => `${value} ${of}`),
    );

  test.each([
    ['Iran seized two tankers and 23 Indian sailors.', ['2 tanker', '23 sailor']],
    ['Israeli strikes killed 12 people in Lebanon.', ['12 people']],
    ['The United States gave Ukraine $1.5 billion in aid.', ['1500000000 $']],
    ['Russia expelled twenty-four Polish diplomats in 2022.', ['24 diplomat']],
    ['Russia fired 1,200 missiles at Ukraine on 12 May.', ['1200 missile']],
    ['Antony Blinken met Wang Yi for the third time in 2023.', []],
  ])('%s', (text, figures) => {
    expect(figuresIn(text)).toEqual(figures);
  });
});

describe('for any text', () => {
  const names = ['China', 'Russia', 'Blinken', 'US officials', 'Paris', 'he', 'the two countries'];
  const verbs = [
    'met',
    'will visit',
    'refused to talk to',
    'said',
    'condemned',
    'may attack',
    'were at odds over',
  ];
  const rest = [
    'trade',
    'on Sunday',
    'in Geneva',
    '“peace”',
    ', which',
    'that',
    '.',
    'and',
    'if',
    '\n\n',
    '…',
  ];
  const prose = fc
    .array(fc.constantFrom(...names, ...verbs, ...rest), { maxLength: 30 })
    .map((words) => words.join(' '));

  test('spans lie in the text, triggers in their sentence, and a second reading gives the same bytes', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const report = reportOf(text, '2023-06-16');
        const first = codeReport(report, knowledge);
        expect(JSON.stringify(codeReport(report, knowledge))).toBe(JSON.stringify(first));
        for (const { trigger, span, evidence, actors, recipients, source } of first.claims) {
          const spans = [
            trigger,
            span,
            ...evidence,
            ...[...actors, ...recipients].map((actor) => actor.span),
          ];
          for (const { start, end } of spans)
            expect(0 <= start && start < end && end <= text.length).toBe(true);
          expect(evidence.some((sentence) => contains(sentence, trigger))).toBe(true);
          if (source.kind === 'narrator') expect(source.asWritten).toBeNull();
          else if (source.kind !== 'unnamed-sources') expect(source.asWritten).not.toBeNull();
        }
        expect(new Set(first.claims.map(({ id }) => id)).size).toBe(first.claims.length);
      }),
      { numRuns: 200 },
    );
  });

  test('the order of bounds is that of the calendar', () => {
    fc.assert(
      fc.property(prose, (text) => {
        for (const { when } of codeReport(reportOf(text, '2023-06-16'), knowledge).claims) {
          if (when.beginMin !== null && when.endMax !== null) expect(when.beginMin <= when.endMax).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
