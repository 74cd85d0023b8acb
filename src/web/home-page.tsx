import type { JSX } from 'preact';
import type { DyadsAnswer } from '../serve/answers.ts';
import { useAnswer } from './api.ts';
import { Intake } from './intake.tsx';
import { hrefOf } from './route.ts';
import { longDay, plural } from './words.ts';

/** The pairs of countries that the ledger speaks of, or the first step where it is empty. */
export function HomePage(): JSX.Element {
  const { answer, refusal } = useAnswer<DyadsAnswer>('/v1/dyads?limit=60');
  if (refusal !== null) return <p role="alert">{refusal}</p>;
  if (answer === null) return <p class="quiet">Opening the ledger …</p>;
  const { counts, dyads, total } = answer;
  if (counts.reports === 0) {
    return (
      <section class="list">
        <h1>Nothing read yet</h1>
        <p>Paste or drop a report to begin. Nothing leaves this computer.</p>
        <Intake />
      </section>
    );
  }
  return (
    <section class="list">
      <h1>Who gets on with whom</h1>
      <p class="second">
        <a href="/reports">{plural(counts.reports, 'report')}</a>
        {counts.publishers > 0 && ` of ${plural(counts.publishers, 'publisher')}`}
        {counts.firstDay !== null &&
          counts.lastDay !== null &&
          `, ${longDay(counts.firstDay)} to ${longDay(counts.lastDay)}`}
        . The pairs most spoken of{total > dyads.length ? `, ${dyads.length} of ${total}` : ''}:
      </p>
      <ul class="pairs">
        {dyads.map(({ sides, reports, claims }) => (
          <li key={sides.map(({ code }) => code).join('-')}>
            <a href={hrefOf({ page: 'dyad', pair: [sides[0].code, sides[1].code] })}>
              {sides[0].name} – {sides[1].name}
            </a>
            <span class="by">
              {plural(claims, 'claim')} in {plural(reports, 'report')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
