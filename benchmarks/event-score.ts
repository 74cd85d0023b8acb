/** Scores types of events for given pairs as `events_score.py` does: macro F1 over types, quads, cooperation or conflict. */
const QUADS: Readonly<Record<string, number>> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  AID: 2,
  COOPERATE: 2,
  YIELD: 2,
  ACCUSE: 3,
  REQUEST: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

export interface EventScore {
  readonly root: number;
  readonly quad: number;
  readonly binary: number;
  /** Share of types that are right, in per cent. */
  readonly accuracy: number;
  /** Sentences without a prediction. */
  readonly none: number;
  readonly n: number;
}

/** The benchmark's sets write CONCEDE and RETREAT as one. */
export function fold(type: string): string {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
}

/** Scores predictions (empty where none) against gold types, both folded, in the same order. */
export function scoreEvents(gold: readonly string[], predicted: readonly string[]): EventScore {
  const quadOf = (type: string): string => String(QUADS[type] ?? 'none');
  const sideOf = (type: string): string => (type in QUADS ? String(QUADS[type]! > 2) : 'none');
  const right = gold.filter((type, at) => type === predicted[at]).length;
  return {
    root: macroF1(gold, predicted),
    quad: macroF1(gold.map(quadOf), predicted.map(quadOf)),
    binary: macroF1(gold.map(sideOf), predicted.map(sideOf)),
    accuracy: (100 * right) / gold.length,
    none: predicted.filter((type) => !(type in QUADS)).length,
    n: gold.length,
  };
}

/** Mean over the classes of the gold of each one's F1, in per cent. */
function macroF1(gold: readonly string[], predicted: readonly string[]): number {
  const classes = [...new Set(gold)];
  const sum = classes.reduce((total, one) => {
    const hits = gold.filter((type, at) => type === one && predicted[at] === one).length;
    const all = gold.filter((type) => type === one).length + predicted.filter((type) => type === one).length;
    return total + (2 * hits) / all;
  }, 0);
  return (100 * sum) / classes.length;
}
