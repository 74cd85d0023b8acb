import type { AveragedFeature } from './perceptron.ts';

/** The features of several models over the same outcomes, each weight its mean; one that a model lacks counts as 0 there. */
export function meanFeatures(models: readonly (readonly AveragedFeature[])[]): AveragedFeature[] {
  const all = models.flat().sort((a, b) => a.key - b.key);
  const means: AveragedFeature[] = [];
  for (let from = 0; from < all.length; ) {
    const { key } = all[from]!;
    const sums = new Map<number, number>();
    for (; all[from]?.key === key; from++) {
      for (const [outcome, weight] of all[from]!.weights)
        sums.set(outcome, (sums.get(outcome) ?? 0) + weight / models.length);
    }
    means.push({ key, weights: [...sums] });
  }
  return means;
}
