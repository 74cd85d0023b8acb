/**
 * An averaged perceptron over hashed features with a row of (outcome, weight) per feature. Rows exist only
 * for features that were part of a mistake; keys are kept whole, so features do not collide.
 */
export class Perceptron {
  #keys: Int32Array;
  #rows: Int32Array;
  #used = 0;
  // Rows: per row its start, length and room in the pool, and how often it was updated.
  #start = new Int32Array(1 << 20);
  #length = new Uint8Array(1 << 20);
  #room = new Uint8Array(1 << 20);
  #updates = new Int32Array(1 << 20);
  #outcome = new Uint8Array(1 << 22);
  #weight = new Int32Array(1 << 22);
  #total = new Float64Array(1 << 22);
  #stamp = new Int32Array(1 << 22);
  #end = 0;
  #free = new Map<number, number[]>();
  /** Number of decisions seen so far: the clock of the averaging. */
  step = 0;

  constructor(bits = 22) {
    this.#keys = new Int32Array(1 << bits);
    this.#rows = new Int32Array(1 << bits);
  }

  score(keys: Int32Array, n: number, scores: Float64Array): void {
    for (let i = 0; i < n; i++) {
      const row = this.#find(keys[i]!);
      if (row < 0) continue;
      const start = this.#start[row]!;
      const end = start + this.#length[row]!;
      for (let at = start; at < end; at++) {
        const outcome = this.#outcome[at]!;
        scores[outcome] = scores[outcome]! + this.#weight[at]!;
      }
    }
  }

  /** Moves every feature towards `right` and away from `wrong`. */
  update(keys: Int32Array, n: number, right: number, wrong: number): void {
    for (let i = 0; i < n; i++) {
      let row = this.#find(keys[i]!);
      if (row < 0) row = this.#add(keys[i]!);
      this.#updates[row] = this.#updates[row]! + 1;
      this.#change(row, right, 1);
      this.#change(row, wrong, -1);
    }
  }

  /** The averaged weights of every feature that was updated at least `minimum` times. */
  averaged(minimum: number): AveragedFeature[] {
    const features: AveragedFeature[] = [];
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const row = this.#rows[slot]! - 1;
      if (row < 0 || this.#updates[row]! < minimum) continue;
      const weights: [number, number][] = [];
      const start = this.#start[row]!;
      for (let at = start; at < start + this.#length[row]!; at++) {
        const total = this.#total[at]! + (this.step - this.#stamp[at]!) * this.#weight[at]!;
        if (total !== 0) weights.push([this.#outcome[at]!, total / this.step]);
      }
      if (weights.length > 0) features.push({ key: this.#keys[slot]!, weights });
    }
    return features;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    for (let row = this.#rows[slot]!; row !== 0; row = this.#rows[slot]!) {
      if (this.#keys[slot] === key) return row - 1;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  #add(key: number): number {
    if (this.#used * 2 > this.#keys.length) this.#grow();
    const row = this.#used++;
    if (row === this.#start.length) {
      this.#start = doubled(this.#start, new Int32Array(row * 2));
      this.#length = doubled(this.#length, new Uint8Array(row * 2));
      this.#room = doubled(this.#room, new Uint8Array(row * 2));
      this.#updates = doubled(this.#updates, new Int32Array(row * 2));
    }
    this.#place(key, row);
    this.#start[row] = this.#allocate(2);
    this.#room[row] = 2;
    return row;
  }

  #place(key: number, row: number): void {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    while (this.#rows[slot] !== 0) slot = (slot + 1) & mask;
    this.#keys[slot] = key;
    this.#rows[slot] = row + 1;
  }

  #grow(): void {
    const keys = this.#keys;
    const rows = this.#rows;
    this.#keys = new Int32Array(keys.length * 2);
    this.#rows = new Int32Array(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot++) {
      if (rows[slot] !== 0) this.#place(keys[slot]!, rows[slot]! - 1);
    }
  }

  #change(row: number, outcome: number, by: number): void {
    const start = this.#start[row]!;
    const length = this.#length[row]!;
    for (let at = start; at < start + length; at++) {
      if (this.#outcome[at] !== outcome) continue;
      this.#total[at] = this.#total[at]! + (this.step - this.#stamp[at]!) * this.#weight[at]!;
      this.#stamp[at] = this.step;
      this.#weight[at] = this.#weight[at]! + by;
      return;
    }
    if (length === this.#room[row]!) this.#widen(row);
    const at = this.#start[row]! + length;
    this.#outcome[at] = outcome;
    this.#weight[at] = by;
    this.#total[at] = 0;
    this.#stamp[at] = this.step;
    this.#length[row] = length + 1;
  }

  #widen(row: number): void {
    const room = this.#room[row]!;
    const from = this.#start[row]!;
    const to = this.#allocate(room * 2);
    for (let i = 0; i < room; i++) {
      this.#outcome[to + i] = this.#outcome[from + i]!;
      this.#weight[to + i] = this.#weight[from + i]!;
      this.#total[to + i] = this.#total[from + i]!;
      this.#stamp[to + i] = this.#stamp[from + i]!;
    }
    this.#start[row] = to;
    this.#room[row] = room * 2;
    const free = this.#free.get(room);
    if (free === undefined) this.#free.set(room, [from]);
    else free.push(from);
  }

  #allocate(room: number): number {
    const free = this.#free.get(room)?.pop();
    if (free !== undefined) return free;
    if (this.#end + room > this.#outcome.length) {
      const size = this.#outcome.length * 2;
      this.#outcome = doubled(this.#outcome, new Uint8Array(size));
      this.#weight = doubled(this.#weight, new Int32Array(size));
      this.#total = doubled(this.#total, new Float64Array(size));
      this.#stamp = doubled(this.#stamp, new Int32Array(size));
    }
    const at = this.#end;
    this.#end += room;
    return at;
  }
}

export interface AveragedFeature {
  readonly key: number;
  readonly weights: readonly (readonly [outcome: number, weight: number])[];
}

function doubled<T extends Int32Array | Uint8Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
