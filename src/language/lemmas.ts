/** How the end of a form changes: so many characters off, these on. */
interface Ending {
  readonly strip: number;
  readonly add: string;
}

interface TagLemmas {
  /** Whole forms in lower case that no ending predicts. */
  readonly words: Map<string, Ending>;
  readonly endings: Map<string, Ending>;
  longest: number;
}

/** Lemmas by tag: words that go their own way, and for the rest the longest ending that is known. */
export interface Lemmas {
  readonly byTag: ReadonlyMap<string, TagLemmas>;
  /** Forms in lower case whose lemma has a capital although they are no names: `american`. */
  readonly capitals: ReadonlySet<string>;
  /** Verbs that are known to exist: where an ending gives none of them, a spelling that does is taken. */
  readonly verbs: ReadonlySet<string>;
  /** Past forms that no ending predicts: `shot` is of `shoot`. */
  readonly irregular: ReadonlyMap<string, string>;
}

/**
 * Reads lines `UPOS TAG`, tab, what, tab, characters to take off, tab, characters to add. What is `=word`,
 * or the ending itself; a line `^`, tab, word lists a word whose lemma keeps its capital.
 */
export function decodeLemmas(
  text: string,
  verbs: Iterable<string>,
  irregular: ReadonlyMap<string, string> = new Map(),
): Lemmas {
  const byTag = new Map<string, TagLemmas>();
  const capitals = new Set<string>();
  for (const line of text.split('\n')) {
    const [tag, what, strip, add] = line.split('\t');
    if (tag === undefined || what === undefined) continue;
    if (tag === '^') {
      capitals.add(what);
      continue;
    }
    let lemmas = byTag.get(tag);
    if (lemmas === undefined) {
      lemmas = { words: new Map(), endings: new Map(), longest: 0 };
      byTag.set(tag, lemmas);
    }
    const ending = { strip: Number(strip), add: add ?? '' };
    if (what.startsWith('=')) lemmas.words.set(what.slice(1), ending);
    else {
      lemmas.endings.set(what, ending);
      lemmas.longest = Math.max(lemmas.longest, what.length);
    }
  }
  return { byTag, capitals, verbs: new Set(verbs), irregular };
}

/** The lemma of a normalised form with a tag (`VERB VBD`): `met` gives `meet`, `Embassies` `embassy`. */
export function lemmaOf(lemmas: Lemmas, form: string, tag: string): string {
  const past = tag.startsWith('VERB') ? lemmas.irregular.get(form.toLowerCase()) : undefined;
  // "They shook hands", where the tagger has a present: what is no base form is a past one.
  if (past !== undefined && (/VB[DN]$/.test(tag) || !lemmas.verbs.has(form.toLowerCase()))) return past;
  const lemma = trainedLemma(lemmas, form, tag);
  if (!tag.startsWith('VERB') || lemmas.verbs.has(lemma)) return lemma;
  return spellings(form.toLowerCase()).find((spelling) => lemmas.verbs.has(spelling)) ?? lemma;
}

/** What a regular verb form may come from: `postponed` from `postpone`, `barred` from `bar`, `denied` from `deny`. */
function spellings(form: string): string[] {
  const ending = /(?:ied|ies|ed|ing|es|s)$/.exec(form)?.[0];
  if (ending === undefined) return [];
  const stem = form.slice(0, form.length - ending.length);
  if (ending.startsWith('i') && ending !== 'ing') return [`${stem}y`];
  const doubled = stem.length > 2 && stem.at(-1) === stem.at(-2);
  return [`${stem}e`, stem, ...(doubled ? [stem.slice(0, -1)] : [])];
}

function trainedLemma(lemmas: Lemmas, form: string, tag: string): string {
  const lower = form.toLowerCase();
  const known = lemmas.byTag.get(tag);
  const ending = known === undefined ? undefined : endingOf(known, lower);
  const keepsCase =
    form !== lower &&
    (tag.endsWith('NNP') || tag.endsWith('NNPS') || (lemmas.capitals.has(lower) && !tag.startsWith('PRON')));
  const base = keepsCase ? form : lower;
  if (ending === undefined || ending.strip > base.length) return base;
  // A mark that was taken for a word may lose all its characters: then it is its own lemma.
  return base.slice(0, base.length - ending.strip) + ending.add || base;
}

function endingOf(known: TagLemmas, lower: string): Ending | undefined {
  const word = known.words.get(lower);
  if (word !== undefined) return word;
  for (let length = Math.min(known.longest, lower.length - 1); length >= 0; length--) {
    const ending = known.endings.get(lower.slice(lower.length - length));
    if (ending !== undefined) return ending;
  }
  return undefined;
}
