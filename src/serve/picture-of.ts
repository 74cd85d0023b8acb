import type { Knowledge } from '../knowledge.ts';
import type { Dyad } from '../relations/dyad.ts';
import { drawDyad } from '../relations/picture.ts';
import type { Day } from '../report.ts';
import type { Ledger } from '../store/ledger.ts';

/** Grows when a picture gets another shape, so that none of an older shape is taken from a ledger. */
const SHAPE = 6;

/** The picture of two countries on a day, kept by the ledger: the one road for the command line and the API. */
export function pictureOf(
  ledger: Ledger,
  { coder, guide }: Knowledge,
  [a, b]: readonly [string, string],
  asOf: Day,
): Dyad {
  const sides: readonly [string, string] = a < b ? [a, b] : [b, a];
  return ledger.picture(sides, asOf, `${coder} picture ${SHAPE}`, () =>
    drawDyad(ledger.codedReports(sides, asOf), sides, asOf, guide, ledger.corrections()),
  );
}
