import type { Claim } from '../src/claims/claim.ts';
import type { LanguageModel } from '../src/language/model.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { contains, type Report, wordsOf } from '../src/report.ts';

/** What each sentence of a report gives, as a careful reader would note it down: the sentence, then a line for each claim. */
export function sentenceTable(report: Report, claims: readonly Claim[], language: LanguageModel): string[] {
  return readSentences(report, language).flatMap((sentence) => [
    '',
    `${sentence.index} ${wordsOf(report, sentence).replace(/\s+/g, ' ')}`,
    ...claims
      .filter(({ trigger }) => contains(sentence, trigger))
      .map((claim) => `  ${cellsOf(report, claim).join(' | ')}`),
  ]);
}

function cellsOf(report: Report, claim: Claim): string[] {
  const { kind, type, mode, status, polarity, mood, when, source } = claim;
  const names = (parties: Claim['actors']) => parties.map(({ name }) => name).join(', ') || '-';
  return [
    `"${wordsOf(report, claim.trigger)}"`,
    [type ?? kind, mode].filter(Boolean).join('/'),
    [polarity === 'negative' ? 'not' : '', status, mood].filter(Boolean).join(' '),
    `${names(claim.actors)} -> ${names(claim.recipients)}`,
    `${when.beginMin ?? when.beginMax ?? ''}..${when.endMax ?? when.endMin ?? ''} ${when.certainty} (${when.rule})`,
    source.asWritten === null ? source.kind : `${source.kind} "${source.asWritten}"`,
    claim.issues.join(' '),
  ];
}
