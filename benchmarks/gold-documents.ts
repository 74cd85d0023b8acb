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
  shift,
} from './gold.ts';

/** A text annotated with its encounters, statements and events. */
export interface DocumentGold {
  /** Name of the text beside the annotation. */
  readonly doc: string;
  readonly encounters: readonly {
    readonly id: string;
    readonly kind: string;
    readonly status: string;
    readonly participants: readonly { readonly country?: string | null }[];
    readonly date: { readonly from?: string | null; readonly to?: string | null };
    readonly spans?: readonly GoldSpan[];
  }[];
  readonly statements: readonly {
    readonly source: string;
    readonly span: GoldSpan;
    /** Further places that say the same: what is found there is neither right nor wrong. */
    readonly also_spans?: readonly GoldSpan[];
  }[];
  readonly issues?: readonly { readonly id?: string | null }[];
  readonly events: readonly {
    readonly actor?: string | null;
    readonly recipient?: string | null;
    readonly type: string;
    readonly note?: string | null;
    readonly occurred?: string;
    readonly span: GoldSpan;
    readonly also_spans?: readonly GoldSpan[];
  }[];
}

export interface AnnotatedDocument {
  readonly gold: DocumentGold;
  /** The annotated file as it stands. */
  readonly raw: string;
  readonly analysis: ScoredAnalysis;
}

/** How many were right, how many the program gave, how many there are. */
export interface Counts {
  readonly right: number;
  readonly given: number;
  readonly gold: number;
}

export interface DocumentsScore {
  readonly documents: number;
  readonly encounters: Counts;
  readonly encounterStates: number;
  readonly encounterDates: number;
  readonly statements: Counts;
  readonly events: Counts;
  readonly eventsOfAnyType: Counts;
  /** Of documents whose issues have ids. */
  readonly issues: Counts;
  readonly rows: readonly Row[];
  readonly warnings: readonly string[];
}

