import type { ActorMention } from '../actors/actor.ts';
import { unique } from './actors-named.ts';
import type { Predicate } from './codebook.ts';

export interface Parties {
  readonly actors: readonly ActorMention[];
  readonly recipients: readonly ActorMention[];
}

/** Who speaks for a state tells of meetings and takes no part in them. */
function isSpokesperson(office: string | undefined): boolean {
  return office?.endsWith('spokesperson') ?? false;
}

/**
 * Visitor is actor and host recipient; where nobody hosts, all parties of a mutual act are actors, once.
 * Nobody is the recipient of an act of their own.
 */
export function settleParties(
  predicate: Predicate,
  parties: Parties,
  place: ActorMention | null,
): Parties & { rules: string[] } {
  const ids = new Set(parties.actors.map(({ actor }) => actor.id));
  // "Norway recalled its ambassador": what is one's own is nobody else.
  const isOwn = ({ actor, rule }: ActorMention): boolean =>
    rule.startsWith('actors/own-') && parties.actors.some((one) => one.actor.country === actor.country);
  const recipients = parties.recipients.filter((one) => !ids.has(one.actor.id) && !isOwn(one));
  // Talks are mutual, but one side breaks them off.
  const oneSided = predicate.type === 'REJECT' && parties.actors.length > 0;
  if (!predicate.symmetric || oneSided)
    return { actors: parties.actors, recipients, rules: ['actors/by-frame'] };
  const all = unique([...parties.actors, ...recipients]).filter(({ actor }) => !isSpokesperson(actor.office));
  const host = place?.actor.country ?? null;
  const guests = all.filter(({ actor }) => actor.country !== host);
  const hosts = all.filter(({ actor }) => actor.country === host);
  // "Peru signs an accord in Oslo": with whom is not told.
  const mayHost = predicate.type !== 'AGREE' && predicate.type !== 'SUPPORT';
  if (host === null || place === null || guests.length === 0 || (hosts.length === 0 && !mayHost))
    return { actors: all, recipients: [], rules: ['actors/mutual'] };
  if (hosts.length > 0) return { actors: guests, recipients: hosts, rules: ['actors/host'] };
  const countries = new Set(guests.map(({ actor }) => actor.country));
  return countries.size === 1
    ? { actors: guests, recipients: [place], rules: ['actors/host-by-place'] }
    : { actors: guests, recipients: [], rules: ['actors/mutual'] };
}
