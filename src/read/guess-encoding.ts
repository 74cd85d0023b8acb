import { analyse } from 'chardet';

/** Bytes that are not UTF-8, as text in the encoding that fits them best. */
export interface GuessedText {
  /** As the WHATWG Encoding Standard names it: `windows-1254`; `utf-8` where single characters are broken. */
  readonly encoding: string;
  /** Whether the text declares it, or the guess is a strong one. */
  readonly sure: boolean;
  readonly text: string;
}

/** Bytes of which the encoding is guessed: enough for a page, and bounded for a book. */
const SAMPLE = 16_384;
/** Confidence, of 100, from which a guess counts as sure. */
const SURE = 60;
/** Where a page or a feed declares its encoding, it does so within these bytes. */
const DECLARED_WITHIN = 2048;
/** `<?xml version="1.0" encoding="koi8-r"?>`, `<meta charset=big5>`, `content="text/html; charset=big5"`. */
const DECLARATION = /\b(?:encoding|charset) ?= ?["']?([\w.:-]{2,40})/i;

/** UTF-8 with a few bytes broken, else the declared encoding, else the one whose letters fit best. */
export function guessEncoding(bytes: Uint8Array): GuessedText {
  const broken = brokenUtf8(bytes);
  if (broken !== null) return { encoding: 'utf-8', sure: false, text: broken };
  const declared = decodeAs(declarationOf(bytes), bytes);
  if (declared !== null) return { ...declared, sure: true };
  for (const { name, confidence } of analyse(sampleOf(bytes))) {
    if (name.startsWith('UTF-') || name === 'ASCII') continue;
    const label = isWestern(name) && looksTurkish(bytes) ? 'windows-1254' : name;
    const found = decodeAs(label, bytes);
    if (found !== null) return { ...found, sure: confidence >= SURE };
  }
  // Every byte is a character in it, so there is always a text.
  return { encoding: 'windows-1252', sure: false, text: new TextDecoder('windows-1252').decode(bytes) };
}

/** A text in UTF-8 of which single bytes are damaged holds many more whole characters than broken ones. */
function brokenUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 127) whole++;
  }
  return whole > 1 && whole >= broken * 2 ? text : null;
}

/** Only mark-up declares its encoding; a text may speak of one. */
function declarationOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1').trimStart();
  return head.startsWith('<') ? DECLARATION.exec(head)?.[1] : undefined;
}

/** Null where the name is none, where it is UTF-8 or UTF-16, which the bytes are not, or where they do not fit. */
function decodeAs(label: string | undefined, bytes: Uint8Array): { encoding: string; text: string } | null {
  if (label === undefined) return null;
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    if (decoder.encoding.startsWith('utf-')) return null;
    return { encoding: decoder.encoding, text: decoder.decode(bytes) };
  } catch {
    return null;
  }
}

/** From a little before the first byte that is not ASCII: what comes before says nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 127);
  const start = Math.max(0, first - 512);
  return bytes.subarray(start, start + SAMPLE);
}

function isWestern(name: string): boolean {
  return name === 'ISO-8859-1' || name === 'windows-1252';
}

/**
 * The Turkish encodings differ from the Western ones in six letters, which those hold for Icelandic: ð for ğ, þ for ş.
 * Icelandic has no ç, its þ begins a word, its ð never does: "Çavuþoðlu" is Turkish, "Þórður" is not.
 */
function looksTurkish(bytes: Uint8Array): boolean {
  let turkish = 0;
  let icelandic = 0;
  const length = Math.min(bytes.length, SAMPLE * 4);
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]!;
    if (byte === 0xe7 || byte === 0xc7) turkish += hasTurkishBeside(bytes, at) ? 1 : 0;
    else if (byte === 0xfe) {
      if (isLetter(bytes[at - 1])) turkish++;
      else icelandic++;
    } else if (byte === 0xf0 && !isLetter(bytes[at - 1])) turkish++;
    else if (byte === 0xe6 || byte === 0xc6) icelandic++;
  }
  return turkish > icelandic;
}

/** A cedilla tells little alone (French has it); one of the six letters must stand in the same word. */
function hasTurkishBeside(bytes: Uint8Array, at: number): boolean {
  for (const step of [-1, 1]) {
    for (let near = at + step; Math.abs(near - at) < 16 && isLetter(bytes[near]); near += step) {
      if (SIX.has(bytes[near]!)) return true;
    }
  }
  return false;
}

const SIX = new Set([0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]);

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0xc0 || ((byte | 32) - 97) >>> 0 < 26);
}
