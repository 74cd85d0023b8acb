import { describe, expect, test } from 'vitest';
import { headsOf, readGoldReport } from '../benchmarks/actor-gold.ts';
import { type Match, matchMentions, scoreActors } from '../benchmarks/actor-score.ts';
import type { Actor, ActorMention } from '../src/actors/actor.ts';

const gold = readGoldReport(
  [
    '# A visit',
    'date: 2024-05-06',
    '',
    '[Ana Prado, the Chilean envoy,|person|CHL|ana-prado:envoy|GOV|name] left. [She|person|CHL|ana-prado:envoy|GOV|pronoun] met [both sides|state|PER+BOL|-|-|pair].',
  ].join('\n'),
);

const envoy: Actor = {
  id: 'person/ana-prado',
  kind: 'person',
  name: 'Ana Prado',
  country: 'CHL',
  office: 'envoy',
};
const state = (code: string): Actor => ({ id: code, kind: 'state', name: code, country: code });

function found(words: string, actor: Actor, via: ActorMention['via'] = 'name'): ActorMention {
  const start = gold.text.indexOf(words);
  return { start, end: start + words.length, actor, via, rule: 'actors/test' };
}

function score(...mentions: ActorMention[]): ReturnType<typeof scoreActors> {
  return scoreActors(match(...mentions));
}

function match(...mentions: ActorMention[]): Match[] {
  return matchMentions(gold, mentions, (id, name) => id === `person/${name}`);
}

describe('readGoldReport', () => {
  test('gives the text without brackets, and what they say', () => {
    expect(gold.text).toBe('Ana Prado, the Chilean envoy, left. She met both sides.');
    expect(gold.mentions.map(({ start, end }) => gold.text.slice(start, end))).toEqual([
      'Ana Prado, the Chilean envoy,',
      'She',
      'both sides',
    ]);
    expect(gold.mentions[2]).toMatchObject({ countries: ['PER', 'BOL'], identity: null, sector: null });
  });

  test('takes a first line without a full stop for the headline', () => {
    expect(readGoldReport('# A\ndate: 2024-05-06\n\nEnvoy leaves\n\nAt noon.').titleEnd).toBe(12);
    expect(readGoldReport('# A\ndate: 2024-05-06\n\nShe left.\n\nAt noon.').titleEnd).toBeUndefined();
  });

  test('refuses a bracket without its six fields', () => {
    expect(() => readGoldReport('# A\ndate: 2024-05-06\n\n[She|person] left.')).toThrow('not six fields');
  });
});

test('heads are the last words before prepositions, and the words of the name', () => {
  const report = readGoldReport(
    '# A\ndate: 2024-05-06\n\n[Mina Holt of the Rana Institute, its head,|person|-|mina-holt:analyst|-|name] spoke.',
  );
  const words = headsOf(report.text, report.mentions[0]!).map(({ start, end }) =>
    report.text.slice(start, end),
  );
  expect(new Set(words)).toEqual(new Set(['Mina', 'Holt', 'head']));
});

describe('scoreActors', () => {
  test('gives full marks for all that is marked', () => {
    const { figures } = score(
      found('Ana Prado', envoy),
      found('She', envoy, 'pronoun'),
      found('both sides', state('PER'), 'pronoun'),
      found('both sides', state('BOL'), 'pronoun'),
    );
    expect(figures).toMatchObject({ span: 100, country: 100, identity: 100, pronouns: 100 });
  });

  test('counts each country and person of a mention, and what nobody marked', () => {
    const { sides } = score(
      found('Ana Prado', { ...envoy, office: 'ambassador' }),
      found('both sides', state('PER'), 'pronoun'),
      found('left', state('FRA')),
    );
    expect(sides.country).toEqual([66.7, 50]);
    expect(sides.identity).toEqual([0, 0]);
    expect(sides.span).toEqual([66.7, 66.7]);
  });

  test('does not judge a find inside a marked mention that covers no head of it', () => {
    expect(match(found('Chilean', state('CHL'))).filter(({ finding }) => finding !== null)).toEqual([]);
  });
});
