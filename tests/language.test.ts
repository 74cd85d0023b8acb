import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSpace } from '../src/language/characters.ts';
import { parseConllu, toConllu } from '../src/language/conllu.ts';
import { decodeLanguageModel } from '../src/language/model.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import type { NameRun, Sentence } from '../src/language/sentence.ts';
import { LONGEST_SENTENCE } from '../src/language/split.ts';
import { type Case, runCases } from './cases.ts';
import { child, children, hasRelation, isAncestor, pathToRoot, root, spanOf, subtree } from './tree.ts';

const DATA = join(import.meta.dirname, '../data/language');
const files = {
  tagger: readFileSync(join(DATA, 'tagger.bin')),
  parser: readFileSync(join(DATA, 'parser.bin')),
  names: readFileSync(join(DATA, 'names.bin')),
  lemmas: readFileSync(join(DATA, 'lemmas.tsv'), 'utf8'),
};
const model = decodeLanguageModel(files);
const read = (text: string): Sentence[] => readSentences({ text }, model);
const only = (text: string): Sentence => {
  const sentences = read(text);
  expect(sentences).toHaveLength(1);
  return sentences[0]!;
};

function reportOf({ headers, text }: Case): { text: string; titleEnd?: number } {
  const title = headers['title'];
  return title === undefined ? { text } : { text: `${title}\n\n${text}`, titleEnd: title.length };
}

function treeLines({ tokens, tree }: Sentence): string[] {
  return tokens.map(({ form, lemma, upos, tag }, i) => {
    const head = tree.heads[i]!;
    return `${form} ${lemma} ${upos} ${tag} ${tree.relations[i]}${head < 0 ? '' : ` < ${tokens[head]!.form}`}`;
  });
}

runCases('language', (example) => {
  const sentences = readSentences(reportOf(example), model);
  if (example.headers['show'] === 'trees') return sentences.flatMap(treeLines);
  return sentences.map(({ words }) => words.map(({ form }) => form).join(' '));
});

function checkSentences(text: string, titleEnd: number, sentences: readonly Sentence[]): void {
  const covered = new Uint8Array(text.length);
  let at = 0;
  for (const [index, sentence] of sentences.entries()) {
    expect(sentence.index).toBe(index);
    expect(sentence.words.length).toBeGreaterThan(0);
    expect(sentence.words.length).toBeLessThanOrEqual(LONGEST_SENTENCE);
    expect(sentence.start).toBe(sentence.words[0]!.start);
    expect(sentence.end).toBe(sentence.words.at(-1)!.end);
    expect(sentence.end <= titleEnd || sentence.start >= titleEnd).toBe(true);
    for (const { start, end, form } of sentence.words) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      expect(text.slice(start, end)).toBe(form);
      covered.fill(1, start, end);
      at = end;
    }
  }
  for (let i = 0; i < text.length; i++) {
    if (covered[i] === 0) expect(isSpace(text.charCodeAt(i))).toBe(true);
  }
}

function checkTree({ words, tokens, tree }: Sentence): void {
  expect(tokens.map(({ form, start, end }) => ({ form, start, end }))).toEqual(words);
  expect(tree.heads).toHaveLength(tokens.length);
  expect(tree.relations).toHaveLength(tokens.length);
  let roots = 0;
  for (const [i, head] of tree.heads.entries()) {
    if (head === -1) roots++;
    expect(tree.relations[i] === 'root').toBe(head === -1);
    let steps = 0;
    for (let up = i; up >= 0; up = tree.heads[up]!) expect(++steps).toBeLessThanOrEqual(tokens.length);
  }
  expect(roots).toBe(1);
  for (const token of tokens) {
    expect(token.upos).toMatch(/^[A-Z]+$/);
    expect(token.lemma).not.toBe('');
  }
}

const newsLike = fc
  .array(
    fc.constantFrom(
      ...[
        'The',
        'U.S.',
        "minister's",
        'met',
        'Mr.',
        '“no',
        'deal”',
        '.',
        '."',
        '\n\n',
        '\n',
        'No. 5',
        '...',
        'it’s',
        '(c)',
      ],
      ...[
        'a-b',
        '1,000',
        '!',
        '?)',
        'http://a.b/c.',
        '[3]',
        '—',
        '$5bn',
        '\u00a0',
        '😀',
        '\ud83d',
        'etc.',
        '-',
        "n't",
      ],
    ),
    { maxLength: 60 },
  )
  .chain((parts) => fc.constantFrom('', ' ').map((glue) => parts.join(glue)));
const anyText = fc.oneof(
  newsLike,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);

