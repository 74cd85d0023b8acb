import type { Actor } from './actor.ts';
import type { Head, Owner } from './draft.ts';
import { bodyActor, governmentActor, stateActor } from './owners.ts';
import { type Hints, personActor } from './persons.ts';
import type { Reader } from './reader.ts';
import { holderOn } from './terms.ts';

/** What a head means with its owner and without a name; null where that is nobody. */
export function headActor(reader: Reader, owner: Owner | null, head: Head): Actor | null {
  const { directory, report } = reader;
  const country =
    owner?.country ?? head.body?.country ?? (head.kind === 'title' ? impliedCountry(head) : null);
  const organisation = owner?.organisation ?? null;
  const label =
    country === null ? (owner?.label ?? '') : (directory.states.get(country)?.adjective ?? country);
  if (head.kind === 'group') {
    if (country === null && (organisation === null || head.group?.kind === 'people')) return null;
    const { id, kind, sector, foreign } = head.group!;
    // "the Chinese side" is China.
    if (kind === 'state')
      return owner!.form === 'capital'
        ? owner!.actor
        : country === null
          ? owner!.actor
          : stateActor(directory.states.get(country)!);
    if (foreign)
      return {
        id: `${country ?? organisation}/${id}`,
        kind,
        name: `${label} ${id}`,
        country: null,
        ...(sector === undefined ? {} : { sector }),
      };
    const body = head.body;
    return {
      id: `${country ?? organisation}/${id}`,
      kind,
      name: `${label} ${id}`,
      country,
      ...(organisation === null ? {} : { organisation }),
      ...(body !== undefined && sector === 'GOV'
        ? { sector: body.sector }
        : sector === undefined
          ? {}
          : { sector }),
    };
  }
  if (head.kind === 'body') {
    if (country === null) return owner === null ? null : owner.actor;
    // "the Taliban government", "the party's leadership": no body of the state.
    if (owner?.form === 'organisation' && head.body!.country === null) return owner.actor;
    if (head.body!.id === 'GOV' && head.body!.country === null)
      return governmentActor(directory.states.get(country)!);
    return bodyActor(
      directory,
      { body: head.body!.id, label: head.body!.label, sector: head.body!.sector },
      country,
    );
  }
  const place = country ?? organisation ?? implied(head);
  if (place === null || head.titles.length === 0 || head.plural)
    return place === null ? null : pluralActor(place, country, label, head);
  const title = titleFor(reader, head, place);
  const { office } = title;
  if (/^(?:chief|head|boss)$/.test(reader.words.keys[head.to - 1]!)) {
    const chief = chiefOf(reader, owner, place, label);
    if (chief !== null) return chief;
  }
  if (owner?.form === 'organisation' && country !== null && leadsNoState(owner.actor, office.id))
    return officeWithin(owner.actor, office.id, head.former);
  if (
    office.id === 'courtesy' ||
    (office.id === 'supreme-leader' &&
      head.titles.length === 1 &&
      country !== null &&
      !directory.terms.has(`${country}/supreme-leader`))
  ) {
    return leaderOf(reader, country, label);
  }
  const role = office.id === 'supreme-leader' && country === null ? 'leader' : office.id;
  const id = head.postedTo === null ? role : `${role}-to-${head.postedTo}`;
  if (!head.former && head.sought !== true) {
    const term = holderOn(directory, place, id, report.publishedOn);
    if (term !== null)
      return personActor(directory, term.person, report.publishedOn, {
        country,
        organisation,
        titles: [title],
        former: false,
      });
  }
  const states = directory.states.has(place);
  return {
    id: `${place}/${head.former ? 'former-' : ''}${id}`,
    kind: 'office',
    name: `${head.former ? 'former ' : ''}${label} ${id.replaceAll('-', ' ')}`.trim(),
    country: states ? place : null,
    ...(states ? {} : { organisation: place }),
    ...(head.former ? { sector: 'ELI' } : office.sector === undefined ? {} : { sector: office.sector }),
    ...(head.former ? {} : { office: id }),
  };
}

