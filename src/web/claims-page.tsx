import type { JSX } from 'preact';
import type { ClaimsAnswer } from '../serve/answers.ts';
import { useAnswer } from './api.ts';
import { ClaimLine } from './claim-line.tsx';
import { hrefOf, type Route } from './route.ts';
import { longDay, plural } from './words.ts';

/** The claims that one figure counts, latest first. */
export function ClaimsPage({ route }: { route: Extract<Route, { page: 'claims' }> }): JSX.Element {
  const { pair, about, asOf } = route;
  const query = new URLSearchParams({ ...about, limit: '500', ...(asOf === undefined ? {} : { asOf }) });
  const { answer, refusal } = useAnswer<ClaimsAnswer>(`/v1/dyads/${pair.join('-')}/claims?${query}`);
  if (refusal !== null) return <p role="alert">{refusal}</p>;
  if (answer === null) return <p class="quiet">Counting …</p>;
  return (
    <section class="list">
      <p class="quiet">
        <a href={hrefOf({ page: 'dyad', pair, ...(asOf === undefined ? {} : { asOf }) })}>
          {answer.sides[0].name} – {answer.sides[1].name}
        </a>
        , as of {longDay(answer.asOf)}
      </p>
      <h1>
        {plural(answer.total, 'claim')} {answer.about}
      </h1>
      {answer.claims.length < answer.total && <p>The latest {answer.claims.length} are shown.</p>}
      <ul class="claims">
        {answer.claims.map((id) => {
          const citation = answer.citations[id];
          return citation && <ClaimLine key={id} citation={citation} sides={answer.sides} asOf={asOf} />;
        })}
      </ul>
    </section>
  );
}
