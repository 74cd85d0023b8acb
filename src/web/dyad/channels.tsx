import type { JSX } from 'preact';
import type { DyadPage } from '../../serve/answers.ts';
import { Wire } from '../mark.tsx';
import { longDay, plural, sourceWords, spaced } from '../words.ts';
import { Block, type Show } from './block.tsx';

export function Channels({ page, claim, claims }: Show): JSX.Element {
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
