import type { Day } from '../report.ts';
import type { ActorDirectory, Person, Term } from './directory.ts';

/** Offices whose holder leads the country's government or stands for it as its head. */
export const LEADERS: ReadonlySet<string> = new Set([
  'president',
  'prime-minister',
  'monarch',
  'supreme-leader',
  'military-ruler',
  'chief-executive',
  'ceremonial-president',
  'commission-president',
  'secretary-general',
]);

/** Offices that answer to each other across countries, where the other has none of the same name. */
const EQUIVALENTS: Readonly<Record<string, readonly string[]>> = {
  president: ['prime-minister', 'supreme-leader', 'monarch'],
  'prime-minister': ['president'],
  'supreme-leader': ['president', 'prime-minister'],
  'ceremonial-president': ['president', 'monarch'],
  'crown-prince': ['president', 'prime-minister'],
  'vice-president': ['deputy-prime-minister'],
  'finance-minister': ['vice-premier'],
};

export function holds(term: Term, on: Day): boolean {
  return term.from <= on && (term.to === null || on <= term.to);
}

/** The terms of a person on a day, the one he or she is known by first. */
export function termsOn(directory: ActorDirectory, person: Person, on: Day): Term[] {
  const rank = (term: Term): number => directory.offices.get(term.office)?.rank ?? Number.MAX_SAFE_INTEGER;
  // On the day of a hand-over the later term counts.
  return person.terms
    .filter((term) => holds(term, on))
    .sort((a, b) => rank(a) - rank(b) || (a.from < b.from ? 1 : -1));
}

/** Who holds a single-holder office on a day; null where nobody checked does. */
export function holderOn(directory: ActorDirectory, country: string, office: string, on: Day): Term | null {
  if (directory.offices.get(office)?.single !== true) return null;
  const terms = directory.terms.get(`${country}/${office}`)?.filter((term) => holds(term, on)) ?? [];
  const last = terms.at(-1);
  return last?.checked === true ? last : null;
}

/** Who holds the office in another country that answers to this one; null where nobody checked does. */
export function counterpartOn(
  directory: ActorDirectory,
  office: string,
  country: string,
  on: Day,
): Term | null {
  for (const candidate of [office, ...(EQUIVALENTS[office] ?? [])]) {
    const term = holderOn(directory, country, candidate, on);
    if (term !== null) return term;
  }
  return null;
}
