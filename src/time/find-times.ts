import type { Day, Report, Span } from '../report.ts';
import { findDateline } from './dateline.ts';
import { type Direction, findDirection } from './direction.ts';
import { PLAIN_GRAMMAR, type TimeGrammar } from './grammar.ts';
import { type Lexeme, lex } from './lexemes.ts';
import type { NamedDays } from './named-days.ts';
import type { Capture } from './pattern.ts';
import type { Reading } from './reading.ts';
import { type Found, relate } from './relation.ts';
import type { Outcome, Scan } from './rule.ts';
import type { TimeMention } from './when.ts';

/** What a rule made of the words from one lexeme up to another. */
interface Match {
  readonly end: number;
  readonly rule: string;
  readonly outcome: Exclude<Outcome, null>;
}

/**
 * The expressions of time in the sentences of a report, in text order, none overlapping another, each with the
 * days it means as seen from `publishedOn`, or from the dateline of the text where it has one. Of a sentence only the span is read: it costs no tagging, and any
 * split of the text will do. Linear in the length of the text; never throws on text. Days known by their name
 * ("Christmas Eve") come with the grammar.
 *
 * @example
 * const text = 'The ministers meet on 18 June 2023.';
 * findTimes({ text, publishedOn: '2023-06-16' }, [{ start: 0, end: text.length }])[0]?.value // '2023-06-18'
 */
export function findTimes(
  report: Pick<Report, 'text' | 'publishedOn'>,
  sentences: readonly Span[],
  grammar: TimeGrammar = PLAIN_GRAMMAR,
): TimeMention[] {
  const mentions: TimeMention[] = [];
  let focus: Reading | null = null;
  let quarter: Reading | null = null;
  const anchor = findDateline(report, sentences)?.day ?? report.publishedOn;
  for (const { start, end } of sentences) {
    const scan = new SentenceScan(lex(report.text, start, end), anchor, grammar, focus, quarter);
    mentions.push(...relate(scan.findAll(), scan.lexemes, anchor));
    ({ focus, quarter } = scan);
  }
  return mentions;
}

class SentenceScan implements Scan {
  readonly lexemes: readonly Lexeme[];
  readonly anchor: Day;
  readonly namedDays: NamedDays;
  readonly #grammar: TimeGrammar;
  focus: Reading | null;
  quarter: Reading | null;
  captures: Record<string, Capture | undefined> = {};
  readonly #inner = new Map<number, { readonly end: number; readonly value: Reading } | null>();

  constructor(
    lexemes: readonly Lexeme[],
    anchor: Day,
    grammar: TimeGrammar,
    focus: Reading | null,
    quarter: Reading | null,
  ) {
    this.lexemes = lexemes;
    this.anchor = anchor;
    this.namedDays = grammar.namedDays;
    this.#grammar = grammar;
    this.focus = focus;
    this.quarter = quarter;
  }

  findAll(): Found[] {
    const found: Found[] = [];
    for (let at = 0; at < this.lexemes.length; ) {
      const match = this.#longest(at, false);
      if (match === null) {
        at++;
        continue;
      }
      for (const { from, to, reading } of piecesOf(match, at)) {
        found.push({ from, to, reading, rule: match.rule });
        if (!reading.dated) continue;
        this.focus = reading;
        if (reading.granularity === 'quarter') this.quarter = reading;
      }
      // What the days lean on changes the readings of nested words behind it.
      this.#inner.clear();
      at = match.end;
    }
    return found;
  }

  direction(at: number): Direction | null {
    return findDirection(this.lexemes, at);
  }

  inner(at: number): { readonly end: number; readonly value: Reading } | null {
    const known = this.#inner.get(at);
    if (known !== undefined) return known;
    const outer = this.captures;
    this.captures = {};
    const match = this.#longest(at, true);
    this.captures = outer;
    const { outcome, end } = match ?? { outcome: null, end: at };
    const inner =
      outcome !== null && typeof outcome === 'object' && 'type' in outcome ? { end, value: outcome } : null;
    this.#inner.set(at, inner);
    return inner;
  }

  #longest(at: number, simpleOnly: boolean): Match | null {
    let best: Match | null = null;
    for (const { rule, pattern, simple } of this.#grammar.candidatesFor(this.lexemes[at]!)) {
      if (simpleOnly && !simple) continue;
      const end = pattern.match(this, at);
      if (end < 0) continue;
      if (end > (best?.end ?? at)) {
        const outcome = rule.read(this, at, end);
        if (outcome !== null) best = { end, rule: rule.name, outcome };
      }
      this.captures = {};
    }
    return best;
  }
}

function piecesOf({ outcome, end }: Match, at: number) {
  if (outcome === 'nothing') return [];
  return 'type' in outcome ? [{ from: at, to: end, reading: outcome }] : outcome;
}
