/** What the address says: every state of a page is in it, so that a link shows what its sender saw. */

export type Pair = readonly [string, string];

interface AsOf {
  /** Reports published after this day do not count; without it the ledger's last day. */
  readonly asOf?: string;
}

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'read' }
  | ({
      readonly page: 'dyad';
      readonly pair: Pair;
      readonly since?: string;
      /** Blocks shown whole. */
      readonly all?: readonly string[];
    } & AsOf)
  | ({
      readonly page: 'claims';
      readonly pair: Pair;
      /** Which claims: `issue=taiwan`, `encounter=…`, `voice=first` ... */
      readonly about: Readonly<Record<string, string>>;
    } & AsOf)
  | ({ readonly page: 'reports'; readonly cursor?: string } & AsOf)
  | ({
      readonly page: 'report';
      readonly id: string;
      readonly claim?: string;
      readonly pair?: Pair;
      /** Only claims of this family are marked. */
      readonly only?: string;
    } & AsOf)
  | ({ readonly page: 'search'; readonly query: string } & AsOf)
  | { readonly page: 'nowhere' };

const PAIR = /^([A-Za-z]{3})-([A-Za-z]{3})$/;

export function readRoute(url: URL): Route {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const query = Object.fromEntries(url.searchParams);
  const { asOf, since, all, cursor, claim, dyad, only, q, ...about } = query;
  const day = asOf === undefined ? {} : { asOf };
  const [place, name, more] = parts;
  const pair = pairOf(name);
  if (parts.length === 0) return { page: 'home' };
  if (place === 'read' && parts.length === 1) return { page: 'read' };
  if (place === 'search' && parts.length === 1) return { page: 'search', query: q ?? '', ...day };
  if (place === 'reports' && parts.length === 1) {
    return { page: 'reports', ...(cursor === undefined ? {} : { cursor }), ...day };
  }
  if (place === 'reports' && parts.length === 2) {
    const of = pairOf(dyad);
    return {
      page: 'report',
      id: name!,
      ...(claim === undefined ? {} : { claim }),
      ...(of === null ? {} : { pair: of }),
      ...(only === undefined ? {} : { only }),
      ...day,
    };
  }
  if (place === 'dyads' && pair !== null && parts.length === 2) {
    return {
      page: 'dyad',
      pair,
      ...(since === undefined ? {} : { since }),
      ...(all === undefined || all === '' ? {} : { all: all.split(',') }),
      ...day,
    };
  }
  if (place === 'dyads' && pair !== null && more === 'claims' && parts.length === 3) {
    const bounds = since === undefined ? {} : { since };
    return { page: 'claims', pair, about: { ...about, ...bounds }, ...day };
  }
  return { page: 'nowhere' };
}

/** The address of a route; `readRoute` reads it back. */
export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'home':
    case 'nowhere':
      return '/';
    case 'read':
      return '/read';
    case 'dyad':
      return address(`/dyads/${route.pair.join('-')}`, {
        asOf: route.asOf,
        since: route.since,
        all: route.all?.join(','),
      });
    case 'claims':
      return address(`/dyads/${route.pair.join('-')}/claims`, { ...route.about, asOf: route.asOf });
    case 'reports':
      return address('/reports', { asOf: route.asOf, cursor: route.cursor });
    case 'report':
      return address(`/reports/${encodeURIComponent(route.id)}`, {
        claim: route.claim,
        only: route.only,
        dyad: route.pair?.join('-'),
        asOf: route.asOf,
      });
    case 'search':
      return address('/search', { q: route.query, asOf: route.asOf });
  }
}

function address(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

function pairOf(text: string | undefined): Pair | null {
  const found = PAIR.exec(text ?? '');
  return found === null ? null : [found[1]!.toUpperCase(), found[2]!.toUpperCase()];
}
