import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Citations, DyadPage, Encounter, Expectation, Rung, RungName } from '../serve/answers.ts';
import { useAnswer } from './api.ts';
import { AsOf } from './as-of.tsx';
import { ClaimLine, claimHref } from './claim-line.tsx';
import { type Fill, Mark, Wire } from './mark.tsx';
import { scrollToPlace } from './navigate.ts';
import { hrefOf, type Route } from './route.ts';
import { encounterTitle, longDay, plural, shortDay, sourceWords, spaced, whenWords } from './words.ts';

type DyadRoute = Extract<Route, { page: 'dyad' }>;

/** How two countries get on, as of a day: six blocks, each item one click from its sentence. */
export function DyadView({ route }: { route: DyadRoute }): JSX.Element {
  const { pair, asOf, since, all } = route;
  const query = new URLSearchParams({
    ...(asOf === undefined ? {} : { asOf }),
    ...(since === undefined ? {} : { since }),
    ...(all === undefined ? {} : { all: all.join(',') }),
  });
  const { answer: page, refusal } = useAnswer<DyadPage>(`/v1/dyads/${pair.join('-')}/page?${query}`);
  const ready = page !== null;
  useEffect(() => {
    if (ready) scrollToPlace();
  }, [ready]);
  if (refusal !== null) return <p role="alert">{refusal}</p>;
  if (page === null) return <p class="quiet">Drawing the picture …</p>;
  const claims: Show['claims'] = (about) =>
    hrefOf({ page: 'claims', pair, about, ...(asOf === undefined ? {} : { asOf }) });
  const show: Show = {
    page,
    route,
    claim: (id) => {
      const citation = id === null || id === undefined ? undefined : page.citations[id];
      return citation === undefined ? claims({}) : claimHref(citation, pair, asOf);
    },
    claims,
    whole: (name) => hrefOf({ ...route, all: [...(all ?? []), name] }),
    isWhole: (name) => all?.includes(name) === true,
  };
  return (
    <>
      <StateLine {...show} />
      {page.reports > 0 && (
        <>
          <Encounters {...show} />
          <Channels {...show} />
          <Issues {...show} />
          <Expectations {...show} />
          <Latest {...show} />
        </>
      )}
      <footer class="foot">
        <span>
          <a href={show.claims({})}>{plural(page.claims, 'claim')}</a> in {plural(page.reports, 'report')} of{' '}
          {plural(page.publishers, 'publisher')}
          {page.copies > 0 && `, ${page.copies} of them copied from others`}
        </span>
        <span>Nothing leaves this computer</span>
      </footer>
    </>
  );
}

/** The picture, and the addresses of what stands behind it. */
interface Show {
  readonly page: DyadPage;
  readonly route: DyadRoute;
  readonly claim: (id: string | null | undefined) => string;
  readonly claims: (about: Readonly<Record<string, string>>) => string;
  readonly whole: (name: string) => string;
  readonly isWhole: (name: string) => boolean;
}

function Block({
  id,
  name,
  says,
  children,
}: {
  id: string;
  name: string;
  says: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="block" aria-labelledby={`${id}-name`} id={id}>
      <header>
        <h2 id={`${id}-name`}>{name}</h2>
        <p>{says}</p>
      </header>
      {children}
    </section>
  );
}

function StateLine({ page, route, claim, claims }: Show): JSX.Element {
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
      <a href={href} dir="auto">
        “{citation.clause}”
      </a>{' '}
      <span class="by">
        {sourceWords(citation)}, {shortDay(citation.report.publishedOn)}
      </span>
    </p>
  );
}

const RUNGS: Readonly<Record<RungName, { readonly label: string; readonly fill: Fill }>> = {
  possible: { label: 'Possible', fill: 'dotted' },
  planned: { label: 'Planned', fill: 'hollow' },
  held: { label: 'Held', fill: 'solid' },
  'fell-through': { label: 'Fell through', fill: 'struck' },
};

