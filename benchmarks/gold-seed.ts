import {
  countriesOf,
  dayOk,
  type GoldSpan,
  isState,
  isWithin,
  offsetOf,
  overlap,
  type Row,
  type ScoredAnalysis,
  type ScoredClaim,
  shift,
} from './gold.ts';

/** A report annotated record by record: one thing said, with all its fields. */
export interface SeedGold {
  readonly actors: Readonly<
    Record<string, { readonly state?: string | null; readonly country?: string | null }>
  >;
  readonly records: readonly GoldRecord[];
  readonly encounters: readonly {
    readonly who: readonly string[];
    readonly host?: string | null;
    readonly dates: readonly [string | null, string | null];
    readonly status: string;
  }[];
  /** By the id of the issue. */
  readonly issues: Readonly<Record<string, unknown>>;
  readonly forecasts: readonly unknown[];
}

/** Who says it, as a record of the seed has it. */
export interface GoldAttribution {
  readonly type: string;
  readonly as_written?: string | null;
  readonly span?: GoldSpan | null;
  readonly cue_span?: GoldSpan | null;
  readonly quote?: string | null;
}

export interface GoldRecord {
  readonly id: string;
  readonly optional?: boolean;
  readonly trigger: string;
  readonly trigger_span: GoldSpan;
  readonly summary: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly plover: { readonly category?: string | null; readonly base_event?: string | null };
  readonly modality: string;
  readonly attribution: GoldAttribution;
  readonly date: { readonly start?: string | null; readonly end?: string | null };
}

/** The fields that must all be right for a record to be read whole. */
export const FIELDS = ['status', 'actors', 'recipients', 'identity', 'source', 'when', 'type'] as const;

type Field = (typeof FIELDS)[number];
type Verdict = Readonly<Record<Field, boolean>>;

export interface SeedScore {
  readonly core: number;
  readonly found: number;
  readonly right: Readonly<Record<Field, number>>;
  readonly whole: number;
  readonly claims: number;
  readonly extra: number;
  readonly encounters: readonly [right: number, gold: number];
  readonly channels: readonly [right: number, gold: number];
  readonly issues: readonly [right: number, gold: number];
  readonly expectations: readonly [listed: number, gold: number];
  readonly rows: readonly Row[];
  readonly warnings: readonly string[];
}

/** A longer trigger finds nothing: it would overlap everything. */
const LONGEST_TRIGGER = 60;

/** The gold's word -> the statuses that are right for it, with the sign of the polarity. */
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  occurred: ['happened +', 'ongoing +'],
  ongoing: ['ongoing +', 'happened +'],
  planned: ['planned +', 'expected +', 'wanted +'],
  possible: ['possible +', 'expected +', 'conditional +'],
  'expected-not': ['expected -', 'possible -', 'planned -'],
  requested: ['happened +', 'wanted +', 'wanted -'],
  denied: ['happened -', 'ongoing -', 'planned -', 'expected -'],
  conditional: ['conditional +', 'possible +', 'wanted +'],
  opinion: ['ongoing +', 'happened +', 'ongoing -'],
};

export const SOURCES: Readonly<Record<string, readonly string[]>> = {
  analysts: ['analysts'],
  'unnamed sources': ['unnamed-sources'],
  narrator: ['narrator'],
  'unnamed officials': ['unnamed-officials'],
  'named official': ['named-official'],
  'named spokesperson': ['spokesperson', 'named-official'],
  'state position': ['narrator', 'government'],
  unspecified: ['narrator', 'unnamed-sources', 'public'],
};

const STATES: Readonly<Record<string, readonly string[]>> = {
  occurred: ['held'],
  planned: ['planned'],
  possible: ['possible', 'proposed'],
};

/** Types that the annotation gives to the event itself; others in it are derived and not scored. */
const TYPES = ['CONSULT', 'REQUEST', 'REJECT', 'SUPPORT', 'COERCE'];

/** Persons of the gold whose name must appear among the parties. */
const PERSONS: Readonly<Record<string, string>> = {
  BLINKEN: 'Blinken',
  XI: 'Xi',
  BIDEN: 'Biden',
  QIN: 'Qin',
  DUJARRIC: 'Dujarric',
};

const LEVELS = ['leaders', 'foreign-ministers', 'military', 'crisis-line'];

/**
 * Matches claims with gold records, best first, each at most once: they match where the trigger of the claim
 * overlaps the trigger of the record. Among the core records it counts how many were found, each field that is
 * right, and the records that are right in all; claims that match no record are extra.
 */
export function scoreSeed(gold: SeedGold, raw: string, analysis: ScoredAnalysis): SeedScore {
  const warnings: string[] = [];
  const offset = offsetOf(analysis, raw, warnings);
  const { claims } = analysis;
  const stateOf = statesOf(gold);
  const { hits, matched } = match(gold.records, claims, offset, stateOf);
  const core = gold.records.flatMap((record, at) => (record.optional ? [] : at));
  const found = core.flatMap((at) => hits.get(at) ?? []);
  const encounters = gold.encounters.filter(({ who, host, dates, status }) => {
    const parties = [...who.flatMap((name) => stateOf.get(name) ?? []), ...(host ? [host] : [])];
    return analysis.encounters.some(
      ({ participants, when, state }) =>
        isWithin(parties, countriesOf(participants)) &&
        dayOk(when, dates[0], dates[1]) &&
        known(STATES, status).includes(state),
    );
  }).length;
  return {
    core: core.length,
    found: found.length,
    right: Object.fromEntries(
      FIELDS.map((field) => [field, found.filter((verdict) => verdict[field]).length]),
    ) as Record<Field, number>,
    whole: found.filter((verdict) => FIELDS.every((field) => verdict[field])).length,
    claims: claims.length,
    extra: claims.length - matched.size,
    encounters: [encounters, gold.encounters.length],
    channels: common(
      LEVELS,
      analysis.channels.map(({ level }) => level),
    ),
    issues: common(
      Object.keys(gold.issues),
      analysis.issues.map(({ id }) => id),
    ),
    expectations: [analysis.expectations.length, gold.forecasts.length],
    rows: [
      ...gold.records.map((record, at) => recordRow(record, hits.get(at))),
      ...claims.flatMap((claim, at) => (matched.has(at) ? [] : [extraRow(claim, analysis)])),
    ],
    warnings,
  };
}

