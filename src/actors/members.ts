import type { Day } from '../report.ts';
import type { Line } from '../table.ts';
import type { Actor } from './actor.ts';
import { type ActorDirectory, listOf, type Membership, type State } from './directory.ts';
import { readPeriod } from './period.ts';

/**
 * Reads which states belong to which organisation from when to when; a state that left and came back stands
 * twice. Throws with file and line where a code is unknown, a day does not exist, or a state belongs twice
 * at a time.
 */
export function readMembers(
  lines: readonly Line[],
  states: ReadonlyMap<string, State>,
  organisations: ReadonlyMap<string, Actor>,
): Map<string, Membership[]> {
  const members = new Map<string, Membership[]>();
  for (const { row, where } of lines) {
    const organisation = row['organisation']!;
    if (!organisations.has(organisation)) {
      throw new Error(
        `${where}: unknown organisation "${organisation}"; expected a code of organisations.tsv`,
      );
    }
    const { from, to } = readPeriod(row['from']!, row['to']!, where);
    const list = members.get(organisation) ?? [];
    members.set(organisation, list);
    for (const country of listOf(row['members']!)) {
      if (!states.has(country)) {
        throw new Error(`${where}: unknown state "${country}"; expected a code of states.tsv`);
      }
      const twice = list.some(
        (other) =>
          other.country === country &&
          (to === null || other.from <= to) &&
          (other.to === null || from <= other.to),
      );
      if (twice) throw new Error(`${where}: ${country} is a member of ${organisation} twice at a time`);
      list.push({ country, from, to });
    }
  }
  return members;
}

/**
 * The states that belong to an organisation on a day, by code; a body of an organisation has its members where
 * it has none of its own. Empty where nobody wrote them down.
 */
export function membersOn(directory: ActorDirectory, organisation: string, on: Day): string[] {
  const whole = directory.organisations.get(organisation)?.organisation;
  return (directory.members.get(organisation) ?? directory.members.get(whole ?? '') ?? [])
    .filter((one) => isIn(one, on))
    .map(({ country }) => country)
    .sort();
}

export function isMemberOn(
  directory: ActorDirectory,
  organisation: string,
  country: string,
  on: Day,
): boolean {
  const memberships = directory.members.get(organisation);
  return memberships?.some((one) => one.country === country && isIn(one, on)) === true;
}

function isIn({ from, to }: Membership, on: Day): boolean {
  return from <= on && (to === null || on <= to);
}

/** The organisations to which a state belongs on a day, in the order of the table. */
export function organisationsOf(directory: ActorDirectory, country: string, on: Day): string[] {
  return [...directory.members.keys()].filter((organisation) =>
    isMemberOn(directory, organisation, country, on),
  );
}
