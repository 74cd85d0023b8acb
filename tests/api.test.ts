import { expect, test } from 'vitest';
import * as api from '../src/index.ts';
import { readSource } from './source-code.ts';

/** Changing these lists changes what others may rely on: see CONTRIBUTING.md, "Versions". */

const VALUES = [
  'Ledger',
  'analyse',
  'codeReport',
  'drawDyad',
  'findActors',
  'findClaims',
  'findMentions',
  'findTimes',
  'loadKnowledge',
  'loadTimes',
  'readReports',
  'readSentences',
  'toConllu',
  'toEdtf',
  'version',
];

const TYPES = [
  'Act',
  'Actor',
  'ActorKind',
  'ActorMention',
  'ActorVia',
  'Analysis',
  'Attribution',
  'Channel',
  'ChannelLevel',
  'Claim',
  'ClaimActor',
  'ClaimKind',
  'Coding',
  'Coverage',
  'Day',
  'Difference',
  'Dyad',
  'Encounter',
  'EncounterKind',
  'EncounterState',
  'EventType',
  'Expectation',
  'Granularity',
  'Issue',
  'Join',
  'Knowledge',
  'Likelihood',
  'Mentions',
  'Message',
  'Polarity',
  'ReadOptions',
  'ReadOutcome',
  'Reference',
  'Report',
  'RuleTrace',
  'Sentence',
  'Series',
  'SourceKind',
  'Span',
  'Status',
  'TimeGrammar',
  'TimeMention',
  'TimeRelation',
  'Token',
  'Tree',
  'When',
];

/** The names that index.ts exports as types: `export type { … }`, or `type Name` among values. */
function exportedTypes(): string[] {
  const lists = readSource('src/index.ts').matchAll(/^export (type )?\{([^}]+)\}/gm);
  return Array.from(lists, ([, allTypes, names]) =>
    names!
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && (allTypes !== undefined || name.startsWith('type ')))
      .map((name) => name.replace(/^type /, '')),
  )
    .flat()
    .sort();
}

test('the library exports these values', () => {
  expect(Object.keys(api).sort()).toEqual(VALUES);
});

test('the library exports these types', () => {
  expect(exportedTypes()).toEqual(TYPES);
});

test('everything that is public is listed by name', () => {
  expect(readSource('src/index.ts')).not.toMatch(/export \*|export default/);
});
