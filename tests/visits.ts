import { loadKnowledge } from '../src/knowledge.ts';
import type { CodedReport, Guide } from '../src/relations/coded.ts';
import type { Dyad } from '../src/relations/dyad.ts';
import { findEncounters } from '../src/relations/encounters.ts';
import { drawDyad } from '../src/relations/picture.ts';
import type { Told } from './claims-builder.ts';

/** The visits, the summit and the calls that the tests of the picture tell their stories about. */

export const visit: Told = { mode: 'visit', who: ['Antony Blinken'], towards: ['CHN'] };
export const FEBRUARY: Told & { readonly days: string } = { ...visit, days: '2023-02-05..2023-02-06' };
export const JUNE: Told & { readonly days: string } = { ...visit, days: '2023-06-18..2023-06-19' };
export const PUT_OFF: Told = {
  type: 'REJECT',
  mode: 'postpone',
  who: ['Antony Blinken'],
  towards: ['CHN'],
  days: '..2023-02-03',
};
export const summit: Told = { mode: 'meet', who: ['Joe Biden', 'Xi Jinping'] };
export const call: Told = { mode: 'phone', who: ['Antony Blinken', 'Qin Gang'] };

export const guide: Guide = loadKnowledge().guide;

export function picture(asOf: string, ...coded: readonly CodedReport[]): Dyad {
  return drawDyad(coded, ['USA', 'CHN'], asOf, guide);
}

/** `visit held 2023-06-18..2023-06-19` for each encounter. */
export function lives(asOf: string, ...coded: readonly CodedReport[]): string[] {
  return findEncounters(coded, asOf).map(
    ({ kind, state, when }) => `${kind} ${state} ${when.beginMin ?? ''}..${when.endMax ?? ''}`,
  );
}
