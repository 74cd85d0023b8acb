/**
 * Scores analyses against annotated reports, by the definitions of the shared scorer (a test compares the two
 * where Python is there): what a gold record or document asks, and how much of it an analysis gives.
 */
import type { ClaimActor, Polarity, Status } from '../src/claims/claim.ts';
import type { Analysis } from '../src/pipeline.ts';
import type { Span } from '../src/report.ts';
import type { When } from '../src/time/when.ts';

type Pair = readonly [start: number, end: number];
type Scored = Pick<Analysis, 'report' | 'claims' | 'encounters' | 'issues' | 'channels' | 'expectations'>;

export interface SeedGold {
  readonly actors: Readonly<Record<string, { readonly state?: string; readonly country?: string }>>;
  readonly records: readonly SeedRecord[];
  readonly issues: Readonly<Record<string, unknown>>;
  readonly encounters: readonly {
    readonly who: readonly string[];
    readonly host?: string;
    readonly dates: readonly [string | null, string | null];
    readonly status: string;
  }[];
  readonly forecasts: readonly unknown[];
}

export interface SeedRecord {
  readonly id: string;
  readonly trigger: string;
  readonly trigger_span: Pair;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly plover: { readonly category: string | null; readonly base_event: string | null };
  readonly modality: string;
  readonly attribution: { readonly type: string };
  readonly date: { readonly start?: string | null; readonly end?: string | null };
  readonly optional?: boolean;
}

/** A trigger longer than this finds nothing. */
const LONGEST_TRIGGER = 60;
export const FIELDS = ['status', 'actors', 'recipients', 'identity', 'source', 'when', 'type'] as const;
type Field = (typeof FIELDS)[number];

/** A gold word and the (status, polarity) pairs that say the same. */
const STATUS: Readonly<Record<string, readonly `${Status} ${Polarity}`[]>> = {
  occurred: ['happened positive', 'ongoing positive'],
  ongoing: ['ongoing positive', 'happened positive'],
  planned: ['planned positive', 'expected positive', 'wanted positive'],
  possible: ['possible positive', 'expected positive', 'conditional positive'],
  'expected-not': ['expected negative', 'possible negative', 'planned negative'],
  requested: ['happened positive', 'wanted positive', 'wanted negative'],
  denied: ['happened negative', 'ongoing negative', 'planned negative', 'expected negative'],
  conditional: ['conditional positive', 'possible positive', 'wanted positive'],
  opinion: ['ongoing positive', 'happened positive', 'ongoing negative'],
};
const SOURCE: Readonly<Record<string, readonly string[]>> = {
  analysts: ['analysts'],
  'unnamed sources': ['unnamed-sources'],
  narrator: ['narrator'],
  'unnamed officials': ['unnamed-officials'],
  'named official': ['named-official'],
  'named spokesperson': ['spokesperson', 'named-official'],
  'state position': ['narrator', 'government'],
  unspecified: ['narrator', 'unnamed-sources', 'public'],
};
const PEOPLE: Readonly<Record<string, string>> = { BLINKEN: 'Blinken', XI: 'Xi', BIDEN: 'Biden', QIN: 'Qin', DUJARRIC: 'Dujarric' };
const ENCOUNTER: Readonly<Record<string, readonly string[]>> = { occurred: ['held'], planned: ['planned'], possible: ['possible', 'proposed'] };
const LEVELS = ['leaders', 'foreign-ministers', 'military', 'crisis-line'];
const BASE = new Set(['CONSULT', 'REQUEST', 'REJECT', 'SUPPORT', 'COERCE']);
const NO_STATE = new Set(['IGO', 'NGO', 'IMG']);

export interface SeedScore {
  readonly core: number;
  readonly found: number;
  readonly whole: number;
  readonly extra: number;
  readonly right: Readonly<Record<Field, number>>;
  readonly encounters: number;
  readonly channels: number;
  readonly issues: number;
  readonly expectations: number;
  /** One line a record, and one for each claim that matches none. */
  readonly rows: readonly string[];
}

