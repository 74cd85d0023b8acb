import { decodeLemmas, type Lemmas } from './lemmas.ts';
import { decodeLexicon } from './lexicon.ts';
import type { Parser } from './parser.ts';
import { kindsOfTags } from './parser-features.ts';
import { decodeSparseModel, type SparseModel } from './sparse-model.ts';
import type { Tagger } from './tagger.ts';

/** Weights and word lists of the language stage; made once, never changed. */
export interface LanguageModel {
  readonly tagger: Tagger;
  readonly parser: Parser;
  /** Tells names of persons, organisations and places; its outcomes are `NAME_LABELS`. */
  readonly names: SparseModel;
  readonly lemmas: Lemmas;
  /** The tagger's outcomes, split: UPOS and Penn tag by number. */
  readonly upos: readonly string[];
  readonly tags: readonly string[];
  /** Which outcomes are punctuation, which are verbs, as the parser's features want it. */
  readonly kinds: Uint8Array;
}

/**
 * Reads the contents of data/language (`tagger.bin`, `parser.bin`, `names.bin`, `lemmas.tsv`), about 100 ms. Throws where
 * a file is not a weight file of this version.
 *
 * @example decodeLanguageModel({ tagger: readFileSync('data/language/tagger.bin'), parser, names, lemmas })
 */
export function decodeLanguageModel(files: {
  readonly tagger: Uint8Array;
  readonly parser: Uint8Array;
  readonly names: Uint8Array;
  readonly lemmas: string;
  /** Past forms of verbs by their base forms, where no ending predicts them. */
  readonly irregular?: ReadonlyMap<string, string>;
  /** Verbs that are known to exist, in their base form, beside those of the treebanks. */
  readonly verbs?: Iterable<string>;
}): LanguageModel {
  const tagger = decodeSparseModel(files.tagger);
  const parser = decodeSparseModel(files.parser);
  return {
    tagger: { lexicon: decodeLexicon(tagger.lexicon), model: tagger.model, tags: tagger.outcomes },
    parser: { model: parser.model, relations: parser.outcomes },
    names: decodeSparseModel(files.names).model,
    lemmas: decodeLemmas(files.lemmas, files.verbs ?? [], files.irregular),
    upos: tagger.outcomes.map((tag) => tag.slice(0, tag.indexOf(' '))),
    tags: tagger.outcomes.map((tag) => tag.slice(tag.indexOf(' ') + 1)),
    kinds: kindsOfTags(tagger.outcomes),
  };
}
