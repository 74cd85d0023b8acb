import type { Report } from '../report.ts';
import type { Actor } from './actor.ts';
import type { ActorDirectory } from './directory.ts';
import { lookUp } from './look-up.ts';
import { stateActor } from './owners.ts';

/** Whoever the source of a report says speaks: its field `speaker`. */
export function namedSpeaker({ origin, publishedOn }: Report, directory: ActorDirectory): Actor | null {
  const named = origin['speaker'];
  if (typeof named !== 'string') return null;
  return lookUp(directory, named, publishedOn).find(({ actor }) => actor.kind === 'person')?.actor ?? null;
}

/** The state whose government publishes a report, by the end of the name of its site: "mfa.example.gov.uk". */
export function publishingState(
  { publisher = '', url = '' }: Report,
  { publishers, states }: ActorDirectory,
): Actor | null {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? publisher;
  const parts = host.toLowerCase().split('.');
  const ends = parts.map((_, from) => parts.slice(from).join('.'));
  const state = states.get(ends.map((end) => publishers.get(end)).find((code) => code !== undefined) ?? '');
  return state === undefined ? null : stateActor(state);
}