/** The score in the words of the reference scorer. */
export function seedLines(score: SeedScore): string[] {
  const { core, found, right, whole, encounters, channels, issues, expectations } = score;
  const share = (part: number) => `(${((100 * part) / core).toFixed(1)}%)`;
  return [
    `seed: core records ${core}, found ${found} ${share(found)}`,
    ...FIELDS.map((field) => `  ${field.padEnd(10)} right ${right[field]}/${core} ${share(right[field])}`),
    `  whole (all of these) ${whole}/${core} ${share(whole)}`,
    `  claims ${score.claims}, matching no record ${score.extra}`,
    `  picture: encounters ${encounters.join('/')}, channels ${channels.join('/')}, issues ${issues.join('/')}, ` +
      `expectations listed ${expectations[0]} (gold ${expectations[1]})`,
  ];
}

function statesOf(gold: SeedGold): Map<string, string> {
  return new Map(
    Object.entries(gold.actors).flatMap(([name, { state, country }]) => {
      const code = state || country;
      return isState(code) ? [[name, code] as const] : [];
    }),
  );
}

function match(
  records: readonly GoldRecord[],
  claims: readonly ScoredClaim[],
  offset: number,
  stateOf: ReadonlyMap<string, string>,
): { hits: Map<number, Verdict>; matched: Set<number> } {
  const pairs: { readonly right: number; readonly gold: number; readonly claim: number; ok: Verdict }[] = [];
  for (const [gold, record] of records.entries()) {
    for (const [at, claim] of claims.entries()) {
      if (claim.trigger.end - claim.trigger.start > LONGEST_TRIGGER) continue;
      if (!overlap(shift(claim.trigger, offset), record.trigger_span)) continue;
      const ok = judge(record, claim, stateOf);
      pairs.push({ right: Object.values(ok).filter(Boolean).length, gold, claim: at, ok });
    }
  }
  pairs.sort((a, b) => b.right - a.right || a.claim - b.claim || b.gold - a.gold);
  const hits = new Map<number, Verdict>();
  const matched = new Set<number>();
  for (const { gold, claim, ok } of pairs) {
    if (hits.has(gold) || matched.has(claim)) continue;
    hits.set(gold, ok);
    matched.add(claim);
  }
  return { hits, matched };
}

function judge(record: GoldRecord, claim: ScoredClaim, stateOf: ReadonlyMap<string, string>): Verdict {
  const codes = (names: readonly string[]) => names.flatMap((name) => stateOf.get(name) ?? []);
  const actors = countriesOf(claim.actors);
  const recipients = countriesOf(claim.recipients);
  const anybody = new Set([...actors, ...recipients]);
  const names = [...claim.actors, ...claim.recipients].map(({ name }) => name ?? '');
  const persons = [...record.actors, ...record.recipients].flatMap((name) => PERSONS[name] ?? []);
  const type = typeOf(record);
  const sign = claim.polarity === 'negative' ? '-' : '+';
  return {
    status: known(STATUSES, record.modality).includes(`${claim.status} ${sign}`),
    actors: isWithin(codes(record.actors), record.recipients.length === 0 ? anybody : actors),
    recipients: isWithin(codes(record.recipients), recipients),
    identity: persons.every((person) => names.some((name) => name.includes(person))),
    type: type === null || claim.type === type,
    source: SOURCES[record.attribution.type]?.includes(claim.source.kind) ?? false,
    when: dayOk(claim.when, record.date.start, record.date.end),
  };
}

function typeOf({ plover }: GoldRecord): string | null {
  const base = (plover.base_event ?? '').split('+')[0]!.split('/')[0]!.trim() || plover.category || '';
  return TYPES.includes(base) ? base : null;
}

function known(table: Readonly<Record<string, readonly string[]>>, word: string): readonly string[] {
  const row = table[word];
  if (row === undefined)
    throw new Error(`Unknown word "${word}" in the gold; known: ${Object.keys(table).join(', ')}`);
  return row;
}

function common(wanted: readonly string[], found: readonly string[]): [number, number] {
  const there = new Set(found);
  return [wanted.filter((name) => there.has(name)).length, wanted.length];
}

function recordRow({ id, optional, trigger, summary }: GoldRecord, verdict: Verdict | undefined): Row {
  const fields =
    verdict === undefined
      ? 'MISSED'
      : FIELDS.map((field) => (verdict[field] ? field : `${field.toUpperCase()}!`)).join(' ');
  return [id, optional ? 'opt' : 'core', fields, trigger, summary.slice(0, 90)];
}

function extraRow({ type, status, trigger }: ScoredClaim, { report }: ScoredAnalysis): Row {
  return ['extra', type ?? '-', status, report.text.slice(trigger.start, trigger.end)];
}