/** Scores the analysis of the one fully annotated report. `raw` is the file that gold's spans point into. */
export function scoreSeed(gold: SeedGold, raw: string, analysis: Scored): SeedScore {
  const shift = offsetOf(raw, analysis.report.text);
  const countryOf = (key: string) => stateCode(gold.actors[key]?.state ?? gold.actors[key]?.country ?? null);
  const pairs: { right: number; record: number; claim: number; ok: Record<Field, boolean> }[] = [];
  gold.records.forEach((record, at) => {
    const want = record.actors.flatMap((key) => countryOf(key) ?? []);
    const wantAsRecipients = record.recipients.flatMap((key) => countryOf(key) ?? []);
    analysis.claims.forEach((claim, index) => {
      if (claim.trigger.end - claim.trigger.start > LONGEST_TRIGGER) return;
      if (!meet(shifted(claim.trigger, shift), record.trigger_span)) return;
      const actors = countries(claim.actors);
      const recipients = countries(claim.recipients);
      const anybody = new Set([...actors, ...recipients]);
      const named = [...claim.actors, ...claim.recipients];
      const base = baseOf(record);
      const ok: Record<Field, boolean> = {
        status: STATUS[record.modality]!.includes(`${claim.status} ${claim.polarity}`),
        actors: want.every((country) => (record.recipients.length === 0 ? anybody : actors).has(country)),
        recipients: wantAsRecipients.every((country) => recipients.has(country)),
        identity: [...record.actors, ...record.recipients].every((key) => PEOPLE[key] === undefined || named.some(({ name }) => name.includes(PEOPLE[key]!))),
        source: (SOURCE[record.attribution.type] ?? []).includes(claim.source.kind),
        when: dayFits(claim.when, record.date.start ?? null, record.date.end ?? null),
        type: base === null || claim.type === base,
      };
      pairs.push({ right: Object.values(ok).filter(Boolean).length, record: at, claim: index, ok });
    });
  });
  pairs.sort((a, b) => b.right - a.right || a.claim - b.claim || b.record - a.record);
  const hits = new Map<number, (typeof pairs)[number]>();
  const used = new Set<number>();
  for (const pair of pairs) {
    if (hits.has(pair.record) || used.has(pair.claim)) continue;
    hits.set(pair.record, pair);
    used.add(pair.claim);
  }
  const core = gold.records.flatMap((record, at) => (record.optional === true ? [] : [at]));
  const found = core.flatMap((at) => hits.get(at) ?? []);
  const right = Object.fromEntries(FIELDS.map((field) => [field, found.filter(({ ok }) => ok[field]).length])) as Record<Field, number>;
  const issues = new Set(analysis.issues.map(({ id }) => id));
  const levels = new Set<string>(analysis.channels.map(({ level }) => level));
  return {
    core: core.length,
    found: found.length,
    whole: found.filter(({ ok }) => FIELDS.every((field) => ok[field])).length,
    extra: analysis.claims.length - used.size,
    right,
    encounters: gold.encounters.filter((encounter) => hasEncounter(encounter, analysis, countryOf)).length,
    channels: LEVELS.filter((level) => levels.has(level)).length,
    issues: Object.keys(gold.issues).filter((id) => issues.has(id)).length,
    expectations: analysis.expectations.length,
    rows: [
      ...gold.records.map((record, at) => rowOf(record, hits.get(at)?.ok)),
      ...analysis.claims.flatMap((claim, at) =>
        used.has(at) ? [] : [`extra: ${claim.type} ${claim.status} "${analysis.report.text.slice(claim.trigger.start, claim.trigger.end)}"`],
      ),
    ],
  };
}

function rowOf(record: SeedRecord, ok: Record<Field, boolean> | undefined): string {
  const fields = ok === undefined ? 'MISSED' : FIELDS.map((field) => (ok[field] ? field : `${field.toUpperCase()}!`)).join(' ');
  return `${record.id} ${record.optional === true ? 'opt ' : 'core'} ${fields} | ${record.trigger}`;
}

function hasEncounter(gold: SeedGold['encounters'][number], analysis: Scored, countryOf: (key: string) => string | null): boolean {
  const who = [...gold.who.flatMap((key) => countryOf(key) ?? []), ...(gold.host === undefined ? [] : [gold.host])];
  return analysis.encounters.some((encounter) => {
    const there = countries(encounter.participants);
    return who.every((country) => there.has(country)) && dayFits(encounter.when, ...gold.dates) && ENCOUNTER[gold.status]!.includes(encounter.state);
  });
}

