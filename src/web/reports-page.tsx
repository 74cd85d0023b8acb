import type { JSX } from 'preact';
import type { ReportsAnswer, SearchAnswer } from '../serve/answers.ts';
import { useAnswer } from './api.ts';
import { hrefOf, type Route } from './route.ts';
import { longDay, plural, shortDay } from './words.ts';

/** The reports of the ledger, latest first. */
export function ReportsPage({ route }: { route: Extract<Route, { page: 'reports' }> }): JSX.Element {
  const { asOf, cursor } = route;
  const day = asOf === undefined ? {} : { asOf };
  const query = new URLSearchParams({ ...day, ...(cursor === undefined ? {} : { cursor }) });
  const { answer, refusal } = useAnswer<ReportsAnswer>(`/v1/reports?${query}`);
  if (refusal !== null) return <p role="alert">{refusal}</p>;
  if (answer === null) return <p class="quiet">Reading the ledger …</p>;
  return (
    <section class="list">
      <h1>Reports{asOf === undefined ? '' : ` up to ${longDay(asOf)}`}</h1>
      {answer.reports.length === 0 && (
        <p>
          None yet. <a href="/read">Read one</a>.
        </p>
      )}
      <ul class="reports">
        {answer.reports.map(({ id, publishedOn, publisher, title, opening, claims, withdrawn }) => (
          <li key={id}>
            <span class="day">{shortDay(publishedOn)}</span>
            <a dir="auto" href={hrefOf({ page: 'report', id, ...day })}>
              {title ?? `${opening.slice(0, 100)}…`}
            </a>
            <span class="by">
              {publisher ?? 'publisher not named'} · {withdrawn ? 'withdrawn' : plural(claims, 'claim')}
            </span>
          </li>
        ))}
      </ul>
      {answer.next !== null && (
        <p>
          <a href={hrefOf({ page: 'reports', cursor: answer.next, ...day })}>Earlier reports</a>
        </p>
      )}
    </section>
  );
}

/** Reports that hold the words looked for. */
export function SearchPage({ route }: { route: Extract<Route, { page: 'search' }> }): JSX.Element {
  const { query, asOf } = route;
  const day = asOf === undefined ? {} : { asOf };
  const { answer, refusal } = useAnswer<SearchAnswer>(
    `/v1/search?${new URLSearchParams({ q: query, ...day })}`,
  );
  if (refusal !== null) return <p role="alert">{refusal}</p>;
  if (answer === null) return <p class="quiet">Searching …</p>;
  return (
    <section class="list">
      <h1>
        {answer.hits.length === 0 ? 'No report holds' : `${plural(answer.hits.length, 'report')} with`} “
        {query}”
      </h1>
      {answer.hits.length === 0 && <p>All words must stand in one report; “wang*” finds their beginnings.</p>}
      <ul class="reports">
        {answer.hits.map(({ id, publishedOn, publisher, title, snippet }) => (
          <li key={id}>
            <span class="day">{shortDay(publishedOn)}</span>
            <a dir="auto" href={hrefOf({ page: 'report', id, ...day })}>
              {title ?? `report ${id.slice(0, 8)}`}
            </a>
            <span class="by">{publisher ?? 'publisher not named'}</span>
            <p class="snippet" dir="auto">
              {marked(snippet)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words found stand between U+0002 and U+0003. */
function marked(snippet: string): (JSX.Element | string)[] {
  return snippet.split('\u0002').flatMap((part, at) => {
    const [found, rest] = part.split('\u0003');
    return at === 0 || rest === undefined ? [part] : [<mark key={at}>{found}</mark>, rest];
  });
}
