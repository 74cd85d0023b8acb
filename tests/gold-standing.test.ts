import { expect, test } from 'vitest';
import { type StandingGold, scoreStanding, standingLines, sumStanding } from '../benchmarks/gold-standing.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { analyse } from '../src/pipeline.ts';

const TEXT =
  'Relations between Peru and Chile have soured. The Peruvian foreign minister will meet his Chilean counterpart on ' +
  'Friday. Peru considers Chile an aggressor.';

function at(words: string): [number, number] {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
}

const gold: StandingGold = {
  channels: [
    { between: ['CHL', 'PER'], level: 'foreign-ministers', state: 'open' },
    { between: ['CHL', 'PER'], level: 'military', state: 'open' },
  ],
  assessments: [
    { about: ['PER', 'CHL'], span: at('have soured') },
    { about: ['PER', 'BOL'], span: at('have soured') },
  ],
  positions: [{ side: 'PER', issue: 'trade', polarity: 'positive', span: at('considers Chile') }],
  expectations: [
    { holder: 'the Peruvian minister', stance: 'planned', by: '2023-06-23', span: at('will meet') },
    { holder: 'narrator', stance: 'feared', by: null, span: at('aggressor') },
  ],
};

test('what stands is counted by kind, and by field among what was found', () => {
  const knowledge = loadKnowledge();
  const report = { id: 'test', publishedOn: '2023-06-20', text: TEXT, language: 'en', origin: {} };
  const analysis = { file: 'test', ...analyse(report, knowledge) };
  const score = scoreStanding(gold, TEXT, analysis, knowledge.guide);
  expect(standingLines(score)).toEqual([
    'channels          P 100.0 R 50.0 F1 66.7 | state right 0/1',
    'assessments       P 100.0 R 50.0 F1 66.7',
    'positions         P 100.0 R 100.0 F1 100.0 | polarity right 1/1, issue right 0/1',
    'expectations      P 100.0 R 50.0 F1 66.7 | holder right 1/1, stance right 1/1, by right 1/1',
  ]);
  expect(sumStanding([score, score]).channels).toEqual({
    counts: { right: 2, given: 2, gold: 4 },
    fields: { state: 0 },
  });
  expect(standingLines(scoreStanding({}, TEXT, analysis, knowledge.guide))).toEqual([]);
});
