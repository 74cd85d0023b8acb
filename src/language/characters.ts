/** Kinds of characters, as far as cutting text into words needs them. */
export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
const MARK = 3;

const ASCII = new Uint8Array(128).fill(MARK);
ASCII.fill(SPACE, 0, 33);
ASCII[127] = SPACE;
ASCII.fill(DIGIT, 48, 58);
ASCII.fill(LETTER, 65, 91);
ASCII.fill(LETTER, 97, 123);

/**
 * Kind of a UTF-16 code unit. Control characters and invisible ones count as space. Beyond ASCII what is
 * neither space nor known punctuation is a letter, halves of surrogate pairs included, so that no
 * character is ever cut in two.
 */
export function kindOf(code: number): number {
  if (code < 128) return ASCII[code]!;
  if (code < 0xc0) {
    if (code < 0xa1 || code === 0xad) return SPACE;
    return code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : MARK;
  }
  if (code === 0xd7 || code === 0xf7) return MARK;
  if (code < 0x1680) return LETTER;
  if (code >= 0x2000 && code <= 0x206f) {
    if (code <= 0x200f || code === 0x2028 || code === 0x2029 || code === 0x202f || code >= 0x205f)
      return SPACE;
    return code >= 0x202a && code <= 0x202e ? SPACE : MARK;
  }
  if (code >= 0x20a0 && code <= 0x20cf) return MARK;
  if (code >= 0x2190 && code <= 0x2bff) return MARK;
  if (code === 0x3000 || code === 0xfeff || code === 0x1680) return SPACE;
  if (code >= 0x3001 && code <= 0x3003) return MARK;
  if (code >= 0x3008 && code <= 0x3011) return MARK;
  return LETTER;
}

export function isSpace(code: number): boolean {
  return kindOf(code) === SPACE;
}

export function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

export function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

/** ' and the typographic apostrophes. */
export function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0x60;
}