/** The PLOVER type of the event itself; null where the annotation gives none or a derived one. */
function baseOf({ plover }: SeedRecord): string | null {
  const base = (plover.base_event ?? '').split('+')[0]!.split('/')[0]!.trim() || (plover.category ?? '');
  return BASE.has(base) ? base : null;
}

function stateCode(code: string | null): string | null {
  return code !== null && /^[A-Z]{3}$/.test(code) && !NO_STATE.has(code) ? code : null;
}

export interface DocumentGold {
  readonly encounters: readonly {
    readonly participants: readonly { readonly country?: string | null }[];
    readonly date: { readonly from?: string | null; readonly to?: string | null };
    readonly status: string;
    readonly spans?: readonly Pair[];
  }[];
  readonly statements: readonly { readonly source: string; readonly span: Pair }[];
  readonly events: readonly {
    readonly actor: string | null;
    readonly recipient: string | null;
    readonly type: string;
    readonly note?: string;
    readonly span: Pair;
  }[];
}

/** Hits, predictions and gold items of one kind. */
export interface Counts {
  hits: number;
  predicted: number;
  gold: number;
}

export interface DocumentsScore {
  readonly encounters: Counts;
  encounterStates: number;
  encounterDates: number;
  readonly statements: Counts;
  readonly events: Counts;
  readonly pairs: Counts;
}

const STATE: Readonly<Record<string, readonly string[]>> = {
  held: ['held', 'under-way'],
  underway: ['under-way', 'held'],
  planned: ['planned', 'expected'],
  expected: ['planned', 'expected', 'possible'],
  possible: ['possible', 'proposed'],
  cancelled: ['called-off', 'refused'],
  postponed: ['postponed'],
  agreed: ['planned', 'expected'],
  rejected: ['refused', 'called-off'],
  suspended: ['suspended', 'called-off', 'postponed'],
  'broken off': ['broken-off', 'called-off'],
};

export function newDocumentsScore(): DocumentsScore {
  const none = (): Counts => ({ hits: 0, predicted: 0, gold: 0 });
  return { encounters: none(), encounterStates: 0, encounterDates: 0, statements: none(), events: none(), pairs: none() };
}

/** Adds one annotated document to the score. */
export function scoreDocument(score: DocumentsScore, gold: DocumentGold, raw: string, analysis: Scored): void {
  const shift = offsetOf(raw, analysis.report.text);
  scoreEncounters(score, gold, analysis, shift);
  scoreStatements(score.statements, gold, analysis, shift);
  const events = gold.events.filter(({ actor, recipient }) => isState(actor) && isState(recipient));
  const predicted = eventPairs(analysis, shift);
  scoreEvents(score.events, events, predicted, (event, pair) => pair.type === event.type);
  scoreEvents(score.pairs, events, predicted, () => true);
}

function scoreEncounters(score: DocumentsScore, gold: DocumentGold, { encounters }: Scored, shift: number): void {
  score.encounters.predicted += encounters.length;
  score.encounters.gold += gold.encounters.length;
  const used = new Set<number>();
  for (const wanted of gold.encounters) {
    const states = wanted.participants.flatMap(({ country }) => (isState(country) ? [country!] : []));
    let best: { at: number; state: boolean; when: boolean } | null = null;
    encounters.forEach((encounter, at) => {
      if (used.has(at)) return;
      const evidence = encounter.evidence.map((span) => shifted(span, shift));
      if (!evidence.some((span) => (wanted.spans ?? []).some((other) => meet(span, other)))) return;
      const there = countries(encounter.participants);
      if (!states.every((country) => there.has(country))) return;
      const word = wanted.status.split(' in ')[0]!;
      const state = (STATE[word] ?? []).includes(encounter.state);
      const when = dayFits(encounter.when, wanted.date.from ?? null, wanted.date.to ?? null);
      if (best === null || Number(state) + Number(when) > Number(best.state) + Number(best.when)) best = { at, state, when };
    });
    const hit = best as { at: number; state: boolean; when: boolean } | null;
    if (hit === null) continue;
    used.add(hit.at);
    score.encounters.hits++;
    score.encounterStates += Number(hit.state);
    score.encounterDates += Number(hit.when);
  }
}

