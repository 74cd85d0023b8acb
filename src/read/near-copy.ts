/** What of a text is kept to find its near copies: 64 bytes to compare, and keys under which likely copies meet. */
export interface Fingerprint {
  /** One byte for each of 64 hash functions: the low bits of the least hash among the text's runs of words. */
  readonly signature: Uint8Array;
  /** Whole numbers below 2^32. Two texts are worth comparing where they share one. */
  readonly keys: readonly number[];
}

/** What of a report tells whether it is a copy. */
interface CopyText {
  readonly text: string;
  readonly url?: string;
}

/** Words that follow one another and are compared as one thing. */
const RUN = 4;
/** Of fewer words it cannot be told whether they were copied or written twice. */
const LEAST_WORDS = 20;
const HASHES = 64;
/** The least similarity of a copy, and the one from which on a few other names or numbers do not matter. */
const COPY = 0.8;
const SURE_COPY = 0.9;
/** The least similarity of two versions of one page, where both have so many words. */
const VERSION = 0.5;
const VERSION_WORDS = 100;
/** Keys of a text, each made of so many of its least hashes. */
const KEYS = 6;
const PER_KEY = 2;

const SALTS = Uint32Array.from({ length: HASHES }, (_, at) => mix(at + 1));
const FACTORS = Uint32Array.from({ length: HASHES }, (_, at) => mix(at + 1 + HASHES) | 1);

/**
 * The fingerprint of a text by MinHash over runs of four words; null for a text of fewer than 20 words. Case,
 * punctuation and white space do not count. The same on every machine.
 *
 * @example fingerprintOf(report.text)?.keys // six numbers
 */
export function fingerprintOf(text: string): Fingerprint | null {
  const words = wordsIn(text);
  if (words.length < LEAST_WORDS) return null;
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const run of runsOf(words)) {
    for (let at = 0; at < HASHES; at++) {
      const hash = Math.imul(run ^ SALTS[at]!, FACTORS[at]!) >>> 0;
      if (hash < least[at]!) least[at] = hash;
    }
  }
  const keys = Array.from({ length: KEYS }, (_, key) => {
    let hash = key + 1;
    for (let at = key * PER_KEY; at < (key + 1) * PER_KEY; at++) hash = mix(hash ^ least[at]!);
    return hash;
  });
  return { signature: Uint8Array.from(least), keys };
}

/** How alike two texts are by their signatures, 0 to 1; give or take 0.1 beside {@link similarityOf}. */
export function estimateSimilarity(a: Uint8Array, b: Uint8Array): number {
  let same = 0;
  for (let at = 0; at < HASHES; at++) if (a[at] === b[at]) same++;
  // One of 256 bytes is the same by chance.
  return Math.max(0, (same / HASHES - 1 / 256) / (1 - 1 / 256));
}

/**
 * How alike two texts are: of all runs of four words in either, the share that stands in both (Jaccard). From 0
 * to 1, the same whichever comes first; 0 where there are no words.
 */
export function similarityOf(a: string, b: string): number {
  const runsA = new Set(runsOf(wordsIn(a)));
  const runsB = new Set(runsOf(wordsIn(b)));
  let shared = 0;
  for (const run of runsA) if (runsB.has(run)) shared++;
  const all = runsA.size + runsB.size - shared;
  return all === 0 ? 0 : shared / all;
}

/**
 * How alike two texts are where one is a near copy of the other, null where neither is. Copies share at least 80 % of
 * their runs of words; below 90 % each of them naming somebody or counting something that the other does not means
 * two reports of one form. At one address a name or a number may have been corrected, and of long texts up to half
 * rewritten. The same whichever comes first.
 *
 * @example copySimilarity(report, other) // 0.93
 */
export function copySimilarity(a: CopyText, b: CopyText): number | null {
  const similarity = similarityOf(a.text, b.text);
  const samePage = a.url !== undefined && a.url === b.url;
  if (similarity >= COPY && (similarity >= SURE_COPY || samePage || !nameApart(a.text, b.text)))
    return similarity;
  if (!samePage || similarity < VERSION) return null;
  return [a, b].every(({ text }) => wordsIn(text).length >= VERSION_WORDS) ? similarity : null;
}

/** Whether each text has a name or a number that the other has nowhere. */
function nameApart(a: string, b: string): boolean {
  return hasOwnName(a, b) && hasOwnName(b, a);
}

function hasOwnName(text: string, other: string): boolean {
  const words = new Set(wordsIn(other));
  for (const [name] of text.matchAll(/[\p{Lu}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    if (wordsIn(name).some((word) => !words.has(word))) return true;
  }
  return false;
}

/** The words of a text as hashes, without case and punctuation. */
function wordsIn(text: string): number[] {
  const words: number[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      if (isUnspaced(code)) {
        if (hash !== 0) words.push(hash);
        words.push(mix(code));
        hash = 0;
      } else hash = Math.imul(hash ^ code ^ 0x811c9dc5, 0x01000193);
    }
    if (hash !== 0) words.push(hash);
  }
  return words;
}

/** Signs of scripts that put no space between words (Thai, Lao, Burmese, Khmer, Han, kana): each is a word. */
function isUnspaced(code: number): boolean {
  if (code < 0x0e00) return false;
  return (
    code <= 0x0eff ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/**
 * Runs of four words, also those that reach over either end of the text, so that every word stands in four: another
 * name at the very beginning ("Bahrain recalls its ambassador", "Honduras recalls …") counts as much as elsewhere.
 */
function runsOf(words: readonly number[]): Uint32Array {
  const runs = new Uint32Array(words.length === 0 ? 0 : words.length + RUN - 1);
  for (let end = 0; end < runs.length; end++) {
    let hash = 0;
    for (let at = end - RUN + 1; at <= end; at++)
      hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
    runs[end] = mix(hash);
  }
  return runs;
}

/** Spreads the bits of a whole number over all 32 (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
