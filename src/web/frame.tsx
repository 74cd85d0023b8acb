import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { navigate } from './navigate.ts';
import { hrefOf, type Pair, type Route } from './route.ts';

/** What stands around every page: where one is, search, and the keys. */
export function Frame({ route, children }: { route: Route; children: ComponentChildren }): JSX.Element {
  const keys = useRef<HTMLDialogElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const asOf = 'asOf' in route && route.asOf !== undefined ? { asOf: route.asOf } : {};
  const pair: Pair | null = 'pair' in route && route.pair !== undefined ? route.pair : null;
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === '/') search.current?.focus();
      else if (event.key === '?') keys.current?.showModal();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const at = (...pages: Route['page'][]) => (pages.includes(route.page) ? 'page' : undefined);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="top">
        <div>
          <a class="brand" href="/">
            Detente
          </a>
          <nav aria-label="Main">
            {pair !== null && (
              <a href={hrefOf({ page: 'dyad', pair, ...asOf })} aria-current={at('dyad', 'claims')}>
                {pair.join('–')}
              </a>
            )}
            <a href="/" aria-current={at('home')}>
              Pairs
            </a>
            <a href={hrefOf({ page: 'reports', ...asOf })} aria-current={at('reports', 'report')}>
              Reports
            </a>
            <a href="/read" aria-current={at('read')}>
              Read a report
            </a>
          </nav>
          <search>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                navigate(hrefOf({ page: 'search', query: search.current?.value ?? '', ...asOf }));
              }}
            >
              <input
                ref={search}
                type="search"
                name="q"
                aria-label="Search the reports"
                placeholder="Search  /"
                defaultValue={route.page === 'search' ? route.query : ''}
              />
            </form>
          </search>
          <button type="button" class="link" onClick={() => keys.current?.showModal()}>
            Keys
          </button>
          <button type="button" class="link" onClick={changeTheme}>
            Light or dark
          </button>
        </div>
      </header>
      <main id="main">{children}</main>
      <dialog ref={keys} aria-labelledby="keys-title">
        <h2 id="keys-title">Keys</h2>
        <dl class="keys">
          {KEYS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  );
}

const KEYS = [
  ['/', 'search the reports'],
  ['?', 'these keys'],
  ['j', 'the next claim of a report'],
  ['k', 'the claim before'],
  ['f', 'only claims as real as the one in hand, or all'],
  ['y', 'copy the link to the claim'],
  ['Esc', 'back to the picture'],
] as const;

/** Keys are letters again while somebody writes. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const inField =
    target instanceof Element && target.closest('input, textarea, select, dialog[open]') !== null;
  return inField || ctrlKey || metaKey || altKey;
}

const THEME = 'detente-theme';

/** The theme chosen by hand, else that of the system. */
export function takeTheme(): void {
  const chosen = localStorage.getItem(THEME);
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset['theme'] = chosen;
}

function changeTheme(): void {
  const { dataset } = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const next = (dataset['theme'] ?? system) === 'dark' ? 'light' : 'dark';
  dataset['theme'] = next;
  localStorage.setItem(THEME, next);
}
