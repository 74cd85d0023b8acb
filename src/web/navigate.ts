import { useLayoutEffect, useState } from 'preact/hooks';
import { type Route, readRoute } from './route.ts';

/** Goes to another address of ours without loading the page anew. */
export function navigate(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replaceState(history.state, '', href);
  else {
    history.replaceState({ scroll: scrollY }, '');
    history.pushState({ scroll: 0 }, '', href);
  }
  dispatchEvent(new Event('detente:moved'));
}

/** The route of the address bar, kept up with back, forward and plain links. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(new URL(location.href)));
  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
    const read = () => setRoute(readRoute(new URL(location.href)));
    addEventListener('popstate', read);
    addEventListener('detente:moved', read);
    document.addEventListener('click', followLink);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('detente:moved', read);
      document.removeEventListener('click', followLink);
    };
  }, []);
  return route;
}

/** Where this entry of the history was left, or its top. */
export function scrollToPlace(): void {
  const place = (history.state as { scroll?: number } | null)?.scroll ?? 0;
  const anchor = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  if (anchor !== null && place === 0) anchor.scrollIntoView();
  else scrollTo(0, place);
}

/** Any plain click on a link to a page of ours; a download or a new tab is left to the browser. */
function followLink(event: MouseEvent): void {
  const link = (event.target as Element).closest?.('a');
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (link.pathname.startsWith('/v1/')) return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash !== '') return;
  event.preventDefault();
  navigate(link.pathname + link.search + link.hash);
}
