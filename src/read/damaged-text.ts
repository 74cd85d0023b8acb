import type { Message } from '../message.ts';

/**
 * What UTF-8 looks like after somebody read it as another encoding: `â€™` and `Ã©` (as Western), `鈥檚` and `锟斤拷`
 * (as Chinese), `вЂ™` (as Cyrillic), or characters that were given up (U+FFFD).
 */
const DAMAGED =
  /\ufffd|â€|â\u0080|Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|Â[\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf]|鈥[\u3400-\u9fff\ue000-\uf8ff?]|锟斤|вЂ|Рџ[Р-С]/;

/** A warning with the place where the text first looks damaged. The text stays as it is: a repair would be a guess. */
export function noticeDamage(text: string): Message | null {
  const found = DAMAGED.exec(text);
  if (found === null) return null;
  return {
    rule: 'read/damaged-text',
    severity: 'warning',
    text: `the text looks damaged by a wrong encoding (${JSON.stringify(found[0])}); it was kept as it is; get it anew from its publisher`,
    span: { start: found.index, end: found.index + found[0].length },
  };
}
