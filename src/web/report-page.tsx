import type { JSX } from 'preact';
import type { ReportAnswer } from '../serve/answers.ts';
import { useAnswer } from './api.ts';
import { Reader } from './reader.tsx';
import type { Route } from './route.ts';

/** A report of the ledger with its claims beside their sentences. */
export function ReportPage({ route }: { route: Extract<Route, { page: 'report' }> }): JSX.Element {
  const { id, pair, asOf } = route;
  const query = new URLSearchParams({
    ...(pair === undefined ? {} : { dyad: pair.join('-') }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const { answer, refusal } = useAnswer<ReportAnswer>(`/v1/reports/${encodeURIComponent(id)}?${query}`);
  if (refusal !== null) return <p role="alert">{refusal}</p>;
  if (answer === null) return <p class="quiet">Opening the report …</p>;
  return <Reader {...answer} withdrawn={answer.withdrawn !== null} route={route} />;
}