function Encounters(show: Show): JSX.Element {
  const { rungs } = show.page;
  const total = (name: RungName) =>
    rungs.filter((rung) => rung.name === name).reduce((sum, rung) => sum + rung.total - rung.waiting, 0);
  const waiting = rungs.reduce((sum, rung) => sum + rung.waiting, 0);
  const says = `${total('held')} held, ${total('planned')} planned, ${total('possible')} not yet agreed, ${total('fell-through')} fell through. ${waiting === 0 ? 'No plan waits for a report.' : `${waiting} ${waiting === 1 ? 'plan waits' : 'plans wait'} for a report.`}`;
  return (
    <Block id="encounters" name="Encounters" says={says}>
      <div class="ladder">
        {rungs.map((rung) => (
          <RungColumn key={rung.name} rung={rung} show={show} />
        ))}
      </div>
    </Block>
  );
}

function RungColumn({ rung: { name, total, rows }, show }: { rung: Rung; show: Show }): JSX.Element {
  const { label, fill } = RUNGS[name];
  const shown = rows.reduce((sum, { parts }) => sum + 1 + parts.length, 0);
  return (
    <div class={`rung ${name}`}>
      <h3>
        <Mark quad={1} fill={fill} side="ink" /> {label} <span>{total}</span>
      </h3>
      {total === 0 && (
        <p class="none">{name === 'planned' || name === 'possible' ? 'none announced' : 'none reported'}</p>
      )}
      <ul>
        {rows.map(({ encounter, parts }) => (
          <li key={encounter.id}>
            <EncounterItem encounter={encounter} show={show} />
            {parts.map((part) => (
              <EncounterItem key={part.id} encounter={part} show={show} part />
            ))}
          </li>
        ))}
      </ul>
      {shown < total && (
        <p class="more">
          <a href={show.whole(name)}>All {total}</a>
        </p>
      )}
    </div>
  );
}

function EncounterItem({
  encounter,
  show,
  part = false,
}: {
  encounter: Encounter;
  show: Show;
  part?: boolean;
}): JSX.Element {
  const { page, claim, claims } = show;
  const title = encounterTitle(encounter, page.sides);
  return (
    <div class={part ? 'part' : ''}>
      <p class="when">
        {part ? 'part of it' : encounter.state === 'held' ? whenWords(encounter.when) : aheadWords(encounter)}
      </p>
      <p class="who">
        <a href={claim(encounter.changes.at(-1)?.claim ?? encounter.id)}>{title}</a>
      </p>
      <p class="path">
        {encounter.changes.map(({ state, on, claim: said }, at) => (
          <span key={said}>
            {at > 0 && ' → '}
            <a href={claim(said)}>{spaced(state)}</a> {shortDay(on)}
          </span>
        ))}
        {encounter.state === 'awaiting-report' && ' → awaiting report'}
        {encounter.claims.length > 1 && (
          <>
            {' · '}
            <a href={claims({ encounter: encounter.id })}>
              {encounter.claims.length} claims of {plural(encounter.origins.length, 'origin')}
            </a>
          </>
        )}
      </p>
    </div>
  );
}

/** A date that only a rule gave says nothing of what is ahead. */
function aheadWords({ when }: Encounter): string {
  return when.certainty === 'stated' ? whenWords(when) : 'no date';
}

