import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hrefOf, type Route, readRoute } from '../src/web/route.ts';

const ROUTES: readonly Route[] = [
  { page: 'home' },
  { page: 'read' },
  { page: 'dyad', pair: ['USA', 'CHN'], asOf: '2023-06-16', since: '2023-05-01', all: ['held', 'issues'] },
  {
    page: 'claims',
    pair: ['IND', 'PAK'],
    about: { acts: 'cooperative', since: '2024-01-01', until: '2024-02-01' },
  },
  { page: 'reports', asOf: '2023-06-16', cursor: '2023-06-01.0123456789abcdef' },
  { page: 'report', id: '0123456789abcdef', claim: '89abcdef', pair: ['USA', 'CHN'], only: 'planned' },
  { page: 'search', query: '"Wang Yi" & talks?', asOf: '2023-06-16' },
];

test('an address carries the whole state of a page', () => {
  for (const route of ROUTES) expect(readRoute(new URL(hrefOf(route), 'http://x'))).toEqual(route);
});

test('any address leads somewhere', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
      expect(readRoute(new URL(`http://x${path}?${query}`)).page).toBeTypeOf('string');
    }),
  );
});