/** The gold's word -> the states that are right for it. */
const STATES: Readonly<Record<string, readonly string[]>> = {
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

/** Claims of these statuses say nothing about what took place, nor do these words of the gold. */
const UNREAL = ['possible', 'conditional', 'wanted'];
const NOT_TO_COME = ['no', 'possible', 'conditional'];

/**
 * Counts over all documents. Encounters match by a sentence and the countries, statements by content and a word
 * of the source, events by the pair of countries and the type, issues by id; each at most once, in order.
 */
export function scoreDocuments(documents: readonly AnnotatedDocument[]): DocumentsScore {
  const warnings: string[] = [];
  const scores = documents.map((document) => {
    const offset = offsetOf(document.analysis, document.raw, warnings);
    const pairs = eventPairs(document.analysis, offset);
    return {
      encounters: scoreEncounters(document, offset),
      statements: scoreStatements(document, offset),
      events: scoreEvents(document, pairs, true),
      eventsOfAnyType: scoreEvents(document, pairs, false),
      issues: scoreIssues(document),
    };
  });
  const encounters = scores.map((score) => score.encounters);
  return {
    documents: documents.length,
    encounters: sum(encounters.map(({ counts }) => counts)),
    encounterStates: encounters.reduce((total, { states }) => total + states, 0),
    encounterDates: encounters.reduce((total, { dates }) => total + dates, 0),
    statements: sum(scores.map(({ statements }) => statements)),
    events: sum(scores.map(({ events }) => events)),
    eventsOfAnyType: sum(scores.map(({ eventsOfAnyType }) => eventsOfAnyType)),
    issues: sum(scores.map(({ issues }) => issues)),
    rows: encounters.flatMap(({ rows }) => rows),
    warnings,
  };
}

/** The score in the words of the reference scorer. */
export function documentsLines(score: DocumentsScore): string[] {
  const found = score.encounters.right;
  return [
    `documents ${score.documents}`,
    `encounters        ${f1Words(score.encounters)} | state right ${score.encounterStates}/${found}, dates right ${score.encounterDates}/${found}`,
    `statements        ${f1Words(score.statements)}`,
    `events            ${f1Words(score.events)}`,
    `events, any type  ${f1Words(score.eventsOfAnyType)}`,
    ...(score.issues.gold === 0 ? [] : [`issues            ${f1Words(score.issues)}`]),
  ];
}

/** Precision, recall and their harmonic mean, in per cent; 0 where there is nothing to divide by. */
export function f1({ right, given, gold }: Counts): { precision: number; recall: number; f1: number } {
  const p = given === 0 ? 0 : right / given;
  const r = gold === 0 ? 0 : right / gold;
  return { precision: 100 * p, recall: 100 * r, f1: p + r === 0 ? 0 : (200 * p * r) / (p + r) };
}

function f1Words(counts: Counts): string {
  const { precision, recall, f1: mean } = f1(counts);
  return `P ${precision.toFixed(1)} R ${recall.toFixed(1)} F1 ${mean.toFixed(1)}`;
}

function scoreEncounters(
  { gold, analysis }: AnnotatedDocument,
  offset: number,
): { counts: Counts; states: number; dates: number; rows: Row[] } {
  const used = new Set<number>();
  const rows: Row[] = [];
  let states = 0;
  let dates = 0;
  for (const { id, kind, status, date, spans = [], participants } of gold.encounters) {
    const countries = participants.flatMap(({ country }) => (isStateHere(country) ? country : []));
    let best: { at: number; state: boolean; date: boolean } | null = null;
    for (const [at, encounter] of analysis.encounters.entries()) {
      if (used.has(at)) continue;
      const evidence = encounter.evidence.map((span) => shift(span, offset));
      if (!evidence.some((span) => spans.some((goldSpan) => overlap(span, goldSpan)))) continue;
      if (!isWithin(countries, countriesOf(encounter.participants))) continue;
      const state = STATES[status.split(' in ')[0]!]?.includes(encounter.state) ?? false;
      const dated = dayOk(encounter.when, date.from, date.to);
      const right = Number(state) + Number(dated);
      if (best === null || right > Number(best.state) + Number(best.date)) best = { at, state, date: dated };
    }
    if (best !== null) {
      used.add(best.at);
      states += Number(best.state);
      dates += Number(best.date);
    }
    const verdict =
      best === null ? 'MISSED' : `${best.state ? 'state' : 'STATE!'} ${best.date ? 'date' : 'DATE!'}`;
    rows.push([analysis.file, id, kind, status, date.from ?? '-', verdict]);
  }
  const counts = { right: used.size, given: analysis.encounters.length, gold: gold.encounters.length };
  return { counts, states, dates, rows };
}

function scoreStatements({ gold, analysis }: AnnotatedDocument, offset: number): Counts {
  const statements = new Map<string, { readonly span: GoldSpan; readonly words: ReadonlySet<string> }>();
  for (const { source, span } of analysis.claims) {
    if (source.kind === 'narrator') continue;
    const content = source.contentSpan ?? span;
    const key = JSON.stringify([source.asWritten, content.start]);
    if (statements.has(key)) continue;
    statements.set(key, { span: shift(content, offset), words: wordsOf(source.asWritten ?? '') });
  }
  const given = [...statements.values()];
  const used = new Set<number>();
  const again = new Set<number>();
  for (const { source, span, also_spans: also = [] } of gold.statements) {
    const words = wordsOf(source);
    const says = (spans: readonly GoldSpan[]) => (statement: (typeof given)[number], index: number) =>
      !used.has(index) &&
      spans.some((place) => overlap(statement.span, place)) &&
      [...words].some((word) => statement.words.has(word));
    const at = given.findIndex(says([span, ...also]));
    if (at >= 0) used.add(at);
    for (const [index, statement] of given.entries()) if (says(also)(statement, index)) again.add(index);
  }
  const repeated = [...again].filter((index) => !used.has(index)).length;
  return { right: used.size, given: given.length - repeated, gold: gold.statements.length };
}

interface EventPair {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly span: GoldSpan;
  /** All parties act alike: the order of the two does not count. */
  readonly mutual: boolean;
}

/** Claims of events that took place or are to, as pairs of countries; the same pair said twice over is one. */
function eventPairs({ claims }: ScoredAnalysis, offset: number): EventPair[] {
  const pairs: EventPair[] = [];
  for (const { kind, type, status, polarity, actors, recipients, span } of claims) {
    if (kind !== 'event' || type === null) continue;
    if (UNREAL.includes(status) || polarity === 'negative') continue;
    const sides = countriesOf(actors);
    const others = countriesOf(recipients);
    const mutual = others.size === 0;
    for (const from of sides) {
      for (const to of mutual ? [...sides].filter((side) => side > from) : others) {
        const pair = { from, to, type, span: shift(span, offset), mutual };
        if (!pairs.some((earlier) => isSame(earlier, pair))) pairs.push(pair);
      }
    }
  }
  return pairs;
}

function isSame(a: EventPair, b: EventPair): boolean {
  return a.from === b.from && a.to === b.to && a.type === b.type && overlap(a.span, b.span);
}

function scoreEvents({ gold }: AnnotatedDocument, pairs: readonly EventPair[], typed: boolean): Counts {
  const events = gold.events.filter(
    ({ actor, recipient, occurred = 'yes' }) =>
      isStateHere(actor) && isStateHere(recipient) && !NOT_TO_COME.includes(occurred),
  );
  const used = new Set<number>();
  const again = new Set<number>();
  for (const { actor, recipient, type, note, span, also_spans: also = [] } of events) {
    const symmetric = note?.includes('symmetric') ?? false;
    const tells = (spans: readonly GoldSpan[]) => (pair: EventPair, index: number) => {
      if (used.has(index) || (typed && pair.type !== type)) return false;
      if (!spans.some((place) => overlap(pair.span, place))) return false;
      const straight = pair.from === actor && pair.to === recipient;
      return straight || ((symmetric || pair.mutual) && pair.from === recipient && pair.to === actor);
    };
    const at = pairs.findIndex(tells([span, ...also]));
    if (at >= 0) used.add(at);
    for (const [index, pair] of pairs.entries()) if (tells(also)(pair, index)) again.add(index);
  }
  const repeated = [...again].filter((index) => !used.has(index)).length;
  return { right: used.size, given: pairs.length - repeated, gold: events.length };
}

/** Issues by id, once a document; nothing is counted where the gold has no ids. */
function scoreIssues({ gold, analysis }: AnnotatedDocument): Counts {
  const wanted = new Set((gold.issues ?? []).flatMap(({ id }) => id ?? []));
  if (wanted.size === 0) return { right: 0, given: 0, gold: 0 };
  const given = new Set(analysis.issues.map(({ id }) => id));
  return { right: [...given].filter((id) => wanted.has(id)).length, given: given.size, gold: wanted.size };
}

/** Annotated documents have two more codes that are no states. */
function isStateHere(code: string | null | undefined): code is string {
  return isState(code) && code !== 'UNO' && code !== 'EUR';
}

function wordsOf(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/[\p{L}\p{N}_]+/gu), ([word]) => word.toLowerCase()));
}

function sum(counts: readonly Counts[]): Counts {
  const total = { right: 0, given: 0, gold: 0 };
  for (const { right, given, gold } of counts) {
    total.right += right;
    total.given += given;
    total.gold += gold;
  }
  return total;
}
