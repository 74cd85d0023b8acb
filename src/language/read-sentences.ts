import type { Span } from '../report.ts';
import { featuresOf } from './features.ts';
import { lemmaOf } from './lemmas.ts';
import type { LanguageModel } from './model.ts';
import { keptOf, spread } from './name-runs.ts';
import { tagNames } from './name-tagger.ts';
import { normalizeForm } from './normalize.ts';
import { parseWords } from './parser.ts';
import { prepareParser } from './parser-features.ts';
import type { Grammar, NamedWords, NameRun, Sentence, Token, Tree, Word } from './sentence.ts';
import { splitSentences } from './split.ts';
import { tagWords } from './tagger.ts';
import { PAD, type TaggerInput } from './tagger-features.ts';
import { tokenize } from './tokenize.ts';

/**
 * The sentences of a report, in order. The title is a sentence (or more) of its own, and a paragraph always
 * ends one. A sentence has at most 256 words: a longer run is cut, so that hostile text costs no more than
 * plain text of its length. Tags and trees are computed when first asked for.
 *
 * @example readSentences({ text: 'Envoys met. Talks go on.' }, model).map((sentence) => sentence.words.length) // [3, 4]
 */
export function readSentences(
  report: { readonly text: string; readonly titleEnd?: number },
  model: LanguageModel,
): Sentence[] {
  const { text, titleEnd = 0 } = report;
  const words = [...tokenize(text, 0, titleEnd), ...tokenize(text, titleEnd, text.length)];
  return splitSentences(text, words, titleEnd).map(
    ([first, end], index) => new ReadSentence(index, words.slice(first, end), model),
  );
}

/** A sentence of words that are known already, such as those of a treebank. */
export function sentenceOf(index: number, words: readonly Word[], model: LanguageModel): Sentence {
  return new ReadSentence(index, words, model);
}

class ReadSentence implements Sentence, Span {
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly words: readonly Word[];
  readonly #model: LanguageModel;
  readonly #names: ReadonlySet<number> | undefined;
  #tagged: TaggerInput | undefined;
  #tokens: readonly Token[] | undefined;
  #tree: Tree | undefined;
  #named: readonly NamedWords[] | undefined;
  /** The grammar around the names asked for last, which are nearly always the same. */
  #around: { readonly key: string; readonly grammar: Grammar } | undefined;

  constructor(index: number, words: readonly Word[], model: LanguageModel, names?: ReadonlySet<number>) {
    this.index = index;
    this.words = words;
    this.start = words[0]!.start;
    this.end = words[words.length - 1]!.end;
    this.#model = model;
    this.#names = names;
  }

  get tokens(): readonly Token[] {
    this.#tokens ??= this.words.map((word, i) => this.#tokenOf(word, i));
    return this.#tokens;
  }

  get tree(): Tree {
    if (this.#tree === undefined) {
      const tagged = this.#tags();
      const { kinds, parser } = this.#model;
      this.#tree = parseWords(parser, prepareParser(tagged, tagged.tags, kinds));
    }
    return this.#tree;
  }

  around(names: readonly NameRun[]): Grammar {
    if (names.length === 0) return { tokens: this.tokens, tree: this.tree };
    const key = names.map(({ first, end, head }) => `${first}-${end}-${head}`).join(' ');
    if (this.#around?.key === key) return this.#around.grammar;
    const kept = keptOf(this.words.length, names);
    const short = new ReadSentence(
      this.index,
      kept.map((i) => this.words[i]!),
      this.#model,
      new Set(names.filter(({ plain }) => plain !== true).map(({ head }) => kept.indexOf(head))),
    );
    this.#around = { key, grammar: spread(this.words, kept, names, short) };
    return this.#around.grammar;
  }

  get names(): readonly NamedWords[] {
    this.#named ??= tagNames(this.#model.names, this.#tags());
    return this.#named;
  }

  #tags(): TaggerInput {
    this.#tagged ??= tagWords(this.#model.tagger, this.words, this.#names);
    return this.#tagged;
  }

  #tokenOf({ form, start, end }: Word, i: number): Token {
    const { lemmas, upos: uposNames, tags, tagger } = this.#model;
    const tagged = this.#tags();
    const outcome = tagged.tags[i + PAD]! - 1;
    const normal = normalizeForm(form);
    const upos = uposNames[outcome]!;
    const tag = tags[outcome]!;
    const lemma = lemmaOf(lemmas, normal, tagger.tags[outcome]!);
    return { start, end, form, lemma, upos, tag, features: featuresOf(normal, upos, tag) };
  }
}
