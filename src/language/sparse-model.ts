/**
 * A linear model over hashed features: a table of slots (open addressing) that point to short rows of
 * (outcome, weight). Most features speak for a few outcomes only, so a row is a few numbers and scoring
 * touches two places in memory per feature.
 */
export class SparseModel {
  readonly #slots: Int32Array;
  /** A byte of each slot's check, 0 where empty: small enough to stay near, and most features end here. */
  readonly #marks: Uint8Array;
  readonly #entries: Int32Array;
  readonly #shift: number;
  readonly #mask: number;

  /**
   * `slots`: two numbers per slot, the first entry (0 where empty) and the check, the low 16 bits of the key.
   * `entries`: weight << 8 | last << 7 | outcome.
   */
  constructor(slots: Int32Array, entries: Int32Array) {
    this.#slots = slots;
    this.#entries = entries;
    this.#mask = (slots.length >>> 1) - 1;
    this.#marks = new Uint8Array(slots.length >>> 1);
    for (let slot = 0; slot <= this.#mask; slot++) {
      if (slots[2 * slot] !== 0) this.#marks[slot] = slots[2 * slot + 1]! & 255 || 1;
    }
    this.#shift = Math.clz32(slots.length >>> 1) + 1;
  }

  /** Adds to `scores` what the first `n` keys say for each outcome; `keys` is used up. */
  score(keys: Int32Array, n: number, scores: Int32Array): void {
    const slots = this.#slots;
    const marks = this.#marks;
    const entries = this.#entries;
    const mask = this.#mask;
    const shift = this.#shift;
    // First where the rows are, then the rows: so the memory has many requests to work on at a time.
    let found = 0;
    for (let i = 0; i < n; i++) {
      const key = keys[i]!;
      const check = key & CHECK;
      const mark = key & 255 || 1;
      let slot = key >>> shift;
      for (let seen = marks[slot]!; seen !== 0; seen = marks[slot]!) {
        if (seen === mark && slots[2 * slot + 1] === check) {
          keys[found++] = slots[2 * slot]!;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    for (let i = 0; i < found; i++) {
      let at = keys[i]!;
      let entry: number;
      do {
        entry = entries[at++]!;
        scores[entry & 127] = scores[entry & 127]! + (entry >> 8);
      } while ((entry & 128) === 0);
    }
  }
}

/** The slot gives the high bits of a key, the check its low bits: together they tell keys apart. */
const CHECK = 0xffff;

/**
 * What a weight byte stands for, by its size: steps of 6 %, so that small weights are as exact as large ones.
 * A byte has the sign of its weight; 0 is not used.
 */
export const WEIGHTS: Int32Array = Int32Array.from({ length: 128 }, (_, size) =>
  size === 0 ? 0 : Math.round(16 * 2 ** ((size - 1) / 12)),
);

/** What a weight file says of itself. */
export interface ModelHeader {
  /** Names of the outcomes, by number. */
  readonly outcomes: readonly string[];
  /** The words that the features know, as `decodeLexicon` reads them; empty where the file has none. */
  readonly lexicon: string;
}

export interface StoredModel extends ModelHeader {
  readonly model: SparseModel;
}

/** First bytes of a weight file, and the version of its layout. */
export const MAGIC = 0x32544544;

/**
 * Reads a weight file. Layout, little-endian: magic, slot bits, features, entries, length of the header
 * (uint32 each); the header as JSON; one byte per slot with the length of its row; two check bytes per
 * feature; one outcome byte per entry; one weight byte per entry, see `WEIGHTS`.
 */
export function decodeSparseModel(bytes: Uint8Array): StoredModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 20 || view.getUint32(0, true) !== MAGIC) {
    throw new Error('Cannot read the language model: not a weight file of this version; run "npm run train"');
  }
  const size = 2 ** view.getUint32(4, true);
  const features = view.getUint32(8, true);
  const count = view.getUint32(12, true);
  const headerLength = view.getUint32(16, true);
  if (bytes.byteLength !== 20 + headerLength + size + 2 * (features + count)) {
    throw new Error('Cannot read the language model: the weight file is cut short; run "npm run train"');
  }
  const lengthsAt = 20 + headerLength;
  const checksAt = lengthsAt + size;
  const outcomesAt = checksAt + 2 * features;
  const weightsAt = outcomesAt + count;
  const slots = new Int32Array(2 * size);
  // Entry 0 is never used, so that a slot of 0 can mean "empty".
  const entries = new Int32Array(count + 1);
  let check = checksAt;
  let at = 0;
  for (let slot = 0; slot < size; slot++) {
    const length = bytes[lengthsAt + slot]!;
    if (length === 0) continue;
    slots[2 * slot] = at + 1;
    slots[2 * slot + 1] = bytes[check]! | (bytes[check + 1]! << 8);
    check += 2;
    for (let i = 0; i < length; i++, at++) {
      const q = (bytes[weightsAt + at]! << 24) >> 24;
      const last = i === length - 1 ? 128 : 0;
      const weight = q < 0 ? -WEIGHTS[-q]! : WEIGHTS[q]!;
      entries[at + 1] = (weight << 8) | last | bytes[outcomesAt + at]!;
    }
  }
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + headerLength))) as ModelHeader;
  return { ...header, model: new SparseModel(slots, entries) };
}
