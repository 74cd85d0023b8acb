/** Bytes as text, or the reason why they are none. */
export type Decoded = { readonly text: string } | { readonly problem: string };

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const SNIFFED = 4096;

/**
 * Decodes UTF-8, or UTF-16 where a byte order mark says so; the mark is not part of the text. Bytes that are
 * not text (pictures, archives) and other encodings are told apart and refused, never half-read.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  if (looksBinary(bytes)) return { problem: 'this is not text but binary data; give a text or JSONL file' };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    return { text: UTF8.decode(start === 0 ? bytes : bytes.subarray(start)) };
  } catch {
    return {
      problem: 'the text is not in UTF-8; save it as UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8',
    };
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(2)) };
  } catch {
    return { problem: 'the text begins like UTF-16 but is damaged; save it as UTF-8' };
  }
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
