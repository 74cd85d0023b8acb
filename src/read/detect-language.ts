import { countEnglishWords, isEnglish } from './english-words.ts';

/** Letters from which a text is long enough to say that it is in another language, by script. */
const ENOUGH_LATIN = 40;
const ENOUGH_OTHER = 6;
/** How much better than English another language in Latin letters must fit, of 1. */
const CLEARLY = 0.18;
const SAMPLE = 1000;
/** Words without a capital: names say little about the language they stand in. */
const ENOUGH_WORDS = 5;
const SMALL_WORD = /(?<!\p{L})\p{Ll}+/gu;
const LATIN = /[A-Za-zÀ-ɏ]/g;
const OTHER_LETTERS = /[^\P{L}A-Za-zÀ-ɏ]/gu;

/**
 * The language of a text as BCP 47, or `und` where it is too short or not sure: a text in English must not be lost
 * because it is full of foreign names. The detector is loaded for the first text that the small words of English
 * do not settle.
 *
 * @example await detectLanguage('Le ministre a rencontré son homologue allemand jeudi à Paris.') // 'fr'
 * @example await detectLanguage('Xi visits Paris') // 'und'
 */
export async function detectLanguage(text: string): Promise<string> {
  const english = countEnglishWords(text);
  if (isEnglish(english)) return 'en';
  const sample = text.slice(0, SAMPLE);
  const latin = sample.match(LATIN)?.length ?? 0;
  const others = sample.match(OTHER_LETTERS)?.length ?? 0;
  const inLatin = latin > others * 2;
  if (inLatin ? latin < ENOUGH_LATIN : others < ENOUGH_OTHER) return 'und';
  if (inLatin && (sample.match(SMALL_WORD)?.length ?? 0) < ENOUGH_WORDS) return 'und';
  const { eld } = await import('eld/medium');
  const found = eld.detect(sample);
  if (found.language === '' || !found.isReliable()) return 'und';
  if (found.language === 'en') return inLatin ? 'en' : 'und';
  if (!inLatin) return found.language;
  // "The Hague" stands in any language; a word in twenty that only English has does not.
  if (english.alone * 20 >= english.words && english.alone > 0) return 'und';
  const scores = found.getScores();
  return (scores[found.language] ?? 0) - (scores['en'] ?? 0) >= CLEARLY ? found.language : 'und';
}
