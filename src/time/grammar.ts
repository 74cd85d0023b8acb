import { type Candidate, indexRules } from './candidates.ts';
import type { Lexeme } from './lexemes.ts';
import { type NamedDays, NO_NAMED_DAYS, readNamedDays } from './named-days.ts';
import { TIME_RULES } from './rules.ts';

/** What the time stage knows: its rules, and the days that have a name. */
export interface TimeGrammar {
  readonly namedDays: NamedDays;
  /** The patterns that can begin at a word. */
  candidatesFor(lexeme: Lexeme): readonly Candidate[];
}

/**
 * The grammar with the named days of data/time/named-days.tsv (its text). Throws where the table cannot be read.
 *
 * @example findTimes(report, sentences, readTimeGrammar(readFileSync('data/time/named-days.tsv', 'utf8')))
 */
export function readTimeGrammar(namedDays: string): TimeGrammar {
  return grammarOf(readNamedDays(namedDays));
}

function grammarOf(namedDays: NamedDays): TimeGrammar {
  return { namedDays, candidatesFor: indexRules(TIME_RULES, namedDays.firstWords) };
}

/** Every rule, but no day that is known by its name. */
export const PLAIN_GRAMMAR: TimeGrammar = grammarOf(NO_NAMED_DAYS);
