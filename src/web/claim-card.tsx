import type { JSX } from 'preact';
import type { Claim, ClaimActor, CodebookAnswer, Span } from '../serve/answers.ts';
import { fillOf, Mark } from './mark.tsx';
import type { ReaderProps } from './reader-props.ts';
import { hrefOf } from './route.ts';
import {
  leadingActors,
  longDay,
  plural,
  type Sides,
  sideOf,
  spaced,
  statusWords,
  whenWords,
} from './words.ts';

interface CardProps extends ReaderProps {
  readonly claim: Claim;
  /** Which of the report's claims it is, from 1. */
  readonly place: number;
  readonly quad: number | null;
  readonly codebook: CodebookAnswer | null;
  /** On a narrow screen the card opens only at a claim that was tapped. */
  readonly isChosen: boolean;
  readonly onClose: () => void;
}

const QUADS = ['', 'words, cooperative', 'deeds, cooperative', 'words, conflictual', 'deeds, conflictual'];

/** Everything that was decided about one claim, with the words and the rule that decided it. */
export function ClaimCard(props: CardProps): JSX.Element {
  const { claim, claims, report, place, quad, codebook, sides, lives, recordedAt, route, isChosen, onClose } =
    props;
  const quote = ({ start, end }: Span) => report.text.slice(start, Math.min(end, start + 160));
  const traces = (field: string) => claim.rules.filter((trace) => trace.field === field);
  const life = lives[claim.id];
  const { source } = claim;
  const meaning = claim.mode === undefined ? undefined : codebook?.types[claim.type ?? '']?.modes[claim.mode];
  return (
    <aside
      class={`card ${sideOf(claim.actors, sides)}${isChosen ? ' chosen' : ''}`}
      aria-labelledby="card-name"
    >
      <p class="place">
        <span>
          Claim {place} of {claims.length}
        </span>
        {route !== undefined && <a href={hrefOf({ ...route, claim: claim.id })}>link to this claim</a>}
        <button type="button" class="link close" onClick={onClose}>
          close
        </button>
      </p>
      <h2 id="card-name">
        <Names actors={claim.actors} sides={sides} /> <q dir="auto">{quote(claim.trigger)}</q>{' '}
        <Names actors={claim.recipients} sides={sides} />
      </h2>
      <p class="verdict">
        <Mark quad={quad} fill={fillOf(claim)} side={sideOf(claim.actors, sides)} />
        <b>{statusWords(claim)}</b>
      </p>
      <dl>
        <dt>Decided by</dt>
        <dd>
          <Traces traces={traces('status')} quote={quote} />
          <Traces traces={traces('polarity')} quote={quote} />
          {claim.likelihood !== undefined && (
            <small>
              “{claim.likelihood.words}” is {claim.likelihood.low} to {claim.likelihood.high} by{' '}
              {claim.likelihood.table}
            </small>
          )}
        </dd>
        <dt>Said by</dt>
        <dd>
          <ol class="chain">
            <li>
              {report.publisher ?? 'this report'}
              <small>
                {source.kind === 'narrator' ? 'in its own voice' : 'this report'},{' '}
                {longDay(report.publishedOn)}
              </small>
            </li>
            {source.via.map((name) => (
              <li key={name} dir="auto">
                {name}
              </li>
            ))}
            {source.kind !== 'narrator' && (
              <li>
                <span dir="auto">
                  {source.actor?.name ?? source.asWritten ?? 'somebody who is not named'}
                </span>
                <small>
                  {spaced(source.kind)}
                  {source.cueSpan !== null && (
                    <>
                      ; <q dir="auto">{quote(source.cueSpan)}</q>
                    </>
                  )}
                  {source.quoted !== 'none' && `, ${source.quoted} speech`}
                </small>
              </li>
            )}
          </ol>
        </dd>
        <dt>Action</dt>
        <dd>
          {claim.type === null ? spaced(claim.kind) : claim.type}
          {claim.mode !== undefined && `, ${spaced(claim.mode)}`}
          <small>{quad === null ? `${spaced(claim.kind)}, no type of PLOVER` : QUADS[quad]}</small>
          {meaning !== undefined && <small>{meaning}</small>}
          <Traces traces={traces('type')} quote={quote} />
        </dd>
        <dt>Who, whom</dt>
        <dd>
          {[...claim.actors, ...claim.recipients].map((actor) => (
            <Party key={`${actor.id} ${actor.span.start}`} actor={actor} sides={sides} quote={quote} />
          ))}
          {claim.actors.length === 0 && 'nobody named'}
          {claim.recipients.length > 0 && (
            <small>the last {plural(claim.recipients.length, 'name')} as recipient</small>
          )}
        </dd>
        <dt>Issue</dt>
        <dd>
          {claim.issues.length === 0
            ? 'none named'
            : claim.issues.map((id) => codebook?.issues[id] ?? id).join(', ')}
        </dd>
        <dt>Dates</dt>
        <dd>
          <dl class="dates">
            {source.saidOn !== null && (
              <div>
                <dt>Said</dt>
                <dd>{whenWords(source.saidOn)}</dd>
              </div>
            )}
            <div>
              <dt>{fillOf(claim) === 'solid' ? 'Happened' : 'Due'}</dt>
              <dd>
                {whenWords(claim.when)}
                <small>{claim.when.certainty === 'stated' ? 'stated' : 'implied by a rule'}</small>
                <code>{claim.when.rule}</code>
              </dd>
            </div>
            <div>
              <dt>Published</dt>
              <dd>{longDay(report.publishedOn)}</dd>
            </div>
            {recordedAt !== null && (
              <div>
                <dt>Recorded</dt>
                <dd>{recordedAt.slice(0, 16).replace('T', ', ')} UTC</dd>
              </div>
            )}
          </dl>
        </dd>
        {life !== undefined && sides !== null && (
          <>
            <dt>Followed as</dt>
            <dd>
              {life.encounter.kind}, <b>{spaced(life.encounter.state)}</b>
              <small>
                <a
                  href={hrefOf({
                    page: 'claims',
                    pair: [sides[0].code, sides[1].code],
                    about: { encounter: life.encounter.id },
                    ...(route?.asOf === undefined ? {} : { asOf: route.asOf }),
                  })}
                >
                  {life.others.length === 0
                    ? 'no other report says so'
                    : `${plural(life.others.length, 'claim')} of other reports`}
                </a>
              </small>
            </dd>
          </>
        )}
      </dl>
      <details>
        <summary>Every rule that had a say</summary>
        <ul class="rules">
          {claim.rules.map(({ field, rule, span }, at) => (
            // Two rules may bear the same name on the same field.
            <li key={at}>
              {field} <code>{rule}</code>
              {span !== undefined && <q dir="auto">{quote(span)}</q>}
            </li>
          ))}
        </ul>
        <p class="small second">Coded by {claim.coder}</p>
      </details>
    </aside>
  );
}

function Names({ actors, sides }: { actors: readonly ClaimActor[]; sides: Sides | null }): JSX.Element {
  const shown = leadingActors(actors);
  return (
    <>
      {shown.map((actor, at) => (
        <span key={actor.id}>
          {at > 0 && ', '}
          <span class={sideOf([actor], sides)}>{actor.name}</span>
        </span>
      ))}
    </>
  );
}

function Party({
  actor,
  sides,
  quote,
}: {
  actor: ClaimActor;
  sides: Sides | null;
  quote: (span: Span) => string;
}): JSX.Element {
  return (
    <p>
      <b class={sideOf([actor], sides)}>{actor.country ?? actor.organisation ?? ''}</b> {actor.name}
      {actor.office !== undefined && `, ${spaced(actor.office)}`}
      <small>
        from <q dir="auto">{quote(actor.span)}</q>
      </small>
    </p>
  );
}

function Traces({ traces, quote }: { traces: Claim['rules']; quote: (span: Span) => string }): JSX.Element {
  return (
    <>
      {traces.map(({ rule, span }) => (
        <p key={rule}>
          {span !== undefined && <q dir="auto">{quote(span)}</q>} <code>{rule}</code>
        </p>
      ))}
    </>
  );
}