function Channels({ page, claim, claims }: Show): JSX.Element {
  const { channels, sides, citations } = page;
  const states = ['open', 'restricted', 'suspended', 'unknown'] as const;
  const says = states
    .map((state) => ({ state, n: channels.filter((channel) => channel.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => `${n} ${state}`)
    .join(', ');
  return (
    <Block
      id="channels"
      name="Channels"
      says={
        channels.length === 0
          ? 'No line of communication is spoken of in these reports.'
          : `${says}. Unknown is never the same as closed.`
      }
    >
      {channels.length > 0 && (
        <table class="lines">
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">State</th>
              <th scope="col">Last used</th>
              <th scope="col">Who asks, who declines</th>
            </tr>
          </thead>
          <tbody>
            {channels.map(
              ({ level, state, lastUsedOn, lastUse, stateBy, soughtBy, refusedBy, claims: all }) => (
                <tr key={level}>
                  <th scope="row">{spaced(level)}</th>
                  <td class="word">
                    <Wire state={state} />
                    {stateBy === null ? state : <a href={claim(stateBy)}>{state}</a>}
                  </td>
                  <td>
                    {lastUsedOn === null ? (
                      <span class="none">no use reported</span>
                    ) : (
                      <>
                        <a href={claim(lastUse)}>{longDay(lastUsedOn)}</a>
                        {lastUse !== null && citations[lastUse] && (
                          <span class="by"> {sourceWords(citations[lastUse])}</span>
                        )}
                      </>
                    )}
                  </td>
                  <td>
                    <Asking codes={soughtBy} word="asks" sides={sides} />
                    {soughtBy.length > 0 && refusedBy.length > 0 && ', '}
                    <Asking codes={refusedBy} word="declines" sides={sides} />{' '}
                    <a class="by" href={claims({ channel: level })}>
                      {plural(all.length, 'claim')}
                    </a>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
    </Block>
  );
}

function Asking({
  codes,
  word,
  sides,
}: {
  codes: readonly string[];
  word: string;
  sides: DyadPage['sides'];
}): JSX.Element | null {
  if (codes.length === 0) return null;
  return (
    <>
      {codes.map((code, at) => (
        <span key={code}>
          {at > 0 && ' and '}
          <b class={code === sides[0].code ? 'a' : code === sides[1].code ? 'b' : ''}>{code}</b>
        </span>
      ))}{' '}
      {codes.length > 1 ? word.replace(/s$/, '') : word}
    </>
  );
}

function Issues({ page, claim, claims, whole, isWhole }: Show): JSX.Element {
  const { issues, issuesTotal, sides, citations } = page;
  const hasOthers = issues.some(({ others }) => others !== null);
  const cell = (id: string | null, label: string, side: string) => (
    <td data-label={label} class={side}>
      {id === null || citations[id] === undefined ? (
        <span class="none">not in these reports</span>
      ) : (
        <>
          <a class="cell" dir="auto" href={claim(id)}>
            {citations[id].clause}
          </a>
          <span class="by">
            {sourceWords(citations[id])}, {shortDay(citations[id].report.publishedOn)}
          </span>
        </>
      )}
    </td>
  );
  return (
    <Block
      id="issues"
      name="Issues"
      says={
        issuesTotal === 0
          ? 'None is spoken of in these reports.'
          : `The latest words of each side, on ${issues.length} of ${plural(issuesTotal, 'issue')}.`
      }
    >
      {issuesTotal > 0 && (
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Issue</th>
              <th scope="col" class="a">
                {sides[0].name}
              </th>
              <th scope="col" class="b">
                {sides[1].name}
              </th>
              {hasOthers && <th scope="col">Third parties</th>}
            </tr>
          </thead>
          <tbody>
            {issues.map(({ id, label, claims: n, first, second, others }) => (
              <tr key={id}>
                <th scope="row">
                  {label}
                  <a class="by" href={claims({ issue: id })}>
                    {plural(n, 'claim')}
                  </a>
                </th>
                {cell(first, sides[0].code, 'a')}
                {cell(second, sides[1].code, 'b')}
                {hasOthers && cell(others, 'Others', '')}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {issues.length < issuesTotal && !isWhole('issues') && (
        <p class="more">
          <a href={whole('issues')}>All {issuesTotal} issues</a>
        </p>
      )}
    </Block>
  );
}

const OUTCOMES: Readonly<Record<Expectation['outcome'], Fill>> = {
  'came-true': 'solid',
  'did-not': 'struck',
  open: 'hollow',
  void: 'dotted',
};

function Expectations({ page, claim, claims, whole, isWhole }: Show): JSX.Element {
  const { expectations, outcomes, voices, sides, citations } = page;
  const total = Object.values(outcomes).reduce((sum, n) => sum + n, 0);
  const names = {
    first: sides[0].name,
    second: sides[1].name,
    'third-parties': 'Third parties',
    narrators: 'The reports themselves',
  };
  return (
    <Block
      id="expectations"
      name="Expectations, and who says so"
      says={
        <>
          <a href={claims({ outcome: 'came-true' })}>{outcomes['came-true']} came true</a>,{' '}
          <a href={claims({ outcome: 'did-not' })}>{outcomes['did-not']} did not</a>,{' '}
          <a href={claims({ outcome: 'open' })}>{outcomes.open} open</a>.
        </>
      }
    >
      <div class="two-tables">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">Said to come</th>
              <th scope="col">Outcome</th>
            </tr>
          </thead>
          <tbody>
            {expectations.map(({ id, claim: said, holder, by, stance, outcome, resolvedBy }) => (
              <tr key={id}>
                <td>
                  <a dir="auto" href={claim(said)}>
                    {citations[said]?.clause}
                  </a>
                  <span class="by">
                    {spaced(stance)} ·{' '}
                    {holder === 'narrator'
                      ? (citations[said]?.report.publisher ?? 'the report itself')
                      : holder}
                    , {citations[said] && shortDay(citations[said].report.publishedOn)}
                    {by !== null && `, for ${shortDay(by)}`}
                  </span>
                </td>
                <td class="outcome">
                  <Mark quad={1} fill={OUTCOMES[outcome]} side="ink" />{' '}
                  {resolvedBy === undefined ? (
                    spaced(outcome)
                  ) : (
                    <a href={claim(resolvedBy)}>{spaced(outcome)}</a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">Who says so</th>
              <th scope="col">Latest words</th>
            </tr>
          </thead>
          <tbody>
            {voices.map(({ name, claims: n, latest }) => (
              <tr key={name}>
                <th scope="row" class={name === 'first' ? 'a' : name === 'second' ? 'b' : ''}>
                  {names[name]}
                  <a class="by" href={claims({ voice: name })}>
                    {plural(n, 'claim')}
                  </a>
                </th>
                <td>
                  {latest === null || citations[latest] === undefined ? (
                    <span class="none">not in these reports</span>
                  ) : (
                    <>
                      <a dir="auto" href={claim(latest)}>
                        {citations[latest].clause}
                      </a>
                      <span class="by">
                        {sourceWords(citations[latest])}, {shortDay(citations[latest].report.publishedOn)}
                      </span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {expectations.length < total && !isWhole('expectations') && (
        <p class="more">
          <a href={whole('expectations')}>All {total} expectations</a>
        </p>
      )}
    </Block>
  );
}

function Latest({ page, route, claims }: Show): JSX.Element {
  return (
    <Block
      id="latest"
      name="Latest claims"
      says={<>By day of publication; shape tells words from deeds, fill how real, colour who.</>}
    >
      <ul class="key">
        <li>
          <Mark quad={1} fill="solid" side="ink" /> words, cooperative
        </li>
        <li>
          <Mark quad={2} fill="solid" side="ink" /> deeds, cooperative
        </li>
        <li>
          <Mark quad={3} fill="solid" side="ink" /> words, conflictual
        </li>
        <li>
          <Mark quad={4} fill="solid" side="ink" /> deeds, conflictual
        </li>
        <li>
          <Mark quad={1} fill="hollow" side="ink" /> planned
        </li>
        <li>
          <Mark quad={1} fill="dotted" side="ink" /> possible or wanted
        </li>
        <li>
          <Mark quad={1} fill="struck" side="ink" /> did not
        </li>
      </ul>
      <ul class="claims">
        {page.latest.map((id) => {
          const citation = page.citations[id];
          return citation && <ClaimLine key={id} citation={citation} sides={page.sides} asOf={route.asOf} />;
        })}
      </ul>
      <p class="more">
        <a href={claims({})}>All {plural(page.claims, 'claim')}</a>
      </p>
    </Block>
  );
}
