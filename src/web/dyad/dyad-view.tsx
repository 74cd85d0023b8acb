import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DyadPage } from '../../serve/answers.ts';
import { useAnswer } from '../api.ts';
import { claimHref } from '../claim-line.tsx';
import { scrollToPlace } from '../navigate.ts';
import { hrefOf } from '../route.ts';
import { plural } from '../words.ts';
import type { DyadRoute, Show } from './block.tsx';
import { Channels } from './channels.tsx';
import { Encounters } from './encounters.tsx';
import { Expectations } from './expectations.tsx';
import { Issues } from './issues.tsx';
import { Latest } from './latest.tsx';
import { StateLine } from './state-line.tsx';

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
