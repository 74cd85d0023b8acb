import type { Claim } from '../claims/claim.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Day } from '../report.ts';
import type { Ledger } from '../store/ledger.ts';
import type { StoredReport } from '../store/records.ts';
import type { Life, ReportAnswer, Side } from './answers.ts';
import { pictureOf } from './picture-of.ts';

interface ReportOptions {
  /** The two countries in whose picture the claims are followed; null takes those that most claims name. */
  readonly sides: readonly [Side, Side] | null;
  readonly asOf: Day | null;
  readonly sideOf: (code: string) => Side;
}

/** A stored report with what its claims became in the picture of two countries. */
export function answerReport(
  ledger: Ledger,
  knowledge: Knowledge,
  stored: StoredReport,
  { sides: asked, asOf, sideOf }: ReportOptions,
): ReportAnswer {
  const pair = asked === null ? leadingPair(stored.claims) : null;
  const sides = asked ?? (pair === null ? null : ([sideOf(pair[0]), sideOf(pair[1])] as const));
  const day = asOf ?? ledger.lastDay();
  if (sides === null || day === null) return { ...stored, lives: {}, sides };
  const own = new Set(stored.claims.map(({ id }) => id));
  const { encounters } = pictureOf(ledger, knowledge, [sides[0].code, sides[1].code], day);
  const lives: Record<string, Life> = {};
  for (const encounter of encounters) {
    const inside = encounter.claims.filter((id) => own.has(id));
    if (inside.length === 0) continue;
    const life = { encounter, others: encounter.claims.filter((id) => !own.has(id)) };
    for (const id of inside) lives[id] = life;
  }
  return { ...stored, lives, sides };
}

/** The two countries that most claims name together; null where no claim names two. */
function leadingPair(claims: readonly Claim[]): readonly [string, string] | null {
  const counts = new Map<string, number>();
  for (const { actors, recipients } of claims) {
    const countries = [...new Set([...actors, ...recipients].flatMap(({ country }) => country ?? []))].sort();
    for (const [at, a] of countries.entries()) {
      for (const b of countries.slice(at + 1)) counts.set(`${a}-${b}`, (counts.get(`${a}-${b}`) ?? 0) + 1);
    }
  }
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  if (first === undefined) return null;
  const [a, b] = first[0].split('-') as [string, string];
  return [a, b];
}
