import type { Day } from '../report.ts';
import type { Actor, ActorKind } from './actor.ts';
import type { Trie } from './trie.ts';

export interface State {
  /** ISO 3166-1 alpha-3, or TWN, HKG, PSE, XKX, VAT. */
  readonly code: string;
  /** Number in the list of states of the Correlates of War project; null where it has none. */
  readonly cow: number | null;
  readonly name: string;
  /** The first adjective, "Chinese"; the name where there is none. */
  readonly adjective: string;
}

export interface Office {
  readonly id: string;
  /** PLOVER's sector of whoever holds it. */
  readonly sector: string | undefined;
  /** Whether one person holds it at a time. */
  readonly single: boolean;
  /** Order in offices.tsv: a lower rank is the office a person is known by. */
  readonly rank: number;
}

/** A person's time in an office. */
export interface Term {
  readonly person: Person;
  readonly office: string;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly from: Day;
  /** Null where the term had not ended when the table was made. */
  readonly to: Day | null;
  /** Whether two public places agree; an unchecked term names a person but settles nothing. */
  readonly checked: boolean;
  readonly source: string;
}

export interface Person {
  /** `person/antony-blinken`. */
  readonly id: string;
  readonly name: string;
  /** Oldest first. */
  readonly terms: readonly Term[];
}

/** A state's time in an organisation. */
export interface Membership {
  readonly country: string;
  readonly from: Day;
  /** Null where it had not ended when the table was made. */
  readonly to: Day | null;
}

/** An office that a title may mean; `country` where the title alone implies it ("secretary of state"). */
export interface TitleOf {
  readonly office: Office;
  readonly country: string | null;
}

/** What a phrase of the directory may mean. */
export type Entry =
  | {
      readonly kind: 'state';
      readonly form: 'name' | 'adjective' | 'people' | 'capital';
      readonly state: State;
      readonly hesitant: boolean;
    }
  | { readonly kind: 'actor'; readonly form: 'seat' | 'organisation'; readonly actor: Actor }
  | {
      readonly kind: 'body';
      readonly body: string;
      readonly label: string;
      readonly country: string | null;
      readonly sector: string;
    }
  | {
      readonly kind: 'group';
      readonly group: string;
      readonly actorKind: ActorKind;
      readonly sector: string | undefined;
      readonly foreign: boolean;
    }
  | { readonly kind: 'title'; readonly title: TitleOf; readonly plural: boolean }
  | { readonly kind: 'person'; readonly person: Person; readonly short: boolean }
  | { readonly kind: 'area'; readonly area: Area; readonly people: boolean }
  | { readonly kind: 'other' };

/** A part of the world. */
export interface Area {
  /** `west-africa`. */
  readonly id: string;
  /** "West African". */
  readonly adjective: string;
  /** Codes of the states that reports call so. */
  readonly states: ReadonlySet<string>;
}

/** When a word of more than one meaning counts as a listed actor. */
export interface Doubt {
  readonly byDefault: boolean;
  readonly speaksFor: readonly string[];
  readonly speaksAgainst: readonly string[];
  /** The word is also a personal name: "Jordan", "Washington". */
  readonly personal: boolean;
}

/** What a noun means that takes up somebody named before. */
export interface NounAgain {
  /** `person`, the end of a body's id (`/embassy`), or a sector. */
  readonly means: string;
  readonly gender: 'f' | 'm' | null;
}

/** Who is who, by name and by day: what the tables of data/actors say. */
export interface ActorDirectory {
  readonly phrases: Trie<Entry>;
  readonly states: ReadonlyMap<string, State>;
  /** By code. */
  readonly organisations: ReadonlyMap<string, Actor>;
  readonly offices: ReadonlyMap<string, Office>;
  readonly people: ReadonlyMap<string, Person>;
  /** Terms by `CHN/foreign-minister`, oldest first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  /** Members by code of the organisation. */
  readonly members: ReadonlyMap<string, readonly Membership[]>;
  /** States that count with another one; empty unless the user's table says so. */
  readonly folds: ReadonlyMap<string, State>;
  readonly doubts: ReadonlyMap<string, Doubt>;
  /** The country whose government publishes under the end of a site's name: "gov.uk". */
  readonly publishers: ReadonlyMap<string, string>;
  /** Country of a part of a state; by key. */
  readonly regions: ReadonlyMap<string, string>;
  /** What "the court", "the diplomat" may take up; by key of the noun. */
  readonly nounsAgain: ReadonlyMap<string, readonly NounAgain[]>;
  /** Whether women or men bear a given name; by key. */
  readonly givenNames: ReadonlyMap<string, 'f' | 'm'>;
  /** Words (or pairs) that make a longer name of a state's name before or after them. */
  readonly nameParts: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
}

/** A cell that holds a list. */
export function listOf(cell: string): string[] {
  return cell === '-' || cell === '' ? [] : cell.split('; ');
}
