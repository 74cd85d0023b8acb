import { findActors } from '../src/actors/find-actors.ts';
import { addProposedNames } from '../src/actors/proposed-names.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import type { Report } from '../src/report.ts';
import { type Case, runCases } from './cases.ts';

/** Names that no table has: who is proposed, and where the words place them. Mentions of the tables are left out. */

const { language, actors } = loadKnowledge();

runCases('names', ({ text, headers }: Case) => {
  const report: Report = { id: 'case', publishedOn: headers['date']!, text, language: 'en', origin: {} };
  const sentences = readSentences(report, language);
  return addProposedNames(report, sentences, findActors(report, sentences, actors), actors)
    .filter(({ rule }) => rule === 'actors/proposed-name')
    .map(({ start, end, actor: { id, country, organisation, office, sector } }) =>
      [`"${text.slice(start, end)}"`, id, country ?? organisation ?? '-', office ?? sector ?? '-'].join(' '),
    );
});