/** A party, armed group or company; a ruling party's chief is an office of the state's tables. */
function leadsNoState({ sector }: Actor, office: string): boolean {
  return sector !== 'GOV' && office !== 'party-chief';
}

/** "the leader of the Shining Path" leads no state. */
function officeWithin(body: Actor, office: string, former: boolean): Actor {
  const role = office === 'supreme-leader' ? 'leader' : office;
  const held = former ? `former-${role}` : role;
  return {
    id: `${body.id}/${held}`,
    kind: 'office',
    name: `${body.name} ${held.replaceAll('-', ' ')}`,
    country: body.country,
    ...(former ? { sector: 'ELI' } : body.sector === undefined ? {} : { sector: body.sector }),
  };
}

/** "the Chinese leader" is the head of state or government. */
export function leaderOf(reader: Reader, country: string | null, label: string): Actor | null {
  if (country === null) return null;
  const { directory, report } = reader;
  for (const office of ['supreme-leader', 'president', 'prime-minister', 'monarch', 'military-ruler']) {
    const term = holderOn(directory, country, office, report.publishedOn);
    if (term !== null) return personActor(directory, term.person, report.publishedOn);
  }
  return {
    id: `${country}/leader`,
    kind: 'office',
    name: `${label} leader`,
    country,
    sector: 'GOV',
    office: 'leader',
  };
}

const CHIEFS = [
  'secretary-general',
  'director-general',
  'managing-director',
  'executive-director',
  'commission-president',
  'president',
  'chairman',
];

/** "the UN chief" leads the organisation, "the Kremlin chief" the state. */
function chiefOf(reader: Reader, owner: Owner | null, place: string, label: string): Actor | null {
  const { directory, report } = reader;
  if (owner === null) return null;
  if (owner.form === 'seat' && owner.country !== null) return leaderOf(reader, owner.country, label);
  if (owner.form !== 'organisation' || owner.country !== null) return null;
  for (const office of CHIEFS) {
    const term =
      holderOn(directory, owner.actor.id, office, report.publishedOn) ??
      holderOn(directory, place, office, report.publishedOn);
    if (term !== null) return personActor(directory, term.person, report.publishedOn);
  }
  return null;
}

function pluralActor(place: string, country: string | null, label: string, head: Head): Actor {
  const sector = head.titles[0]?.office.sector;
  return {
    id: `${place}/officials`,
    kind: 'group',
    name: `${label} officials`,
    country,
    ...(country === null ? { organisation: place } : {}),
    ...(sector === undefined ? {} : { sector }),
  };
}

function impliedCountry(head: Head): string | null {
  const place = implied(head);
  return place !== null && /^[A-Z]{3}$/.test(place) && head.titles.every(({ country }) => country === place)
    ? place
    : null;
}

/** The one country or organisation that the title alone implies. */
function implied(head: Head): string | null {
  const places = new Set(head.titles.map(({ country }) => country));
  return places.size === 1 ? [...places][0]! : null;
}

/** The office that a title means in a country: its own word for it, else the one that somebody there holds. */
function titleFor(reader: Reader, head: Head, place: string): Head['titles'][number] {
  const { directory, report } = reader;
  const own = head.titles.find(({ country }) => country === place);
  if (own !== undefined) return own;
  const general = head.titles.filter(({ country }) => country === null);
  const held = general.find(
    ({ office }) => holderOn(directory, place, office.id, report.publishedOn) !== null,
  );
  const known = general.find(({ office }) => directory.terms.has(`${place}/${office.id}`));
  return held ?? known ?? general[0] ?? head.titles[0]!;
}

export function hintsOf(owner: Owner | null, head: Head | null): Hints {
  const titles = head?.titles ?? [];
  const country = owner?.country ?? (head === null ? null : (head.body?.country ?? impliedCountry(head)));
  return { country, organisation: owner?.organisation ?? null, titles, former: head?.former ?? false };
}
