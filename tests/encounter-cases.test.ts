import { loadKnowledge } from '../src/knowledge.ts';
import { analyse } from '../src/pipeline.ts';
import type { Encounter } from '../src/relations/dyad.ts';
import { runCases } from './cases.ts';

const knowledge = loadKnowledge();

/** `visit held 2024-02-08..2024-02-09 | Penny Wong AUS, India IND` */
function lineOf({ kind, state, when, participants }: Encounter): string {
  const begin = bounds(when.beginMin, when.beginMax);
  const end = bounds(when.endMin, when.endMax);
  const days = begin === end ? begin : `${begin}..${end}`;
  const who = participants.map(({ name, country }) => `${name} ${country ?? '-'}`).join(', ');
  return `${kind} ${state} ${days} | ${who}`.replaceAll('  ', ' ');
}

/** One day, `2024-02-08/2024-02-09` where it is between two, nothing where it is open. */
function bounds(min: string | null, max: string | null): string {
  return min === max ? (min ?? '') : `${min ?? ''}/${max ?? ''}`;
}

runCases('encounters', ({ text, headers }) =>
  analyse(
    { id: 'test', publishedOn: headers['date']!, text, language: 'en', origin: {} },
    knowledge,
  ).encounters.map(lineOf),
);
