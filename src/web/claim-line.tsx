import type { JSX } from 'preact';
import type { Citation } from '../serve/answers.ts';
import { fillOf, Mark } from './mark.tsx';
import { useQuads } from './quads.ts';
import { hrefOf, type Pair } from './route.ts';
import { type Sides, shortDay, sideOf, sourceWords, statusWords } from './words.ts';

/** Where a claim stands: the report, opened at its sentence. */
export function claimHref({ claim, report }: Citation, pair: Pair | null, asOf?: string): string {
  return hrefOf({
    page: 'report',
    id: report.id,
    claim: claim.id,
    ...(pair === null ? {} : { pair }),
    ...(asOf === undefined ? {} : { asOf }),
  });
}

/** One claim in one line: mark, status, the source's words, who says so and where. */
export function ClaimLine({
  citation,
  sides,
  asOf,
}: {
  citation: Citation;
  sides: Sides;
  asOf: string | undefined;
}): JSX.Element {
  const { claim, report, clause, withdrawn } = citation;
  const quads = useQuads();
  return (
    <li class="claim-line">
      <Mark
        quad={claim.type === null ? null : (quads?.[claim.type] ?? null)}
        fill={fillOf(claim)}
        side={sideOf(claim.actors, sides)}
      />
      <span class="status">{withdrawn ? 'withdrawn' : statusWords(claim)}</span>
      <a class="words" dir="auto" href={claimHref(citation, [sides[0].code, sides[1].code], asOf)}>
        {clause}
      </a>
      <span class="by">
        {sourceWords(citation)}
        {report.publisher !== null && claim.source.kind !== 'narrator' && `, ${report.publisher}`},{' '}
        {shortDay(report.publishedOn)}
      </span>
    </li>
  );
}
