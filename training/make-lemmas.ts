import type { ConlluSentence } from '../src/language/conllu.ts';
import { decodeLemmas, lemmaOf } from '../src/language/lemmas.ts';
import { normalizeForm } from '../src/language/normalize.ts';
import { tagOf } from './train-tagger.ts';

const LONGEST_ENDING = 6;
/** Tags whose lemmas say nothing of grammar (typing errors, foreign words). */
const NO_ENDINGS = /^X | GW$| FW$| AFX$/;

/** Addresses, figures and the like are their own lemmas, and no business of a list. */
const NO_WORD = /[0-9@:/_<>]|www\./;

/** Text of the lemma file: endings that several words share, then the words that no ending predicts. */
export function makeLemmas(sentences: readonly ConlluSentence[]): string {
  const seen = countLemmas(sentences);
  const capitals = listCapitals(sentences);
  const lines = capitals.map((word) => `^\t${word}`);
  for (const [tag, words] of [...seen].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (!NO_ENDINGS.test(tag)) lines.push(...endingLines(tag, words));
  }
  const byEndings = decodeLemmas(lines.join('\n'), []);
  for (const [tag, words] of seen) {
    for (const [form, lemma] of words) {
      if (lemmaOf(byEndings, form, tag) === lemma) continue;
      const [strip, add] = change(form, lemma).split('\t');
      lines.push(`${tag}\t=${form}\t${strip}\t${add}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Tag, form in lower case, its most frequent lemma. */
function countLemmas(sentences: readonly ConlluSentence[]): Map<string, Map<string, string>> {
  const counts = new Map<string, Map<string, Map<string, number>>>();
  for (const { words } of sentences) {
    for (const word of words) {
      if (word.lemma === '_' || NO_WORD.test(word.form)) continue;
      const form = normalizeForm(word.form).toLowerCase();
      // Pronouns keep their case: the lemma of "me" is "I".
      const lemma = word.upos === 'PRON' ? word.lemma : normalizeForm(word.lemma).toLowerCase();
      const forms = counts.get(tagOf(word)) ?? new Map<string, Map<string, number>>();
      const lemmas = forms.get(form) ?? new Map<string, number>();
      lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
      forms.set(form, lemmas);
      counts.set(tagOf(word), forms);
    }
  }
  const most = (lemmas: Map<string, number>): string =>
    [...lemmas].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
  return new Map(
    [...counts].map(([tag, forms]) => [
      tag,
      new Map([...forms].map(([form, lemmas]) => [form, most(lemmas)])),
    ]),
  );
}

/** Words that are written with a capital most of the time, and so is their lemma, without being names. */
function listCapitals(sentences: readonly ConlluSentence[]): string[] {
  const balance = new Map<string, number>();
  for (const { words } of sentences) {
    for (const word of words) {
      if (word.xpos.startsWith('NNP') || word.upos === 'PRON' || NO_WORD.test(word.form)) continue;
      const form = normalizeForm(word.form);
      if (form === form.toLowerCase() && word.lemma === word.lemma.toLowerCase()) continue;
      const by = word.lemma !== word.lemma.toLowerCase() ? 1 : -1;
      balance.set(form.toLowerCase(), (balance.get(form.toLowerCase()) ?? 0) + by);
    }
  }
  return [...balance]
    .filter(([, sum]) => sum > 0)
    .map(([word]) => word)
    .sort();
}

function endingLines(tag: string, words: ReadonlyMap<string, string>): string[] {
  const counts = new Map<string, Map<string, number>>();
  for (const [form, lemma] of words) {
    const how = change(form, lemma);
    for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length - 1); length++) {
      const ending = form.slice(form.length - length);
      const changes = counts.get(ending) ?? new Map<string, number>();
      changes.set(how, (changes.get(how) ?? 0) + 1);
      counts.set(ending, changes);
    }
  }
  const chosen = new Map<string, string>();
  const lines: string[] = [];
  for (const ending of [...counts.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const [how, count] = [...counts.get(ending)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    let shorter: string | undefined;
    for (let cut = 1; cut <= ending.length && shorter === undefined; cut++)
      shorter = chosen.get(ending.slice(cut));
    if (ending !== '' && (how === shorter || count < 2)) continue;
    chosen.set(ending, how);
    lines.push(`${tag}\t${ending}\t${how}`);
  }
  return lines;
}

/** The change from form to lemma: characters off the end, tab, characters on. */
function change(form: string, lemma: string): string {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return `${form.length - same}\t${lemma.slice(same)}`;
}
