/**
 * Words as an FTS5 query that finds reports with all of them; words in double quotes are a phrase, a star at the
 * end of a word finds its beginnings. Every part is quoted, so that nothing in it is an operator. Empty where
 * there is no word.
 *
 * @example toSearchQuery('balloon "Wang Yi" semicond*') // '"balloon" "Wang Yi" "semicond"*'
 */
export function toSearchQuery(words: string): string {
  return [...words.slice(0, 1000).matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([whole, phrase]) => phrase ?? whole)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => (part.endsWith('*') ? `"${part.slice(0, -1)}"*` : `"${part}"`))
    .join(' ');
}
