import { MAGIC, type ModelHeader, WEIGHTS } from '../src/language/sparse-model.ts';
import type { AveragedFeature } from './perceptron.ts';

/**
 * Packs averaged weights into the file that `decodeSparseModel` reads: each weight in one byte, small ones
 * dropped until at most `maxEntries` are left.
 */
export function encodeSparseModel(
  header: ModelHeader,
  features: readonly AveragedFeature[],
  maxEntries: number,
): Uint8Array {
  const sizes = Float64Array.from(
    features.flatMap((f) => f.weights.map(([, weight]) => Math.abs(weight))),
  ).sort();
  const unit = (sizes[sizes.length - 1] ?? 1) / WEIGHTS[127]!;
  const least = Math.max(unit * 12, sizes[Math.max(0, sizes.length - maxEntries)] ?? 0);
  const kept: { key: number; weights: [number, number][] }[] = [];
  for (const { key, weights } of features) {
    const packed: [number, number][] = [];
    for (const [outcome, weight] of weights) {
      if (Math.abs(weight) < least) continue;
      const size = Math.round(1 + 12 * Math.log2(Math.abs(weight) / unit / 16));
      packed.push([outcome, Math.sign(weight) * Math.max(1, Math.min(127, size))]);
    }
    if (packed.length > 0) kept.push({ key, weights: packed.sort((a, b) => a[0] - b[0]) });
  }
  const bits = Math.max(8, Math.ceil(Math.log2(kept.length * 1.5)));
  return layOut(header, kept, bits);
}

function layOut(
  header: ModelHeader,
  features: { key: number; weights: [number, number][] }[],
  bits: number,
): Uint8Array {
  const size = 2 ** bits;
  const table = new Int32Array(size);
  // By key, so that the file does not depend on the order of training.
  features.sort((a, b) => a.key - b.key);
  const count = features.reduce((sum, feature) => sum + feature.weights.length, 0);
  features.forEach(({ key }, i) => {
    let slot = key >>> (32 - bits);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = i + 1;
  });
  const names = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(20 + names.length + size + 2 * (features.length + count));
  const view = new DataView(bytes.buffer);
  [MAGIC, bits, features.length, count, names.length].forEach((value, i) => {
    view.setUint32(4 * i, value, true);
  });
  bytes.set(names, 20);
  const lengthsAt = 20 + names.length;
  let check = lengthsAt + size;
  let outcomeAt = check + 2 * features.length;
  let weightAt = outcomeAt + count;
  for (let slot = 0; slot < size; slot++) {
    if (table[slot] === 0) continue;
    const { key, weights } = features[table[slot]! - 1]!;
    bytes[lengthsAt + slot] = weights.length;
    bytes[check++] = key & 255;
    bytes[check++] = (key >>> 8) & 255;
    for (const [outcome, q] of weights) {
      bytes[outcomeAt++] = outcome;
      bytes[weightAt++] = q & 255;
    }
  }
  return bytes;
}
