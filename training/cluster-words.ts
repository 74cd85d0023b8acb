import { randomFrom, shuffled } from './random.ts';

/** Ids of the first classes: words too rare to be sorted, and the edges of sentences. */
const RARE = 0;
const EDGE = 1;
const FIRST_WORD = 2;

export interface WordClasses {
  readonly words: readonly string[];
  /** Class of each word, from 1. */
  readonly classes: readonly number[];
}

/**
 * Sorts frequent words into classes that stand in like company, from plain text: the exchange algorithm
 * (Kneser and Ney 1993) moves one word at a time to the class that makes neighbouring classes tell most
 * about each other. Words of one class ("Lima", "Oslo", "Accra") then share features.
 */
export function clusterWords(
  sentences: readonly (readonly string[])[],
  classCount: number,
  vocabulary: number,
  rounds: number,
  log: (line: string) => void,
): WordClasses {
  const words = frequentWords(sentences, vocabulary);
  const bigrams = countBigrams(sentences, words);
  const size = words.length + FIRST_WORD;
  const table = new ClassTable(bigrams, size, classCount + FIRST_WORD);
  const random = randomFrom(20260303);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    // The most frequent words find their place first; later rounds go in random order.
    const order = round === 0 ? words.map((_, i) => i) : shuffled(words.length, random);
    for (const i of order) if (table.settle(i + FIRST_WORD)) moved++;
    log(`word classes, round ${round + 1}: ${moved} of ${words.length} words moved`);
    if (moved < words.length * 0.01) break;
  }
  return { words, classes: words.map((_, i) => table.classOf[i + FIRST_WORD]! - FIRST_WORD + 1) };
}

function frequentWords(sentences: readonly (readonly string[])[], vocabulary: number): string[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    for (const word of sentence) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 8)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, vocabulary)
    .map(([word]) => word);
}

interface Bigrams {
  /** Per word: neighbour and count, one after the other. */
  readonly after: readonly Int32Array[];
  readonly before: readonly Int32Array[];
}

function countBigrams(sentences: readonly (readonly string[])[], words: readonly string[]): Bigrams {
  const ids = new Map(words.map((word, i) => [word, i + FIRST_WORD]));
  const size = words.length + FIRST_WORD;
  const counts = new Map<number, number>();
  for (const sentence of sentences) {
    let previous = EDGE;
    for (let i = 0; i <= sentence.length; i++) {
      const id = i === sentence.length ? EDGE : (ids.get(sentence[i]!) ?? RARE);
      const pair = previous * size + id;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      previous = id;
    }
  }
  const after: number[][] = Array.from({ length: size }, () => []);
  const before: number[][] = Array.from({ length: size }, () => []);
  for (const [pair, count] of counts) {
    const [left, right] = [Math.floor(pair / size), pair % size];
    after[left]!.push(right, count);
    before[right]!.push(left, count);
  }
  return {
    after: after.map((list) => Int32Array.from(list)),
    before: before.map((list) => Int32Array.from(list)),
  };
}

/** x log x, from a table for the small counts that are nearly all. */
const TABLE = Float64Array.from({ length: 1 << 16 }, (_, x) => (x === 0 ? 0 : x * Math.log(x)));
const xLogX = (x: number): number => (x < TABLE.length ? TABLE[x]! : x * Math.log(x));

class ClassTable {
  readonly classOf: Int32Array;
  readonly #bigrams: Bigrams;
  readonly #n: number;
  /** Counts of class pairs, by row and, turned over, by column. */
  readonly #pairs: Float64Array;
  readonly #turned: Float64Array;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  readonly #after: Float64Array;
  readonly #before: Float64Array;

  constructor(bigrams: Bigrams, words: number, classes: number) {
    this.#bigrams = bigrams;
    this.#n = classes;
    this.classOf = Int32Array.from({ length: words }, (_, word) =>
      word < FIRST_WORD ? word : FIRST_WORD + ((word - FIRST_WORD) % (classes - FIRST_WORD)),
    );
    this.#pairs = new Float64Array(classes * classes);
    this.#turned = new Float64Array(classes * classes);
    this.#left = new Float64Array(classes);
    this.#right = new Float64Array(classes);
    this.#after = new Float64Array(classes);
    this.#before = new Float64Array(classes);
    for (let word = 0; word < words; word++) {
      const list = bigrams.after[word]!;
      for (let i = 0; i < list.length; i += 2) {
        this.#count(this.classOf[word]!, this.classOf[list[i]!]!, list[i + 1]!);
      }
    }
  }

  #count(left: number, right: number, by: number): void {
    const n = this.#n;
    this.#pairs[left * n + right] = this.#pairs[left * n + right]! + by;
    this.#turned[right * n + left] = this.#turned[right * n + left]! + by;
    this.#left[left] = this.#left[left]! + by;
    this.#right[right] = this.#right[right]! + by;
  }

  /** Moves a word to its best class; says whether that is another one. */
  settle(word: number): boolean {
    const from = this.classOf[word]!;
    const self = this.#gather(word);
    this.#place(from, self, -1);
    let best = from;
    let most = Number.NEGATIVE_INFINITY;
    for (let to = FIRST_WORD; to < this.#n; to++) {
      const gain = this.#gain(to, self);
      if (gain > most + 1e-9) {
        best = to;
        most = gain;
      }
    }
    this.#place(best, self, 1);
    this.classOf[word] = best;
    return best !== from;
  }

  /** Counts of the classes after and before a word; gives how often it follows itself. */
  #gather(word: number): number {
    this.#after.fill(0);
    this.#before.fill(0);
    let self = 0;
    const after = this.#bigrams.after[word]!;
    for (let i = 0; i < after.length; i += 2) {
      if (after[i] === word) self = after[i + 1]!;
      else this.#after[this.classOf[after[i]!]!]! += after[i + 1]!;
    }
    const before = this.#bigrams.before[word]!;
    for (let i = 0; i < before.length; i += 2) {
      if (before[i] !== word) this.#before[this.classOf[before[i]!]!]! += before[i + 1]!;
    }
    return self;
  }

  #place(at: number, self: number, sign: number): void {
    for (let other = 0; other < this.#n; other++) {
      if (this.#after[other] !== 0) this.#count(at, other, sign * this.#after[other]!);
      if (this.#before[other] !== 0) this.#count(other, at, sign * this.#before[other]!);
    }
    if (self !== 0) this.#count(at, at, sign * self);
  }

  /** What the objective wins if the gathered word joins a class. */
  #gain(to: number, self: number): number {
    const n = this.#n;
    const row = to * n;
    let gain = 0;
    let after = self;
    let before = self;
    for (let other = 0; other < n; other++) {
      const next = this.#after[other]!;
      const previous = this.#before[other]!;
      after += next;
      before += previous;
      if (other === to) {
        const now = this.#pairs[row + to]!;
        gain += xLogX(now + next + previous + self) - xLogX(now);
        continue;
      }
      if (next !== 0) gain += xLogX(this.#pairs[row + other]! + next) - xLogX(this.#pairs[row + other]!);
      if (previous !== 0)
        gain += xLogX(this.#turned[row + other]! + previous) - xLogX(this.#turned[row + other]!);
    }
    gain -= xLogX(this.#left[to]! + after) - xLogX(this.#left[to]!);
    gain -= xLogX(this.#right[to]! + before) - xLogX(this.#right[to]!);
    return gain;
  }
}
