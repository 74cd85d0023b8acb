import type { Claim, ClaimActor, EventType, Status } from '../src/claims/claim.ts';
import { identify } from '../src/identity.ts';
import type { CodedReport } from '../src/relations/coded.ts';
import type { When } from '../src/time/when.ts';

/** Builds claims and reports for tests of the picture, so that a story can be told in a line each. */

const PEOPLE: Readonly<Record<string, readonly [country: string, office: string]>> = {
  'Wang Yi': ['CHN', 'foreign-minister'],
  'Qin Gang': ['CHN', 'foreign-minister'],
  'Xi Jinping': ['CHN', 'president'],
  'Li Shangfu': ['CHN', 'defence-minister'],
  'Antony Blinken': ['USA', 'foreign-minister'],
  'Lloyd Austin': ['USA', 'defence-minister'],
  'Joe Biden': ['USA', 'president'],
  'Janet Yellen': ['USA', 'finance-minister'],
  'Gina Raimondo': ['USA', 'commerce-minister'],
  'Narendra Modi': ['IND', 'prime-minister'],
};

const GROUPS: Readonly<Record<string, readonly [country: string, sector: string]>> = {
  'American lawmakers': ['USA', 'LEG'],
  'American officials': ['USA', 'GOV'],
  'Chinese officials': ['CHN', 'GOV'],
};

function actor(name: string): ClaimActor {
  const span = { start: 0, end: name.length };
  const group = GROUPS[name];
  if (group !== undefined) {
    const [country, sector] = group;
    return { id: `${country}/${name.split(' ')[1]!}`, kind: 'group', name, country, sector, span };
  }
  const person = PEOPLE[name];
  if (person === undefined) return { id: name, kind: 'state', name, country: name, span };
  const [country, office] = person;
  return {
    id: `person/${name.toLowerCase().replaceAll(' ', '-')}`,
    kind: 'person',
    name,
    country,
    sector: 'GOV',
    office,
    span,
  };
}

export interface Told {
  readonly type?: EventType | null;
  readonly mode?: string;
  readonly who: readonly string[];
  readonly towards?: readonly string[];
  readonly status?: Status;
  readonly negative?: boolean;
  /** `2023-06-18`, `2023-06-18..2023-06-19`, `2023-06-18..` or `..2023-06-18`. */
  readonly days?: string;
  readonly issues?: readonly string[];
  readonly kind?: Claim['kind'];
  readonly mood?: 'feared' | 'hoped';
  /** Who says so; the report itself where left out. */
  readonly says?: string;
  /** The rule that dated it. */
  readonly dating?: string;
  /** How many of what. */
  readonly figures?: Readonly<Record<string, number>>;
  /** The words of its clause. */
  readonly words?: string;
}

/** Characters that a clause takes in the text. */
const CLAUSE = 100;

/** One report; each claim is a few words on who did what. */
export function report(publishedOn: string, publisher: string, ...told: readonly Told[]): CodedReport {
  const id = identify({ publishedOn, publisher, told });
  const text = told.map(({ words = '' }) => words.padEnd(CLAUSE)).join('');
  const claims = told.map((one, at) => claimOf(id, at, one));
  return { report: { id, publishedOn, publisher, text }, claims };
}

function claimOf(reportId: string, at: number, told: Told): Claim {
  const {
    type = 'CONSULT',
    mode,
    who,
    towards = [],
    status = 'happened',
    negative = false,
    days = '',
    issues = [],
    kind = 'event',
    mood,
    says,
    dating = 'test',
    figures = {},
    words = '',
  } = told;
  const start = CLAUSE * at;
  const trigger = { start, end: start + (/^\w*/.exec(words)![0].length || 5) };
  return {
    id: identify({ reportId, at }),
    reportId,
    kind,
    type,
    ...(mode === undefined ? {} : { mode }),
    contexts: [],
    issues,
    span: { start, end: start + CLAUSE },
    trigger,
    actors: who.map(actor),
    recipients: towards.map(actor),
    when: whenOf(days, dating),
    status,
    polarity: negative ? 'negative' : 'positive',
    ...(mood === undefined ? {} : { mood }),
    figures: Object.entries(figures).map(([of, value]) => ({ of, value, span: trigger })),
    source: {
      kind: says === undefined ? 'narrator' : 'named-official',
      ...(says === undefined ? {} : { actor: actor(says) }),
      asWritten: says ?? null,
      sourceSpan: null,
      cueSpan: null,
      contentSpan: null,
      quoted: 'none',
      saidOn: null,
      via: [],
    },
    evidence: [trigger],
    rules: [],
    coder: 'test',
  };
}

function whenOf(days: string, rule: string): When {
  const [from, to = from] = days.split('..').map((day) => (day === '' ? null : day)) as [
    string | null,
    (string | null)?,
  ];
  return {
    beginMin: from,
    beginMax: from,
    endMin: to ?? null,
    endMax: to ?? null,
    certainty: 'stated',
    rule,
  };
}
