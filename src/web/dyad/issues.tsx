import type { JSX } from 'preact';
import { plural, shortDay, sourceWords } from '../words.ts';
import { Block, type Show } from './block.tsx';

export function Issues({ page, claim, claims, whole, isWhole }: Show): JSX.Element {
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
