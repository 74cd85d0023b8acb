import type { JSX } from 'preact';
import { ClaimLine } from '../claim-line.tsx';
import { Mark } from '../mark.tsx';
import { plural } from '../words.ts';
import { Block, type Show } from './block.tsx';

export function Latest({ page, route, claims }: Show): JSX.Element {
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
