import { expect, test } from 'vitest';
import { type Grouping, scoreCoreference } from '../benchmarks/coreference-score.ts';

/** `['ab', 'c']`: a and b are one, c is another. */
function grouping(...groups: string[]): Grouping {
  return new Map(
    groups.flatMap((members, at) => [...members].map((mention) => [mention, String(at)] as const)),
  );
}

function scores(key: Grouping, response: Grouping): number[] {
  const { muc, bCubed, ceafE, conll } = scoreCoreference([{ key, response }]);
  return [muc, bCubed, ceafE, conll].map((score) => Math.round(10 * score) / 10);
}

test('the same groups score 100', () => {
  expect(scores(grouping('abc', 'de'), grouping('de', 'abc'))).toEqual([100, 100, 100, 100]);
});

// Worked by hand: MUC 2/3 and 2/3; B-cubed recall (1 + 1 + 1/3 + 2/3 + 2/3) / 5, precision the same by symmetry here.
test('one mention in the wrong group', () => {
  expect(scores(grouping('ab', 'cde'), grouping('abc', 'de'))).toEqual([66.7, 73.3, 80, 73.3]);
});

test('all in one group', () => {
  const [muc, bCubed] = scores(grouping('ab', 'cd'), grouping('abcd'));
  expect([muc, bCubed]).toEqual([80, 66.7]);
});

test('each by itself has no links', () => {
  expect(scores(grouping('ab', 'cd'), grouping('a', 'b', 'c', 'd'))[0]).toBe(0);
});

test('what the response lacks is not found', () => {
  const [muc, bCubed, ceafE] = scores(grouping('abc'), grouping('ab'));
  expect([muc, bCubed, ceafE]).toEqual([66.7, 61.5, 80]);
});
