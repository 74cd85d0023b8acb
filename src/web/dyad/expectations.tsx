import type { JSX } from 'preact';
import type { Expectation } from '../../serve/answers.ts';
import { type Fill, Mark } from '../mark.tsx';
import { plural, shortDay, sourceWords, spaced } from '../words.ts';
import { Block, type Show } from './block.tsx';

const OUTCOMES: Readonly<Record<Expectation['outcome'], Fill>> = {
  'came-true': 'solid',
  'did-not': 'struck',
  open: 'hollow',
  void: 'dotted',
};

export function Expectations({ page, claim, claims, whole, isWhole }: Show): JSX.Element {
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
