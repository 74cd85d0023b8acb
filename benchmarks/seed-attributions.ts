import type { Claim } from '../src/claims/claim.ts';
import type { Span } from '../src/report.ts';
import { type GoldSpan, overlap, shift } from './gold.ts';
import { type GoldAttribution, SOURCES } from './gold-seed.ts';

interface AttributedRecord {
  readonly trigger_span: GoldSpan;
  readonly attribution: GoldAttribution;
}

/** Attributions by their cue; of those whom the text names nobody for, none. */
export interface AttributionsScore {
  readonly right: number;
  readonly gold: number;
  /** Sources of claims that are none of the gold's, by what is written. */
  readonly falseOnes: readonly string[];
  /** Cues of the gold that were not read right. */
  readonly missed: readonly string[];
}

const QUOTED: Readonly<Record<string, string>> = {
  indirect: 'indirect',
  direct: 'direct',
  'partial direct': 'mixed',
};

/**
 * An attribution is right where a claim has its source, its cue, its kind and its manner of quoting, and where what is
 * said holds the triggers of all its records. What a state itself holds ("China considers") is right as a claim of the
 * narrator, too. `offset` is where the report begins in the annotated file.
 */
export function scoreSeedAttributions(
  records: readonly AttributedRecord[],
  claims: readonly Claim[],
  offset: number,
): AttributionsScore {
  const named = records.filter(({ attribution: { type, cue_span } }) => cue_span && type !== 'unspecified');
  const groups = [...Map.groupBy(named, ({ attribution }) => String(attribution.cue_span)).values()];
  const at = (span: Span | null, gold: GoldSpan | null | undefined): boolean =>
    span !== null && gold != null && overlap(shift(span, offset), gold);
  const isRight = (group: readonly AttributedRecord[]): boolean => {
    const { type, span, cue_span, quote } = group[0]!.attribution;
    return claims.some(({ source, trigger }) => {
      if (!SOURCES[type]?.includes(source.kind)) return false;
      if (source.kind === 'narrator') return at(trigger, cue_span);
      return (
        at(source.sourceSpan, span) &&
        at(source.cueSpan, cue_span) &&
        source.quoted === QUOTED[quote ?? ''] &&
        group.every(({ trigger_span }) => at(source.contentSpan, trigger_span))
      );
    });
  };
  const others = claims.filter(
    ({ source }) =>
      source.cueSpan !== null && !groups.some((group) => at(source.cueSpan, group[0]!.attribution.cue_span)),
  );
  return {
    right: groups.filter(isRight).length,
    gold: groups.length,
    falseOnes: [...new Set(others.map(({ source }) => source.asWritten ?? source.kind))],
    missed: groups.filter((group) => !isRight(group)).map((group) => group[0]!.attribution.as_written ?? ''),
  };
}
