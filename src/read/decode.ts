import type { Message } from '../message.ts';
import { guessEncoding } from './guess-encoding.ts';

/** Bytes as text with what was noticed on the way, or the reason why they are none. */
export type Decoded =
  | { readonly text: string; readonly messages: readonly Message[] }
  | { readonly problem: string };

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** Bytes looked at to tell text from other data. */
const SNIFFED = 4096;
const NONE: readonly Message[] = [];

/**
 * Decodes UTF-8, or UTF-16 where a byte order mark or the zeros between the letters say so; the mark is not part
 * of the text. Other encodings are taken as the text declares them, else guessed, and a message names them. Bytes
 * that are not text (pictures, archives) are refused, never half-read.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return decodeUtf16(utf16.bytes, utf16.encoding);
  if (looksBinary(bytes)) return { problem: 'this is not text but binary data; give a text or JSONL file' };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    return { text: UTF8.decode(start === 0 ? bytes : bytes.subarray(start)), messages: NONE };
  } catch {
    return decodeOther(bytes.subarray(start));
  }
}

type Utf16 = 'utf-16le' | 'utf-16be';

function utf16Of(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly encoding: Utf16 } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { bytes: bytes.subarray(2), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { bytes: bytes.subarray(2), encoding: 'utf-16be' };
  const encoding = unmarkedUtf16(bytes);
  return encoding === null ? null : { bytes, encoding };
}

/** Letters and spaces of most scripts leave a zero in every second byte, and none in between. */
function unmarkedUtf16(bytes: Uint8Array): Utf16 | null {
  const head = bytes.subarray(0, SNIFFED);
  if (bytes.length % 2 !== 0 || !head.includes(0)) return null;
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2 === 0 ? 0 : 1]++;
  const [even, odd] = zeros;
  const most = Math.max(even, odd);
  // Cyrillic has zeros beside its spaces and stops only, about one letter in seven.
  if (most * 20 < head.length || Math.min(even, odd) * 50 > most) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function decodeUtf16(bytes: Uint8Array, encoding: Utf16): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), messages: NONE };
  } catch {
    return { problem: 'the text begins like UTF-16 but is damaged; save it as UTF-8' };
  }
}

function decodeOther(bytes: Uint8Array): Decoded {
  const { encoding, sure, text } = guessEncoding(bytes);
  // The broken characters are U+FFFD now, of which a message of its own speaks.
  if (encoding === 'utf-8') return { text, messages: NONE };
  const message: Message = {
    rule: 'read/encoding-detected',
    severity: 'note',
    text: `the text is not in UTF-8; it was read as ${encoding}${sure ? '' : ', which is not certain; save it as UTF-8 if words look wrong'}`,
  };
  return { text, messages: [sure ? message : { ...message, severity: 'warning' }] };
}

/** Text holds hardly any control characters: one in fifty at the beginning is taken for binary data. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SNIFFED);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  }
  return controls > 8 && controls * 50 > length;
}