function scoreStatements(counts: Counts, gold: DocumentGold, { claims }: Scored, shift: number): void {
  const statements = new Map<string, { span: Pair; words: Set<string> }>();
  for (const { source, span } of claims) {
    if (source.kind === 'narrator') continue;
    const content = source.contentSpan ?? span;
    const key = `${source.asWritten} ${content.start}`;
    if (!statements.has(key)) statements.set(key, { span: shifted(content, shift), words: wordSet(source.asWritten ?? '') });
  }
  const predicted = [...statements.values()];
  counts.predicted += predicted.length;
  counts.gold += gold.statements.length;
  const used = new Set<number>();
  for (const wanted of gold.statements) {
    const words = wordSet(wanted.source);
    const hit = predicted.findIndex(({ span, words: said }, at) => !used.has(at) && meet(span, wanted.span) && [...words].some((word) => said.has(word)));
    if (hit < 0) continue;
    used.add(hit);
    counts.hits++;
  }
}

interface EventPair {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly span: Pair;
  readonly mutual: boolean;
}

function eventPairs({ claims }: Scored, shift: number): EventPair[] {
  const pairs: EventPair[] = [];
  for (const claim of claims) {
    if (claim.kind !== 'event' || claim.type === null || claim.polarity === 'negative') continue;
    if (/^(possible|conditional|wanted)$/.test(claim.status)) continue;
    const actors = countries(claim.actors);
    const recipients = countries(claim.recipients);
    for (const from of actors) {
      const others = recipients.size > 0 ? recipients : new Set([...actors].filter((country) => country > from));
      for (const to of others) {
        const pair = { from, to, type: claim.type, span: shifted(claim.span, shift), mutual: recipients.size === 0 };
        if (!pairs.some((other) => other.from === from && other.to === to && other.type === pair.type && meet(other.span, pair.span))) pairs.push(pair);
      }
    }
  }
  return pairs;
}

function scoreEvents(counts: Counts, gold: DocumentGold['events'], predicted: readonly EventPair[], same: (event: DocumentGold['events'][number], pair: EventPair) => boolean): void {
  counts.predicted += predicted.length;
  counts.gold += gold.length;
  const used = new Set<number>();
  for (const event of gold) {
    const symmetric = event.note?.includes('symmetric') ?? false;
    const hit = predicted.findIndex((pair, at) => {
      if (used.has(at) || !meet(pair.span, event.span)) return false;
      const straight = pair.from === event.actor && pair.to === event.recipient;
      const turned = (symmetric || pair.mutual) && pair.to === event.actor && pair.from === event.recipient;
      return (straight || turned) && same(event, pair);
    });
    if (hit < 0) continue;
    used.add(hit);
    counts.hits++;
  }
}

/** Precision, recall and F1 in percent. */
export function f1Of({ hits, predicted, gold }: Counts): { precision: number; recall: number; f1: number } {
  const precision = predicted === 0 ? 0 : hits / predicted;
  const recall = gold === 0 ? 0 : hits / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: 100 * precision, recall: 100 * recall, f1: 100 * f1 };
}

/** Where the report's text begins in the annotated file. */
function offsetOf(raw: string, text: string): number {
  const at = raw.indexOf(text.trimEnd());
  if (text.trim() === '' || at < 0) throw new Error('the text of the analysis is not a part of the annotated file');
  return at;
}

function shifted({ start, end }: Span, shift: number): Pair {
  return [start + shift, end + shift];
}

function meet(a: Pair, b: Pair): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function dayFits(when: When, from: string | null, to: string | null): boolean {
  const begins = from === null || when.beginMin === from || when.beginMax === from;
  return begins && (to === null || when.endMax === to || when.endMin === to);
}

function countries(actors: readonly Pick<ClaimActor, 'country'>[]): Set<string> {
  return new Set(actors.flatMap(({ country }) => country ?? []));
}

function isState(code: string | null | undefined): boolean {
  return code != null && /^[A-Z]{3}$/.test(code) && !NO_STATE.has(code) && code !== 'UNO' && code !== 'EUR';
}

function wordSet(text: string): Set<string> {
  return new Set([...text.matchAll(/[\p{L}\p{N}_]+/gu)].map(([word]) => word.toLowerCase()));
}
