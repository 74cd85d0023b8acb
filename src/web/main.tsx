import { type JSX, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { ClaimsPage } from './claims-page.tsx';
import { DyadView } from './dyad/dyad-view.tsx';
import { Frame, takeTheme } from './frame.tsx';
import { HomePage } from './home-page.tsx';
import { useRoute } from './navigate.ts';
import './page.css';
import './tokens.css';
import { ReadPage } from './read-page.tsx';
import { ReportPage } from './report-page.tsx';
import { ReportsPage, SearchPage } from './reports-page.tsx';
import type { Route } from './route.ts';

function App(): JSX.Element {
  const route = useRoute();
  useEffect(() => {
    document.title = `${titleOf(route)} · Detente`;
  }, [route]);
  return (
    <Frame route={route}>
      <Page route={route} />
    </Frame>
  );
}

function Page({ route }: { route: Route }): JSX.Element {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'read':
      return <ReadPage />;
    case 'dyad':
      return <DyadView route={route} />;
    case 'claims':
      return <ClaimsPage route={route} />;
    case 'reports':
      return <ReportsPage route={route} />;
    case 'report':
      return <ReportPage route={route} />;
    case 'search':
      return <SearchPage route={route} />;
    case 'nowhere':
      return (
        <p>
          There is nothing at this address. <a href="/">See the pairs of countries</a>.
        </p>
      );
  }
}

function titleOf(route: Route): string {
  if (route.page === 'dyad' || route.page === 'claims') return route.pair.join('–');
  if (route.page === 'report') return `Report ${route.id.slice(0, 8)}`;
  if (route.page === 'search') return `Search: ${route.query}`;
  return { home: 'Pairs', read: 'Read a report', reports: 'Reports', nowhere: 'Nothing here' }[route.page];
}

takeTheme();
render(<App />, document.getElementById('app')!);
