import type { Actor } from './actor.ts';
import type { Area, Entry } from './directory.ts';
import { type Found, one } from './found.ts';
import { headAt, isModifier } from './heads.ts';
import type { Reader } from './reader.ts';
import type { Match } from './trie.ts';
import { CAPITAL, SPACE } from './words.ts';

/** States by other words. */
const STATES = new Set(
  'states countries nations powers governments capitals monarchies republics economies'.split(' '),
);

/** "Western diplomats", "West African leaders", "Gulf states", "Europeans": a group of no one state. */
export function areaPhrase(reader: Reader, at: number, { end, entries }: Match<Entry>): Found | null {
  const entry = entries.find((one) => one.kind === 'area');
  if (entry?.kind !== 'area') return null;
  const { area, people } = entry;
  const { words } = reader;
  if (people) return groupOf(reader, at, end, area, 'people', 'people', 'CVL');
  if (words.gaps[end] !== SPACE || (words.forms[end]! & CAPITAL) !== 0) return null;
  let noun = end;
  for (let steps = 0; steps < 2 && isModifier(words.keys[noun] ?? ''); steps++) noun++;
  if (STATES.has(words.keys[noun]!)) return groupOf(reader, at, noun + 1, area, 'states', 'group', 'GOV');
  const head = headAt(reader, end, true);
  if (head === null || head.of !== null) return null;
  if (head.kind === 'counterpart') return groupOf(reader, at, head.to, area, 'counterparts', 'group', 'GOV');
  if (head.group !== undefined)
    return groupOf(
      reader,
      at,
      head.to,
      area,
      head.group.id,
      head.group.kind === 'people' ? 'people' : 'group',
      head.group.sector,
    );
  return head.kind === 'title' && head.plural
    ? groupOf(reader, at, head.to, area, 'officials', 'group', head.titles[0]?.office.sector)
    : null;
}

function groupOf(
  reader: Reader,
  from: number,
  to: number,
  { id, adjective }: Area,
  noun: string,
  kind: Actor['kind'],
  sector: string | undefined,
): Found {
  const actor: Actor = {
    id: `area/${id}/${noun}`,
    kind,
    name: `${adjective} ${noun}`,
    country: null,
    ...(sector === undefined ? {} : { sector }),
  };
  return one(reader, from, to, actor, 'demonym', 'actors/area', null, to);
}
