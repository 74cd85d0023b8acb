import type { JSX } from 'preact';
import type { Citations } from '../../serve/answers.ts';
import { AsOf } from '../as-of.tsx';
import { encounterTitle, longDay, plural, shortDay, sourceWords, spaced } from '../words.ts';
import type { Show } from './block.tsx';
import { aheadWords } from './encounters.tsx';

export function StateLine({ page, route, claim, claims }: Show): JSX.Element {
  const { sides, channels, rungs, recent, before, assessments, feared, citations, changed, named } = page;
  const open = channels.filter(({ state }) => state === 'open').length;
  const ahead = rungs.filter(({ name }) => name === 'planned' || name === 'possible');
  const count = ahead.reduce((sum, { total, waiting }) => sum + total - waiting, 0);
  const next = ahead
    .toReversed()
    .flatMap(({ rows }) => rows.map(({ encounter }) => encounter))
    .find(({ state }) => state !== 'awaiting-report');
  return (
    <section class="state" aria-labelledby="state-name">
      <div>
        <h1 id="state-name">
          <b>
            {sides[0].name} – {sides[1].name}
          </b>
          , on {longDay(page.asOf)}
        </h1>
        {page.reports === 0 ? (
          <p class="says">No report up to this day speaks of both</p>
        ) : (
          <p class="says">
            {channels.length === 0 ? (
              'No line spoken of'
            ) : (
              <a href="#channels">
                {open} of {plural(channels.length, 'line')} open
              </a>
            )}
            ,{' '}
            <a href="#encounters">
              {count === 0 ? 'no meeting announced' : `${plural(count, 'meeting')} planned or possible`}
            </a>
          </p>
        )}
        <dl class="why">
          {assessments.length > 0 && (
            <div>
              <dt>Reported</dt>
              <dd>
                {assessments.map((id) => (
                  <Quote key={id} id={id} citations={citations} href={claim(id)} />
                ))}
              </dd>
            </div>
          )}
          {page.reports > 0 && (
            <div>
              <dt>By events</dt>
              <dd>
                Last 30 days:{' '}
                <a href={claims({ acts: 'cooperative', since: recent.since, until: recent.until })}>
                  {recent.cooperative.length} cooperative
                </a>
                ,{' '}
                <a href={claims({ acts: 'conflictual', since: recent.since, until: recent.until })}>
                  {recent.conflictual.length} conflictual
                </a>
                . The 30 days before:{' '}
                <a href={claims({ acts: 'cooperative', since: before.since, until: before.until })}>
                  {before.cooperative.length}
                </a>{' '}
                and{' '}
                <a href={claims({ acts: 'conflictual', since: before.since, until: before.until })}>
                  {before.conflictual.length}
                </a>
                .
              </dd>
            </div>
          )}
          {feared !== null && (
            <div>
              <dt>Risk</dt>
              <dd>
                <Quote id={feared} citations={citations} href={claim(feared)} />
              </dd>
            </div>
          )}
          {next !== undefined && (
            <div>
              <dt>Opening</dt>
              <dd>
                <a href={claim(next.changes.at(-1)?.claim ?? next.id)}>{encounterTitle(next, sides)}</a>,{' '}
                {spaced(next.state)}, {aheadWords(next)}
              </dd>
            </div>
          )}
        </dl>
      </div>
      <div>
        <AsOf page={page} route={route} />
        {changed.changes.length > 0 && (
          <div class="changed">
            <h2>
              Changed since <span>{longDay(changed.since)}</span>
            </h2>
            <ul>
              {changed.changes.map(({ what, id, from, to, claim: said }) => (
                <li key={`${what} ${id}`}>
                  <a href={claim(said)}>
                    {what === 'channel' ? `Line of ${spaced(id)}` : encounterTitle(named[id]!, sides)}
                  </a>
                  <span>
                    {from === null ? 'new' : spaced(from)} → <b>{spaced(to)}</b>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function Quote({
  id,
  citations,
  href,
}: {
  id: string;
  citations: Citations;
  href: string;
}): JSX.Element | null {
  const citation = citations[id];
  if (citation === undefined) return null;
  return (
    <p>
      {citation.claim.direction !== undefined && <b>{citation.claim.direction}: </b>}
      <a href={href} dir="auto">
        “{citation.clause}”
      </a>{' '}
      <span class="by">
        {sourceWords(citation)}, {shortDay(citation.report.publishedOn)}
      </span>
    </p>
  );
}
