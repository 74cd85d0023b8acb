import type { Span } from '../report.ts';

export type ActorKind = 'state' | 'government' | 'person' | 'office' | 'organisation' | 'group' | 'people';

/** How a mention names its actor. */
export type ActorVia = 'name' | 'office' | 'metonym' | 'demonym' | 'pronoun' | 'counterpart' | 'apposition';

/** Somebody who can act between states. */
export interface Actor {
  /** `CHN`, `CHN/GOV`, `person/antony-blinken`, `UN`, `CHN/foreign-minister` ... stable across reports. */
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  /** ISO 3166-1 alpha-3 (TWN, HKG, PSE, XKX are own codes), or null. */
  readonly country: string | null;
  /** For bodies of states: `UN`, `EU`, `NATO` ... */
  readonly organisation?: string;
  /** PLOVER's sector: GOV, MIL, LEG, JRN, CVL ... */
  readonly sector?: string;
  /** The office held on the date in question: `foreign-minister`, `president` ... */
  readonly office?: string;
}

/** Words in a report that mean an actor. */
export interface ActorMention extends Span {
  readonly actor: Actor;
  readonly via: ActorVia;
  /** Name of the rule that resolved it. */
  readonly rule: string;
  /** For pronouns and counterparts: the mention it stands for. */
  readonly antecedent?: Span;
}
