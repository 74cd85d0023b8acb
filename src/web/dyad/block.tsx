import type { ComponentChildren, JSX } from 'preact';
import type { DyadPage } from '../../serve/answers.ts';
import type { Route } from '../route.ts';

export type DyadRoute = Extract<Route, { page: 'dyad' }>;

/** The picture, and the addresses of what stands behind it. */
export interface Show {
  readonly page: DyadPage;
  readonly route: DyadRoute;
  readonly claim: (id: string | null | undefined) => string;
  readonly claims: (about: Readonly<Record<string, string>>) => string;
  readonly whole: (name: string) => string;
  readonly isWhole: (name: string) => boolean;
}

export function Block({
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
