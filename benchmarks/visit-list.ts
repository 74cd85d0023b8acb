import { readFileSync } from 'node:fs';
import type { ActorDirectory } from '../src/actors/directory.ts';
import type { Day } from '../src/report.ts';
import { findCountry } from '../src/serve/country-words.ts';

/** A row of a list of visits and meetings: somebody of one country with the other country. */
export interface ListedEncounter {
  readonly kind: string;
  readonly person: string;
  /** Alpha-3 codes. */
  readonly from: string;
  readonly to: string;
  readonly start: Day;
  readonly end: Day;
}

/**
 * Reads a list of visits as CSV. It needs the columns `start_date`, `end_date` and either `person`, `from`, `to` and
 * `kind`, or `name` and `country` for a list of travels from one country, which `home` names.
 */
export function readVisitList(path: string, home: string, actors: ActorDirectory): ListedEncounter[] {
  const [head = [], ...rows] = readCsv(readFileSync(path, 'utf8'));
  const column = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? '';
  return rows.flatMap((row) => {
    const country = column(row, 'country');
    const to = country === '' ? column(row, 'to') : codeOf(country, actors);
    const person = column(row, 'person') || column(row, 'name');
    const start = column(row, 'start_date');
    if (to === null || person === '' || start === '') return [];
    const end = column(row, 'end_date') || start;
    return [
      { kind: column(row, 'kind') || 'visit', person, from: column(row, 'from') || home, to, start, end },
    ];
  });
}

/** "China, People’s Republic of" is China; a country that is no longer there is none. */
function codeOf(country: string, actors: ActorDirectory): string | null {
  for (const name of [country, country.split(',')[0]!]) {
    try {
      return findCountry(name, actors);
    } catch {}
  }
  return null;
}

/** Cells in quotes may hold commas, line ends and doubled quotes. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',' && end !== '') rows.push([]);
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}