describe('for any text', () => {
  test('sentences are in order, inside the text, and cover all but white space', () => {
    fc.assert(
      fc.property(anyText, fc.nat(100), (text, at) => {
        const titleEnd = Math.min(at, text.length);
        checkSentences(text, titleEnd, readSentences({ text, titleEnd }, model));
      }),
      { numRuns: 500 },
    );
  });

  test('every tree has one root and no circle', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        read(text).forEach(checkTree);
      }),
      { numRuns: 300 },
    );
  });

  test('around names, every tree has one root and no circle, and each name hangs together', () => {
    fc.assert(
      fc.property(anyText, fc.infiniteStream(fc.nat(3)), (text, lengths) => {
        for (const sentence of read(text)) {
          const names: NameRun[] = [];
          for (let first = 0; first < sentence.words.length; ) {
            const end = Math.min(first + 1 + lengths.next().value!, sentence.words.length);
            if (end - first > 1) names.push({ first, end, head: end - 1 });
            first = end + 1;
          }
          const { tokens, tree } = sentence.around(names);
          expect(tokens.map(({ form }) => form)).toEqual(sentence.words.map(({ form }) => form));
          checkTree({ ...sentence, words: sentence.words, tokens, tree } as Sentence);
          for (const { first, end, head } of names)
            for (let i = first; i < end; i++) if (i !== head) expect(tree.heads[i]).toBe(head);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('the same text gives the same trees, in whatever order they are asked for', () => {
    const other = decodeLanguageModel(files);
    fc.assert(
      fc.property(anyText, (text) => {
        const once = read(text);
        const again = readSentences({ text }, other).reverse();
        for (const sentence of again) expect(sentence.tree.heads).toHaveLength(sentence.words.length);
        expect(toConllu(again.reverse())).toBe(toConllu(once));
      }),
      { numRuns: 100 },
    );
  });

  test('a megabyte without white space gives bounded sentences', () => {
    for (const text of [
      'x'.repeat(2 ** 20),
      'a.B'.repeat(2 ** 18),
      "'".repeat(2 ** 18),
      '😀'.repeat(2 ** 18),
    ]) {
      const sentences = read(text);
      expect(sentences.at(-1)!.end).toBe(text.length);
      expect(sentences.every(({ words }) => words.length <= LONGEST_SENTENCE)).toBe(true);
      checkTree(sentences[0]!);
    }
  });
});

describe('helpers on trees', () => {
  const sentence = only('The old minister of Kenya met two envoys.');
  const at = (form: string): number => sentence.tokens.findIndex((token) => token.form === form);

  test('children and the first with a relation', () => {
    expect(root(sentence)).toBe(at('met'));
    expect(children(sentence, at('envoys'))).toEqual([at('two')]);
    expect(child(sentence, at('met'), 'obj')).toBe(at('envoys'));
    expect(child(sentence, at('met'), 'iobj', 'nsubj')).toBe(at('minister'));
    expect(child(sentence, at('met'), 'ccomp')).toBe(-1);
  });

  test('a relation matches its subtypes, not its namesakes', () => {
    const passive = only('The envoy was expelled by Norway.');
    expect(child(passive, root(passive), 'nsubj')).toBe(1);
    expect(hasRelation(passive, 1, 'nsubj:pass')).toBe(true);
    expect(hasRelation(passive, 1, 'nsub')).toBe(false);
  });

  test('subtrees, spans and ancestors', () => {
    expect(subtree(sentence, at('minister'))).toEqual([at('The'), at('Kenya')]);
    const { start, end } = spanOf(sentence, at('minister'));
    expect('The old minister of Kenya met two envoys.'.slice(start, end)).toBe('The old minister of Kenya');
    expect(pathToRoot(sentence, at('of'))).toEqual([at('of'), at('Kenya'), at('minister'), at('met')]);
    expect(isAncestor(sentence, at('met'), at('of'))).toBe(true);
    expect(isAncestor(sentence, at('of'), at('of'))).toBe(false);
  });
});

describe('CoNLL-U', () => {
  test('what is written can be read again', () => {
    const sentences = read("Peru’s envoy didn't go (yet). He waits...");
    const back = parseConllu(toConllu(sentences));
    expect(back.map(({ words }) => words.map(({ form }) => form))).toEqual(
      sentences.map(({ words }) => words.map(({ form }) => form)),
    );
    expect(back[0]!.text).toBe("Peru’s envoy didn't go (yet).");
    expect(back.map(({ words }) => words.map(({ head }) => head))).toEqual(
      sentences.map(({ tree }) => [...tree.heads]),
    );
  });

  test('offsets and glued words stand in MISC', () => {
    const lines = toConllu(read('It ended.')).split('\n');
    expect(lines[3]!.split('\t')[9]).toBe('SpaceAfter=No|TokenRange=3:8');
    expect(lines[4]!.split('\t')[9]).toBe('TokenRange=8:9');
  });

  test('multiword tokens and empty nodes are not words', () => {
    const word = (id: string, form: string, head: number, misc = '_') =>
      [id, form, form, 'X', 'FW', '_', head, head === 0 ? 'root' : 'dep', '_', misc].join('\t');
    const source = [
      word('1-2', "won't", 0, 'SpaceAfter=No'),
      word('1', 'wo', 0),
      word('2', "n't", 1),
      word('2.1', 'e', 1),
    ];
    const [sentence] = parseConllu(`# newdoc id = a\n${source.join('\r\n')}\r\n`);
    expect(sentence!.words.map(({ form, spaceAfter }) => [form, spaceAfter])).toEqual([
      ['wo', false],
      ["n't", false],
    ]);
    expect(sentence!.document).toBe('a');
  });
});

test('a file that is no weight file is refused in one line', () => {
  const cut = files.parser.subarray(0, 1000);
  expect(() => decodeLanguageModel({ ...files, parser: cut })).toThrow(
    /^Cannot read the language model: .*cut short/,
  );
  expect(() => decodeLanguageModel({ ...files, tagger: new Uint8Array(99) })).toThrow(/not a weight file/);
});
