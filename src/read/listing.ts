const FEWEST_LINES = 4;
/** A longer line can be a sentence whose full stop was lost. */
const LONGEST = 100;
const SENTENCE_END = /[.!?…;:]["”’»)\]]?$/;
const NUMBERED = /^\d{1,2}[.)] \S/;
const MENU_SIGN = /[|•·›»]/;
const OF_A_SITE =
  /^(?:most (?:read|popular|viewed)|trending|subscribe|sign (?:in|up)|log in|accept|cookies?|related|read more|more (?:from|on|stories)|latest news|newsletter|advertisement|share|skip to)\b/i;

/**
 * Whether a text is what stands around articles, not one: headlines and menus of a page, line by line, without a
 * sentence. Two different signs are needed, so that a list of what was agreed stays a report.
 *
 * @example isListing('Home | World | Sport\nMost read\n1. Talks resume\n2. Ferry sinks') // true
 */
export function isListing(text: string): boolean {
  const lines = text
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < FEWEST_LINES) return false;
  if (lines.some((line) => line.length > LONGEST || (SENTENCE_END.test(line.slice(-2)) && !isMenu(line)))) {
    return false;
  }
  const signs = [isMenu, isNumbered, isOfASite].filter((sign) => lines.some(sign));
  return signs.length >= 2;
}

/** "Home | World | Politics" */
function isMenu(line: string): boolean {
  const entries = line.split(MENU_SIGN).filter((entry) => entry.trim() !== '');
  return entries.length >= 3;
}

function isNumbered(line: string): boolean {
  return NUMBERED.test(line);
}

function isOfASite(line: string): boolean {
  return OF_A_SITE.test(line);
}
