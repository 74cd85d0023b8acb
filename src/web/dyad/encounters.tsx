import type { JSX } from 'preact';
import type { Encounter, Rung, RungName } from '../../serve/answers.ts';
import { type Fill, Mark } from '../mark.tsx';
import { encounterTitle, plural, shortDay, spaced, whenWords } from '../words.ts';
import { Block, type Show } from './block.tsx';

const RUNGS: Readonly<Record<RungName, { readonly label: string; readonly fill: Fill }>> = {
  possible: { label: 'Possible', fill: 'dotted' },
  planned: { label: 'Planned', fill: 'hollow' },
  held: { label: 'Held', fill: 'solid' },
  'fell-through': { label: 'Fell through', fill: 'struck' },
};

export function Encounters(show: Show): JSX.Element {
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
      {encounter.differences.length > 0 && <Differences encounter={encounter} show={show} />}
    </div>
  );
}

/** What the reports of an encounter do not agree on, each value one click from the sentence that gives it. */
function Differences({ encounter, show }: { encounter: Encounter; show: Show }): JSX.Element {
  return (
    <p class="path">
      told differently:{' '}
      {encounter.differences.map(({ what, told }, at) => (
        <span key={what}>
          {at > 0 && '; '}
          {what.replace(/^figure /, '')}{' '}
          {[...new Map(told.map(({ value, claim }) => [value, claim]))].map(([value, claim], nth) => (
            <span key={value}>
              {nth > 0 && ' or '}
              <a dir="auto" href={show.claim(claim)}>
                {value}
              </a>
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}

/** A date that only a rule gave says nothing of what is ahead. */
export function aheadWords({ when }: Encounter): string {
  return when.certainty === 'stated' ? whenWords(when) : 'no date';
}
